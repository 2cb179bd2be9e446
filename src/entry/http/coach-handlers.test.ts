/** The coach over HTTP, on a running desk: the same answers as the library, for people of the desk, and nothing kept. */
import { expect, test } from "vitest";
import { startTestDesk } from "../../../test/running-desk.ts";
import { read } from "../../method/reading/index.ts";
import { review } from "../../method/review/index.ts";
import { sql } from "../../platform/storage/index.ts";
import { Reading, Review } from "../contract/index.ts";
import { loadModels } from "../models/index.ts";

const desk = await startTestDesk();
const TEXT = "You charged me twice, 42.80 EUR each, for order LL-4412!! \u0000 Refund one.";
const THREAD = [{ from: "customer" as const, text: TEXT }];
const REPLY = "I'll refund 42.80 EUR by Friday. \u0000 Does that sound right?";
const wire = (value: unknown) => JSON.parse(JSON.stringify(value));

/** How many rows each table has. */
async function rows(): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`.execute(
    desk.desk.database.db,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows: found } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${sql.table(name)}`.execute(
      desk.desk.database.db,
    );
    counts[name] = found[0]?.n ?? 0;
  }
  return counts;
}

test.each(["/api/v1/coach", "/api/coach"])(
  "%s answers what the library answers with the models, and keeps nothing",
  async (path) => {
    const before = await rows();
    const heard = await desk.call("POST", `${path}/read`, { text: TEXT, sentAt: "2026-11-18T10:00:00Z" });
    expect(heard).toEqual({
      status: 200,
      body: wire(read(TEXT, { sentAt: "2026-11-18T10:00:00Z", scorers: loadModels().reading })),
    });
    Reading.parse(heard.body);
    const asked = {
      thread: THREAD,
      reply: REPLY,
      at: "2026-11-18T10:00:00Z",
      limits: [{ kind: "refund", amount: 20 }],
    };
    const said = await desk.call("POST", `${path}/review`, asked);
    expect(said).toEqual({ status: 200, body: wire(review(asked as never, loadModels())) });
    Review.parse(said.body);
    const suggested = await desk.call("POST", `${path}/review`, { ...asked, seed: "1" });
    expect(Review.parse(suggested.body).suggestions).toBeInstanceOf(Array);
    expect(await rows()).toEqual(before);
  },
);

test("what is missing, wrong or too long is said in words, and nobody calls without signing in", async () => {
  const call = (path: string, body: unknown, cookie?: string) =>
    desk.call("POST", `/api/v1/coach/${path}`, body, ...(cookie === undefined ? [] : [cookie]));
  expect(await call("read", {})).toMatchObject({ status: 422, body: { refused: "not-understood" } });
  expect((await call("read", { text: "a", sentAt: "soon" })).body.sentence).toBe(
    "sentAt: is no date or time of ISO 8601, such as 2026-11-18T10:00:00Z.",
  );
  expect((await call("read", { text: "a".repeat(100_001) })).body.sentence).toContain("longer than 100,000 characters");
  const thread = Array.from({ length: 201 }, () => ({ from: "agent", text: "a" }));
  expect((await call("review", { thread, reply: "a" })).body.sentence).toContain("more than 200 messages");
  expect((await call("read", { text: "a" }, "heard_session=nobody")).status).toBe(401);
  expect((await call("review", { thread: [], reply: "a".repeat(5_000_000) })).status).toBe(413);
});
