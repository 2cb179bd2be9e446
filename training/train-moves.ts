/** What the sentences of a reply do, learned from our own labelled replies with the cues of src/method/review/moves beside them. */
import { besidesOfSentence, type MovesHead } from "../src/method/models/moves-scorer.ts";
import type { StoredModel } from "../src/method/models/weights-file.ts";
import { scanWords } from "../src/method/reading/index.ts";
import { MOVE_NAMES, type MoveName, type ReplySentence, review } from "../src/method/review/index.ts";
import { bestThreshold, crossFit, FOLDS } from "./cross-fit.ts";
import type { Recipe } from "./fit-model.ts";
import {
  isHeldOut,
  type OwnConversation,
  type OwnSentence,
  ownConversations,
  replyLines,
} from "./own-conversations.ts";
import { quantise, shorten } from "./quantise.ts";
import { type Example, trainLinear } from "./train-linear.ts";
import { exampleOf, strongest, type Text, type Vocabulary, vocabularyOf, wanting } from "./vocabulary.ts";

interface MoveText extends Text {
  /** Texts of one group are never parted. */
  readonly group: number;
}

export interface LaidOut {
  readonly text: string;
  /** Where each labelled sentence stands. */
  readonly places: ReadonlyArray<{ readonly start: number; readonly end: number; readonly moves: readonly MoveName[] }>;
}

/** Sentences as a mail: greeting and goodbye on lines of their own. */
export function layOut(sentences: readonly OwnSentence[]): LaidOut {
  let text = "";
  const places = sentences.map(({ text: own, moves }, index) => {
    const before = sentences[index - 1];
    if (before !== undefined) text += before.moves.includes("greet") || moves.includes("sign-off") ? "\n\n" : " ";
    const start = text.length;
    text += own;
    return { start, end: text.length, moves };
  });
  return { text, places };
}

/** What the engine sees of a reply, sentence by sentence, before anything learned speaks. */
export function sentencesSeen(message: string | undefined, reply: string): ReplySentence[] {
  const seen: ReplySentence[] = [];
  review(
    { thread: message === undefined ? [] : [{ from: "customer", text: message }], reply },
    {
      moves: (one) => {
        seen.push(one);
        return {};
      },
    },
  );
  return seen;
}

/** More than a third of it. */
const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start) > (a.end - a.start) / 3;

function moveTexts(message: string | undefined, sentences: readonly OwnSentence[], group: number): MoveText[] {
  const { text, places } = layOut(sentences);
  return sentencesSeen(message, text).map((one): MoveText => {
    const made = places
      .filter((place) => overlaps(place, one.sentence) || overlaps(one.sentence, place))
      .flatMap(({ moves }) => moves.map((move) => MOVE_NAMES.indexOf(move)));
    return {
      tokens: scanWords(one.sentence.plain),
      wanted: wanting(MOVE_NAMES.length, made),
      besides: besidesOfSentence(one),
      group,
    };
  });
}

const RECIPE: Recipe = {
  rows: 8_000,
  spells: false,
  fewest: 2,
  manner: { loss: "each", rounds: 20, step: 1, pullBesides: 1e-4, seed: 1 },
};
const SHARPNESS = 1.5;

const ofConversation = ({ message, replies }: OwnConversation, group: number): MoveText[] =>
  replies.flatMap(({ sentences }) => moveTexts(message, sentences, group));

export function trainMoves(): { readonly model: StoredModel; readonly head: MovesHead } {
  const texts = [
    ...ownConversations()
      .filter((one) => !isHeldOut(one))
      .flatMap(ofConversation),
    ...replyLines().flatMap((line, index) => moveTexts(undefined, [line], index)),
  ];
  const everything = vocabularyOf(texts, RECIPE.spells, RECIPE.fewest);
  const numbered = (vocabulary: Vocabulary): Example[] => texts.map((text) => exampleOf(text, vocabulary));
  const first = trainLinear(numbered(everything), everything.features.length, MOVE_NAMES.length, RECIPE.manner);
  const vocabulary = strongest(everything, first, RECIPE.rows);
  const examples = numbered(vocabulary);
  const rows = vocabulary.features.length;
  const weights = trainLinear(examples, rows, MOVE_NAMES.length, RECIPE.manner);
  const foldOf = (index: number) => (texts[index] as MoveText).group % FOLDS;
  const scores = crossFit(examples, foldOf, rows, MOVE_NAMES.length, RECIPE.manner);
  const made = MOVE_NAMES.map((_, at) =>
    shorten(
      bestThreshold(
        examples.map(({ wanted }, index) => [(scores[index] as Float32Array)[at] as number, wanted[at] === 1]),
      ),
    ),
  );
  return {
    model: quantise("moves", MOVE_NAMES, vocabulary, weights),
    head: { besides: Array.from(weights.besides, shorten), made, sharpness: SHARPNESS },
  };
}
