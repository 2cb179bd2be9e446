import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { emptyDatabase, freshDatabase } from "../../../../test/desk-database.ts";
import { GB, ill, makeWell, of, openWard, SECRET, type Ward } from "../../../../test/doctors-ward.ts";
import { canMount, smallDisk } from "../../../../test/small-disk.ts";
import { typed } from "../../../../test/typed-command.ts";
import { sql } from "../../../platform/storage/index.ts";
import {
  changeConversation,
  keepInboundMail,
  quarantine,
  startConversation,
} from "../../../records/conversation/index.ts";
import { customerWritingFrom } from "../../../records/customer/index.ts";
import { putInOutbox } from "../../../records/mailbox/index.ts";
import { freeBytesAt } from "./check-disk.ts";
import type { Finding } from "./finding.ts";

let ward: Ward;
beforeAll(async () => {
  ward = await openWard();
});
beforeEach(() => makeWell(ward));

const SIGNED_IN = { signIn: { kind: "password", user: "help" } } as const;

describe("doctor", () => {
  test("finds nothing ill in a desk that is well", async () => {
    const url = await ward.webServer((_, answer) => answer.end('{"ok":true,"version":"1"}'));
    await ward.connectMailbox({ smtp: { port: await ward.sink(), ...SIGNED_IN }, smtpPassword: "any" });
    await sql`UPDATE mailbox SET smtp = jsonb_set(smtp, '{signIn}', '{"kind":"none"}')`.execute(ward.database.db);
    const all = await ward.findings({
      environment: { HEARD_URL: url, HEARD_SMTP_PORT: String(await ward.listener()) },
    });
    expect(ill(all)).toEqual([]);
    expect(all.map(({ check }) => check)).toEqual(
      expect.arrayContaining([
        "settings",
        "address",
        "disk",
        "database",
        "database-tables",
        "database-writable",
        "clock",
        "mailbox-in",
        "mailbox-out",
        "dns",
        "outbox",
        "intake",
        "sweeps",
      ]),
    );
  });

  test("says of a disk that is nearly full how much is left, and of one with little room that it gets tight", async () => {
    expect(of(await ward.findings({ freeBytes: async () => 120_000_000 }), "disk")[0]).toMatchObject({
      level: "broken",
      sentence: `The disk with ${ward.home} is nearly full: 120 MB left.`,
      wayOut: expect.stringContaining("no mail can be taken in"),
    });
    expect(of(await ward.findings({ freeBytes: async () => 1.5 * GB }), "disk")[0]).toMatchObject({ level: "hint" });
  });

  test.runIf(canMount)("says of a disk that is full that it is full", async () => {
    const disk = smallDisk(3);
    ward.until({ close: async () => disk.remove() });
    const environment = { HEARD_HOME: disk.path };
    const nearly = await ward.findings({ environment, freeBytes: freeBytesAt });
    expect(of(nearly, "disk")[0]?.sentence).toMatch(/is nearly full: [123] MB left\.$/);
    disk.fill();
    expect(of(await ward.findings({ environment, freeBytes: freeBytesAt }), "disk")).toEqual([
      expect.objectContaining({ level: "broken", sentence: `The disk with ${disk.path} is full.` }),
    ]);
  });

  test.each([
    [3_600_000, "60 minutes ahead of", "broken"],
    [-7_200_000 * 2, "4 hours behind", "broken"],
    [45_000, "45 seconds ahead of", "hint"],
  ])("says of a clock that is off by %i ms that it is %s the others", async (offset, how, level) => {
    const stamp = new Date().toUTCString();
    const url = await ward.webServer((_, answer) => answer.setHeader("date", stamp).end('{"ok":true}'));
    const greeting = `220 mail.shop.example ESMTP Exim 4.98; ${stamp.replace("GMT", "+0000")}`;
    await ward.connectMailbox({ smtp: { port: await ward.sink({}, { at: "greeting", answer: greeting }) } });
    const clock = of(
      await ward.findings({ now: () => new Date(Date.now() + offset), environment: { HEARD_URL: url } }),
      "clock",
    );
    expect(clock.map((finding) => finding.level)).toEqual([level, level, level]);
    expect(clock.map((finding) => finding.sentence)).toEqual(
      [
        `This machine's clock is ${how} the database's.`,
        `This machine's clock is ${how} the clock behind HEARD_URL.`,
        `This machine's clock is ${how} that of localhost.`,
      ].map((sentence) => expect.stringMatching(sentence.replace(/\d+ seconds/, "4[3-7] seconds"))),
    );
  });

  test.each([
    [502, "", "something answers, but not the desk (status 502)"],
    [301, "", "sends people elsewhere (status 301)"],
    [200, "<h1>It works!</h1>", "something else than Heard answers (status 200)"],
  ])("says of a HEARD_URL that answers %i “%s” what it is", async (status, body, words) => {
    const url = await ward.webServer((_, answer) => answer.writeHead(status).end(body));
    expect(of(await ward.findings({ environment: { HEARD_URL: url } }), "address")[0]).toMatchObject({
      level: "broken",
      sentence: expect.stringContaining(words),
    });
  });

  test("says that visitors cannot be told apart behind a proxy that is not trusted", async () => {
    const HEARD_URL = "https://desk.shop.invalid";
    expect(of(await ward.findings({ environment: { HEARD_URL } }), "proxies")[0]).toMatchObject({ level: "hint" });
    const trusting = { HEARD_URL, HEARD_TRUSTED_PROXIES: "127.0.0.1" };
    expect(of(await ward.findings({ environment: trusting }), "proxies")).toEqual([]);
  });

  test("says why mails carry no links when HEARD_URL is not set, and that a name there is unknown", async () => {
    expect(of(await ward.findings(), "address")[0]).toMatchObject({
      level: "hint",
      sentence: expect.stringContaining("mails carry no links"),
    });
    const unknown = await ward.findings({ environment: { HEARD_URL: "https://desk.shop.invalid" } });
    expect(of(unknown, "address")[0]).toMatchObject({
      level: "broken",
      sentence: "HEARD_URL: We cannot find a server called desk.shop.invalid.",
    });
  });

  test("says of a database that it is not there, is empty, only reads, or is newer", async () => {
    const gone = await ward.findings({ environment: { DATABASE_URL: "postgres://heard@127.0.0.1:1/heard" } });
    expect(gone.at(-1)).toEqual({
      check: "database",
      level: "broken",
      sentence: "Nothing answers at the database's address. Check that it is running.",
      wayOut: "",
    });
    const empty = await emptyDatabase();
    expect((await ward.findings({ environment: { DATABASE_URL: empty.connectionUrl } })).at(-1)).toMatchObject({
      check: "database-tables",
      level: "hint",
      sentence: expect.stringContaining("has not been started yet"),
    });
    const other = await freshDatabase();
    const environment = { DATABASE_URL: other.connectionUrl };
    const name = sql.id(new URL(other.connectionUrl.split("?")[0] ?? "").pathname.slice(1));
    await sql`ALTER DATABASE ${name} SET default_transaction_read_only = on`.execute(other.db);
    expect((await ward.findings({ environment })).at(-1)).toMatchObject({
      check: "database-writable",
      level: "broken",
    });
    await sql`ALTER DATABASE ${name} RESET default_transaction_read_only`.execute(ward.database.db);
    await sql`INSERT INTO kysely_migration (name, timestamp) VALUES ('9999-from-tomorrow', '2030')`.execute(other.db);
    expect((await ward.findings({ environment })).at(-1)).toMatchObject({
      check: "database-tables",
      level: "broken",
      sentence: expect.stringContaining("9999-from-tomorrow"),
    });
  });

  test("says of mail that is stuck on its way in or out how much it is and who should move it", async () => {
    const id = await ward.connectMailbox({ smtp: { port: await ward.sink() } });
    const hourAgo = new Date(Date.now() - 3_600_000);
    const mail = {
      messageId: null,
      mailboxId: id,
      raw: Buffer.from("x"),
      mailFrom: "",
      rcptTo: ["a@example.org"],
      sendAt: hourAgo,
    };
    for (let n = 0; n < 3; n += 1) await putInOutbox(ward.database.db, mail, hourAgo);
    await sql`UPDATE outbox SET attempts = 5, server_response = '451 try later' WHERE id = (SELECT min(id) FROM outbox)`.execute(
      ward.database.db,
    );
    await sql`UPDATE outbox SET state = 'failed', finished_at = ${hourAgo} WHERE id = (SELECT max(id) FROM outbox)`.execute(
      ward.database.db,
    );
    const arriving = {
      raw: Buffer.from("y"),
      via: "smtp",
      mailboxId: null,
      mailFrom: "",
      rcptTo: [],
      remoteAddress: "",
    } as const;
    await keepInboundMail(ward.database.db, arriving, hourAgo);
    await quarantine(ward.database.db, await keepInboundMail(ward.database.db, arriving, hourAgo), "odd");
    const all = await ward.findings();
    expect(
      [...of(all, "outbox"), ...of(all, "intake"), ...of(all, "quarantine")].map(
        ({ level, sentence }) => `${level}: ${sentence}`,
      ),
    ).toEqual([
      "broken: 1 mail should have left and nobody has tried to send it.",
      "broken: 1 mail could not leave yet; the desk goes on trying. The server said: 451 try later",
      "hint: 1 mail could not be sent within the last week.",
      expect.stringMatching(/^broken: 1 mail came in and nobody has filed it, the oldest since 20/),
      "hint: 1 mail could not be read and waits in quarantine.",
    ]);
  });

  test("says of a conversation that should have come back long ago that nobody wakes any", async () => {
    const { db } = ward.database;
    const [now, hourAgo] = [new Date(), new Date(Date.now() - 3_600_000)];
    const customerId = await customerWritingFrom(db, { address: "a@example.org", name: "", isSample: false }, now);
    const mailbox = await ward.connectMailbox({ smtp: { port: await ward.sink() } });
    const lamp = {
      subject: "Lamp",
      customerId,
      mailboxIds: [mailbox],
      status: "open",
      isSample: false,
      at: now,
    } as const;
    const id = await startConversation(db, lamp);
    await changeConversation(db, id, { snoozed_until: new Date(Date.now() + 60_000) });
    expect(of(await ward.findings(), "sweeps")[0]).toMatchObject({ level: "fine" });
    await changeConversation(db, id, { snoozed_until: hourAgo });
    expect(of(await ward.findings(), "sweeps")).toMatchObject([
      { level: "broken", sentence: "1 snoozed conversation should have come back and nobody has woken any." },
    ]);
  });

  test("says that a desk whose admins are all gone needs one, and that a new desk needs its first person", async () => {
    await sql`UPDATE person SET disabled_at = now()`.execute(ward.database.db);
    expect(of(await ward.findings(), "people")[0]).toMatchObject({
      level: "broken",
      wayOut: expect.stringContaining("heard admin create"),
    });
    await sql`TRUNCATE person CASCADE`.execute(ward.database.db);
    expect(of(await ward.findings(), "people")[0]).toMatchObject({ level: "hint" });
  });
});

