/** The licences of everything that Heard installs to run. A new one fails here and is decided about by a person. */
import { readFileSync } from "node:fs";

const FINE = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "Unlicense",
  "PostgreSQL",
  "OFL-1.1",
  "Python-2.0",
  "MPL-2.0",
  "CC-BY-4.0",
]);
/** Packages whose words differ from the usual names, each looked at. */
const LOOKED_AT = new Map([
  ["nodemailer", "MIT-0"],
  ["dompurify", "Apache-2.0 or MPL-2.0"],
]);

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const odd = [];
let seen = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  if (path === "" || entry.dev || entry.optional) continue;
  const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
  let { license } = entry;
  try {
    license ??= JSON.parse(readFileSync(`${path}/package.json`, "utf8")).license;
  } catch {}
  seen += 1;
  const words = String(license ?? "")
    .replace(/[()]/g, "")
    .split(/ (?:OR|AND) /);
  if (!LOOKED_AT.has(name) && !words.some((word) => FINE.has(word)))
    odd.push(`${name}: ${license ?? "no licence named"}`);
}
for (const line of odd) console.error(line);
if (seen < 50) console.error(`Only ${seen} packages were looked at: the check itself is broken.`);
else console.log(`${seen} packages, all under known licences.`);
process.exitCode = odd.length > 0 || seen < 50 ? 1 : 0;
