/**
 * Every route, really called by everybody: nobody, an agent who is not in the mailbox, an agent, a lead and an admin who are.
 * The table is kept in test/golden/who-may-what.txt; a change of it is a change of who may what, and has to be looked at.
 */
import { expect, test } from "vitest";
import type { Contract } from "../../src/entry/contract/index.ts";
import { contract } from "../../src/entry/contract/index.ts";
import { BYTE_ROUTES } from "../../src/entry/http/bytes.ts";
import { keepInboundMail } from "../../src/records/conversation/index.ts";
import { type Insider, restrictedDesk, restrictedFields, type Secret } from "./restricted-desk.ts";

const COLUMNS = ["nobody", "outsider", "agent", "lead", "admin"] as const;
type Column = (typeof COLUMNS)[number];

/** Everything in the restricted mailbox that the person of one column tries their hands on. */
interface Target extends Secret {
  readonly column: Column;
  readonly who: Insider | undefined;
  readonly other: number;
  readonly otherCustomer: number;
  readonly note: number;
  readonly reply: number;
  readonly fact: number;
  readonly promise: number;
  readonly correction: number;
  readonly snippet: number;
  readonly playbook: number;
  readonly draftAttachment: number;
  readonly quarantined: number;
  readonly dismissed: number;
  readonly spareSession: number;
  readonly person: number;
  readonly organisation: number;
  readonly otherOrganisation: number;
}

interface Asked {
  readonly id?: number | string;
  readonly more?: string;
  readonly body?: unknown;
}

const none = (): Asked => ({});
const of =
  (field: keyof Target, body?: unknown) =>
  (target: Target): Asked => ({
    id: target[field] as number,
    ...(body === undefined ? {} : { body }),
  });

const playbookOf = (id: string, title = id): string =>
  `---\nid: ${id}\ntitle: ${title}\nsummary: A parcel.\nsituations: [wrong-item]\n---\n`;

