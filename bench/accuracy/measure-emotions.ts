/** GoEmotions' test part: 28 emotions, Ekman's seven from the same model, and good against bad beside the peers. */
import type { Models } from "../../src/method/models/index.ts";
import { EMOTIONS, goEmotions, type Split } from "../../training/corpora.ts";
import { bestThreshold } from "../../training/cross-fit.ts";
import { SOUND_PEERS, SOUNDS } from "./peers.ts";
import { figure, type Row } from "./row.ts";
import { balanceOf } from "./score.ts";

const EKMAN = ["anger", "disgust", "fear", "joy", "neutral", "sadness", "surprise"] as const;
/** The grouping published with the set; what is not named here is joy. */
const GROUPS: Readonly<Record<string, (typeof EKMAN)[number]>> = {
  anger: "anger",
  annoyance: "anger",
  disapproval: "anger",
  disgust: "disgust",
  fear: "fear",
  nervousness: "fear",
  sadness: "sadness",
  disappointment: "sadness",
  embarrassment: "sadness",
  grief: "sadness",
  remorse: "sadness",
  surprise: "surprise",
  realization: "surprise",
  confusion: "surprise",
  curiosity: "surprise",
  neutral: "neutral",
};
const GROUP_OF = EMOTIONS.map((emotion) => EKMAN.indexOf(GROUPS[emotion] ?? "joy"));
const GOOD = new Set(EMOTIONS.filter((emotion) => GROUPS[emotion] === undefined));
const BAD = new Set(
  "anger annoyance disappointment disapproval disgust embarrassment fear grief nervousness remorse sadness".split(" "),
);

export function measureEmotions(folder: string, models: Models): Row[] {
  const test = goEmotions(folder, "original", "test");
  const all = balanceOf(
    EMOTIONS.map((_, at) => at),
    test.map(({ text, labels }) => ({
      wanted: new Set(labels),
      found: new Set(models.emotions(text).flatMap(({ isFelt }, at) => (isFelt ? [at] : []))),
    })),
  );
  const thresholds = ekmanThresholds(folder, models);
  const ekmanTest = goEmotions(folder, "ekman", "test");
  const ekman = balanceOf(
    EKMAN.map((_, at) => at),
    ekmanTest.map(({ text, labels }) => ({
      wanted: new Set(labels),
      found: new Set(
        grouped(models, text).flatMap((likelihood, at) => (likelihood >= (thresholds[at] as number) ? [at] : [])),
      ),
    })),
  );
  return [
    {
      on: "GoEmotions, test part",
      n: test.length,
      measure: "28 emotions, macro-F1",
      model: "emotions",
      heard: figure(all.macro),
      peers: {},
    },
    {
      on: "GoEmotions, test part",
      n: ekmanTest.length,
      measure: "Ekman's seven, macro-F1",
      model: "emotions",
      heard: figure(ekman.macro),
      peers: {},
    },
    goodOrBad(test, models),
  ];
}

/** That at least one emotion of the group is there. */
function grouped(models: Models, text: string): number[] {
  const without = new Array<number>(EKMAN.length).fill(1);
  for (const [at, { likelihood }] of models.emotions(text).entries())
    without[GROUP_OF[at] as number] = (without[GROUP_OF[at] as number] as number) * (1 - likelihood);
  return without.map((one) => 1 - one);
}

/** Set on the part that the set keeps for it. */
function ekmanThresholds(folder: string, models: Models): number[] {
  const kept = goEmotions(folder, "ekman", "dev" satisfies Split).map(({ text, labels }) => ({
    likelihoods: grouped(models, text),
    labels,
  }));
  return EKMAN.map((_, at) =>
    bestThreshold(kept.map(({ likelihoods, labels }) => [likelihoods[at] as number, labels.includes(at)])),
  );
}

function goodOrBad(test: ReturnType<typeof goEmotions>, models: Models): Row {
  const plain = test.flatMap(({ text, labels }) => {
    const names = labels.map((label) => EMOTIONS[label] as string);
    const isGood = names.some((name) => GOOD.has(name));
    const isBad = names.some((name) => BAD.has(name));
    return isGood === isBad ? [] : [{ text, isGood }];
  });
  const share = (isGood: (text: string) => boolean | undefined) =>
    figure(plain.filter((one) => isGood(one.text) === one.isGood).length / plain.length);
  const bySound = (sound: (text: string) => number) =>
    share((text) => {
      const score = sound(text);
      return score === 0 ? undefined : score > 0;
    });
  return {
    on: "GoEmotions, test part, only good or only bad",
    n: plain.length,
    measure: "good or bad, share right (undecided is wrong)",
    model: "emotions",
    heard: bySound((text) => {
      let [good, bad] = [1, 1];
      for (const { emotion, likelihood } of models.emotions(text)) {
        if (GOOD.has(emotion)) good *= 1 - likelihood;
        if (BAD.has(emotion)) bad *= 1 - likelihood;
      }
      return bad - good;
    }),
    peers: Object.fromEntries(SOUND_PEERS.map((peer) => [peer, bySound(SOUNDS[peer])])),
  };
}
