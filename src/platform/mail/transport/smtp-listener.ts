/**
 * The door through which other servers hand us mail. It answers 250 only after `store` has made the bytes durable, takes no
 * recipient that is not ours, passes nothing on, and reads not one line of the mail itself. There is no sign-in: only
 * servers that deliver to us come here.
 */
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { Unavailable } from "../../../kit/index.ts";
import type { Certificate } from "./self-signed-certificate.ts";
import { type CrowdLimits, openCrowd } from "./smtp-crowd.ts";

/** One mail as it came over the wire. Addresses are those of the SMTP envelope. */
export interface ArrivedMail {
  readonly raw: Uint8Array;
  /** "" for bounces and other mail that must not be answered. */
  readonly mailFrom: string;
  readonly rcptTo: readonly string[];
  readonly remoteAddress: string;
}

export interface SmtpLimits extends CrowdLimits {
  readonly sessions: number;
  readonly recipients: number;
  /** Unknown recipients in one session before we hang up: somebody is trying out names. */
  readonly unknownRecipients: number;
  /** Commands since the last mail that was taken. */
  readonly commands: number;
  /** Silence, in milliseconds (RFC 5321 §4.5.3.2.7 asks for five minutes). */
  readonly idleMs: number;
  /** The whole session, in milliseconds, against those who trickle. */
  readonly sessionMs: number;
  /** What `close` grants to mails under way, in milliseconds. */
  readonly closeMs: number;
}

const USUAL_LIMITS: SmtpLimits = {
  sessions: 200,
  sessionsPerRemote: 10,
  recipients: 100,
  unknownRecipients: 20,
  commands: 400,
  bytesAtOnce: 256 * 1024 * 1024,
  idleMs: 300_000,
  sessionMs: 3_600_000,
  closeMs: 30_000,
};

type Verdict = "yes" | "unknown" | "later";

export interface SmtpListenerOptions {
  /** The name we greet with. */
  readonly hostname: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** The address to listen at; every address of the machine when left out. */
  readonly host?: string;
  /** Take the next free port (up to 20 further) when this one is busy. */
  readonly whenBusy: "move-up" | "give-up";
  /** Bytes of the largest mail that we take. */
  readonly largestMail: number;
  /** STARTTLS is offered only when this is given: a certificate of the team's own or a self-signed one. */
  readonly certificate?: Certificate;
  /** "later" is for a database that does not answer: the sender's server keeps the mail and tries again. */
  readonly accepts: (recipient: string) => Promise<Verdict>;
  /** Must resolve only when the mail would survive a power cut. Rejecting makes the sender's server try again. */
  readonly store: (mail: ArrivedMail) => Promise<unknown>;
  /** Told when `accepts` or `store` failed; the sender has been asked to come back. For the log. */
  readonly onTrouble?: (error: unknown) => void;
  readonly limits?: Partial<SmtpLimits>;
}

export interface SmtpListener {
  /** The port in use, which is not the wanted one when it moved up. */
  readonly port: number;
  /** Mails being received are finished and answered, everybody else is sent away at once. */
  close(): Promise<void>;
}

interface Visit {
  readonly remoteAddress: string;
  readonly deadline: NodeJS.Timeout;
  unknownRecipients: number;
  commands: number;
  receiving: boolean;
}

const PORTS_TO_TRY = 20;
// A sender that is told "too big" and goes on regardless is cut off at twice the size.
const PATIENCE_WITH_TOO_BIG = 2;

/** An SMTP answer; smtp-server adds the enhanced code (550 → 5.1.1, 451 → 4.3.0, 552 → 5.3.4). */
function answer(responseCode: number, sentence: string): Error {
  return Object.assign(new Error(sentence), { responseCode });
}

