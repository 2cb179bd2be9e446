/** What the sentences of a reply do, learned from our own labelled replies with the cues of src/method/review/moves beside them. */
import { besidesOfSentence, type MovesHead } from "../src/method/models/moves-scorer.ts";
import type { StoredModel } from "../src/method/models/weights-file.ts";
import { scanWords } from "../src/method/reading/index.ts";
import { MOVE_NAMES, type MoveName, type ReplySentence, review } from "../src/method/review/index.ts";
import { EMOTIONS, goEmotions, type Labelled } from "./corpora.ts";
import { bestThreshold, crossFit, FOLDS, surerThan } from "./cross-fit.ts";
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
  rows: 6_000,
  spells: false,
  fewest: 2,
  manner: { loss: "each", rounds: 20, step: 1, pullBesides: 1e-4, seed: 1 },
};
/** Of what a rule may lean on, this part is right. */
const SURE = 0.85;

const ofConversation = ({ message, replies }: OwnConversation, group: number): MoveText[] =>
  replies.flatMap(({ sentences }) => moveTexts(message, sentences, group));

/** What talk among strangers teaches: thanks and apologies as people labelled them, and that most sentences are no help at all. */
const HELPING: readonly MoveName[] = [
  "greet",
  "acknowledge",
  "reflect",
  "normalise",
  "paraphrase",
  "read-back",
  "own",
  "check",
  "offer-option",
  "act",
  "promise",
  "refuse",
  "alternative",
  "redress",
  "escalate",
  "set-boundary",
  "step-away",
  "ask-feedback",
  "care",
  "reassure",
  "close",
  "sign-off",
];
/** Whoever feels these may be comforting somebody. */
const TENDER = new Set(
  "caring optimism sadness remorse gratitude grief fear nervousness embarrassment disappointment relief love".split(
    " ",
  ),
);
const COMMENT_WEIGHT = 0.1;
/** Thresholds are set on our own sentences and on every tenth of these. */
const COMMENTS_POOLED = 10;

function commentTexts({ text, labels }: Labelled, group: number): MoveText[] {
  const names = labels.map((label) => EMOTIONS[label] as string);
  const seen = sentencesSeen(undefined, text);
  const wanted = new Float32Array(MOVE_NAMES.length).fill(Number.NaN);
  const say = (move: MoveName, isThere: boolean) => {
    wanted[MOVE_NAMES.indexOf(move)] = isThere ? (seen.length === 1 ? 1 : Number.NaN) : 0;
  };
  say("thank", names.includes("gratitude"));
  say("apologise", names.includes("remorse"));
  if (!names.some((name) => TENDER.has(name))) for (const move of HELPING) say(move, false);
  return seen.map((one) => ({
    tokens: scanWords(one.sentence.plain),
    wanted,
    besides: besidesOfSentence(one),
    weight: COMMENT_WEIGHT,
    group,
  }));
}

/** A cue that is less sure is not listed. */
const LISTED = 0.5;
/** Where words help by less than this the cues stand: they know no habits of whoever wrote the examples. */
const LEAST_GAIN = 0.03;

/** F1 on examples that were not trained on. */
function balance<Way extends string>(
  own: ReadonlyArray<{ readonly isOne: boolean } & Readonly<Record<Way, boolean>>>,
  way: Way,
): number {
  const right = own.filter((one) => one.isOne && one[way]).length;
  return (2 * right) / (own.filter(({ isOne }) => isOne).length + own.filter((one) => one[way]).length);
}

export function trainMoves(folder: string): { readonly model: StoredModel; readonly head: MovesHead } {
  const texts = [
    ...ownConversations()
      .filter((one) => !isHeldOut(one))
      .flatMap(ofConversation),
    ...replyLines().flatMap((line, index) => moveTexts(undefined, [line], index)),
    ...goEmotions(folder, "original", "dev").flatMap(commentTexts),
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
  const scored = MOVE_NAMES.map((_, at) =>
    examples.flatMap(({ wanted, weight }, index): [number, boolean][] =>
      Number.isNaN(wanted[at]) || (weight < 1 && index % COMMENTS_POOLED > 0)
        ? []
        : [[(scores[index] as Float32Array)[at] as number, wanted[at] === 1]],
    ),
  );
  const made = scored.map((one) => shorten(bestThreshold(one)));
  const sure = scored.map((one, at) => shorten(surerThan(SURE, one, made[at] as number)));
  const byCues = MOVE_NAMES.map((_, at) => {
    const own = examples.flatMap(({ wanted, weight, besides }, index) =>
      weight < 1
        ? []
        : [
            {
              isOne: wanted[at] === 1,
              isCued: (besides?.[at] as number) >= LISTED,
              isMade: ((scores[index] as Float32Array)[at] as number) >= (made[at] as number),
            },
          ],
    );
    return balance(own, "isCued") + LEAST_GAIN >= balance(own, "isMade");
  });
  return {
    model: quantise("moves", MOVE_NAMES, vocabulary, weights),
    head: { besides: Array.from(weights.besides, shorten), made, sure, byCues },
  };
}
