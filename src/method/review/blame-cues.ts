/**
 * How a sentence points a finger at the person it is written to: by what they did or left undone, by what would have been better,
 * by what everybody knows, by a cause that is theirs. Lists only, in families of one construction each; the rule does the looking.
 */
import { everyPattern, pattern } from "./pattern.ts";

const DUTY =
  "(?:read|check|follow|tell|send|provide|include|enter|fill|update|cancel|pay|respond|reply|return|attach|save|confirm|use|mention|sign|back|complete|notice|contact|inform|keep|register|renew|look|wait|ask|test|try|report|call|plan|book|allow|take care|make sure|charge|clean|plug|lock|close|switch|turn|bring|come|listen)";
const DUTY_DONE =
  "(?:read|checked|followed|told|sent|provided|included|entered|filled|updated|cancelled|paid|responded|replied|returned|attached|saved|confirmed|used|mentioned|signed|backed|completed|noticed|contacted|informed|kept|registered|renewed|looked|waited|asked|tested|tried|reported|called|rung|phoned|planned|booked|allowed|taken|made sure|chosen|ordered|said|warned|thought|bought|packed|insured|tightened|come|left earlier|let us|known|seen|realised|realized|charged|cleaned|plugged|locked|closed|switched|brought|listened|turned up|spoken up|objected|complained earlier)";
const DONE_WRONG =
  "(?:entered|typed|used|chose|selected|gave|provided|put|sent|ordered|picked|clicked|pressed|deleted|misread|misunderstood|missed|forgotten|mistyped|made a mistake|overlooked|ignored|pulled|dropped|opened|damaged|broken|left|moved|changed|cut|chewed|spilled|spilt|knocked|scratched|signed|booked|set|bent|torn|washed|lost|mislaid|confused|mixed)";
const PEOPLE =
  "(?:customers?|users?|clients?|owners?|parents?|passengers?|guests?|tenants?|travellers?|riders?|members?|buyers?|patients?|applicants?|account holders?|visitors?|drivers?|pupils?|students?|recipients?|subscribers?|people|everyone|everybody)";
const CARE =
  "(?:a (?:little|bit|little bit)(?: more| of)?|some more|more|better) (?:care|attention|foresight|planning|caution|common sense)";
const WRONGLY = "(?:wrong|wrongly|incorrectly|badly|improperly|upside down|the wrong way(?: round)?)";
const CAREFUL_VERB =
  "(?:use|check|plan|read|make sure|ensure|follow|enter|mind|look|take care|observe|allow|pay attention|order|think|have a (?:\\w+ )?look|take a (?:\\w+ )?look|keep|bring|leave|book|come|ask|call|put|study|bear in mind|remember)";

