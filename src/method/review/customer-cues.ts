/** The words by which a customer's heat, losses, wishes and dangers are noticed. Lists only; customer-side.ts does the looking. */
import { pattern } from "./pattern.ts";

/** Share of calm that each sign takes away. */
export const HEAT: ReadonlyArray<readonly [weight: number, cue: RegExp]> = [
  [
    0.5,
    pattern(
      "unacceptable|outrageous|disgrac(?:e|eful)|disgusting|disgusted|furious|livid|fuming|appalling|appalled|outraged|incensed|seething|scandalous|shameful|shambles|scam(?:mers?)?|thieves|theft|liars?|lying|fraudsters?|rip-?off|pathetic|despicable|infuriat(?:ed|ing)|enraged|fed up|sick (?:and tired )?of|had enough|last straw|beyond (?:angry|a joke|frustrated)|how dare|never again|worst (?:\\w+ )?(?:service|company|experience|support)",
    ),
  ],
  [
    0.5,
    pattern(
      "(?:what the|bloody|damn|fucking?|wtf|bullshit|crap|shit(?:ty)?|hell|ffs|idiots?|clowns?|useless|incompetent)",
    ),
  ],
  [
    0.4,
    pattern(
      "ridiculous|absurd|joke|angry|unbelievable|incredible that|terrible|horrible|awful|atrocious|abysmal|dreadful|extremely (?:disappointed|frustrated|upset|annoyed)|very (?:disappointed|frustrated|upset|annoyed|angry)|so (?:disappointed|frustrated|upset|annoyed|angry)|really (?:disappointed|frustrated|upset|annoyed|angry|mad)|wasted|waste of|nobody (?:cares|answers|replies|answered|replied|called|came|helps|showed)|no one (?:cares|answers|replies|answered|replied|called|came|helps|showed)|ignored|ignoring|demand",
    ),
  ],
  [
    0.25,
    pattern(
      "frustrat(?:ed|ing|ion)|annoy(?:ed|ing)|disappoint(?:ed|ing|ment)|upset|unhappy|irritat(?:ed|ing)|stressed|not happy|not good enough|let down|exhausted|ruined|desperate",
    ),
  ],
  [0.5, pattern("(?:third|fourth|fifth|sixth|3rd|4th|5th|umpteenth) (?:time|e-?mail|message|complaint|call|engineer)")],
  [
    0.3,
    pattern(
      "(?:second|2nd) (?:time|e-?mail|message|complaint|call|engineer)|(?:two|three|four|five|six|several|many|multiple|countless) times|yet again|once again|again and again|still (?:no|not|nothing|waiting|hasn't|haven't|have not|has not|broken)|keeps? (?:happening|breaking|failing|crashing)|for (?:weeks|months|ages)|how many times|how much longer|every single time|promised|you said|you told me",
    ),
  ],
  [0.15, pattern("urgent(?:ly)?|immediately|asap|right now|today|tomorrow|deadline|at once|without delay")],
  [
    0.25,
    pattern("lawyer|solicitor|legal action|sue|court|ombudsman|trading standards|chargeback|report you|bad review"),
  ],
];

export const RHETORICAL = pattern(
  "are you (?:serious|kidding|joking|people serious|for real|even listening|having a laugh)|is this (?:a joke|some kind of joke|how you treat|what you call|for real)|how hard can (?:it|that) be|do you (?:even|people)|who does that|what is wrong with you|what kind of|why (?:would|should) i (?:trust|believe|bother|ever|stay|pay)|how is (?:that|this|it) (?:fair|possible|acceptable|ok|okay|legal|even)|seriously\\?|really\\?|how (?:dare|can you|could you) .{0,30}|what (?:am i|do i) (?:even )?(?:paying|pay) (?:you )?for|you know what|guess what|what were you thinking|right\\?$|isn't it\\?$|don't you think|how am i supposed|does anyone|is anyone|is anybody|has anyone|why (?:is|does) (?:it|this) (?:always|so)|what now\\?$|how are you|am i supposed",
);

export const ASKS = pattern(
  "(?:can|could|would|will) you|please (?!find|note|see|be|don't)\\w+|i(?:'d| would) (?:like|love|appreciate|prefer)(?! to (?:say|thank|point|add|compliment))|i (?:want|need|expect|demand|require|insist)(?! to (?:say|thank|be clear|point))|let me know|tell me|i(?:'m| am) (?:asking|requesting|looking) (?:for|you|to)|i request",
);

