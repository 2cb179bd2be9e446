/**
 * Words shaped like an apology that own nothing: they leave open whether anything happened ("if", "any", "may have"), or move it
 * into the customer's feelings. Shared by the rule that points at them and by those that must not take them for an apology.
 */
import { everyPattern, pattern } from "./pattern.ts";
import type { Sentence } from "./sentence.ts";

const SORRY = "(?:sorry|apologi[sz]e|apologies|regret)";
const HARM =
  "(?:inconvenience|distress|irritation|confusion|upset|trouble|offen[cs]e|disappointment|misunderstanding|concern|stress|discomfort|annoyance|frustration|hassle|disruption|delay|anxiety|worry|embarrassment|hurt|hardship|bother|unpleasantness|mistake|error)";

/** "Sorry if I am brief" only asks for leave. */
export const SORRY_IF = everyPattern(
  `${SORRY}(?: \\w+)? if (?:you|the|this|that|our|your|it|any|anything|something|some|someone|somebody|there|we|my|things|parts)`,
  `${SORRY}(?: to (?:hear|read|learn))?(?: that)? you (?:feel|felt|think|thought|found|find|believe|see|saw|perceived?|experienced|took|take) (?:it|this|that|our|your|the|we|things|so|offended|offence|us|like)(?: way| personally)?`,
  `${SORRY}(?: to (?:hear|read|learn))?(?: that)? you (?:were|are|got|feel|felt) (?:offended|under the impression)`,
  `${SORRY}(?: to (?:hear|read|learn))?(?: that)? you(?:'re| are| were| feel| felt)(?: not|n't) (?:fully |completely |entirely |quite |totally |so |very |a hundred percent )?(?:happy|satisfied|pleased|content)`,
  `${SORRY}(?: to (?:hear|read|learn))?(?: that)? you(?:'re| are| were| feel| felt) (?:\\w+ )?(?:dissatisfied|unsatisfied|unhappy|displeased)`,
  `${SORRY} should (?:you|the|this|that|our|your|it|any|anything|something)|(?:regrettable|unfortunate|a pity) (?:if|should) (?:you|the|this|that|our|your|it|any|anything|something)`,
  "(?:should|if) (?:something|anything|mistakes|this|that) (?:have |has |had )?(?:\\w+ ){1,12}(?:that |this |it )?would (?:of course |naturally )?be (?:regrettable|unfortunate)|if (?:this|that|it|anything) (?:has|have|had|should have) (?:\\w+ ){0,3}(?:given|caused|left|upset|hurt|offended) [^.]{1,40}(?:regret|sorry)|if (?:that|this|it)(?:'s| is| was)(?: felt to be)? [^.,]{3,30}, (?:that's|it's|i'm|we're) (?:a pity|sorry)",
  `${SORRY}(?: that)? you(?:'re| are) not (?:feeling|liking|enjoying|loving)|regret(?: that)? you (?:experienced|felt) `,
  "mistakes (?:may |might |could |have |will |can )*(?:been |be |were |have been )?(?:made|occur(?:red)?)",
);
export const ANY_HARM = everyPattern(
  `(?<=(?:for|about|regret|over|causing|with) )any (?:\\w+ )?${HARM}s?(?: (?:that )?(?:this |it |we |that |you )?(?:may |might |could |has |have |had |is |was )*(?:caused?|causing|created?|felt|experienced|suffered)(?: (?:to )?you)?)?`,
);
const DOUBTED = everyPattern(
  "(?:may|might|could) have (?:caused|led to|upset|offended|felt|seemed|created|given|been (?:an?|some|felt|perceived|seen|unclear|unhelpful|inconvenient|unpleasant|annoying|frustrating|disappointing))",
  "(?:not|n't|failed to|fell short of) (?:quite |fully |always )?(?:been |be )?(?:meet |live up to |match |to |up to )?your (?:high )?(?:expectations?|satisfaction|liking)",
);
const APOLOGISES = pattern(SORRY, "apology");

export const isApologetic = (sentence: Sentence): boolean => APOLOGISES.test(sentence.plain);
/** The patterns that count only in a sentence that apologises. */
export const IN_AN_APOLOGY = [ANY_HARM, DOUBTED] as const;

export function isHollow(sentence: Sentence): boolean {
  if (found(SORRY_IF, sentence)) return true;
  return isApologetic(sentence) && IN_AN_APOLOGY.some((words) => found(words, sentence));
}

function found(words: RegExp, { plain }: Sentence): boolean {
  words.lastIndex = 0;
  return words.test(plain);
}
