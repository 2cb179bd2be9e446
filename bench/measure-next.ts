/**
 * How long a person waits from pressing `j` until the next conversation is painted, in a real Chromium on the shipped build.
 * Bursts of keys are not measured: a person reads between two of them.
 */
import { chromium } from "playwright-core";
import { PERSON } from "./new-desk.ts";

/** Fewer than the rows of one page of the list. */
const KEYS = 40;
const PATIENCE_MS = 10_000;
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export interface NextConversation {
  readonly medianMs: number;
  readonly p95Ms: number;
}

/** @returns undefined where no Chromium is installed. */
export async function measureNext(
  url: string,
  exists: (path: string) => boolean,
): Promise<NextConversation | undefined> {
  const executablePath = PLACES.find(exists);
  if (executablePath === undefined) return undefined;
  const browser = await chromium.launch({
    executablePath,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url);
    await page.locator("input[type=email]").fill(PERSON.email);
    await page.locator("input[type=password]").fill(PERSON.password);
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Resolved" }).click(); // the replies measured before have emptied Open
    await page.waitForURL("**/desk/resolved");
    await page.getByRole("option").first().click();
    await page.locator("#conversation article").first().waitFor();
    const times = await page.evaluate(pressKeys, { keys: KEYS, patienceMs: PATIENCE_MS });
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
    return { medianMs: at(0.5), p95Ms: at(0.95) };
  } finally {
    await browser.close();
  }
}

/**
 * Runs in the page: presses `j`, and looks in every frame, just before it is painted, for an article that was not there before. The
 * next task runs when that frame has been painted.
 */
async function pressKeys({ keys, patienceMs }: { keys: number; patienceMs: number }): Promise<number[]> {
  // biome-ignore lint/suspicious/noExplicitAny: this function runs in the browser, whose types this file does not know.
  const { document, location, KeyboardEvent, requestAnimationFrame } = globalThis as any;
  const times: number[] = [];
  for (let pressed = 0; pressed < keys; pressed += 1) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const before = location.pathname;
    const begun = performance.now();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "j", bubbles: true, cancelable: true }));
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (performance.now() - begun > patienceMs)
          return reject(new Error(`Nothing new was shown after key ${pressed + 1}, at ${location.pathname}.`));
        const article = document.querySelector("#conversation article");
        if (location.pathname === before || !article || article.dataset.measured) return requestAnimationFrame(look);
        article.dataset.measured = "yes";
        return setTimeout(resolve, 0);
      };
      requestAnimationFrame(look);
    });
    times.push(performance.now() - begun);
  }
  return times;
}
