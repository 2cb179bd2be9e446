/**
 * The coach beside a reply, in a real browser: it sees a cold refusal and a blame, says so in place and in the margin, is
 * followed, waved away and muted by keyboard alone, and says nothing to anybody else.
 */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { until } from "../../running-desk.ts";
import { CHROMIUM, CHROMIUM_MISSING } from "../../servers/chromium.ts";
import { type OpenDesk, openDesk, violationsAtEachSize } from "./open-desk.ts";

let at: OpenDesk;
let conversation: number;

const COLD =
  "Dear Ana,\n\nWe apologise for any inconvenience. Unfortunately this is not possible. You should have checked the kettle when it arrived.";

describe.skipIf(!CHROMIUM)(`the coach beside a reply${CHROMIUM ? "" : ` (${CHROMIUM_MISSING})`}`, () => {
  beforeAll(async () => {
    at = await openDesk({ HEARD_UNDO_SECONDS: "60" });
    await at.write(
      "Ana Lima <ana@customers.test>",
      "The kettle",
      "Hello,\r\n\r\nmy blue kettle leaks, order 4417. I am really angry, I wrote on Monday already!\r\nWhen do I get my money back?\r\n\r\nAna",
    );
    conversation = await until(async () => {
      const rows = (await at.desk.call("GET", "/api/v1/conversations?view=open")).body.items;
      return rows.length === 1 && rows[0].id;
    });
  }, 60_000);

  const write = async (words: string, options: Parameters<OpenDesk["window"]>[0] = {}): Promise<Page> => {
    await at.desk.call("DELETE", `/api/v1/conversations/${conversation}/draft/reply`);
    const page = await at.window({ colorScheme: "light", reducedMotion: "reduce", ...options });
    await page.goto(`${at.desk.url}/desk/open/${conversation}`);
    await page.locator("#conversation article").first().waitFor();
    await page.keyboard.press("r");
    await page.getByRole("textbox", { name: "Your answer" }).waitFor();
    if (words) await page.keyboard.type(words);
    return page;
  };
  const margin = (page: Page) => page.getByRole("region", { name: "Coach", exact: true });
  const hints = (page: Page) => margin(page).getByRole("list", { name: "Hints" }).locator("[data-hint]");
  const marked = (page: Page) =>
    page.evaluate<string[]>("[...document.querySelectorAll('.writing .coach-mark')].map((each) => each.textContent)");
  const letter = (page: Page) => page.evaluate<string>("document.querySelector('.writing').innerText");
  const focused = (page: Page) => page.evaluate<string>("document.activeElement.textContent");

  test("a cold refusal and a blame are seen in place; keys alone follow, wave away, ask why and come back", {
    timeout: 60_000,
  }, async () => {
    const page = await write(COLD);
    await hints(page).nth(2).waitFor();
    const said = await hints(page).allTextContents();
    expect(said.some((each) => each.includes("points a finger"))).toBe(true);
    expect(said.some((each) => each.includes("owns nothing"))).toBe(true);
    expect(await marked(page)).toEqual(expect.arrayContaining(["You should have checked", "any inconvenience"]));
    // The writer goes on writing: nothing has taken the focus.
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("Your answer");
    const told = margin(page).getByRole("status");
    await until(async () => /^3 hints\. The first: /.test((await told.textContent()) ?? ""));

    // Along the hints until the one that offers other words; Enter writes them, as one step.
    await page.keyboard.press("Control+.");
    for (let tries = 0; tries < 3 && !(await focused(page)).includes("owns nothing"); tries += 1)
      await page.keyboard.press("j");
    expect(await focused(page)).toContain("owns nothing");
    await page.keyboard.press("Enter");
    await until(async () => (await letter(page)).includes("We apologise for the trouble this has caused you."));
    await until(async () => (await hints(page).allTextContents()).every((each) => !each.includes("owns nothing")));
    // What had the focus is gone; the next hint has it now.
    await until(async () => page.evaluate<boolean>("document.activeElement.dataset.hint !== undefined"));

    // Why: a reason, the principle in its words, a source with its grade.
    for (let tries = 0; tries < 3 && !(await focused(page)).includes("points a finger"); tries += 1)
      await page.keyboard.press("k");
    await page.keyboard.press("w");
    const why = margin(page).locator(".coach-why");
    await why.getByText("Respect throughout").waitFor();
    await why.getByText("calm.respect").waitFor();
    await why
      .getByText(/Evidence: \w+/)
      .first()
      .waitFor();

    await page.keyboard.press("x");
    await until(async () => !(await marked(page)).includes("You should have checked"));
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("Your answer");
    await page.keyboard.press("Control+z");
    await until(async () => (await letter(page)).includes("We apologise for any inconvenience."));
    // Waved away in this draft: also after the page was loaded again.
    await page.getByText("Draft kept").waitFor();
    await page.reload();
    await page.locator("#conversation article").first().waitFor();
    await page.keyboard.press("r");
    await hints(page).first().waitFor();
    expect(await marked(page)).not.toContain("You should have checked");
    await page.context().close();
  });

  test("the margin covers no text and axe finds nothing in it, in light, in dark, wide, and at 360 px", {
    timeout: 60_000,
  }, async () => {
    const page = await write(COLD);
    await hints(page).nth(2).waitFor();
    await page.keyboard.press("Control+.");
    await page.keyboard.press("w");
    await margin(page).locator(".coach-why").waitFor();
    const standsApart = `(() => {
      const sheet = document.querySelector(".coach-sheet").getBoundingClientRect();
      const words = document.querySelector(".writing").getBoundingClientRect();
      const margin = document.querySelector(".coach-margin").getBoundingClientRect();
      return margin.height > 0 && (margin.top >= sheet.bottom - 1 || margin.left >= words.right - 1);
    })()`;
    const found = await violationsAtEachSize(page, async () => expect(await page.evaluate(standsApart)).toBe(true));
    expect(found).toEqual([]);
    await page.context().close();
  });

  test("an opening is written below the greeting, as one step; on a phone the hints are one line until they are asked for", {
    timeout: 60_000,
  }, async () => {
    const page = await write("Dear Ana,\n", { viewport: { width: 360, height: 740 } });
    expect(await margin(page).getByText("You could add").isVisible()).toBe(false);
    await page.setViewportSize({ width: 1366, height: 900 });
    const opening = margin(page).locator(".coach-opening").first();
    const words = (await opening.textContent()) as string;
    expect(words).toMatch(/kettle|4417|Monday/);
    await opening.click();
    await until(async () => (await letter(page)).replace(/\s+/g, " ").trim() === `Dear Ana, ${words}`);
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("Your answer");
    await page.keyboard.press("Control+z");
    await until(async () => (await letter(page)).trim() === "Dear Ana,");
    await page.context().close();
  });

  test("a muted hint stays away, is listed in the settings, and comes back from there; every key is in the help", {
    timeout: 60_000,
  }, async () => {
    const page = await write(COLD);
    await hints(page).nth(2).waitFor();
    await hints(page).filter({ hasText: "points a finger" }).click();
    await margin(page).getByRole("button", { name: "Mute this hint for me" }).click();
    await until(async () => !(await marked(page)).includes("You should have checked"));
    await until(async () => {
      const { preferences } = (await at.desk.call("GET", "/api/v1/session")).body;
      return preferences.mutedHints?.join() === "blames-the-customer";
    });
    expect(JSON.stringify((await at.desk.call("GET", "/api/v1/people")).body)).not.toContain("blames");

    await page.locator("#conversation").focus();
    await page.keyboard.press("?");
    const help = page.getByRole("dialog");
    for (const line of ["Go to the hints", "Next hint", "Dismiss in this draft", "Back to the text"])
      await help.getByText(line).waitFor();
    await page.keyboard.press("Escape");

    await page.goto(`${at.desk.url}/settings/me`);
    await page.getByText("This sentence points a finger at the customer.").waitFor();
    await page.getByRole("button", { name: "Show it again" }).click();
    await page.getByText("You have muted no hint.").waitFor();
    await page.context().close();
  });

  test("notes and forwards have no coach, nor has a letter in a language that it does not know, which it says", {
    timeout: 60_000,
  }, async () => {
    const page = await write(
      "Liebe Ana, es tut mir leid, dass der Kessel leckt. Sie hätten ihn bei der Ankunft prüfen müssen.",
    );
    await margin(page).getByText("silent here").waitFor();
    expect(await hints(page).count()).toBe(0);
    await page.getByRole("button", { name: "Note", exact: true }).click();
    await page.getByRole("textbox", { name: "A note for colleagues" }).waitFor();
    expect(await margin(page).count()).toBe(0);
    await page.context().close();
  });

  test("nothing that it finds is told to the server: what leaves the page while one writes is the draft alone", {
    timeout: 60_000,
  }, async () => {
    const page = await at.window();
    const asked: string[] = [];
    page.on("request", (request) => {
      if (/\/api\//.test(request.url()) && request.method() !== "GET")
        asked.push(`${request.method()} ${new URL(request.url()).pathname} ${request.postData() ?? ""}`);
    });
    await page.goto(`${at.desk.url}/desk/open/${conversation}`);
    await page.locator("#conversation article").first().waitFor();
    await page.keyboard.press("r");
    await page.getByRole("textbox", { name: "Your answer" }).click();
    await page.keyboard.press("Control+a");
    await page.keyboard.type(COLD);
    await hints(page).nth(2).waitFor();
    await margin(page).getByRole("button", { name: "Dismiss in this draft" }).click();
    await page.getByText("Draft kept").waitFor();
    expect(asked.length).toBeGreaterThan(0);
    for (const one of asked) expect(one).not.toMatch(/blames|finger|apology-for|refusal|hint|coach|dismiss/i);
    await page.context().close();
  });

  test("the line that is being written stays in sight when hints come below a long letter", {
    timeout: 60_000,
  }, async () => {
    const page = await write("");
    await page.keyboard.insertText("I looked at the blue kettle, order 4417, and it leaks. ".repeat(60));
    await page.keyboard.type("You should have checked the kettle when it arrived.");
    await hints(page).first().waitFor();
    const inSight = `(() => {
      const caret = getSelection().getRangeAt(0).getBoundingClientRect();
      const sheet = document.querySelector(".coach-sheet").getBoundingClientRect();
      return caret.height > 0 && caret.bottom <= sheet.bottom + 1 && caret.top >= sheet.top - 1;
    })()`;
    await until(() => page.evaluate<boolean>(inSight));
    await page.context().close();
  });

  test("once it is there it needs no network; where it cannot be had, it says so, and one writes and sends without it", {
    timeout: 60_000,
  }, async () => {
    const page = await write("Dear Ana,");
    await margin(page).locator(".coach-opening").first().waitFor();
    await page.context().setOffline(true);
    await page.keyboard.type("\n\nYou should have checked the kettle when it arrived.");
    await hints(page).first().waitFor();
    await page.context().setOffline(false);
    await page.context().close();

    const without = await at.window();
    await without.route("**/coach-worker*", (route) => route.abort());
    await without.goto(`${at.desk.url}/desk/open/${conversation}`);
    await without.locator("#conversation article").first().waitFor();
    await without.keyboard.press("r");
    await margin(without).getByText("not here just now").waitFor();
    await without.keyboard.press("Control+End");
    await without.keyboard.type(" The new kettle, order 4417, leaves today.");
    await without.keyboard.press("Control+Enter");
    await without.locator("#conversation").getByRole("button", { name: "Undo" }).first().waitFor();
    await without.context().close();
  });
});
