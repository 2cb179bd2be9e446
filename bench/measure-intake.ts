/**
 * Mail comes in through the real SMTP listener and is counted until the last one is filed and can be searched for. The new
 * threads come first, the desk answers some of them, then the customers answer; both parts of the intake are measured, the
 * answering between them is not.
 */
import nodemailer from "nodemailer";
import { type Database, sql } from "../src/platform/storage/index.ts";
import { type AnswerKind, type InventedMail, postFrom, type Thread } from "./invented/mails.ts";
import { sendReply, since } from "./measure-requests.ts";
import { MAILBOX_ADDRESS } from "./new-desk.ts";
import type { Cpu, Memory, Watched } from "./processes.ts";
import { type Browser, pause } from "./running-desk.ts";

export interface Intake {
  readonly mails: number;
  readonly mailsPerSecond: number;
  readonly appMs: number;
  readonly databaseMs: number;
  /** Share of answers that were filed in the conversation they belong to. */
  readonly rightPlace: ReadonlyMap<AnswerKind, { readonly right: number; readonly of: number }>;
  /** The most while mail came in. */
  readonly peak: Memory;
}

export interface IntakeOptions {
  readonly mails: number;
  readonly seed: number;
  readonly smtpPort: number;
  readonly browser: Browser;
  readonly database: Database;
  readonly watched: Watched;
}

const CONNECTIONS = 4;

interface Sent {
  readonly kind: AnswerKind;
  readonly thread: Thread;
  readonly mailId: string;
}

export async function measureIntake(options: IntakeOptions): Promise<Intake> {
  const { browser, database, watched } = options;
  const post = postFrom(options.seed, MAILBOX_ADDRESS);
  const firsts = Array.from({ length: Math.round(options.mails * 0.4) }, () => post.first());
  const peak = watchPeak(watched);

  const first = await timed(
    options,
    firsts.map(({ mail }) => mail),
  );
  const answered = await answerAll(
    browser,
    database,
    firsts.map(({ thread }) => thread),
  );

  const sent: Sent[] = [];
  const answers = Array.from({ length: options.mails - firsts.length }, (_, i) => {
    const thread = (firsts[i % firsts.length] as (typeof firsts)[number]).thread;
    const kind = post.kindOfAnswer();
    const ours = kind === "follow-up to one's own mail" ? undefined : answered.get(thread.mailId);
    const mail = post.answer(thread, ours, kind);
    sent.push({ kind, thread, mailId: mail.mailId });
    return mail;
  });
  const second = await timed(options, answers);

  return {
    mails: options.mails,
    mailsPerSecond: options.mails / (first.seconds + second.seconds),
    appMs: (first.cpu.appMs + second.cpu.appMs) / options.mails,
    databaseMs: (first.cpu.databaseMs + second.cpu.databaseMs) / options.mails,
    rightPlace: await placesOf(database, sent),
    peak: peak.stop(),
  };
}

async function timed(
  { smtpPort, database, watched }: IntakeOptions,
  mails: readonly InventedMail[],
): Promise<{ seconds: number; cpu: Cpu }> {
  const before = watched.cpu();
  const begun = performance.now();
  await deliver(smtpPort, mails);
  while (await isBusy(database)) await pause(100);
  return { seconds: (performance.now() - begun) / 1_000, cpu: since(before, watched.cpu()) };
}

async function deliver(port: number, mails: readonly InventedMail[]): Promise<void> {
  const transport = nodemailer.createTransport({
    host: "127.0.0.1",
    port,
    ignoreTLS: true,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  await Promise.all(mails.map(({ raw, from }) => transport.sendMail({ envelope: { from, to: MAILBOX_ADDRESS }, raw })));
  transport.close();
}

/** Mail is still waiting, or not yet in the search. */
export async function isBusy({ db }: Database): Promise<boolean> {
  const { rows } = await sql<{ busy: boolean }>`
    SELECT EXISTS (SELECT 1 FROM inbound_mail WHERE state = 'waiting') OR EXISTS (SELECT 1 FROM search_due) AS busy
  `.execute(db);
  return rows[0]?.busy === true;
}

/** The desk answers each thread once. @returns by the id of the customer's mail, what their mail program then holds. */
async function answerAll(browser: Browser, { db }: Database, threads: readonly Thread[]) {
  const answered = new Map<string, { mailId: string; from: string; text: string }>();
  for (const thread of threads) {
    const found = await db
      .selectFrom("message")
      .select("conversation_id")
      .where("mail_id", "=", thread.mailId)
      .executeTakeFirstOrThrow();
    const whole = await browser.get<Parameters<typeof sendReply>[1]>(`/api/v1/conversations/${found.conversation_id}`);
    const text = "Thank you for writing. Which of the two switches do you mean?";
    const { message } = await sendReply(browser, whole, `<p>${text}</p>`);
    const ours = await db
      .selectFrom("message")
      .select("mail_id")
      .where("id", "=", message.id as never)
      .executeTakeFirstOrThrow();
    answered.set(thread.mailId, { mailId: ours.mail_id ?? "", from: "Ida (Lantern support)", text });
  }
  while (await isBusy({ db } as Database)) await pause(100);
  return answered;
}

async function placesOf({ db }: Database, sent: readonly Sent[]): Promise<Intake["rightPlace"]> {
  const ids = [...new Set(sent.flatMap(({ mailId, thread }) => [mailId, thread.mailId]))];
  const { rows } = await sql<{ mail_id: string; conversation_id: number }>`
    SELECT mail_id, conversation_id FROM message WHERE mail_id = ANY(${ids})
  `.execute(db);
  const place = new Map(rows.map((row) => [row.mail_id, row.conversation_id]));
  const counted = new Map<AnswerKind, { right: number; of: number }>();
  for (const { kind, mailId, thread } of sent) {
    const count = counted.get(kind) ?? { right: 0, of: 0 };
    const here = place.get(mailId);
    counted.set(kind, {
      right: count.right + (here !== undefined && here === place.get(thread.mailId) ? 1 : 0),
      of: count.of + 1,
    });
  }
  return counted;
}

function watchPeak(watched: Watched): { stop: () => Memory } {
  let peak = watched.memory();
  const timer = setInterval(() => {
    const now = watched.memory();
    if (now.appMb + now.databaseMb > peak.appMb + peak.databaseMb) peak = now;
  }, 1_000);
  return {
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}
