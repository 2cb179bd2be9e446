/**
 * What the coach hears in a customer's mail, in a real browser: facts underlined where they stand, in text and in HTML behind its
 * sandbox, without a change to the letter; one noted; a wrong feeling put right for everybody; all of it there after a reload.
 */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { until } from "../../running-desk.ts";
import { CHROMIUM, CHROMIUM_MISSING } from "../../servers/chromium.ts";
import { type OpenDesk, openDesk, violationsOn } from "./open-desk.ts";

const LETTER = [
  "Hello,",
  "",
  "I am really angry: my order LL-4412 of 3 November has not come, and I paid 84.60 EUR with card 4111 1111 1111 1111.",
  "Where is it? If I hear nothing I will talk to my lawyer.",
].join("\r\n");
const HTML =
  '<p style="background: #fee">I am worried. I paid <b>20&nbsp;EUR</b> for order <a href="https://shop.test/o?id=LL-1">LL-7731</a>,<br>and again <i>20 EUR</i>.</p>';

let at: OpenDesk;

const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 10_000 });

/** The words that are marked, as the browser holds them: in the page, or in the frame of a letter. */
const marked = (page: Page, kind: "fact" | "noted" | "evidence", frame = ""): Promise<string[]> =>
  page.evaluate(`(() => {
    const view = ${frame ? `document.querySelector(${JSON.stringify(frame)})?.contentWindow` : "window"};
    return [...(view?.CSS.highlights.get("heard-${kind}") ?? [])].map((range) => range.toString()).sort();
  })()`);

async function openLetter(page: Page, subject: string): Promise<number> {
  const row = await until(async () =>
    (await at.desk.call("GET", "/api/v1/conversations?view=open")).body.items.find(
      (one: { subject: string }) => one.subject === subject,
    ),
  );
  await page.goto(`${at.desk.url}/desk/open/${row.id}`);
  await page.locator("#conversation article").first().waitFor();
  return row.id;
}

const correctionsOf = async (conversation: number) =>
  (await at.desk.call("GET", `/api/v1/conversations/${conversation}`)).body.corrections;