describe("heard doctor", () => {
  test("prints a line for each thing with its way out, or JSON, and ends with 1 when anything is broken", async () => {
    const environment = { HEARD_HOME: ward.home, DATABASE_URL: ward.database.connectionUrl, HEARD_SECRET_KEY: SECRET };
    const well = await typed(["doctor"], environment);
    expect(well).toMatchObject({ code: 0, err: "All is well.\n" });
    expect(well.out).toMatch(/^✓ All settings are right\.\n· HEARD_URL is not set/);
    await sql`UPDATE person SET role = 'agent'`.execute(ward.database.db);
    const unwell = await typed(["doctor"], environment);
    expect(unwell).toMatchObject({ code: 1, err: "1 thing is broken.\n" });
    expect(unwell.out).toContain("✗ This desk has no admin who can sign in.\n  → Make one: heard admin create EMAIL");
    const json = await typed(["doctor", "--json"], environment);
    expect(json.code).toBe(1);
    const said = JSON.parse(json.out) as { ok: boolean; findings: Finding[] };
    expect(said.ok).toBe(false);
    expect(said.findings.filter(({ level }) => level === "broken").map(({ check }) => check)).toEqual(["people"]);
  });

  test("says all that is wrong with the settings, and looks no further", async () => {
    const { code, out } = await typed(["doctor"], { PORT: "many", HEARD_COLOUR: "red", HEARD_HOME: "/nowhere/at/all" });
    expect(code).toBe(1);
    expect(out.match(/^✗ /gm)).toHaveLength(2);
  });
});
