/** What people wait for all day: the list, a conversation, a search, a reply. One at a time, whole processes counted. */
import type { Loaded } from "./load-desk.ts";
import type { Cpu, Watched } from "./processes.ts";
import { type Browser, pause } from "./running-desk.ts";

export interface Measured {
  readonly what: string;
  /** Processor time of the desk and of the database for one unit, milliseconds. */
  readonly appMs: number;
  readonly databaseMs: number;
  /** What the caller waited, milliseconds. */
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly units: number;
}

/** Sweeps and autovacuum come to rest before something else is measured. */
const REST_MS = 1_500;

async function measure(
  what: string,
  units: number,
  watched: Watched,
  work: (unit: number) => Promise<unknown>,
  /** What still has to be done in the background before the unit counts as finished. */
  settled: () => Promise<unknown> = async () => {},
): Promise<Measured> {
  for (let unit = 0; unit < 20; unit += 1) await work(unit);
  await settled();
  await pause(REST_MS);
  const before = watched.cpu();
  const waited: number[] = [];
  for (let unit = 20; unit < 20 + units; unit += 1) {
    const begun = performance.now();
    await work(unit);
    waited.push(performance.now() - begun);
  }
  await settled();
  const spent = since(before, watched.cpu());
  waited.sort((a, b) => a - b);
  return {
    what,
    appMs: spent.appMs / units,
    databaseMs: spent.databaseMs / units,
    medianMs: waited[Math.floor(units / 2)] ?? 0,
    p99Ms: waited[Math.min(units - 1, Math.floor(units * 0.99))] ?? 0,
    units,
  };
}

export const since = (before: Cpu, after: Cpu): Cpu => ({
  appMs: after.appMs - before.appMs,
  databaseMs: after.databaseMs - before.databaseMs,
});

/** Stand in a quarter to a half of all loaded messages. */
const COMMON = ["please", "order", "lamp", "thank", "would"];

const query = (typed: string) => `/api/v1/search?q=${encodeURIComponent(typed)}`;
const nth = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

export async function measureRequests(
  browser: Browser,
  watched: Watched,
  loaded: Loaded,
  sent: { readonly count: () => number },
): Promise<Measured[]> {
  const rows: Measured[] = [];
  rows.push(
    await measure("list of 50", 200, watched, () => browser.get("/api/v1/conversations?view=resolved&limit=50")),
    await measure("open a conversation of 20 messages", 200, watched, (unit) =>
      browser.get(`/api/v1/conversations/${nth(loaded.longConversations, unit)}`),
    ),
    await measure("search a rare word", 200, watched, (unit) => browser.get(query(nth(loaded.rareWords, unit)))),
    await measure("search a common word", 200, watched, (unit) => browser.get(query(nth(COMMON, unit)))),
  );
  rows.push(await measureReplies(browser, watched, loaded, sent));
  return rows;
}

interface Whole {
  readonly conversation: { readonly id: number };
  readonly messages: readonly { readonly id: number }[];
  readonly replyTo: { readonly to: readonly unknown[]; readonly cc: readonly unknown[]; readonly subject: string };
}

export async function sendReply(browser: Browser, whole: Whole, html: string): Promise<{ message: { id: number } }> {
  return browser.send("POST", `/api/v1/conversations/${whole.conversation.id}/replies`, {
    html,
    to: whole.replyTo.to,
    cc: whole.replyTo.cc,
    subject: whole.replyTo.subject,
    seenMessageId: whole.messages.at(-1)?.id ?? null,
  });
}

const REPLY =
  "<p>Thank you for telling us.</p><p>I have asked the workshop and will write to you by Thursday noon, whatever they say. Until then please leave the lamp unplugged.</p>";

/** Counted until the mail has left, not only until it is written down. */
async function measureReplies(
  browser: Browser,
  watched: Watched,
  loaded: Loaded,
  sent: { readonly count: () => number },
): Promise<Measured> {
  const units = 100;
  const targets: Whole[] = [];
  for (let i = 0; i < units + 20; i += 1)
    targets.push(await browser.get<Whole>(`/api/v1/conversations/${nth(loaded.openConversations, i)}`));
  const already = sent.count();
  let written = 0;
  return measure(
    "post a reply, until it has left",
    units,
    watched,
    async (unit) => {
      const target = nth(targets, unit);
      const again = unit >= loaded.openConversations.length;
      await sendReply(
        browser,
        again ? await browser.get<Whole>(`/api/v1/conversations/${target.conversation.id}`) : target,
        REPLY,
      );
      written += 1;
    },
    async () => {
      while (sent.count() < already + written) await pause(20);
    },
  );
}
