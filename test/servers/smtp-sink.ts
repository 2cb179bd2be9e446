/**
 * A real SMTP server for tests, on a port of its own: it keeps what it is sent and can be told to behave badly in the ways
 * that real servers do. Written on a plain socket, because a well-behaved library cannot hang up in the middle of a mail.
 * The happy path is smtp-server's in other tests; this one speaks just enough of RFC 5321 for nodemailer.
 */
import { createServer, type Socket } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";

export interface SunkMail {
  /** As it was sent, dots undoubled. */
  readonly raw: Buffer;
  readonly mailFrom: string;
  readonly rcptTo: readonly string[];
  readonly tls: boolean;
  readonly user?: string;
}

/** What the server does at a step instead of saying yes. An `after` of n lets the first n go well. */
export type Mischief =
  | { readonly at: "greeting" | "mail" | "rcpt" | "data" | "body"; readonly answer: string }
  | { readonly at: "rcpt"; readonly of: string; readonly answer: string }
  /** Takes mail only from this sender. */
  | { readonly at: "mail"; readonly unless: string; readonly answer: string }
  | { readonly at: "connect" | "greeting" | "mail" | "rcpt" | "data" | "body"; readonly stall: true }
  | { readonly at: "greeting" | "mail" | "data" | "mid-body" | "body"; readonly hangUp: true }
  /** Keeps the mail, says 250, and is gone. */
  | { readonly at: "accepted"; readonly hangUp: true };

export interface SmtpSinkOptions {
  readonly certificate?: { readonly certificatePem: string; readonly privateKeyPem: string };
  /** "starttls" offers it, "tls" speaks it from the first byte. */
  readonly security?: "none" | "starttls" | "tls";
  readonly login?: { readonly user: string; readonly password?: string; readonly accessToken?: string };
  readonly largestMail?: number;
  /** Offer no PIPELINING, as old servers do. */
  readonly pipelining?: "offered" | "not-offered";
}

export interface SmtpSink {
  readonly port: number;
  readonly mails: readonly SunkMail[];
  /** Connections that were opened since the start. */
  readonly connections: number;
  /** From now on; `undefined` makes it friendly again. */
  behave(mischief: Mischief | undefined): void;
  /** Resolves when so many mails have been kept. */
  until(count: number): Promise<readonly SunkMail[]>;
  close(): Promise<void>;
}

