/**
 * How people say in English that they think of ending or harming their own life, outright or beside the bill they write about.
 * Idioms of annoyance ("I can't go on like this", "I hurt myself on the edge") are left out on purpose; irony passes unseen.
 */
import { type Danger, danger } from "./danger.ts";
import { IN_PASSING, NOT_NAMED } from "./wish-unnamed.ts";

const THINKS =
  "(?:think|thinking|thought|thoughts|want|wanted|wanting|feel|feeling|felt|tempted|ready|urge|wonder|wondering|wondered|imagine|planning|plan|going|might as well|could just|rather|easier|how easy)";
const PILLS = "(?:pills|tablets|meds|paracetamol|sleeping (?:pills|tablets)|painkillers|medication|insulin)";
const PILL_WORDS = "pills tablets meds paracetamol painkillers medication insulin";
const LIFE_GOES_ON =
  "(?:live|living|keep(?:ing)? (?:on|going)(?! with)|keep(?:ing)? (?:living|things going)|go(?:ing)? on(?! with| about| like| to)|carry(?:ing)? on(?! with| like)|being? (?:here|alive)|fight(?:ing)? (?:on|any ?more))";
const LIFE_WORDS = "live living alive here go going keep keeping carry carrying fight fighting";

const SAID_OUTRIGHT = [
  ["suicid*", "suicid\\w*\\b(?! squad)"],
  ["myself self", "kill(?:ing|ed)? my ?self|self[- ]harm\\w*|harm(?:ing)? myself"],
  [
    "end ending ended take taking finish finishing; life all myself everything",
    "(?:take|taking) my (?:own )?life|(?:end|ending|ended|finish|finishing) (?:my (?:own )?life|it all(?! (?:at|by|on|before|after|with|from)))|put(?:ting)? an end to (?:it all|my life|myself|everything)",
  ],
  ["myself", "do away with myself|do something to myself"],
  ["myself; hang drown gas poison shoot", "(?:hang|drown|gas|poison|shoot) myself(?! in the foot)"],
  ["wrist wrists veins throat", "(?:slit|slash|cut|open)(?:ting|ing)? my (?:wrists?|veins|throat)"],
  ["noose", "noose"],
  ["myself; hurt hurting cut cutting", `${THINKS} (?:\\p{L}+ ){0,3}(?:hurt|hurting|cut|cutting) myself`],
] as const;

