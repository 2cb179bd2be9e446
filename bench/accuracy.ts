/**
 * `npm run bench:coach`: how right the coach is, and how fast, beside what a developer would otherwise install. Prints the table;
 * `-- --write` keeps it in docs/coach/accuracy.md. The public sets are found by HEARD_CORPORA; without it their rows are not run.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { openModels } from "../src/method/models/index.ts";
import { corporaFolder } from "../training/corpora.ts";
import { measureEmotions } from "./accuracy/measure-emotions.ts";
import { measureIntensity } from "./accuracy/measure-intensity.ts";
import { measureOwn } from "./accuracy/measure-own.ts";
import { measureSpans } from "./accuracy/measure-spans.ts";
import { measureSpeed } from "./accuracy/measure-speed.ts";
import { measureTalk } from "./accuracy/measure-talk.ts";
import { measureTrainer } from "./accuracy/measure-trainer.ts";
import { cardWith, pageOf } from "./accuracy/page.ts";
import { PEERS, type Row } from "./accuracy/row.ts";

const bytes = readFileSync(new URL("../src/method/models/weights.bin", import.meta.url));
const models = openModels(bytes);
const folder = corporaFolder();

// First, because a process that has done everything else is slower at it than one that reads mail.
const speed = await measureSpeed(models);
const rows: Row[] = [];
if (folder !== undefined)
  rows.push(
    ...measureEmotions(folder, models),
    ...measureIntensity(folder, models),
    ...measureSpans(folder),
    ...measureTrainer(folder),
    ...measureTalk(folder, models),
  );
rows.push(...measureOwn(models), ...speed);

const versionOf = (name: string): string =>
  (
    JSON.parse(readFileSync(new URL(`../node_modules/${name}/package.json`, import.meta.url), "utf8")) as {
      version: string;
    }
  ).version;
const versions = Object.fromEntries(PEERS.map((name) => [name, versionOf(name)]));
const sizes = { bytes: bytes.length, packed: gzipSync(bytes, { level: 9 }).length };
const page = pageOf(rows, sizes, versions, folder !== undefined);
process.stdout.write(page);
if (process.argv.includes("--write")) {
  if (folder === undefined)
    throw new Error("Without HEARD_CORPORA the page would lose what was measured on public sets.");
  writeFileSync(new URL("../docs/coach/accuracy.md", import.meta.url), page);
  for (const name of ["emotions", "valence", "feelings", "situations", "moves"]) {
    const card = new URL(`../docs/coach/models/${name}.md`, import.meta.url);
    const own = rows.filter(({ model }) => model === name);
    writeFileSync(card, cardWith(readFileSync(card, "utf8"), own, versions));
  }
}
