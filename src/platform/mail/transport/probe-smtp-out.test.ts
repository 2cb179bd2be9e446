import { afterEach, describe, expect, test } from "vitest";
import { closedPort, startDribblingServer, startSilentServer } from "../../../../test/servers/broken-server.ts";
import { type Mischief, type SmtpSinkOptions, startSmtpSink } from "../../../../test/servers/smtp-sink.ts";
import { probeSmtpOut } from "./probe-smtp-out.ts";
import { selfSignedCertificate } from "./self-signed-certificate.ts";
import type { SmtpOut } from "./smtp-out.ts";

const addresses = { from: "help@lumen.example", to: "ana@example.org" };
const quick = { connectMs: 400, answerMs: 400 };
const good = selfSignedCertificate({ hostname: "localhost", now: new Date() });
const expired = selfSignedCertificate({ hostname: "localhost", now: new Date("2020-01-01T00:00:00Z"), validDays: 30 });
const elsewhere = selfSignedCertificate({ hostname: "mail.elsewhere.example", now: new Date() });
const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function sink(options: SmtpSinkOptions = {}, mischief?: Mischief) {
  const server = await startSmtpSink(options);
  open.push(server);
  server.behave(mischief);
  return server;
}

async function silence(): Promise<number> {
  const server = await startSilentServer();
  open.push(server);
  return server.port;
}

