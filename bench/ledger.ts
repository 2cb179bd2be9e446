/**
 * `node bench/ledger.ts`: how long a page of the promise ledger and the kept rate take, with ten thousand open promises and a history of
 * settled ones, on the PostgreSQL that Heard brings along.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MailboxId } from "../src/kit/index.ts";
import { migrateToLatest, openDatabase, sql, startEmbedded } from "../src/platform/storage/index.ts";
import { migrations } from "../src/records/migrations/index.ts";
import { keptRate, openPromises } from "../src/records/promise/index.ts";

const OPEN = 10_000;
const SETTLED = [0, 50_000, 200_000];
const ROUNDS = 41;

const home = await mkdtemp(join(tmpdir(), "heard-ledger-"));
const server = await startEmbedded({ home, log: () => {} });
const database = openDatabase({ url: server.url });
const { db } = database;
try {
  await migrateToLatest(database, migrations);
  await sql
    .raw(`
    INSERT INTO mailbox (name, address, hours, way_in, way_out, created_at) VALUES ('Help', 'help@shop.test', '{}', 'smtp', 'sink', now());
    INSERT INTO customer (name, created_at) SELECT 'Customer ' || g, now() FROM generate_series(1, 2000) g;
    INSERT INTO conversation (subject, status, customer_id, mailbox_ids, last_activity_at, created_at)
      SELECT 'Matter ' || g, 'waiting', 1 + g % 2000, '{1}', now(), now() FROM generate_series(1, 5000) g;
    INSERT INTO message (conversation_id, kind, at, delivery, delivered_at)
      SELECT id, 'outbound', now(), 'sent', now() FROM conversation, generate_series(1, 10)`)
    .execute(db);
  // Of the open ones half are overdue and a tenth has no day.
  await give(OPEN, `CASE WHEN g % 10 = 0 THEN NULL ELSE now() + (g - ${OPEN / 2}) * interval '10 minutes' END`);
  for (const [at, settled] of SETTLED.entries()) {
    const more = settled - (SETTLED[at - 1] ?? 0);
    await give(more, `now() - g * interval '5 minutes'`);
    await sql
      .raw(
        `INSERT INTO promise_outcome (promise_id, outcome, at) SELECT id, 'kept', due_at - interval '1 hour' FROM promise ORDER BY id DESC LIMIT ${more}`,
      )
      .execute(db);
    await sql`VACUUM ANALYZE`.execute(db);
    const ask = { mailboxes: [1 as MailboxId], limit: 101, now: new Date(), timeZone: "Europe/Berlin" };
    const half = (await openPromises(db, { ...ask, limit: OPEN / 2 })).at(-1);
    const pages = {
      "first page": () => openPromises(db, ask),
      "page in the middle": () => openPromises(db, { ...ask, after: { at: half?.due_at ?? null, id: half?.id ?? 0 } }),
      "page without a day": () => openPromises(db, { ...ask, after: { at: null, id: 0 } }),
      "kept rate of 90 days": () =>
        keptRate(db, { mailboxes: ask.mailboxes, from: new Date(Date.now() - 90 * 86_400_000), to: new Date() }),
    };
    for (const [name, run] of Object.entries(pages))
      process.stdout.write(`${OPEN} open, ${settled} settled: ${name} ${await timed(run)}\n`);
  }
} finally {
  await database.close();
  await server.stop();
  await rm(home, { recursive: true, force: true });
}

async function give(count: number, due: string): Promise<void> {
  await sql
    .raw(
      `INSERT INTO promise (message_id, start_at, end_at, who, what, due_at) SELECT 1 + g % 50000, 0, 1, 'me', 'call you', ${due} FROM generate_series(1, ${count}) g`,
    )
    .execute(db);
}

async function timed(run: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    await run();
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(ROUNDS * share)] ?? 0).toFixed(1);
  return `${at(0.5)} ms (95 %: ${at(0.95)} ms)`;
}
