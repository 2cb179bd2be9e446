/**
 * Sends frozen mails through the SMTP server of a mailbox and keeps connections open for the next one. Each mailbox has
 * connections of its own, so that a slow server delays only its own mail. Decides nothing about retries: the outbox does.
 */
import { createHash } from "node:crypto";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import { type Delivery, deliverOnce, type Envelope, notNow, type SubmitResult } from "./deliver-once.ts";
import { connectSmtp, type SmtpOut, type SmtpPatience, USUAL_PATIENCE } from "./smtp-out.ts";
import { smtpTrouble } from "./smtp-trouble.ts";

export interface SubmitterOptions {
  readonly patience?: Partial<SmtpPatience>;
  /** Connections at once to one mailbox's server. Providers count them; two are enough for a busy desk. */
  readonly connectionsPerMailbox?: number;
  /** How long an idle connection is kept. Shorter than the five minutes of RFC 5321 §4.5.3.2.7. */
  readonly idleMs?: number;
  /** After so many mails a connection is renewed; many providers cut it off at 100. */
  readonly mailsPerConnection?: number;
}

export interface Submitter {
  /** Never rejects. `raw` is sent as it is, Message-ID included. */
  submit(out: SmtpOut, raw: Uint8Array, envelope: Envelope): Promise<SubmitResult>;
  /**
   * Finishes the mails under way and closes the connections. Mails handed in afterwards get "later", and so do those whose
   * server takes longer than a few seconds: a process that stops cannot wait for a server that stalls.
   */
  close(): Promise<void>;
}

interface Kept {
  readonly connection: SMTPConnection;
  mails: number;
  timer?: NodeJS.Timeout;
}

interface Lane {
  readonly idle: Kept[];
  readonly waiting: (() => void)[];
  busy: number;
}

const CLOSE_PATIENCE_MS = 2_000;

/** Two settings that differ in anything, the password included, never share a connection. */
function laneKey(out: SmtpOut): string {
  const { login, ...rest } = out;
  const secret = login?.kind === "password" ? login.password : "";
  return createHash("sha256")
    .update(JSON.stringify([rest, login?.kind, login?.user, secret]))
    .digest("hex");
}

export function openSubmitter(options: SubmitterOptions = {}): Submitter {
  const patience = { ...USUAL_PATIENCE, ...options.patience };
  const { connectionsPerMailbox = 2, idleMs = 60_000, mailsPerConnection = 90 } = options;
  const lanes = new Map<string, Lane>();
  const underWay = new Set<Promise<SubmitResult>>();
  const talking = new Set<SMTPConnection>();
  let closed = false;

  const drop = (lane: Lane, kept: Kept): void => {
    clearTimeout(kept.timer);
    const at = lane.idle.indexOf(kept);
    if (at >= 0) lane.idle.splice(at, 1);
    if (!kept.connection.destroyed) kept.connection.quit();
  };

  const keep = (lane: Lane, kept: Kept) => {
    if (closed || kept.mails >= mailsPerConnection || kept.connection.destroyed) return drop(lane, kept);
    kept.timer = setTimeout(() => drop(lane, kept), idleMs);
    kept.timer.unref();
    lane.idle.push(kept);
  };

  const take = (lane: Lane): Kept | undefined => {
    for (let kept = lane.idle.pop(); kept !== undefined; kept = lane.idle.pop()) {
      clearTimeout(kept.timer);
      if (!kept.connection.destroyed) return kept;
    }
    return undefined;
  };

  const send = async (lane: Lane, kept: Kept, out: SmtpOut, raw: Uint8Array, envelope: Envelope): Promise<Delivery> => {
    kept.mails += 1;
    talking.add(kept.connection);
    const delivery = await deliverOnce(kept.connection, out, raw, envelope, patience);
    talking.delete(kept.connection);
    if (delivery.connectionIsGood) keep(lane, kept);
    else drop(lane, kept);
    return delivery;
  };

  const run = async (lane: Lane, out: SmtpOut, raw: Uint8Array, envelope: Envelope): Promise<SubmitResult> => {
    const kept = take(lane);
    if (kept !== undefined) {
      const { result } = await send(lane, kept, out, raw, envelope);
      // A kept connection may have died unnoticed. Nothing of the mail left on it, so a fresh one is no second sending.
      const diedEarly = result.outcome === "later" && result.said === undefined && !result.mayHaveArrived;
      if (!diedEarly) return result;
    }
    let connection: SMTPConnection;
    try {
      connection = await connectSmtp(out, patience);
    } catch (error) {
      return notNow(smtpTrouble(error, out), false);
    }
    return (await send(lane, { connection, mails: 0 }, out, raw, envelope)).result;
  };

  const submit = async (out: SmtpOut, raw: Uint8Array, envelope: Envelope): Promise<SubmitResult> => {
    if (closed) {
      const trouble = {
        code: "busy",
        sentence: "Heard is shutting down.",
        wayOut: "The mail leaves after the start.",
      } as const;
      return notNow(trouble, false);
    }
    const key = laneKey(out);
    const lane = lanes.get(key) ?? { idle: [], waiting: [], busy: 0 };
    lanes.set(key, lane);
    if (lane.busy >= connectionsPerMailbox) await new Promise<void>((resolve) => lane.waiting.push(resolve));
    else lane.busy += 1;
    try {
      return await run(lane, out, raw, envelope);
    } finally {
      // The turn is passed on, not given back, so that nobody slips in between.
      const next = lane.waiting.shift();
      if (next !== undefined) next();
      else lane.busy -= 1;
      if (lane.busy === 0 && lane.idle.length === 0) lanes.delete(key);
    }
  };

  return {
    submit(out, raw, envelope) {
      const sending = submit(out, raw, envelope);
      underWay.add(sending);
      return sending.finally(() => underWay.delete(sending));
    },
    async close() {
      closed = true;
      for (const lane of lanes.values()) for (const kept of [...lane.idle]) drop(lane, kept);
      const hangUp = setTimeout(() => {
        for (const connection of talking) connection.close();
      }, CLOSE_PATIENCE_MS);
      await Promise.all(underWay);
      clearTimeout(hangUp);
    },
  };
}
