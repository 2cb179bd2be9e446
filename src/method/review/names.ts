/**
 * How the customer is called: by the name the desk knows, and by what they wrote under their own letters. Tells whether a reply
 * calls them by it. Letters with and without marks are the same letter; a nickname nobody used is nobody's name.
 */
import type { Draft } from "./draft.ts";
import type { ReviewInput } from "./review-input.ts";

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|madam|herr|frau|mme|m|fam|family)$/;
const WORD = /\p{Lu}[\p{L}'’-]+/gu;
/** A line under a letter holds a name and little else. */
const MOST_IN_SIGNATURE = 6;
const LAST_LINES = 4;
const MOST_TEXT = 20_000;

export interface KnownName {
  /** As the desk writes it, titles left out. */
  readonly parts: readonly string[];
  /** Every word they are called by, folded(). */
  readonly all: ReadonlySet<string>;
  /** They gave a title, or an initial in place of a first name: "Mrs Lakatos", "B. Krull". */
  readonly isFormal: boolean;
}

/** Lower case without marks; "ü" and "ue" meet. */
export const folded = (word: string): string =>
  word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’-]/g, "")
    .replace(/(?<=[aou])e/g, "")
    .replace(/ø/g, "o");

export const nameWordsIn = (text: string): RegExpExecArray[] => [...text.matchAll(WORD)];

/** Several ask the same draft, and a thread is the same from one keystroke to the next. */
const known = new WeakMap<object, { readonly given: string; readonly name: KnownName | undefined }>();

/** Undefined where no name is known that could be said. */
export function knownName({ input }: Draft): KnownName | undefined {
  const given = input.customer?.name?.trim() ?? "";
  const before = known.get(input.thread);
  if (before?.given === given) return before.name;
  const name = nameOf(input, given);
  known.set(input.thread, { given, name });
  return name;
}

function nameOf(input: ReviewInput, given: string): KnownName | undefined {
  const words = given.split(/[\s,]+/).map((word) => word.replace(/\.$/, ""));
  const parts = words.filter((word) => /^\p{Lu}[\p{L}'’-]+$/u.test(word) && !TITLE.test(word.toLowerCase()));
  const [first] = parts;
  if (first === undefined) return undefined;
  const all = new Set(parts.flatMap((part) => [folded(part), ...part.split("-").map(folded)]));
  let isFormal = words.some((word) => TITLE.test(word.toLowerCase()));
  for (const line of signaturesIn(input.thread.filter(({ from }) => from === "customer").map(({ text }) => text))) {
    const signed = nameWordsIn(line).map(([word]) => word);
    if (!signed.some((word) => all.has(folded(word)))) continue;
    for (const word of signed) if (!TITLE.test(word.toLowerCase())) all.add(folded(word));
    if (/(?:^|\s)\p{Lu}\.\s?\p{Lu}\p{L}/u.test(line) || signed.some((word) => TITLE.test(word.toLowerCase())))
      isFormal = true;
  }
  return { parts, all, isFormal };
}

const signaturesIn = (letters: readonly string[]): string[] =>
  letters.flatMap((text) =>
    text
      .slice(0, MOST_TEXT)
      .trim()
      .split(/\n+|(?<=[a-zà-ÿ][.!?]) /)
      .slice(-LAST_LINES)
      .filter((line) => line.trim().split(/\s+/).length <= MOST_IN_SIGNATURE),
  );

/** Whether one of their names stands anywhere in the words. */
export const callsThem = ({ all }: KnownName, words: string): boolean =>
  nameWordsIn(words).some(([word]) => all.has(folded(word)) || word.split("-").some((part) => all.has(folded(part))));
