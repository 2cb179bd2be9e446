/** A few rounds of `npm run torture`, so that every test run kills a desk in the middle of its work. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { embeddedDatabase } from "./database.ts";
import { checkBoundary, checkReplies } from "./ledger.ts";
import { torture } from "./rounds.ts";

test.runIf(process.platform === "linux")(
  "nothing is lost or doubled, whatever is killed while mail comes in and replies leave",
  { timeout: 120_000 },
  async () => {
    const home = mkdtempSync(join(tmpdir(), "heard-torture-"));
    chmodSync(home, 0o755);
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const blows = ["the desk", "database"] as const;
    const tally = await torture({ rounds: 2, seed: 4, database: embeddedDatabase(home), home, say, blows });
    expect(tally.violations, said.join("\n")).toEqual([]);
    expect(tally).toMatchObject({ rounds: 2, lost: 0, doubled: 0 });
    expect(tally.left).toBeGreaterThan(tally.replies);
    rmSync(home, { recursive: true, force: true });
  },
);

const left = {
  at: 0,
  messageId: "<one@shop.test>",
  hash: "a",
  words: "mark-r",
  isAutomatic: false,
  rcptTo: ["x@y.test"],
};
const kill = { kind: "the desk", at: 10, goneAt: 12, desks: ["whole"] } as const;

test("the ledger sees a mail that was sent in two wordings, and one that was sent twice for no reason", () => {
  const again = { ...left, at: 20 };
  expect(checkBoundary([left, again], [kill], () => true)).toMatchObject({ duplicates: [{ kill }], wrong: [] });
  expect(checkBoundary([left, again], [], () => true).wrong).toHaveLength(1);
  expect(checkBoundary([left, { ...again, hash: "b" }], [kill], () => true).wrong).toHaveLength(1);
});

test("the ledger sees a reply that never left, and one that left under two Message-IDs", () => {
  const reply = { mark: "mark-r", conversationId: 1, outcome: "accepted", messageId: 5, undone: "not asked" } as const;
  expect(checkReplies([reply], new Map(), []).lost).toHaveLength(1);
  const other = { ...left, messageId: "<two@shop.test>" };
  expect(checkReplies([reply], new Map(), [left, other]).doubled).toHaveLength(1);
});
