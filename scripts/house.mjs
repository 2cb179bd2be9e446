/**
 * Holds the code against the house plan: arrows, doors, rings, purity, headers, lengths, METHOD ids, and who writes which table. Prints what is wrong and
 * ends with 1, or prints how much it looked at. `findFaults` is also called by a test that plants one fault of each kind.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { ARROWS } from "../arrows.mjs";
import { findWritingFaults } from "./who-writes.mjs";

const LONGEST = 300;
/** Longer files, each with its reason. Data and generated text are not read for pleasure. */
const MAY_BE_LONG = [
  [/^src\/records\/migrations\//, "a migration is one story of the tables"],
  [/^src\/entry\/web\/words\//, "a list of wordings"],
  [/^src\/entry\/samples\/reply-(?:words|examples\.fixture)\.ts$/, "lists of words in seven languages"],
  [/^src\/entry\/contract\//, "lists of routes"],
  [/^src\/platform\/mail\/read\/(?:fold|field)-words\.ts$/, "lists of words in many languages"],
  [/\.test\.tsx?$/, "tests are looked up, not read through"],
];
/** Hands the environment on to a child process, and reads nothing in it. */
const HANDS_ENVIRONMENT_ON = /^src\/platform\/storage\/embedded\/process\.ts$/;
/** Only these folders may import these packages. */
const OWNED = [
  [/^(?:pg|kysely|pg-copy-streams)(?:\/|$)/, "platform/storage"],
  [
    /^(?:smtp-server|nodemailer|imapflow|postal-mime|mailauth|html-to-text|sanitize-html)(?:\/|$)/,
    "platform/mail",
    "entry/samples",
  ],
  [/^react|^prosemirror|^@tanstack|^dompurify$|^lucide/, "entry/web"],
];
/** Each file in these folders, but the door, is one verb. */
const VERBS = /^desk\/(?!shared$)/;
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;
const CITED = /METHOD ((?:[a-z]+\.[a-z]+)(?:, [a-z]+\.[a-z]+)*)/g;

const withoutComments = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .replace(/(^|[\s;{}(,])\/\/[^\n]*/g, "$1");

function sources(root) {
  const walk = (dir) =>
    readdirSync(dir).flatMap((name) => {
      const path = join(dir, name);
      return statSync(path).isDirectory() ? walk(path) : /\.tsx?$/.test(name) ? [path] : [];
    });
  return walk(join(root, "src"));
}

/** "src/desk/listen/shared/x.ts" lives in "desk/listen"; "src/kit/id.ts" in "kit"; "src/main.ts" in ".". */
function folderOf(path) {
  const [, ...parts] = path.split("/");
  const dirs = parts.slice(0, -1);
  if (dirs.length === 0) return ".";
  return dirs[0] === "kit" ? "kit" : dirs.slice(0, 2).join("/");
}

/** @returns {{ faults: string[], files: number, imports: number }} */
export function findFaults(root, method = join(root, "docs/METHOD.md")) {
  const faults = [];
  const graph = new Map();
  const texts = new Map();
  let imports = 0;
  const ids = new Set(
    [...readFileSync(method, "utf8").matchAll(/^\| `([a-z]+\.[a-z]+)` \|/gm)].map((found) => found[1]),
  );
  const files = sources(root);
  for (const absolute of files) {
    const path = relative(root, absolute);
    const text = readFileSync(absolute, "utf8");
    const folder = folderOf(path);
    const isTest = /\.(?:test|fixture|browser\.test)\.tsx?$/.test(path);
    if (!(folder in ARROWS)) faults.push(`${path}: the folder ${folder} is not in arrows.mjs.`);
    if (!isTest && !/^(?:#![^\n]*\n)?\/\*\*|^\/\//.test(text))
      faults.push(`${path}: begins without a sentence that says what it is.`);
    const lines = text.split("\n").length - 1;
    if (lines > LONGEST && !MAY_BE_LONG.some(([pattern]) => pattern.test(path)))
      faults.push(`${path}: ${lines} lines; split it by meaning (at most ${LONGEST}).`);
    for (const [, list] of text.matchAll(CITED))
      for (const id of list.split(", "))
        if (!ids.has(id)) faults.push(`${path}: cites METHOD ${id}, which does not exist.`);
    if (
      /^(?:method|kit)/.test(folder) &&
      !isTest &&
      /\b(?:Math\.random|Date\.now|new Date\(\)|process\.|fetch\()/.test(withoutComments(text))
    )
      faults.push(`${path}: thinking code reads no clock, chance, process or network.`);
    if (
      folder !== "platform/config" &&
      !HANDS_ENVIRONMENT_ON.test(path) &&
      folder !== "." &&
      !isTest &&
      /\bprocess\.env\b/.test(withoutComments(text)) &&
      !/^entry\/web/.test(folder)
    )
      faults.push(`${path}: only platform/config reads the environment.`);
    graph.set(path, []);
    if (!isTest) texts.set(path, withoutComments(text));
    for (const [, isType, from, lazy] of withoutComments(text).matchAll(IMPORT)) {
      imports += 1;
      const name = from ?? lazy;
      if (!name.startsWith(".")) {
        if (isTest) continue;
        if (/^(?:method|kit)/.test(folder)) faults.push(`${path}: thinking code imports no package (${name}).`);
        for (const [pattern, ...owners] of OWNED)
          if (pattern.test(name) && !owners.includes(folder))
            faults.push(`${path}: only ${owners[0]} imports ${name}.`);
        continue;
      }
      const target = normalize(join(dirname(path), name.replace(/\?.*$/, "")));
      if (!existsSync(join(root, target))) faults.push(`${path}: ${name} is not there.`);
      if (!target.startsWith("src/") || !/\.tsx?$/.test(target)) continue;
      const goal = folderOf(target);
      if (!isType) graph.get(path).push(target);
      if (isTest || goal === folder) {
        if (!isTest && goal === folder && target.endsWith(`${folder}/index.ts`) && !path.endsWith("index.ts"))
          faults.push(`${path}: from inside a folder import the file, not the folder's own door.`);
        if (!isTest && !isType && VERBS.test(folder) && !path.endsWith("/index.ts"))
          faults.push(`${path}: a verb calls no verb (${name}); what two share stands in desk/shared or in a record.`);
        continue;
      }
      if (!ARROWS[folder]?.includes(goal)) faults.push(`${path}: ${folder} may not import ${goal} (${name}).`);
      const isDoor = target === `src/${goal}/index.ts`;
      const hasDoor = existsSync(join(root, `src/${goal}/index.ts`));
      if (hasDoor && !isDoor) faults.push(`${path}: import ${goal} by its door, not ${name}.`);
    }
  }
  faults.push(...findWritingFaults(texts));
  for (const ring of rings(graph)) faults.push(`A ring of imports: ${ring.join(" → ")}.`);
  return { faults: [...new Set(faults)], files: files.length, imports };
}

function rings(graph) {
  const state = new Map();
  const found = [];
  const visit = (path, trail) => {
    if (state.get(path) === "done") return;
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.push([...trail.slice(at), path]);
      return;
    }
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, "done");
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { faults, files, imports } = findFaults(fileURLToPath(new URL("..", import.meta.url)));
  for (const fault of faults) console.error(fault);
  if (files < 50 || imports < 100)
    console.error(`Only ${files} files and ${imports} imports were looked at: the check itself is broken.`);
  else
    console.log(
      `${files} files and ${imports} imports follow the house plan${faults.length ? `, but for ${faults.length}` : ""}.`,
    );
  process.exitCode = faults.length > 0 || files < 50 || imports < 100 ? 1 : 0;
}
