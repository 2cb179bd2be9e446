/**
 * What a move is: one thing that a sentence of a reply can do, with the cues by which it is noticed. A sentence may do several.
 * Cues are written by hand; a learned scorer can be laid beside them in find-moves.ts without changing a file here.
 */
import type { PrincipleId, Step } from "../../steps/index.ts";
import type { CustomerSide } from "../customer-side.ts";
import type { Figure } from "../figures.ts";
import type { Sentence } from "../sentence.ts";

/** What a judge may look at besides the sentence itself. */
export interface Surroundings {
  readonly customer: CustomerSide | undefined;
  /** In this sentence. Places are in the reply. */
  readonly figures: readonly Figure[];
  /** How many figures and content words of this sentence the customer used too. Their matter, not any customer's. */
  readonly sharedFigures: number;
  readonly sharedStems: number;
}

/** A sentence alone, or an answer to somebody. */
export type MoveExample = string | readonly [customer: string, sentence: string];

export interface Move<Name extends string = string> {
  readonly id: Name;
  /** The step of the method that it carries; none for courtesies. */
  readonly step?: Step;
  readonly principle: PrincipleId;
  /** Said to a colleague who asks what the word means. */
  readonly means: string;
  readonly cues: ReadonlyArray<readonly [confidence: number, cue: RegExp]>;
  /** Silences the cues. */
  readonly unless?: RegExp;
  /** Confidence 0..1 from the surroundings; the higher of it and the cues counts. */
  readonly judge?: (sentence: Sentence, around: Surroundings, already: (id: string) => boolean) => number;
  readonly examples: {
    readonly is: readonly [MoveExample, ...MoveExample[]];
    readonly isNot: readonly [MoveExample, ...MoveExample[]];
  };
}

export const move = <const Name extends string>(m: Move<Name>): Move<Name> => m;