describe("a try of the way out", () => {
  test("says how mail goes out, and sends none", async () => {
    const server = await sink({ certificate: good, security: "starttls", login: { user: "help", password: "right" } });
    const out: SmtpOut = {
      host: "localhost",
      port: server.port,
      security: "starttls",
      login: { kind: "password", user: "help", password: "right" },
      trustedCertificatePem: good.certificatePem,
    };
    expect(await probeSmtpOut(out, addresses)).toEqual({
      ok: true,
      detail: "localhost takes mail from help@lumen.example: encrypted, signed in as help, takes mails up to 50 MB.",
    });
    expect(server.mails).toEqual([]);
  });

  const cases: [string, SmtpSinkOptions, Partial<SmtpOut>, Mischief | undefined, string, string][] = [
    [
      "a wrong password",
      { login: { user: "help", password: "right" } },
      { login: { kind: "password", user: "help", password: "wrong" } },
      undefined,
      "login",
      "localhost did not accept the sign-in.",
    ],
    [
      "an expired certificate",
      { certificate: expired, security: "tls" },
      { security: "tls", trustedCertificatePem: expired.certificatePem },
      undefined,
      "tls-expired",
      "The certificate of localhost has expired.",
    ],
    [
      "an expired certificate after STARTTLS",
      { certificate: expired, security: "starttls" },
      { security: "starttls", trustedCertificatePem: expired.certificatePem },
      undefined,
      "tls-expired",
      "The certificate of localhost has expired.",
    ],
    [
      "a certificate signed by itself",
      { certificate: good, security: "tls" },
      { security: "tls" },
      undefined,
      "tls-untrusted",
      "localhost shows a certificate that nobody we trust has signed.",
    ],
    [
      "a certificate for another name",
      { certificate: elsewhere, security: "tls" },
      { security: "tls", trustedCertificatePem: elsewhere.certificatePem },
      undefined,
      "tls-name",
      "The certificate of that server is made out to another name than localhost.",
    ],
    ["a server without STARTTLS", {}, { security: "starttls" }, undefined, "no-starttls", "does not offer STARTTLS."],
    [
      "TLS where the server speaks plainly",
      {},
      { security: "tls" },
      undefined,
      "tls",
      "We could not agree on encryption with localhost",
    ],
    [
      "a server without sign-in",
      {},
      { login: { kind: "password", user: "help", password: "x" } },
      undefined,
      "login-not-offered",
      "offers no sign-in on this connection.",
    ],
    [
      "refused relay",
      {},
      {},
      { at: "rcpt", answer: "554 5.7.1 <ana@example.org>: Relay access denied" },
      "relay",
      "localhost does not pass mail on for us to other domains.",
    ],
    [
      "a sign-in that is needed and not given",
      { login: { user: "help", password: "x" } },
      {},
      undefined,
      "relay",
      "localhost does not pass mail on for us to other domains.",
    ],
    [
      "a sender that the account may not use",
      {},
      {},
      { at: "mail", answer: "553 5.7.1 Sender address rejected: not owned by user" },
      "from-refused",
      "localhost does not let this account send from the mailbox's address.",
    ],
    [
      "mails larger than the server takes",
      {},
      {},
      { at: "mail", answer: "552 5.3.4 Message size exceeds fixed limit" },
      "size",
      "The mail is larger than localhost allows.",
    ],
    [
      "a server that is too busy",
      {},
      {},
      { at: "greeting", answer: "421 4.3.2 Too many connections" },
      "busy",
      "localhost asks us to try again later.",
    ],
    [
      "a server that does not want this machine",
      {},
      {},
      { at: "greeting", answer: "554 5.7.1 Listed at spamhaus" },
      "blocked",
      "localhost takes this mail, or this server, for spam.",
    ],
    [
      "a server that hangs up",
      {},
      {},
      { at: "greeting", hangUp: true },
      "closed",
      "hung up in the middle of the conversation.",
    ],
    [
      "a server that speaks something else",
      {},
      {},
      { at: "greeting", answer: "* OK IMAP4rev1 ready" },
      "protocol",
      "does not speak SMTP as we understand it.",
    ],
  ];
  test.each(cases)("tells of %s", async (_, options, more, mischief, code, sentence) => {
    const server = await sink(options, mischief);
    const result = await probeSmtpOut(
      { host: "localhost", port: server.port, security: "none", ...more },
      addresses,
      quick,
    );
    expect(result).toMatchObject({
      ok: false,
      code,
      sentence: expect.stringContaining(sentence),
      wayOut: expect.stringMatching(/.{10}/),
    });
    expect(server.mails).toEqual([]);
  });

  test("tells of a name that does not exist, of nobody there, and of silence", async () => {
    const probe = (host: string, port: number) => probeSmtpOut({ host, port, security: "none" }, addresses, quick);
    expect(await probe("mail.lumen.invalid", 25)).toMatchObject({
      code: "dns",
      sentence: "We cannot find a server called mail.lumen.invalid.",
    });
    const port = await closedPort();
    expect(await probe("localhost", port)).toMatchObject({
      code: "connect",
      sentence: `Nothing answers at localhost, port ${port}.`,
    });
    const silent = await silence();
    expect(await probe("localhost", silent)).toMatchObject({
      code: "timeout",
      sentence: `localhost, port ${silent}, did not answer in time.`,
    });
  });

  test("lets nobody smuggle a command in with an address", async () => {
    const server = await sink();
    const out: SmtpOut = { host: "localhost", port: server.port, security: "none" };
    const to = "a@b.example>\r\nDATA";
    expect(await probeSmtpOut(out, { ...addresses, to })).toMatchObject({ ok: false, code: "address" });
    expect(server.connections).toBe(0);
  });

  test("gives up on a server that dribbles letters and never finishes a line", async () => {
    const server = await startDribblingServer();
    open.push(server);
    const brief = { connectMs: 300, answerMs: 300 };
    const out: SmtpOut = { host: "127.0.0.1", port: server.port, security: "none" };
    expect(await probeSmtpOut(out, addresses, brief)).toMatchObject({ code: "timeout" });
  });

  test("tells of a permission that the provider has taken back, in the provider's sentence", async () => {
    const server = await sink({ login: { user: "help", accessToken: "t" } });
    const login = {
      kind: "oauth2",
      user: "help",
      accessToken: () =>
        Promise.reject(Object.assign(new Error(), { sentence: "The provider no longer lets us into this mailbox." })),
    } as const;
    const result = await probeSmtpOut(
      { host: "localhost", port: server.port, security: "none", login },
      addresses,
      quick,
    );
    expect(result).toMatchObject({ code: "token", sentence: "The provider no longer lets us into this mailbox." });
  });

  test("gives every kind of trouble a sentence of its own", () => {
    const sentences = new Map(cases.map(([, , , , code, sentence]) => [code, sentence]));
    expect(new Set(sentences.values()).size).toBe(sentences.size);
  });
});
