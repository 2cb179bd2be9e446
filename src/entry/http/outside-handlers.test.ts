import Fastify from "fastify";
import { expect, test } from "vitest";
import { filingDesk, letter } from "../../../test/filing-desk.ts";
import type { CustomerId } from "../../kit/index.ts";
import {
  changeCustomer,
  customerAt,
  customerWritingFrom,
  findCustomer,
  organisationNamed,
} from "../../records/customer/index.ts";
import { refreshSearch } from "../../records/search/index.ts";
import { outsideRoutes } from "../contract/people-outside.ts";
import type { Handlers } from "./mount.ts";
import { mount } from "./mount.ts";
import { outsideHandlers } from "./outside-handlers.ts";

const { desk, person, mailbox, arrive, conversation } = await filingDesk();
const { db } = desk.database;
const ida = await person("Ida");
await mailbox({ address: "support@desk.example" });
const mail = letter({
  from: "Anna Lindqvist <anna@home.example>",
  to: "support@desk.example",
  subject: "A lamp",
  body: "The shade is torn.",
});
const asked = await arrive(mail, { rcptTo: ["support@desk.example"] });
const conversationId = asked.conversation_id;
const { customer_id: customerId } = await conversation(asked);
await refreshSearch(db);
const app = Fastify();
// Only the routes under test are ever called.
mount(app, desk, outsideHandlers as Handlers, async () => ida);

/** Every answer has to be what the contract says. */
async function call(route: keyof typeof outsideRoutes, path: string, body?: object) {
  const [method] = route.split(" ") as ["GET"];
  const answer = await app.inject({ method, url: path, ...(body ? { payload: body } : {}) });
  const said = answer.json();
  if (answer.statusCode === 200) expect(outsideRoutes[route].out.parse(said)).toEqual(said);
  return { status: answer.statusCode, said };
}

test("a customer is found, shown with their conversations, and changed", async () => {
  const found = await call("GET /api/v1/customers", "/api/v1/customers?q=lindquist");
  expect(found.said.items).toMatchObject([{ id: customerId, conversationCount: 1, organisation: null }]);
  const shown = await call("GET /api/v1/customers/:id", `/api/v1/customers/${customerId}`);
  expect(shown.said.conversations.map((row: { id: number }) => row.id)).toEqual([conversationId]);
  const change = { matters: "Her reading corner.", organisation: "Home & Co" };
  const changed = await call("PATCH /api/v1/customers/:id", `/api/v1/customers/${customerId}`, change);
  expect(changed.said).toMatchObject({
    matters: "Her reading corner.",
    organisation: { name: "Home & Co", domain: "home.example" },
  });
});

test("another address and another customer are joined to the one they belong to", async () => {
  const path = `/api/v1/customers/${customerId}`;
  const added = await call("POST /api/v1/customers/:id/addresses", `${path}/addresses`, {
    address: "anna@work.example",
  });
  expect(added.said.addresses).toHaveLength(2);
  const from = { address: "a.l@third.example", name: "", isSample: false };
  const otherId = await customerWritingFrom(db, from, desk.now());
  const merged = await call("POST /api/v1/customers/:id/merge", `${path}/merge`, { otherId });
  expect(merged.said.addresses).toHaveLength(3);
  expect((await call("GET /api/v1/customers/:id", `/api/v1/customers/${otherId}`)).said.customer.id).toBe(customerId);
  expect((await call("POST /api/v1/customers/:id/merge", `${path}/merge`, { otherId: customerId })).status).toBe(409);
  expect((await call("GET /api/v1/customers/:id", "/api/v1/customers/999999")).status).toBe(404);
});

test("the organisation of somebody whom the team only wrote to is not shown to who may not know of it", async () => {
  await mailbox({ address: "board@desk.example", people: [await person("Olu")] });
  await arrive(letter({ from: "kai@vault.example", to: "board@desk.example" }), { rcptTo: ["board@desk.example"] });
  const kai = (await customerAt(db, "kai@vault.example")) as CustomerId;
  const vault = await organisationNamed(db, { name: "Vault", addresses: ["kai@vault.example"] }, desk.now());
  await changeCustomer(db, kai, { organisationId: vault });
  const lou = await customerWritingFrom(db, { address: "lou@vault.example", name: "", isSample: false }, desk.now());
  const shown = async () => (await call("GET /api/v1/customers/:id", `/api/v1/customers/${lou}`)).said.customer;
  expect(await findCustomer(db, lou)).toMatchObject({ organisation_id: vault });
  expect(await shown()).toMatchObject({ organisation: null });
  await arrive(letter({ from: "lou@vault.example", to: "support@desk.example" }), {
    rcptTo: ["support@desk.example"],
  });
  expect(await shown()).toMatchObject({ organisation: { name: "Vault" } });
});

test("search answers with conversations, excerpts and customers", async () => {
  const { said } = await call("GET /api/v1/search", "/api/v1/search?q=torn");
  expect(said.hits).toMatchObject([
    { conversation: { id: conversationId }, excerpt: "The shade is \u0002torn\u0003." },
  ]);
  const named = await call("GET /api/v1/search", "/api/v1/search?q=lindqvist&limit=5");
  expect(named.said.customers).toMatchObject([{ id: customerId, name: "Anna Lindqvist" }]);
  const odd = await call("GET /api/v1/search", `/api/v1/search?q=${encodeURIComponent("colour:red")}`);
  expect(odd.said.remarks).toHaveLength(1);
});

test("senders are blocked, listed and unblocked", async () => {
  expect((await call("POST /api/v1/blocked", "/api/v1/blocked", { pattern: "offers@shop.example" })).status).toBe(200);
  const { said } = await call("GET /api/v1/blocked", "/api/v1/blocked");
  expect(said.items).toMatchObject([{ pattern: "offers@shop.example" }]);
  const path = `/api/v1/blocked/${encodeURIComponent("offers@shop.example")}`;
  expect((await call("DELETE /api/v1/blocked/:pattern", path)).status).toBe(200);
  expect((await call("DELETE /api/v1/blocked/:pattern", path)).status).toBe(404);
  expect((await call("POST /api/v1/blocked", "/api/v1/blocked", { pattern: "gmail.com" })).status).toBe(409);
});
