/**
 * A promise in a real browser: made by a letter, shown in the ledger once that has left, moved with notice by a letter that cannot leave
 * before its reason and its new day are filled in, and kept; overdue, the guide asks to own up to it.
 */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { until } from "../../running-desk.ts";
import { CHROMIUM, CHROMIUM_MISSING } from "../../servers/chromium.ts";
import { type OpenDesk, openDesk, violationsAtEachSize } from "./open-desk.ts";

let at: OpenDesk;

async function conversation(from: string, subject: string, text: string): Promise<number> {
  await at.write(from, subject, text);
  return until(
    async () =>
      (await at.desk.call("GET", "/api/v1/conversations?view=open")).body.items.find(
        (one: { subject: string }) => one.subject === subject,
      )?.id,
  );
}
const promisesOf = async (id: number) => (await at.desk.call("GET", `/api/v1/conversations/${id}`)).body.promises;

async function promise(id: number, words: string): Promise<void> {
  const sent = await at.desk.call("POST", `/api/v1/conversations/${id}/replies`, {
    html: `<p>Hello,</p><p>${words}</p>`,
    to: [{ name: "", address: "lea@customers.test" }],
    seenMessageId: null,
    anyway: true,
  });
  expect(sent.status).toBe(200);
  await until(async () => (await promisesOf(id)).length > 0);
}

const rows = (page: Page) => page.locator("[data-promise]");

describe.skipIf(!CHROMIUM)(`promises in a real browser${CHROMIUM ? "" : ` (${CHROMIUM_MISSING})`}`, () => {
  beforeAll(async () => {
    at = await openDesk({ HEARD_UNDO_SECONDS: "0" });
  }, 60_000);

  test("made by a letter, moved with notice in two keystrokes and its words, and kept", {
    timeout: 90_000,
  }, async () => {
    const page = await at.window({ reducedMotion: "reduce" });
    await page.goto(`${at.desk.url}/promises`);
    await page.getByText("Nothing is owed").waitFor();
    await page.getByText("Nothing has fallen due in the last 90 days.").waitFor();

    const id = await conversation(
      "Lea Brandt <lea@customers.test>",
      "The lamp",
      "My lamp has a crack. When do you call?",
    );
    await promise(id, "I will call you on 24 March 2031 at 11:00.");
    await page.getByRole("heading", { name: "Later" }).waitFor();
    await rows(page).getByText("“call you on 24 March 2031 at 11:00”").waitFor();

    await page.keyboard.press("j");
    await page.keyboard.press("m");
    const letter = page.getByRole("textbox", { name: "Your answer" });
    await letter.getByText("I said that I would call you on 24 March 2031 at 11:00.").waitFor();
    expect(await letter.textContent()).toContain("Hello Lea,");
    const along = page.getByRole("list", { name: "Promised before" });
    await expect.poll(() => along.getByRole("radio", { name: "Moved with this" }).isChecked()).toBe(true);

    await page.keyboard.press("Control+Enter");
    await page.getByRole("alert").getByText("{your.reason}, {the.new_day} is not filled in.").waitFor();
    // The first place is chosen already.
    await page.keyboard.type("the man with the key is ill.");
    await page.keyboard.press("Control+End");
    for (let typed = 0; typed < "{the.new_day}.".length; typed += 1) await page.keyboard.press("Backspace");
    await page.keyboard.press("Control+Enter");
    await page.getByText("This letter moves a promise").waitFor({ state: "detached" });
    await page.getByRole("alert").getByText("does not say to when").waitFor();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" 26 March 2031 at 9:00.");
    expect(await violationsAtEachSize(page, async () => {})).toEqual([]);
    await page.setViewportSize({ width: 1500, height: 900 });
    await letter.focus();
    await page.keyboard.press("Control+Enter");
    await letter.waitFor({ state: "detached" });

    const here = page.getByRole("list", { name: "Promised here" });
    await here.getByText("do it by 26 March 2031 at 9:00").waitFor();
    expect(await promisesOf(id)).toMatchObject([
      { state: "moved", outcome: "moved" },
      { state: "open", what: "do it by 26 March 2031 at 9:00" },
    ]);
    await expect.poll(() => here.getByRole("listitem").count()).toBe(1);

    await page.keyboard.press("Escape");
    await page.keyboard.press("g");
    await page.keyboard.press("o");
    await rows(page).getByText("“do it by 26 March 2031 at 9:00”").waitFor();
    expect(await rows(page).count()).toBe(1);
    await page.keyboard.press("j");
    await page.keyboard.press("e");
    await page.getByText("Nothing is owed").waitFor();
    expect((await promisesOf(id)).map(({ state }: { state: string }) => state)).toEqual(["moved", "kept"]);
    await page.getByRole("button", { name: "Undo" }).last().click();
    await rows(page).first().waitFor();
    await page.context().close();
  });

  test("overdue it stands first, and the guide begins the letter that owns up to it; owed no longer takes a reason", {
    timeout: 90_000,
  }, async () => {
    const id = await conversation(
      "Otto Palm <lea@customers.test>",
      "A chair",
      "It has three legs. When do I hear from you?",
    );
    await promise(id, "We will send a new one by 24 March 2031.");
    const [{ id: promiseId }] = await promisesOf(id);
    const { db } = at.desk.desk.database;
    const gone = new Date(Date.now() - 3_600_000);
    await db.updateTable("promise").set({ due_at: gone, due_is_day: false }).where("id", "=", promiseId).execute();

    const page = await at.window({ viewport: { width: 1500, height: 900 }, reducedMotion: "reduce" });
    await page.goto(`${at.desk.url}/promises`);
    await page.getByRole("heading", { name: "Overdue" }).waitFor();
    expect(await rows(page).first().textContent()).toContain("send a new one");
    await page.getByText("0 % kept, or moved with notice").waitFor();
    await page.getByText("0 % kept, or moved with notice").hover();
    await page
      .getByText(/broken\) = 0 %\. With n = 1, 95 % sure between 0 and 79 %/)
      .last()
      .waitFor();
    expect(await violationsAtEachSize(page, async () => {})).toEqual([]);
    await page.setViewportSize({ width: 1500, height: 900 });

    await rows(page).first().click();
    const provide = page.getByRole("complementary", { name: "Guide" }).locator("li", { hasText: "Provide" });
    await provide.getByText("They were told a time, and it has passed.").waitFor();
    await provide.getByRole("button", { name: "Write to them" }).click();
    const letter = page.getByRole("textbox", { name: "Your answer" });
    await letter.getByText("and we did not. We are sorry.").waitFor();
    await page.keyboard.press("Escape");

    await page.goto(`${at.desk.url}/promises`);
    await rows(page).first().waitFor();
    await page.getByRole("button", { name: /^More: send a new one/ }).click();
    await page.getByRole("menuitem", { name: "Owed no longer…" }).click();
    await page.getByRole("textbox", { name: "Why" }).fill("They have bought another one.");
    await page.getByRole("button", { name: "Owed no longer" }).click();
    await page.getByText("It is owed no longer.").waitFor();
    await page.getByRole("heading", { name: "Overdue" }).waitFor({ state: "detached" });
    // It was late all the same.
    expect(await promisesOf(id)).toMatchObject([{ state: "broken", outcome: "withdrawn" }]);
    await page.context().close();
  });
});
