import pino from "pino";
import { afterAll, expect, test } from "vitest";
import { freshDesk } from "../../../test/fresh-desk.ts";
import { createMailReader } from "../../platform/mail/index.ts";
import { sql } from "../../platform/storage/index.ts";
import { findInboundMail, keepInboundMail } from "../../records/conversation/index.ts";
import { mailFiler } from "./file-sweep.ts";

const { desk, setNow } = await freshDesk();
const { db } = desk.database;
const reader = createMailReader({ size: 1, timeoutMs: 10_000, memoryMb: 256 });
afterAll(() => reader.close());
const log = pino({ level: "silent" });
const keep = (raw: string) =>
  keepInboundMail(
    db,
    {
      raw: Buffer.from(raw),
      via: "smtp",
      mailboxId: null,
      mailFrom: "ana@customers.test",
      rcptTo: [],
      remoteAddress: "",
    },
    desk.now(),
  );

test("a mail at which the desk died again and again is put where people see it, and not tried once more", async () => {
  const id = await keep("Subject: a poison\r\n\r\nHello\r\n");
  await sql`UPDATE inbound_mail SET attempts = 5, taken_by = 'the last one that died', retry_at = ${desk.now()} WHERE id = ${id}`.execute(
    db,
  );
  await mailFiler(desk, reader, log).run();
  expect(await findInboundMail(db, id)).toMatchObject({
    state: "quarantined",
    problem: expect.stringContaining("the desk ended"),
  });
});

test("mail that a living process has taken is left to it", async () => {
  const mine = mailFiler(desk, reader, log);
  const id = await keep("Subject: taken\r\n\r\nHello\r\n");
  const later = new Date(desk.now().getTime() + 60_000);
  await sql`UPDATE inbound_mail SET attempts = 1, taken_by = 'somebody elsewhere', retry_at = ${later} WHERE id = ${id}`.execute(
    db,
  );
  await mine.run();
  expect(await findInboundMail(db, id)).toMatchObject({ state: "waiting", attempts: 1 });
  setNow(later);
  await mine.run();
  expect((await findInboundMail(db, id))?.attempts).toBe(2);
});
