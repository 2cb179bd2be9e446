import { expect, test } from "vitest";
import { filingDesk, letter } from "../../../test/filing-desk.ts";
import type { CustomerId, OrganisationId } from "../../kit/index.ts";
import { isRefusal } from "../../kit/index.ts";
import { startConversation } from "../../records/conversation/index.ts";
import { customerWritingFrom, findCustomer } from "../../records/customer/index.ts";
import { changeCustomer } from "./change-customer.ts";
import { changeOrganisation } from "./change-organisation.ts";
import { findOrganisation, findOrganisations } from "./find-organisations.ts";
import { mergeOrganisations } from "./merge-organisations.ts";

const { desk, person, mailbox: newMailbox, arrive } = await filingDesk();
const { db } = desk.database;
const ida = await person("Ida");
const olu = await person("Olu");
const mailbox = await newMailbox({ address: "support@desk.example" });
const closed = await newMailbox({ address: "board@desk.example", people: [olu] });

const customer = (address: string, name = "") =>
  customerWritingFrom(db, { address, name, isSample: false }, desk.now());
const conversation = (of: CustomerId, mailboxId = mailbox) =>
  startConversation(db, {
    subject: "A lamp",
    customerId: of,
    mailboxIds: [mailboxId],
    status: "open",
    isSample: false,
    at: desk.now(),
  });
const organisationOf = async (of: CustomerId) => (await findCustomer(db, of))?.organisation_id as OrganisationId;
async function member(address: string, organisation: string): Promise<OrganisationId> {
  const id = await customer(address);
  await changeCustomer(desk, ida, id, { organisation });
  return organisationOf(id);
}
const refusal = (result: unknown) => (isRefusal(result) ? result.refused : result);

test("an organisation keeps its name, its notes and its domain, and only what was given changes", async () => {
  const id = await member("ann@mill.example", "The Mill");
  expect(await changeOrganisation(desk, ida, id, { notes: "Invoices go to Ann." })).toBeUndefined();
  expect(await changeOrganisation(desk, ida, id, { name: " Mill & Sons " })).toBeUndefined();
  const found = await findOrganisation(desk, ida, id);
  expect(found?.organisation).toMatchObject({
    name: "Mill & Sons",
    notes: "Invoices go to Ann.",
    domain: "mill.example",
  });
});

test("who writes from its domain belongs to it from the moment the domain is said, and later by themselves", async () => {
  const [known, elsewhere] = [await customer("bo@kiln.example"), await customer("cy@oven.example")];
  const id = await member("dee@gmail.com", "Kiln");
  expect(await changeOrganisation(desk, ida, id, { domain: " @KILN.example " })).toBeUndefined();
  expect(await organisationOf(known)).toBe(id);
  expect(await organisationOf(elsewhere)).toBeNull();
  expect(await organisationOf(await customer("eve@kiln.example"))).toBe(id);
  await changeOrganisation(desk, ida, id, { domain: "" });
  expect(await organisationOf(await customer("flo@kiln.example"))).toBeNull();
  expect(await organisationOf(known)).toBe(id);
});

test.each([
  [{ name: " " }, "name-missing"],
  [{ domain: "not a domain" }, "bad-domain"],
  [{ domain: "gmail.com" }, "too-wide"],
  [{ domain: "taken.example" }, "domain-taken"],
  [{ name: "takers" }, "name-taken"],
])("a change to %j is refused as %s, and nothing changes", async (change, code) => {
  await member("gus@taken.example", "Takers");
  const id = await member("hal@asks.example", "Askers");
  expect(refusal(await changeOrganisation(desk, ida, id, { notes: "lost", ...change }))).toBe(code);
  expect((await findOrganisation(desk, ida, id))?.organisation).toMatchObject({
    name: "Askers",
    notes: "",
    domain: "asks.example",
  });
});

test("two that are the same become one, with the people and the notes of both", async () => {
  const [one, two] = [await member("ivy@gmail.com", "Loom"), await member("joe@loom.example", "Loom Ltd")];
  await changeOrganisation(desk, ida, one, { notes: "Pays late." });
  await changeOrganisation(desk, ida, two, { notes: "Closed on Mondays." });
  expect(await mergeOrganisations(desk, ida, one, two)).toBeUndefined();
  const merged = await findOrganisation(desk, ida, one);
  expect(merged?.organisation).toMatchObject({ notes: "Pays late.\n\nClosed on Mondays.", domain: "loom.example" });
  expect(merged?.people).toHaveLength(2);
  expect(await findOrganisation(desk, ida, two)).toBeUndefined();
  expect(refusal(await mergeOrganisations(desk, ida, one, one))).toBe("same");
});

test("where some of its people are hidden it is there only for whoever others of them wrote to, and shows only those", async () => {
  const id = await member("kai@vault.example", "Vault");
  const hidden = await customer("kai@vault.example");
  await conversation(hidden, closed);
  expect(await findOrganisation(desk, ida, id)).toBeUndefined();
  expect((await findOrganisations(desk, ida, "vault", 10)).map((each) => each.id)).toEqual([]);
  expect(refusal(await changeOrganisation(desk, ida, id, { notes: "seen" }))).toBe("organisation-not-found");
  const loom = (await findOrganisations(desk, ida, "loom", 10))[0]?.id as OrganisationId;
  expect(refusal(await mergeOrganisations(desk, ida, loom, id))).toBe("organisation-not-found");
  expect((await findOrganisations(desk, olu, "vault", 10)).map((each) => each.id)).toEqual([id]);
  expect((await findOrganisation(desk, olu, id))?.people.map((each) => each.id)).toEqual([hidden]);

  // Nobody gets to its notes by putting a customer of their own into it, or finds out by trying that it is there.
  const mine = await customer("max@gmail.com");
  expect(refusal(await changeCustomer(desk, ida, mine, { organisation: " VAULT " }))).toBe("organisation-not-free");
  expect(refusal(await changeOrganisation(desk, ida, loom, { name: "vault" }))).toBe("organisation-not-free");
  expect(refusal(await changeOrganisation(desk, ida, loom, { domain: "vault.example" }))).toBe("organisation-not-free");
  expect(await findOrganisation(desk, ida, id)).toBeUndefined();

  // Nor by writing to somebody there.
  const writtenTo = await customer("lou@vault.example");
  await conversation(writtenTo);
  expect(await organisationOf(writtenTo)).toBe(id);
  expect(await findOrganisation(desk, ida, id)).toBeUndefined();

  await arrive(letter({ from: "lou@vault.example", to: "support@desk.example" }));
  expect((await findOrganisation(desk, ida, id))?.people.map((each) => each.id)).toEqual([writtenTo]);
  expect((await findOrganisation(desk, olu, id))?.people.map((each) => each.id)).toEqual([hidden, writtenTo]);
});
