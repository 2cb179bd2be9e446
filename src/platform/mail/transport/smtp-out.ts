/**
 * One connection to the SMTP server of a mailbox: opened, encrypted, signed in. There is no delivery straight to the
 * customers' servers (no MX look-up): a mail leaves through an SMTP server that the team names, or not at all.
 */
import SMTPConnection, {
  type SMTPConnectionAuth,
  type SMTPConnectionCustomAuthContext,
} from "nodemailer/lib/smtp-connection";
import type { ServerAddress } from "./trouble.ts";

/** How a mailbox signs in to its server. */
export type MailLogin =
  | { readonly kind: "password"; readonly user: string; readonly password: string }
  | {
      readonly kind: "oauth2";
      readonly user: string;
      /** Called at each sign-in. `refusedToken` is given when the server has just turned that token down. */
      readonly accessToken: (refusedToken?: string) => Promise<string>;
    };

/** "tls" from the first byte (465, 993), "starttls" insisted upon (587, 143), "none" for a server on the same machine. */
export type MailSecurity = "tls" | "starttls" | "none";

export interface SmtpOut extends ServerAddress {
  readonly security: MailSecurity;
  readonly login?: MailLogin;
  /** The name we greet with; the server's own host name when left out. */
  readonly helloName?: string;
  /** A certificate (PEM) to trust besides the public ones: the team's own server. */
  readonly trustedCertificatePem?: string;
}

/** How long we wait, in milliseconds. */
export interface SmtpPatience {
  /** Name look-up, connection, greeting and STARTTLS together. */
  readonly connectMs: number;
  /** Silence after a command. */
  readonly answerMs: number;
  /** Silence after the last byte of a mail. Hanging up early here is how mails get sent twice (RFC 5321 §4.5.3.2.6). */
  readonly finalAnswerMs: number;
  /** The whole of one mail, against servers that trickle. */
  readonly wholeMs: number;
}

export const USUAL_PATIENCE: SmtpPatience = {
  connectMs: 30_000,
  answerMs: 120_000,
  finalAnswerMs: 600_000,
  wholeMs: 1_800_000,
};

// nodemailer overrules a method named XOAUTH2 when the server also offers PLAIN, so ours has a name of its own.
const TOKEN_METHOD = "HEARD-XOAUTH2";
// Not a way of signing in at all: the library's door for sending commands of one's own.
const COMMANDS_METHOD = "HEARD-COMMANDS";

/** The SASL string of XOAUTH2 (Google and Microsoft speak it; RFC 7628 has its successor). */
export function xoauth2(user: string, accessToken: string): string {
  return Buffer.from(`user=${user}\u0001auth=Bearer ${accessToken}\u0001\u0001`).toString("base64");
}

/** Raised when the server offers no sign-in although the mailbox has one. */
export class LoginNotOffered extends Error {}

/** Raised when no access token could be had; the cause says why. */
export class TokenNotHad extends Error {}

/** Opens, encrypts and signs in. Rejects with the library's error, which smtp-trouble.ts reads. */
export async function connectSmtp(out: SmtpOut, patience: SmtpPatience): Promise<SMTPConnection> {
  const { login } = out;
  const connection = new SMTPConnection({
    host: out.host,
    port: out.port,
    secure: out.security === "tls",
    requireTLS: out.security === "starttls",
    ignoreTLS: out.security === "none",
    ...(out.helloName === undefined ? {} : { name: out.helloName }),
    connectionTimeout: patience.connectMs,
    greetingTimeout: patience.connectMs,
    dnsTimeout: patience.connectMs,
    socketTimeout: patience.answerMs,
    socketCloseTimeout: 2_000,
    allowInternalNetworkInterfaces: true,
    logger: false,
    tls: {
      minVersion: "TLSv1.2",
      ...(out.trustedCertificatePem === undefined ? {} : { ca: [out.trustedCertificatePem] }),
    },
    customAuth: {
      [COMMANDS_METHOD]: runCommands,
      ...(login?.kind === "oauth2" ? { [TOKEN_METHOD]: signInWithToken(login) } : {}),
    },
  });
  // The library's own time-outs watch for silence; this one is for servers that dribble.
  const tooLong = setTimeout(() => {
    connection.emit("error", Object.assign(new Error("Timeout"), { code: "ETIMEDOUT" }));
    connection.close();
  }, patience.connectMs + patience.answerMs);
  try {
    await new Promise<void>((resolve, reject) => {
      // Stays on for the connection's whole life: an error on an idle connection is no reason to stop the process.
      connection.on("error", reject);
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
    if (login !== undefined) await signIn(connection, login);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  } finally {
    clearTimeout(tooLong);
  }
}

function signIn(connection: SMTPConnection, login: MailLogin): Promise<void> {
  if (!connection.allowsAuth) return Promise.reject(new LoginNotOffered("the server offers no AUTH"));
  const credentials =
    login.kind === "password" ? { user: login.user, pass: login.password } : { method: TOKEN_METHOD, user: login.user };
  return loginWith(connection, credentials);
}

function loginWith(connection: SMTPConnection, credentials: SMTPConnectionAuth): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once("error", reject);
    connection.once("end", () => reject(Object.assign(new Error("Connection closed"), { code: "ECONNECTION" })));
    connection.login(credentials, (error) => (error ? reject(error) : resolve()));
  });
}

/** What the server said to one command. */
export interface SmtpReply {
  readonly status: number;
  readonly response: string;
}

export interface SmtpDialogue {
  readonly sendCommand: (command: string) => Promise<SmtpReply>;
  /** The largest mail the server takes, in bytes; false when it does not say. */
  readonly maxAllowedSize: number | false;
}

type Talk = (dialogue: SmtpDialogue) => Promise<void>;

/** Talks to an open connection by hand, for probes that stop before a mail is sent. */
export function talkSmtp(connection: SMTPConnection, talk: Talk): Promise<void> {
  return loginWith(connection, { method: COMMANDS_METHOD, user: "", talk });
}

function runCommands(context: SMTPConnectionCustomAuthContext): Promise<void> {
  const { talk } = context.auth as { readonly talk?: Talk };
  return talk?.(context) ?? Promise.resolve();
}

/** A token may have died since it was stored: the first refusal asks for a new one, the second is final. */
function signInWithToken(login: Extract<MailLogin, { kind: "oauth2" }>) {
  return async ({ sendCommand }: SmtpDialogue): Promise<void> => {
    let refused: string | undefined;
    for (;;) {
      const token = await login.accessToken(refused).catch((cause: unknown) => {
        throw new TokenNotHad("no access token", { cause });
      });
      let answer = await sendCommand(`AUTH XOAUTH2 ${xoauth2(login.user, token)}`);
      // 334 carries the reason as JSON; an empty line asks for the final word.
      if (answer.status === 334) answer = await sendCommand("");
      if (answer.status >= 200 && answer.status < 300) return;
      if (refused !== undefined || refused === token) throw new Error("Invalid login");
      refused = token;
    }
  };
}
