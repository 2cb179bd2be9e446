/**
 * A real, headless Chromium for tests, driven over its own protocol. When it is not installed, tests say so plainly instead of
 * passing: `describe.skipIf(!CHROMIUM)` together with `CHROMIUM_MISSING` in the name.
 */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { afterAll } from "vitest";

/** Where Debian, Ubuntu, Fedora, Arch and Google put it; HEARD_TEST_CHROMIUM names another one. */
export const CHROMIUM: string | undefined = [
  process.env["HEARD_TEST_CHROMIUM"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path !== "" && existsSync(path));

export const CHROMIUM_MISSING = "not run: Chromium is not installed";

/** Nothing that Chromium would do by itself in the background: what a test sees on the network is the page's doing. */
const QUIET = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Closed with the test file. @param more command-line switches. */
export async function openChromium(...more: readonly string[]): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: CHROMIUM as string, args: [...QUIET, ...more] });
  afterAll(() => browser.close());
  return browser;
}