/** Said at any time. */
export const BLAME = everyPattern(
  // What you left undone.
  "you (?:have |had |'ve |clearly |obviously |simply |also |evidently |apparently )*(?:failed|neglected|forgot|forgotten|ignored|refused|overlooked|misread|misunderstood)(?: to)?(?! your password)",
  `you (?:really |surely |perhaps )?(?:should|ought to|could|might)(?:'ve| have) (?:simply |at least |just |also |first |better |always |easily )?${DUTY_DONE}`,
  "you (?:really )?(?:should|ought to)(?:'ve| have) had .{0,40}(?:inspected|checked|serviced|repaired|tested|looked at|insured)",
  `you really (?:ought|need|have) to ${DUTY}`,
  "you (?:should not|shouldn't) have",
  `you (?:(?:clearly|obviously|evidently|apparently) )?(?:didn't|did not|never|have not|haven't)(?: even| actually)? ${DUTY}(?:ed|d|ied)?`,
  "you (?:clearly|obviously|evidently|apparently) (?!need|deserve|had to|want|paid|like|love|care)\\w+",
  "(?:obviously|clearly|evidently|apparently|no doubt),? (?:you|your \\w+|the \\w+) (?:was|were|is|are|have|has|had|did|didn't|wasn't|weren't|haven't|hasn't|missed|forgot)(?:n't| not)?",
  "which you (?:did not|didn't|have not|haven't|evidently|obviously|clearly|apparently|accepted|agreed to|signed|confirmed|failed)(?: (?:do|read|follow|notice)(?:ne)?)?",
  "you (?:were|are) (?:supposed|required|meant|obliged)(?: to)(?! (?:wait|pay twice|come back|ring|get|have|receive))|you (?:were|had been|have been) (?:\\w+ )?(?:reminded|warned|notified|given (?:ample|plenty|enough|the (?:chance|opportunity)))|you were (?:told|asked) to (?!wait|come|ring|call|pay|send)",
  "you were sent (?:a|two|three|four|several|many|our) (?:\\w+ )?(?:reminders?|warnings?|notices?)|we (?:did )?(?:warn|remind|notify)(?:ed)? you|we (?:did|clearly|repeatedly|already) (?:tell|told|inform|informed|ask|asked) you",
  "you(?:'d| had)? (?:had )?(?:plenty of|ample|every|enough) (?:time|chance|chances|opportunity|opportunities)|you gave (?:us )?no \\w+|you let (?:the|your|it) \\w+ (?:lapse|expire|run out|slip)|you left (?:the|your|it|them) (?:\\w+ )?(?:open|on|unlocked|unattended|outside|lying|unplugged|empty|unanswered|in the (?:sun|rain))",
  "you (?:waited|left it|let it go) (?:it )?(?:much |far |simply |just )?too (?:long|late) (?:to|before|with)|you(?:'re| are| were| came| wrote| called| applied| replied| cancelled) (?:\\w+ )?(?:too late|outside the)",
  // What you did.
  `(?:you|your \\w+|(?:somebody|someone) (?:in|at) your \\w+) must have ${DONE_WRONG}|you(?:'ll| will) have (?:overlooked|missed|misread|forgotten|deleted)`,
  `(?:perhaps|maybe|presumably|probably|i (?:suspect|assume|presume|imagine)) (?:that )?(?:you|your \\w+)(?: did| just| simply| may have| might have| have| has| had)* (?:pull|drop|press|forget|miss|leave|break|use|${DONE_WRONG})`,
  `you(?:'ve| have)? ${DONE_WRONG} (?:us |in |for )?(?:the |an |a )?(?:wrong|incorrect)|you(?:'ve| have)? (?:set|installed|connected|assembled|filled|put|wired|used|plugged|mounted|fitted|washed|stored|kept|entered)[^.]{0,25} ${WRONGLY}|you(?:'re| are) (?:using|holding|doing|reading|pressing|washing|charging|plugging|looking)[^.]{0,20} ${WRONGLY}|your settings are (?:wrong|incorrect)`,
  `(?:filled in|entered|typed|given|set|stored|used|installed|connected|assembled|booked|ordered|handled|washed) (?:in )?${WRONGLY}(?: in)? (?:by you|on your (?:side|end|part))|(?:by you|on your (?:side|end|part)),? (?:not|and not) (?:us|by us|ours)`,
  "you (?:did )?(?:insisted? on|opted? for|decided? against|decline[d]?|turned? down|waived?)|you chose (?:self|the (?:cheap|budget|basic)|not to|to (?:ignore|wait|leave|go without|do it))|it was you who|you did (?:click|sign|agree|order|confirm|choose|tick|press|open|enter|accept|book)",
  "you (?:ordered|chose|booked|entered|typed|filled|signed|picked|confirmed|set|opened|installed|caused|deleted|changed|wrote|said|asked)[^.]{0,40} yourself|you [^.,]{3,40}, not (?:us|we)(?! who)",
  "(?:nobody|no one) (?:made|forced|asked|told|obliged) you to|(?:nobody|no one) (?:made|forced) you|you knew (?:the|that|what|about|how)|by (?:not )?\\w+ing,? you (?:accepted|agreed|waived|lost|confirmed)",
  "your (?:own )?(?:failure|negligence|carelessness|inattention|forgetfulness|inaction|lack of \\w+|late (?:payment|reply|cancellation|arrival|application|return))|you seem to (?:have )?(?:misunderst\\w+|forg\\w+|overlook\\w*|misread|confus\\w+|think)",
  "you (?:signed|accepted|agreed to|ticked|confirmed) (?:the|our|these) (?:terms|conditions|contract|rules|agreement|policy)",
  // Whose it is.
  "(?:this|that|it)(?:'s| is| was) (?:entirely |completely |actually |solely )?your (?:own )?(?:fault|mistake|error|responsibility|choice|decision|doing|duty|job|idea|risk)|your own (?:carelessness|negligence|fault|mistake|error|doing|risk)",
  "only yourself to blame|asking for trouble|should know better|self-inflicted|(?:that|one|this)(?:'s| is) on you|that's what (?:happens|you get) when|up to you to (?:check|make|see|read|inform|remember|ensure|keep|find out|watch)",
  `(?:every|each|the) ${PEOPLE} (?:is|are) (?:\\w+ )?responsible|${PEOPLE}(?:'s|s'|')? (?:own |sole )?responsibility|responsibility (?:lies|rests|is) with (?:you|the ${PEOPLE})|(?:problem|issue|fault|error|cause|mistake|trouble) (?:to be |is |lies |must be |seems to be |is probably )?(?:with you|(?:on|at|with) your (?:end|side|part))`,
  // What would have been better.
  `if you(?:'d| had) (?:only |just |simply )?${DUTY_DONE}|had you (?:only |just |simply )?${DUTY_DONE}|had (?:the|your|it|this) [^,.]{3,60}, (?:this|it|that|nothing|there|none)`,
  "it (?:would|might|could)(?:'ve| have) (?:helped|been (?:better|wiser|easier|quicker|simpler|good|nice|enough))(?: if you| to| had you)|(?:glance|look|call|click|mail|question|word|moment|check) [^.]{0,40}would(?:'ve| have) (?:been enough|sufficed|saved|shown|told|avoided|cleared|done)",
  "could have been (?:avoided|prevented)(?: if you| by you| had you| with (?:a little|more|some))|you(?:'d| would)(?: have|'ve) (?:noticed|known|seen|understood|realised|realized)|would(?:n't| not| never)(?:'ve| have) (?:happened|occurred|been necessary)(?= ?[.!;]|$)",
  // What everybody knows.
  "you (?:really )?(?:should|ought to|must|might|would) (?:surely )?(?:know|be aware)|you(?:'re| are) surely aware|(?:as )?every(?:body|one) knows|common (?:knowledge|sense)|goes without saying|one would (?:think|expect|assume)|any(?:one|body) (?:can|could|would) (?:see|know|tell)",
  `we would(?:'ve| have) expected|with ${CARE}|${CARE} (?:from you|would|on your)|beginner's (?:mistake|error)|you can(?:'t|not| hardly) expect|you (?:simply|just|do) have to (?:keep|be|pay|look|read|check|know|plan|understand|accept|plug|get used)`,
  `(?:prudent|sensible|wise|attentive|seasoned) ${PEOPLE}|${PEOPLE} (?:are|is) (?:normally |usually |generally )?(?:expected|supposed) to (?!be\\b)|${PEOPLE} (?:[\\w']+ ){0,8}(?:generally|normally|usually) (?:set off|check|read|carry|measure|allow|bring|plan|make sure|keep|book|test|call|ask|insure)`,
  "(?:the |any |every |a )(?:customer|buyer|owner|tenant|passenger|guest|user|client|applicant|contractor|member|parent|patient|borrower|recipient|traveller)'s (?:own )?(?:duty|job|task) to|(?:so|therefore|hence),? (?:that|this|it|all of (?:this|it)) (?:was|is|would have been) (?:entirely |easily |quite |perfectly |therefore )?(?:avoidable|preventable)",
  "you (?:have been|were|had been) (?:informed|told|warned|reminded|advised) [^.]{0,40}(?:(?:several|many|repeated|two|three|more than one) (?:occasions|times)|repeatedly|more than once)|(?:you|one|(?:a|any) (?:guest|customer|person|parent|traveller|buyer|user|owner) [^.,]{0,50}?)(?:'d| would) (?:perhaps |probably |maybe |surely )?(?:be|have been) (?:wiser|better advised|well advised|smarter|more sensible)",
  "(?:those|anyone|people|whoever|one) (?:who )?[^.,]{3,60} (?:shouldn't|should not|needn't) (?:wonder|complain|be surprised)|(?:another|next) time,? (?:please |do |just |simply )?(?:read|check|plan|look|think|measure|phone first|ring first)",
  "you(?:'d| would)(?: have|'ve) (?:found (?:that |this |it )?out|avoided|been spared)|when people (?:share|forget|ignore|skip)",
  // A cause that is theirs.
  "(?:due to|because of|caused by|result of|down to|comes? from|stems? from|a case of|points? to|indicates?|suggests?|mean) (?:an? |the |your |some )?(?:\\w+ )?(?:improper|incorrect|wrong|careless|inappropriate|rough|user|operator|operating|handling|inadequate|insufficient|poor|heavy|excessive) (?:\\w+ )?(?:use|usage|handling|storage|treatment|care|laying|installation|operation|entry|input|error|mistake|cleaning|assembly|connection|maintenance|fitting|washing|charging|airing|heating|watering|driving|ventilation)(?: by \\w+(?: \\w+)?)?|(?:user|operator|operating|handling) error|(?:caused|triggered|brought about) by (?:the )?(?:user|customer|client|owner|driver|tenant|recipient|guest)|comes? from (?:dropping|misuse|overloading|overfilling|neglect|moisture|forcing|pulling)|misuse",
  "(?:looks as (?:if|though)|looks like|seems that|indicates that|suggests that|shows that|appears that) (?:it (?:was|has been|had been)|you(?:'ve| have| had| were)?) (?:\\w+ )?(?:using|dropped|forced|opened|tampered|overloaded|washed|wet|left|exposed|hit|knocked|misused|the wrong|not)",
  "(?:happens|occurs|breaks|fails|leaks|starts) (?:only |usually |mostly |always |typically |normally )*(?:when|if|because) (?:the |a |you |people |users |it )[^.]{0,40}(?:not |n't |wrong|improper|forgot|careless|too (?:hard|long|hot|much|tight))|(?:don't|doesn't|didn't|do not|does not) [^.]{2,40} by (?:itself|themselves|magic)",
  "(?:people|most people|customers|users) (?:\\w+ )?(?:forget|overlook|misread|ignore|don't read)|if (?:people|customers|one|guests|you) (?:don't|do not|doesn't|won't|can't) (?:read|check|listen|cancel|turn up|show up|follow|pay|plan|keep|look|answer|reply|tell|come)",
  // People of a sort, and what comes to them.
  "(?:people|those|anyone|anybody|whoever|customers|drivers|guests|passengers|everyone|somebody|someone) (?:who|that) [^.]{3,60}(?:run|runs|risk|risks|must|can't (?:expect|complain)|cannot (?:expect|complain)|have to (?:live|reckon|expect|accept)|has to (?:live|reckon|expect|accept)|only (?:have|has)|lose|loses|deserve)",
  "(?:people|some|many|most|some people|many people) [^.]{3,60}(?:and|but) (?:then )?(?:wonder|complain|are surprised|get upset|expect|never|blame|come running)|(?:and|but) (?:then|now|you|are|you're)(?: are)? (?:then |now )?(?:wonder|surprised|complain(?:ing)?)|(?:and|so) (?:are |you're |you are )?(?:now )?surprised",
  "(?:if|when) (?:nobody|no one|one|you|they|people) (?:\\w+ ){1,4}(?:the )?\\w+, (?:that|it|this)(?:'s| is) (?:hardly|not|scarcely)",
  "(?:rot|mould|damage|faults?|breakage|cracks?|leaks?|smells?|errors?|stains?|wear|scratches|delays?|overheating|blockages?|problems?|this|that|it|panes?|screens?|pumps?|filters?|seams?|batter(?:y|ies)) (?:\\w+ )?(?:arises?|results?|stems?|develops?|comes?|occurs?|happens?|bursts?|breaks?|cracks?|fails?|clogs?|leaks?|tears?) (?:from|through|by|when|if|because) (?:too (?:much|little|many|few)|over-?\\w+ing|not \\w+ing|(?:people|customers|users|owners|guests|tenants|you|one|somebody) )",
  "(?:that|which) (?:you|customers|people|users|tenants|guests|owners|passengers) (?:\\w+ )?(?:left|leave|forget|forgot|put|throw|threw|drop|dropped|spilled|pour|ignore|misplace|keep)|(?:must|should|are|is) (?:to )?be (?:expected|reckoned with|counted on)(?: (?:then|there|in that case|when|with|at|on|if))?(?= ?[.,;!]|$| when| at| on| if| then)",
  "you (?:booked|ordered|chose|bought|signed|picked|wanted) (?:it|the \\w+(?: \\w+){0,3}|this|that),? (?:so )?(?:you (?:pay|have|must|should|live|take|can)|delays|now)",
  // Hedged, and meant.
  "(?:you|your \\w+) (?:probably|presumably|apparently|evidently|obviously|clearly|surely|likely|simply|most likely|may|might)(?: have|'ve)? (?:just |simply |accidentally )?(?:not |n't |never )?(?:got|get|dropped|forgot|forgotten|missed|spilt|spilled|wet|broke|broken|left|pressed|entered|typed|overlooked|misread|mistook|misunderstood|deleted|used|held|washed|opened|moved|changed|set|put|knocked|scratched|damaged|clicked|ignored|confused|mixed)",
  "you (?:haven't|have not|didn't|did not|don't|do not|weren't|aren't) (?:\\w+ ){0,5}(?:properly|correctly|carefully|regularly|enough|as (?:instructed|described|advised|required)|in time|the right way)",
  "(?:that|this|it|which|error|fault|damage) (?:comes?|came|is|was|happens|results?) (?:(?:only|just|purely|usually) )?(?:from|by|due to|because of|when) (?:you )?(?:not |never )?(?:\\w+ing)(?! (?:from|order|price|date|address))(?= (?:it|the|them|your|too|in|on|with|a|properly|enough)|[.,;!])",
  "by (?:not )?\\w+ing [^.]{3,80}?,? you (?:\\w+ed|have|lost|gave|accepted|let|made|took)|somebody (?:at (?:home|your end)|in your (?:house|family|office|team)) (?:\\w+ )?(?:made|did|must|may|put|ticked|clicked|took|set)|either .{3,60} or (?:somebody|someone|you) ",
  "you (?:only|just|simply|merely)(?: have to| need(?:ed)? to| had to| must)? (?:read|look|check|ask|listen|scroll|open) (?:it|them|there|the)|you should (?:really |always )?(?:reckon|count|expect|be prepared|allow|have known|know|be aware)(?: (?:with|on|for|that))?|one (?:must|has to|should|needs to|ought to) (?:\\w+ )?(?:get used|know|read|check|expect|plan|look|learn|be)",
  "(?:as )?(?:it )?(?:is|was) (?:clearly |plainly )?(?:stated|written|posted|explained|printed|said) (?:everywhere|all over|often enough|many times|repeatedly)|(?:as|which) you (?:uploaded|entered|ordered|typed|filled in|sent|confirmed|approved|signed|chose|selected|set|wanted|wished) (?:it|them)|(?<=^)you (?:confirmed|approved|signed(?: off)?|accepted|ticked|agreed to|uploaded|chose|selected) (?:the|it|this|that|our|your)",
  // What to mind.
  `(?:(?<=^|[,;:] )|please |kindly |and (?=take care|make sure))${CAREFUL_VERB}\\b[^.]{0,60} (?:in (?:the )?future|next time|from now on)`,
  `(?:in (?:the )?future|next time|from now on),? (?:please |just |simply |you (?:should|might|could|may want to) )?${CAREFUL_VERB}(?! (?:me|here|directly|straight))`,
  "be (?:a bit |a little |much )?(?:more )?(?:careful|attentive|precise|thorough) (?:in future|next time|when|with)|you should be (?:\\w+ )?more careful|you (?:might|may) want to (?:double-?check|read|look at|check) (?:what|the terms|your)",
  "(?:read|check|study|look)[^.]{0,40} before (?:complaining|contacting us|writing(?: to us)?|calling|accusing|ordering|applying|booking|signing|you (?:complain|order|apply|write|book|buy|sign|drive|leave))",
  "(?:we|i) (?:would )?(?:recommend|advise|suggest) (?:that you |you )?(?:to )?(?:always )?(?:plan|book|allow|check|leav|order|read|tak|arriv|insur|back|mak|keep)\\w*[^.]{0,40}(?:earlier|in advance|more time|more carefully|enough time|in good time|for important|regularly|next time)",
);
/** A rule for all, or where it stood to be read: blame beside somebody who has been harmed, a plain fact otherwise. */
export const SOFT_BLAME = everyPattern(
  `${PEOPLE} (?:must|should|ought to|have to|has to|need to|are to|are (?:\\w+ )?(?:responsible|required|obliged|expected|supposed|liable|asked|advised))`,
  "(?:as|which is|this is|it's all|it is all|that is) (?:\\w+ )?(?:stated|written|mentioned|explained|set out|laid down|printed) (?:clearly )?(?:in|on) (?:the|our|your) (?:\\w+ )?(?:terms|contract|policy|conditions|manual|booklet|handbook|instructions|small print|rules)",
  "(?:clearly|plainly) (?:displayed|stated|marked|written|visible|shown|printed|labelled|communicated|explained|described|indicated|pointed out|listed)|for (?:everybody|everyone|all|anyone) to (?:see|read)|it says so|it(?:'s| is) (?:all )?in (?:the|your) (?:\\w+ )?(?:booklet|manual|handbook|leaflet|terms|contract|faq|small print)|(?:was|were|is|are) (?:printed|stated) (?:right )?(?:on|in|at) (?:the|your) (?:form|ticket|letter|contract|receipt|box|label|package)",
  "(?:please|kindly) (?:make sure|ensure|bear in mind|remember|take care)[^.]{0,60} when (?:\\w+ing|you)|wasn't (?:it )?clear|can (?:always |easily |simply |of course )?be (?:measured|checked|read|looked up|tested|tried|found out) (?:beforehand|in advance|before)",
);
/** "as stated in the terms you accepted" is no plain fact to anybody. */
export const STATED = everyPattern(
  "(?:as|which is) (?:clearly )?(?:stated|written|mentioned|explained) in the (?:terms|contract|policy|conditions)(?: (?:and conditions )?(?:that )?you (?:accepted|agreed to|signed))?",
);
/** A question may reproach as well. */
export const ASKED_BLAME = everyPattern(
  `had you (?:only |just |simply )?${DUTY_DONE}|as required`,
  "why (?:did(?:n't| not)?|have(?:n't| not)?|were(?:n't| not)?) you|did you (?:even|ever|actually|really)|did you [^?]{3,60} at all|did(?:n't| not) you (?:read|see|notice|check|know|get our)|have(?:n't)? you (?:even|actually|not) (?:read|check|tri|look)\\w*|haven't you (?:read|checked|seen)|are you (?:quite |really |absolutely )?sure (?:that )?you (?:didn't|did|haven't|have (?:entered|followed|read|pressed|checked|charged|plugged|tightened))|wasn't it clear|don't you (?:read|check)|how could you (?:miss|forget|overlook|not)",
);
export const NOT_BLAME = pattern(
  "if you (?:forgot|forget|didn't|did not|never|have not|haven't|ignored)|(?:said|say|mentioned|wrote|told (?:me|us)|worried|sure|understand|glad|wonder(?:ed)?|whether|grateful|so that|in case|means|happy|pleased|sorry)(?: that)? you|(?:don't|do not) (?:think|believe|mean)|you (?:didn't|did not) (?:ask for (?:this|that|any)|send (?:it|that|this) (?:wrong|twice)|keep anything)|not (?:that )?you|used (?:more|up|all|any|less)|as if you|not your (?:own )?(?:fault|mistake|doing)|reason you|why you|never your|(?:we|i)(?:'ll| will|'ve| have| should| shall) [^.]{0,60}(?:in (?:the )?future|next time|from now on)|(?:our|my) (?:own )?(?:responsibility|mistake|error|fault)|(?:if|had) (?:we|i|our)|i should|we should|you(?:'re| are| were) (?:\\w+ )?right|understandably",
);
