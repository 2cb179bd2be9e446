/**
 * A desk on which doctor makes a round, with one thing changed and all else well. Real servers on ports of their own, closed
 * after each test.
 */
import { randomBytes } from "node:crypto";
import { Resolver } from "node:dns/promises";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, afterEach } from "vitest";
import type { Surroundings } from "../src/entry/cli/command.ts";
import { examine } from "../src/entry/cli/doctor/examine.ts";
import type { Finding, World } from "../src/entry/cli/doctor/finding.ts";
import type { MailboxId } from "../src/kit/index.ts";
import { readSettings, type Settings } from "../src/platform/config/index.ts";
import { openKeys } from "../src/platform/desk/index.ts";
import { type Certificate, startSmtpListener } from "../src/platform/mail/index.ts";
import { type Database, sql } from "../src/platform/storage/index.ts";
import { addPerson } from "../src/records/account/index.ts";
import { addMailbox, keepSecretIn, OFFICE_WEEK, type ServerSettings } from "../src/records/mailbox/index.ts";
import { freshDatabase } from "./desk-database.ts";
import { type DnsNames, startDnsServer } from "./servers/dns.ts";
import { type Mischief, type SmtpSinkOptions, startSmtpSink } from "./servers/smtp-sink.ts";

export const SECRET = "cd".repeat(32);
export const GB = 1_000_000_000;
const quiet: Surroundings = {
  input: Readable.from([]),
  out: { write: () => {} },
  err: { write: () => {} },
  environment: {},
  now: () => new Date(),
  random: randomBytes,
  start: async () => 0,
  stopping: new AbortController().signal,
};

/** The DNS of a domain that lacks nothing. */
export const WELL = { mx: [{ priority: 10, exchange: "mx.shop.example" }], txt: ["something else", "v=spf1 mx -all"] };

/** What is not fine. */
export const ill = (all: readonly Finding[]): Finding[] => all.filter(({ level }) => level !== "fine");
export const of = (all: readonly Finding[], check: string): Finding[] =>
  all.filter((finding) => finding.check === check);

interface MailboxParts {
  readonly smtp?: Partial<ServerSettings> & { readonly port: number };
  readonly imap?: Partial<ServerSettings> & { readonly port: number };
  readonly smtpPassword?: string;
  readonly imapPassword?: string;
  readonly secret?: string;
}

export interface Ward {
  readonly database: Database;
  /** HEARD_HOME. */
  readonly home: string;
  readonly findings: (changed?: Partial<World> & { environment?: Record<string, string> }) => Promise<Finding[]>;
  readonly connectMailbox: (parts: MailboxParts) => Promise<MailboxId>;
  /** A resolver that knows these names only. */
  readonly dnsOf: (names: DnsNames) => Promise<Resolver>;
  /** @returns the port. */
  readonly sink: (options?: SmtpSinkOptions, mischief?: Mischief) => Promise<number>;
  readonly listener: () => Promise<number>;
  /** @returns the address. */
  readonly webServer: (listener: RequestListener, certificate?: Certificate) => Promise<string>;
  readonly trust: (certificatePem: string) => void;
  /** Is closed after the test. */
  readonly until: (server: { close(): Promise<unknown> }) => void;
}