/** How each route is called so that whoever may, gets through. A route without a line here does not compile. */
const RECIPES: { readonly [K in keyof Contract]: (target: Target) => Asked } = {
  "GET /api/v1/setup": none,
  "POST /api/v1/setup/first-person": () => ({
    body: { code: "AAA-AAA-AAA", name: "Eve", email: "eve@desk.test", password: "long enough words", timeZone: "UTC" },
  }),
  "POST /api/v1/session": ({ column }) => ({ body: { email: `${column}@nowhere.test`, password: "wrong" } }),
  "GET /api/v1/session": none,
  "DELETE /api/v1/session": none,
  "GET /api/v1/sessions": none,
  "DELETE /api/v1/sessions/:id": of("spareSession"),
  "POST /api/v1/password/forgot": ({ column }) => ({ body: { email: `${column}@nowhere.test` } }),
  "POST /api/v1/password/reset": () => ({ body: { token: "x".repeat(43), password: "long enough words" } }),
  "POST /api/v1/invitations/accept": () => ({
    body: { token: "x".repeat(43), name: "Eve", password: "long enough words", timeZone: "UTC" },
  }),
  "PATCH /api/v1/me": () => ({ body: { timeZone: "UTC" } }),
  "POST /api/v1/me/password": ({ column }) => ({
    body: {
      current: column === "admin" ? "correct horse battery" : "a quiet reading room",
      password: "another quiet reading room",
    },
  }),
  "GET /api/v1/people": none,
  "POST /api/v1/people": ({ column }) => ({ body: { email: `${column}@new.test`, name: "New", role: "agent" } }),
  "PATCH /api/v1/people/:id": of("person", { role: "agent" }),
  "GET /api/v1/log": none,

  "GET /api/v1/counts": none,
  "GET /api/v1/conversations": none,
  "POST /api/v1/conversations": () => ({
    body: { mailboxId: restricted, to: [{ name: "", address: "x@y.example" }], subject: "Hello", html: "<p>Hello</p>" },
  }),
  "GET /api/v1/letter": none,
  "PUT /api/v1/letter": () => ({ body: { html: "<p>Hello</p>" } }),
  "DELETE /api/v1/letter": none,
  "GET /api/v1/conversations/:id": of("conversation"),
  "POST /api/v1/conversations/:id/replies": of("conversation", {
    html: "<p>Hello</p>",
    to: [{ name: "", address: "x@y.example" }],
    seenMessageId: null,
    anyway: true,
  }),
  "POST /api/v1/messages/:id/undo": of("reply"),
  "POST /api/v1/messages/:id/retry": of("message"),
  "POST /api/v1/conversations/:id/notes": of("conversation", { html: "<p>A note</p>" }),
  "PUT /api/v1/conversations/:id/draft": of("other", { kind: "note", html: "<p>Draft</p>" }),
  "DELETE /api/v1/conversations/:id/draft/:kind": ({ other }) => ({ id: other }),
  "DELETE /api/v1/attachments/:id": of("draftAttachment"),
  "POST /api/v1/conversations/:id/assign": of("conversation", { personId: null }),
  "POST /api/v1/conversations/:id/status": of("conversation", { status: "open" }),
  "POST /api/v1/conversations/:id/snooze": of("conversation", { until: null }),
  "POST /api/v1/conversations/:id/next-update": of("conversation", { at: null }),
  "POST /api/v1/conversations/:id/tags": of("conversation", { tags: ["seen"] }),
  "POST /api/v1/conversations/:id/subject": of("conversation", { subject: "Renamed" }),
  "POST /api/v1/conversations/:id/move": ({ conversation }) => ({ id: conversation, body: { mailboxId: restricted } }),
  "POST /api/v1/conversations/:id/merge": ({ conversation, other }) => ({ id: conversation, body: { otherId: other } }),
  "POST /api/v1/conversations/:id/unmerge": ({ conversation, other }) => ({
    id: conversation,
    body: { otherId: other },
  }),
  "POST /api/v1/conversations/:id/split": ({ conversation, note }) => ({
    id: conversation,
    body: { messageId: note, subject: "Split off" },
  }),
  "POST /api/v1/conversations/:id/seen": ({ conversation, message }) => ({
    id: conversation,
    body: { messageId: message },
  }),
  "POST /api/v1/conversations/:id/presence": of("conversation", { writing: false }),
  "POST /api/v1/conversations/:id/facts": of("conversation", { label: "Order", value: "1" }),
  "PATCH /api/v1/facts/:id": of("fact", { value: "2" }),
  "DELETE /api/v1/facts/:id": of("fact"),
  "POST /api/v1/messages/:id/corrections": of("message", { aspect: "feeling", said: { name: "worried" } }),
  "DELETE /api/v1/corrections/:id": of("correction"),
  "GET /api/v1/conversations/:id/log": of("conversation"),

  "GET /api/v1/promises": none,
  "GET /api/v1/promises/rate": none,
  "POST /api/v1/promises/:id/settle": of("promise", { outcome: "kept" }),
  "POST /api/v1/promises/:id/reopen": of("promise"),

  "POST /api/v1/coach/read": () => ({ body: { text: "Where is my lamp?" } }),
  "POST /api/v1/coach/review": () => ({ body: { thread: [], reply: "It is on its way." } }),

  "GET /api/v1/customers": none,
  "GET /api/v1/customers/:id": of("customer"),
  "PATCH /api/v1/customers/:id": of("customer", { matters: "Quiet" }),
  "POST /api/v1/customers/:id/addresses": ({ customer, column }) => ({
    id: customer,
    body: { address: `${column}@second.test` },
  }),
  "POST /api/v1/customers/:id/merge": ({ customer, otherCustomer }) => ({
    id: customer,
    body: { otherId: otherCustomer },
  }),
  "GET /api/v1/organisations": none,
  "GET /api/v1/organisations/:id": of("organisation"),
  "PATCH /api/v1/organisations/:id": of("organisation", { notes: "Quiet" }),
  "POST /api/v1/organisations/:id/merge": ({ organisation, otherOrganisation }) => ({
    id: organisation,
    body: { otherId: otherOrganisation },
  }),
  "GET /api/v1/playbooks": none,
  "GET /api/v1/playbooks/:id": of("playbook"),
  "GET /api/v1/playbooks/:id/versions/:version": of("playbook"),
  "POST /api/v1/playbooks/look": () => ({ body: { source: playbookOf("looked") } }),
  "POST /api/v1/playbooks": ({ column }) => ({ body: { source: playbookOf(`by-${column}`) } }),
  "PUT /api/v1/playbooks/:id": ({ playbook, column }) => ({
    id: playbook,
    body: { source: playbookOf(column, "Again"), version: 1 },
  }),
  "POST /api/v1/playbooks/:id/archive": of("playbook", { to: "archive" }),
  "POST /api/v1/playbooks/:id/take-back": of("playbook", { version: 1 }),
  "POST /api/v1/playbooks/:id/shipped": () => ({ id: 1, body: { choice: "ours" } }),
  "GET /api/v1/search": () => ({ more: "?q=xylophone" }),
  "GET /api/v1/blocked": none,
  "POST /api/v1/blocked": ({ column }) => ({ body: { pattern: `${column}@blocked.test` } }),
  "DELETE /api/v1/blocked/:pattern": ({ column }) => ({ id: `${column}@blocked.test` }),

  "GET /api/v1/mailboxes": none,
  "POST /api/v1/mailboxes": () => ({ body: { ...restrictedFields(insiders), address: "third@shop.test" } }),
  "PATCH /api/v1/mailboxes/:id": () => ({ id: restricted, body: restrictedFields(insiders) }),
  "DELETE /api/v1/mailboxes/:id": () => ({ id: 999_999 }),
  "POST /api/v1/mailboxes/probe": () => ({ body: { address: "x@shop.test", wayIn: "smtp", wayOut: "sink" } }),
  "POST /api/v1/mailboxes/:id/oauth": () => ({ id: restricted, body: { provider: "custom" } }),
  "POST /api/v1/samples": none,
  "DELETE /api/v1/samples": none,
  "GET /api/v1/status": none,
  "GET /api/v1/quarantine": none,
  "POST /api/v1/quarantine/:id/retry": of("quarantined"),
  "POST /api/v1/quarantine/:id/dismiss": of("dismissed"),
  "GET /api/v1/snippets": none,
  "POST /api/v1/snippets": () => ({ body: { name: "Hi", html: "<p>Hi</p>", mailboxId: restricted } }),
  "PATCH /api/v1/snippets/:id": of("snippet", { name: "Ho", html: "<p>Ho</p>" }),
  "DELETE /api/v1/snippets/:id": of("snippet"),
  "GET /api/v1/tags": none,
};

