/**
 * How people say in English that they think of ending or harming their own life, outright or beside the bill they write about.
 * Idioms of annoyance ("I can't go on like this", "I hurt myself on the edge") are left out on purpose; irony passes unseen.
 */

const THINKS =
  "(?:think|thinking|thought|thoughts|want|wanted|wanting|feel|feeling|felt|tempted|ready|urge|wonder|wondering|wondered|imagine|planning|plan|going|might as well|could just|rather|easier|how easy)";
const PILLS = "(?:pills|tablets|meds|paracetamol|sleeping (?:pills|tablets)|painkillers|medication|insulin)";
const LIFE_GOES_ON =
  "(?:live|living|keep(?:ing)? (?:on|going)(?! with)|keep(?:ing)? (?:living|things going)|go(?:ing)? on(?! with| about| like| to)|carry(?:ing)? on(?! with| like)|being? (?:here|alive)|fight(?:ing)? (?:on|any ?more))";

const SAID_OUTRIGHT = [
  "suicid\\w*|kill(?:ing|ed)? my ?self|self[- ]harm\\w*|harm(?:ing)? myself",
  "(?:end|ending|ended|take|taking|finish|finishing) (?:my (?:own )?life|it all(?! (?:at|by|on|before|after|with|from)))|put(?:ting)? an end to (?:it all|my life|myself|everything)|do away with myself|do something to myself",
  "(?:hang|drown|gas|poison|shoot) myself(?! in the foot)|(?:slit|slash|cut|open)(?:ting|ing)? my (?:wrists?|veins|throat)|noose",
  `${THINKS} (?:\\p{L}+ ){0,3}(?:hurt|hurting|cut|cutting) myself`,
];

const NO_WISH_TO_LIVE = [
  "(?:don'?t|do not|no longer|never) (?:really |even |much )?(?:want|wish|care) to (?:live|be alive|exist|wake up(?= any ?more| again| tomorrow|[.,;!]|$)|be here (?:any ?more|any longer))|no longer (?:want|wish) to be here",
  "(?:can'?t|cannot|no longer) (?:really )?(?:want|wish|bear) to (?:live|be alive|be here any ?more|wake up any ?more)",
  `(?:don'?t|do not|can'?t|cannot|no longer) (?:really )?(?:see|find|have|feel) (?:a|any|the|much) (?:reason|point|sense) (?:to|in|of) ${LIFE_GOES_ON}`,
  `(?:no|what(?:'s| is) the|hardly any|little) (?:reason|point|sense) (?:to|in|of) ${LIFE_GOES_ON}`,
  "(?:tired|sick) of (?:living|being alive)(?! (?:in|with|next|out|without|under|like|off|on|near|above|below|here|there|from|by))",
  "wish(?:ed)? i(?:'d| was| were| wasn'?t| weren'?t| had| hadn'?t) (?:just )?(?:never |not )?(?:dead|been born|not here|alive|here any ?more|wake up)",
  "(?:sleep|asleep) and (?:just |simply )?(?:not|never) (?:have to )?wake|(?:not|never|don'?t|won'?t) (?:have to )?wake up (?:again|any ?more)",
  "(?:want|wanted|like|ready|rather) to (?:die|be dead)(?! (?:of|from|laughing))|rather (?:be dead|die than)|better off (?:dead|without me(?! as))|worth more dead|(?:would|'d|is|might) be (?:far |much )?(?:better|happier|easier) (?:\\p{L}+ ){0,3}without me(?= [.,;!]|[.,;!]|$| around| here)",
  "better (?:\\p{L}+ ){0,4}if i (?:wasn'?t|weren'?t|was not|were not) (?:here|around|alive)",
  "(?:can'?t|cannot) go on(?= living| any ?more|[.,;!]|$)|(?:won'?t|not going to|will not) be around (?:any ?more|much longer|for much longer)|(?:be|not|no longer) (?:a |your |anyone'?s |anybody'?s |their )?problem (?:much longer|for much longer|after tonight)",
  "nobody (?:has|will have) to deal with (?:it|me|this) afterwards?|nobody would (?:miss me|notice if i)|(?:won'?t|not) (?:live to )?see (?:christmas|the morning|my next birthday)",
  "goodbye (?:letters?|notes?)|(?:said|saying|say) (?:my )?goodbyes?(?: to (?:my|the) (?:kids|children|wife|husband|family|mum|mom|dad|parents|dog|cat))|(?:written|wrote|writing) (?:the |my )?(?:letters?|notes?) (?:to|for) my (?:kids|children|wife|husband|family|parents)",
];

