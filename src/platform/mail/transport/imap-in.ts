/**
 * One connection to the IMAP server of a mailbox: opened, encrypted, signed in. Nothing here changes a mailbox, and nothing
 * in this folder ever deletes a mail from one.
 */
import { ImapFlow } from "imapflow";
import { type MailLogin, type MailSecurity, TokenNotHad } from "./smtp-out.ts";
import type { ServerAddress } from "./trouble.ts";

export interface ImapIn extends ServerAddress {
  readonly security: MailSecurity;
  readonly login: MailLogin;
  /** A certificate (PEM) to trust besides the public ones: the team's own server. */
  readonly trustedCertificatePem?: string;
}

/** How long we wait, in milliseconds. */
export interface ImapPatience {
  readonly connectMs: number;
  /** Silence after a command. */
  readonly answerMs: number;
  /** IDLE is renewed this often; NATs and servers forget quiet connections (RFC 2177 asks for less than 29 minutes). */
  readonly idleMs: number;
}

export const USUAL_IMAP_PATIENCE: ImapPatience = { connectMs: 30_000, answerMs: 120_000, idleMs: 240_000 };

function clientFor(from: ImapIn, patience: ImapPatience, token: string | undefined): ImapFlow {
  const { login } = from;
  const client = new ImapFlow({
    host: from.host,
    port: from.port,
    secure: from.security === "tls",
    ...(from.security === "tls" ? {} : { doSTARTTLS: from.security === "starttls" }),
    auth: {
      user: login.user,
      ...(login.kind === "password" ? { pass: login.password } : { accessToken: token ?? "" }),
    },
    tls: {
      minVersion: "TLSv1.2",
      ...(from.trustedCertificatePem === undefined ? {} : { ca: [from.trustedCertificatePem] }),
    },
    clientInfo: { name: "Heard" },
    connectionTimeout: patience.connectMs,
    greetingTimeout: patience.connectMs,
    socketTimeout: patience.answerMs,
    maxIdleTime: patience.idleMs,
    disableAutoIdle: true,
    disableCompression: true,
    maxLineLength: 8 * 1024 * 1024,
    maxLiteralSize: 512 * 1024 * 1024,
    logger: false,
  });
  // Every failure also reaches the one who awaits; without a listener the event would end the process.
  client.on("error", () => {});
  return client;
}

/** Rejects with the library's error, which imap-trouble.ts reads. A token that the server refuses is renewed once. */
export async function openImap(from: ImapIn, patience: ImapPatience): Promise<ImapFlow> {
  const { login } = from;
  const tokenAfter = async (refused?: string): Promise<string | undefined> => {
    if (login.kind === "password") return undefined;
    return login.accessToken(refused).catch((cause: unknown) => {
      throw new TokenNotHad("no access token", { cause });
    });
  };
  const connect = async (token: string | undefined): Promise<ImapFlow> => {
    const client = clientFor(from, patience, token);
    try {
      await client.connect();
      return client;
    } catch (error) {
      client.close();
      throw error;
    }
  };
  const token = await tokenAfter();
  try {
    return await connect(token);
  } catch (error) {
    const refused = (error as { authenticationFailed?: boolean }).authenticationFailed === true;
    if (!refused || token === undefined) throw error;
    const renewed = await tokenAfter(token);
    if (renewed === token) throw error;
    return connect(renewed);
  }
}

/** Says goodbye, but does not wait for a server that has stopped listening. */
export async function leaveImap(client: ImapFlow): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, 2_000);
  });
  if (client.usable) await Promise.race([client.logout().catch(() => {}), waited]);
  clearTimeout(timer);
  client.close();
}