export const WISHES = pattern(
  "i(?:'d| would) (?:like|prefer|rather|want)|i (?:want|need|expect|demand|insist|wish)|please (?:refund|replace|cancel|send|fix|return|credit|call|change|update|remove|delete|reset|explain|tell|confirm|give)|(?:can|could|will|would) you (?:please )?(?:refund|replace|cancel|send|fix|return|credit|call|change|update|remove|delete|reset|explain|tell|confirm|give)|can i (?:get|have|return|exchange|swap)|give me|just (?:refund|replace|cancel|send|fix)|my money back|a (?:full )?refund",
);

export const IMPATIENT = pattern(
  "just (?:tell|show|give|send|fix|answer|sort)(?: \\w+)?|(?:don't|do not) (?:want|need|give me|send me|bother with) (?:any |your |another |more )?(?:apolog\\w+|sympathy|excuses|platitudes|sorry)|no (?:more )?(?:apologies|excuses|sympathy)|spare me|skip the|save (?:me )?(?:the|your) (?:apolog\\w+|sympathy|excuses)|stop (?:apologi\\w+|saying sorry)|keep it short|short answer|to the point",
);

export const LOSS = pattern(
  "(?:came|arrived|delivered) (?:\\w+ )?without|incomplete|torn|ripped|bent|stuck|jammed|jams|freezes|frozen|flickers|broken|broke|damaged|cracked|faulty|defective|dead|smashed|scratched|leak(?:s|ing|ed)?|missing|lost|stolen|late|delayed|overdue|never (?:came|arrived|received|got|turned up|showed up|replied|answered|called)|(?:has|have|had) ?n(?:ot|'t) (?:arrived|come|received|heard|been delivered|turned up|shown up|worked)|(?:hasn't|haven't|hadn't|didn't|did not) (?:arrive[d]?|come|receive[d]?|heard?|get|got|work(?:ed)?|turn(?:ed)? up|show(?:ed)? up)|wrong (?:item|size|colour|color|order|product|address|amount|one|model|part)|charged (?:me )?(?:twice|double|again|wrongly|too much)|double[- ]charged|overcharged|billed (?:me )?(?:twice|again)|(?:doesn't|does not|don't|won't|will not|isn't|not|stopped|no longer) work(?:ing)?|(?:keeps|kept) (?:crashing|failing|breaking|logging)|crash(?:es|ed|ing)?|error|fail(?:s|ed|ing)|down (?:since|again|for)|outage|locked out|waiting (?:for|since)|waited|no (?:reply|answer|response|one (?:came|called|replied))|nobody (?:came|called|replied|answered|showed)|still (?:not|no|nothing|waiting)|cancelled (?:my|our|without)|ruined|wasted",
);

export const OUR_FAULT = pattern(
  "you(?:'ve| have)? (?:sent|charged|billed|lost|forgot|forgotten|cancelled|overcharged|delivered|shipped|promised|missed|mixed|broke|deleted|ignored|double|took|debited|posted|gave|told)|your (?:courier|driver|engineer|technician|colleague|team|staff|mistake|error|fault|system)|nobody (?:came|called|replied|answered|showed)|no one (?:came|called|replied|answered|showed)|wrong (?:item|size|colour|color|order|product|amount|one|model|part)|charged (?:me )?(?:twice|double|again)|double[- ]charged|overcharged|billed (?:me )?twice|arrived (?:\\w+ )?(?:broken|damaged|cracked|smashed|late|empty|scratched)|(?:came|turned up|was delivered) (?:\\w+ )?(?:broken|damaged|cracked|smashed|late)|never (?:came|arrived|replied|answered|called)|no (?:reply|answer|response)",
);

export type SignalName =
  | "wants-manager"
  | "complaint"
  | "legal"
  | "abuse"
  | "violence"
  | "self-harm"
  | "vulnerable"
  | "bereaved"
  | "solved";

