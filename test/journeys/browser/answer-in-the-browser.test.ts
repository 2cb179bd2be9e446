/**
 * The journey that the desk is for, in a real browser: a mail sent by SMTP appears by itself, is opened and answered with the
 * keyboard alone, leaves through a real SMTP server, and the customer's answer appears below it. On a desk and on a phone.
 */
import PostalMime from "postal-mime";
import { beforeAll, describe, expect, test } from "vitest";
import { until } from "../../running-desk.ts";
import { CHROMIUM, CHROMIUM_MISSING } from "../../servers/chromium.ts";
import { type OpenDesk, openDesk } from "./open-desk.ts";

let at: OpenDesk;

const letterOf = async (words: string) => {
  const mail = await until(async () => at.sink.mails.find(({ raw }) => raw.includes(words)), 15_000);
  return PostalMime.parse(mail.raw);
};

describe.skipIf(!CHROMIUM)(`in a real browser${CHROMIUM ? "" : ` (${CHROMIUM_MISSING})`}`, () => {
  beforeAll(async () => {
    at = await openDesk({ HEARD_UNDO_SECONDS: "4" });
  });

  for (const [name, options] of [
    ["on a desk", {}],
    ["on a phone, 360 px wide", { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
  ] as const)
    test(`${name}: a mail appears live, is opened, answered and taken back once, leaves, and the answer to it appears`, {
      timeout: 60_000,
    }, async () => {
      const mark = name.replace(/\W/g, "");
      const isPhone = name.includes("phone");
      const page = await at.window(options);
      let loads = 0;
      page.on("load", () => {
        loads += 1;
      });
      await page.goto(`${at.desk.url}/desk/open`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await at.write("Ana Lima <ana@customers.test>", `Lamp ${mark}`, "Hello,\r\n\r\nmy lamp has a crack.\r\n\r\nAna");
      const row = page.getByRole("option", { name: new RegExp(`Lamp ${mark}`) });
      await row.waitFor();

      if (isPhone) await row.tap();
      else await page.keyboard.press("j");
      await page.locator("#conversation").getByText("my lamp has a crack.").waitFor();
      if (!isPhone) {
        await page.getByRole("listbox").focus();
        await page.keyboard.press("Enter");
        expect(await page.evaluate("document.activeElement.id")).toBe("conversation");
      }
      if (isPhone) await page.getByRole("button", { name: "Reply" }).tap();
      else await page.keyboard.press("r");
      await page.getByRole("textbox", { name: "Your answer" }).waitFor();
      await page.keyboard.type(`Dear Ana, a new lamp leaves today ${mark}.`);
      await page.keyboard.press("Control+Enter");

      // Taken back before it leaves: it is a draft again, and nothing has left.
      await page.locator("#conversation").getByRole("button", { name: "Undo" }).first().click();
      const sheet = page.getByRole("textbox", { name: "Your answer" });
      await sheet.getByText(`a new lamp leaves today ${mark}.`).waitFor();
      expect(at.sink.mails.some(({ raw }) => raw.includes(mark))).toBe(false);
      await sheet.click();
      await page.keyboard.press("Control+End");
      await page.keyboard.type(" With care.");
      await page.keyboard.press("Control+Enter");

      const letter = await letterOf(`leaves today ${mark}`);
      expect(letter.subject).toBe(`Re: Lamp ${mark}`);
      expect(letter.text).toContain("With care.");
      await page.locator("#conversation").getByText(/^Sent/).waitFor();
      await at.write("Ana Lima <ana@customers.test>", `Re: Lamp ${mark}`, `Thank you, which day ${mark}?`, [
        `In-Reply-To: ${letter.messageId}`,
      ]);
      await page.locator("#conversation").getByText(`which day ${mark}?`).waitFor();
      expect(loads).toBe(1);
      expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
      await page.context().close();
    });

  test("a note calls a colleague by name, who sees it without reloading; the customer never does", {
    timeout: 40_000,
  }, async () => {
    const { link } = (
      await at.desk.call("POST", "/api/v1/people", { email: "bea@desk.test", name: "Bea", role: "agent" })
    ).body;
    const theirs = await at.window({}, "none=none");
    await theirs.goto(link);
    await theirs.getByLabel(/password/i).fill("a quiet reading room");
    await theirs.getByLabel(/name/i).fill("Bea Brook");
    await theirs.getByRole("button", { name: "Come in" }).click();
    await theirs.waitForURL((url) => !url.pathname.startsWith("/invite"));
    await theirs.goto(`${at.desk.url}/desk/mentions`);
    await theirs.getByText("Nobody has called you").waitFor();

    await at.write("Otto <otto@customers.test>", "A chair", "It has three legs.");
    const page = await at.window();
    await page.goto(`${at.desk.url}/desk/open`);
    await page.getByRole("option", { name: /A chair/ }).click();
    await page.locator("#conversation").getByText("three legs").waitFor();
    await page.keyboard.press("n");
    await page.getByRole("textbox", { name: "A note for colleagues" }).waitFor();
    await page.keyboard.type("Have we any legs left, @");
    await page.getByRole("combobox", { name: "Call whom?" }).fill("Bea");
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("textbox", { name: "A note for colleagues" });
    await sheet.locator(".mention").waitFor();
    await page.keyboard.press("Control+Enter");
    await theirs.getByRole("option", { name: /A chair/ }).waitFor();
    await theirs.getByRole("option", { name: /A chair/ }).click();
    await theirs.getByText("Note, only for colleagues").first().waitFor();
    expect(at.sink.mails.some(({ raw }) => raw.includes("legs left"))).toBe(false);
    await Promise.all([page.context().close(), theirs.context().close()]);
  });

  test("signing in: the wrong word is refused in words, the right one leads to where one wanted to go", {
    timeout: 40_000,
  }, async () => {
    const page = await at.window({}, "none=none");
    await page.goto(`${at.desk.url}/desk/waiting`);
    await page.getByRole("button", { name: "Sign in" }).waitFor();
    await page.keyboard.type("ada@desk.test");
    await page.keyboard.press("Tab");
    await page.keyboard.type("not the word");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    await page.getByLabel("Password").fill("correct horse battery");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/desk\/waiting$/);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.context().close();
  });
});
