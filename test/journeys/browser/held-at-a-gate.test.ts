/**
 * Sending a reply that holds a card number, in a real browser: it is held, the words are found, it is mended; or a reason is written
 * and it goes out as it is. By keyboard alone. What the message gives its word for stands quietly below it.
 */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { until } from "../../running-desk.ts";
import { CHROMIUM, CHROMIUM_MISSING } from "../../servers/chromium.ts";
import { type OpenDesk, openDesk, violationsAtEachSize, violationsOn } from "./open-desk.ts";

let at: OpenDesk;
let conversation: number;

const CARD = "4111 1111 1111 1111";
const REPLY = `Dear Ana,\n\nThe 42.80 EUR went back to card ${CARD} today. I'll call you on Tuesday at 11:00.`;

describe.skipIf(!CHROMIUM)(`at a gate${CHROMIUM ? "" : ` (${CHROMIUM_MISSING})`}`, () => {
  beforeAll(async () => {
    at = await openDesk({ HEARD_UNDO_SECONDS: "60" });
    await at.write("Ana Lima <ana@customers.test>", "The lamp", "Hello, my lamp is broken. I paid 42.80 EUR for it.");
    conversation = await until(async () => {
      const rows = (await at.desk.call("GET", "/api/v1/conversations?view=open")).body.items;
      return rows.length === 1 && rows[0].id;
    });
  }, 60_000);

  const write = async (options: Parameters<OpenDesk["window"]>[0] = {}): Promise<Page> => {
    await at.desk.call("DELETE", `/api/v1/conversations/${conversation}/draft/reply`);
    const page = await at.window({ colorScheme: "light", reducedMotion: "reduce", ...options });
    await page.goto(`${at.desk.url}/desk/open/${conversation}`);
    await page.locator("#conversation article").first().waitFor();
    await page.keyboard.press("r");
    await page.getByRole("textbox", { name: "Your answer" }).waitFor();
    await page.keyboard.type(REPLY);
    return page;
  };
  const strip = (page: Page) => page.getByRole("dialog", { name: /^Not sent yet/ });
  const messages = async () => (await at.desk.call("GET", `/api/v1/conversations/${conversation}`)).body.messages;
  const isFocused = (page: Page, label: string) =>
    page.evaluate<boolean>(
      `(document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent) === ${JSON.stringify(label)}`,
    );

  test("a reply is held, its words are gone to and mended, and it leaves, all with the keys", {
    timeout: 60_000,
  }, async () => {
    const page = await write();
    await page.keyboard.press("Control+Enter");
    await strip(page).waitFor();
    await strip(page).getByText("A secret would be written into this mail.").waitFor();
    await until(() => page.evaluate("document.activeElement.getAttribute('role') === 'dialog'"));
    expect(await messages()).toHaveLength(1);

    // A letter that is typed here is no command of the desk.
    await page.keyboard.press("e");
    await page.keyboard.press("Tab");
    expect(await isFocused(page, "Show where")).toBe(true);
    await page.keyboard.press("Enter");
    expect(await isFocused(page, "Your answer")).toBe(true);
    expect(await page.evaluate("String(getSelection())")).toBe(CARD);
    expect(await strip(page).isVisible()).toBe(true);
    await page.keyboard.type("ending 1111");
    await strip(page).waitFor({ state: "detached" });
    expect(await isFocused(page, "Your answer")).toBe(true);
    await page.keyboard.press("Control+Enter");
    await until(async () => (await messages()).length === 2);
    const [, sent] = await messages();
    expect(sent.replyText).toContain("went back to card ending 1111 today");
    expect(sent.reasons).toEqual([]);

    const word = page.getByRole("list", { name: "What this message gives its word for" });
    await word.getByText("“call you on Tuesday at 11:00”").waitFor();
    await word.getByText(/^Gives a refund 42\.80 EUR$/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
    await at.desk.call("POST", `/api/v1/messages/${sent.id}/undo`);
  });

  test("with a reason it goes out as it is; a word is not enough, and Escape leads back to the letter", {
    timeout: 60_000,
  }, async () => {
    const page = await write();
    await page.keyboard.press("Control+Shift+Enter");
    await strip(page).waitFor();
    await page.keyboard.press("Escape");
    await strip(page).waitFor({ state: "detached" });
    expect(await isFocused(page, "Your answer")).toBe(true);

    await page.keyboard.press("Control+Shift+Enter");
    const reason = strip(page).getByLabel("Or send it as it is, because…");
    await reason.waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("ok");
    await page.keyboard.press("Control+Enter");
    await strip(page).getByText("The reason needs a few words more; or change the letter.").waitFor();
    expect(await messages()).toHaveLength(1);
    await reason.fill("It is the number of a test card.");
    await reason.press("Control+Enter");
    await until(async () => (await messages()).length === 2);
    const [, sent] = await messages();
    expect(sent.reasons).toMatchObject([{ rule: "secret-shown", reason: "It is the number of a test card." }]);
    // What was chosen at first, to keep it open, still holds.
    expect((await at.desk.call("GET", `/api/v1/conversations/${conversation}`)).body.conversation.status).toBe("open");
    await page.getByText("You sent it as it is, because: “It is the number of a test card.”").waitFor();
    await page.context().close();
    await at.desk.call("POST", `/api/v1/messages/${sent.id}/undo`);
  });

  test("axe finds nothing in it, and nothing is cut off: wide and at 360 px, in light and dark", {
    timeout: 60_000,
  }, async () => {
    const page = await write();
    await page.keyboard.press("Control+Enter");
    await strip(page).waitFor();
    const found = await violationsAtEachSize(page, async () => {
      // Every button of it can be come to, and the letter keeps some room.
      for (const name of ["Show where", "Send with this reason", "Back to the letter"]) {
        const button = strip(page).getByRole("button", { name });
        await button.scrollIntoViewIfNeeded();
        expect(await button.isVisible()).toBe(true);
      }
      expect(
        await page.evaluate(
          "document.querySelector('[role=dialog]').getBoundingClientRect().bottom <= innerHeight + 1",
        ),
      ).toBe(true);
      expect(await page.evaluate("document.querySelector('.coach-sheet').getBoundingClientRect().height > 60")).toBe(
        true,
      );
    });
    expect(found).toEqual([]);
    await page.context().close();
  });

  test("a first letter is held in the same way", { timeout: 60_000 }, async () => {
    const page = await at.window({ colorScheme: "light", reducedMotion: "reduce" });
    await page.goto(`${at.desk.url}/write`);
    await page.getByRole("combobox", { name: "To" }).fill("bea@customers.test");
    await page.keyboard.press("Enter");
    await page.getByLabel("Subject").fill("Your refund");
    await page.getByRole("textbox", { name: "Write to a customer" }).click();
    await page.keyboard.type(REPLY);
    await page.keyboard.press("Control+Enter");
    await strip(page).waitFor();
    await strip(page).getByLabel("Or send it as it is, because…").fill("It is the number of a test card.");
    await strip(page).getByRole("button", { name: "Send with this reason" }).click();
    await page.getByText("It leaves in a moment.").waitFor();
    await page.context().close();
  });
});