const BY_ITS_MEANS = [
  `${PILLS} .{0,40}(?:laid out|lined up|in front of me|in my hand|(?:here )?next to me|all of them|all at once|in a row|in rows)|(?:laid out|lined up|lining up|saved up|stockpiled|holding|staring at|looking at) (?:all )?(?:of )?(?:my|the|these|all|her|his) (?:\\p{L}+ ){0,2}${PILLS}|enough (?:\\p{L}+ ){0,2}${PILLS} (?:to|for|here|in the house)|(?:take|taking|took|taken|swallow|swallowing) (?:them all|all (?:of )?(?:the|my|these|her|his) ${PILLS}|the (?:whole|entire) (?:box|bottle|packet|lot) of)`,
  "(?:take|took|taken|taking) an overdose|(?:i|i'?ve|i have|to) (?:nearly |already |just )?overdosed?(?= [.,]|[.,;!]|$| on| last| tonight)",
  `${THINKS} .{0,40}(?:jump|jumping|step|stepping|walk|walking|throw(?:ing)? myself|lie|lying|lay|laying) (?:off|from|in front of|under|onto|out of|into) (?:\\p{L}+ ){0,3}(?:bridge|roof|balcony|window|trains?|tracks?|rails|lorry|lorries|truck|bus|cliff|traffic|river|building|sea|lake)`,
  `${THINKS} .{0,30}(?:drive|driving|steer|steering) (?:\\p{L}+ ){0,2}(?:into|off|against) (?:a|the) (?:tree|wall|bridge|river|lorry|truck|pillar)`,
  "(?:stand|standing|stood|sit|sitting|sat) on (?:the|a|my) (?:bridge|balcony|roof|ledge|window ?sill) .{0,30}(?:how easy|how quick|jump|let go)|(?:on|over|from) the (?:bridge|roof|balcony|platform) .{0,60}look(?:ing|ed) (?:at the (?:water|tracks)|down)",
  "there(?:'s| is) always the (?:bridge|river|train|tracks|rope|window|balcony|pills|roof|lake|canal)|rope (?:is )?(?:ready|round my neck|around my neck)|(?:gun|knife|razor|blade) (?:to|on|at|against|in) my (?:own )?(?:head|wrists?|throat|mouth|veins)",
  "(?:engine|motor|exhaust|hose) .{0,40}garage|garage .{0,40}(?:engine running|exhaust|hose|way (?:out|to (?:stop|end)))",
  "look(?:ing|ed|s)? (?:down )?at (?:the|my|those|these) (?:\\p{L}+ ){0,4}(?:bridge|pills|tablets|rope|knife|knives|river|tracks|window|balcony|roof|gun|razor|car|water) .{0,40}(?:way out|way to (?:stop|end)|be over|make it stop|end it|how (?:easy|quick))",
  "(?:money|paid|debt|it back) (?:\\p{L}+ ){0,3}(?:faster|sooner|quicker|easier|anyway) (?:\\p{L}+ ){0,3}life insurance|life insurance (?:would|will|could|might|at least) (?:\\p{L}+ )?(?:clear|settle|solve|sort|pay (?:you|it|this|that|off|them|everything))(?! out)",
];

/** Looked for after every letter is in its place: "don’t" with a straight apostrophe. */
export const WISH_TO_DIE: readonly RegExp[] = [SAID_OUTRIGHT, NO_WISH_TO_LIVE, BY_ITS_MEANS].map(
  (said) => new RegExp(`(?<![\\p{L}])(?:${said.join("|")})`, "iu"),
);
