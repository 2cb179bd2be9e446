import { expect, test } from "vitest";
import { filingDesk, letter } from "../../../test/filing-desk.ts";
import { sql } from "../../platform/storage/index.ts";
import { refreshSearch } from "../../records/search/index.ts";
import { removeSamples } from "./remove-samples.ts";

const desk = await filingDesk();
const { db } = desk.desk.database;
const ada = await desk.person("Ada", "admin");

test("taking the samples away and reading their words at the same moment never wait for each other", async () => {
  await desk.mailbox({ address: "help@samples.example", isSample: true });
  for (let mails = 0; mails < 5; mails += 1)
    await desk.arrive(letter({ to: "help@samples.example" }), { rcptTo: ["help@samples.example"] });
  // What is due has been taken out, and for a moment nothing more happens.
  await sql`CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.3); RETURN NULL; END $$`.execute(
    db,
  );
  await sql`CREATE TRIGGER dawdle AFTER DELETE ON search_due FOR EACH STATEMENT EXECUTE FUNCTION dawdle()`.execute(db);
  const reading = refreshSearch(db);
  const deadlocks = async () =>
    (
      await sql<{ n: number }>`
        SELECT count(*)::int AS n FROM pg_locks waiting, unnest(pg_blocking_pids(waiting.pid)) AS blocking
        WHERE NOT waiting.granted AND waiting.pid = ANY(pg_blocking_pids(blocking))
      `.execute(db)
    ).rows[0]?.n;
  await new Promise((resolve) => setTimeout(resolve, 100));
  const removing = removeSamples(desk.desk, ada);
  const looks: Promise<number | undefined>[] = [];
  const watching = setInterval(() => looks.push(deadlocks()), 50);
  await expect(Promise.all([reading, removing])).resolves.toBeDefined();
  clearInterval(watching);
  expect(looks.length).toBeGreaterThan(0);
  expect(new Set(await Promise.all(looks))).toEqual(new Set([0]));
  for (const table of ["message", "search_due", "search_message"] as const)
    expect(
      await db
        .selectFrom(table as "message")
        .select(sql`1`.as("one"))
        .execute(),
      table,
    ).toEqual([]);
});