describe.skipIf(!CHROMIUM)(`listening in a real browser${CHROMIUM ? "" : ` (${CHROMIUM_MISSING})`}`, () => {
  beforeAll(async () => {
    at = await openDesk();
    await at.write("Lea Brandt <lea@customers.test>", "The lamp", LETTER);
    await at.write("Otto Palm <otto@customers.test>", "Twice", HTML, [
      "MIME-Version: 1.0",
      "Content-Type: text/html; charset=utf-8",
    ]);
  }, 60_000);

  test("a fact is noted, a wrong feeling put right; a colleague sees it at once, and it is there after a reload", {
    timeout: 60_000,
  }, async () => {
    const [page, other] = [await at.window(), await at.window()];
    const conversation = await openLetter(page, "The lamp");
    await openLetter(other, "The lamp");
    const letter = await page.locator("#conversation .letter").first().innerHTML();
    await soon(() => marked(page, "fact")).toEqual(["3 November", "4111 1111 1111 1111", "84.60 EUR", "LL-4412"]);
    await page.getByText("They speak of the law.").waitFor();

    // By keyboard and screen reader: the list below the letter.
    const fold = page.getByRole("button", { name: /They ask one thing/ });
    await fold.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Show in the letter: Where is it?" }).click();
    expect(await marked(page, "evidence")).toEqual(["Where is it?"]);
    await page.getByText("•••• 1111").waitFor();
    await page.getByRole("button", { name: "Amount: €84.60. Note it or put it right" }).press("Enter");
    await page.getByRole("dialog", { name: "Amount: €84.60" }).waitFor();
    await page.keyboard.press("Escape");
    await soon(() => page.evaluate("document.activeElement.getAttribute('aria-label')")).toContain("Amount: €84.60");
    await page.getByRole("button", { name: "Note: Order number LL-4412" }).click();
    await page.getByRole("complementary", { name: "Guide" }).getByText("LL-4412").waitFor();
    await soon(() => marked(page, "noted")).toEqual(["LL-4412"]);
    await page.getByRole("button", { name: "Note: Order number LL-4412" }).waitFor({ state: "detached" });

    // The feeling, the words it rests on, and the word against it.
    await page.getByRole("button", { name: /They sound .*angry/ }).click();
    expect(await marked(page, "evidence")).toEqual(["angry"]);
    await page.getByLabel("Not so? They feel").selectOption("worried");
    await page.getByRole("button", { name: /They sound worried/ }).waitFor();
    await other.getByRole("button", { name: /They sound worried/ }).waitFor();
    await page.getByRole("button", { name: "Not so: the law" }).click();
    await page.getByText("They speak of the law.").waitFor({ state: "detached" });
    await soon(() => correctionsOf(conversation)).toHaveLength(2);
    expect(await correctionsOf(conversation)).toMatchObject([
      { aspect: "feeling", heard: { name: "angry" }, said: { name: "worried" } },
      { aspect: "signal", heard: { name: "legal" }, said: null },
    ]);

    await page.reload();
    await page.getByRole("button", { name: /They sound worried/ }).waitFor();
    expect(await page.getByText("They speak of the law.").count()).toBe(0);
    await soon(() => marked(page, "noted")).toEqual(["LL-4412"]);
    expect(await page.locator("#conversation .letter").first().innerHTML()).toBe(letter);
    const fact = (await at.desk.call("GET", `/api/v1/conversations/${conversation}`)).body.facts[0];
    expect(fact).toMatchObject({ label: "Order number", value: "LL-4412", messageId: expect.any(Number) });

    await page.getByRole("button", { name: "Take it back: not so: the law" }).click();
    await page.getByText("They speak of the law.").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await Promise.all([page.context().close(), other.context().close()]);
  });

  test("HTML in its sandbox: each word is marked at its own place, a click opens it, a wrong one is put right", {
    timeout: 60_000,
  }, async () => {
    const page = await at.window();
    const conversation = await openLetter(page, "Twice");
    const frame = "#conversation iframe";
    await soon(() => marked(page, "fact", frame)).toEqual(["20\u00a0EUR", "20 EUR", "LL-7731"].sort());
    const body = () => page.evaluate(`document.querySelector("${frame}").contentDocument.body.innerHTML`);
    const before = await body();
    const tip = page.locator("[popover=manual]", { hasText: "Amount: €20.00" });
    await soon(async () => {
      await page.frameLocator(frame).locator("i").hover();
      return tip.isVisible();
    }).toBe(true);
    await page.frameLocator(frame).locator("i").click();
    const card = page.getByRole("dialog", { name: "Amount: €20.00" });
    await card.getByRole("button", { name: "Something else…" }).click();
    await card.getByLabel("What it is").selectOption("reference");
    await card.getByLabel("What it says").fill("no. 20");
    await card.getByRole("button", { name: "Save" }).click();
    await soon(() => correctionsOf(conversation)).toMatchObject([
      { aspect: "fact", heard: { name: "amount", value: "20" }, said: { name: "reference", value: "no. 20" } },
    ]);
    await page.frameLocator(frame).locator("b").click();
    await page.getByRole("dialog").getByRole("button", { name: "Not a fact" }).click();
    await soon(() => marked(page, "fact", frame)).toEqual(["20 EUR", "LL-7731"]);
    await page.getByRole("button", { name: /They sound worried/ }).click();
    expect(await marked(page, "evidence", frame)).toEqual(["worried"]);
    expect(await body()).toBe(before);
    await page.context().close();
  });

  test("on a phone nothing is wider than it, in light and dark, and axe finds nothing", {
    timeout: 60_000,
  }, async () => {
    const page = await at.window({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: "reduce",
    });
    await openLetter(page, "The lamp");
    await page.getByRole("button", { name: /They sound/ }).tap();
    await page.getByRole("button", { name: /They ask one thing/ }).tap();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violationsOn(page)).toEqual([]);
    }
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await page.context().close();
  });

  test("in the list one quiet word says how they sound while they wait, put right by a colleague, and gone once answered", {
    timeout: 60_000,
  }, async () => {
    await at.write("Kim Alder <kim@customers.test>", "The stove", "I am furious. This is the third broken stove!!");
    const page = await at.window({ colorScheme: "light", reducedMotion: "reduce" });
    const id = await openLetter(page, "The stove");
    const row = page.getByRole("option", { name: /The stove/ });
    await soon(() => row.textContent()).toMatch(/They sound (?:very )?angry/);
    const found: string[] = [];
    for (const [width, colorScheme] of [
      [1366, "dark"],
      [360, "light"],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      if (width === 360) await page.goto(`${at.desk.url}/desk/open`);
      await row.waitFor();
      found.push(...(await violationsOn(page)));
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    }
    expect(found).toEqual([]);

    const { messages } = (await at.desk.call("GET", `/api/v1/conversations/${id}`)).body;
    const worried = { aspect: "feeling", heard: { name: "angry" }, said: { name: "worried" } };
    await at.desk.call("POST", `/api/v1/messages/${messages[0].id}/corrections`, worried);
    await soon(() => row.textContent()).toContain("They sound worried");
    await at.desk.call("POST", `/api/v1/conversations/${id}/replies`, {
      html: "<p>I am sorry that it broke again. A new stove leaves today.</p>",
      to: [{ name: "Kim", address: "kim@customers.test" }],
      seenMessageId: null,
      anyway: true,
      afterwards: "open",
    });
    await soon(() => row.textContent()).not.toContain("They sound");
    await page.context().close();
  });
});
