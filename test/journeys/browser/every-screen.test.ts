/** Every screen, in light and in dark, wide and narrow: axe finds nothing; and the main ones can be gone through by keyboard. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { until } from "../../running-desk.ts";
import { CHROMIUM, CHROMIUM_MISSING } from "../../servers/chromium.ts";
import { type OpenDesk, openDesk, violationsOn } from "./open-desk.ts";

let at: OpenDesk;
let conversation: number;
let customer: number;
let mailbox: number;

describe.skipIf(!CHROMIUM)(`every screen${CHROMIUM ? "" : ` (${CHROMIUM_MISSING})`}`, () => {
  beforeAll(async () => {
    at = await openDesk({ HEARD_UNDO_SECONDS: "60" });
    await at.write(
      "Ana Lima <ana@customers.test>",
      "The lamp",
      "Hello,\r\nmy lamp has a crack, see https://shop.test/lamp\r\n\r\n> earlier words",
    );
    await at.write("Otto <otto@customers.test>", "A chair", "It has three legs.");
    const items = await until(async () => {
      const rows = (await at.desk.call("GET", "/api/v1/conversations?view=open")).body.items;
      return rows.length === 2 && rows;
    });
    [conversation, customer] = [items[0].id, items[0].customer.id];
    mailbox = (await at.desk.call("GET", "/api/v1/mailboxes")).body.items[0].id;
    const place = `/api/v1/conversations/${conversation}`;
    await at.desk.call("POST", `${place}/notes`, { html: "<p>A note for <b>us</b></p>" });
    await at.desk.call("POST", `${place}/facts`, { label: "Order number", value: "4411" });
    await at.desk.call("POST", `${place}/tags`, { tags: ["lamps"] });
    await at.desk.call("POST", `${place}/next-update`, { at: new Date(Date.now() + 86_400_000).toISOString() });
    await at.desk.call("POST", "/api/v1/snippets", { name: "Hello", html: "<p>Hello {{customer}}</p>" });
    await at.desk.call("POST", "/api/v1/blocked", { pattern: "@spam.test" });
  }, 60_000);

  const screens = (): readonly string[] => [
    "/desk/open",
    `/desk/open/${conversation}`,
    "/desk/snoozed",
    "/search",
    "/search?q=lamp",
    "/customers",
    `/customers/${customer}`,
    "/write",
    "/playbooks",
    "/playbooks/1",
    "/playbooks/new",
    "/playbooks/1/edit",
    "/promises",
    "/quarantine",
    "/settings/me",
    "/settings/mailboxes",
    "/settings/mailboxes/new",
    `/settings/mailboxes/${mailbox}`,
    "/settings/people",
    "/settings/snippets",
    "/settings/blocked",
    "/settings/log",
    "/settings/samples",
    "/sign-in",
    "/forgot",
    "/nowhere",
  ];

  /** Drawn, and standing still. */
  const settled = async (page: Page): Promise<void> => {
    await page.getByRole("heading").first().waitFor();
    let before = "";
    await until(async () => {
      const now = await page.evaluate<string>("document.body.innerText");
      const isStill = now === before;
      before = now;
      return isStill;
    });
  };

  /** The same page in light, in dark, and narrow, without loading it again. */
  async function lookAt(page: Page, name: string, found: string[]): Promise<void> {
    for (const violation of await violationsOn(page)) found.push(`${name} ${violation}`);
    await page.emulateMedia({ colorScheme: "dark" });
    for (const violation of await violationsOn(page, "color-contrast")) found.push(`${name} in the dark ${violation}`);
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 360, height: 740 });
    for (const violation of await violationsOn(page, "target-size", "color-contrast", "scrollable-region-focusable"))
      found.push(`${name} at 360 px ${violation}`);
    if (!(await page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")))
      found.push(`${name} scrolls sideways at 360 px`);
    await page.setViewportSize({ width: 1366, height: 900 });
  }

  test("axe finds nothing on any screen, in light, in dark, and at 360 px", { timeout: 120_000 }, async () => {
    const found: string[] = [];
    const all = screens();
    const walk = async (part: readonly string[]): Promise<void> => {
      const page = await at.window({ colorScheme: "light", reducedMotion: "reduce" });
      for (const screen of part) {
        await page.goto(at.desk.url + screen);
        await settled(page);
        await lookAt(page, screen, found);
      }
      await page.context().close();
    };
    await Promise.all([
      walk(all.filter((_, index) => index % 2 === 0)),
      walk(all.filter((_, index) => index % 2 === 1)),
    ]);
    expect(found).toEqual([]);
  });

  test("axe finds nothing while writing, nor on what lies over the page", { timeout: 60_000 }, async () => {
    const found: string[] = [];
    const page = await at.window({ colorScheme: "light", reducedMotion: "reduce" });
    await page.goto(`${at.desk.url}/desk/open/${conversation}`);
    await page.locator("#conversation article").first().waitFor();
    for (const [key, words] of [
      ["r", "Your answer"],
      ["n", "A note for colleagues"],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole("textbox", { name: words }).waitFor();
      await lookAt(page, words, found);
      await page.keyboard.press("Escape");
      await page.getByRole("textbox", { name: words }).waitFor({ state: "detached" });
    }
    for (const key of ["Control+k", "?", "s"]) {
      await page.keyboard.press(key);
      await page.locator("dialog[open]").waitFor();
      await lookAt(page, `after ${key}`, found);
      await page.keyboard.press("Escape");
      await page.locator("dialog[open]").waitFor({ state: "detached" });
    }
    expect(found).toEqual([]);
    await page.context().close();
  });

  test("with the keyboard alone every main screen is gone through: the focus is seen everywhere, and nothing holds it", {
    timeout: 60_000,
  }, async () => {
    const page = await at.window({ reducedMotion: "reduce" });
    const problems: string[] = [];
    for (const screen of [
      `/desk/open/${conversation}`,
      "/search?q=lamp",
      `/customers/${customer}`,
      "/playbooks/1",
      "/playbooks/1/edit",
      "/settings/me",
      "/settings/people",
      "/sign-in",
    ]) {
      await page.goto(at.desk.url + screen);
      await page.getByRole("heading").first().waitFor();
      await page.evaluate("document.activeElement?.blur()");
      const wanted = await page.evaluate<number>(
        `[...document.querySelectorAll("a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex='0']")].filter((each) => each.checkVisibility({ visibilityProperty: true }) && each.tabIndex >= 0).length`,
      );
      const visited = new Set<string>();
      let previous = "";
      let held = 0;
      for (let presses = 0; presses < wanted + 12; presses += 1) {
        await page.keyboard.press("Tab");
        const [name, isSeen] = await page.evaluate<[string, boolean]>(`(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return ["body", true];
          const all = [...document.querySelectorAll("*")];
          const style = getComputedStyle(element);
          const box = element.getBoundingClientRect();
          const shown = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none" || element.localName === "iframe" || element.matches(".writing, [type=search]");
          return [element.localName + "#" + all.indexOf(element) + " " + (element.getAttribute("aria-label") ?? element.textContent ?? "").slice(0, 40), shown && box.width > 0 && box.height > 0];
        })()`);
        if (!isSeen) problems.push(`${screen}: the focus is not seen on ${name}`);
        held = name === previous ? held + 1 : 0;
        if (held > 3) {
          problems.push(`${screen}: ${name} does not let go`);
          break;
        }
        previous = name;
        visited.add(name);
      }
      if (visited.size < Math.min(3, wanted))
        problems.push(`${screen}: only ${visited.size} of ${wanted} were reached`);
    }
    expect([...new Set(problems)]).toEqual([]);
    await page.context().close();
  });

  test("how a sign-in at a provider ended is said in our words, never in those of the address", async () => {
    const page = await at.window();
    for (const [provider, words] of [
      ["not-agreed", "The provider did not agree."],
      ["Call 555 and tell them your password", "The provider refused."],
      ["constructor", "The provider refused."],
    ] as const) {
      await page.goto(`${at.desk.url}/settings/mailboxes?${new URLSearchParams({ provider })}`);
      const said = page.getByRole("status").filter({ hasText: "The provider" });
      await said.waitFor();
      expect(await said.textContent()).toContain(words);
      expect(await page.locator("main").textContent()).not.toContain("555");
    }
    await page.context().close();
  });
});
