/** The ledger's one query: which promises it shows, in which order and bucket, page by page, and by which index it finds them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../test/desk-database.ts";
import type { MailboxId, PersonId } from "../../kit/index.ts";
import { sql } from "../../platform/storage/index.ts";
import { type LedgerRequest, openPromises } from "./ledger.ts";

const { db } = await freshDatabase();
const NOW = new Date("2026-11-25T22:30:00Z");
const HELP = 1 as MailboxId;

await sql
  .raw(`
  INSERT INTO mailbox (name, address, hours, way_in, way_out, created_at) VALUES ('Help', 'help@shop.test', '{}', 'smtp', 'sink', now());
  INSERT INTO person (name, email, role, time_zone, created_at) VALUES ('Ada', 'ada@desk.test', 'agent', 'UTC', now()), ('Bo', 'bo@desk.test', 'agent', 'UTC', now());
  INSERT INTO customer (name, created_at) VALUES ('Ana', now());
  INSERT INTO conversation (subject, status, customer_id, mailbox_ids, assignee_id, last_activity_at, created_at)
    SELECT 'Lamp ' || g, 'open', 1, '{1}', CASE WHEN g % 2 = 0 THEN 2 END, now(), now() FROM generate_series(1, 50) g;
  INSERT INTO message (conversation_id, kind, person_id, at, delivery, delivered_at)
    SELECT id, 'outbound', 1, now(), 'sent', now() FROM conversation`)
  .execute(db);

const ask = (more: Partial<LedgerRequest> = {}) =>
  openPromises(db, { mailboxes: [HELP], limit: 100, now: NOW, timeZone: "Europe/Berlin", ...more });

async function give(promises: readonly { readonly due: string | null; readonly what?: string }[]): Promise<void> {
  await sql`DELETE FROM promise`.execute(db);
  for (const [at, { due, what = due ?? "soon" }] of promises.entries())
    await sql`INSERT INTO promise (message_id, start_at, end_at, who, what, due_at)
      VALUES (${(at % 50) + 1}, 0, 1, 'me', ${what}, ${due})`.execute(db);
}

test("what is due today or this week is a matter of the reader's own day", async () => {
  await give([
    { due: "2026-11-25T22:29:59Z" },
    { due: "2026-11-25T22:59:59Z" },
    { due: "2026-11-25T23:30:00Z" },
    { due: "2026-11-29T22:59:59Z" },
    { due: "2026-11-29T23:00:00Z" },
    { due: null },
  ]);
  // It is half past eleven on Wednesday night in Berlin, and Thursday already in Auckland.
  expect((await ask()).map(({ bucket }) => bucket)).toEqual(["overdue", "today", "week", "week", "later", "no-day"]);
  expect((await ask({ timeZone: "Pacific/Auckland" })).map(({ bucket }) => bucket)).toEqual([
    "overdue",
    "today",
    "today",
    "later",
    "later",
    "no-day",
  ]);
  expect((await ask({ timeZone: "Nowhere/Land" })).map(({ bucket }) => bucket)[2]).toBe("today");
});

test("promises are handed over with their conversation; in nobody's they are their writer's", async () => {
  await give([
    { due: null, what: "in nobody's" },
    { due: null, what: "in Bo's" },
  ]);
  const whats = async (of: number) => (await ask({ of: of as PersonId })).map(({ what }) => what);
  expect([await whats(1), await whats(2)]).toEqual([["in nobody's"], ["in Bo's"]]);
  expect(await ask({ mailboxes: [] })).toEqual([]);
});

test("pages of any length show each promise once, due first", async () => {
  const due = fc.option(
    fc.integer({ min: 0, max: 5 }).map((day) => `2026-11-2${day}T10:00:00.000Z`),
    { nil: null },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ due }), { maxLength: 25 }),
      fc.integer({ min: 1, max: 7 }),
      async (all, limit) => {
        await give(all);
        const found: Awaited<ReturnType<typeof ask>> = [];
        for (;;) {
          const last = found.at(-1);
          const page = await ask({ limit, ...(last ? { after: { at: last.due_at, id: last.id } } : {}) });
          found.push(...page);
          if (page.length < limit) break;
        }
        expect(new Set(found.map(({ id }) => id)).size).toBe(all.length);
        expect(found).toHaveLength(all.length);
        const order = found.map(({ due_at }) => due_at?.getTime() ?? Number.POSITIVE_INFINITY);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      },
    ),
    { numRuns: 25 },
  );
});

test("among ten thousand that are owed and many that are settled, a page is found by what is owed alone", async () => {
  await give([]);
  await sql
    .raw(`
    INSERT INTO promise (message_id, start_at, end_at, who, what, due_at)
      SELECT 1 + abs(g) % 50, 0, 1, 'me', 'call', now() + g * interval '1 minute' FROM generate_series(-20000, 10000) g;
    INSERT INTO promise_outcome (promise_id, outcome, at) SELECT id, 'kept', now() FROM promise WHERE due_at < now();
    ANALYZE`)
    .execute(db);
  const asked: string[] = [];
  const listening = db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      asked.push("once");
      return result;
    },
  });
  const page = await openPromises(listening, { mailboxes: [HELP], limit: 100, now: NOW, timeZone: "UTC" });
  expect([page.length, asked]).toEqual([100, ["once"]]);
  const { rows } = await sql<{ "QUERY PLAN": string }>`
    EXPLAIN SELECT p.id FROM promise p WHERE NOT p.has_outcome AND p.who <> 'other' ORDER BY coalesce(p.due_at, 'infinity'), p.id LIMIT 100
  `.execute(db);
  expect(rows[0]?.["QUERY PLAN"]).toMatch(/^Limit/);
  expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(/Index (?:Only )?Scan using promise_owed/);
});
