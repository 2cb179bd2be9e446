import { afterAll, expect, test } from "vitest";
import { freshDesk } from "../../../test/fresh-desk.ts";
import { openDatabase } from "../../platform/storage/index.ts";
import { buildApp } from "./app.ts";

const { desk } = await freshDesk();
const nowhere = openDatabase({ url: "postgresql://clerk:hush@127.0.0.1:1/ledger" });
const logged: object[] = [];
const keep = (line: object) => void logged.push(line);
const log = { debug: keep, info: keep, warn: keep, error: keep } as never;
const cutOff = { ...desk, database: { ...desk.database, db: nowhere.db } };
const { app, close } = await buildApp(cutOff, log, {} as never, "0.0.0");
afterAll(async () => {
  await close();
  await nowhere.close();
});

test("while the database is away a stranger learns that it is, and nothing of where or why; the log says more", async () => {
  for (const url of ["/health", "/api/v1/setup"]) {
    const answer = await app.inject({ url });
    expect(answer.statusCode, url).toBe(503);
    expect(answer.body, url).toContain("The desk's database does not answer.");
    expect(answer.body, url).not.toMatch(/127\.0\.0\.1|ECONN|clerk|ledger|address|DATABASE_URL/);
  }
  expect(logged).toHaveLength(2);
  expect(logged).toMatchObject([
    { error: { name: "Unavailable", message: expect.stringContaining("Nothing answers") } },
    {},
  ]);
});

test("with the database there it is well", async () => {
  const { app: well, close: end } = await buildApp(desk, log, {} as never, "0.0.0");
  expect((await well.inject({ url: "/health" })).json()).toEqual({ ok: true, version: "0.0.0" });
  await end();
});