const BYTES: { readonly [K in keyof typeof BYTE_ROUTES]: (target: Target) => Asked } = {
  "POST /api/v1/conversations/:id/attachments": of("conversation"),
  "POST /api/v1/letter/attachments": none,
  "GET /api/v1/attachments/:id": of("attachment"),
  "GET /api/v1/messages/:id/source": of("message"),
  "GET /api/v1/messages/:id/page": of("message"),
  "GET /api/v1/quarantine/:id/source": of("quarantined"),
};
const OTHERS = [
  "GET /api/v1/live",
  "GET /api/v1/oauth/callback",
  "GET /api/v1/openapi.json",
  "GET /health",
  "GET /",
  "GET /api/v1/nothing",
];

/** What takes something away from those who come later is called last. */
const LAST = [
  "POST /api/v1/quarantine/:id/retry",
  "DELETE /api/v1/snippets/:id",
  "POST /api/v1/samples",
  "DELETE /api/v1/samples",
  "POST /api/v1/me/password",
  "DELETE /api/v1/session",
];

const desk = await restrictedDesk();
const restricted = desk.restrictedMailbox;
const insiders = [desk.agent.id, desk.lead.id, desk.admin.id];
const people: Readonly<Record<Column, Insider | undefined>> = {
  nobody: undefined,
  outsider: desk.outsider,
  agent: desk.agent,
  lead: desk.lead,
  admin: desk.admin,
};

async function prepare(column: Column): Promise<Target> {
  const who = people[column];
  const [secret, other] = [await desk.secretMail(column), await desk.secretMail(`${column}-other`)];
  const made = async (path: string, body: unknown) => {
    const answer = await desk.call("POST", path, body);
    expect(answer.status, `${path} ${JSON.stringify(answer.body)}`).toBe(200);
    return answer.body;
  };
  const place = `/api/v1/conversations/${secret.conversation}`;
  const note = await made(`${place}/notes`, { html: "<p>A note</p>" });
  const { message } = await made(`${place}/replies`, {
    html: "<p>Hello</p>",
    to: [{ name: "", address: "x@y.example" }],
    seenMessageId: null,
    anyway: true,
  });
  const promised = await made(`${place}/replies`, {
    html: "<p>I will call you on 24 March 2031.</p>",
    to: [{ name: "", address: "x@y.example" }],
    seenMessageId: null,
    anyway: true,
  });
  const { db } = desk.desk.database;
  const id = promised.message.id;
  // As if it had left: before that it has promised nothing.
  await db.updateTable("message").set({ delivery: "sent", delivered_at: new Date() }).where("id", "=", id).execute();
  const { promises } = (await desk.call("GET", place)).body;
  const fact = await made(`${place}/facts`, { label: "Order", value: "1" });
  const correction = await made(`/api/v1/messages/${secret.message}/corrections`, {
    aspect: "situation",
    said: { name: "how-to" },
  });
  const organisationOf = async (customer: number): Promise<number> =>
    (await desk.call("PATCH", `/api/v1/customers/${customer}`, { organisation: `${column} ${customer}` })).body
      .organisation.id;
  const snippet = await made("/api/v1/snippets", { name: column, html: "<p>x</p>", mailboxId: restricted });
  const playbook = await made("/api/v1/playbooks", { source: playbookOf(column) });
  const { person } = await made("/api/v1/people", { email: `${column}@spare.test`, name: "Spare", role: "agent" });
  const inside = column === "agent" || column === "lead" || column === "admin";
  const uploaded = await desk.upload(other.conversation, (inside && who?.cookie) || desk.cookie);
  const unread = (name: string) =>
    keepInboundMail(
      desk.desk.database.db,
      {
        raw: Buffer.from(`From: x@y.test\r\n\r\n${name}`),
        via: "smtp",
        mailboxId: null,
        mailFrom: "x@y.test",
        rcptTo: ["restricted@shop.test"],
        remoteAddress: "127.0.0.1",
        problem: "It was not read.",
      },
      new Date(),
    );
  if (who) await desk.signIn(who);
  const sessions = who ? (await desk.call("GET", "/api/v1/sessions", undefined, who.cookie)).body.items : [];
  return {
    ...secret,
    column,
    who,
    other: other.conversation,
    otherCustomer: other.customer,
    note: note.id,
    reply: message.id,
    fact: fact.id,
    promise: promises[0].id,
    correction: correction.id,
    snippet: snippet.id,
    playbook: playbook.id,
    draftAttachment: ((await uploaded.json()) as { items: { id: number }[] }).items[0]?.id as number,
    quarantined: await unread(column),
    dismissed: await unread(`${column} again`),
    spareSession: sessions.find((session: { current: boolean }) => !session.current)?.id ?? 999_999,
    person: person.id,
    organisation: await organisationOf(secret.customer),
    otherOrganisation: await organisationOf(other.customer),
  };
}

