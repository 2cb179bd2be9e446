import { expect, test } from "vitest";
import { freshDatabase } from "../../test/desk-database.ts";
import { sql } from "../platform/storage/index.ts";
import { openLog } from "./log.ts";

const { db } = await freshDatabase();

test("of a value that the database does not understand the log tells everything but the value", async () => {
  const lines: string[] = [];
  const log = openLog("debug", { write: (line) => lines.push(line) });
  const error = await sql`SELECT ${"her own words"}::bigint`.execute(db).catch((failure: unknown) => failure);
  expect(String(error)).toContain("her own words");
  log.error({ error }, "test.failed");
  log.error({ error: new Error("it could not be done", { cause: error }) }, "test.failed");
  expect(lines.join("")).not.toContain("her own words");
  expect(JSON.parse(lines[0] as string).error).toMatchObject({
    message: "The database could not take a value (22P02).",
    stack: expect.stringContaining("log.test.ts"),
  });
  expect(JSON.parse(lines[1] as string).error).toMatchObject({
    message: "it could not be done",
    cause: expect.stringContaining("22P02"),
  });
});
