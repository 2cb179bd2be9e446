/**
 * Finds what every sentence of a reply does. Cues first, then each move's own judgement of the surroundings; a learned scorer,
 * where one is given, hears both and decides. A sentence may do several things, or none that we know.
 */
import { remembered, type Span } from "../../../kit/index.ts";
import type { CustomerSide } from "../customer-side.ts";
import { type Figure, keyOf } from "../figures.ts";
import type { Sentence } from "../sentence.ts";
import acknowledge from "./acknowledge.ts";
import act from "./act.ts";
import alternative from "./alternative.ts";
import answer from "./answer.ts";
import apologise from "./apologise.ts";
import ask from "./ask.ts";
import askFeedback from "./ask-feedback.ts";
import care from "./care.ts";
import check from "./check.ts";
import close from "./close.ts";
import escalate from "./escalate.ts";
import explain from "./explain.ts";
import greet from "./greet.ts";
import instruct from "./instruct.ts";
import type { Move, Surroundings } from "./move.ts";
import normalise from "./normalise.ts";
import offerOption from "./offer-option.ts";
import own from "./own.ts";
import paraphrase from "./paraphrase.ts";
import promise from "./promise.ts";
import readBack from "./read-back.ts";
import reassure from "./reassure.ts";
import redress from "./redress.ts";
import reflect from "./reflect.ts";
import refuse from "./refuse.ts";
import relate from "./relate.ts";
import setBoundary from "./set-boundary.ts";
import signOff from "./sign-off.ts";
import stepAway from "./step-away.ts";
import suggest from "./suggest.ts";
import thank from "./thank.ts";

/** In the order in which they are looked for: some ask whether an earlier one was found. */
export const MOVES = [
  greet,
  acknowledge,
  reflect,
  normalise,
  relate,
  paraphrase,
  readBack,
  apologise,
  own,
  thank,
  check,
  offerOption,
  ask,
  explain,
  act,
  instruct,
  suggest,
  promise,
  refuse,
  alternative,
  redress,
  escalate,
  answer,
  setBoundary,
  stepAway,
  askFeedback,
  care,
  reassure,
  close,
  signOff,
] as const;

export type MoveName = (typeof MOVES)[number]["id"];

/** Every value that `move` may have, for a schema. */
export const MOVE_NAMES: readonly MoveName[] = MOVES.map(({ id }) => id);

export interface FoundMove extends Span {
  readonly move: MoveName;
  readonly confidence: number;
  /** Index of the sentence. */
  readonly sentence: number;
}

/** One sentence of a reply with all that may be known when it is judged. */
export interface ReplySentence {
  readonly sentence: Sentence;
  readonly around: Surroundings;
  /** What the cues say, 0..1; moves that they do not see are left out. */
  readonly cued: Readonly<Partial<Record<MoveName, number>>>;
  /** It is the n-th of so many, from 0. */
  readonly place: number;
  readonly of: number;
}

/** Trained: hears the cues and the words and gives the confidence that stands, 0..1. Where it says nothing the cues stand. */
export type MoveScorer = (one: ReplySentence) => Partial<Record<MoveName, number>>;

/** Below this a move is not even listed. */
const WORTH_LISTING = 0.5;

/** @param figures of the whole reply, with places in the reply. */
export function findMoves(
  sentences: readonly Sentence[],
  customer: CustomerSide | undefined,
  figures: readonly Figure[],
  scorer?: MoveScorer,
): FoundMove[] {
  const found: FoundMove[] = [];
  for (const [place, sentence] of sentences.entries()) {
    const around = surroundingsOf(sentence, customer, figures);
    const cued = cuedIn(sentence, around);
    const judged = scorer?.({ sentence, around, cued, place, of: sentences.length }) ?? {};
    for (const move of MOVE_NAMES) {
      const confidence = judged[move] ?? cued[move] ?? 0;
      if (confidence < WORTH_LISTING) continue;
      found.push({ move, start: sentence.start, end: sentence.end, confidence, sentence: sentence.index });
    }
  }
  return found;
}

function cuedIn(sentence: Sentence, around: Surroundings): Partial<Record<MoveName, number>> {
  const cued: Partial<Record<MoveName, number>> = {};
  const already = (id: string) => (cued[id as MoveName] ?? 0) >= WORTH_LISTING;
  const cues = byCues(sentence.plain);
  for (const [at, move] of (MOVES as readonly Move<MoveName>[]).entries()) {
    const confidence = Math.max(cues[at] as number, move.judge?.(sentence, around, already) ?? 0);
    if (confidence > 0) cued[move.id] = confidence;
  }
  return cued;
}

function surroundingsOf(
  sentence: Sentence,
  customer: CustomerSide | undefined,
  figures: readonly Figure[],
): Surroundings {
  const own = figures.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  let sharedStems = 0;
  let sharedFigures = 0;
  if (customer !== undefined) {
    for (const stem of sentence.stems) if (customer.stems.has(stem)) sharedStems += 1;
    for (const figure of own) if (customer.figureKeys.has(keyOf(figure))) sharedFigures += 1;
  }
  return { customer, figures: own, sharedFigures, sharedStems };
}

/** What the cues alone say of a wording, one number per move. */
const byCues = remembered((plain): readonly number[] => (MOVES as readonly Move[]).map((move) => cueOf(move, plain)));

function cueOf(move: Move, plain: string): number {
  let best = 0;
  for (const [confidence, cue] of move.cues) {
    if (confidence <= best || !cue.test(plain)) continue;
    if (move.unless?.test(plain)) break;
    best = confidence;
  }
  return best;
}
