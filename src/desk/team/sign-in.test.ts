import { argon2Sync, randomBytes } from "node:crypto";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type FreshDesk, freshDesk } from "../../../test/fresh-desk.ts";
import { isRefusal, type PersonId } from "../../kit/index.ts";
import { sql } from "../../platform/storage/index.ts";
import {
  addPerson,
  type Entered,
  findPerson,
  hashPassword,
  setDisabledAt,
  setPasswordHash,
  type Visitor,
  whoHas,
} from "../../records/account/index.ts";
import { makeResetLink } from "./make-reset-link.ts";
import { resetPassword } from "./reset-password.ts";
import { signIn } from "./sign-in.ts";

const PASSWORD = "three old lighthouses";
const right = { email: "ana@shop.example", password: PASSWORD };
const wrong = { ...right, password: "four new lighthouses" };
const somewhere: Visitor = {
  userAgent: "Firefox",
  address: "192.0.2.1",
  sessionCookie: undefined,
  deviceCookie: undefined,
};
const stranger: Visitor = { ...somewhere, userAgent: "curl", address: "198.51.100.9" };

let fresh: FreshDesk;
let ana: PersonId;
beforeAll(async () => {
  fresh = await freshDesk();
  const { desk } = fresh;
  const person = await addPerson(
    desk.database.db,
    {
      email: "ana@shop.example",
      name: "Ana",
      role: "lead",
      passwordHash: await hashPassword(PASSWORD, desk.random),
      timeZone: "UTC",
    },
    desk.now(),
  );
  ana = person?.id as PersonId;
});
beforeEach(async () => {
  await sql`TRUNCATE throttle, session`.execute(fresh.desk.database.db);
});

async function enter(given: { email: string; password: string }, visitor: Visitor): Promise<Entered> {
  const entered = await signIn(fresh.desk, given, visitor);
  if (isRefusal(entered)) throw new Error(entered.sentence);
  return entered;
}

