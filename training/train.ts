/**
 * `npm run train`: makes src/method/models/weights.bin anew from the corpora (HEARD_CORPORA) and our own labelled texts, to the
 * last bit. With --check it writes nothing and says whether the file there is the one that would be made.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { type Heads, packWeights } from "../src/method/models/index.ts";
import { corporaFolder } from "./corpora.ts";
import { emotionThresholds, trainEmotions } from "./train-emotions.ts";
import { trainFeelings } from "./train-feelings.ts";
import { trainMoves } from "./train-moves.ts";
import { trainSituations } from "./train-situations.ts";
import { trainValence } from "./train-valence.ts";

const FILE = new URL("../src/method/models/weights.bin", import.meta.url);
const MOST_PACKED = 500_000;
/** Set on our own messages: the lowest that no longer gains. */
const SITUATIONS_WORTH = 1.33;

const folder = corporaFolder();
if (folder === undefined) {
  console.error("HEARD_CORPORA does not name the folder of the corpora: nothing was trained.");
  process.exit(1);
}

const begun = performance.now();
const lap = (what: string) => console.log(`${what} (${((performance.now() - begun) / 1000).toFixed(0)} s)`);

const emotions = trainEmotions(folder);
const felt = emotionThresholds(folder, emotions);
lap("emotions");
const valence = trainValence(folder);
lap("valence");
const feelings = trainFeelings(folder, emotions.model, valence);
lap("feelings");
const situations = trainSituations(folder);
lap("situations");
const moves = trainMoves(folder);
lap("moves");

const heads: Heads = {
  emotions: { felt },
  feelings: feelings.head,
  situations: { worth: SITUATIONS_WORTH },
  moves: moves.head,
};
const models = [emotions.model, valence, feelings.model, situations, moves.model];
const bytes = packWeights({ models, heads: heads as unknown as Record<string, unknown> });
const packed = gzipSync(bytes, { level: 9 }).length;
for (const { name, rows, outputs } of models) console.log(`${name}: ${rows} features, ${outputs.length} outputs`);
console.log(`${bytes.length} bytes, ${packed} packed (at most ${MOST_PACKED})`);
if (packed > MOST_PACKED) process.exitCode = 1;

if (process.argv.includes("--check")) {
  const isSame = Buffer.from(bytes).equals(readFileSync(FILE));
  console.log(
    isSame
      ? "The weights are those of this data and this code."
      : "The weights are NOT those of this data and this code.",
  );
  if (!isSame) process.exitCode = 1;
} else writeFileSync(FILE, bytes);
