/** Ways of pointing that many rules share: at words, at a sentence, at the place where something is missing. */
import type { Draft } from "./draft.ts";
import type { Pointed } from "./rule.ts";
import type { Sentence } from "./sentence.ts";

/** Every match of an everyPattern() in one sentence. Runs to the end at once, so the pattern keeps no place between calls. */
export function wordsIn({ plain, start }: Sentence, words: RegExp): Pointed[] {
  const found: Pointed[] = [];
  words.lastIndex = 0;
  for (let match = words.exec(plain); match !== null; match = words.exec(plain)) {
    if (match[0] === "") words.lastIndex += 1;
    else found.push({ start: start + match.index, end: start + match.index + match[0].length });
  }
  return found;
}

/** Every match in the writer's own sentences, greeting and closing included. */
export function* wordsAnywhere(draft: Draft, words: RegExp, unless?: RegExp): Generator<Pointed> {
  for (const sentence of draft.sentences) if (!(unless?.test(sentence.plain) ?? false)) yield* wordsIn(sentence, words);
}

export const whole = ({ start, end }: Sentence): Pointed => ({ start, end });

/** Where the first sentence after the greeting begins: what should come first is missing here. */
export function atBeginning(draft: Draft): Pointed {
  const start = draft.body[0]?.start ?? 0;
  return { start, end: start };
}

/** Behind the last sentence before the closing: what should come last is missing here. */
export function atEnd(draft: Draft): Pointed {
  const end = draft.body.at(-1)?.end ?? draft.text.length;
  return { start: end, end };
}

/** The sentences of the same paragraph. */
export const paragraphOf = (draft: Draft, sentence: Sentence): Sentence[] =>
  draft.body.filter(({ paragraph }) => paragraph === sentence.paragraph);

/** The sentence and up to `reach` neighbours on either side. */
export const around = (draft: Draft, sentence: Sentence, reach: number): Sentence[] => {
  const at = draft.body.indexOf(sentence);
  return at < 0 ? [sentence] : draft.body.slice(Math.max(0, at - reach), at + reach + 1);
};

/** How much of this sentence is about this customer's matter: words and figures that the customer used too. */
export function sharedWith(draft: Draft, sentence: Sentence): number {
  const { customer } = draft;
  if (customer === undefined) return 0;
  let shared = 0;
  for (const stem of sentence.stems) if (customer.stems.has(stem)) shared += 1;
  return shared;
}

export const sharedInAll = (draft: Draft): number => {
  const { customer } = draft;
  if (customer === undefined) return 0;
  const shared = new Set<string>();
  for (const sentence of draft.body) for (const stem of sentence.stems) if (customer.stems.has(stem)) shared.add(stem);
  return shared.size;
};
