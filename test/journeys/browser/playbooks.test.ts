/** Playbooks in the browser: found, read, changed as Markdown and in a form, an older version taken back, and nothing lost on the way. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { CHROMIUM, CHROMIUM_MISSING } from "../../servers/chromium.ts";
import { type OpenDesk, openDesk, violationsOn } from "./open-desk.ts";

let at: OpenDesk;

describe.skipIf(!CHROMIUM)(`playbooks${CHROMIUM ? "" : ` (${CHROMIUM_MISSING})`}`, () => {
  beforeAll(async () => {
    at = await openDesk();
  }, 60_000);

  const opened = async (search: string, title: string): Promise<Page> => {
    const page = await at.window({ colorScheme: "light", reducedMotion: "reduce" });
    await page.goto(`${at.desk.url}/playbooks`);
    await page.getByRole("searchbox").fill(search);
    await page.getByRole("link", { name: title }).press("Enter");
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    return page;
  };

  test("one is found by its trouble and read as a page: questions with reasons, options with limits, what never to say", async () => {
    const page = await opened("wrong item", "The wrong item came");
    for (const heading of ["What to ask", "What to read back", "What can be offered", "Never say", "Words that fit"])
      await page.getByRole("heading", { name: heading }).waitFor();
    expect(await page.getByText("Why:").count()).toBeGreaterThanOrEqual(4);
    expect(await page.getByText("Recommended", { exact: true }).count()).toBe(1);
    expect(await page.getByText("€120.00").count()).toBeGreaterThan(0);
    await page.getByText("An example: Tomasz Wierzbicki").press("Enter");
    await page.getByText("order 70356, placed on 8 April").first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  test("as Markdown every mistake is shown with its line, it is saved when none is left, and the older version comes back", {
    timeout: 60_000,
  }, async () => {
    const page = await opened("cancel", "They want to cancel");
    await page.getByRole("link", { name: "Edit" }).press("Enter");
    await page.getByLabel("Markdown").check();
    const file = page.getByRole("textbox", { name: "The playbook as a Markdown file" });
    const before = await file.inputValue();
    await file.fill(before.replace("title:", "titel:"));
    await page.getByText("2 things to put right").waitFor();
    expect(await page.getByRole("button", { name: "Save" }).isDisabled()).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Line 3" }).press("Enter");
    expect(await page.evaluate("getSelection().toString()")).toContain("titel: They want to cancel");

    const other = await opened("cancel", "They want to cancel");
    await file.fill(before.replace("title: They want to cancel", "title: They have had enough"));
    await page.getByText("Everything can be read.").waitFor();
    await page.getByRole("button", { name: "Save" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "They have had enough" }).waitFor();
    await page.getByText("changed by us").waitFor();
    // Whoever has it open sees the change by itself.
    await other.getByRole("heading", { level: 1, name: "They have had enough" }).waitFor();
    await other.context().close();

    await page.getByText("Versions").press("Enter");
    await page.getByRole("button", { name: "See version 1" }).press("Enter");
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("heading", { name: "What to ask" }).waitFor();
    await sheet.getByRole("button", { name: "Take this version back" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "They want to cancel" }).waitFor();
    await page.context().close();
  });

  test("whoever writes no Markdown writes one in a form, and sees what is still missing", {
    timeout: 60_000,
  }, async () => {
    const page = await at.window({ colorScheme: "light", reducedMotion: "reduce" });
    await page.goto(`${at.desk.url}/playbooks/new`);
    await page.getByLabel("Title").fill("The parcel was wet");
    await page.getByText("things to put right").waitFor();
    await page.getByText("Question 1, Why it is worth their time: is empty.").waitFor();
    await page.getByLabel("What it is about, in one sentence").fill("Rain came through the box.");
    await page.locator("summary", { hasText: "For these troubles" }).press("Enter");
    await page.getByRole("group", { name: "For these troubles" }).getByLabel("A faulty product").check();
    const question = page.getByRole("group", { name: "Question 1" });
    await question.getByLabel("What to ask").fill("What is wet, the box alone or what lies in it?");
    await question.getByLabel("Why it is worth their time").fill("A wet box dries, a wet book does not.");
    await page.getByRole("button", { name: "Remove Option 2" }).press("Enter");
    const option = page.getByRole("group", { name: "Option 1" });
    await option.getByLabel("Name", { exact: true }).fill("A dry one");
    await option.getByLabel("When it fits").fill("It is in stock.");
    await option.getByLabel("How it is offered").fill("I can send you a dry {fact.product}.");
    await option.getByLabel("What it gives away").selectOption("replacement");
    await page.getByText("1 thing to put right").waitFor();
    await option.getByLabel("Alone up to").fill("60.00");
    await option.getByLabel("Currency").fill("eur");
    await page.getByText("Everything can be read.").waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole("button", { name: "Save" }).press("Enter");
    await page.getByRole("heading", { level: 1, name: "The parcel was wet" }).waitFor();
    await page.getByText("€60.00, a replacement").waitFor();
    const { items } = (await at.desk.call("GET", "/api/v1/playbooks")).body;
    expect(items.filter((one: { slug: string }) => one.slug === "the-parcel-was-wet")).toHaveLength(1);
    await page.context().close();
  });
});
