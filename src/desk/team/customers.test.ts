import { expect, test } from "vitest";
import { filingDesk } from "../../../test/filing-desk.ts";
import type { CustomerId } from "../../kit/index.ts";
import { sql } from "../../platform/storage/index.ts";
import {
  conversationsOfCustomers,
  knownOfSender,
  listBlocked,
  startConversation,
} from "../../records/conversation/index.ts";
import {
  addressesOf,
  customerAt,
  customerWritingFrom,
  findCustomer,
  findOrganisation,
  livingCustomer,
} from "../../records/customer/index.ts";
import { addCustomerAddress } from "./add-customer-address.ts";
import { blockSender } from "./block-sender.ts";
import { changeCustomer } from "./change-customer.ts";
import { mergeCustomers } from "./merge-customers.ts";
import { unblockSender } from "./unblock-sender.ts";

const { desk, poked, person, mailbox: newMailbox } = await filingDesk();
const { db } = desk.database;
const ida = await person("Ida");
const mailbox = await newMailbox({ address: "support@desk.example" });

const customer = (address: string, name = "") =>
  customerWritingFrom(db, { address, name, isSample: false }, desk.now());
const conversation = (of: CustomerId) =>
  startConversation(db, {
    subject: "A lamp",
    customerId: of,
    mailboxIds: [mailbox],
    status: "open",
    isSample: false,
    at: desk.now(),
  });
const addresses = async (of: CustomerId) => (await addressesOf(db, [of])).map((row) => row.address);
const lastEvent = async () =>
  (await sql<{ kind: string; data: object }>`SELECT kind, data FROM event ORDER BY id DESC LIMIT 1`.execute(db))
    .rows[0];

test("what the team knows of a customer is kept, and only what was given changes", async () => {
  const id = await customer("anna@mill.example", "Anna");
  expect(
    await changeCustomer(desk, ida, id, { notes: "Calls on Fridays.", matters: "Her son's room." }),
  ).toBeUndefined();
  await changeCustomer(desk, ida, id, { name: " Anna Lindqvist " });
  expect(await findCustomer(db, id)).toMatchObject({
    name: "Anna Lindqvist",
    notes: "Calls on Fridays.",
    matters: "Her son's room.",
  });
  expect(await lastEvent()).toEqual({ kind: "customer.changed", data: { customerId: id, changed: ["name"] } });
});

test("an organisation is known by its name, and the next person from its domain belongs to it at once", async () => {
  const id = await customer("bo@kiln.example");
  await changeCustomer(desk, ida, id, { organisation: "Kiln & Daughters" });
  const colleague = await customer("cy@kiln.example");
  const { organisation_id } = (await findCustomer(db, colleague)) ?? {};
  expect(await findOrganisation(db, organisation_id as never)).toMatchObject({
    name: "Kiln & Daughters",
    domain: "kiln.example",
  });

  const elsewhere = await customer("di@gmail.com");
  await changeCustomer(desk, ida, elsewhere, { organisation: "kiln & daughters" });
  expect((await findCustomer(db, elsewhere))?.organisation_id).toBe(organisation_id);
  expect((await findCustomer(db, await customer("ed@gmail.com")))?.organisation_id).toBeNull();
  await changeCustomer(desk, ida, elsewhere, { organisation: null });
  expect((await findCustomer(db, elsewhere))?.organisation_id).toBeNull();
});

test("one person who wrote from two addresses becomes one customer with all they wrote", async () => {
  const [work, home] = [await customer("fay@work.example", "Fay"), await customer("fay@home.example")];
  await changeCustomer(desk, ida, home, { notes: "Prefers mornings." });
  const [one, two] = [await conversation(work), await conversation(home)];
  expect(await mergeCustomers(desk, ida, work, home)).toBeUndefined();

  expect(await addresses(work)).toEqual(expect.arrayContaining(["fay@work.example", "fay@home.example"]));
  const who = { person: ida.id, mailboxes: [mailbox] };
  const shown = (await conversationsOfCustomers(db, who, [work], 10)).map((row) => row.id);
  expect(new Set(shown)).toEqual(new Set([one, two]));
  expect(await customerAt(db, "FAY@home.example")).toBe(work);
  expect((await livingCustomer(db, home))?.id).toBe(work);
  expect(await findCustomer(db, work)).toMatchObject({ name: "Fay", notes: "Prefers mornings." });
  expect(poked).toContain("refresh-search");
});

