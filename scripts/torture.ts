#!/usr/bin/env node
/**
 * `npm run torture`: kill tests and outages against real processes, on the database that Heard brings along and on a PostgreSQL
 * of the system. Prints a table and ends with 1 when a promise was broken (docs/torture.md).
 *
 *   npm run torture -- --rounds 200 --database embedded|server|both --seed 42 --only kills|outages --keep
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { otherPostgresql } from "../test/other-postgresql.ts";
import { canMount } from "../test/small-disk.ts";
import { embeddedDatabase, privateServer, type TorturedDatabase } from "../test/torture/database.ts";
import { mailBomb } from "../test/torture/mail-bomb.ts";
import { databaseGone, diskFull, type Outage, serverTricks } from "../test/torture/outages.ts";
import { type Tally, torture } from "../test/torture/rounds.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "200" },
    database: { type: "string", default: "both" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    only: { type: "string" },
    keep: { type: "boolean", default: false },
  },
});
const say = (line: string) => void process.stdout.write(`${line}\n`);
const bin = otherPostgresql();
let broken = 0;

say(`seed ${values.seed}`);
if (values.only !== "outages") await kills();
if (values.only !== "kills") await outages();
say(broken === 0 ? "No promise was broken." : `${broken} promises were broken.`);
process.exitCode = broken === 0 ? 0 : 1;

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), "heard-torture-"));
  chmodSync(home, 0o755);
  return home;
}

function putAway(home: string, violations: readonly string[]): void {
  for (const violation of violations) say(`  broken: ${violation}`);
  broken += violations.length;
  if (violations.length === 0 && !values.keep) rmSync(home, { recursive: true, force: true });
  else say(`  what the processes said is in ${home}`);
}

async function databaseFor(kind: string, home: string): Promise<TorturedDatabase | undefined> {
  if (kind === "embedded") return embeddedDatabase(home);
  if (bin !== undefined) return privateServer(bin, join(home, "server"));
  say("No PostgreSQL of 15 or newer under /usr/lib/postgresql: what needs such a server is left out.");
  return undefined;
}

async function kills(): Promise<void> {
  const tallies: [string, Tally][] = [];
  for (const kind of values.database === "both" ? ["embedded", "server"] : [values.database]) {
    const home = newHome();
    const database = await databaseFor(kind, home);
    if (database === undefined) continue;
    const tally = await torture({ rounds: Number(values.rounds), seed: Number(values.seed), database, home, say });
    tallies.push([kind, tally]);
    putAway(home, tally.violations);
  }
  const lines: Readonly<Record<string, (tally: Tally) => unknown>> = {
    rounds: ({ rounds }) => rounds,
    "kills by kind": ({ kills: byKind }) =>
      Object.entries(byKind)
        .map(([kind, n]) => `${kind} ${n}`)
        .join(", "),
    "mails in": ({ mails }) => mails,
    "replies accepted": ({ replies }) => replies,
    "taken back in time": ({ takenBack }) => takenBack,
    "mails out": ({ left }) => left,
    lost: ({ lost }) => lost,
    "doubled in the desk": ({ doubled }) => doubled,
    "duplicates at the SMTP boundary": ({ duplicates, duplicatesPerKill }) =>
      `${duplicates} (at most ${duplicatesPerKill} after one kill)`,
    violations: ({ violations }) => violations.length,
    seconds: ({ seconds, slowestRound }) => `${Math.round(seconds)} (slowest round ${slowestRound.toFixed(1)})`,
  };
  for (const [name, cell] of Object.entries(lines))
    say(`| ${name} | ${tallies.map(([kind, tally]) => `${kind}: ${cell(tally)}`).join(" | ")} |`);
}

async function outages(): Promise<void> {
  const seen: Outage[] = [];
  const play = async (act: (home: string) => Promise<Outage | undefined>) => {
    const home = newHome();
    const outage = await act(home);
    if (outage === undefined) return;
    say(`${outage.name}: ${outage.seconds.toFixed(0)} s, ${outage.broken.length} violations. ${outage.seen}`);
    putAway(home, outage.broken);
    seen.push(outage);
  };
  await play(async (home) => {
    const server = await databaseFor("server", home);
    return server && databaseGone(home, server);
  });
  await play(serverTricks);
  await play(mailBomb);
  if (canMount) await play(diskFull);
  else say("disk full: left out, because no small disk can be mounted here.");
}
