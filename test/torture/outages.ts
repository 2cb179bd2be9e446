/**
 * Outages: the database is away, the disk is full, the mailbox's server misbehaves in every way that servers do. Nothing may
 * be lost, and people must be told in words.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../src/platform/storage/index.ts";
import { type Mischief, type SmtpSink, startSmtpSink } from "../servers/smtp-sink.ts";
import { smallDisk } from "../small-disk.ts";
import { type Agent, agentAt, type SentReply } from "./agent.ts";
import { deliver, plainMail, type SentMail } from "./customers.ts";
import { embeddedDatabase, type TorturedDatabase } from "./database.ts";
import { type DeskProcess, deskProcess, freePort } from "./desk-process.ts";
import { checkMails, messagesByMark } from "./ledger.ts";
import { HELP } from "./traffic.ts";
import { pause, waitFor } from "./wait.ts";

export interface Outage {
  readonly name: string;
  readonly seconds: number;
  /** What was seen, for the table. */
  readonly seen: string;
  readonly broken: readonly string[];
}

export interface Play {
  readonly desk: DeskProcess;
  readonly agent: Agent;
  readonly url: string;
  readonly smtpPort: number;
  readonly database: TorturedDatabase;
  readonly broken: string[];
}

export const LONG_MS = 60_000;

export async function play(
  name: string,
  home: string,
  database: TorturedDatabase,
  waysOut: Readonly<Record<string, number>>,
  act: (play: Play) => Promise<string>,
): Promise<Outage> {
  const began = Date.now();
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o755);
  const ports = { PORT: String(await freePort()), HEARD_SMTP_PORT: String(await freePort()) };
  const environment = { HEARD_HOME: home, ...ports, HEARD_UNDO_SECONDS: "0", HEARD_LOG: "info" };
  const url = `http://127.0.0.1:${ports.PORT}`;
  const logs = mkdtempSync(join(tmpdir(), "heard-torture-log-"));
  const desk = deskProcess("whole", database.url ? { ...environment, DATABASE_URL: database.url } : environment, logs);
  const agent = agentAt(url);
  const broken: string[] = [];
  let seen = "";
  try {
    await desk.start();
    await agent.settleIn(desk.setupCode() ?? "", waysOut);
    seen = await act({ desk, agent, url, smtpPort: Number(ports.HEARD_SMTP_PORT), database, broken });
    if (desk.ownDeaths() > 0) broken.push("The desk ended by itself.");
    if ((await desk.stop()) !== 0) broken.push("The desk did not stop well.");
  } catch (error) {
    broken.push(error instanceof Error ? error.message : String(error));
  } finally {
    await desk.kill();
    await database.stop();
    if (broken.length === 0) rmSync(logs, { recursive: true, force: true });
    else broken.push(`What the process said is in ${logs}.`);
  }
  return { name, seconds: (Date.now() - began) / 1000, seen, broken };
}

export const until = (milliseconds: number) => {
  const end = Date.now() + milliseconds;
  return () => Date.now() > end;
};

/** All of them taken, and each in the desk exactly once. */
async function checkAll({ database, broken }: Play, mails: readonly SentMail[]): Promise<void> {
  for (const mail of mails) if (mail.taken === 0) broken.push(`${mail.mark} was never taken.`);
  const checked = await waitFor(async () => {
    const open = openDatabase({ url: database.lookUrl() });
    try {
      const verdict = await checkMails(open, mails, await messagesByMark(open, 0));
      return verdict.lost.length === 0 && verdict;
    } catch {
      return false;
    } finally {
      await open.close();
    }
  }, LONG_MS);
  if (checked === undefined) broken.push("A mail that was taken did not come to the desk.");
  else broken.push(...checked.doubled, ...checked.wrong);
}

