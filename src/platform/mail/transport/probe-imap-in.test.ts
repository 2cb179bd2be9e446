import { afterEach, describe, expect, test } from "vitest";
import { closedPort, startSilentServer } from "../../../../test/servers/broken-server.ts";
import { DOVECOT_MISSING, type DovecotOptions, startDovecot } from "../../../../test/servers/dovecot.ts";
import { startSmtpSink } from "../../../../test/servers/smtp-sink.ts";
import type { ImapIn } from "./imap-in.ts";
import { probeImapIn } from "./probe-imap-in.ts";
import { selfSignedCertificate } from "./self-signed-certificate.ts";

const quick = { connectMs: 400, answerMs: 400 };
const good = selfSignedCertificate({ hostname: "localhost", now: new Date() });
const expired = selfSignedCertificate({ hostname: "localhost", now: new Date("2020-01-01T00:00:00Z"), validDays: 30 });
const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function silence(): Promise<number> {
  const server = await startSilentServer();
  open.push(server);
  return server.port;
}

async function smtpPort(): Promise<number> {
  const server = await startSmtpSink();
  open.push(server);
  return server.port;
}

describe("a try of the way in by IMAP", () => {
  const dovecot = async (options: DovecotOptions = {}) => {
    const server = await startDovecot(options);
    if (server !== null) open.push(server);
    return server;
  };
  const to = (port: number, more: Partial<ImapIn> = {}): ImapIn => ({
    host: "localhost",
    port,
    security: "none",
    login: { kind: "password", user: "help@lumen.example", password: "secret" },
    ...more,
  });

  test("says what is there and changes nothing; names the folders when the wanted one is missing", async ({ skip }) => {
    const server = await dovecot({ certificate: good });
    if (server === null) return skip(DOVECOT_MISSING);
    await server.deliver("help@lumen.example", "Subject: hi\r\n\r\nhello\r\n");
    const tls = to(server.tlsPort, { security: "tls", trustedCertificatePem: good.certificatePem });
    expect(await probeImapIn(tls, "INBOX")).toEqual({
      ok: true,
      detail: "INBOX holds 1 mail; encrypted, signed in as help@lumen.example, it announces new mail at once.",
    });
    expect(await probeImapIn({ ...tls, port: server.port, security: "starttls" }, "INBOX")).toMatchObject({ ok: true });
    expect(await probeImapIn(tls, "Support")).toEqual({
      ok: false,
      code: "folder",
      sentence: "There is no folder called Support in this mailbox.",
      wayOut: expect.stringMatching(/^Choose one of these: .*INBOX.*\.$/),
      said: expect.stringContaining("Support"),
    });
    const client = await server.client("help@lumen.example");
    await client.mailboxOpen("INBOX");
    expect(await client.search({ recent: true }, { uid: true })).toEqual([1]);
    await client.logout();
    expect(await probeImapIn(to(server.tlsPort, { security: "tls" }), "INBOX")).toMatchObject({
      code: "tls-untrusted",
    });
    expect(await probeImapIn(to(server.port, { security: "tls" }), "INBOX", quick)).toMatchObject({ code: "tls" });
    const wrong = to(server.port, { login: { kind: "password", user: "help@lumen.example", password: "wrong" } });
    expect(await probeImapIn(wrong, "INBOX")).toMatchObject({
      code: "login",
      sentence: "localhost did not accept the sign-in.",
    });
    const token = to(server.port, {
      login: { kind: "oauth2", user: "help@lumen.example", accessToken: async () => "t" },
    });
    expect(await probeImapIn(token, "INBOX")).toMatchObject({ code: "login-not-offered" });
  });

  test("tells of an expired certificate and of missing STARTTLS", async ({ skip }) => {
    const [old, plain] = [await dovecot({ certificate: expired }), await dovecot()];
    if (old === null || plain === null) return skip(DOVECOT_MISSING);
    const trust = { trustedCertificatePem: expired.certificatePem };
    expect(await probeImapIn(to(old.tlsPort, { security: "tls", ...trust }), "INBOX")).toMatchObject({
      code: "tls-expired",
    });
    expect(await probeImapIn(to(old.port, { security: "starttls", ...trust }), "INBOX")).toMatchObject({
      code: "tls-expired",
    });
    expect(await probeImapIn(to(plain.port, { security: "starttls" }), "INBOX")).toMatchObject({ code: "no-starttls" });
  });

  test("tells of a name that does not exist, of nobody there, of silence, and of a server that speaks something else", async () => {
    expect(await probeImapIn(to(993, { host: "imap.lumen.invalid" }), "INBOX", quick)).toMatchObject({ code: "dns" });
    expect(await probeImapIn(to(await closedPort()), "INBOX", quick)).toMatchObject({ code: "connect" });
    expect(await probeImapIn(to(await silence()), "INBOX", quick)).toMatchObject({ code: "timeout" });
    expect(await probeImapIn(to(await smtpPort()), "INBOX", quick)).toMatchObject({
      ok: false,
      code: expect.stringMatching(/timeout|protocol/),
    });
  });
});
