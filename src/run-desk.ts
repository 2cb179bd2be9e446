/**
 * Builds a running desk: database, keys, web, mail, background work, sample customers, in the order in which they need each
 * other, and takes them down again in the opposite one. The only file that knows all parts.
 */
import { readFileSync } from "node:fs";
import { bringShippedPlaybooks, newSetupCode, SAMPLE_ADDRESSES } from "./desk/team/index.ts";
import { buildApp } from "./entry/http/app.ts";
import type { Log } from "./entry/log.ts";
import { openMailDoor, watchMailboxes } from "./entry/mail/index.ts";
import { readSampleWorld, type SampleCustomers, startSampleCustomers } from "./entry/samples/index.ts";
import { readShippedPlaybooks } from "./entry/shipped-playbooks.ts";
import { startWork, type Work } from "./entry/worker/index.ts";
import { type Clock, isRefusal, type RandomBytes, type Refusal, Unavailable } from "./kit/index.ts";
import type { Settings } from "./platform/config/index.ts";
import { type Desk, openKeys } from "./platform/desk/index.ts";
import { pokeEverywhere } from "./platform/jobs/index.ts";
import { openSubmitter, type SubmitResult } from "./platform/mail/index.ts";
import { type Database, mayPass, migrateToLatest, openDatabase, startEmbedded } from "./platform/storage/index.ts";
import { isAnybodyHere } from "./records/account/index.ts";
import { smtpOutOf } from "./records/mailbox/index.ts";
import { migrations } from "./records/migrations/index.ts";

export interface World {
  readonly now: Clock;
  readonly random: RandomBytes;
  readonly log: Log;
  /** Whoever waits for the database stops waiting. */
  readonly stopping?: AbortSignal;
}

export interface RunningDesk {
  readonly desk: Desk;
  /** Where the web app listens; undefined when this process does not serve it. */
  readonly url: string | undefined;
  readonly smtpPort: number | undefined;
  /** For the terminal only: with it the first person is created. undefined once there is somebody. */
  readonly setupCode: string | undefined;
  /** What the person at the terminal should know, e.g. that a port had to move. */
  readonly remarks: readonly string[];
  readonly stop: () => Promise<void>;
}

const VERSION = (JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string })
  .version;

const USUAL_PORT = 3000;
const USUAL_SMTP_PORT = 2525;
const PORTS_TO_TRY = 20;

/** A database that starts together with the desk, or that is recovering, is there soon. */
const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 500;

/**
 * Waits a minute for a database that may come.
 * @returns a refusal when the database is newer than this code. @throws Unavailable when the outside world is missing.
 */
export async function runDesk(settings: Settings, world: World): Promise<RunningDesk | Refusal> {
  const givesUpAt = world.now().getTime() + PATIENCE_MS;
  let said = "";
  for (;;) {
    try {
      return await tryToRun(settings, world);
    } catch (error) {
      if (!mayPass(error) || world.stopping?.aborted || world.now().getTime() > givesUpAt) throw error;
      const { message } = error as Unavailable;
      if (message !== said) world.log.warn({ error }, "start.waits-for-database");
      said = message;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }
}

async function tryToRun(settings: Settings, world: World): Promise<RunningDesk | Refusal> {
  const undo: Array<() => Promise<unknown>> = [];
  const takeDown = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const database = await openStorage(settings, world, undo);
    const migrated = await migrateToLatest(database, migrations);
    if (isRefusal(migrated)) {
      await takeDown();
      return migrated;
    }
    return await startParts(settings, world, database, undo, takeDown);
  } catch (error) {
    await takeDown();
    throw error;
  }
}

async function openStorage(settings: Settings, world: World, undo: Array<() => Promise<unknown>>): Promise<Database> {
  let url = settings.DATABASE_URL;
  if (url === undefined) {
    const server = await startEmbedded({ home: settings.HEARD_HOME, log: (sentence) => world.log.info(sentence) });
    undo.push(server.stop);
    url = server.url;
  }
  const named = new URL(url);
  named.searchParams.set("application_name", "heard");
  const database = openDatabase({ url: named.href });
  undo.push(database.close);
  return database;
}

