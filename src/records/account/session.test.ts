import { createHash } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { type FreshDesk, freshDesk } from "../../../test/fresh-desk.ts";
import type { PersonId } from "../../kit/index.ts";
import { addPerson, setDisabledAt } from "./person.ts";
import {
  closeAllSessions,
  closeSession,
  forgetOldSessions,
  IDLE_MS,
  LONGEST_MS,
  listSessions,
  openSession,
  renewSession,
  whoHas,
} from "./session.ts";

const browser = { userAgent: "Firefox", address: "192.0.2.1" };
const start = new Date("2026-11-23T09:00:00Z");
const HOUR = 3_600_000;

let fresh: FreshDesk;
let ana: PersonId;
let ben: PersonId;
beforeAll(async () => {
  fresh = await freshDesk();
  const { db } = fresh.desk.database;
  const one = { role: "agent", passwordHash: null, timeZone: "Europe/Berlin" } as const;
  ana = (await addPerson(db, { ...one, email: "Ana@shop.example", name: "Ana" }, start))?.id as PersonId;
  ben = (await addPerson(db, { ...one, email: "ben@shop.example", name: "Ben" }, start))?.id as PersonId;
});
const db = () => fresh.desk.database.db;
const open = (who: PersonId, at = start) => openSession(db(), who, browser, at, fresh.desk.random);

describe("a session", () => {
  test("says who it is, by the cookie's value alone", async () => {
    const { cookieValue, sessionId } = await open(ana);
    expect(await whoHas(db(), cookieValue, start)).toEqual({
      id: ana,
      name: "Ana",
      email: "Ana@shop.example",
      role: "agent",
      sessionId,
      timeZone: "Europe/Berlin",
    });
  });

  test("lives exactly as long as it is used within two weeks, and two months at most", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: Math.ceil((IDLE_MS * 1.2) / HOUR) }), { maxLength: 12 }),
        async (hours) => {
          const { cookieValue } = await open(ana);
          let now = start.getTime();
          let alive = true;
          for (const gap of hours) {
            now += gap * HOUR;
            alive &&= gap * HOUR < IDLE_MS && now < start.getTime() + LONGEST_MS;
            expect((await whoHas(db(), cookieValue, new Date(now))) !== undefined).toBe(alive);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test("is nobody's when its value was never given out", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String({ minLength: 44, maxLength: 44 })), async (value) => {
        expect(await whoHas(db(), value, start)).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  test("stands in the table as a hash only", async () => {
    const { cookieValue } = await open(ana);
    const rows = JSON.stringify(await db().selectFrom("session").selectAll().execute());
    expect(rows).not.toContain(cookieValue);
    const hash = createHash("sha256").update(cookieValue).digest();
    expect(await db().selectFrom("session").select("id").where("token_hash", "=", hash).execute()).toHaveLength(1);
  });

  test("ends at once for somebody who is shut out", async () => {
    const { cookieValue } = await open(ben);
    await setDisabledAt(db(), ben, start);
    expect(await whoHas(db(), cookieValue, start)).toBeUndefined();
    await setDisabledAt(db(), ben, null);
  });

  test("is ended by its owner only", async () => {
    const { cookieValue, sessionId } = await open(ana);
    expect(await closeSession(db(), ben, sessionId)).toBe(false);
    expect(await whoHas(db(), cookieValue, start)).toBeDefined();
    expect(await closeSession(db(), ana, sessionId)).toBe(true);
    expect(await whoHas(db(), cookieValue, start)).toBeUndefined();
  });

  test("goes on under a new value, and the old value is nothing", async () => {
    const before = await open(ana);
    const { cookieValue } = await renewSession(db(), before.sessionId, fresh.desk.random);
    expect(await whoHas(db(), before.cookieValue, start)).toBeUndefined();
    expect((await whoHas(db(), cookieValue, start))?.sessionId).toBe(before.sessionId);
  });

  test("is listed while it counts, and cleared away afterwards", async () => {
    await closeAllSessions(db(), ana);
    const kept = await open(ana, new Date(start.getTime() + 2 * HOUR));
    await open(ana, new Date(start.getTime() - IDLE_MS));
    expect(await listSessions(db(), ana, start)).toEqual([
      expect.objectContaining({ id: kept.sessionId, userAgent: "Firefox", address: "192.0.2.1" }),
    ]);
    await forgetOldSessions(db(), start);
    expect(await db().selectFrom("session").select("id").where("person_id", "=", ana).execute()).toEqual([
      { id: kept.sessionId },
    ]);
  });
});
