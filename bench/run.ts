/**
 * `npm run bench`: measures a desk from outside and prints a page. `-- --write` keeps the page in docs/performance.md,
 * `--short` does a tenth of the work, `--messages 60000,1000000` chooses the sizes, `--keep FOLDER` keeps the loaded desks
 * there for the next run.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openDatabase, startEmbedded } from "../src/platform/storage/index.ts";
import { type Loaded, loadDesk } from "./load-desk.ts";
import { type Imported, measureImport } from "./measure-import.ts";
import { type Intake, measureIntake } from "./measure-intake.ts";
import { measureNext } from "./measure-next.ts";
import { measureRequests } from "./measure-requests.ts";
import { comeBack, MAILBOX_ADDRESS, makeDesk } from "./new-desk.ts";
import { type Memory, watchProcesses } from "./processes.ts";
import { type DeskFigures, type Figures, pageOf } from "./report.ts";
import { pause, startDesk } from "./running-desk.ts";
import { openSink, type Sink } from "./sink.ts";

const { values } = parseArgs({
  options: {
    write: { type: "boolean", default: false },
    short: { type: "boolean", default: false },
    messages: { type: "string" },
    keep: { type: "string" },
  },
});
const MAILS = values.short ? 200 : 2_000;
const SIZES = (values.messages ?? (values.short ? "6000" : "60000,1000000")).split(",").map(Number);
/** After so long nothing moves that the start has moved. */
const IDLE_AFTER_MS = 15_000;

const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

const folder = values.keep ?? (await mkdtemp(join(tmpdir(), "heard-bench-")));
const sink = await openSink();
try {
  const empty = await measureEmpty(join(folder, `new-${process.pid}`), sink);
  const desks: DeskFigures[] = [];
  for (const messages of SIZES) desks.push(await measureLoaded(join(folder, `desk-${messages}`), messages, sink));
  const figures: Figures = { ...empty, desks, script: weightOfFirstScreen() };
  const page = pageOf(figures, `npm run bench${values.short ? " -- --short" : ""}`);
  process.stdout.write(`${page}\n`);
  if (values.write) writeFileSync(new URL("../docs/performance.md", import.meta.url), page);
} finally {
  await sink.close();
  if (values.keep === undefined) await rm(folder, { recursive: true, force: true });
}

/** A new desk: how it starts, what it takes idle, and mail coming in. */
async function measureEmpty(
  home: string,
  { port }: Sink,
): Promise<{ coldStartMs: number; idle: Memory; intake: Intake; imported: Imported }> {
  say("Starting an empty desk ...");
  const { desk, browser } = await makeDesk(home, port);
  try {
    const watched = watchProcesses(desk.pid, home);
    await pause(IDLE_AFTER_MS);
    const idle = watched.memory();
    say(`Sending ${MAILS} mails ...`);
    const server = await startEmbedded({ home, log: () => {} });
    const database = openDatabase({ url: server.url });
    try {
      const options = { mails: MAILS, seed: 7, smtpPort: desk.smtpPort, browser, database, watched };
      // The first mails warm the code up, as in any desk that has run for a minute.
      await measureIntake({ ...options, mails: Math.min(200, MAILS), seed: 8 });
      const intake = await measureIntake(options);
      say(`Importing ${2 * MAILS} mails ...`);
      const imported = await measureImport(home, database, { mails: 2 * MAILS, seed: 9 });
      return { coldStartMs: desk.startedMs, idle, intake, imported };
    } finally {
      await database.close();
      await server.stop();
    }
  } finally {
    await desk.stop();
    await rm(home, { recursive: true, force: true });
  }
}

async function measureLoaded(home: string, messages: number, sink: Sink): Promise<DeskFigures> {
  const loaded = await loadedDesk(home, messages, sink);
  // Once to bring the files into the memory of the machine, as on one that has been running.
  await (await startDesk(home)).stop();
  const desk = await startDesk(home);
  try {
    const watched = watchProcesses(desk.pid, home);
    await pause(IDLE_AFTER_MS);
    const idle = watched.memory();
    const browser = await comeBack(desk, sink.port);
    say(`Measuring requests at ${messages} messages ...`);
    const requests = await measureRequests(browser, watched, loaded, sink);
    const { conversations } = loaded;
    const memory = watched.memory();
    const next = await measureNext(desk.url, existsSync);
    return { conversations, messages, warmStartMs: desk.startedMs, idle, loaded: memory, requests, next };
  } finally {
    await desk.stop();
  }
}

/** Makes the desk, or takes the one that an earlier run has kept. */
async function loadedDesk(home: string, messages: number, { port }: Sink): Promise<Loaded> {
  const note = join(home, "loaded.json");
  if (existsSync(note)) return JSON.parse(readFileSync(note, "utf8")) as Loaded;
  say(`Loading ${messages} messages ...`);
  const { desk, personId, mailboxId } = await makeDesk(home, port);
  await desk.stop();
  const server = await startEmbedded({ home, log: () => {} });
  const database = openDatabase({ url: server.url });
  try {
    let told = 0;
    const loaded = await loadDesk(database, {
      messages,
      mailboxId,
      mailboxAddress: MAILBOX_ADDRESS,
      personId,
      now: new Date(),
      progress: (done) => {
        if (done - told < 100_000) return;
        told = done;
        say(`  ${done}`);
      },
    });
    writeFileSync(note, JSON.stringify(loaded));
    return loaded;
  } finally {
    await database.close();
    await server.stop();
  }
}

/** Says too much weight as well, and ends with 1 then. */
function weightOfFirstScreen(): string {
  const { stdout } = spawnSync(process.execPath, ["scripts/weight.mjs"], {
    encoding: "utf8",
    cwd: new URL("..", import.meta.url),
  });
  return stdout.trim() || "the web app is not built.";
}