/** @throws Unavailable when no port can be had. */
export async function startSmtpListener(options: SmtpListenerOptions): Promise<SmtpListener> {
  const { accepts, certificate, store, onTrouble = () => {} } = options;
  const limits = { ...USUAL_LIMITS, ...options.limits };
  const crowd = openCrowd(limits);
  const visits = new Map<string, Visit>();

  const sendAway = (id: string, sentence: string): void => {
    for (const connection of server.connections) if (connection.id === id) connection.send(421, sentence);
  };

  const isOurs = (recipient: string): Promise<Verdict> =>
    accepts(recipient).catch((error: unknown) => {
      onTrouble(error);
      return "later";
    });

  const receive = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> => {
    const chunks: Buffer[] = [];
    let held = 0;
    let crowded = false;
    const letGo = (): void => {
      crowd.freeBytes(held);
      held = 0;
      chunks.length = 0;
    };
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        if (stream.byteLength > options.largestMail * PATIENCE_WITH_TOO_BIG) sendAway(session.id, "Message too big");
        if (crowded || stream.sizeExceeded) continue;
        crowded = !crowd.mayHold(chunk.length);
        if (crowded) {
          letGo();
          continue;
        }
        held += chunk.length;
        chunks.push(chunk);
      }
      if (stream.sizeExceeded) throw answer(552, `Message is larger than ${options.largestMail} bytes`);
      if (crowded) throw answer(451, "Too many mails at once, please try again in a minute");
      const { mailFrom, rcptTo } = session.envelope;
      // A mailbox that was taken away since: the sender comes again, hears at RCPT whose it is not, and no other mailbox gets its mail.
      for (const { address } of rcptTo)
        if ((await isOurs(address)) !== "yes")
          throw answer(451, "We cannot keep it for every recipient, please try again");
      const mail: ArrivedMail = {
        raw: Buffer.concat(chunks),
        mailFrom: mailFrom === false ? "" : mailFrom.address,
        rcptTo: rcptTo.map(({ address }) => address),
        remoteAddress: session.remoteAddress,
      };
      await store(mail).catch((error: unknown) => {
        onTrouble(error);
        throw answer(451, "We could not keep the mail just now, please try again");
      });
    } finally {
      letGo();
    }
  };

  const server = new SMTPServer({
    name: options.hostname,
    size: options.largestMail,
    rejectOversized: true,
    ...(certificate === undefined ? {} : { key: certificate.privateKeyPem, cert: certificate.certificatePem }),
    disabledCommands: ["AUTH", "WIZ", "SHELL", "KILL", ...(certificate === undefined ? ["STARTTLS"] : [])],
    authOptional: true,
    hideENHANCEDSTATUSCODES: false,
    disableReverseLookup: true,
    // Odd senders are common and harmless: what they wrote is judged later, by what it says.
    lenientAddressParsing: true,
    maxClients: limits.sessions,
    maxRecipients: limits.recipients,
    maxCommandLength: 4096,
    socketTimeout: limits.idleMs,
    closeTimeout: limits.closeMs,
    logger: commandCounter((id) => {
      const visit = visits.get(id);
      if (visit !== undefined && ++visit.commands > limits.commands) sendAway(id, "Too many commands");
    }),
    onConnect(session, done) {
      const { id, remoteAddress } = session;
      if (!crowd.mayEnter(remoteAddress)) {
        return done(answer(421, "Too many connections from your network, please try again in a minute"));
      }
      const deadline = setTimeout(() => sendAway(id, "This session has lasted too long"), limits.sessionMs);
      deadline.unref();
      visits.set(id, { remoteAddress, deadline, unknownRecipients: 0, commands: 0, receiving: false });
      done();
    },
    onClose({ id }) {
      const visit = visits.get(id);
      if (visit === undefined) return;
      clearTimeout(visit.deadline);
      visits.delete(id);
      crowd.leave(visit.remoteAddress);
    },
    onRcptTo({ address }, session, done) {
      const judge = async (): Promise<Error | undefined> => {
        const verdict = await isOurs(address);
        if (verdict === "yes") return undefined;
        if (verdict === "later") return answer(451, "We cannot look up this address just now, please try again");
        const visit = visits.get(session.id);
        const tooMany = visit !== undefined && ++visit.unknownRecipients > limits.unknownRecipients;
        return tooMany ? answer(421, "Too many unknown recipients") : answer(550, "There is no such mailbox here");
      };
      judge().then(done, done);
    },
    onData(stream, session, done) {
      const visit = visits.get(session.id);
      if (visit !== undefined) visit.receiving = true;
      receive(stream, session)
        .then(() => {
          if (visit !== undefined) visit.commands = 0;
          done(null, "Kept");
        })
        // A sender that hung up in the middle lands here too; its answer goes nowhere, and nothing was stored.
        .catch((error: Error) => done(error))
        .finally(() => {
          if (visit !== undefined) visit.receiving = false;
        });
    },
  });
  // Strangers' broken connections and handshakes: their matter, and no reason to stop.
  server.on("error", () => {});

  const port = await listen(server, options);
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        for (const { id } of [...server.connections]) {
          if (visits.get(id)?.receiving !== true) sendAway(id, "We are closing, please try again in a minute");
        }
      }),
  };
}

/** smtp-server counts unknown commands only; its logger sees each command, which is all we need to count the rest. */
function commandCounter(count: (sessionId: string) => void) {
  const silent = (): void => {};
  const debug = (entry: { tnx?: string; cid?: string }): void => {
    if (entry.tnx === "command" && entry.cid !== undefined) count(entry.cid);
  };
  return { level: silent, trace: silent, debug, info: silent, warn: silent, error: silent, fatal: silent };
}

async function listen(server: SMTPServer, { port: wanted, host, whenBusy }: SmtpListenerOptions): Promise<number> {
  const last = whenBusy === "move-up" && wanted !== 0 ? Math.min(wanted + PORTS_TO_TRY, 65_535) : wanted;
  for (let port = wanted; ; port++) {
    const trouble = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
      server.server.once("error", resolve);
      server.server.once("listening", () => {
        server.server.off("error", resolve);
        resolve(undefined);
      });
      server.server.listen({ port, ...(host === undefined ? {} : { host }) });
    });
    if (trouble === undefined) break;
    const { code = "" } = trouble;
    if (code === "EADDRINUSE" && port < last) continue;
    const sentence =
      code === "EACCES"
        ? `Port ${port} may only be opened by the system's administrator. Use a port above 1023 and let a firewall rule lead port 25 to it.`
        : code === "EADDRINUSE"
          ? `Port ${port} is in use by another program.`
          : `We cannot listen for mail at port ${port}.`;
    throw new Unavailable(code === "EADDRINUSE" ? "port-busy" : "port", sentence, trouble);
  }
  const bound = server.server.address();
  return typeof bound === "object" && bound !== null ? bound.port : wanted;
}
