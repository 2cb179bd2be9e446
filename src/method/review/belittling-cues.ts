/**
 * How a sentence makes somebody's trouble smaller than it is to them: by measure, by denying that it is bad, by others who bear it, by
 * time that will heal it, by telling them to be calm. Lists only, one construction each; the rule does the looking.
 */
import { cue, everyPattern, pattern } from "./pattern.ts";

const FEELING =
  "(?:upset|angry|rude|frustrated|annoyed|worked up|dramatic|emotional|aggressive|hysterical|excited|hasty|impatient|silly|cross|mad)";
const FOLK =
  "(?:people|customers|users|guests|patients|parents|passengers|members|families|others|children|visitors|neighbours)";
const THEIRS =
  "(?:your|the) (?:guests|cat|dog|kids?|children|boss|wife|husband|friends|family|son|daughter|neighbours|clients|readers)";

/** Whoever reads it. */
export const BELITTLING = everyPattern(
  "chin up|look on the|plenty (?:more|of other|of) (?:fish|people|others?|choice|time)|(?:luck|things|it|everything) (?:always |will |usually )?(?:turns?|work(?:s)? out|sort(?:s)? itself)(?= ?[.,!]|$| again| itself| in the end| out(?: (?:fine|well|all right|for the best)| ?[.,!]|$))",
  "(?:hardly|scarcely|barely|almost) (?:any(?:body|one)|no ?(?:body|one)|a soul) (?:ever |will |would |really )*(?:sees?|notices?|minds?|looks?|reads?|cares?|uses?|complains?|tells?)|(?:nobody|no one) (?:will|would) (?:\\w+ )?(?:see|notice|mind|care|remember|look)",
  "(?:was|were|is|are) (?:surely |certainly |probably |only |just |clearly )+(?:joking|kidding|teasing|playing|having fun)|(?:only|just) (?:boys being|kids being)",
  "(?:will|'ll|would) (?:soon )?(?:have )?(?:forg(?:ot|otten|et)|be forgotten)(?: (?:it|about|all|this|that|by))+|you(?:'ll| will) (?:only|just|hardly|barely) (?:be|need|notice|see|use|feel|sleep)",
  "(?:other|all the other|most) \\w+s (?:\\w+ )?(?:manage|cope|live with|get by|do|don't mind|are fine|put up|wait|get used)(?: (?:as well|too|it|with it|fine|without))?(?= ?[.,;!]|$)|put (?:on )?(?:another|an extra) (?:blanket|jumper|pullover|sweater|coat)",
  "hardly (?:a|an|any|such a|worth) (?:\\w+ )?(?:drama|problem|issue|loss|reason|matter|wait|delay|difference|big|bother|emergency|fuss)",
  // Be calm.
  "calm (?:down|yourself)|cheer up|lighten up|chill(?: out)?(?=[,.!]|$)|take a deep breath|(?:simply|just) (?:relax|be patient|live with it|get used to it)|(?<=^|[,.;:] )relax(?=[,.!]|$)|(?:a (?:little|bit of)|some) patience(?=[,.!]| please|$)",
  `(?:no need|no reason) to (?:be|get|feel|panic)(?: so| this| that| too)?(?: ${FEELING})?(?=[,.!;]|$| about| over| now| because)|(?:don't|do not) (?:be|get) (?:so |too |all )?${FEELING}|(?:don't|do not) (?:take|let) (?:it|this|that|things|the \\w+) (?:too |so )?(?:personally|to heart|seriously|hard|badly|get to you)`,
  "over-?react(?:ing|ion)?|(?:mak(?:e|ing)) (?:such |so much |too much )?(?:a |of )?(?:fuss|scene|drama|a thing of)|storm in a teacup|out of (?:all )?proportion|too (?:sensitive|dramatic(?:ally)?|seriously|personally)|exaggerat(?:e|ed|ing|ion)|you(?:'re| are) (?:being (?:a bit |too |so |rather )?(?:unreasonable|difficult|dramatic|emotional|impatient|hysterical)|making a fuss)",
  // It is not bad.
  "(?:not|no|isn't|hardly) (?:such |really |that |exactly )?(?:a )?big deal|not the end of the world|no (?:harm|damage) done|(?:hardly|scarcely|not|no) a (?:tragedy|disaster|catastrophe|drama)|not a matter of life|(?:hardly (?:a )?|no |not a )reason to (?:be|get|cancel|complain|cry|write|shout|panic)|nothing to (?:get (?:upset|excited|worked up)|make a fuss|cry)",
  "(?:it's|it is|that's|that is|this is|isn't|is not|can't be|cannot be|it's not) (?:really |all )?(?:not |n't )?(?:all )?(?:that|so|as) (?:bad|serious|terrible|awful|important|urgent|tragic|dramatic)(?: as (?:it|you|that))?|(?:sounds?|looks?|seems?) worse than|not as if|(?:it|things|that) (?:could|might) (?:be|have been) (?:much |far |a lot |so much )?worse|there are worse (?:things|fates)|worse things (?:happen|have)",
  "(?:it's|it is|that's|that is|this is|was|it was) (?:really |after all )?(?:only|just|merely) (?:a|an|one) (?:small|minor|little|tiny|slight|short|simple|bit of a|two-day|one-day|few|couple)(?: \\w+)?|(?:it's|it is|that's|that is|this is) really (?:only|just) (?:a|an|one) \\w+|(?:a|just a|only a|such a|over a) (?:minor|slight|small|little|tiny) (?:inconvenience|delay|issue|hiccup|problem|matter|glitch|mishap|blip|hitch|snag|setback|mistake|thing|detail)|(?:a|mere|just a) trifle|luxury problem|first-?world problem",
  "(?:just|only) (?:an? )?(?:bit|drop|touch|spot|splash) of \\w+|(?:a little|a bit of|slight|minor) \\w+ is (?:quite |perfectly |completely |absolutely |entirely |totally )?(?:normal|harmless|to be expected|no (?:problem|reason))",
  "(?:numbers|dates|looks|colours|details|pictures|things|names|days|prizes|marks) (?:don't|do not) (?:really )?matter|money (?:isn't|is not) everything|it's only (?:money|hair|paint|water|paper|stuff)|(?:nearly|almost) as (?:good|nice|fresh|fast|pretty)|(?:cheap|old) one anyway",
  // Others bear it, and so does the world.
  "(?:as|like) (?:i|we|our \\w+|my \\w+)(?:'ve| have)? (?:already |previously |just )?(?:said|explained|told you|mentioned|stated)(?: (?:before|already|earlier|above))?",
  "(?:nobody|no one|none of our (?:other )?customers) (?:else )?(?:has |have |ever )*(?:complain(?:s|ed)|had (?:a|this) problem|has this problem|minds?|noticed)|(?:nobody|no one|only you)(?: else)? (?:will|would) (?:even |ever )?(?:notice|see|mind|know)",
  `(?:most|all|many|other|hundreds of|thousands of|plenty of) (?:other )?${FOLK} (?:\\w+ )?(?:manage|cope|don't mind|do not mind|don't complain|get used|have no (?:problem|trouble)|are (?:perfectly |quite |very )?(?:happy|satisfied|fine|pleased) with|wait|have to wait)|some ${FOLK} (?:don't|do not|would be|can't) (?:even|glad|happy)|(?:everybody|everyone|others?|other ${FOLK}|we all)(?: else)? (?:has|have|had|must) (?:to wait|been waiting|waited|bad days|a bad day|off days)`,
  "(?:many|lots of|plenty of) (?:others|other \\w+) (?:were|are|have|did|had|got)(?: not|n't) \\w+(?: \\w+)? either|you(?:'re| are) not the only (?:one|person|customer|guest)(?: waiting| who)?|(?:we|i) have (?:bigger|other|more urgent|more important) (?:problems|things|worries)",
  "that's (?:just |simply )?(?:life|how it is|the way it (?:is|goes)|show ?business|how things are)|such is life|c'est la vie|it is what it is|nobody is irreplaceable|you(?:'ll| will)? (?:just |simply )?(?:have|need) to (?:get used|live with|put up)|(?:you'll|you will|one must|one has to) (?:soon )?(?:get used to|learn to live with)",
  "(?:it|this|that|things?|\\w+s) (?:will |'ll |soon |usually |always |tend to )*blows? over|nobody(?:'s| has)? (?:ever )?died (?:of|from)|(?<=^|, )deep breath|keep (?:the|your) chin up|(?:gets|get) us all down|before you know it,? so|(?:more|ten times more|far more|much more) dramatic than|(?:a )?nice little (?!extra|gift|bonus)\\w+ for",
  "(?:is|are|was|were) (?:luckily |fortunately |really |still |quite |rather )*an? (?:modest|manageable|bearable) (?:one|sum|amount|loss|figure)|compared (?:with|to) what (?:we (?:see|get)|others (?:have|had))|(?:three|two|four|five|a few) (?:days|weeks|hours) is still (?:okay|ok|fine|fast|quick|normal)",
  // Time will heal it, or it will make a good story.
  "(?:we|you|you'll|you will|everyone|she|he|they)(?: \\w+){0,3} (?:laugh|smile) (?:about|at|over) (?:it|this|that)|(?:will|would've|would have|had|have|having) (?:had |have )?a (?:good )?laugh|see the funny side|so will you(?: one day| soon)?|(?:you'll|you will|she'll|he'll|they'll) (?:survive|get over it|soon forget|have forgotten)|(?:it )?won't kill (?:you|her|him|anyone)|children forget",
  "(?:look on|see) the bright side|(?:everything|things|it|the world) (?:always )?(?:looks?|will look|seems?) (?:brighter|better) (?:in|tomorrow|after)|tomorrow is another day|time heals|lose any sleep over|there(?:'s| is) always (?:next|another|tomorrow)|(?:use|enjoy) the (?:time|break|quiet) to|see it as an? (?:chance|opportunity)",
  "(?:a|one|a few|a couple of|two) (?:more )?(?:days?|hours?|weeks?|nights?|minutes?)(?: more or less| more)? (?:won't|doesn't|don't|will not|can't|makes? no) (?:hurt|matter|harm|difference|kill)|more or less makes no|(?:you|surely you) can (?:surely |certainly )?(?:wait|manage|do without)(?: until| for| a| another|[.!]|$)|you(?:'ll| will) (?:surely |certainly )?(?:manage|cope|hardly (?:see|notice))(?: without| it|[.!]|$)",
  "never hurt (?:anybody|anyone)|(?:count|consider) yourself lucky|be (?:glad|thankful|grateful|happy) (?:that|it|you|nobody|nothing)|you should be (?:glad|happy|grateful|pleased|thankful|flattered)|you(?:'re| are| were) lucky",
  "at your age|for (?:someone|somebody) (?:of )?your age|(?:he|she|it|they)(?:'ll| will) (?:come|be there|arrive|be ready|call|ring) when (?:he|she|it|they) (?:comes?|is|are|arrives?|calls?|rings?)",
  `${THEIRS} (?:surely |probably |certainly )?(?:won't|didn't|don't|doesn't|will not|did not) (?:even )?(?:mind|notice|care)`,
);
/** Small only beside somebody who has lost by it. */
export const SMALL_TO_THEM = everyPattern(
  "(?:it's|it is|that's|they're|these are|those are|it was) (?:just|only|merely) (?!\\w+ing)(?!days|hours|minutes|weeks|things|questions|steps)\\w{3,}s(?= ?[.,;!]|$| and| at)",
  "(?:it's|it is|that's|that is|this is|it was|that was|they're|they are|these are|(?<=^|[.,;:] )just|(?<=^|[.,;:] )only) (?:only|just|merely|nothing (?:more|but)|no more than|after all just) (?!(?:a |an |one |about |some |the )?(?:moment|minute|second|note|question|reminder|matter|click|step|draft|copy|precaution|guess|suggestion|thought|formality|test|quick|call|first|way|sign|friendly|fair|right|natural|human|understandable|possible|available|valid|visible|open|gone|as|in|on|at|for|because|when|if|after|before|to|that|been|what|how|my|our|your|left|arrived|come|\\w+ (?:away|from))(?!\\w))(?:a |an |one |about |some |the )?[\\w-]+",
  "(?:we're|we are|i'm) (?:only |just )?talking about \\w+|(?:is|are|was|were) (?:really |quite |purely |very |so |entirely |almost )?(?:minimal|negligible|tiny|trivial|cosmetic|hardly (?:noticeable|visible)|barely (?:noticeable|visible))|nothing (?:serious|dramatic|tragic)|(?:really|surely) (?:isn't|is not) (?:long|much|far|bad)",
  "at least (?:you|nobody|no one|it|nothing|it's|it was|they|everyone) (?:\\w+ )?(?:is|are|was|were|have|has|had|got|isn't|wasn't|can|didn't|works?|hurt)|(?:soft|alive|safe|insured|warm|dry|whole|edible|free|quick|cheap) at least|you still have the other|the main thing is(?! first)|(?:grows?|wash(?:es)?|buffs?|comes?) (?:back|out|off) (?:again|in|with)?|(?:a|the) (?:tiny|little) \\w+ like (?:that|this)|(?<=^)come on,",
);
/** "Things are things", "damage is damage". */
export const SAME_AGAIN = cue(/(?<![\w'])(\w{4,}) (?:is|are) \1(?![\w'])/g);
/** Said of ourselves, wished away, or on their side. */
export const NOT_BELITTLING = pattern(
  "no (?:reason|need|cause) to (?:be|feel) (?:ashamed|embarrassed|sorry|guilty|bad about)|not (?:going to|gonna) (?:tell|say|pretend)|never (?:tell|say)|not (?:just|only|merely) (?:a|about)|more than (?:just )?a|isn't (?:just|only) a|(?:i|we) (?:over-?reacted|was over-?reacting)|never (?:just )?a (?:minor|small)|to you it|calm down the|you(?:'re| are) (?:\\w+ )?right|not just|no consolation|(?:i|we) (?:would|wouldn't|won't|can't|don't) (?:\\w+ )?(?:say|tell|ask|expect)|would (?:annoy|upset|worry) any(?:one|body)|but i(?:'ve| have)",
);
