/**
 * The coach without the rest of Heard: the built module in bare Node processes and in Chromium, in three places of the world.
 * The same input must give the same bytes everywhere.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as source from "../../src/coach.ts";
import { CHROMIUM, CHROMIUM_MISSING, openChromium } from "../servers/chromium.ts";

const PLACES = [
  { locale: "en-US", env: "en_US.UTF-8", timeZone: "America/Los_Angeles" },
  { locale: "tr-TR", env: "tr_TR.UTF-8", timeZone: "Asia/Kolkata" },
  { locale: "ar-EG", env: "ar_EG.UTF-8", timeZone: "Pacific/Kiritimati" },
] as const;

/** Every example of every rule, on both sides, with and without what else may be known; and a few odd ones. */
const ASKED = [
  ...source.RULES.flatMap(({ examples }) =>
    [...examples.flags, ...examples.passes].map((example) => {
      const given: Partial<source.Rule["examples"]["flags"][0] & object> = typeof example === "string" ? {} : example;
      const { customer, name, reply = String(example), ...more } = given;
      const thread = customer === undefined ? [] : [{ from: "customer", text: customer }];
      return {
        thread,
        at: "2026-03-04T10:00:00+01:00",
        ...(name === undefined ? {} : { customer: { name } }),
        ...more,
        reply: reply.replace(/\[\[|\]\]/g, ""),
      };
    }),
  ),
  {
    thread: [
      { from: "customer", text: "İSTANBUL’dan sipariş: I was charged 1.192,50 € twice!!", at: "2026-10-25T00:30:00Z" },
      { from: "agent", text: "I'll call you tomorrow at 9." },
      {
        from: "customer",
        text: "Nobody called. どうなっていますか？ I’m furious 😡, last Sunday was too late.",
        at: "2026-10-26T08:00:00Z",
      },
    ],
    reply: "I'll refund 1,192.50 EUR by Friday noon. Does that sound right?",
    at: "2026-10-26T09:00:00+01:00",
    timeZone: "Europe/Berlin",
    seed: "1",
  },
];

/** Run wherever the module is loaded; stands alone, because it is handed over as text. */
function answerAll(coach: typeof source, asked: readonly Record<string, never>[]): string {
  return JSON.stringify(
    asked.map((one) => {
      const { thread, at, timeZone, seed = "s" } = one as unknown as source.ReviewInput & { seed?: string };
      const texts = thread.filter(({ from }) => from === "customer").map(({ text }) => text);
      return [
        coach.review(one as never),
        coach.suggest(one as never, seed),
        texts.map((text) => coach.read(text, { sentAt: at, timeZone, earlier: thread.slice(0, -1) })),
        texts.map((text) => coach.read(text, { sentAt: at, locale: "en-US" })),
      ];
    }),
  );
}

let folder = "";
let expected = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "heard-coach-"));
  // As if it had been installed, and nothing else of Heard with it.
  const installed = join(folder, "node_modules", "heard");
  mkdirSync(installed, { recursive: true });
  cpSync("package.json", join(installed, "package.json"));
  cpSync("dist/coach", join(installed, "dist", "coach"), { recursive: true });
  writeFileSync(join(folder, "asked.json"), JSON.stringify(ASKED));
  writeFileSync(
    join(folder, "answer.mjs"),
    `import { readFileSync } from "node:fs";
import * as coach from "heard/coach";
${answerAll}
process.stdout.write(answerAll(coach, JSON.parse(readFileSync("asked.json", "utf8"))));`,
  );
  expected = answerAll(source, JSON.parse(JSON.stringify(ASKED)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(PLACES)("in $timeZone, speaking $locale", ({ locale, env, timeZone }) => {
  test("a bare Node process gives the bytes of the source", () => {
    const { stdout, stderr } = spawnSync(process.execPath, ["answer.mjs"], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 256 * 1024 * 1024,
      env: { PATH: process.env["PATH"], TZ: timeZone, LANG: env, LC_ALL: env },
    });
    expect(stderr).toBe("");
    expect(stdout === expected).toBe(true);
  });

  test.skipIf(!CHROMIUM)(
    `Chromium gives the bytes of the source${CHROMIUM ? "" : ` (${CHROMIUM_MISSING})`}`,
    async () => {
      const browser = await openChromium();
      const context = await browser.newContext({ locale, timezoneId: timeZone });
      const page = await context.newPage();
      await page.goto(await servedAt(), { waitUntil: "domcontentloaded" });
      expect(await page.evaluate(() => [navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone])).toEqual(
        [locale, timeZone === "Asia/Kolkata" ? expect.stringMatching(/^Asia\/(?:Kolkata|Calcutta)$/) : timeZone],
      );
      const answered = await page.evaluate(
        `import("/coach.js").then((coach) => (${answerAll})(coach, ${JSON.stringify(ASKED)}))`,
      );
      expect(answered === expected).toBe(true);
      await context.close();
    },
  );
});

/** The built files and an empty page, as any web server would give them. */
async function servedAt(): Promise<string> {
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const isScript = extname(path) === ".js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? readFileSync(join("dist/coach", path.slice(1))) : "<!doctype html><title>Coach</title>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