async function startParts(
  settings: Settings,
  { now, random, log }: World,
  database: Database,
  undo: Array<() => Promise<unknown>>,
  takeDown: () => Promise<void>,
): Promise<RunningDesk> {
  let work: Work | undefined;
  const desk: Desk = {
    database,
    settings,
    now,
    random,
    keys: await openKeys(database.db, settings, now, random),
    poke: (sweep) => (work ? work.poke(sweep) : void pokeEverywhere(database, sweep)),
    report: (where, error) => log.error({ error }, where),
  };
  const parts = new Set(settings.HEARD_PARTS);
  const remarks: string[] = [];
  let smtpPort: number | undefined;
  let url: string | undefined;

  if (parts.has("mail")) {
    const door = await openMailDoor(desk, log);
    undo.push(door.close);
    smtpPort = door.port;
    if (settings.HEARD_SMTP_PORT === undefined && smtpPort !== USUAL_SMTP_PORT)
      remarks.push(`Port ${USUAL_SMTP_PORT} is busy, so mail comes in on ${smtpPort}.`);
    const watching = await watchMailboxes(desk, log);
    undo.push(watching.stop);
  }

  const samples = await sampleCustomers(desk, log, () => smtpPort);
  undo.push(async () => samples.stop());
  if (parts.has("worker")) {
    const submitter = openSubmitter();
    undo.push(submitter.close);
    work = await startWork(desk, log, {
      submit: async (mailbox, raw, envelope): Promise<SubmitResult> => {
        const out = await smtpOutOf(desk, mailbox);
        if (!out)
          return {
            outcome: "later",
            code: "connect",
            why: "The mailbox has no SMTP server.",
            wayOut: "Enter one in its settings.",
            mayHaveArrived: false,
          };
        return submitter.submit(out, raw, envelope);
      },
      sink: async (raw) => {
        await samples.receive(raw);
      },
    });
    undo.push(work.stop);
  }

  if (parts.has("web")) {
    await bringShippedPlaybooks(desk, await readShippedPlaybooks());
    const web = await buildApp(
      desk,
      log,
      {
        listener: () =>
          smtpPort === undefined ? undefined : { host: loopbackOf(settings.HEARD_SMTP_HOST), port: smtpPort },
        lettersArrive: samples.arrive,
        lettersStop: samples.stop,
      },
      VERSION,
    );
    undo.push(web.close);
    const port = await listen(web.app, settings);
    if (settings.PORT === undefined && port !== USUAL_PORT)
      remarks.push(`Port ${USUAL_PORT} is busy, so the desk is on ${port}.`);
    url =
      settings.HEARD_URL ??
      `http://${settings.HOST === "127.0.0.1" || settings.HOST === "0.0.0.0" ? "localhost" : settings.HOST}:${port}`;
  }

  const setupCode = parts.has("web") && !(await isAnybodyHere(database.db)) ? await newSetupCode(desk) : undefined;
  return { desk, url, smtpPort, setupCode, remarks, stop: takeDown };
}

const loopbackOf = (host: string): string => (host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host);

async function listen(app: Awaited<ReturnType<typeof buildApp>>["app"], settings: Settings): Promise<number> {
  const wanted = settings.PORT ?? USUAL_PORT;
  for (let port = wanted; ; port += 1) {
    try {
      await app.listen({ host: settings.HOST, port });
      const address = app.server.address();
      return typeof address === "object" && address ? address.port : port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
      if (settings.PORT !== undefined || port >= wanted + PORTS_TO_TRY)
        throw new Unavailable(
          "port-busy",
          `Port ${port} is used by another program. Stop it, or set PORT to a free one.`,
          error,
        );
    }
  }
}

/** The sample customers live in this process and know the desk only by mail. They are read when they are first needed. */
async function sampleCustomers(desk: Desk, log: Log, smtpPort: () => number | undefined) {
  let started: Promise<SampleCustomers> | undefined;
  const start = async (): Promise<SampleCustomers> =>
    startSampleCustomers({
      world: await readSampleWorld(),
      smtp: {
        host: loopbackOf(desk.settings.HEARD_SMTP_HOST),
        port: smtpPort() ?? desk.settings.HEARD_SMTP_PORT ?? USUAL_SMTP_PORT,
      },
      mailboxAddress: (name) => (name === "billing" ? SAMPLE_ADDRESSES.billing : SAMPLE_ADDRESSES.help),
      now: desk.now,
      after: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        timer.unref();
        return () => clearTimeout(timer);
      },
      random: () => Buffer.from(desk.random(4)).readUInt32BE() / 2 ** 32,
      onFailed: ({ storyId, why }) => log.warn({ storyId, why }, "samples.not-sent"),
    });
  const samples = () => (started ??= start());
  return {
    arrive: async () => (await (await samples()).arrive()).sent,
    receive: async (raw: Uint8Array) => {
      await (await samples()).receive(raw);
    },
    stop: () => {
      void started?.then((each) => each.stop());
      started = undefined;
    },
  };
}
