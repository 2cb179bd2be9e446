/** Hands raw mails to a mail server, as any customer's provider would. No queue: the caller tries again. */
import { createTransport } from "nodemailer";
import { Unavailable } from "../../kit/index.ts";

export interface SmtpAddress {
  readonly host: string;
  readonly port: number;
}

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

export interface SmtpWay {
  /**
   * Resolves with what the server said when it took the mail.
   * @throws Unavailable when the server cannot be reached or does not take the mail now.
   */
  readonly send: (raw: Buffer, envelope: Envelope) => Promise<string>;
  readonly close: () => void;
}

/**
 * One connection to the desk's own SMTP listener, the real way in, opened when first used and kept for the mails that
 * follow. Samples never leave the machine, so a self-made certificate there is accepted.
 */
export function openSmtp({ host, port }: SmtpAddress): SmtpWay {
  const transport = createTransport({
    pool: true,
    maxConnections: 1,
    host,
    port,
    secure: false,
    tls: { rejectUnauthorized: false },
    connectionTimeout: 10_000,
  });
  return {
    async send(raw, envelope) {
      try {
        const sent = await transport.sendMail({ envelope: { from: envelope.from, to: [...envelope.to] }, raw });
        return sent.response;
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error);
        const sentence = `The desk's mail listener at ${host}:${port} did not take a sample mail: ${said}`;
        throw new Unavailable("sample-mail", sentence, error);
      }
    },
    close: () => transport.close(),
  };
}

/** Sends one mail over a connection of its own. @throws Unavailable as `openSmtp` does. */
export async function sendThroughSmtp(raw: Buffer, envelope: Envelope, address: SmtpAddress): Promise<string> {
  const way = openSmtp(address);
  try {
    return await way.send(raw, envelope);
  } finally {
    way.close();
  }
}
