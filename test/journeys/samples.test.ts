/** The sample customers: they write through the real door, write back, reach nobody outside, and go without a trace. */
import { expect, test } from "vitest";
import { tidyUp } from "../../src/desk/team/index.ts";
import { sql } from "../../src/platform/storage/index.ts";
import { mailboxFor, startTestDesk, until } from "../running-desk.ts";
import { startSmtpSink } from "../servers/smtp-sink.ts";

const desk = await startTestDesk();
const outside = await startSmtpSink();
const { db } = desk.desk.database;
await desk.call("POST", "/api/v1/mailboxes", mailboxFor("help@shop.test", outside.port, { acknowledges: false }));

/** How many rows each table has. Blobs that nothing names are swept away first, as the desk does in time. */
async function rowsOfAllTables(): Promise<Record<string, number>> {
  while ((await tidyUp(desk.desk)) === "more");
  const tables = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1
  `.execute(db);
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const counted = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(name)}`.execute(db);
    counts[name] = counted.rows[0]?.n ?? 0;
  }
  return counts;
}
const atRest = () =>
  until(async () => {
    const waiting = await sql<{ n: number }>`SELECT
      (SELECT count(*) FROM search_due) + (SELECT count(*) FROM inbound_mail WHERE state = 'waiting')
      + (SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending')) + (SELECT count(*) FROM message WHERE acknowledgement = 'due') AS n
    `.execute(db);
    return Number(waiting.rows[0]?.n) === 0;
  }, 30_000);

test("samples arrive by mail, answer an answer, reach nobody outside, and leave with everything of theirs and nothing else", async () => {
  await desk.deliver(
    "From: Ana <ana@customers.test>\r\nTo: help@shop.test\r\nSubject: A real one\r\nMessage-ID: <real@customers.test>\r\n\r\nReal words\r\n",
    "ana@customers.test",
    ["help@shop.test"],
  );
  await until(async () => (await desk.call("GET", "/api/v1/counts")).body.views.open === 1);
  await atRest();
  const before = await rowsOfAllTables();

  expect((await desk.call("POST", "/api/v1/samples")).status).toBe(200);
  await until(async () => {
    const rows = await sql<{ n: number }>`SELECT count(*)::int AS n FROM conversation WHERE is_sample`.execute(db);
    return (rows.rows[0]?.n ?? 0) >= 40;
  }, 60_000);
  await atRest();
  const during = await rowsOfAllTables();
  expect(during.inbound_mail).toBeGreaterThanOrEqual((before.inbound_mail ?? 0) + 40);

  // An answer that says too little is answered again by somebody.
  const { items } = (await desk.call("GET", "/api/v1/conversations?view=open&limit=200")).body;
  const people = items.filter((row: { isSample: boolean; status: string }) => row.isSample);
  for (const row of people) {
    const whole = (await desk.call("GET", `/api/v1/conversations/${row.id}`)).body;
    if (whole.replyTo.to.length === 0) continue;
    await desk.call("POST", `/api/v1/conversations/${row.id}/replies`, {
      html: "<p>Hello, may I ask: which order is it, and when did it happen?</p>",
      to: whole.replyTo.to,
      seenMessageId: null,
      anyway: true,
    });
  }
  await desk.call("POST", `/api/v1/conversations/${people[0].id}/tags`, { tags: ["only-samples"] });
  await desk.call("POST", `/api/v1/conversations/${people[0].id}/facts`, { label: "Order", value: "1" });
  await desk.call("POST", `/api/v1/conversations/${people[0].id}/notes`, { html: "<p>Note</p>" });
  await desk.call("PUT", `/api/v1/conversations/${people[1].id}/draft`, { kind: "reply", html: "<p>Draft</p>" });
  await desk.call("POST", `/api/v1/conversations/${people[2].id}/status`, { status: "spam", blockSender: true });
  await desk.call("POST", `/api/v1/conversations/${people[3].id}/merge`, { otherId: people[4].id });
  await until(async () => {
    const back = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM message i WHERE i.kind = 'inbound' AND i.class = 'human' AND EXISTS (
        SELECT 1 FROM message o WHERE o.conversation_id = i.conversation_id AND o.kind = 'outbound' AND NOT o.is_automatic AND o.id < i.id)
    `.execute(db);
    return (back.rows[0]?.n ?? 0) > 0;
  }, 60_000);

  expect((await desk.call("DELETE", "/api/v1/samples")).status).toBe(200);
  await atRest();
  const bytes = ["blob", "blob_let_go"];
  const apart = (rows: Record<string, number>) =>
    Object.entries(rows).filter(([table]) => table !== "event" && !bytes.includes(table));
  expect(apart(await rowsOfAllTables())).toEqual(apart(before));
  // The desk sweeps blobs too, and two sweeps leave each other's alone.
  await until(async () => {
    const rows = await rowsOfAllTables();
    return bytes.every((table) => rows[table] === before[table]);
  });
  expect(outside.mails).toHaveLength(0);
  const left = (await desk.call("GET", "/api/v1/conversations?view=open")).body.items;
  expect(left.map((row: { subject: string }) => row.subject)).toEqual(["A real one"]);
}, 180_000);
