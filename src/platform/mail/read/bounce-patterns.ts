/**
 * The sentences in which mail servers say why, by cause. Data only, asked from top to bottom. Each pattern is a plain
 * alternation without nested repetition and is run on at most 20,000 characters of one line.
 */
export const REASON_PATTERNS: readonly (readonly [string, RegExp])[] = [
  ["rejected", /\/\/(?:support|groups)\.google\.com\/\S{0,60}group/i],
  ["exceedlimit", /length exceeds limit set by recipient|exceeds fixed (?:maximum|recipient)|(?:^|\D)5\.2\.3(?:\D|$)/i],
  [
    "toomanyconn",
    /connection (?:rate|frequency)|frequency limit|too many recipients(?! this)|not accepting connections/i,
  ],
  [
    "spamdetected",
    /(?:message )?content rejected|(?:^|\W)ube(?:\W|$)|reject, id=|scored as spam|spam classification|mail rejet/i,
  ],
  ["userunknown", /recipient address rejected: access denied/i],
  [
    "hasmoved",
    /has (?:been )?moved|address (?:has )?changed|no longer (?:uses|use|using) this|has been replaced by|new (?:e-?mail )?address is|moved (?:to|permanently)|please use (?:the |this |my |our )?(?:new|following|this) (?:e-?mail )?address|recipient no longer on server|(?:^|\D)5\.1\.6(?:\D|$)/i,
  ],
  [
    "mesgtoobig",
    /message (?:size|length|header size)? ?(?:is )?(?:exceeds?|too (?:big|large|long))|exceed(?:s|ed|ing)? (?:the )?(?:maximum )?(?:allowed |fixed )?(?:message )?size|size (?:limit|exceeds)|message (?:is )?too (?:big|large)|too large to send|message file too big|max(?:imum)? message size|line limit exceeded/i,
  ],
  [
    "mailboxfull",
    /mail ?box (?:is |was )?(?:currently |almost )?(?:full|over|exceed)|(?:over|exceed(?:s|ed)?|out of|disk|mail|storage|user|account|mailbox)\W{0,3}(?:the |his |her |its |their |allowed |allocated |mail |disk |storage )*quota|quota (?:exceed|full|limit|violation|exceded|would be)|quota exceeded|insufficient (?:disk |system )?(?:space|storage) (?:in|for|available)? ?(?:the )?(?:user|recipient|mailbox)|(?:user|recipient|account|box|folder|inbox|maildir|storage)(?:'s)? (?:is |has |e-?mail |mail )*(?:full|over ?quota|over its|out of (?:disk )?space|no (?:disk )?space)|not enough (?:storage )?space|too much mail data|no space left for|mailbox.{0,30}size limit|mailbox_?full|full mailbox|maximum mailbox|exceeded storage|exceeds? (?:the )?mailbox|allocated message storage|postfach (?:ist )?voll|boîte (?:aux lettres )?(?:du destinataire )?(?:est )?(?:pleine|archi pleine)|buzón.{0,20}lleno|casella.{0,20}piena|переполнен|容量|邮箱已满|mailbox size|dd recipient.{0,10}over|boite.{0,30}pleine/i,
  ],
  [
    "exceedlimit",
    /message size exceeds (?:the )?(?:limit|maximum).{0,20}recipient|recipient.{0,20}size limit|exceeds? (?:the )?(?:fixed )?(?:recipient|user) limit/i,
  ],
  [
    "virusdetected",
    /virus|malware|trojan|infected|worm (?:detected|found)|executable (?:content|attachment)|attachment.{0,30}(?:virus|not allowed|blocked|forbidden)/i,
  ],
  [
    "norelaying",
    /relay(?:ing)? (?:access )?(?:denied|not (?:permitted|allowed)|prohibited|is not)|unable to relay|not (?:permitted|allowed) to relay|relay not|relaying (?:mail )?(?:denied|to)|cannot relay|no relaying|open relay|we do not relay|isn'?t in my list of allowed rcpthosts|insecure mail relay|mail relay denied|not a gateway|specified recipient is not.{0,20}relay/i,
  ],
  [
    "authfailure",
    /dmarc|(?:^|\W)spf(?:\W|$)|sender policy framework|dkim|unauthenticated (?:e-?mail|mail)|does ?n[o']t pass authentication|authentication (?:checks?|information)|not (?:pass|authenticated)|openspf|reject: spf|fails? (?:sender )?verification by/i,
  ],
  [
    "requireptr",
    /reverse (?:dns|lookup|address|hostname|mapping|ip)|ptr (?:record|lookup)|rdns|no ptr|cannot (?:find|resolve) your (?:reverse )?(?:hostname|address)|cannot find your hostname|(?:fix|missing) reverse|client host.{0,80}cannot find|ip (?:address )?(?:has )?no ptr|unresolvable (?:relay )?(?:host|address)|unable to resolve.{0,10}ip|cannot resolve your address|your (?:ip|host).{0,40}(?:dns|reverse)|bad dns ptr|dns is (?:mis|not)/i,
  ],
  [
    "badreputation",
    /(?:low|poor|bad) (?:domain |ip |sender )?reputation|reputation (?:of|is|score)|senderscore|low reputation/i,
  ],
  [
    "spamdetected",
    /(?:detect|identif|classif|consider|recogni[sz]|look|mark|flag|categori)\w{0,5} (?:.{0,20})?(?:as )?(?:spam|unsolicited|junk|uce|ube)|spam (?:message|content|mail|detected|score|filter|rejected|check|source)|(?:message|mail|e-?mail|content|it) (?:is |was |looks |contains |appears )*(?:like |to be |as )*(?:spam|unsolicited|junk)|bulk (?:mail|e-?mail)|spam[- ]?(?:like|assassin)|rejected.{0,20}spam|message (?:has been )?(?:blocked|rejected|filtered|refused) (?:by|due to|because of).{0,20}(?:spam|content)|blocked (?:by|using) spam|not (?:want|accept).{0,20}(?:spam|bulk)|antispam|rule imposed|our filters rate|rejected: spam|is spam|this message was classified|suspected spam|unsolicited|blacklisted url|appears to be spam|high probability of spam|junk mail|probable spam/i,
  ],
  [
    "suspend",
    /(?:account|mailbox|user|recipient|address|domain)(?:'s)? (?:is |was |has been |have been |e-?mail |that you tried to reach |temporarily |currently |mail |account )*(?:suspended|disabled|inactive|locked|deactivated|frozen|unavailable due to|not active|no longer active|not currently|expired|dormant|closed|discontinued|terminated|over ?due|been blocked|prohibited)|inactive (?:account|user|mailbox|recipient|address)|disabled (?:account|mailbox|user|recipient)|account (?:is )?(?:disabled|inactive|suspended|temporarily unavailable|blocked)|mailbox (?:is )?(?:currently )?(?:suspended|disabled|inactive|unavailable or access|temporarily disabled|frozen|locked)|no longer (?:active|on server|in service)|not an active address|user suspended|vdelivermail: account is locked|conta suspensa|temporarily locked|verify mailbox exists|unverified account|recipient suspend|out of service|sender and account are disabled|rcpt.{0,10}inactive/i,
  ],
  [
    "notaccept",
    /null ?mx|no (?:mx|mx record|mail exchanger)s? (?:record )?found|mx or srv record indicated no|could ?n[o']t find (?:a |any )?mail exchanger|domain .{0,80}(?:accepts no|doesn'?t receive|does not receive) e?-?mail/i,
  ],
  [
    "speeding",
    /(?:^|\W)(?:rate limit|rate[- ]limited|throttl|sent to too many recipients|too many (?:messages|mails|e-?mails) (?:from|sent|per|in)|deferred due to (?:excessive|unexpected) volume|receiving mail (?:at a rate|too quickly)|sending too (?:many|fast)|slow down|exceeded .{0,30}(?:sending|messages per|emails per|hourly|daily))/i,
  ],
  [
    "blocked",
    /invalid ip for|e-?mail is redundant|my name was rejected|(?:^|\W)(?:rbl|dnsbl|spamhaus|spamcop|sorbs|barracudacentral|uceprotect|abuseat)(?:\W|$)|bad sender ip|banned sending ip|client host .{0,200}blocked|(?:listed|blocked) (?:in|at|by|using) .{0,60}(?:\.org|\.net|\.com|list)|use the smtp server of your isp/i,
  ],
  ["requireptr", /ip name lookup failed|name lookup failed|(?:helo|ehlo) .{0,60}(?:lookup|resolve)/i],
  [
    "rejected",
    /sender (?:address )?(?:<[^>]{0,200}> )?(?:is |was |has been )?(?:rejected|denied|refused|verify failed|unverified|unknown|invalid|not allowed)|(?:^|\D)5\.1\.[78](?:\D|$)|purported responsible address|(?:invalid|unqualified|null) sender|domain of sender|backscatter|after mail from.{0,300}(?:reject|refus|denied|not exist|invalid)|sender'?s? (?:domain|mailbox|host)|from:? address.{0,40}(?:reject|invalid|not)|access denied|is not a registered gateway/i,
  ],
  ["systemerror", /recipient address rejected: internal|local (?:configuration )?error|system config/i],
  ["mailererror", /procmail|maildrop|command died|mailer error/i],
  ["contenterror", /media error|rejected: media/i],
  ["onhold", /rejected: on hold/i],
  ["suspend", /temporar(?:y|ily) locked|(?:user|account|mailbox) (?:is )?disabled/i],
  [
    "filtered",
    /(?:^|\D)55[0-4]:?[ -]{1,3}'?(?:: user unknown|unknown user \S{1,100}@|unknown user <)|rejected: policy|rejected: delivery not|this user doesn'?t have an? \S{1,100} account/i,
  ],
  [
    "hostunknown",
    /domain name not found|host(?:name)? (?:\S{1,80} )?not found|unknown (?:mail ?)?host|host unknown|no such (?:domain|host)|nxdomain|domain not found|name service error|responded with code n|domain is not reachable|(?:^|\s)[\w-]{1,60}(?:\.[\w-]{1,60}){1,6} does not exist/i,
  ],
  [
    "userunknown",
    /user(?:name)?,? ?(?:is )?(?:unknown|not (?:found|known|exist|listed|here|local)|doesn|does not|<[^>]{1,200}> (?:unknown|not found|does)|name is unknown|invalid)|unknown (?:user|recipient|address|account|mailbox|local|alias|or illegal|to address)|(?:no|not) (?:such|a valid|a known|valid|existing|matching|longer a valid)? ?(?:user|recipient|mailbox|address|person|account|here|mail drop|local address|subscriber)s?\b|no (?:such )?(?:user|recipient|mailbox|address|account|person|mailbox by that name|mail ?box here)|(?:invalid|bad|illegal|incorrect|non-?existent|unrouteable|unroutable|undeliverable|nonexistent|dead|unrecogni[sz]ed) (?:recipient|mailbox|address|user|destination|account|local part|to address|name|e-?mail|final delivery|alias)|(?:address|recipient|mailbox|account|user|e-?mail|name|alias|id|that|it|you tried to reach|member)(?:\(?s?\)?)? ?(?:<[^>]{1,200}>)?(?:[^.]{0,60}) ?(?:does ?n[o']?t exist|do not exist|not exist|is unknown|unknown|not found|was not found|wasn'?t found|could ?n[o']t be found|cannot be found|couldn't be found|is invalid|invalid|isn'?t valid|is not (?:valid|known|recogni[sz]ed|found|listed|a known|in|registered|our|correct|served|local)|not (?:known|valid|listed|recogni[sz]ed|present|registered|in (?:the )?(?:directory|list|database)|available|match)|has been deleted|no longer (?:exists?|valid|available|works|accepts)|lookup failed|undeliverable|rejected: user|does not match|has no)|recipient (?:no longer|verification failed|not in)|recipnotfound|recipientnotfound|addressee unknown|delivery address|unable to (?:find|verify) (?:recipient|user|address)|mailbox (?:unavailable|not available|not found|does not)|sorry,? no mailbox|does ?n[o']t have (?:a|an) .{0,60}account|doesn't have an? |no account by|there is no (?:one|user|mailbox|such)|not our customer|no mailbox|non existing user|is a deactivated|deactivated mailbox|not a (?:known|valid) (?:user|recipient)|cannot find your? ?(?:recipient|user)|can't (?:find|verify) (?:recipient|user)|account (?:not|does|that)|recipient address unknown|not listed in|utilisateur|destinataire (?:inconnu|inexistant)|adresse (?:d au moins un destinataire )?invalide|empfänger.{0,20}(?:unbekannt|nicht)|benutzer.{0,20}unbekannt|usuario (?:desconocido|no existe)|utente (?:sconosciuto|inesistente)|не (?:существует|найден)|存在しない|見つかりません|ユーザー?が見つ|不存在|找不到|this (?:e-?mail )?address (?:is )?(?:no longer|not)|name not (?:found|recogni)|prohibited by administrator|list of valid/i,
  ],
  [
    "hostunknown",
    /host(?:name)? (?:or domain name )?(?:is )?(?:unknown|not found|doesn't exist|lookup did)|unknown (?:host|domain|mail ?host|system)|(?:domain|host)(?: name)?(?:[^.]{0,80}) (?:does ?n[o']t exist|not found|is invalid|not exist|not known|could not be found|couldn't be found|has no (?:mx|mail)|not valid)|name (?:service|server) error|no such (?:domain|host)|invalid (?:domain|host)|domain (?:name )?(?:is )?(?:not found|does not|invalid|must resolve|mentioned)|nxdomain|name or service not known|no route to host ?found|cannot (?:find|resolve|look ?up|route) (?:the )?(?:host|domain|destination|mail)|couldn'?t find any host|all relevant mx records|bad destination (?:system|host)|no mail exchangers?|mx.{0,30}(?:points? to|lookup|not found|no valid)|recipient(?:'s)? (?:server|domain).{0,20}(?:not found|unknown|not exist)|illegal host|malformed (?:host|domain)|address of host|unrouteable mail domain|dns (?:type|error|lookup fail|not)|the account or domain may not exist|hôte inconnu|5\.1\.2|no hosts? found|lookup failed 5\.1\.2|recipient address must contain a domain|not registered in/i,
  ],
  [
    "notaccept",
    /(?:does not|doesn'?t|not|never) (?:accept|receive|take)s? (?:any )?(?:e-?mail|mail|smtp|incoming|message)s?(?! from)|null ?mx|nullmx|smtp protocol returned a permanent error|host .{0,60} does not (?:receive|accept) (?:e-?)?mail|mail receiving (?:is )?disabled|domain .{0,80}(?:accepts no|no) mail|5\.7\.27|accepts no mail|name server: .{0,80}: host not found/i,
  ],
  [
    "toomanyconn",
    /too many (?:connections?|concurrent|sessions?|simultaneous)|connection(?:s)? (?:rate )?limit|number of (?:concurrent )?connections|connections? exceed|maximum (?:number of )?(?:concurrent )?(?:connections|sessions)|concurrent connection|all available ips|sessions? from/i,
  ],
  [
    "speeding",
    /(?:\brate limit|throttl|frequency|too (?:fast|many (?:messages|mails?|recipients|errors?|e-?mails?)))[a-z]{0,6}(?: limit| exceeded|d|ing)?|deferred due to (?:excessive|unexpected) volume|receiving mail (?:at a rate|too quickly)|sending too (?:many|fast)|(?:hour|dai)ly (?:limit|quota|max)|slow down|try again later.{0,20}(?:rate|volume)|exceeded.{0,30}(?:rate|messages per|emails per|sending)|user has exceeded/i,
  ],
  [
    "blocked",
    /(?:block|black)(?:ed|ing)?[- ]?(?:list|listed|lists|by|using|for|due|until|from)|(?:rbl|dnsbl|spamhaus|spamcop|sorbs|barracuda|cloudmark|uceprotect|abuseat|psbl|surbl|mailspike)\b|access denied|blocked|client host (?:rejected|\[)|your (?:ip|host|server|network|mail server|client|isp)[^.]{0,60}(?:block|ban|list|reject|denied|not allowed|refus|dynamic)|ip (?:address )?(?:\[?[\d.]{7,15}\]?)?[^.]{0,20}(?:block|reject|ban|list|denied|not allowed|blacklist)|bad sender ip|connection (?:refused|dropped|rejected|denied) (?:by|due|for|from) (?:policy|your|ip)|dynamic (?:ip|address|pool)|banned|(?:helo|ehlo) (?:command )?(?:rejected|invalid|denied|blocked)|no access from|not (?:authori[sz]ed|allowed) (?:to connect|for)|refused to talk to me|your network|dul\b|hosts? (?:with )?dynamic|we do not accept mail from (?:hosts|dynamic)|unusual (?:rate|activity)|service refused|not welcome|temporarily deferred|connections from this host|host.{0,60}refus|bad reverse|ptr|closing transmission|network is (?:temporarily )?blocked|(?:ip|client|domain) .{0,60}not (?:permitted|allowed)/i,
  ],
  [
    "notcompliantrfc",
    /rfc ?(?:5322|2822|822|821|5321)|not (?:rfc ?)?compliant|missing (?:required )?(?:header|from|date|message-id|to)|duplicate header|from (?:header|line) (?:is )?(?:missing|invalid)|multiple (?:from|to|subject)|bare (?:lf|line)|invalid (?:header|message-id)/i,
  ],
  [
    "contenterror",
    /content (?:rejected|not|error|type|transfer)|malformed (?:mime|mail|header|message)|mime (?:error|header|structure)|non-?ascii|8-?bit|improper use|header (?:error|size|too)|charset|message (?:header|filtered)|invalid (?:character|content)|conversion/i,
  ],
  [
    "rejected",
    /sender (?:address )?(?:<[^>]{0,200}> )?(?:\S{0,60} )?(?:is |was |has been )*(?:rejected|denied|blocked|verify failed|verification failed|invalid|unknown|not (?:exist|found|valid|accepted|allowed|permitted|authori)|refused|unverified|required|blacklisted)|(?:invalid|bad|unknown|unauthori[sz]ed|unqualified|null|empty) (?:sender|envelope|return|reverse|from)|<>.{0,20}invalid sender|domain of sender|from address|mail from|(?:message|mail|e-?mail) from .{0,80}(?:rejected|denied|refused|not)|(?:access|permission|administrative|sender).{0,20}(?:denied|prohib)|not (?:on|in) .{0,20}whitelist|backscatter|rejected (?:sender|on policy|by (?:the )?(?:recipient|server))|you (?:are|have been|do not have permission|can ?not|are not)|not allowed to (?:post|send)|restricted (?:to|from)|unauthori[sz]ed|batv|fqdn required|by non-?member|need(?:s)? fully|does not accept (?:mail )?(?:messages )?from|not (?:accept|accepting) (?:mail|e-?mail|messages) from/i,
  ],
  [
    "policyviolation",
    /polic(?:y|ies)|prohibited|not allowed|forbidden|violat|delivery not (?:allowed|authori)|administratively|closed (?:group|list)|refused by|complian|security (?:policy|reasons)|confidential|message refused|denied by|disallowed|you may not|attachment/i,
  ],
  [
    "securityerror",
    /security|starttls|tls|ssl|certificate|encrypt|authenticat(?:e|ion) (?:required|fail)|must (?:issue|use)|credential|login|password|authori[sz]ation|kerberos|sandbox/i,
  ],
  ["userunknown", /recipient address rejected|(?:user|rcpt|recipient).{0,10}reject|address rejected/i],
  [
    "filtered",
    /filter(?:ed)?|recipient (?:has )?(?:reject|refus|not accept|blocked|only accepts)|(?:user|recipient) (?:reject|refuse|does not (?:accept|want)|not accept)|because the recipient is|resolver\.rst|due to (?:extended )?inactivity|refused by recipient|ドメイン指定|受信拒否|not wanted|only accepts mail from|notauthorized|discard/i,
  ],
  [
    "expired",
    /time[d]?[- ]?out|expired|(?:delivery|retry) time|could not be delivered (?:for|within|after)|too (?:old|long)|has been in (?:the )?queue|giving up|message (?:was |has been )?(?:delayed|not (?:been )?delivered within)|retry time|still (?:being retried|trying)|will (?:continue|keep|be retried)|not been delivered after|undeliverable (?:for|within)|unable to deliver.{0,20}(?:for|within|after) (?:the last )?\d|temporarily (?:deferred|unavailable|undeliverable)|delay(?:ed)?|retr(?:y|ies) (?:period|exceeded|timeout)|too many (?:retries|attempts)|deferred|no response|(?:last|first) attempt|connection timed out|failed after|within the time|server for \d|期限/i,
  ],
  [
    "networkerror",
    /network|connection (?:was )?(?:refused|reset|dropped|closed|lost|failed|error|died|terminated|broken|aborted)|(?:can't|cannot|could ?n[o']t|unable to|failed to|not able to) (?:connect|establish|contact|reach|open)|no route|unreachable|host is down|(?:mail )?loop|too many hops|hop count|routing|socket|dns (?:server|query|soft)|address family|could not be (?:reached|contacted)|server (?:is )?(?:down|not respond|unreachable|unavailable|busy|disconnected)|lost connection|does not respond|not responding|temporary lookup|temporary (?:dns|name)|connect(?:ion)? to|transport/i,
  ],
  [
    "systemfull",
    /disk (?:is )?full|file ?system (?:is )?full|no (?:disk )?space left|insufficient (?:system )?(?:storage|resources|disk)|system (?:storage|is full)|out of (?:memory|disk|space)|mail system full|queue file|requested mail action aborted: exceeded storage/i,
  ],
  [
    "mailererror",
    /command (?:died|failed|output|not found)|pipe|procmail|mailer (?:error|died)|exit (?:code|status)|local delivery (?:agent|failed)|deliver(?:y)? program|unknown mailer|child process|x-unix|maildrop|died with status|prog(?:ram)? |sieve|qmail-local|bad interpreter/i,
  ],
  [
    "syntaxerror",
    /syntax|bad sequence|unrecogni[sz]ed command|command (?:not )?(?:implemented|recogni|unknown)|(?:^|\s)50[0-5][ -]|protocol error|invalid (?:argument|parameter|command)|need (?:rcpt|mail)|no valid recipients|commands? too/i,
  ],
  [
    "systemerror",
    /system (?:error|problem|config|not|failure)|internal (?:server )?error|local (?:error|config)|configuration error|server (?:config|error|unable|fail|cannot)|i\/o error|temporary (?:local|system|server|failure|problem|error)|cannot (?:create|open|write|allocate|process)|(?:error in|local) processing|unable to (?:create|process|open)|aliasing|mail forwarding loop|try again|service (?:is )?(?:not available|unavailable|currently)|resources? (?:temporarily|unavailable)|backend|proxy|ldap|database|timeout|unexpected|general failure|unspecified/i,
  ],
];
