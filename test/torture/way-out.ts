/**
 * The mailbox's SMTP server, outliving every desk. It takes a moment over its "250", as servers do, so that kills fall before
 * and after it; a mail whose sender was gone by then was not taken. What is kept here was therefore acknowledged.
 */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import type { Chance } from "./chance.ts";
import { pause } from "./wait.ts";

export interface LeftMail {
  /** When its "250" was said (Unix time, ms). */
  readonly at: number;
  readonly messageId: string;
  /** SHA-256 of the bytes. */
  readonly hash: string;
  /** The body, with soft line ends taken out; marks are plain letters. */
  readonly words: string;
  readonly isAutomatic: boolean;
  readonly rcptTo: readonly string[];
}

export interface WayOut {
  readonly port: number;
  readonly mails: readonly LeftMail[];
  readonly close: () => Promise<void>;
}

export async function openWayOut(chance: Chance): Promise<WayOut> {
  const mails: LeftMail[] = [];
  const gone = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    onClose: ({ id }) => void gone.add(id),
    onData(stream, session, done) {
      const keep = async () => {
        const bytes = await buffer(stream);
        await pause(chance.oneOf([0, 0, 5, 40, 150]));
        if (gone.has(session.id)) return done(new Error("The sender has gone."));
        const raw = bytes.toString("latin1");
        mails.push({
          at: Date.now(),
          messageId: /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? "",
          hash: createHash("sha256").update(bytes).digest("hex"),
          words: raw.slice(raw.indexOf("\r\n\r\n")).replaceAll("=\r\n", ""),
          isAutomatic: /^auto-submitted: auto-replied/im.test(raw),
          rcptTo: session.envelope.rcptTo.map(({ address }) => address),
        });
        done(null, `queued as T${mails.length}`);
      };
      keep().catch(done);
    },
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const address = server.server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    mails,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
