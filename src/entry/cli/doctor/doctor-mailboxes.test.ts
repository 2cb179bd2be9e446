import { Resolver } from "node:dns/promises";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ill, makeWell, of, openWard, type Ward, WELL } from "../../../../test/doctors-ward.ts";
import type { DnsNames } from "../../../../test/servers/dns.ts";
import { DOVECOT_MISSING, startDovecot } from "../../../../test/servers/dovecot.ts";
import { selfSignedCertificate } from "../../../platform/mail/index.ts";
import { sql } from "../../../platform/storage/index.ts";

let ward: Ward;
beforeAll(async () => {
  ward = await openWard();
});
beforeEach(() => makeWell(ward));

const expired = selfSignedCertificate({ hostname: "localhost", now: new Date("2020-01-01T00:00:00Z"), validDays: 30 });
const SIGNED_IN = { signIn: { kind: "password", user: "help" } } as const;
const RELAYING = { at: "rcpt", answer: "550 5.7.1 relaying denied" } as const;

describe("doctor, of mailboxes,", () => {
  test("says of a way out whose name is not in the DNS that there is no such server", async () => {
    await ward.connectMailbox({ smtp: { host: "mail.shop.invalid", port: 587, security: "starttls" } });
    expect(of(await ward.findings(), "mailbox-out")).toEqual([
      {
        check: "mailbox-out",
        level: "broken",
        sentence: "Mail from help@shop.example: We cannot find a server called mail.shop.invalid.",
        wayOut: "Check the spelling of the server name. If it is right, check the DNS of this machine.",
      },
    ]);
  });

  test("says of an expired certificate that it has expired, and who can renew it", async () => {
    ward.trust(expired.certificatePem);
    const port = await ward.sink({ certificate: expired, security: "tls" });
    await ward.connectMailbox({ smtp: { port, security: "tls" } });
    const url = await ward.webServer((_, answer) => answer.end('{"ok":true}'), expired);
    const all = await ward.findings({ environment: { HEARD_URL: url } });
    expect(of(all, "mailbox-out")[0]).toMatchObject({
      level: "broken",
      sentence: "Mail from help@shop.example: The certificate of localhost has expired.",
      wayOut: expect.stringContaining("renew it"),
    });
    expect(of(all, "address")[0]).toMatchObject({
      level: "broken",
      sentence: "HEARD_URL: The certificate of localhost has expired.",
      wayOut: "Renew the certificate where TLS ends: in the proxy in front of the desk.",
    });
  });

  test("says at which address answers are asked for: the plain one until a test mail to a +suffix came in", async () => {
    await ward.connectMailbox({ smtp: { port: await ward.sink() } });
    const said = async () => of(await ward.findings(), "mailbox-suffix").map(({ sentence }) => sentence);
    expect(await said()).toEqual([expect.stringContaining("at the address itself")]);
    await sql`UPDATE mailbox SET suffix_arrives = true`.execute(ward.database.db);
    expect(await said()).toEqual([expect.stringContaining("at a +suffix of it")]);
  });

  test("says of a wrong password that the server did not accept the sign-in", async () => {
    const port = await ward.sink({ login: { user: "help", password: "right" } });
    await ward.connectMailbox({ smtp: { port, ...SIGNED_IN }, smtpPassword: "wrong" });
    expect(of(await ward.findings(), "mailbox-out")[0]).toMatchObject({
      level: "broken",
      sentence: expect.stringContaining("localhost did not accept the sign-in."),
      wayOut: expect.stringContaining("app password"),
    });
  });

  test("says of a password that was sealed with another key that the key is another one", async () => {
    const port = await ward.sink({ login: { user: "help", password: "right" } });
    await ward.connectMailbox({ smtp: { port, ...SIGNED_IN }, smtpPassword: "right", secret: "ab".repeat(32) });
    expect(of(await ward.findings(), "mailbox-secret")[0]).toMatchObject({
      level: "broken",
      sentence: "Mail from help@shop.example: the kept password was sealed with another key than this desk has now.",
      wayOut: expect.stringContaining("secret.key"),
    });
  });

  test("says of a refused relay that the server does not pass mail on, with the server's own words", async () => {
    await ward.connectMailbox({ smtp: { port: await ward.sink({}, RELAYING) } });
    expect(of(await ward.findings(), "mailbox-out")[0]).toMatchObject({
      level: "broken",
      sentence:
        "Mail from help@shop.example: localhost does not pass mail on for us to other domains. It said: 550 5.7.1 relaying denied",
    });
  });

  test("says of a missing folder that it is missing, and names those that are there", async ({ skip }) => {
    const dovecot = await startDovecot();
    if (dovecot === null) return skip(DOVECOT_MISSING);
    ward.until(dovecot);
    await ward.connectMailbox({
      imap: { port: dovecot.port, ...SIGNED_IN, folder: "Support" },
      imapPassword: dovecot.password,
    });
    const all = await ward.findings();
    expect(of(all, "mailbox-in")[0]).toMatchObject({
      level: "broken",
      sentence: expect.stringContaining("Support"),
      wayOut: expect.stringContaining("INBOX"),
    });
    await sql`UPDATE mailbox SET imap = jsonb_set(imap, '{folder}', '"INBOX"')`.execute(ward.database.db);
    expect(of(await ward.findings(), "mailbox-in")[0]).toMatchObject({ level: "fine" });
  });

  test("says of a mailbox's domain what its DNS lacks", async () => {
    await ward.connectMailbox({});
    const dns = async (names: DnsNames) =>
      ill(await ward.findings({ resolver: await ward.dnsOf(names) }))
        .filter(({ check }) => check.startsWith("dns"))
        .map(({ check, level }) => `${check} ${level}`);
    expect(await dns({})).toEqual(["dns broken"]);
    expect(await dns({ "shop.example": {} })).toEqual(["dns-mx broken", "dns-spf hint", "dns-dmarc hint"]);
    expect(await dns({ "shop.example": WELL })).toEqual(["dns-dmarc hint"]);
    expect(
      await dns({
        "shop.example": { mx: [{ priority: 0, exchange: "" }], txt: WELL.txt },
        "_dmarc.shop.example": { txt: ["v=dmarc1"] },
      }),
    ).toEqual(["dns-mx broken"]);
    const nobody = new Resolver({ timeout: 200, tries: 1 });
    nobody.setServers(["127.0.0.1:9"]);
    expect(of(await ward.findings({ resolver: nobody }), "dns")[0]).toMatchObject({
      level: "hint",
      sentence: expect.stringContaining("could not be asked"),
    });
  });
});
