/** The first person is made with a code from the terminal; whoever guesses it from outside is stopped long before they could. */
import { randomBytes } from "node:crypto";
import pino from "pino";
import { afterAll, expect, test } from "vitest";
import { isRefusal } from "../../src/kit/index.ts";
import { readSettings } from "../../src/platform/config/index.ts";
import { runDesk } from "../../src/run-desk.ts";
import { freshDatabase } from "../desk-database.ts";

test("a guessed set-up code is throttled, and then the right one waits too", async () => {
  const database = await freshDatabase();
  const settings = readSettings({
    DATABASE_URL: database.connectionUrl.replace(/^postgresql:/, "postgres:"),
    PORT: "0",
    HEARD_PARTS: "web",
    HEARD_LOG: "error",
  });
  if ("problems" in settings) throw new Error(settings.problems.join("\n"));
  const log = pino({ level: "error" }, pino.destination(2));
  const running = await runDesk(settings, { now: () => new Date(), random: (length) => randomBytes(length), log });
  if (isRefusal(running)) throw new Error(running.sentence);
  afterAll(() => running.stop());
  const enter = async (code: string): Promise<number> => {
    const response = await fetch(`${running.url}/api/v1/setup/first-person`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: running.url as string },
      body: JSON.stringify({
        code,
        name: "Eve",
        email: "eve@desk.test",
        password: "long enough words",
        timeZone: "UTC",
      }),
    });
    return response.status;
  };
  const statuses: number[] = [];
  for (let tries = 0; tries < 60 && !statuses.includes(429); tries += 1)
    statuses.push(await enter(`AAA-AAA-A${tries}`));
  expect(statuses).toContain(409);
  expect(statuses.at(-1)).toBe(429);
  expect(await enter(running.setupCode as string)).toBe(429);
}, 60_000);
