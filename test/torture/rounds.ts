/**
 * Kill tests: round after round on one home. Mail comes in, is filed, acknowledged, answered and sent; in the middle of it
 * something is killed with SIGKILL; everything is started again; and when all has come to rest the ledger is balanced.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Database, openDatabase } from "../../src/platform/storage/index.ts";
import { type Agent, agentAt, type SentReply } from "./agent.ts";
import { type Chance, chanceFrom } from "./chance.ts";
import { deliver, type SentMail } from "./customers.ts";
import type { TorturedDatabase } from "./database.ts";
import { type DeskProcess, deskProcess, freePort } from "./desk-process.ts";
import { KILLS, type Kill, type KillKind, strike } from "./kills.ts";
import {
  activity,
  checkAcknowledgements,
  checkBoundary,
  checkMails,
  checkReplies,
  type InDesk,
  messagesByMark,
  unrest,
} from "./ledger.ts";
import { BILLING, HELP, type Place, writeMails, writeReplies } from "./traffic.ts";
import { pause, waitFor } from "./wait.ts";
import { openWayOut, type WayOut } from "./way-out.ts";

export interface TortureOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly database: TorturedDatabase;
  /** HEARD_HOME; made when it is not there. */
  readonly home: string;
  readonly say: (line: string) => void;
  /** Who is killed, in turn, instead of by chance. */
  readonly blows?: readonly KillKind[];
}

export interface Tally {
  rounds: number;
  kills: Partial<Record<KillKind, number>>;
  mails: number;
  replies: number;
  takenBack: number;
  left: number;
  lost: number;
  doubled: number;
  /** Copies beyond the first that the server outside took. */
  duplicates: number;
  /** The most of them after one kill. */
  duplicatesPerKill: number;
  seconds: number;
  slowestRound: number;
  violations: string[];
}

/** After a kill everything must be at rest within this time. */
const REST_PATIENCE_MS = 30_000;
/** So many rounds with one process, then as many with two. */
const BLOCK = 10;

export async function torture(options: TortureOptions): Promise<Tally> {
  const { rounds, seed, database, home, say } = options;
  mkdirSync(home, { recursive: true });
  const chance = chanceFrom(seed);
  const wayOut = await openWayOut(chanceFrom(seed + 1));
  const ports = { PORT: String(await freePort()), HEARD_SMTP_PORT: String(await freePort()) };
  const environment = {
    HEARD_HOME: home,
    ...ports,
    HEARD_UNDO_SECONDS: "1",
    HEARD_LOG: "info",
    ...(database.url === undefined ? {} : { DATABASE_URL: database.url }),
  };
  const parts = (name: string, which: string) => deskProcess(name, { ...environment, HEARD_PARTS: which }, home);
  const one = [parts("whole", "web mail worker")];
  const two = [parts("web", "web"), parts("back", "mail worker")];
  const agent = agentAt(`http://127.0.0.1:${ports.PORT}`);
  const state: State = {
    ...{ options, chance, wayOut, agent, smtpPort: Number(ports.HEARD_SMTP_PORT), database },
    ...{ desks: one, mails: [], replies: [], kills: [], places: new Map(), highest: 0 },
  };
  const tally: Tally = {
    ...{ rounds: 0, kills: {}, mails: 0, replies: 0, takenBack: 0, left: 0, lost: 0, doubled: 0 },
    ...{ duplicates: 0, duplicatesPerKill: 0, seconds: 0, slowestRound: 0, violations: [] },
  };
  const began = Date.now();
  try {
    await startAll(state.desks);
    await agent.settleIn(one[0]?.setupCode() ?? "", { [HELP]: wayOut.port, [BILLING]: wayOut.port });
    for (let round = 1; round <= rounds; round += 1) {
      const layout = Math.floor((round - 1) / BLOCK) % 2 === 0 ? one : two;
      if (layout !== state.desks) tally.violations.push(...(await changeLayout(state, layout)));
      const started = Date.now();
      const broken = await playRound(state, round, tally);
      const seconds = (Date.now() - started) / 1000;
      tally.rounds = round;
      tally.slowestRound = Math.max(tally.slowestRound, seconds);
      for (const each of broken) {
        tally.violations.push(`round ${round}: ${each}`);
        say(`round ${round}: ${each}`);
      }
      const last = state.kills.at(-1);
      say(
        `round ${round}/${rounds}  ${state.desks.length} process${state.desks.length > 1 ? "es" : ""}  ${last?.kind}  ${seconds.toFixed(1)} s`,
      );
      if (tally.violations.length > 50) break;
    }
    await finalCheck(state, tally);
    tally.violations.push(...(await changeLayout(state, [])));
  } finally {
    for (const desk of [...one, ...two]) await desk.kill();
    await database.stop();
    await wayOut.close();
    tally.seconds = (Date.now() - began) / 1000;
  }
  return tally;
}

