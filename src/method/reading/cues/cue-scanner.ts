/**
 * All cues of all kinds in one index, so that a message is walked once however many there are. Built at first use, because
 * a page that never reads a message should not pay for it.
 */
import { ASK_CUES, type AskKind } from "./ask-cues.ts";
import { FEELING_CUES, type FeltFeeling } from "./feeling-cues.ts";
import { GRIEVANCE_CUES } from "./grievance-cues.ts";
import {
  type Beginning,
  buildTrie,
  findPhrases,
  type PhraseHit,
  type PhraseTrie,
  type PhraseWord,
} from "./phrase-trie.ts";
import { SIGNAL_CUES, type Signal } from "./signal-cues.ts";
import { SITUATION_CUES, type Situation } from "./situation-cues.ts";
import { UNSAID_CUES, type Unsaid } from "./unsaid-cues.ts";

export type Cue =
  | {
      readonly is: "feeling";
      readonly feeling: FeltFeeling;
      readonly intensity: number;
      readonly holdsNegation: boolean;
    }
  | { readonly is: "signal"; readonly signal: Signal }
  | { readonly is: "unsaid"; readonly unsaid: Unsaid }
  | { readonly is: "situation"; readonly situation: Situation; readonly weight: number; readonly id: number }
  | { readonly is: "ask"; readonly ask: AskKind }
  | { readonly is: "grievance"; readonly heat: number };

export type CueHit = PhraseHit<Cue>;

function* allCues(): Generator<readonly [string, Cue]> {
  for (const [feeling, intensity, phrases] of FEELING_CUES)
    for (const phrase of cut(phrases))
      yield [
        phrase,
        {
          is: "feeling",
          feeling,
          intensity,
          holdsNegation:
            /\b(?:no|not|never|nobody|nothing|no one|nowhere)\b|n't|\{(?:cant|dont|doesnt|didnt|isnt)\}/.test(phrase),
        },
      ];
  for (const [signal, phrases] of SIGNAL_CUES) {
    const cue: Cue = { is: "signal", signal };
    for (const phrase of cut(phrases)) yield [phrase, cue];
  }
  for (const [unsaid, phrases] of UNSAID_CUES) {
    const cue: Cue = { is: "unsaid", unsaid };
    for (const phrase of cut(phrases)) yield [phrase, cue];
  }
  let id = 0;
  for (const [situation, weight, phrases] of SITUATION_CUES)
    for (const phrase of cut(phrases)) {
      id += 1;
      yield [phrase, { is: "situation", situation, weight, id }];
    }
  for (const [ask, phrases] of ASK_CUES) {
    const cue: Cue = { is: "ask", ask };
    for (const phrase of cut(phrases)) yield [phrase, cue];
  }
  for (const [heat, phrases] of GRIEVANCE_CUES) {
    const cue: Cue = { is: "grievance", heat };
    for (const phrase of cut(phrases)) yield [phrase, cue];
  }
}

const cut = (phrases: string): string[] =>
  phrases
    .split(";")
    .map((phrase) => phrase.trim())
    .filter(Boolean);

let index: PhraseTrie<Cue> | undefined;
const theIndex = (): PhraseTrie<Cue> => {
  index ??= buildTrie(allCues());
  return index;
};

/** The number of a word among the words of all cues; 0 when it is in none. */
export const cueNumber = (norm: string): number => theIndex().numbers.get(norm) ?? 0;
export const beginningOf = (norm: string): Beginning<Cue> | undefined => theIndex().beginnings.get(norm);

/** The hits between two words of one sentence, in order of their first word. */
export function scanCues(words: readonly PhraseWord<Cue>[], first: number, last: number): CueHit[] {
  const hits: CueHit[] = [];
  findPhrases(theIndex(), words, first, last, hits);
  return hits;
}
