/** A desk with a mailbox, a server that its mail leaves through, and a browser in which somebody is signed in. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { mailboxFor, startTestDesk, type TestDesk } from "../../running-desk.ts";
import { openChromium } from "../../servers/chromium.ts";
import { type SmtpSink, startSmtpSink } from "../../servers/smtp-sink.ts";

export interface OpenDesk {
  readonly desk: TestDesk;
  readonly sink: SmtpSink;
  readonly browser: Browser;
  /** A window of its own, signed in as the first person unless a cookie says otherwise. */
  readonly window: (options?: Parameters<Browser["newContext"]>[0], cookie?: string) => Promise<Page>;
  /** A customer writes. */
  readonly write: (from: string, subject: string, text: string, headers?: readonly string[]) => Promise<void>;
}

export async function openDesk(settings: Readonly<Record<string, string>> = {}): Promise<OpenDesk> {
  const [desk, sink, browser] = await Promise.all([startTestDesk(settings), startSmtpSink(), openChromium()]);
  const made = await desk.call(
    "POST",
    "/api/v1/mailboxes",
    mailboxFor("help@shop.test", sink.port, { acknowledges: false }),
  );
  expect(made.status).toBe(200);
  return {
    desk,
    sink,
    browser,
    window: (options, cookie = desk.cookie) => windowOf(browser, desk.url, cookie, options),
    write: async (from, subject, text, headers = []) => {
      const lines = [
        `From: ${from}`,
        "To: help@shop.test",
        `Subject: ${subject}`,
        `Message-ID: <${Math.random().toString(36).slice(2)}@customers.test>`,
        `Date: ${new Date().toUTCString()}`,
        ...headers,
        "",
        text,
      ];
      await desk.deliver(lines.join("\r\n"), "mail@customers.test", ["help@shop.test"]);
    },
  };
}

export async function windowOf(
  browser: Browser,
  url: string,
  cookie: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, ...options });
  const [name = "", value = ""] = cookie.split("=");
  if (cookie) await context.addCookies([{ name, value, url, httpOnly: true }]);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/**
 * What axe finds wide, wider and at 360 px, in light and in dark; nothing may be wider than the window.
 * @param look at each size, in the dark: what else has to be so.
 */
export async function violationsAtEachSize(page: Page, look: () => Promise<void>): Promise<string[]> {
  const found: string[] = [];
  for (const [width, height] of [
    [1366, 900],
    [1920, 1000],
    [360, 740],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const violation of await violationsOn(page)) found.push(`${width} ${colorScheme} ${violation}`);
    }
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await look();
  }
  return found;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe finds on the page as it stands (WCAG 2.2 A and AA, and its best practices); empty is good.
 * @param rules only these, where everything else has been looked at in another light.
 */
export async function violationsOn(page: Page, ...rules: readonly string[]): Promise<string[]> {
  await page.evaluate(`if (!window.axe) { ${AXE} }`);
  const options = { iframes: false, ...(rules.length > 0 ? { runOnly: rules } : {}) };
  return page.evaluate(`axe.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ": " + node.target.join(" ") + " " + node.any.map((each) => each.message).join("; "))))`);
}
