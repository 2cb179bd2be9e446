import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type FreshDesk, freshDesk } from "../../../test/fresh-desk.ts";
import { isRefusal, type PersonId } from "../../kit/index.ts";
import { sql } from "../../platform/storage/index.ts";
import { addPerson, findPerson, type Role, type SignedIn, whoHas } from "../../records/account/index.ts";
import { openSession } from "../../records/account/session.ts";
import { changePerson, type PersonChange } from "./change-person.ts";

let fresh: FreshDesk;
beforeAll(async () => {
  fresh = await freshDesk();
});
beforeEach(async () => {
  await sql`TRUNCATE person CASCADE`.execute(fresh.desk.database.db);
});

async function join(name: string, role: Role, passwordHash: string | null = "some hash"): Promise<SignedIn> {
  const { desk } = fresh;
  const { db } = desk.database;
  const person = await addPerson(
    db,
    { email: `${name}@shop.example`, name, role, passwordHash, timeZone: "UTC" },
    desk.now(),
  );
  const { sessionId } = await openSession(
    db,
    person?.id as PersonId,
    { userAgent: "", address: "" },
    desk.now(),
    desk.random,
  );
  return { id: person?.id as PersonId, name, email: `${name}@shop.example`, role, sessionId, timeZone: "UTC" };
}

const adminsWhoCanSignIn = async () =>
  (
    await fresh.desk.database.db
      .selectFrom("person")
      .select("id")
      .where("role", "=", "admin")
      .where("disabled_at", "is", null)
      .where("password_hash", "is not", null)
      .execute()
  ).length;

describe("what somebody may do", () => {
  test("is changed by an admin and by nobody else, whatever the session still says", async () => {
    const [ana, ben, cleo] = [await join("ana", "admin"), await join("ben", "lead"), await join("cleo", "agent")];
    expect(await changePerson(fresh.desk, ana, cleo.id, { role: "lead" })).toMatchObject({ role: "lead" });
    for (const by of [ben, cleo, { ...ben, role: "admin" as const }])
      expect(await changePerson(fresh.desk, by, by.id, { role: "admin" })).toMatchObject({ refused: "not-allowed" });
    expect(await changePerson(fresh.desk, ana, 9_999 as PersonId, { role: "lead" })).toMatchObject({
      refused: "person-not-found",
    });
  });

  test("ends with every session when access is taken away", async () => {
    const [ana, ben] = [await join("ana", "admin"), await join("ben", "agent")];
    const { desk } = fresh;
    const { cookieValue } = await openSession(
      desk.database.db,
      ben.id,
      { userAgent: "", address: "" },
      desk.now(),
      desk.random,
    );
    await changePerson(desk, ana, ben.id, { disabled: true });
    await changePerson(desk, ana, ben.id, { disabled: false });
    expect((await findPerson(desk.database.db, ben.id))?.disabled).toBe(false);
    expect(await whoHas(desk.database.db, cookieValue, desk.now())).toBeUndefined();
  });

  test("an admin who was invited and has not come yet does not count as the other admin", async () => {
    const ana = await join("ana", "admin");
    await join("ivy", "admin", null);
    expect(await changePerson(fresh.desk, ana, ana.id, { role: "agent" })).toMatchObject({ refused: "last-admin" });
    expect(await changePerson(fresh.desk, ana, ana.id, { disabled: true })).toMatchObject({ refused: "last-admin" });
  });

  test("leaves an admin whatever is changed by whomever, one after another or all at once", async () => {
    const change: fc.Arbitrary<PersonChange> = fc.record(
      { role: fc.constantFrom<Role>("agent", "lead", "admin"), disabled: fc.boolean() },
      { requiredKeys: [] },
    );
    const step = fc.record({ by: fc.nat(3), whom: fc.nat(3), change });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), async (rounds) => {
        await sql`TRUNCATE person CASCADE`.execute(fresh.desk.database.db);
        const people = [
          await join("ana", "admin"),
          await join("ben", "admin"),
          await join("cleo", "agent"),
          await join("dan", "lead"),
        ];
        for (const round of rounds) {
          const at = (index: number) => people[index] as SignedIn;
          await Promise.all(
            round.map(({ by, whom, change: what }) => changePerson(fresh.desk, at(by), at(whom).id, what)),
          );
          expect(await adminsWhoCanSignIn()).toBeGreaterThan(0);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("two admins who demote each other at the same moment do not both succeed", async () => {
    for (let round = 0; round < 10; round += 1) {
      await sql`TRUNCATE person CASCADE`.execute(fresh.desk.database.db);
      const [ana, ben] = [await join("ana", "admin"), await join("ben", "admin")];
      const both = await Promise.all([
        changePerson(fresh.desk, ana, ben.id, { role: "agent" }),
        changePerson(fresh.desk, ben, ana.id, { role: "agent" }),
      ]);
      expect(both.filter((each) => isRefusal(each))).toHaveLength(1);
    }
  });

  test("is written into the log with who did it", async () => {
    const [ana, ben] = [await join("ana", "admin"), await join("ben", "agent")];
    await changePerson(fresh.desk, ana, ben.id, { role: "lead", disabled: true });
    const lines = await fresh.desk.database.db
      .selectFrom("event")
      .selectAll()
      .where("person_id", "=", ana.id)
      .orderBy("id")
      .execute();
    expect(lines.map((line) => [line.kind, line.data])).toEqual([
      ["person.role-changed", { person: ben.id, from: "agent", to: "lead" }],
      ["person.disabled", { person: ben.id, sessionsEnded: 1 }],
    ]);
  });
});
