/** Writing to a customer first, in a real browser: kept as it is typed, with files and pictures, and sent once. */

import type { Page } from "playwright-core";
import PostalMime from "postal-mime";
import { beforeAll, describe, expect, test } from "vitest";
import { until } from "../../running-desk.ts";
import { CHROMIUM, CHROMIUM_MISSING } from "../../servers/chromium.ts";
import { type OpenDesk, openDesk, violationsOn } from "./open-desk.ts";

let at: OpenDesk;
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

async function begin(page: Page, subject: string, words: string): Promise<void> {
  await page.goto(`${at.desk.url}/write`);
  await page.getByRole("combobox", { name: "To" }).fill("ana@customers.test");
  await page.keyboard.press("Enter");
  await page.getByLabel("Subject").fill(subject);
  await page.getByRole("textbox", { name: "Write to a customer" }).click();
  await page.keyboard.type(words);
}

describe.skipIf(!CHROMIUM)(`a letter${CHROMIUM ? "" : ` (${CHROMIUM_MISSING})`}`, () => {
  beforeAll(async () => {
    at = await openDesk({ HEARD_UNDO_SECONDS: "1" });
  });

  test("is still there after a reload, with its file and its picture, and leaves with both", {
    timeout: 60_000,
  }, async () => {
    const page = await at.window();
    await begin(page, "Your order", "We have a question.");
    await page.locator("input[type=file]").setInputFiles([
      { name: "terms.txt", mimeType: "text/plain", buffer: Buffer.from("terms") },
      { name: "lamp.png", mimeType: "image/png", buffer: PIXEL },
    ]);
    await page.getByRole("button", { name: "Take lamp.png out" }).waitFor();
    await page.getByText("Draft kept").waitFor();
    expect(await violationsOn(page)).toEqual([]);

    await page.reload();
    await page.getByText("We have a question.").waitFor();
    await page.getByRole("button", { name: "Take terms.txt out" }).waitFor();
    await page.getByRole("img", { name: "lamp.png" }).waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    expect(await page.getByLabel("Subject").inputValue()).toBe("Your order");
    await page.setViewportSize({ width: 1366, height: 900 });

    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.waitForURL(/\/desk\/waiting\/\d+$/);
    const mail = await until(async () => at.sink.mails.find(({ raw }) => raw.includes("We have a question")), 15_000);
    const letter = await PostalMime.parse(mail.raw);
    expect(letter.attachments.map(({ filename, disposition }) => [filename, disposition]).sort()).toEqual([
      ["lamp.png", "inline"],
      ["terms.txt", "attachment"],
    ]);
    expect(letter.html).toMatch(/<img[^>]* src="cid:/);
    await page.goto(`${at.desk.url}/write`);
    await page.getByRole("textbox", { name: "Write to a customer" }).waitFor();
    expect(await page.getByLabel("Subject").inputValue()).toBe("");
    await page.context().close();
  });

  test("says what is missing, leaves later when asked to, and can be thrown away", { timeout: 40_000 }, async () => {
    const page = await at.window();
    await begin(page, "", "Without a subject.");
    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").filter({ hasText: "Add a subject" }).waitFor();
    await page.getByLabel("Subject").fill("For tomorrow");
    await page.getByRole("button", { name: "Other ways to send" }).click();
    await page.getByRole("menuitem", { name: /Send later/ }).click();
    await page
      .getByRole("option", { name: /tomorrow/i })
      .first()
      .click();
    await page.waitForURL(/\/desk\/waiting\/\d+$/);
    await page
      .getByText(/^Leaves/)
      .first()
      .waitFor();

    await begin(page, "Never", "To be thrown away.");
    await page.getByRole("button", { name: "Throw the draft away" }).click();
    await page.getByRole("button", { name: "Throw away", exact: true }).click();
    await until(async () => (await at.desk.call("GET", "/api/v1/letter")).body.draft === null);
    expect(await page.getByText("To be thrown away.").count()).toBe(0);
    await page.context().close();
  });

  test("whose answer was lost on the way does not leave twice", { timeout: 40_000 }, async () => {
    const page = await at.window();
    let broken = true;
    await page.route(/\/api\/v1\/conversations$/, async (route) => {
      if (!broken || route.request().method() !== "POST") return route.continue();
      broken = false;
      await route.fetch();
      await route.abort();
    });
    await begin(page, "Once", "Only once, please.");
    await page.keyboard.press("Control+Enter");
    await page.getByText("had arrived after all").waitFor();
    await page.waitForURL(/\/desk\/waiting$/);
    await page.getByRole("option", { name: /Once/ }).waitFor();
    expect(await page.getByRole("option", { name: /Once/ }).count()).toBe(1);
    await page.context().close();
  });
});
