/**
 * What is meant and not said (METHOD listen.unsaid): giving up, mocking, one polite last try, a goodbye in disguise, fear
 * behind anger, feeling powerless or unheard. Hints with their words; weak ones need something else in the message beside them.
 */
import type { Span } from "../../kit/index.ts";
import type { Unsaid } from "./cues/unsaid-cues.ts";
import type { FeltHere } from "./feelings.ts";
import type { HeardSentence } from "./hear-sentences.ts";
import type { Token } from "./scan-words.ts";

export interface UnsaidRead extends Span {
  readonly unsaid: Unsaid;
}

const NEGATIVE = new Set(["angry", "frustrated", "disappointed", "worried", "desperate", "sad"]);
/** Mockery that needs no other evidence. */
const PLAIN_MOCKERY = /nothing|ruin|wasting|losing|ignoring|yeah|^oh |silly me|lucky|what (?:i|we) needed|whoever|🙃/;

/** @param hasTrouble something in the message speaks of a problem. */
export function findUnsaid(
  text: string,
  tokens: readonly Token[],
  sentences: readonly HeardSentence[],
  felt: readonly FeltHere[],
  hasTrouble: boolean,
): UnsaidRead[] {
  const isUpset = felt.some(({ feeling, intensity }) => NEGATIVE.has(feeling) && intensity >= 0.35);
  const isAngry = felt.some(
    ({ feeling, intensity }) => (feeling === "angry" || feeling === "frustrated") && intensity >= 0.35,
  );
  const found: UnsaidRead[] = [];
  for (const sentence of sentences)
    for (const { cue, from, to } of sentence.hits) {
      if (cue.is !== "unsaid") continue;
      const start = (tokens[from] as Token).start;
      const end = (tokens[to - 1] as Token).end;
      if (sentence.isQuoted(start)) continue;
      const words = text.slice(start, end).toLowerCase();
      if (cue.unsaid === "fear-behind-anger" && !isAngry) continue;
      if (cue.unsaid === "sarcasm" && !PLAIN_MOCKERY.test(words) && !isUpset && !hasTrouble) continue;
      found.push({ unsaid: cue.unsaid, start, end });
    }
  const ends = new Map<Unsaid, number>();
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ unsaid, start, end }) => {
      if (start < (ends.get(unsaid) ?? -1)) return false;
      ends.set(unsaid, end);
      return true;
    });
}