/** @param database one that stays away until it is brought back: a server, not the embedded one. */
export function databaseGone(home: string, database: TorturedDatabase): Promise<Outage> {
  return play("database gone for 4 s", home, database, { [HELP]: 9 }, async (at) => {
    const { agent, url, smtpPort, broken } = at;
    const before = plainMail("mark-before", HELP);
    await deliver(before, smtpPort, until(LONG_MS));
    database.kill("everything");
    const during = [1, 2, 3, 4, 5].map((n) => plainMail(`mark-during${n}`, HELP));
    const delivering = Promise.all(during.map((mail) => deliver(mail, smtpPort, until(LONG_MS))));
    await pause(1_000);
    const health = await fetch(`${url}/health`).then(async (answer) => ({
      status: answer.status,
      body: await answer.json(),
    }));
    const { problem } = health.body as { problem?: string };
    if (health.status !== 503 || !problem) broken.push(`/health said ${health.status} ${problem}.`);
    const list = await agent.call("GET", "/api/v1/conversations?view=open");
    if (list.status !== 503 || !list.body?.sentence) broken.push(`A list was answered with ${list.status}.`);
    await pause(3_000);
    await database.bringBack();
    await delivering;
    const healthy = await waitFor(async () => (await fetch(`${url}/health`)).status === 200, 10_000);
    if (!healthy) broken.push("/health did not get well again.");
    await checkAll(at, [before, ...during]);
    const putOff = during.reduce((sum, mail) => sum + mail.putOff, 0);
    if (putOff === 0) broken.push("No sender was asked to come back.");
    return `senders were put off ${putOff} times; /health: “${problem}”; the web: “${list.body?.sentence}”`;
  });
}

/** On a disk of its own; only where one can be mounted. */
export async function diskFull(): Promise<Outage> {
  const disk = smallDisk(320);
  const home = join(disk.path, "home");
  try {
    return await play("disk full", home, embeddedDatabase(home), { [HELP]: 9 }, async (at) => {
      const { agent, smtpPort, broken, url } = at;
      const before = plainMail("mark-before", HELP);
      await deliver(before, smtpPort, until(LONG_MS));
      await checkAll(at, [before]);
      disk.fill();
      const during = [1, 2, 3, 4, 5, 6].map((n) => plainMail(`mark-during${n}`, HELP, undefined, 9_000_000));
      const delivering = Promise.all(during.map((mail) => deliver(mail, smtpPort, until(LONG_MS))));
      const putOff = () => during.reduce((sum, mail) => sum + mail.putOff, 0);
      await waitFor(async () => putOff() > 3, 20_000);
      const { items } = (await agent.call("GET", "/api/v1/conversations?view=open")).body ?? { items: [] };
      let said = "";
      for (let n = 0; n < 40 && said === "" && items[0]; n += 1) {
        const reply = newReply(`mark-reply${n}`, items[0].id);
        const answer = await agent.reply(reply, "someone@customers.test", "let it go");
        if (answer.status === 503) said = answer.body.sentence;
      }
      if (putOff() === 0) broken.push("No sender was asked to come back.");
      const unwell = await waitFor(async () => (await fetch(`${url}/health`)).status === 503, 15_000);
      if (!unwell) broken.push("/health was well on a full disk.");
      rmSync(join(disk.path, "filler"), { force: true });
      await delivering;
      await checkAll(at, [before, ...during]);
      return `senders were put off ${putOff()} times; the web: “${said || "took small replies all the while"}”`;
    });
  } finally {
    disk.remove();
  }
}

const newReply = (mark: string, conversationId: number): SentReply => ({
  ...{ mark, conversationId, outcome: "unknown", messageId: undefined, undone: "not asked" },
});

interface Trick {
  readonly name: string;
  readonly mischief: Mischief;
  /** What the message says while the server is like that. */
  readonly state: "waiting" | "failed" | "sent" | "sending";
  readonly afterwards: "by hand" | "by itself" | "nothing";
}

