import { beforeEach, expect, test } from "vitest";
import { freshDesk } from "../../../test/fresh-desk.ts";
import type { MailboxId, OutboxId } from "../../kit/index.ts";
import { sql } from "../../platform/storage/index.ts";
import { finishSent, type Lessee, leaseNext, lookAtOutbox, putInOutbox } from "./index.ts";

const { desk } = await freshDesk();
const { db } = desk.database;
const LONG_AFTER_MS = 120_000;
const at = (milliseconds: number) => new Date(desk.now().getTime() + milliseconds);
const lessee = (name: string, more: Partial<Lessee> = {}): Lessee => ({
  ...{ name, underWay: [], busy: [], gone: [], alive: [] },
  ...more,
});

beforeEach(async () => {
  await sql`TRUNCATE outbox`.execute(db);
  const raw = Buffer.from("a frozen mail");
  const mailbox = { messageId: null, mailboxId: null as MailboxId | null };
  await putInOutbox(db, { ...mailbox, raw, mailFrom: "", rcptTo: ["ana@customers.test"], sendAt: at(0) }, at(0));
});

const lease = async (now: number, by: Lessee): Promise<OutboxId | undefined> => (await leaseNext(db, at(now), by))?.id;

test("a mail is leased to one process at a time", async () => {
  expect(await lease(0, lessee("one"))).toBeDefined();
  expect((await lookAtOutbox(db)).holders).toEqual(["one"]);
  expect(await lease(1, lessee("two"))).toBeUndefined();
});

test("the lease of a process that is known to be dead is free at once", async () => {
  const id = await lease(0, lessee("one"));
  expect(await lease(1, lessee("two", { gone: ["one"] }))).toBe(id);
});

test("the lease of a process of which nothing is known is free when its time is up", async () => {
  const id = await lease(0, lessee("one"));
  expect(await lease(LONG_AFTER_MS, lessee("two"))).toBe(id);
});

test("the lease of a process that is known to live is not taken, however old: it may be waiting for its server", async () => {
  await lease(0, lessee("one"));
  expect(await lease(LONG_AFTER_MS, lessee("two", { alive: ["one"] }))).toBeUndefined();
});

test("a process takes up its own mail again when it is not sending it, and never while it is", async () => {
  const id = (await lease(0, lessee("one"))) as OutboxId;
  expect(await lease(LONG_AFTER_MS, lessee("one", { underWay: [id] }))).toBeUndefined();
  expect(await lease(1, lessee("one"))).toBe(id);
  await finishSent(db, id, "250 Ok", at(2));
  expect(await lease(LONG_AFTER_MS, lessee("one"))).toBeUndefined();
});
