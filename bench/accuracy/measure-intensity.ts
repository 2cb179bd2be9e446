/**
 * How strongly a text sounds good or bad, against what about twenty people said of each sentence: VADER's own Amazon reviews,
 * on which nothing of ours was trained.
 */
import type { Models } from "../../src/method/models/index.ts";
import { type Reading, read } from "../../src/method/reading/index.ts";
import { ratedSnippets } from "../../training/corpora.ts";
import { SOUND_PEERS, SOUNDS } from "./peers.ts";
import { figure, type Row } from "./row.ts";
import { correlation } from "./score.ts";

const GLAD = new Set(["pleased", "grateful"]);
const NEITHER = new Set(["neutral", "confused", "pressed-for-time"]);

/** The strongest glad feeling less the strongest other one: -1..1. */
export function soundOf({ feelings }: Reading): number {
  let [glad, other] = [0, 0];
  for (const { feeling, intensity } of feelings)
    if (GLAD.has(feeling)) glad = Math.max(glad, intensity);
    else if (!NEITHER.has(feeling)) other = Math.max(other, intensity);
  return glad - other;
}

export function measureIntensity(folder: string, models: Models): Row[] {
  const snippets = ratedSnippets(folder, "amazonReviewSnippets");
  const ratings = snippets.map(({ rating }) => rating);
  const by = (sound: (text: string) => number) =>
    figure(
      correlation(
        snippets.map(({ text }) => sound(text)),
        ratings,
      ),
    );
  const peers = Object.fromEntries(SOUND_PEERS.map((peer) => [peer, by(SOUNDS[peer])]));
  const on = "VADER's Amazon reviews, sentences";
  return [
    {
      on,
      n: snippets.length,
      measure: "valence alone, r with people's rating",
      model: "valence",
      heard: by(models.valence),
      peers,
    },
    {
      on,
      n: snippets.length,
      measure: "feelings of the reading, r with people's rating",
      model: "feelings",
      cues: by((text) => soundOf(read(text))),
      heard: by((text) => soundOf(read(text, { scorers: models.reading }))),
      peers,
    },
    {
      on,
      n: snippets.length,
      measure: "feelings and valence together, r with people's rating",
      model: "valence",
      heard: by((text) => soundOf(read(text, { scorers: models.reading })) + models.valence(text) / 2),
      peers,
    },
  ];
}
