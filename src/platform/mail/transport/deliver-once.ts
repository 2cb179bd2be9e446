/**
 * One mail over one open SMTP connection, and what became of it. The bytes go out as they were frozen: only what the
 * protocol itself asks for (dots doubled, RFC 5321 §4.5.2) is added on the wire. Never tries twice.
 */
import { Readable } from "node:stream";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import { serverIdIn } from "./server-id.ts";
import type { SmtpOut, SmtpPatience } from "./smtp-out.ts";
import { isFinal, type SmtpError, smtpTrouble } from "./smtp-trouble.ts";
import type { Trouble, TroubleCode } from "./trouble.ts";

/** Whom the servers talk about; the header lines may say something else. `mailFrom` is "" for automatic mail. */
export interface Envelope {
  readonly mailFrom: string;
  readonly rcptTo: readonly [string, ...string[]];
}

/** One recipient that the server turned down while it took the mail for others. */
export interface RejectedRecipient {
  readonly address: string;
  readonly outcome: "later" | "never";
  readonly code: TroubleCode;
  readonly why: string;
  readonly said: string;
}

export type SubmitResult =
  | {
      readonly outcome: "sent";
      /** The server's own words, one line. */
      readonly response: string;
      /** The id under which the server keeps it, when it names one. */
      readonly serverId?: string;
      /** Microsoft 365 and Amazon SES put their own Message-ID in place of ours: answers will refer to this one. */
      readonly serverMessageId?: string;
      readonly rejected: readonly RejectedRecipient[];
    }
  | {
      readonly outcome: "later";
      readonly code: TroubleCode;
      readonly why: string;
      readonly wayOut: string;
      readonly said?: string;
      /** The whole mail was handed over and no answer came: sending it again may double it, not sending may lose it. */
      readonly mayHaveArrived: boolean;
    }
  | {
      readonly outcome: "never";
      readonly code: TroubleCode;
      readonly why: string;
      readonly wayOut: string;
      readonly said?: string;
    };

/** The result, and whether the connection is fit for another mail. */
export interface Delivery {
  readonly result: SubmitResult;
  readonly connectionIsGood: boolean;
}

const SLICE = 64 * 1024;

function* slices(raw: Uint8Array): Generator<Buffer> {
  for (let at = 0; at < raw.length; at += SLICE) {
    yield Buffer.from(raw.buffer, raw.byteOffset + at, Math.min(SLICE, raw.length - at));
  }
}

export function notNow(trouble: Trouble, mayHaveArrived: boolean): SubmitResult {
  const said = trouble.said === undefined ? {} : { said: trouble.said };
  return {
    outcome: "later",
    code: trouble.code,
    why: trouble.sentence,
    wayOut: trouble.wayOut,
    ...said,
    mayHaveArrived,
  };
}

function never(trouble: Trouble): SubmitResult {
  const said = trouble.said === undefined ? {} : { said: trouble.said };
  return { outcome: "never", code: trouble.code, why: trouble.sentence, wayOut: trouble.wayOut, ...said };
}

/** Hands one mail over. Never rejects: every end is a value. */
export function deliverOnce(
  connection: SMTPConnection,
  out: SmtpOut,
  raw: Uint8Array,
  envelope: Envelope,
  patience: SmtpPatience,
): Promise<Delivery> {
  return new Promise((resolve) => {
    let allBytesGone = false;
    const body = Readable.from(slices(raw), { objectMode: false });
    body.once("end", () => {
      allBytesGone = true;
      if (connection._socket) connection._socket.setTimeout(patience.finalAnswerMs);
    });
    let settled = false;
    const settle = (delivery: Delivery): void => {
      if (settled) return;
      settled = true;
      clearTimeout(tooLong);
      connection.off("error", onError);
      connection.off("end", onEnd);
      body.destroy();
      resolve(delivery);
    };
    const failWith = (error: unknown): void => {
      const seen = error as SmtpError;
      const trouble = smtpTrouble(error, out);
      const result = isFinal(seen) ? never(trouble) : notNow(trouble, allBytesGone && seen.responseCode === undefined);
      settle({ result, connectionIsGood: false });
    };
    const onError = (error: unknown): void => failWith(error);
    // The library closes some connections a moment before it says why: the reason goes first.
    const onEnd = (): void => {
      setImmediate(() => failWith(Object.assign(new Error("Connection closed"), { code: "ECONNECTION" })));
    };
    const tooLong = setTimeout(() => {
      failWith(Object.assign(new Error("Timeout"), { code: "ETIMEDOUT" }));
      connection.close();
    }, patience.wholeMs);
    tooLong.unref();
    connection.on("error", onError);
    connection.on("end", onEnd);
    const to = [...envelope.rcptTo];
    connection.send(
      { from: envelope.mailFrom, to, size: raw.length, use8BitMime: has8BitBytes(raw) },
      body,
      (error, info) => {
        if (error) return failWith(error);
        if (connection._socket) connection._socket.setTimeout(patience.answerMs);
        const serverId = serverIdIn(info.response);
        const rejected = (info.rejectedErrors ?? []).map((refusal): RejectedRecipient => {
          const trouble = smtpTrouble(refusal, out);
          return {
            address: refusal.recipient ?? "",
            outcome: isFinal(refusal as SmtpError) ? "never" : "later",
            code: trouble.code,
            why: trouble.sentence,
            said: trouble.said ?? "",
          };
        });
        settle({
          result: {
            outcome: "sent",
            response: info.response,
            ...(serverId === undefined ? {} : { serverId }),
            ...(info.serverMessageId === undefined ? {} : { serverMessageId: info.serverMessageId }),
            rejected,
          },
          connectionIsGood: true,
        });
      },
    );
  });
}

function has8BitBytes(raw: Uint8Array): boolean {
  for (const byte of raw) if (byte > 0x7f) return true;
  return false;
}
