#!/usr/bin/env node
/**
 * `npm run torture`: kill tests and outages against real processes, on the database that Heard brings along and on a PostgreSQL
 * of the system. Prints a table and ends with 1 when a promise was broken.
 *
 *   npm run torture -- --rounds 200 --database embedded|server|both --seed 42 --only kills|outages
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { otherPostgresql } from "../test/other-postgresql.ts";
import { embeddedDatabase, privateServer } from "../test/torture/database.ts";
import { type Tally, torture } from "../test/torture/rounds.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "200" },
    database: { type: "string", default: "both" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    keep: { type: "boolean", default: false },
  },
});
const say = (line: string) => void process.stdout.write(`${line}\n`);
const wanted = values.database === "both" ? ["embedded", "server"] : [values.database];
const tallies = new Map<string, Tally>();

say(`seed ${values.seed}`);
for (const kind of wanted) {
  const home = mkdtempSync(join(tmpdir(), "heard-torture-"));
  chmodSync(home, 0o755);
  const bin = otherPostgresql();
  if (kind === "server" && bin === undefined) {
    say("No PostgreSQL of 15 or newer under /usr/lib/postgresql: the rounds on a server are left out.");
    continue;
  }
  const database =
    kind === "server" ? await privateServer(bin as string, join(home, "server")) : embeddedDatabase(home);
  const tally = await torture({ rounds: Number(values.rounds), seed: Number(values.seed), database, home, say });
  tallies.set(kind, tally);
  if (tally.violations.length === 0 && !values.keep) rmSync(home, { recursive: true, force: true });
  else say(`What the processes said is in ${home}`);
}
for (const [kind, tally] of tallies) {
  const { violations, ...numbers } = tally;
  say(`${kind}: ${JSON.stringify(numbers)}`);
  for (const violation of violations) say(`  broken: ${violation}`);
}
if ([...tallies.values()].some(({ violations }) => violations.length > 0)) process.exitCode = 1;
