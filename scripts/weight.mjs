/**
 * What the first screen loads: the script of dist/web/index.html and what it imports at once, gzip. And the coach as a library,
 * with all its models; and the coach beside a letter, which must not be on the way to the first screen.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMIT_KB = 200;
const COACH_LIMIT_KB = 600;
const root = "dist/web";
if (!existsSync(`${root}/index.html`)) {
  console.error("The web app is not built: npm start or npm test builds it.");
  process.exit(1);
}

const html = readFileSync(`${root}/index.html`, "utf8");
const waiting = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(
  (found) => found[1],
);
const loaded = new Map();
while (waiting.length > 0) {
  const path = waiting.pop();
  if (loaded.has(path)) continue;
  const text = readFileSync(root + path, "utf8");
  loaded.set(path, gzipSync(text, { level: 9 }).length);
  for (const [, from] of text.matchAll(/(?:^|[;}\s])import\s*(?:[^"'()]*?from\s*)?["']\.\/([^"']+\.js)["']/g))
    waiting.push(`/assets/${from}`);
}
const kb = [...loaded.values()].reduce((sum, size) => sum + size, 0) / 1000;
console.log(`${kb.toFixed(1)} kB of script, gzip, in ${loaded.size} files (at most ${LIMIT_KB}).`);

const coach = [
  ...readdirSync("dist/coach")
    .filter((name) => !name.endsWith("types"))
    .map((name) => `dist/coach/${name}`),
  "src/method/models/weights.bin",
];
const coachKb = coach.reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0) / 1000;
console.log(`${coachKb.toFixed(1)} kB of coach, gzip, in ${coach.length} files (at most ${COACH_LIMIT_KB}).`);

// Beside a letter the coach runs in a worker of its own, and fetches what it has learned there.
const beside = readdirSync(`${root}/assets`).filter((name) => /^(?:coach-worker-.*\.js|weights-.*\.bin)$/.test(name));
const besideKb =
  beside.reduce((sum, name) => sum + gzipSync(readFileSync(`${root}/assets/${name}`), { level: 9 }).length, 0) / 1000;
console.log(
  `${besideKb.toFixed(1)} kB of coach beside a letter, gzip, in ${beside.length} files (at most ${COACH_LIMIT_KB}).`,
);
const isCoachOnFirstScreen = [...loaded.keys()].some((path) => path.includes("coach-worker"));
if (isCoachOnFirstScreen)
  console.log("The coach is loaded with the first screen; it has to wait until somebody writes.");

process.exitCode =
  loaded.size > 0 &&
  beside.length > 0 &&
  !isCoachOnFirstScreen &&
  kb <= LIMIT_KB &&
  coachKb <= COACH_LIMIT_KB &&
  besideKb <= COACH_LIMIT_KB
    ? 0
    : 1;
