/** The one gate beside the tests: types, lint, unused code, the house plan, fresh documents, licences, weight. Errors or nothing. */
import { spawnSync } from "node:child_process";

const GATES = [
  ["types", "tsc", "--noEmit"],
  ["types of the web app", "tsc", "--noEmit", "-p", "tsconfig.web.json"],
  ["types of thinking code, without Node or a browser", "tsc", "--noEmit", "-p", "tsconfig.method.json"],
  ["lint and format", "biome", "check", "--error-on-warnings", "."],
  ["unused code", "knip"],
  ["code that only tests use", "knip", "--production", "--exclude", "dependencies,unlisted,binaries"],
  ["house plan", "node", "scripts/house.mjs"],
  ["licences", "node", "scripts/licences.mjs"],
  ["weight of the first screen", "node", "scripts/weight.mjs"],
];

let broken = 0;
for (const [name, command, ...args] of GATES) {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${status === 0 ? "✓" : "✗"} ${name} (${seconds} s)`);
  if (status === 0) continue;
  broken += 1;
  console.log(`${stdout ?? ""}${stderr ?? ""}`.trim());
}
process.exitCode = broken > 0 ? 1 : 0;