interface State {
  readonly options: TortureOptions;
  readonly chance: Chance;
  readonly wayOut: WayOut;
  readonly agent: Agent;
  readonly smtpPort: number;
  readonly database: TorturedDatabase;
  desks: readonly DeskProcess[];
  readonly mails: SentMail[];
  readonly replies: SentReply[];
  readonly kills: Kill[];
  readonly places: Map<number, Place>;
  highest: number;
}

async function startAll(desks: readonly DeskProcess[]): Promise<void> {
  await Promise.all(desks.map((desk) => desk.start()));
}

/** An ordinary evening and morning, too: SIGTERM must end each process well. */
async function changeLayout(state: State, layout: readonly DeskProcess[]): Promise<string[]> {
  const codes = await Promise.all(state.desks.map(async (desk) => ({ name: desk.name, code: await desk.stop() })));
  state.desks = layout;
  await startAll(layout);
  return codes.flatMap(({ name, code }) => (code === 0 ? [] : [`The process ${name} did not stop well (${code}).`]));
}

async function playRound(state: State, round: number, tally: Tally): Promise<string[]> {
  const { chance, wayOut, kills, options } = state;
  const isOver = waitUntil(REST_PATIENCE_MS);
  const mails = writeMails(chance, options.seed, round, state.places);
  const replies = writeReplies(chance, options.seed, round, state.places);
  const traffic = Promise.all([
    ...mails.map(async (mail) => {
      await pause(chance.between(0, 700));
      await deliver(mail, state.smtpPort, isOver);
    }),
    ...replies.map(async ({ reply, to, undoes }) => {
      await pause(chance.between(0, 500));
      await state.agent.reply(reply, to, undoes);
    }),
  ]);

  const strikes = chance.next() < 0.2 ? 2 : 1;
  for (let n = 0; n < strikes; n += 1) {
    await pause(chance.oneOf([chance.between(0, 700), chance.between(0, 1_600), chance.between(900, 1_600)]));
    const byChance = chance.oneOf(KILLS.filter((each) => each !== "a desk" || state.desks.length > 1));
    const kind = options.blows?.[(round - 1) % options.blows.length] ?? byChance;
    const kill = await strike(kind, state.desks, state.database, chance);
    kills.push(kill);
    tally.kills[kind] = (tally.kills[kind] ?? 0) + 1;
    const back = (async () => {
      await state.database.bringBack();
      await startAll(state.desks);
    })();
    // A second blow may fall while everything is getting up again.
    if (n === strikes - 1 || chance.next() < 0.5) await back;
  }
  await startAll(state.desks);
  await traffic;
  state.mails.push(...mails);
  state.replies.push(...replies.map(({ reply }) => reply));
  return balance(
    state,
    mails,
    replies.map(({ reply }) => reply),
    wayOut,
    options.home,
  );
}

const waitUntil = (milliseconds: number) => {
  const end = Date.now() + milliseconds;
  return () => Date.now() > end;
};

