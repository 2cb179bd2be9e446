/**
 * Customers' mail servers: they hand a mail over again and again until it is taken, as RFC 5321 §4.5.4 asks of them. After a
 * "250" they forget it, so from then on only the desk can lose it.
 */
import { createTransport } from "nodemailer";
import { pause } from "./wait.ts";

export interface SentMail {
  readonly mark: string;
  readonly kind: "new" | "answer" | "to two mailboxes" | "sent twice" | "without an id" | "hardly a mail" | "large";
  readonly from: string;
  /** Message-ID without brackets; undefined for those without. */
  readonly mailId: string | undefined;
  readonly raw: string;
  /** Each a delivery of its own. */
  readonly deliveries: readonly (readonly string[])[];
  /** For answers: where it belongs. */
  readonly conversationId: number | undefined;
  /** How often the sender was asked to come back (4xx). */
  putOff: number;
  /** How many deliveries were acknowledged. */
  taken: number;
  /** A refusal for good: the sender would be told that it failed. */
  refused: string | undefined;
}

/** @param from the sender's own address on this machine (127.0.0.x), when several are to be told apart. */
export async function deliver(mail: SentMail, port: number, until: () => boolean, from = "127.0.0.1"): Promise<void> {
  for (const to of mail.deliveries) {
    while (!(await tryOnce(mail, to, port, from))) {
      if (mail.refused !== undefined || until()) return;
      await pause(60);
    }
    mail.taken += 1;
  }
}

async function tryOnce(mail: SentMail, to: readonly string[], port: number, localAddress: string): Promise<boolean> {
  const transport = createTransport({
    host: "127.0.0.1",
    port,
    localAddress,
    ignoreTLS: true,
    connectionTimeout: 5_000,
  });
  try {
    await transport.sendMail({ envelope: { from: mail.from, to: [...to] }, raw: Buffer.from(mail.raw, "latin1") });
    return true;
  } catch (error) {
    const { responseCode = 0, response = "" } = error as { responseCode?: number; response?: string };
    if (responseCode >= 500) mail.refused = response;
    if (responseCode >= 400 && responseCode < 500) mail.putOff += 1;
    return false;
  } finally {
    transport.close();
  }
}

/** A plain mail with a mark in it. */
export function plainMail(mark: string, to: string, from = `${mark}@customers.test`, size = 0): SentMail {
  const lines = {
    From: `Customer <${from}>`,
    To: to,
    Subject: `About ${mark}`,
    "Message-ID": `<${mark}@customers.test>`,
    Date: new Date().toUTCString(),
  };
  const raw = letter(lines, `Hello,\n\nthis is about order ${mark}.\n\n${"And so on. ".repeat(size / 11)}`);
  const rest = { conversationId: undefined, putOff: 0, taken: 0, refused: undefined };
  return { mark, kind: "new", from, mailId: `${mark}@customers.test`, raw, deliveries: [[to]], ...rest };
}

/** A letter with CRLF line ends. `undefined` leaves a header line out. */
export function letter(lines: Readonly<Record<string, string | undefined>>, body: string): string {
  const head = Object.entries(lines)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}\r\n`);
  return `${head.join("")}\r\n${body.replaceAll("\n", "\r\n")}\r\n`;
}