test("what cannot be merged is refused with a way out", async () => {
  const [one, two] = [await customer("g@x.example"), await customer("h@x.example")];
  expect(await mergeCustomers(desk, ida, one, one)).toMatchObject({ refused: "same" });
  await mergeCustomers(desk, ida, one, two);
  expect(await mergeCustomers(desk, ida, one, two)).toMatchObject({ refused: "customer-not-found" });
  expect(await changeCustomer(desk, ida, two, { name: "Gone" })).toMatchObject({ refused: "customer-not-found" });
  const sample = await customerWritingFrom(db, { address: "s@sample.example", name: "", isSample: true }, desk.now());
  expect(await mergeCustomers(desk, ida, one, sample)).toMatchObject({ refused: "sample-mix" });
});

test("two merges of the same customers at once end as one", async () => {
  const [one, two] = [await customer("i@x.example"), await customer("j@x.example")];
  const done = await Promise.all([mergeCustomers(desk, ida, one, two), mergeCustomers(desk, ida, two, one)]);
  expect(done.filter((each) => each === undefined)).toHaveLength(1);
  expect((await addresses(one)).length + (await addresses(two)).length).toBe(2);
});

test("an address is added once, and one of somebody else is refused", async () => {
  const [one, two] = [await customer("k@x.example"), await customer("l@x.example")];
  expect(await addCustomerAddress(desk, ida, one, " K.Private@home.example ")).toBeUndefined();
  expect(await addCustomerAddress(desk, ida, one, "k.private@home.example")).toBeUndefined();
  expect(await customerAt(db, "k.private@home.example")).toBe(one);
  expect(await addCustomerAddress(desk, ida, two, "k.private@home.example")).toMatchObject({
    refused: "address-taken",
  });
  expect(await addCustomerAddress(desk, ida, two, "nonsense")).toMatchObject({ refused: "bad-address" });
  expect(await addCustomerAddress(desk, ida, 999_999 as CustomerId, "m@x.example")).toMatchObject({
    refused: "customer-not-found",
  });
});

test("an address or a domain is blocked and unblocked; half the world and our own mailbox are not", async () => {
  expect(await blockSender(desk, ida, " Offers@Shop.example ")).toBeUndefined();
  expect(await blockSender(desk, ida, "casino.example")).toBeUndefined();
  expect(await blockSender(desk, ida, "@casino.example")).toBeUndefined();
  expect((await listBlocked(db)).map((row) => row.pattern).sort()).toEqual(["@casino.example", "offers@shop.example"]);
  expect((await knownOfSender(db, "anybody@CASINO.example", "")).isBlocked).toBe(true);
  expect(await lastEvent()).toEqual({ kind: "sender.blocked", data: { pattern: "@casino.example" } });
  for (const [pattern, refused] of [
    ["gmail.com", "too-wide"],
    ["support@desk.example", "own-address"],
    ["not an address", "bad-pattern"],
    ["a@b@c", "bad-pattern"],
  ])
    expect([pattern, await blockSender(desk, ida, pattern as string)]).toMatchObject([pattern, { refused }]);

  expect(await unblockSender(desk, ida, "@casino.example")).toBeUndefined();
  expect((await knownOfSender(db, "anybody@casino.example", "")).isBlocked).toBe(false);
  expect(await unblockSender(desk, ida, "@casino.example")).toMatchObject({ refused: "pattern-not-found" });
});