const NO_WISH_TO_LIVE = [
  [
    "live alive exist wake here; want wish care",
    "(?:don'?t|do not|no longer|never) (?:really |even |much )?(?:want|wish|care) to (?:live|be alive|exist|wake up(?= any ?more| again| tomorrow|[.,;!]|$)|be here (?:any ?more|any longer))|no longer (?:want|wish) to be here",
  ],
  [
    "live alive here wake; want wish bear",
    "(?:can'?t|cannot|no longer) (?:really )?(?:want|wish|bear) to (?:live|be alive|be here any ?more|wake up any ?more)",
  ],
  [
    `reason point sense; see find have feel; ${LIFE_WORDS}`,
    `(?:don'?t|do not|can'?t|cannot|no longer) (?:really )?(?:see|find|have|feel) (?:a|any|the|much) (?:reason|point|sense) (?:to|in|of) ${LIFE_GOES_ON}`,
  ],
  [
    `reason point sense; ${LIFE_WORDS}`,
    `(?:no|what(?:'s| is) the|hardly any|little) (?:reason|point|sense) (?:to|in|of) ${LIFE_GOES_ON}`,
  ],
  [
    "tired sick; living alive",
    "(?:tired|sick) of (?:living|being alive)(?! (?:in|with|next|out|without|under|like|off|on|near|above|below|here|there|from|by))",
  ],
  [
    "wish wished; dead born here alive wake",
    "wish(?:ed)? i(?:'d| was| were| wasn'?t| weren'?t| had| hadn'?t) (?:just )?(?:never |not )?(?:dead|been born|not here|alive|here any ?more|wake up)",
  ],
  [
    "wake",
    "(?:sleep|asleep) and (?:just |simply )?(?:not|never) (?:have to )?wake|(?:not|never|don'?t|won'?t) (?:have to )?wake up (?:again|any ?more)",
  ],
  [
    "die dead; want wanted like ready rather",
    "(?:want|wanted|like|ready|rather) to (?:die|be dead)(?! (?:of|from|laughing))|rather (?:be dead|die than)",
  ],
  ["better worth; dead without", "better off (?:dead|without me(?! as))|worth more dead"],
  [
    "better happier easier; without",
    "(?:would|'d|is|might) be (?:far |much )?(?:better|happier|easier) (?:\\p{L}+ ){0,3}without me(?= [.,;!]|[.,;!]|$| around| here)",
  ],
  [
    "better; here around alive wake woke",
    "better (?:\\p{L}+ ){0,4}if i (?:\\p{L}+ )?(?:(?:wasn'?t|weren'?t|was not|were not) (?:here|around|alive)|(?:didn'?t|did not|never) (?:wake|woke))",
  ],
  ["go; can't cant cannot", "(?:can'?t|cannot) go on(?= living| any ?more|[.,;!]|$)"],
  [
    "around; more anymore longer",
    "(?:won'?t|not going to|will not) be around (?:any ?more|much longer|for much longer)",
  ],
  [
    "problem; longer tonight",
    "(?:be|not|no longer) (?:a |your |anyone'?s |anybody'?s |their )?problem (?:much longer|for much longer|after tonight)",
  ],
  [
    "nobody; afterwards afterward miss notice",
    "nobody (?:has|will have) to deal with (?:it|me|this) afterwards?|nobody would (?:miss me|notice if i)",
  ],
  ["see; christmas morning birthday", "(?:won'?t|not) (?:live to )?see (?:christmas|the morning|my next birthday)"],
  ["goodbye goodbyes; letter letters note notes", "goodbye (?:letters?|notes?)"],
  [
    "goodbye goodbyes; said saying say",
    "(?:said|saying|say) (?:my )?goodbyes?(?: to (?:my|the) (?:kids|children|wife|husband|family|mum|mom|dad|parents|dog|cat))",
  ],
  [
    "written wrote writing; letter letters note notes; kids children wife husband family parents",
    "(?:written|wrote|writing) (?:the |my )?(?:letters?|notes?) (?:to|for) my (?:kids|children|wife|husband|family|parents)",
  ],
] as const;