const TRICKS: readonly Trick[] = [
  {
    name: "4xx",
    mischief: { at: "rcpt", answer: "451 4.7.1 Come back later" },
    state: "waiting",
    afterwards: "by hand",
  },
  { name: "4xx-self", mischief: { at: "data", answer: "451 4.3.0 Busy" }, state: "waiting", afterwards: "by itself" },
  { name: "5xx", mischief: { at: "rcpt", answer: "550 5.1.1 No such user" }, state: "failed", afterwards: "by hand" },
  { name: "5xx-body", mischief: { at: "body", answer: "554 5.7.1 Refused" }, state: "failed", afterwards: "by hand" },
  { name: "stall", mischief: { at: "data", stall: true }, state: "sending", afterwards: "nothing" },
  { name: "close-mid-data", mischief: { at: "mid-body", hangUp: true }, state: "waiting", afterwards: "by hand" },
  { name: "close-for-250", mischief: { at: "body", hangUp: true }, state: "waiting", afterwards: "by itself" },
  { name: "250-then-drop", mischief: { at: "accepted", hangUp: true }, state: "sent", afterwards: "nothing" },
];

/** One mailbox for each trick, all at once: a server that stalls must not hold up the mail of another. */
export async function serverTricks(home: string): Promise<Outage> {
  const sinks = new Map<string, SmtpSink>();
  for (const { name } of TRICKS) sinks.set(name, await startSmtpSink());
  const ways = Object.fromEntries([...sinks].map(([name, sink]) => [`${name}@shop.test`, sink.port]));
  try {
    return await play("SMTP server's tricks", home, embeddedDatabase(home), ways, async (at) => {
      const lines = await Promise.all(TRICKS.map((trick) => playTrick(at, trick, sinks.get(trick.name) as SmtpSink)));
      return lines.join("; ");
    });
  } finally {
    for (const sink of sinks.values()) await sink.close();
  }
}

async function playTrick({ agent, smtpPort, broken }: Play, trick: Trick, sink: SmtpSink): Promise<string> {
  const { name, mischief, state, afterwards } = trick;
  const mail = plainMail(`mark-${name.replaceAll("-", "")}`, `${name}@shop.test`);
  await deliver(mail, smtpPort, until(LONG_MS));
  const row = await waitFor(async () => {
    const { items } = (await agent.call("GET", "/api/v1/conversations?view=open")).body ?? { items: [] };
    return items.find((each: { subject: string }) => each.subject === `About ${mail.mark}`);
  }, LONG_MS);
  if (!row) return `${name}: its mail did not come`;
  await sink.until(1);
  sink.behave(mischief);
  const reply = newReply(`mark-re${name.replaceAll("-", "")}`, row.id);
  await agent.reply(reply, mail.from, "let it go");
  const look = async () => {
    const { messages } = (await agent.call("GET", `/api/v1/conversations/${row.id}`)).body ?? { messages: [] };
    return messages.find(({ id }: { id: number }) => id === reply.messageId);
  };
  const copies = () => sink.mails.filter(({ raw }) => raw.toString().replaceAll("=\r\n", "").includes(reply.mark));
  const wanted = await waitFor(async () => {
    const message = await look();
    // Before the first try a message waits without a word.
    return message?.delivery === state && (state === "sending" || message.deliveryNote !== null) ? message : undefined;
  }, LONG_MS);
  if (!wanted) broken.push(`${name}: the message stands as ${(await look())?.delivery}, not as ${state}.`);
  sink.behave(undefined);
  if (afterwards === "by hand") {
    const { status, body } = await agent.call("POST", `/api/v1/messages/${reply.messageId}/retry`, {});
    if (status !== 200) broken.push(`${name}: trying again by hand was answered with ${status} ${body?.sentence}.`);
  }
  if (state !== "sending") {
    const sent = await waitFor(async () => (await look())?.delivery === "sent", LONG_MS);
    if (!sent) broken.push(`${name}: it did not leave ${afterwards}.`);
    await pause(500);
    if (copies().length !== 1) broken.push(`${name}: it left ${copies().length} times.`);
  }
  return `${name}: ${state}, “${wanted?.deliveryNote ?? ""}”${afterwards === "nothing" ? "" : `, then sent ${afterwards}`}`;
}
