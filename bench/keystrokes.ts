/**
 * `npm run bench:keystrokes`: types at the end of a reply of 3 kB in a real Chromium, on the shipped build, with the coach and
 * without it, and prints what each key costs. `--keys 300` says how many.
 */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createTransport } from "nodemailer";
import { type Browser as Chromium, chromium, type Page } from "playwright-core";
import { MAILBOX_ADDRESS, makeDesk, PERSON } from "./new-desk.ts";
import { type Browser, pause } from "./running-desk.ts";

const { values } = parseArgs({ options: { keys: { type: "string", default: "300" } } });
const KEYS = Number(values.keys);
/** A quick typist: about 190 words a minute. */
const BETWEEN_MS = 60;
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const LETTER = `Hello,

I ordered four floor lamps for a wedding on Friday, order LL-50412. Three are fine, the fourth came with a broken shade. I am
angry: I wrote on Monday already and nobody answered. When do I get another one, and who pays for sending this one back?

Kofi`;
const SENTENCES =
  "I understand that you are upset, but our policy does not allow a refund for the item. You should have checked the parcel when it arrived. We have escalated your request to the warehouse and will get back to you shortly. I've looked at the delivery of Friday and I can see that the driver left it at the gate. We apologise for any inconvenience. Please send a photo of the label, so that I can see which box it was. ";
const TYPED = " I will call you on Tuesday before noon and tell you what the depot says about the lamp.";
const DRAFT = SENTENCES.repeat(9).slice(0, 3_000);

interface Cost {
  /** Per key, on the thread of the page, in milliseconds. */
  readonly taskMs: number;
  readonly scriptMs: number;
  /** From handing a draft over until what is said of it is back. */
  readonly looks: readonly number[];
}

const executablePath = PLACES.find(existsSync);
if (executablePath === undefined) throw new Error("Chromium is not installed.");
const home = await mkdtemp(join(tmpdir(), "heard-keys-"));
const { desk, browser } = await makeDesk(home, 9);
const shown = await chromium.launch({ executablePath, args: ["--headless", "--no-sandbox", "--disable-gpu"] });
try {
  const transport = createTransport({ host: "127.0.0.1", port: desk.smtpPort, ignoreTLS: true });
  await transport.sendMail({
    from: "kofi@customers.example",
    to: MAILBOX_ADDRESS,
    subject: "The fourth lamp",
    text: LETTER,
  });
  transport.close();
  const id = await conversationOf(browser);
  const load = loadavg()[0]?.toFixed(1);
  const costs = [await measure(shown, id, false), await measure(shown, id, true)] as const;
  process.stdout.write(pageOf(...costs, load ?? "?"));
} finally {
  await shown.close();
  await desk.stop();
  await rm(home, { recursive: true, force: true });
}

async function conversationOf(from: Browser): Promise<number> {
  for (;;) {
    const { items } = await from.get<{ items: { id: number }[] }>("/api/v1/conversations?view=open");
    if (items[0]) return items[0].id;
    await pause(100);
  }
}

async function measure(on: Chromium, id: number, coach: boolean): Promise<Cost> {
  await browser.send("PATCH", "/api/v1/me", { preferences: { coach } });
  const context = await on.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(timeLooks);
  await page.goto(`${desk.url}/sign-in?next=/desk/open/${id}`);
  await page.locator("input[type=email]").fill(PERSON.email);
  await page.locator("input[type=password]").fill(PERSON.password);
  await page.keyboard.press("Enter");
  await page.locator("#conversation article").first().waitFor();
  await page.keyboard.press("r");
  const sheet = page.getByRole("textbox", { name: "Your answer" });
  await sheet.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(DRAFT);
  // Until everything that comes late is there: the coach, what it has learned, and its first word.
  await pause(8_000);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  const metrics = async (): Promise<ReadonlyMap<string, number>> =>
    new Map((await devtools.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]));
  await looksOf(page);
  const before = await metrics();
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.type(TYPED[key % TYPED.length] as string);
    await pause(BETWEEN_MS);
  }
  const after = await metrics();
  const perKey = (name: string): number => (((after.get(name) ?? 0) - (before.get(name) ?? 0)) * 1_000) / KEYS;
  const cost = { taskMs: perKey("TaskDuration"), scriptMs: perKey("ScriptDuration"), looks: await looksOf(page) };
  await context.close();
  return cost;
}

/** Runs in the page, before anything else: notes how long every look takes. */
function timeLooks(): void {
  // biome-ignore lint/suspicious/noExplicitAny: this function runs in the browser, whose types this file does not know.
  const here = globalThis as any;
  here.looks = [];
  here.Worker = class extends here.Worker {
    constructor(...all: unknown[]) {
      super(...all);
      let begun = 0;
      const post = this.postMessage.bind(this);
      this.postMessage = (words: { kind: string }) => {
        if (words.kind === "look") begun = performance.now();
        post(words);
      };
      this.addEventListener("message", ({ data }: { data: { kind: string } }) => {
        if (data.kind === "look") here.looks.push(performance.now() - begun);
      });
    }
  };
}

/** What was noted since the last time. */
function looksOf(page: Page): Promise<number[]> {
  return page.evaluate("looks.splice(0)");
}

function pageOf(without: Cost, beside: Cost, load: string): string {
  const looks = [...beside.looks].sort((a, b) => a - b);
  const at = (share: number): string =>
    (looks[Math.min(looks.length - 1, Math.floor(looks.length * share))] ?? Number.NaN).toFixed(1);
  const more = (of: "taskMs" | "scriptMs"): string => (beside[of] - without[of]).toFixed(1);
  return `| ms a key, ${DRAFT.length} characters, ${KEYS} keys, a load of ${load} before | without the coach | with it | the coach's share |
|---|---|---|---|
| script on the page's thread | ${without.scriptMs.toFixed(1)} | ${beside.scriptMs.toFixed(1)} | ${more("scriptMs")} |
| all work on the page's thread | ${without.taskMs.toFixed(1)} | ${beside.taskMs.toFixed(1)} | ${more("taskMs")} |
| the look in the worker, there and back: median, 95 %, 99 % | | ${at(0.5)}, ${at(0.95)}, ${at(0.99)} | |
`;
}
