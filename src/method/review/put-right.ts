/**
 * What the customer has put right: "Wednesday, not Tuesday", "it's Mill Lane and not Mill Road", "sorry, I meant the left one". A
 * reply that keeps to the old word is behind. Numbers are compared in numbers-off.ts; here it is days, hours, names and sides.
 */
import type { Contradiction } from "./contradiction.ts";
import type { Draft } from "./draft.ts";
import { pattern, plain } from "./pattern.ts";
import type { ThreadMessage } from "./review-input.ts";

interface PutRight {
  readonly wrong: string;
  readonly right: string;
}

const WORD =
  "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\\d{1,2}(?:st|nd|rd|th)?(?: of)? [a-z]{3,9}|the \\d{1,2}(?:st|nd|rd|th)|\\d{1,2}[:.]\\d{2}|\\d{1,2} ?[ap]m|[a-z][a-z'-]{2,15}(?: (?:lane|road|street|close|way|avenue|drive|court|hill|park|house|place|square))?)";
/** "Wednesday, not Tuesday" · "Wednesday instead of Tuesday" · "not Tuesday but Wednesday" · "I meant Wednesday, I wrote Tuesday". */
const RIGHT_FIRST = new RegExp(
  `(?<![\\w'])(?:(?:on|at|in|for|the|is|it's|with|a|from|to) )?(${WORD})(?: (?:one|side|room|street))?(?: \\([^)]{1,20}\\))?,? (?:and |\\()?(?:not|instead of|rather than) (?:(?:on|at|in|for|the|a|with|from|to|as i (?:wrote|said)) )*(${WORD})(?!\\w)`,
  "g",
);
const WRONG_FIRST = new RegExp(
  `(?<![\\w'])not (?:(?:on|at|in|for|the|a|with|from|to) )*(${WORD})(?: (?:one|side))?,? (?:but|it's|it is|i meant|i mean) (?:(?:on|at|in|for|the|a|with|from|to) )*(${WORD})(?!\\w)`,
  "g",
);
const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const HAS_DIGIT = /\d/;
const SIDES: readonly string[] = [
  "left|right",
  "front|rear|back",
  "upper|lower",
  "small|medium|large",
  "red|blue|green|black|white|grey|gray|brown|yellow|orange|purple|pink|beige|navy|silver|gold",
  "morning|afternoon|evening",
  "morning|noon|evening",
];
const sideOf = (word: string): string | undefined => SIDES.find((all) => all.split("|").includes(word));

const cache = new WeakMap<object, readonly PutRight[]>();
const MOST_MESSAGES = 20;
const MOST_TEXT = 8_000;

function putRightIn(thread: readonly ThreadMessage[]): readonly PutRight[] {
  const known = cache.get(thread);
  if (known !== undefined) return known;
  const found: PutRight[] = [];
  let before = "";
  for (const { from, text } of thread.slice(-MOST_MESSAGES)) {
    const written = text.slice(0, MOST_TEXT);
    const words = plain(written);
    if (from === "customer") {
      for (const [, right = "", wrong = ""] of words.matchAll(RIGHT_FIRST))
        take(found, { wrong, right }, before, written);
      for (const [, wrong = "", right = ""] of words.matchAll(WRONG_FIRST))
        take(found, { wrong, right }, before, written);
    }
    before += ` ${words}`;
  }
  const few = found.slice(0, MOST);
  cache.set(thread, few);
  return few;
}

const MOST = 20;

/** Only two of a kind are a correction: two days, two hours, two sides, two names. */
function take(found: PutRight[], { wrong, right }: PutRight, before: string, written: string): void {
  if (wrong === right) return;
  const isCapital = (word: string, after: string) =>
    new RegExp(`${after}${capital(word)}(?![\\p{L}])`, "u").test(written);
  // Every word has a capital where a sentence begins; the wrong one, behind "not", has it only as a name.
  const areNames = () => isCapital(wrong, "(?<=[\\p{Ll},;:(] )") && isCapital(right, "(?<![\\p{L}])");
  const isPair =
    (DAY.test(wrong) && DAY.test(right)) ||
    (HAS_DIGIT.test(wrong) && HAS_DIGIT.test(right)) ||
    (sideOf(wrong) !== undefined && sideOf(wrong) === sideOf(right)) ||
    (!DAY.test(wrong) && !DAY.test(right) && areNames());
  // What was named before, by them or by us, is put right; else it is only told apart.
  if (isPair && before.includes(wrong)) found.push({ wrong, right });
}

const capital = (words: string): string =>
  words.replace(/(^| )([a-z])/g, (_, gap: string, letter: string) => gap + letter.toUpperCase());

const OF_THE_SLIP = pattern(
  "not|instead|rather than|at first|first|earlier|corrected|correction|mistake|wrong|wrongly|old|previous(?:ly)?|originally|was|were|changed|you (?:had )?(?:wrote|typed)|or|either|both|also",
);

export function* keptWrong(draft: Draft): Generator<Contradiction> {
  for (const { wrong, right } of putRightIn(draft.input.thread)) {
    if (draft.plain.includes(right)) continue;
    const cue = new RegExp(`(?<![\\w'])${wrong}(?![\\w'])`);
    for (const sentence of draft.body.slice(0, 80)) {
      const here = cue.exec(sentence.plain);
      if (here === null || OF_THE_SLIP.test(sentence.plain)) continue;
      yield { start: sentence.start + here.index, end: sentence.start + here.index + wrong.length, said: right };
      break;
    }
  }
}