/** Call it in `beforeAll`. */
export async function openWard(): Promise<Ward> {
  const database = await freshDatabase();
  const home = mkdtempSync(join(tmpdir(), "heard-doctor-"));
  const open: { close(): Promise<unknown> }[] = [];
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
  });

  function settingsWith(environment: Record<string, string>): Settings {
    const settings = readSettings({
      HEARD_HOME: home,
      DATABASE_URL: database.connectionUrl,
      HEARD_SECRET_KEY: SECRET,
      ...environment,
    });
    if ("problems" in settings) throw new Error(settings.problems.join("\n"));
    return settings as Settings;
  }

  /** A doctor's round with one thing changed; all else is well. */
  async function findings(changed: Partial<World> & { environment?: Record<string, string> } = {}): Promise<Finding[]> {
    const { environment = {}, ...world } = changed;
    const resolver =
      world.resolver ?? (await dnsOf({ "shop.example": WELL, "_dmarc.shop.example": { txt: ["v=DMARC1; p=none"] } }));
    return examine(
      {
        settings: settingsWith(environment),
        now: () => new Date(),
        freeBytes: async () => 50 * GB,
        ...world,
        resolver,
      },
      quiet,
    );
  }

  async function dnsOf(names: DnsNames): Promise<Resolver> {
    const server = await startDnsServer(names);
    open.push(server);
    const resolver = new Resolver({ timeout: 500, tries: 1 });
    resolver.setServers([server.address]);
    return resolver;
  }

  async function connectMailbox({
    smtp,
    imap,
    smtpPassword,
    imapPassword,
    secret = SECRET,
  }: MailboxParts): Promise<MailboxId> {
    const server = { host: "localhost", security: "none", signIn: { kind: "none" } } as const;
    const id = await addMailbox(database.db, {
      name: "Shop",
      address: "help@shop.example",
      hours: OFFICE_WEEK,
      way_in: imap ? "imap" : "smtp",
      imap: imap ? { ...server, ...imap } : null,
      way_out: smtp ? "smtp" : "sink",
      smtp: smtp ? { ...server, ...smtp } : null,
      created_at: new Date(),
    } as never);
    const keys = await openKeys(database.db, settingsWith({ HEARD_SECRET_KEY: secret }), () => new Date(), randomBytes);
    if (smtpPassword) await keepSecretIn(database.db, keys, id, "smtp-password", smtpPassword);
    if (imapPassword) await keepSecretIn(database.db, keys, id, "imap-password", imapPassword);
    return id;
  }

  async function sink(options: SmtpSinkOptions = {}, mischief?: Mischief): Promise<number> {
    const server = await startSmtpSink(options);
    open.push(server);
    server.behave(mischief);
    return server.port;
  }

  async function webServer(listener: RequestListener, certificate?: Certificate): Promise<string> {
    const server = certificate
      ? createTlsServer({ key: certificate.privateKeyPem, cert: certificate.certificatePem }, listener)
      : createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    open.push({
      close: () =>
        new Promise((resolve) => {
          server.closeAllConnections();
          server.close(resolve);
        }),
    });
    return `${certificate ? "https" : "http"}://localhost:${(server.address() as AddressInfo).port}`;
  }

  /** The machine's own list of trusted certificates, with one more for the length of a test. */
  function trust(certificatePem: string): void {
    const before = getCACertificates("default");
    setDefaultCACertificates([...before, certificatePem]);
    open.push({ close: async () => setDefaultCACertificates(before) });
  }

  /** Heard's own SMTP door, as a running desk would have it. */
  async function listener(): Promise<number> {
    const running = await startSmtpListener({
      hostname: "desk.shop.example",
      host: "127.0.0.1",
      port: 0,
      whenBusy: "give-up",
      largestMail: 1_000_000,
      accepts: async (address) => (address === "help@shop.example" ? "yes" : "unknown"),
      store: async () => {},
    });
    open.push(running);
    return running.port;
  }

  return {
    database,
    home,
    findings,
    connectMailbox,
    dnsOf,
    sink,
    listener,
    webServer,
    trust,
    until: (server) => open.push(server),
  };
}

/** Everything but the tables goes; one admin who can sign in is there. */
export async function makeWell({ database }: Pick<Ward, "database">): Promise<void> {
  await sql`TRUNCATE person, mailbox, outbox, inbound_mail CASCADE`.execute(database.db);
  const ana = {
    email: "ana@elsewhere.example",
    name: "Ana",
    role: "admin",
    passwordHash: "x",
    timeZone: "UTC",
  } as const;
  await addPerson(database.db, ana, new Date());
}
