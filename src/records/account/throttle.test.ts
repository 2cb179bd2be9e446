import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "../../../test/desk-database.ts";
import type { Database } from "../../platform/storage/index.ts";
import { accountDoor, addressDoor, type Door, forgetOldTries, forgetTries, knock, takeTryBack } from "./throttle.ts";

const start = new Date("2026-11-23T09:00:00Z");
const later = (milliseconds: number) => new Date(start.getTime() + milliseconds);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let database: Database;
let doors = 0;
const door = (free = 5): Door => {
  doors += 1;
  return { key: `test:${doors}`, free, windowMs: 24 * HOUR };
};
beforeAll(async () => {
  database = await freshDatabase();
});

describe("a door", () => {
  test("lets a few tries in, then makes each further one wait twice as long, up to a quarter of an hour", async () => {
    const at = door(3);
    const waits: number[] = [];
    let now = start;
    for (let tries = 0; tries < 16; tries += 1) {
      expect((await knock(database.db, at, now)).letIn).toBe(true);
      const until = await closedUntilOf(at);
      if (until) waits.push((until.getTime() - now.getTime()) / 1000);
      now = until ?? now;
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900, 900]);
  });

  test("is not held shut by knocking at it: whoever comes when the wait is over is let in", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 20 * MINUTE }), { minLength: 1, maxLength: 30 }),
        async (gaps) => {
          const at = door();
          let now = start;
          let closedUntil: Date | null = null;
          for (const gap of gaps) {
            now = new Date(now.getTime() + gap);
            const { letIn, until } = await knock(database.db, at, now);
            expect(letIn).toBe(closedUntil === null || now >= closedUntil);
            if (letIn) {
              const probe: Date | null = await closedUntilOf(at);
              expect((probe?.getTime() ?? 0) - now.getTime()).toBeLessThanOrEqual(15 * MINUTE);
              closedUntil = probe;
            } else expect(until).toEqual(closedUntil);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test("lets no more in when many knock in the same moment", async () => {
    const at = door(5);
    const knocks = await Promise.all(Array.from({ length: 40 }, () => knock(database.db, at, start)));
    expect(knocks.filter((each) => each.letIn)).toHaveLength(5);
    expect(knocks.filter((each) => each.justClosed)).toHaveLength(1);
  });

  test("gives a guesser at most about a hundred tries a day", async () => {
    const at = door(5);
    let now = start;
    let tries = 0;
    while (now < later(24 * HOUR)) {
      const { letIn, until } = await knock(database.db, at, now);
      if (letIn) tries += 1;
      else now = until ?? now;
    }
    expect(tries).toBeLessThan(115);
  });

  test("is open again after a right try, and after its window", async () => {
    const at = door(2);
    await knock(database.db, at, start);
    await knock(database.db, at, start);
    expect((await knock(database.db, at, start)).letIn).toBe(false);
    await forgetTries(database.db, at);
    expect((await knock(database.db, at, start)).letIn).toBe(true);
    expect((await knock(database.db, at, later(25 * HOUR))).letIn).toBe(true);
  });

  test("shared by an office does not close for people who sign in rightly, and still counts the wrong tries among them", async () => {
    const at = door(3);
    for (let colleague = 0; colleague < 20; colleague += 1) {
      expect((await knock(database.db, at, start)).letIn).toBe(true);
      await takeTryBack(database.db, at);
    }
    await knock(database.db, at, start);
    await knock(database.db, at, start);
    await knock(database.db, at, start);
    expect((await knock(database.db, at, start)).letIn).toBe(false);
  });

  test("names neither the address that was typed nor the whole IPv6 address", () => {
    expect(accountDoor("Ana@Shop.example ").key).toBe(accountDoor("ana@shop.example").key);
    expect(accountDoor("ana@shop.example").key).not.toContain("ana");
    expect(addressDoor("sign-in", "2001:db8::1").key).toBe(addressDoor("sign-in", "2001:db8::2").key);
  });

  test("is forgotten after two days", async () => {
    await knock(database.db, door(), later(-72 * HOUR));
    expect(await forgetOldTries(database.db, start)).toBe(1);
  });
});

async function closedUntilOf(at: Door): Promise<Date | null> {
  const row = await database.db
    .selectFrom("throttle")
    .select("blocked_until")
    .where("key", "=", at.key)
    .executeTakeFirst();
  return row?.blocked_until ?? null;
}
