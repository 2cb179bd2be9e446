/**
 * Whether a customer is upset in the wide sense of the craft: angry, in distress, let down again and again, or up against a day
 * that is about to be missed. Heat alone is the tone of the words; many tell a disaster in a level voice. Each kind of evidence
 * counts once, and none decides alone unless it is grave. A measure of the words, never of a person.
 */
import type { FeelingRead, Signal } from "../reading/index.ts";
import { pattern } from "./pattern.ts";

/** Somebody was hurt, frightened, shamed or kept from sleeping. */
const HARMED = pattern(
  "(?:was|am|i'm|is|got|felt|feel|were|'re|are) (?:so |very |quite |just |too |\\w+ly )?(?:frightened|scared|terrified|humiliated|ashamed|shaking|in tears|in pain|injured|hurt|bleeding|disgusted|devastated|heartbroken|mortified|desperate|at my wits' end)",
  "(?:i|we|she|he|they) (?:\\w+ ){0,3}(?:cried|wept)|crying|in tears",
  "(?:have ?n't|has ?n't|not|barely|hardly|can't|cannot|don't|couldn't) (?:\\w+ )?(?:slept|sleep)|sleepless",
  "(?:broke|broken|fractured|sprained|burnt|burned|cut|injured|hurt) my (?:\\w+ )?(?:wrist|arm|leg|hip|ankle|hand|foot|finger|nose|ribs?|back|neck|shoulder|tooth|knee|head)",
  "(?:swelled|swollen) up|unconscious|fainted|ambulance|emergency room|a&e|heart attack|having a stroke|oxygen machine|can't breathe|could have (?:died|killed)|(?:nearly|almost) (?:died|killed|hit|drowned|fell)",
  "i have no words|(?:find it|is|it's) (?:so |very |quite )?hard (?:for me )?to (?:write|say|ask|tell)|(?:felt|feel) like (?:an? )?(?:idiot|criminal|beggar|fool|thief|madwoman|madman)|made (?:a fool|me cry)|in front of (?:every|all|the (?:whole|entire)|my (?:whole|entire)|his|her|the class|the customers|everyone)",
);
/** Our side was to do something and did not, or did the same wrong again. */
const LET_DOWN = pattern(
  "(?:nobody|no one|no-one|none of you)(?:'s|'d)? (?:\\w+ )?(?:came|come|comes|called|calls|rang|rings|wrote|writes|replied|replies|answered|answers|showed|turned|told|tells|helped|can|could|cares|knows|is|was|has(?! (?:sat|used|worn|opened|touched|played|ridden|slept))|picks)",
  "(?:nothing|no one|nobody) (?:\\w+ )?(?:came|arrived|happened|happens|changed|turned up|has|since)",
  "no (?:update|news|word|explanation|apology)|none at",
  "(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|2nd|3rd|[4-9]th|10th|umpteenth|another) (?:time|week|month|day|call|mail|email|e-mail|letter|message|visit|engineer|technician|instructor|replacement|appointment|attempt|rain|running|one|\\w+ in (?:a row|\\w+ weeks))",
  "(?:weeks?|months?|days|times) (?:running|in a row|already|and counting)|(?:three|four|five|six|\\d) times|twice(?! a)",
  "(?:i|we)(?:'ve| have)? (?:just |already |now )+(?:told|said|written|wrote|explained|sent|asked)|as (?:written|i said|i wrote)|it(?:'s| is|'s all) in my (?:message|mail|first|e-?mail)",
  "you(?:'d| had|'ve| have)? (?:said|promised|swore|assured|told (?:me|us)|answered that|kept|keep (?:sending|charging|telling|asking|saying))|(?:he|she|they|who|and) (?:said|promised) (?:he|she|they|it)(?:'d|'ll| would| will)",
  "(?:was|were|been) (?:told|promised|assured)|was due|were due",
  "(?<!(?:checked|tried|looked|read it|drive|thanks?|thank you|so|once) )(?<!^)again(?! in (?:advance|spring|summer|autumn|winter)|,? thank|:)|still (?:not|no|nothing|waiting|have(?:n't| not)|has(?:n't| not)|isn't|is not|don't|doesn't|wrong)|it(?:'s| is|s) been \\d+",
  "since (?:\\d|\\w+ (?:weeks|months)|january|february|march|april|may|june|july|august|september|october|november|december)|for (?:nothing|months|weeks|(?:\\d+|two|three|four|five|six|ten) (?:weeks|months))|it(?:'s| is) \\d+ weeks",
  "was that not true|gave up|the opposite|flagged it",
);
/** Told as news, not in passing as "my late father's account". */
const LOST_SOMEBODY = pattern(
  "(?:he|she|my \\w+|our \\w+) (?:has |have )?(?:just )?(?:died|passed away)|put to sleep|(?:my|our) (?:father|mother|son|daughter|husband|wife|brother|sister|dad|mum)'s funeral|(?:brother|sister|father|mother|son|daughter|husband|wife)\\. (?:he|she) was (?:buried|cremated)",
);
/** What hangs on it, or was lost by it. */
const STAKE = pattern(
  "(?:we|i) lose|no pay(?! )|(?:half|all|most) of my (?:salary|savings|pension|wages)|(?:we(?:'re| are)|i(?:'m| am)) (?:losing|stuck|stranded|locked out|lost)|people (?:walk|are walking) out|everyone is stuck|shop is down|walk(?:ing|ed)? out",
  "(?:i|we|she|he)(?:'ve| have|'d| had)? (?:missed|lost) (?:the|my|our|her|his|a|an|two|three|half)|(?:gone|wasted|ruined|for nothing)$|(?:\\w+ )?(?:is|are) (?:all )?gone|hours of work",
  "(?:only|just) (?:today's|one|two) (?:more )?(?:dose|tablet|pill|strip)s?|penalt(?:y|ies)|fines?|collections|bailiffs?|overdraft|on my credit card|cut my hours|had to (?:cancel|close|send|pay)",
  "the only (?:one|piece|thing|copy|picture|night)|won't be another|never (?:again )?(?:be|get|have)",
  "(?:wedding|funeral|exam|deadline|surgery|operation|final|premiere|interview|flight|baby|birth|sponsor|payday|audit|hearing|trial) (?:of \\w+ )?(?:is|are|was|starts|on|in|tomorrow|today)|(?:missed|before) (?:the|my|our|her|his) (?:\\w+ )?(?:wedding|funeral|exam|surgery|flight|premiere)",
  "my boss|don't dare|can't (?:work|ride|use it|get in|leave|pay|come in|open|sell|go)|sitting on (?:the floor|garden|boxes)|sent me home|smok(?:e|ing)|on fire|the stove",
);
/** "You" as the one who did it. */
const ACCUSED = pattern(
  "you(?:'ve| have|'d| just)? (?:\\w+ )?(?:taken|took|take|sold|left|let|put me|kept|lost|given|gave|sent (?:me |us )?(?:the wrong|a wrong|somebody else|the same)|charged|charge|hold|held|refused|rejected|declined|closed|cut|broke|ruined|ignored|cancelled|mounted|forgot|forgotten|deleted|wasted|damaged|destroyed|want me to|make me|made me|should have|call (?:this|that)|don't even|never)",
  "your (?:\\w+ )?(?:man|men|guy|girl|boy|lady|rider|driver|agent|staff|colleague|people|robot|bot|chat|app|program|programme|system|site|machine|brake|courier|inspector|lifeguard|engineer|technician|receptionist|hotline) (?:\\w+ )?(?:said|told|left|put|gave|was|were|ate|broke|failed|lost|hung|did|does|is|has|had|refused|laughed|threw|sends|keeps|wants|says|deleted|crashed)",
);
/** Questions that are reproaches. */
const REPROACH = pattern(
  "what would(?:'ve| have) happened (?:if|had)|you people|is (?:this|that) (?:a joke|a robot|some kind|how you|what you)|(?:flagged|passed|escalated|noted|forwarded) (?:it )?(?:where|to whom)|with whom|is any(?:body|one) (?:\\w+ )?(?:there|awake|reading|at home|alive)|what(?:'s| is) going on|are you (?:serious|kidding|joking)|how (?:could|can) (?:this|you|it|anyone|that)",
  "what (?:are you going to do|else am i supposed|am i supposed|do you want me to)|did(?:n't| not) (?:anyone|anybody|you)|can't believe|unbelievable|ridiculous|disgrace(?:ful)?|a disaster|disgusted|fed up|unacceptable|outrage(?:ous)?|fix it|how long\\?|who(?:'s| is) (?:above|in charge)|coffee voucher|in with|for once",
);
/** Two shouted words in a row, or one that is no abbreviation. */
const DONE_TO_ME =
  /(?<![\w'])(?<!(?:thank|hope|if|can|could|would|will|that) )you(?:'ve| have|'d| had| just| now)* (?!help|told me about|can|could|would|will|have|gave me (?:a|the) (?:good|great)|thank|please|tell|send|give|let|show|call|want to|like|sure)\w+ (?:me|us|my|our)(?!\w)/;
const DEMANDS = pattern(
  "i (?:demand|expect|insist)|i want (?:you|my|somebody|someone|to (?:know|speak|see)|it (?:back|gone|fixed|withdrawn)|an? \\w+ who)|you(?:'ve| have) (?:\\d+|ten|five|seven|fourteen|until|24|48) (?:hours|days|\\w+day)?|or (?:else )?i(?:'ll| will)? (?:go|cancel|leave|take|call|post|write to)|the police|arbitration|i(?:'ll| will) (?:never|not) (?:forget|be)|what sort of|what kind of (?:club|company|shop|people|service)",
);
const SCORN = pattern(
  "(?:are|is|of) (?:all |just |nothing but )?(?:thieves|crooks|scammers|liars|robbers|idiots|useless)|great job|well done|congratulations|bravo|masterpiece|real class|very funny|charming|thanks to you|so much for|are (?:you|u) all|what's the point|a pack of|my favourite|like a criminal|so small|like dirt|like (?:an? )?(?:animal|child|thief|fool)",
);
/** Who looks for the slip in themselves is not raging at us. */
const OWN_SLIP = pattern(
  "my (?:own )?(?:fault|mistake|slip|bad)|what (?:did|have) i (?:do|done) wrong|(?:did|have) i (?:do|done) (?:something|anything) (?:wrong|stupid)|i(?:'m| am) not (?:shouting|angry|cross|complaining)|sorry,? (?:i|that i|to (?:trouble|bother))|i (?:forgot|misread|mixed (?:it|them|that) up)|my caps",
  "(?:it's|it is|was|is) (?:really |all |all on )?(?:our|my) (?:own )?(?:mistake|fault|doing|slip)|sorry for the (?:hassle|trouble|bother)|never mind|not (?:mad|cross|angry|upset)|nothing wrong with it|no (?:hurry|rush|harm done)",
);
/** Long enough ago to be told in passing. */
const LONG_AGO = pattern(
  "(?:died|passed(?: away)?) (?:in {month}|(?:last|the) (?:year|spring|summer|autumn|winter)|\\w+ (?:years|months) ago)",
);
const DENIAL = /(?<![\w'])(?:no|not|never|nobody|nothing|none|nowhere|cannot)(?!\w)|n't(?!\w)/g;
const CAPITALS =
  /(?<![\w-])(?:[A-Z]{2,} [A-Z]{2,}|[A-Z]{6,}|NO|NOT|NOW|YOU|ALL|ONE|WHY|FIX|NEVER|AGAIN|STILL|STOP|EVERY|TWICE|THIRD|ON|YES|TEST|PAID|LOST)(?![\w-])/;
/** Who goes above our heads, or beyond words, is upset whatever the tone. */
const GRAVE: readonly Signal[] = ["self-harm", "threat", "abuse", "complaint-body", "wants-manager"];
const SERIOUS: readonly Signal[] = ["legal", "safety", "bereavement"];
const DARK = new Set(["angry", "frustrated", "disappointed", "worried", "sad", "desperate", "embarrassed"]);

export interface Evidence {
  /** plain() of everything the customer wrote, and of what they wrote last. */
  readonly everything: string;
  readonly latest: string;
  /** The last of it as written: capitals and doubled marks are told apart there. */
  readonly written: string;
  readonly heat: number;
  readonly feelings: readonly FeelingRead[];
  readonly signals: ReadonlySet<Signal>;
  /** Something went wrong for them, and the thread lays it at our door. */
  readonly hasLoss: boolean;
  readonly isOurFault: boolean;
  /** They tell of a death, an illness, debts. */
  readonly isBurdened: boolean;
  /** We have written before, and this is what comes back. */
  readonly isAnswered: boolean;
}

/** From here on a customer counts as upset. */
export const UPSET = 2;

/** @returns how much speaks for it; 0 or less is calm. */
export function upsetOf(found: Evidence): number {
  const { heat, feelings, signals, written } = found;
  const isThankful = feelings.some(({ feeling, intensity }) => feeling === "grateful" && intensity >= 0.3);
  const said = isThankful ? found.latest : found.everything;
  let weight = isThankful ? -1 : 0;
  if (heat >= 0.25) weight += 1;
  if (heat >= 0.4) weight += 1;
  const dark = Math.max(0, ...feelings.filter(({ feeling }) => DARK.has(feeling)).map(({ intensity }) => intensity));
  if (dark >= 0.5) weight += 0.5;
  if (dark >= 0.8) weight += 0.5;
  if (GRAVE.some((signal) => signals.has(signal))) weight += 2;
  if (SERIOUS.some((signal) => signals.has(signal))) weight += 1;
  if (found.isBurdened && !signals.has("bereavement")) weight += 0.5;
  if (LOST_SOMEBODY.test(said) && !LONG_AGO.test(said)) weight += 1;
  if (found.isOurFault || found.hasLoss) weight += 0.5;
  if (HARMED.test(said)) weight += 1.5;
  if (LET_DOWN.test(said)) weight += 1;
  if (found.isAnswered && LET_DOWN.test(found.latest)) weight += 1;
  if (STAKE.test(said)) weight += 1;
  if (REPROACH.test(said)) weight += 1;
  if (ACCUSED.test(said)) weight += 1;
  else if (DONE_TO_ME.test(said)) weight += 0.5;
  if (DEMANDS.test(said)) weight += 0.5;
  if (SCORN.test(said)) weight += 0.5;
  if (OWN_SLIP.test(said)) weight -= 1;
  const denials = said.match(DENIAL)?.length ?? 0;
  if (denials >= 3) weight += 0.5;
  if (denials >= 5) weight += 0.5;
  if (/[!?]{2}|![^!]+!/.test(written)) weight += 0.5;
  if (CAPITALS.test(written)) weight += 0.5;
  return weight;
}