describe("signing in", () => {
  test("works with the address in capitals, and is written into the log without any secret", async () => {
    const entered = await enter({ email: " ANA@Shop.Example ", password: PASSWORD }, somewhere);
    expect(entered.profile).toMatchObject({ id: ana, role: "lead" });
    const log = await fresh.desk.database.db
      .selectFrom("event")
      .selectAll()
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    expect(log).toMatchObject({ kind: "person.signed-in", person_id: ana, data: {} });
  });

  test("gives a new session each time and ends the one the browser carried, so that a planted cookie is worth nothing", async () => {
    const { desk } = fresh;
    const first = await enter(right, somewhere);
    const second = await enter(right, { ...somewhere, sessionCookie: first.cookieValue });
    expect(second.cookieValue).not.toBe(first.cookieValue);
    expect(await whoHas(desk.database.db, first.cookieValue, desk.now())).toBeUndefined();
    expect(await whoHas(desk.database.db, second.cookieValue, desk.now())).toBeDefined();
  });

  test("tells somebody unknown, shut out or only invited the same as a wrong password", async () => {
    const { desk } = fresh;
    const { db } = desk.database;
    const made = { role: "agent", timeZone: "UTC" } as const;
    await addPerson(db, { ...made, email: "ivy@shop.example", name: "Ivy", passwordHash: null }, desk.now());
    const dan = await addPerson(
      db,
      { ...made, email: "dan@shop.example", name: "Dan", passwordHash: await hashPassword(PASSWORD, desk.random) },
      desk.now(),
    );
    await setDisabledAt(db, dan?.id as PersonId, desk.now());
    const answers = [];
    for (const email of [
      "ana@shop.example",
      "nobody@shop.example",
      "ivy@shop.example",
      "dan@shop.example",
      "not\u0000 even an address",
    ])
      answers.push(
        await signIn(desk, { email, password: email.startsWith("dan") ? PASSWORD : "four new lighthouses" }, stranger),
      );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ refused: "wrong-password" });
  });

  test("slows somebody unknown exactly as somebody known", async () => {
    const answers = async (email: string) => {
      await sql`TRUNCATE throttle`.execute(fresh.desk.database.db);
      const codes: string[] = [];
      for (let tries = 0; tries < 8; tries += 1) {
        const answer = await signIn(fresh.desk, { email, password: "four new lighthouses" }, stranger);
        codes.push(isRefusal(answer) ? `${answer.refused}: ${answer.sentence}` : "in");
      }
      return codes;
    };
    const known = await answers("ana@shop.example");
    expect(await answers("nobody@shop.example")).toEqual(known);
    expect(known.slice(0, 5).every((answer) => answer.startsWith("wrong-password"))).toBe(true);
    expect(known[5]).toMatch(/^too-many-tries: .*1 second/);
  });

  test("is possible from a known device whatever strangers do at whatever times, and from nowhere without the password", async () => {
    const { deviceCookie } = await enter(right, somewhere);
    const steps = fc.array(fc.record({ gapSeconds: fc.nat(2_000), from: fc.nat(255) }), {
      minLength: 6,
      maxLength: 14,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (attack) => {
        await sql`TRUNCATE throttle`.execute(fresh.desk.database.db);
        for (const { gapSeconds, from } of attack) {
          fresh.wait(gapSeconds * 1000);
          expect(isRefusal(await signIn(fresh.desk, wrong, { ...stranger, address: `198.51.100.${from}` }))).toBe(true);
        }
        expect(isRefusal(await signIn(fresh.desk, right, { ...somewhere, deviceCookie }))).toBe(false);
      }),
      { numRuns: 4 },
    );
  });

  test("from a new device is possible again after at most a quarter of an hour without tries", async () => {
    for (let tries = 0; tries < 6; tries += 1) await signIn(fresh.desk, wrong, stranger);
    expect(await signIn(fresh.desk, right, somewhere)).toMatchObject({ refused: "too-many-tries" });
    fresh.wait(15 * 60_000);
    expect(isRefusal(await signIn(fresh.desk, right, somewhere))).toBe(false);
  });

  test("is possible at once with a link for a new password, while strangers go on guessing", async () => {
    const { desk } = fresh;
    for (let tries = 0; tries < 8; tries += 1) await signIn(desk, wrong, stranger);
    const link = await makeResetLink(desk, "ana@shop.example");
    if (isRefusal(link)) throw new Error(link.sentence);
    const token = link.path.split("token=")[1] ?? "";
    const done = await resetPassword(desk, { token, password: PASSWORD }, somewhere);
    if (isRefusal(done)) throw new Error(done.sentence);
    for (let tries = 0; tries < 8; tries += 1) await signIn(desk, wrong, stranger);
    expect(await signIn(desk, right, somewhere)).toMatchObject({ refused: "too-many-tries" });
    expect(isRefusal(await signIn(desk, right, { ...somewhere, deviceCookie: done.deviceCookie }))).toBe(false);
  });

  test("from a known device that guesses too often is slowed like from anywhere", async () => {
    const { deviceCookie } = await enter(right, somewhere);
    const codes = new Set<string>();
    for (let tries = 0; tries < 18; tries += 1) {
      const answer = await signIn(fresh.desk, wrong, { ...somewhere, deviceCookie });
      codes.add(isRefusal(answer) ? answer.refused : "in");
    }
    expect([...codes]).toEqual(["wrong-password", "too-many-tries"]);
  });

  test("is not eased by the device cookie of somebody else", async () => {
    const { desk } = fresh;
    const eve = await addPerson(
      desk.database.db,
      {
        email: "eve@shop.example",
        name: "Eve",
        role: "agent",
        passwordHash: await hashPassword(PASSWORD, desk.random),
        timeZone: "UTC",
      },
      desk.now(),
    );
    expect(eve).toBeDefined();
    const { deviceCookie } = await enter({ email: "eve@shop.example", password: PASSWORD }, stranger);
    for (let tries = 0; tries < 6; tries += 1) await signIn(desk, wrong, { ...stranger, deviceCookie });
    expect(await signIn(desk, wrong, { ...stranger, deviceCookie })).toMatchObject({ refused: "too-many-tries" });
  });

  test("hashes a password again that was hashed with less work than today's", async () => {
    const { desk } = fresh;
    const nonce = randomBytes(16);
    const old = argon2Sync("argon2id", {
      message: PASSWORD,
      nonce,
      parallelism: 1,
      tagLength: 32,
      memory: 8192,
      passes: 1,
    });
    const bare = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
    await setPasswordHash(desk.database.db, ana, `$argon2id$v=19$m=8192,t=1,p=1$${bare(nonce)}$${bare(old)}`);
    await enter(right, somewhere);
    expect((await findPerson(desk.database.db, ana))?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await enter(right, somewhere);
  });
});
