import { beforeEach, describe, expect, test } from "vitest";
import { type FreshDesk, freshDesk } from "../../../test/fresh-desk.ts";
import { isRefusal } from "../../kit/index.ts";
import { sql } from "../../platform/storage/index.ts";
import { isAnybodyHere, whoHas } from "../../records/account/index.ts";
import { createFirstPerson } from "./create-first-person.ts";
import { newSetupCode } from "./new-setup-code.ts";

const browser = { userAgent: "Firefox", address: "192.0.2.1", sessionCookie: undefined, deviceCookie: undefined };
const ana = { name: "Ana", email: "ana@shop.example", password: "three old lighthouses", timeZone: "Europe/Berlin" };

let fresh: FreshDesk;
const fresher = freshDesk();
beforeEach(async () => {
  fresh = await fresher;
  await sql`TRUNCATE person, throttle CASCADE`.execute(fresh.desk.database.db);
});

describe("the first person", () => {
  test("is created with the code from the terminal, is an admin, and is signed in", async () => {
    const { desk } = fresh;
    const code = await newSetupCode(desk);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}$/);
    const entered = await createFirstPerson(desk, { ...ana, code }, browser);
    if (isRefusal(entered)) throw new Error(entered.sentence);
    expect(entered.profile).toMatchObject({ name: "Ana", role: "admin", timeZone: "Europe/Berlin" });
    expect((await whoHas(desk.database.db, entered.cookieValue, desk.now()))?.email).toBe("ana@shop.example");
  });

  test("is created however the code is typed, and not with another code", async () => {
    const { desk } = fresh;
    const code = await newSetupCode(desk);
    const other = code.replace(/^./, (letter) => (letter === "A" ? "B" : "A"));
    for (const wrong of [other, "", code.slice(1)])
      expect(await createFirstPerson(desk, { ...ana, code: wrong }, browser)).toMatchObject({ refused: "wrong-code" });
    expect(await isAnybodyHere(desk.database.db)).toBe(false);
    const typed = ` ${code.toLowerCase().replaceAll("-", " ")} `;
    expect(isRefusal(await createFirstPerson(desk, { ...ana, code: typed }, browser))).toBe(false);
  });

  test("is only one, however many try at once, and the code is gone afterwards", async () => {
    const { desk } = fresh;
    const code = await newSetupCode(desk);
    const all = await Promise.all(
      [1, 2, 3, 4].map((n) => createFirstPerson(desk, { ...ana, email: `ana${n}@shop.example`, code }, browser)),
    );
    expect(all.filter((each) => !isRefusal(each))).toHaveLength(1);
    expect(await createFirstPerson(desk, { ...ana, code }, browser)).toMatchObject({ refused: "already-set-up" });
    await sql`TRUNCATE person CASCADE`.execute(desk.database.db);
    expect(await createFirstPerson(desk, { ...ana, code }, browser)).toMatchObject({ refused: "wrong-code" });
  });

  test("is not found out by trying codes: the door closes, and opens again by itself", async () => {
    const { desk } = fresh;
    const code = await newSetupCode(desk);
    for (let tries = 0; tries < 15; tries += 1) await createFirstPerson(desk, { ...ana, code: "AAA-AAA-AAA" }, browser);
    expect(await createFirstPerson(desk, { ...ana, code }, browser)).toMatchObject({ refused: "too-many-tries" });
    fresh.wait(16 * 60_000);
    expect(isRefusal(await createFirstPerson(desk, { ...ana, code }, browser))).toBe(false);
  });

  test("needs the newest code: each start of the desk prints another", async () => {
    const { desk } = fresh;
    const earlier = await newSetupCode(desk);
    await newSetupCode(desk);
    expect(await createFirstPerson(desk, { ...ana, code: earlier }, browser)).toMatchObject({ refused: "wrong-code" });
  });

  test("needs a password worth the name and an address that mail reaches; the code stays good", async () => {
    const { desk } = fresh;
    const code = await newSetupCode(desk);
    expect(await createFirstPerson(desk, { ...ana, code, password: "short" }, browser)).toMatchObject({
      refused: "weak-password",
    });
    expect(await createFirstPerson(desk, { ...ana, code, email: "ana" }, browser)).toMatchObject({
      refused: "not-an-address",
    });
    expect(isRefusal(await createFirstPerson(desk, { ...ana, code }, browser))).toBe(false);
  });
});