export async function startSmtpSink(options: SmtpSinkOptions = {}): Promise<SmtpSink> {
  const { certificate, security = "none", login, largestMail = 50_000_000, pipelining = "offered" } = options;
  const mails: SunkMail[] = [];
  const sockets = new Set<Socket>();
  const waiting: { count: number; resolve: (kept: readonly SunkMail[]) => void }[] = [];
  let mischief: Mischief | undefined;
  let connections = 0;

  const context =
    certificate === undefined
      ? undefined
      : createSecureContext({ key: certificate.privateKeyPem, cert: certificate.certificatePem });
  const keep = (mail: SunkMail): void => {
    mails.push(mail);
    for (const each of waiting) if (mails.length >= each.count) each.resolve(mails);
  };

  const converse = (plain: Socket) => {
    connections += 1;
    sockets.add(plain);
    plain.on("error", () => {});
    plain.on("close", () => sockets.delete(plain));
    if (mischief?.at === "connect") return;
    let socket = plain;
    let pending = Buffer.alloc(0);
    let mode: "commands" | "body" | "password" | "deaf" = "commands";
    let user: string | undefined;
    let mailFrom: string | undefined;
    let rcptTo: string[] = [];

    const say = (line: string) => {
      socket.write(`${line}\r\n`);
    };
    /** True when the step has been spoilt and nothing more is to be said. */
    const spoilt = (at: string, address?: string): boolean => {
      if (mischief === undefined || mischief.at !== at) return false;
      if ("of" in mischief && mischief.of !== address) return false;
      if ("unless" in mischief && mischief.unless === address) return false;
      if ("answer" in mischief) say(mischief.answer);
      else if ("hangUp" in mischief) plain.destroy();
      else mode = "deaf";
      return true;
    };
    const wrap = (): void => {
      socket = new TLSSocket(plain, { isServer: true, ...(context === undefined ? {} : { secureContext: context }) });
      socket.on("error", () => {});
      socket.on("data", onData);
      pending = Buffer.alloc(0);
    };
    const signIn = (name: string, proof: string, wanted: string | undefined) => {
      if (name !== login?.user || proof !== wanted) return say("535 5.7.8 Authentication credentials invalid");
      user = name;
      say("235 2.7.0 Welcome");
    };
    const hello = (): void => {
      const offers = ["sink", "8BITMIME", `SIZE ${largestMail}`, "ENHANCEDSTATUSCODES"];
      if (pipelining === "offered") offers.push("PIPELINING");
      if (security === "starttls" && !(socket instanceof TLSSocket)) offers.push("STARTTLS");
      if (login !== undefined) offers.push("AUTH PLAIN LOGIN XOAUTH2");
      say(offers.map((offer, at) => `250${at === offers.length - 1 ? " " : "-"}${offer}`).join("\r\n"));
    };
    const auth = (method: string, initial: string) => {
      const decoded = Buffer.from(initial, "base64").toString();
      if (method === "PLAIN") {
        const [, name = "", password = ""] = decoded.split("\0");
        return signIn(name, password, login?.password);
      }
      if (method === "XOAUTH2") {
        const [name = "", token = ""] = decoded.split("\u0001").map((part) => part.replace(/^user=|^auth=Bearer /, ""));
        if (name === login?.user && token === login?.accessToken) return signIn(name, token, token);
        mode = "password";
        return say(`334 ${Buffer.from(JSON.stringify({ status: "401" })).toString("base64")}`);
      }
      say("504 5.5.4 Unknown method");
    };

    const onCommand = (line: string) => {
      const [verb = "", ...rest] = line.split(" ");
      const address = /<([^>]*)>/.exec(line)?.[1] ?? "";
      switch (verb.toUpperCase()) {
        case "EHLO":
        case "HELO":
          return hello();
        case "STARTTLS":
          if (security !== "starttls") return say("502 5.5.1 Not here");
          socket.off("data", onData);
          say("220 2.0.0 Go ahead");
          return wrap();
        case "AUTH":
          return auth((rest[0] ?? "").toUpperCase(), rest[1] ?? "");
        case "MAIL":
          mailFrom = undefined;
          rcptTo = [];
          if (spoilt("mail", address)) return;
          if (login !== undefined && user === undefined) return say("530 5.7.0 Authentication required");
          mailFrom = address;
          return say("250 2.1.0 Ok");
        case "RCPT":
          if (mailFrom === undefined) return say("503 5.5.1 Need MAIL first");
          if (spoilt("rcpt", address)) return;
          rcptTo.push(address);
          return say("250 2.1.5 Ok");
        case "DATA":
          if (spoilt("data")) return;
          if (rcptTo.length === 0) return say("554 5.5.1 No valid recipients");
          mode = "body";
          return say("354 Go ahead");
        case "RSET":
        case "NOOP":
          return say("250 2.0.0 Ok");
        case "QUIT":
          say("221 2.0.0 Bye");
          return void socket.end();
        default:
          return say("500 5.5.2 Unknown command");
      }
    };
    const onBody = (body: Buffer) => {
      mode = "commands";
      if (spoilt("body")) return;
      const raw = Buffer.from(body.toString("latin1").replace(/^\.\./gm, "."), "latin1");
      if (raw.length > largestMail) return say("552 5.3.4 Too big");
      const secure = socket instanceof TLSSocket;
      keep({ raw, mailFrom: mailFrom ?? "", rcptTo, tls: secure, ...(user === undefined ? {} : { user }) });
      say(`250 2.0.0 Ok: queued as SINK${mails.length}`);
      if (mischief?.at === "accepted") socket.end(() => plain.destroySoon());
    };
    function onData(chunk: Buffer) {
      pending = Buffer.concat([pending, chunk]);
      for (;;) {
        if (mode === "deaf") return;
        if (mode === "body") {
          if (mischief?.at === "mid-body") return void plain.destroy();
          const end = pending.indexOf("\r\n.\r\n");
          if (end < 0) return;
          const body = pending.subarray(0, end + 2);
          pending = pending.subarray(end + 5);
          onBody(body);
          continue;
        }
        const end = pending.indexOf("\r\n");
        if (end < 0) return;
        const line = pending.subarray(0, end).toString();
        pending = pending.subarray(end + 2);
        if (mode === "password") {
          mode = "commands";
          say("535 5.7.8 Authentication credentials invalid");
        } else onCommand(line);
      }
    }
    const greet = (): void => {
      if (!spoilt("greeting")) say("220 sink ESMTP");
    };
    if (security === "tls") {
      wrap();
      socket.once("secure", greet);
    } else {
      socket.on("data", onData);
      greet();
    }
  };

  const server = createServer(converse);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  return {
    port: typeof bound === "object" && bound !== null ? bound.port : 0,
    mails,
    get connections() {
      return connections;
    },
    behave(next) {
      mischief = next;
    },
    until: (count) =>
      new Promise((resolve) => {
        if (mails.length >= count) resolve(mails);
        else waiting.push({ count, resolve });
      }),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
