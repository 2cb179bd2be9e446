import { expect, test } from "vitest";
import { filingDesk } from "../../../test/filing-desk.ts";
import { startSmtpSink } from "../../../test/servers/smtp-sink.ts";
import { sql } from "../../platform/storage/index.ts";
import { setPasswordHash } from "../../records/account/index.ts";
import { setTrouble } from "../../records/mailbox/index.ts";
import { tellOfTrouble } from "./tell-of-trouble.ts";

const MINUTE = 60_000;
const ownSink = await startSmtpSink();
const otherSink = await startSmtpSink();
const desk = await filingDesk();
const { db } = desk.desk.database;
const ada = await desk.person("Ada", "admin");
await setPasswordHash(db, ada.id, "x");
await desk.person("Bo");
const broken = await desk.mailbox({ address: "help@shop.test", smtpPort: ownSink.port });

async function tell() {
  while ((await tellOfTrouble(desk.desk)) === "more");
  await desk.send();
}
const subjects = (mails: readonly { raw: Buffer }[]) =>
  mails.map(({ raw }) => /^Subject: (.*)\r$/m.exec(raw.toString())?.[1]);

test("while the only mailbox cannot send, nobody is told by mail and nothing is lost", async () => {
  await setTrouble(db, broken, "out", "The password is wrong.", desk.desk.now());
  desk.wait(16 * MINUTE);
  await tell();
  expect(ownSink.mails).toHaveLength(0);
});

test("the admins, and only they, are told through another mailbox, once", async () => {
  await desk.mailbox({ address: "sales@shop.test", smtpPort: otherSink.port });
  await tell();
  desk.wait(60 * MINUTE);
  await tell();
  expect(subjects(otherSink.mails)).toEqual(["Mail of Help does not leave"]);
  expect(otherSink.mails[0]).toMatchObject({ rcptTo: ["ada@desk.test"], mailFrom: "sales@shop.test" });
  expect(otherSink.mails[0]?.raw.toString()).toContain("The password is wrong.");
});

test("changed settings alone do not mean that it works; a mail that left does", async () => {
  await setTrouble(db, broken, "out", undefined, desk.desk.now());
  await tell();
  expect(otherSink.mails).toHaveLength(1);
  await sql`INSERT INTO outbox (mailbox_id, blob_hash, mail_from, rcpt_to, state, send_at, created_at, finished_at)
    SELECT ${broken}, blob_hash, 'help@shop.test', '{x@y.test}', 'sent', ${desk.desk.now()}, ${desk.desk.now()}, ${desk.desk.now()} FROM outbox LIMIT 1`.execute(
    db,
  );
  await tell();
  await tell();
  expect([...subjects(otherSink.mails), ...subjects(ownSink.mails)]).toEqual([
    "Mail of Help does not leave",
    "Mail of Help leaves again",
  ]);
});

test("a trouble that ends within a quarter of an hour is nobody's mail; a lasting one is, and so is its end", async () => {
  const before = otherSink.mails.length;
  const since = () => subjects(otherSink.mails.slice(before));
  await setTrouble(db, broken, "in", "Nothing answers.", desk.desk.now());
  desk.wait(10 * MINUTE);
  await tell();
  await setTrouble(db, broken, "in", undefined, desk.desk.now());
  await tell();
  expect(since()).toEqual([]);
  await setTrouble(db, broken, "in", "Nothing answers.", desk.desk.now());
  desk.wait(15 * MINUTE);
  await tell();
  desk.wait(MINUTE);
  await setTrouble(db, broken, "in", undefined, desk.desk.now());
  await tell();
  expect(since()).toEqual(["No mail comes in for Help", "Mail comes in again for Help"]);
});
