/** A fresh desk in a real browser: the first person is made with the code from the terminal, and sample customers write. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, describe, expect, test } from "vitest";
import { isRefusal } from "../../../src/kit/index.ts";
import { readSettings } from "../../../src/platform/config/index.ts";
import { runDesk } from "../../../src/run-desk.ts";
import { freshDatabase } from "../../desk-database.ts";
import { CHROMIUM, CHROMIUM_MISSING, openChromium } from "../../servers/chromium.ts";
import { violationsOn, windowOf } from "./open-desk.ts";

describe.skipIf(!CHROMIUM)(`the first run${CHROMIUM ? "" : ` (${CHROMIUM_MISSING})`}`, () => {
  test("from nothing to a conversation with a sample customer, and away with them again", {
    timeout: 120_000,
  }, async () => {
    const database = await freshDatabase();
    const home = mkdtempSync(join(tmpdir(), "heard-home-"));
    const settings = readSettings({
      HEARD_HOME: home,
      DATABASE_URL: database.connectionUrl.replace(/^postgresql:/, "postgres:"),
      PORT: "0",
      HEARD_SMTP_PORT: "0",
      HEARD_LOG: "error",
    });
    if ("problems" in settings) throw new Error(settings.problems.join("\n"));
    const log = pino({ level: "error" }, pino.destination(2));
    const running = await runDesk(settings, { now: () => new Date(), random: (length) => randomBytes(length), log });
    if (isRefusal(running)) throw new Error(running.sentence);
    afterAll(async () => {
      await running.stop();
      rmSync(home, { recursive: true, force: true });
    });

    const page = await windowOf(await openChromium(), running.url as string, "");
    await page.goto(running.url as string);
    await page.getByRole("heading", { name: "Good to have you" }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel(/Your name/i).fill("Ada Admin");
    await page.getByLabel(/mail/i).first().fill("ada@desk.test");
    await page.getByLabel(/^Password/).fill("correct horse battery");
    await page.getByLabel(/One-time code/).fill("AAA-AAA-AAA");
    await page.getByRole("button", { name: "Create me" }).click();
    await page.getByRole("alert").waitFor();
    await page.getByLabel(/One-time code/).fill(running.setupCode as string);
    await page.getByRole("button", { name: "Create me" }).click();
    await page.getByRole("heading", { name: /How would you like to begin, Ada/ }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Let them write" }).click();
    await page.waitForURL(/\/desk\/open/);
    await page.getByRole("option").first().waitFor({ timeout: 30_000 });
    await page.keyboard.press("j");
    await page.locator("#conversation article").first().waitFor();
    await page.goto(`${running.url}/settings/samples`);
    await page.getByRole("main").getByRole("button").first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Remove the samples" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove the samples" }).click();
    await page.getByText("The samples are gone.").waitFor();
    await page.goto(`${running.url}/desk/open`);
    await page.getByText("All heard").waitFor();
    await page.context().close();
  });
});
