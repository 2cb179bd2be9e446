/** The figures as a page: what was measured here, beside what was measured of others. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import type { Imported } from "./measure-import.ts";
import type { Intake } from "./measure-intake.ts";
import type { NextConversation } from "./measure-next.ts";
import type { Measured } from "./measure-requests.ts";
import type { Memory } from "./processes.ts";

export interface DeskFigures {
  readonly conversations: number;
  readonly messages: number;
  readonly warmStartMs: number;
  readonly idle: Memory;
  readonly loaded: Memory;
  readonly requests: readonly Measured[];
  readonly next: NextConversation | undefined;
}

export interface Figures {
  readonly coldStartMs: number;
  /** An empty desk, a person signed in nowhere. */
  readonly idle: Memory;
  readonly intake: Intake | undefined;
  readonly imported: Imported;
  readonly desks: readonly DeskFigures[];
  readonly script: string;
}

/** CPU ms of application and PostgreSQL for one unit: FreeScout 1.8, Redmine 5, Request Tracker 5, Peppermint's API. */
const PEERS: Readonly<Record<string, readonly [string, string, string, string]>> = {
  "list of 50": ["89", "103", "759", "166 (no paging)"],
  "open a conversation of 20 messages": ["115", "105", "525", "35"],
  "search a rare word": ["1238", "245", "129", "titles only"],
  "search a common word": ["1364", "384", "1014", "titles only"],
  "post a reply, until it has left": ["93 (queued)", "165", "294", "19 (nothing sent)"],
  "take one mail in": ["44", "128–144", "396–493", "13 (no threading by headers)"],
};

const loadBefore = loadavg()[0]?.toFixed(1) ?? "0";

const ms = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const mb = ({ appMb, databaseMb }: Memory): string =>
  `${(appMb + databaseMb).toFixed(0)} (desk ${appMb.toFixed(0)}, database ${databaseMb.toFixed(0)})`;
const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const percent = ({ right, of }: { right: number; of: number }): string =>
  `${((100 * right) / Math.max(1, of)).toFixed(1)} %`;