async function statusOf(key: string, { id, more = "", body }: Asked, target: Target): Promise<number> {
  const [method = "", path = ""] = key.split(" ");
  const url =
    path
      .replace(/:(?:id|pattern)/, encodeURIComponent(String(id)))
      .replace(":kind", "note")
      .replace(":version", "1") + more;
  const cookie = target.who?.cookie ?? "";
  if (key.endsWith("/attachments"))
    return (await desk.upload(key.includes("/letter/") ? "letter" : (id as number), cookie)).status;
  const cut = new AbortController();
  const response = await fetch(desk.url + url, {
    method,
    redirect: "manual",
    signal: cut.signal,
    headers: { origin: desk.url, cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const renewed = response.headers.getSetCookie().find((each) => /^heard_session=\S{20}/.test(each));
  if (renewed && target.who && key.endsWith("/me/password")) target.who.cookie = renewed.split(";")[0] as string;
  cut.abort();
  return response.status;
}

test("the table of every route and what each kind of person gets", { timeout: 90_000 }, async () => {
  const targets: Target[] = [];
  for (const column of COLUMNS) targets.push(await prepare(column));
  const who = (key: string): string =>
    (contract as Record<string, { who: string }>)[key]?.who ?? (BYTE_ROUTES as Record<string, string>)[key] ?? "-";
  const keys = [...Object.keys(contract), ...Object.keys(BYTE_ROUTES), ...OTHERS];
  const recipes: Readonly<Record<string, (target: Target) => Asked>> = { ...RECIPES, ...BYTES };
  const lines = new Map<string, string>();
  for (const key of [...keys.filter((each) => !LAST.includes(each)), ...LAST]) {
    const statuses: string[] = [];
    for (const target of targets) statuses.push(String(await statusOf(key, (recipes[key] ?? none)(target), target)));
    lines.set(
      key,
      [key.padEnd(48), who(key).padEnd(8), ...statuses.map((status) => status.padEnd(9))].join("").trimEnd(),
    );
  }
  const head = ["route".padEnd(48), "lowest".padEnd(8), ...COLUMNS.map((column) => column.padEnd(9))]
    .join("")
    .trimEnd();
  const table = `Who may what: the status that each kind of person really gets. Everything that is named by a number lies in a
restricted mailbox; the outsider is an agent who is not in it. 401: sign in. 403: your role may not. 404: not there for you.
Regenerate with: npx vitest run test/hostile/who-may-what.test.ts -u

${head}
${"-".repeat(head.length)}
${keys.map((key) => lines.get(key)).join("\n")}
`;
  await expect(table).toMatchFileSnapshot("../golden/who-may-what.txt");
  // Whatever the table says, this must hold of it.
  for (const key of keys) {
    const [nobody, outsider, agent, lead, admin] = (lines.get(key) ?? "").slice(56).split(/\s+/).map(Number);
    for (const status of [nobody, outsider, agent, lead, admin]) expect(status, key).toBeLessThan(500);
    const lowest = who(key);
    if (lowest === "anyone" || lowest === "-") continue;
    expect(nobody, key).toBe(401);
    if (lowest !== "agent") expect([outsider, agent], key).toEqual([403, 403]);
    if (lowest === "admin") expect(lead, key).toBe(403);
    expect(admin, key).not.toBe(403);
    if (/:id/.test(key) && !/people|sessions|playbooks|draft\/:kind/.test(key) && lowest === "agent")
      expect(outsider, key).toBe(404);
  }
});