/** Waits for rest, then compares what was promised in this round with what is there. */
async function balance(
  state: State,
  mails: readonly SentMail[],
  replies: readonly SentReply[],
  wayOut: WayOut,
  home: string,
): Promise<string[]> {
  let restless = ["the database cannot be reached"];
  const rested = await waitFor(async () => {
    restless = await lookInto(state, unrest).catch(() => ["the database cannot be reached"]);
    return restless.length === 0;
  }, REST_PATIENCE_MS);
  const broken: string[] = [];
  if (!rested) {
    const busy = await lookInto(state, activity).catch(() => []);
    broken.push(`It did not come to rest: ${[...restless, ...busy].join("; ")}.`);
  }
  for (const desk of state.desks)
    if (!desk.isAlive())
      broken.push(`The process ${desk.name} ended by itself; see ${join(home, `${desk.name}.log`)}.`);
  if (restless[0] === "the database cannot be reached") return broken;
  const found = await lookInto(state, async (database) => {
    const inDesk = await messagesByMark(database, state.highest);
    const verdicts = [await checkMails(database, mails, inDesk), checkReplies(replies, inDesk, wayOut.mails)];
    broken.push(...verdicts.flatMap(({ lost, doubled, wrong }) => [...lost, ...doubled, ...wrong]));
    return inDesk;
  });
  broken.push(...(await notFindable(state, mails.filter((mail) => mail.taken > 0).slice(0, 2), found)));
  remember(state, mails, found);
  return broken;
}

async function lookInto<T>(state: State, look: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase({ url: state.database.lookUrl() });
  try {
    return await look(database);
  } finally {
    await database.close();
  }
}

async function notFindable(
  state: State,
  mails: readonly SentMail[],
  inDesk: ReadonlyMap<string, readonly InDesk[]>,
): Promise<string[]> {
  const broken: string[] = [];
  for (const { mark } of mails) {
    if (!inDesk.has(mark)) continue;
    const word = mark.replace("mark-", "");
    const { status, body } = await state.agent.call("GET", `/api/v1/search?q=${word}`);
    if (status !== 200 || body.hits.length === 0) broken.push(`${mark} is not found by search (${status}).`);
  }
  return broken;
}

/** Conversations that can be answered in later rounds; the newest thirty are enough. */
function remember(state: State, mails: readonly SentMail[], inDesk: ReadonlyMap<string, readonly InDesk[]>): void {
  for (const mail of mails) {
    const message = inDesk.get(mail.mark)?.[0];
    if (message && mail.kind === "new")
      state.places.set(message.conversation_id, { from: mail.from, answers: mail.mailId });
  }
  for (const place of [...state.places.keys()].slice(0, -30)) state.places.delete(place);
  for (const rows of inDesk.values()) for (const { id } of rows) state.highest = Math.max(state.highest, id);
  for (const left of state.wayOut.mails.slice(-200)) {
    const place = [...state.places.values()].find(({ from }) => left.rcptTo.includes(from));
    if (place) place.answers = left.messageId.replace(/^<|>$/g, "");
  }
}

/** Everything once more, over the whole run: what later deaths may have spoilt. */
async function finalCheck(state: State, tally: Tally): Promise<void> {
  const { mails, replies, wayOut, kills } = state;
  const rows = await lookInto(state, async (open) => {
    const inDesk = await messagesByMark(open, 0);
    return [await checkMails(open, mails, inDesk), checkReplies(replies, inDesk, wayOut.mails)] as const;
  });
  const sends = (kill: Kill) => kill.desks.some((name) => name === "whole" || name === "back");
  const boundary = checkBoundary(wayOut.mails, kills, sends);
  const perKill = new Map<Kill, number>();
  for (const { kill } of boundary.duplicates) if (kill) perKill.set(kill, (perKill.get(kill) ?? 0) + 1);
  for (const { messageId, kill, sinceAnswerMs } of boundary.duplicates)
    state.options.say(`taken twice: ${messageId}, ${sinceAnswerMs} ms between its 250 and the kill (${kill?.kind})`);
  tally.mails = mails.length;
  tally.replies = replies.filter(({ outcome }) => outcome === "accepted").length;
  tally.takenBack = replies.filter(({ undone }) => undone === "taken back").length;
  tally.left = wayOut.mails.length;
  tally.lost = rows.reduce((sum, { lost }) => sum + lost.length, 0);
  tally.doubled = rows.reduce((sum, { doubled }) => sum + doubled.length, 0);
  tally.duplicates = boundary.duplicates.length;
  tally.duplicatesPerKill = Math.max(0, ...perKill.values());
  const all = rows.flatMap(({ lost, doubled, wrong }) => [...lost, ...doubled, ...wrong]);
  tally.violations.push(...all, ...boundary.wrong, ...checkAcknowledgements(wayOut.mails));
}