export function pageOf(figures: Figures, command: string): string {
  const { intake, desks } = figures;
  const peers = (what: string) => PEERS[what] ?? ["", "", "", ""];
  const lines = [
    "# Performance",
    "",
    `Measured by \`${command}\`, which writes this page. Each figure is of whole processes as Linux counts them: the desk and all`,
    "processes of its database.",
    "",
    `- Machine: ${cpus().length} × ${cpus()[0]?.model ?? "processor"}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Linux; Node ${process.versions.node}`,
    `- Commit: ${commit()}, ${new Date().toISOString().slice(0, 10)}`,
    `- Other work on the machine meanwhile: a load of ${loadBefore} before the run (0 is idle). Both processor time and waiting are higher for it.`,
    "- The desk runs as `heard start` does, on the PostgreSQL it brings along, with everything in one process.",
    "",
    "## Processor time for one unit of work",
    "",
    "Milliseconds of processor time, desk + database. The peers' figures were measured elsewhere, on a two-core machine of the",
    "same kind, with 10,000 conversations and 60,000 messages.",
    "",
    row("work", ...desks.map(sizeOf), "FreeScout 1.8", "Redmine 5", "Request Tracker 5", "Peppermint API"),
    row("---", ...desks.map(() => "---"), "---", "---", "---", "---"),
    ...(desks[0]?.requests ?? []).map(({ what }) =>
      row(what, ...desks.map((desk) => cpuCell(desk, what)), ...peers(what)),
    ),
    ...(intake
      ? [
          row(
            "take one mail in, until it can be searched for",
            `**${ms(intake.appMs + intake.databaseMs)}** (${ms(intake.appMs)} + ${ms(intake.databaseMs)})`,
            ...desks.slice(1).map(() => ""),
            ...peers("take one mail in"),
          ),
        ]
      : []),
    "",
    "## What one waits for",
    "",
    "Milliseconds from the request to the whole answer, one at a time: median (99th percentile).",
    "",
    row("work", ...desks.map(sizeOf)),
    row("---", ...desks.map(() => "---")),
    ...(desks[0]?.requests ?? []).map(({ what }) => row(what, ...desks.map((desk) => waitCell(desk, what)))),
    row("the next conversation in Chromium, key to paint: median (95th percentile)", ...desks.map(nextCell)),
  ];
  if (intake)
    lines.push(
      "",
      "## Mail coming in",
      "",
      `${intake.mails} mails through the SMTP listener over four connections: 40 % new threads, 60 % answers (75 % ordinary, 15 % under a rewritten`,
      "subject, 10 % following up on the customer's own mail); 70 % text and HTML, 20 % text, 10 % HTML only; 8 % with a picture of",
      "100 kB; 8 % not English. Counted until the last one was filed and could be searched for.",
      "",
      row("", "Heard", "FreeScout 1.8", "Redmine 5", "Request Tracker 5", "Peppermint API"),
      row("---", "---", "---", "---", "---", "---"),
      row("mails a second", intake.mailsPerSecond.toFixed(0), "", "", "", ""),
      ...rightPlaceRows(intake),
      row("memory at the most, MB (PSS)", mb(intake.peak), "", "", "", ""),
    );
  const { imported } = figures;
  lines.push(
    "",
    `Old mail, ${imported.mails} mails of the same kinds in one mbox, by \`heard import\` beside the running desk: **${imported.takenPerSecond.toFixed(0)} a second** until`,
    `the command was done and every mail safe, ${imported.filedPerSecond.toFixed(0)} a second until the last was filed and could be searched for.`,
    "",
    "## Memory and starting",
    "",
    "Memory is proportional (PSS), of all processes together, in MB.",
    "",
    row("", "empty desk", ...desks.map(sizeOf)),
    row("---", "---", ...desks.map(() => "---")),
    row("idle, the database included", mb(figures.idle), ...desks.map((desk) => mb(desk.idle))),
    row("after the work above", "", ...desks.map((desk) => mb(desk.loaded))),
    row(
      "start, s",
      `${(figures.coldStartMs / 1000).toFixed(1)} (cold: an empty folder)`,
      ...desks.map((desk) => `${(desk.warmStartMs / 1000).toFixed(1)} (warm)`),
    ),
    "",
    "Peers, idle and without their database: FreeScout about 100 MB, Redmine 218, Request Tracker 230, Peppermint 120; cold start 1.3,",
    "8.1, 3.1 and 1.3 s.",
    "",
    `First screen: ${figures.script}`,
    "",
  );
  return lines.join("\n");
}

const sizeOf = (desk: DeskFigures): string => `Heard, ${desk.messages.toLocaleString("en")} messages`;

const nextCell = ({ next }: DeskFigures): string =>
  next ? `${ms(next.medianMs)} (${ms(next.p95Ms)})` : "not run: Chromium is not installed";

function cpuCell(desk: DeskFigures, what: string): string {
  const found = desk.requests.find((each) => each.what === what);
  return found ? `**${ms(found.appMs + found.databaseMs)}** (${ms(found.appMs)} + ${ms(found.databaseMs)})` : "";
}

function waitCell(desk: DeskFigures, what: string): string {
  const found = desk.requests.find((each) => each.what === what);
  return found ? `${ms(found.medianMs)} (${ms(found.p99Ms)})` : "";
}

const PEERS_RIGHT: Readonly<Record<string, readonly string[]>> = {
  normal: ["100 %", "93 %", "75 %", "90 %"],
  "subject rewritten": ["100 %", "91 %", "0 %", "0 %"],
  "follow-up to one's own mail": ["100 %", "0 %", "0 %", "crash"],
};

const rightPlaceRows = ({ rightPlace }: Intake): string[] =>
  [...rightPlace].map(([kind, count]) =>
    row(`in the right conversation: ${kind}`, percent(count), ...(PEERS_RIGHT[kind] ?? [])),
  );

function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  } catch {
    return (
      readFileSync(new URL("../package.json", import.meta.url), "utf8").match(/"version": "([^"]+)"/)?.[1] ?? "unknown"
    );
  }
}
