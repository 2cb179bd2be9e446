/** That mail which not everybody sees is always seen by somebody, whatever becomes of people. */
import { beforeEach, expect, test } from "vitest";
import { filingDesk } from "../../../test/filing-desk.ts";
import { isRefusal, type MailboxId, type PersonId } from "../../kit/index.ts";
import { type SignedIn, setPasswordHash } from "../../records/account/index.ts";
import { mailboxesSeenOnlyBy, setAliasesAndPeople } from "../../records/mailbox/index.ts";
import { changePerson, invitePerson } from "../team/index.ts";

const { desk, person, mailbox } = await filingDesk();
const { db } = desk.database;
const ada = await person("Ada", "admin");
const [ben, cleo] = [await person("Ben"), await person("Cleo")];
await setPasswordHash(db, ada.id, "some hash");
const board = await mailbox({ address: "board@shop.test", people: [ben] });
const open = await mailbox({ address: "help@shop.test" });

beforeEach(async () => {
  await sees(board, ben);
  await sees(open, ben);
  for (const { id } of [ben, cleo]) await changePerson(desk, ada, id, { disabled: false });
});

const sees = (id: MailboxId, ...people: readonly SignedIn[]) =>
  setAliasesAndPeople(
    db,
    id,
    [],
    people.map((each) => each.id),
  );
const refused = async (id: PersonId, change: Parameters<typeof changePerson>[3]) => {
  const result = await changePerson(desk, ada, id, change);
  return isRefusal(result) ? result.refused : "done";
};

test("who alone sees a mailbox keeps it and their access until somebody else sees it, and the desk says which mailbox", async () => {
  expect(await changePerson(desk, ada, ben.id, { disabled: true })).toMatchObject({
    refused: "nobody-sees-it",
    sentence: "Only Ben sees what comes into “Help”.",
    wayOut: expect.stringContaining("settings of the mailbox"),
  });
  expect(await refused(ben.id, { mailboxIds: [] })).toBe("nobody-sees-it");
  expect(await refused(ben.id, { mailboxIds: [board], disabled: true })).toBe("nobody-sees-it");
  expect(await refused(ben.id, { mailboxIds: [board], role: "lead" })).toBe("done");
  await sees(board, ben, cleo);
  expect(await refused(ben.id, { disabled: true })).toBe("done");
});

test("somebody without access sees nothing, so they do not count as the other one", async () => {
  await sees(board, ben, cleo);
  expect(await refused(cleo.id, { disabled: true })).toBe("done");
  expect(await refused(ben.id, { disabled: true })).toBe("nobody-sees-it");
  expect(await refused(cleo.id, { mailboxIds: [] })).toBe("done");
});

test("who is invited again to less takes nobody's mail away", async () => {
  const again = (mailboxIds: readonly MailboxId[]) =>
    invitePerson(desk, ada, { email: "ben@desk.test", name: "Ben", role: "agent", mailboxIds });
  expect(await again([])).toMatchObject({ refused: "nobody-sees-it" });
  expect(await again([board])).toHaveProperty("path");
});

test("two who see it together are not both let go in the same moment", async () => {
  for (let round = 0; round < 5; round += 1) {
    await sees(board, ben, cleo);
    for (const { id } of [ben, cleo]) await changePerson(desk, ada, id, { disabled: false });
    const both = await Promise.all([
      changePerson(desk, ada, ben.id, { disabled: true }),
      changePerson(desk, ada, cleo.id, { disabled: true }),
    ]);
    expect(both.filter((each) => isRefusal(each))).toHaveLength(1);
    expect([...(await mailboxesSeenOnlyBy(db, ben.id)), ...(await mailboxesSeenOnlyBy(db, cleo.id))]).not.toEqual([]);
  }
});
