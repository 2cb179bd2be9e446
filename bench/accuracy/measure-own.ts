/** Our own labelled conversations of which nothing was trained on, with the cues alone and with the models. */
import type { Models } from "../../src/method/models/index.ts";
import { FEELINGS, type Reading, read, SITUATIONS } from "../../src/method/reading/index.ts";
import { carries, MOVE_NAMES, type Review, review } from "../../src/method/review/index.ts";
import { STEPS } from "../../src/method/steps/index.ts";
import { isHeldOut, type OwnConversation, ownConversations } from "../../training/own-conversations.ts";
import { layOut } from "../../training/train-moves.ts";
import { figure, type Row } from "./row.ts";
import { balanceOf, correlation } from "./score.ts";

/** A fainter feeling is not counted as found. */
const HEARD_FROM = 0.15;

export function measureOwn(models: Models): Row[] {
  const own = ownConversations().filter(isHeldOut);
  const plain = own.map(({ message }) => read(message));
  const learned = own.map(({ message }) => read(message, { scorers: models.reading }));
  const row = (measure: string, of: (readings: readonly Reading[]) => number): Row => ({
    on: "own conversations, held out: messages",
    model: measure.includes("situations") ? "situations" : "feelings",
    n: own.length,
    measure,
    cues: figure(of(plain)),
    heard: figure(of(learned)),
    peers: {},
  });
  return [
    row("12 feelings, macro-F1", (readings) => feelingsIn(own, readings).macro),
    row("12 feelings, precision", (readings) => feelingsIn(own, readings).precision),
    row("12 feelings, recall", (readings) => feelingsIn(own, readings).recall),
    row("strongest feeling is one of those labelled", (readings) => strongestIsRight(own, readings)),
    row("intensities, r with the labels (0 where there is none)", (readings) => intensitiesIn(own, readings)),
    row("21 situations, first is right", (readings) => situationAmong(own, readings, 1)),
    row("21 situations, among the first three", (readings) => situationAmong(own, readings, 3)),
    ...movesIn(own, models),
  ];
}

const feelingsIn = (own: readonly OwnConversation[], readings: readonly Reading[]) =>
  balanceOf(
    FEELINGS,
    own.map(({ feelings }, at) => ({
      wanted: new Set(feelings.map(({ feeling }) => feeling)),
      found: new Set(
        (readings[at] as Reading).feelings.flatMap(({ feeling, intensity }) =>
          intensity >= HEARD_FROM ? [feeling] : [],
        ),
      ),
    })),
  );

const strongestIsRight = (own: readonly OwnConversation[], readings: readonly Reading[]): number =>
  own.filter(({ feelings }, at) => {
    const strongest = readings[at]?.feelings[0]?.feeling;
    return feelings.some(({ feeling }) => feeling === strongest);
  }).length / own.length;

function intensitiesIn(own: readonly OwnConversation[], readings: readonly Reading[]): number {
  const intensityOf = (felt: OwnConversation["feelings"] | Reading["feelings"], feeling: string) =>
    felt.find((one) => one.feeling === feeling)?.intensity ?? 0;
  return correlation(
    own.flatMap((_, at) => FEELINGS.map((feeling) => intensityOf((readings[at] as Reading).feelings, feeling))),
    own.flatMap(({ feelings }) => FEELINGS.map((feeling) => intensityOf(feelings, feeling))),
  );
}

const situationAmong = (own: readonly OwnConversation[], readings: readonly Reading[], many: number): number =>
  own.filter(({ situation }, at) =>
    readings[at]?.situations
      .slice(0, many)
      .some((one) => SITUATIONS.includes(situation) && one.situation === situation),
  ).length / own.length;

function movesIn(own: readonly OwnConversation[], models: Models): Row[] {
  const replies = own.flatMap(({ message, replies }) =>
    replies.map(({ sentences }) => ({ message, ...layOut(sentences) })),
  );
  const balance = (learned: Parameters<typeof review>[1]) =>
    balanceOf(
      MOVE_NAMES,
      replies.flatMap(({ message, text, places }) => {
        const { moves } = review({ thread: [{ from: "customer", text: message }], reply: text }, learned);
        return places.map((place) => ({
          wanted: new Set(place.moves),
          found: new Set(moves.filter((move) => isThere(move, place)).map(({ move }) => move)),
        }));
      }),
    );
  const [plain, learned] = [balance({}), balance(models)];
  const n = replies.reduce((sum, { places }) => sum + places.length, 0);
  const row = (measure: string, of: "macro" | "micro" | "precision" | "recall"): Row => ({
    on: "own conversations, held out: sentences of replies",
    model: "moves",
    n,
    measure,
    cues: figure(plain[of]),
    heard: figure(learned[of]),
    peers: {},
  });
  return [
    row("30 moves, macro-F1", "macro"),
    row("30 moves, micro-F1", "micro"),
    row("30 moves, precision", "precision"),
    row("30 moves, recall", "recall"),
    stepsIn(own, models),
  ];
}

/** The six steps as they follow from the labels, against what is said to be covered. */
function stepsIn(own: readonly OwnConversation[], models: Models): Row {
  const replies = own.flatMap(({ message, replies }) => replies.map(({ sentences }) => ({ message, sentences })));
  const macro = (learned: Parameters<typeof review>[1]) =>
    balanceOf(
      STEPS,
      replies.map(({ message, sentences }) => {
        const reply = layOut(sentences).text;
        const { steps } = review({ thread: [{ from: "customer", text: message }], reply }, learned);
        return {
          wanted: new Set(
            STEPS.filter((step) => sentences.some(({ moves }) => moves.some((move) => carries(step, move)))),
          ),
          found: new Set(STEPS.filter((step) => steps[step].covered)),
        };
      }),
    ).macro;
  return {
    on: "own conversations, held out: replies",
    model: "moves",
    n: replies.length,
    measure: "six steps covered, macro-F1",
    cues: figure(macro({})),
    heard: figure(macro(models)),
    peers: {},
  };
}

/** The sentence as the engine cut it covers more than a third of the labelled one, or the other way round. */
function isThere(move: Review["moves"][number], place: { readonly start: number; readonly end: number }): boolean {
  const shared = Math.min(move.end, place.end) - Math.max(move.start, place.start);
  return shared > Math.min(move.end - move.start, place.end - place.start) / 3;
}