export const SIGNALS: ReadonlyArray<readonly [name: SignalName, cue: RegExp, unless?: RegExp]> = [
  [
    "wants-manager",
    pattern(
      "(?:speak|talk|write|put me through|pass me|escalate(?: this)?|get me|transfer me|connect me|forward this) (?:to|with|on to) (?:a|an|your|the|someone|somebody) ?(?:\\w+ )?(?:manager|supervisor|superior|boss|someone senior|higher|above you|team lead|in charge|director|senior)",
      "(?:want|need|demand|get me|give me|like) (?:to (?:speak|talk) (?:to|with) )?(?:a|an|your|the) (?:\\w+ )?(?:manager|supervisor|boss|superior)",
      "someone (?:more senior|higher up|in charge)",
    ),
  ],
  [
    "complaint",
    pattern(
      "(?:make|file|raise|lodge|register|submit|open|start) (?:a|an|my|this as a|this) (?:formal |official )?complaint|formal(?:ly)? complain(?:t|ing)?|official complaint|complaints? (?:procedure|process|department|team|address|form)|ombudsman|trading standards|better business bureau|regulator|consumer (?:protection|council|association)|how (?:do|can) i complain",
    ),
  ],
  [
    "legal",
    pattern("lawyer|solicitor|attorney|legal action|sue you|suing|small claims|take you to court|see you in court"),
  ],
  [
    "abuse",
    pattern(
      "you(?:'re| are)? (?:all |a |an |bunch of |such |people are |lot are |fucking |bloody |total |complete |absolute |useless |stupid |lying )*(?:idiots?|morons?|imbeciles?|clowns?|crooks?|scum|cretins?|losers?|liars?|thieves|muppets?|parasites?|bastards?|assholes?|arseholes?|wankers?|bitch(?:es)?|cunts?|pieces? of shit|retards?)|(?:fuck|screw) you|go to hell|(?:bunch|pack|gang) of (?:\\w+ )?(?:idiots?|morons?|clowns?|crooks?|liars?|thieves|scum)|fuck off",
    ),
  ],
  [
    "violence",
    pattern(
      "(?:i'll|i will|i'm going to|gonna|we'll|we will) (?:kill|shoot|stab|hurt|burn|beat|smash your|break your|punch) ?(?:you|all of you|your|every one of you|down your|face)?|know where you (?:live|work|are)|find out where you (?:live|work)|come (?:over )?(?:there|to your (?:office|home|house|shop)) (?:and|with)|(?:bring|have) a (?:gun|knife|bomb)|bomb (?:in|at) your|you(?:'ll| will) (?:all )?(?:die|pay for this with)",
    ),
    pattern("kill(?:ing)? (?:for|time)|shoot (?:you|me) (?:an?|over) (?:e-?mail|message|line|note)|beat you to it"),
  ],
  [
    "self-harm",
    pattern(
      "suicid\\w*|kill(?:ing)? my ?self|end(?:ing)? (?:it all|my (?:own )?life)|harm(?:ing)? myself|hurt(?:ing)? myself|self[- ]harm\\w*|(?:don't|do not|no longer) (?:really )?(?:want|wish) to (?:live|be alive|wake up|be here any ?more)|(?:don't|do not|can't) (?:really )?(?:see|find) (?:a|any|the|much) (?:reason|point) (?:to|in|of) (?:live|living|go on|going on|carry on|carrying on)|no (?:reason|point) (?:to|in) (?:live|living|going on|carrying on)|tired of (?:living|being alive)|better off (?:dead|without me)|can't go on (?:living|any ?more|like this)",
    ),
  ],
  [
    "bereaved",
    pattern(
      "passed away|my late (?:husband|wife|mother|father|mum|mom|dad|son|daughter|partner|brother|sister)|funeral|bereave\\w*|deceased|death certificate|(?:death|passing) of (?:my|our)|widow(?:er|ed)?|executor|(?:husband|wife|mother|father|mum|mom|dad|son|daughter|partner|brother|sister|grandmother|grandfather|gran|nan|uncle|aunt|friend) (?:has |just |recently |suddenly |sadly )*died|(?:i|we) (?:have |just |recently )*lost (?:my|our) (?:husband|wife|mother|father|mum|mom|dad|son|daughter|partner|brother|sister|baby|child)",
    ),
    pattern("(?:funeral|bereavement) (?:flowers|insurance|directors?|plan)"),
  ],
  [
    "vulnerable",
    pattern(
      "(?:can't|cannot|can not|unable to|struggling to|couldn't) (?:afford|pay (?:my|the|this|it|for|rent)|make ends meet|feed|heat)|lost my job|made redundant|out of work|in debt|debt collectors?|bailiffs?|bankrupt\\w*|food bank|eviction|evicted|homeless|domestic (?:abuse|violence)|abusive (?:husband|partner|ex|relationship|wife)|cancer|chemo(?:therapy)?|dementia|alzheimer\\w*|terminal(?:ly)? ill\\w*|in (?:the )?hospital|in intensive care|i(?:'m| am) (?:disabled|blind|deaf|partially sighted|a carer|in a wheelchair|seriously ill)|my (?:depression|anxiety|illness|disability|condition|dialysis)|mental health|panic attacks?|carer for|caring for my|stroke|breakdown",
    ),
    pattern(
      "(?:cancer|stroke|hospital) (?:charity|fundraiser|of luck)|(?:nervous |car )breakdown (?:cover|service|truck)|breakdown (?:of|cover|service)|stroke of luck",
    ),
  ],
  [
    "solved",
    pattern(
      "thank you so much|thanks so much|you(?:'ve| have) been (?:so |very )?(?:great|helpful|kind|brilliant)|problem (?:is )?solved|it works now|all (?:sorted|good|fixed) now|that (?:fixed|solved|sorted) it|perfect,? thank",
    ),
  ],
];