const BY_ITS_MEANS = [
  [
    `${PILL_WORDS}; laid lined front hand next all row rows`,
    `${PILLS} .{0,40}(?:laid out|lined up|in front of me|in my hand|(?:here )?next to me|all of them|all at once|in a row|in rows)`,
  ],
  [
    `${PILL_WORDS}; laid lined lining saved stockpiled holding staring looking`,
    `(?:laid out|lined up|lining up|saved up|stockpiled|holding|staring at|looking at) (?:all )?(?:of )?(?:my|the|these|all|her|his) (?:\\p{L}+ ){0,2}${PILLS}`,
  ],
  [`${PILL_WORDS}; enough`, `enough (?:\\p{L}+ ){0,2}${PILLS} (?:to|for|here|in the house)`],
  [
    `take taking took taken swallow swallowing; all whole entire; them box bottle packet lot ${PILL_WORDS}`,
    `(?:take|taking|took|taken|swallow|swallowing) (?:them all|all (?:of )?(?:the|my|these|her|his) ${PILLS}|the (?:whole|entire) (?:box|bottle|packet|lot) of)`,
  ],
  [
    "overdos*",
    "(?:take|took|taken|taking) an overdose|(?:i|i'?ve|i have|to) (?:nearly |already |just )?overdosed?(?= [.,]|[.,;!]|$| on| last| tonight)",
  ],
  [
    "jump jumping step stepping walk walking throw throwing lie lying lay laying; bridge roof balcony window train trains track tracks rails lorry lorries truck bus cliff traffic river building sea lake",
    `${THINKS} .{0,40}(?:jump|jumping|step|stepping|walk|walking|throw(?:ing)? myself|lie|lying|lay|laying) (?:off|from|in front of|under|onto|out of|into) (?:\\p{L}+ ){0,3}(?:bridge|roof|balcony|window|trains?|tracks?|rails|lorry|lorries|truck|bus|cliff|traffic|river|building|sea|lake)`,
  ],
  [
    "drive driving steer steering; tree wall bridge river lorry truck pillar",
    `${THINKS} .{0,30}(?:drive|driving|steer|steering) (?:\\p{L}+ ){0,2}(?:into|off|against) (?:a|the) (?:tree|wall|bridge|river|lorry|truck|pillar)`,
  ],
  [
    "bridge balcony roof ledge window windowsill; easy quick jump go",
    "(?:stand|standing|stood|sit|sitting|sat) on (?:the|a|my) (?:bridge|balcony|roof|ledge|window ?sill) .{0,30}(?:how easy|how quick|jump|let go)",
  ],
  [
    "bridge roof balcony platform; looking looked",
    "(?:on|over|from) the (?:bridge|roof|balcony|platform) .{0,60}look(?:ing|ed) (?:at the (?:water|tracks)|down)",
  ],
  [
    "always; bridge river train tracks rope window balcony pills roof lake canal",
    "there(?:'s| is) always the (?:bridge|river|train|tracks|rope|window|balcony|pills|roof|lake|canal)",
  ],
  [
    "drink drinking drank swallow; sniper bleach poison pesticide insecticide weedkiller acid",
    "(?:will|'ll|could|going to|might|to|have|just) (?:drink|drinking|drank|swallow) (?:\\p{L}+ ){0,2}(?:sniper|bleach|poison|pesticide|insecticide|weed ?killer|acid)",
  ],
  [
    "point; here",
    "no (?:more )?point .{0,50}(?:don'?t|do not|no longer) want to be here|(?:don'?t|do not|no longer) want to be here.{0,50}no (?:more )?point",
  ],
  ["rope; ready neck", "rope (?:is )?(?:ready|round my neck|around my neck)"],
  [
    "gun knife razor blade; head wrist wrists throat mouth veins",
    "(?:gun|knife|razor|blade) (?:to|on|at|against|in) my (?:own )?(?:head|wrists?|throat|mouth|veins)",
  ],
  [
    "garage; engine motor exhaust hose way",
    "(?:engine|motor|exhaust|hose) .{0,40}garage|garage .{0,40}\\b(?:engine running|exhaust|hose|way (?:out|to (?:stop|end)))",
  ],
  [
    "look looking looked looks; bridge pills tablets rope knife knives river tracks window balcony roof gun razor car water; way over stop end easy quick",
    "look(?:ing|ed|s)? (?:down )?at (?:the|my|those|these) (?:\\p{L}+ ){0,4}(?:bridge|pills|tablets|rope|knife|knives|river|tracks|window|balcony|roof|gun|razor|car|water) .{0,40}(?:way out|way to (?:stop|end)|be over|make it stop|end it|how (?:easy|quick))",
  ],
  [
    "insurance; life",
    "(?:money|paid|debt|it back) (?:\\p{L}+ ){0,3}(?:faster|sooner|quicker|easier|anyway) (?:\\p{L}+ ){0,3}life insurance|life insurance (?:would|will|could|might|at least) (?:\\p{L}+ )?(?:clear|settle|solve|sort|pay (?:you|it|this|that|off|them|everything))(?! out)",
  ],
] as const;

/** Looked for after every letter is in its place: "don’t" with a straight apostrophe. */
export const WISH_TO_DIE: readonly Danger[] = [
  ...SAID_OUTRIGHT,
  ...NO_WISH_TO_LIVE,
  ...BY_ITS_MEANS,
  ...NOT_NAMED,
  ...IN_PASSING,
].map(([needs, said]) => danger(needs, new RegExp(`(?<![\\p{L}])(?:${said})`, "iu")));
