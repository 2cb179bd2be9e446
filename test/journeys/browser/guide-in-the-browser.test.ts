/**
 * The guide beside a conversation, in a real browser: it says what comes next and why, its one button writes into the letter, it sees
 * what the letter does while it is being written, and afterwards which letter took the step.
 */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { until } from "../../running-desk.ts";
import { CHROMIUM, CHROMIUM_MISSING } from "../../servers/chromium.ts";
import { type OpenDesk, openDesk, violationsAtEachSize } from "./open-desk.ts";

const HURT = [
  "Hello,",
  "",
  "I am really angry. My order LL-4412 of 3 November has not come, and I paid 84.60 EUR for the lamp.",
  "Where is it?",
].join("\r\n");

let at: OpenDesk;

const line = (page: Page, step: string) =>
  page.getByRole("complementary", { name: "Guide" }).locator("li", { hasText: step });

describe.skipIf(!CHROMIUM)(`the guide in a real browser${CHROMIUM ? "" : ` (${CHROMIUM_MISSING})`}`, () => {
  beforeAll(async () => {
    at = await openDesk({ HEARD_UNDO_SECONDS: "0" });
    await at.write("Lea Brandt <lea@customers.test>", "The lamp", HURT);
  }, 60_000);

  test("an upset customer is acknowledged first; the button writes it, the guide sees it, and then knows the letter", {
    timeout: 60_000,
  }, async () => {
    const row = await until(async () => (await at.desk.call("GET", "/api/v1/conversations?view=open")).body.items[0]);
    const page = await at.window({ viewport: { width: 1500, height: 900 } });
    await page.goto(`${at.desk.url}/desk/open/${row.id}`);
    const acknowledge = line(page, "Acknowledge");
    await acknowledge.getByText("No letter has taken up yet what this is like for them.").waitFor();
    expect(await acknowledge.getAttribute("aria-current")).toBe("step");
    expect(await page.locator("[aria-current=step]").count()).toBe(1);

    await acknowledge.getByRole("button", { name: "Begin with that" }).press("Enter");
    const letter = page.getByRole("textbox", { name: "Your answer" });
    await expect.poll(() => letter.textContent(), { timeout: 15_000 }).toMatch(/LL-4412|has not come|84.60|lamp/);
    await acknowledge.getByText("Your letter does this.").waitFor();
    expect(await acknowledge.getByRole("button").count()).toBe(0);
    await page.keyboard.type(" I am sorry. I will send it again today, and write to you tomorrow before noon.");
    await line(page, "Provide").getByText("Your letter does this.").waitFor();

    await page.keyboard.press("Control+Enter");
    await letter.waitFor({ state: "detached" });
    await acknowledge.getByText("Taken up in the answer of").waitFor();
    expect(await page.getByText("Your letter does this.").count()).toBe(0);
    await acknowledge.getByRole("button", { name: "Taken up in the answer of" }).click();
    await page.locator("#conversation article").last().getByText("I am sorry.").waitFor();
    await page.context().close();
  });

  test("a word that was promised and is overdue comes before everything else", { timeout: 60_000 }, async () => {
    await at.write("Otto Palm <otto@customers.test>", "Twice", "I am furious: I paid 20 EUR twice for order LL-7731.");
    const row = await until(async () =>
      (await at.desk.call("GET", "/api/v1/conversations?view=open")).body.items.find(
        (one: { subject: string }) => one.subject === "Twice",
      ),
    );
    const gone = new Date(Date.now() - 3_600_000).toISOString();
    await at.desk.call("POST", `/api/v1/conversations/${row.id}/next-update`, { at: gone });
    const page = await at.window({ reducedMotion: "reduce" });
    await page.goto(`${at.desk.url}/desk/open/${row.id}`);
    const provide = line(page, "Provide");
    await provide.getByText("They were told a time, and it has passed.").waitFor();
    expect(await provide.getAttribute("aria-current")).toBe("step");
    await provide.getByRole("button", { name: "Write to them" }).click();
    await page.getByRole("textbox", { name: "Your answer" }).waitFor();
    expect(await violationsAtEachSize(page, async () => {})).toEqual([]);
    await page.context().close();
  });
});
