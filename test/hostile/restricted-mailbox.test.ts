/** An agent who is not in a restricted mailbox: what lies in it can not be read, changed, found, guessed, or heard of. */
import { beforeAll, describe, expect, test } from "vitest";
import { listenTo } from "../live-ear.ts";
import { until } from "../running-desk.ts";
import { type RestrictedDesk, restrictedDesk, restrictedFields, SECRET, type Secret } from "./restricted-desk.ts";

let desk: RestrictedDesk;
let secret: Secret;
let second: Secret;
let own: number;

const listen = (cookie: string) => listenTo(desk.url, cookie);
const asOutsider = (method: string, path: string, body?: unknown) =>
  desk.call(method, path, body, desk.outsider.cookie);

beforeAll(async () => {
  desk = await restrictedDesk();
  secret = await desk.secretMail("sara");
  second = await desk.secretMail("sven");
  const mine = await asOutsider("POST", "/api/v1/conversations", {
    mailboxId: desk.openMailbox,
    to: [{ name: "Otto", address: "otto@open.test" }],
    subject: "An open matter",
    html: "<p>Hello Otto</p>",
  });
  own = mine.body.conversationId;
  const place = `/api/v1/conversations/${secret.conversation}`;
  await desk.call("POST", `${place}/tags`, { tags: ["quiet"] });
  await desk.call("POST", "/api/v1/snippets", {
    name: SECRET,
    html: `<p>${SECRET}</p>`,
    mailboxId: desk.restrictedMailbox,
  });
}, 60_000);

describe("an agent outside a restricted mailbox", () => {
  test("finds nothing of it in any list, count, search, name, snippet, person, or status", async () => {
    const views = [
      "mine",
      "unassigned",
      "open",
      "waiting",
      "promised",
      "snoozed",
      "mentions",
      "resolved",
      "spam",
      "trash",
    ];
    const places = [
      ...views.map((view) => `/api/v1/conversations?view=${view}`),
      ...views.map((view) => `/api/v1/conversations?view=${view}&mailboxId=${desk.restrictedMailbox}`),
      "/api/v1/conversations?view=open&tag=quiet",
      "/api/v1/counts",
      "/api/v1/customers",
      "/api/v1/customers?q=sara",
      `/api/v1/customers?q=secret.test`,
      "/api/v1/mailboxes",
      "/api/v1/people",
      "/api/v1/snippets",
      "/api/v1/status",
      "/api/v1/quarantine",
      "/api/v1/blocked",
      ...[
        SECRET,
        "sara",
        "from:sara@secret.test",
        "is:open",
        "has:attachment",
        "tag:quiet",
        `mailbox:restricted`,
        `#${secret.conversation}`,
        String(secret.conversation),
        "before:2099-01-01",
      ].map((q) => `/api/v1/search?q=${encodeURIComponent(q)}`),
    ];
    for (const place of places) {
      const { status, body } = await asOutsider("GET", place);
      expect(status, place).toBe(200);
      // What was asked for may be said back; nothing else may.
      const said = JSON.stringify({ ...body, remarks: [] });
      expect(said, place).not.toMatch(/xylophone|secret\.test|restricted|sara/i);
    }
    const counts = (await asOutsider("GET", "/api/v1/counts")).body;
    expect(counts.views).toMatchObject({ open: 0, unassigned: 0 });
    expect(counts.mailboxes.map((one: { id: number }) => one.id)).toEqual([desk.openMailbox]);
  });

  test("is answered the same about what is there and what never was, whatever number is guessed", async () => {
    const routes: readonly (readonly [string, (id: number) => string, unknown?])[] = [
      ["GET", (id) => `/api/v1/conversations/${id}`],
      ["GET", (id) => `/api/v1/conversations/${id}/log`],
      ["POST", (id) => `/api/v1/conversations/${id}/notes`, { html: "<p>x</p>" }],
      ["POST", (id) => `/api/v1/conversations/${id}/assign`, { personId: null }],
      ["POST", (id) => `/api/v1/conversations/${id}/presence`, { writing: true }],
      ["PUT", (id) => `/api/v1/conversations/${id}/draft`, { kind: "reply", html: "x" }],
      ["POST", (id) => `/api/v1/conversations/${own}/merge`.concat(id ? "" : ""), undefined],
      ["GET", (id) => `/api/v1/customers/${id === secret.conversation ? secret.customer : id}`],
      ["GET", (id) => `/api/v1/messages/${id === secret.conversation ? secret.message : id}/source`],
      ["GET", (id) => `/api/v1/messages/${id === secret.conversation ? secret.message : id}/page`],
      ["POST", (id) => `/api/v1/messages/${id === secret.conversation ? secret.message : id}/undo`],
      [
        "POST",
        (id) => `/api/v1/messages/${id === secret.conversation ? secret.message : id}/corrections`,
        { aspect: "feeling", said: { name: "sad" } },
      ],
      ["GET", (id) => `/api/v1/attachments/${id === secret.conversation ? secret.attachment : id}`],
    ];
    for (const [method, path, body] of routes.filter(([, path]) => !path(1).endsWith("/merge"))) {
      const there = await asOutsider(method, path(secret.conversation), body);
      const never = await asOutsider(method, path(987_654), body);
      expect(there.status, path(1)).toBe(404);
      expect(there, path(1)).toEqual(never);
    }
  });

  test("cannot pull it into a conversation of theirs: merge, split, move, facts, customers", async () => {
    const place = `/api/v1/conversations/${own}`;
    for (const otherId of [secret.conversation, 987_654])
      for (const how of ["merge", "unmerge"])
        expect((await asOutsider("POST", `${place}/${how}`, { otherId })).status, how).toBeGreaterThanOrEqual(404);
    expect((await asOutsider("POST", `${place}/split`, { messageId: secret.message, subject: "Mine" })).status).toBe(
      404,
    );
    expect((await asOutsider("POST", `${place}/move`, { mailboxId: desk.restrictedMailbox })).status).toBe(404);
    const facts = await Promise.all(
      [secret.message, 987_654].map((messageId) =>
        asOutsider("POST", `${place}/facts`, { label: "a", value: "b", messageId }),
      ),
    );
    expect(facts[0]).toEqual(facts[1]);
    expect(
      (await asOutsider("POST", `/api/v1/customers/${secret.customer}/merge`, { otherId: second.customer })).status,
    ).toBe(404);
    const after = (await desk.call("GET", `/api/v1/conversations/${secret.conversation}`)).body;
    expect(after.conversation.mailboxIds).toEqual([desk.restrictedMailbox]);
    expect(after.messages).toHaveLength(1);
  });

  test("reads no tag that only hidden conversations have, and no count of them", async () => {
    const tagsOf = async (cookie: string) => (await desk.call("GET", "/api/v1/tags", undefined, cookie)).body.items;
    expect(await tagsOf(desk.agent.cookie)).toContainEqual({ name: "quiet", count: 1 });
    expect(await tagsOf(desk.outsider.cookie)).toEqual([]);
    await asOutsider("POST", `/api/v1/conversations/${own}/tags`, { tags: ["Quiet"] });
    expect(await tagsOf(desk.outsider.cookie)).toEqual([{ name: "quiet", count: 1 }]);
    expect(await tagsOf(desk.agent.cookie)).toContainEqual({ name: "quiet", count: 2 });
  });

  test("is not told that an address belongs to somebody they may not know of", async () => {
    const otto = (await asOutsider("GET", "/api/v1/customers?q=otto")).body.items[0];
    const add = (address: string, cookie: string) =>
      desk.call("POST", `/api/v1/customers/${otto.id}/addresses`, { address }, cookie);
    const hidden = await add("sara@secret.test", desk.outsider.cookie);
    expect(hidden).toMatchObject({ status: 409, body: { refused: "address-not-free" } });
    expect(JSON.stringify(hidden.body)).not.toMatch(/customer|sara|belongs|merge/i);
    expect((await add("sara@secret.test", desk.agent.cookie)).body.refused).toBe("address-taken");
  });

  test("does not come to know who only took part in somebody else's hidden conversation", async () => {
    const { messages } = (await desk.call("GET", `/api/v1/conversations/${secret.conversation}`)).body;
    const { db } = desk.desk.database;
    const { mail_id } = await db
      .selectFrom("message")
      .select("mail_id")
      .where("id", "=", messages[0].id)
      .executeTakeFirstOrThrow();
    const raw = `From: Wilma <wilma@partner.test>\r\nTo: restricted@shop.test\r\nCc: sara@secret.test\r\nSubject: Re: ${SECRET}\r\nMessage-ID: <wilma@partner.test>\r\nIn-Reply-To: <${mail_id}>\r\n\r\nMe too\r\n`;
    await desk.deliver(raw, "wilma@partner.test", ["restricted@shop.test"]);
    const customersOf = async (cookie: string) =>
      (await desk.call("GET", "/api/v1/customers?q=wilma", undefined, cookie)).body.items;
    const [wilma] = await until(async () => {
      const items = await customersOf(desk.agent.cookie);
      return items.length > 0 && items;
    });
    expect(await customersOf(desk.outsider.cookie)).toEqual([]);
    expect((await asOutsider("GET", `/api/v1/customers/${wilma.id}`)).status).toBe(404);
    expect((await asOutsider("GET", "/api/v1/search?q=wilma")).body.customers).toEqual([]);
    for (const [method, path, body] of [
      ["PATCH", "", { notes: "x" }],
      ["POST", "/addresses", { address: "w@partner.test" }],
      ["POST", "/merge", { otherId: secret.customer }],
    ] as const)
      expect((await asOutsider(method, `/api/v1/customers/${wilma.id}${path}`, body)).status, path).toBe(404);
  });

  test("hears nothing of it on the live stream, and hears at once when they are let in", async () => {
    const outside = await listen(desk.outsider.cookie);
    const inside = await listen(desk.agent.cookie);
    const note = () =>
      desk.call(
        "POST",
        `/api/v1/conversations/${secret.conversation}/notes`,
        { html: "<p>psst</p>" },
        desk.lead.cookie,
      );
    await note();
    await until(async () => inside.heard().includes(`"conversationId":${secret.conversation}`));
    await desk.call("POST", `/api/v1/conversations/${own}/notes`, { html: "<p>open</p>" });
    await until(async () => outside.heard().includes(`"conversationId":${own}`));
    expect(outside.heard()).not.toContain(`"conversationId":${secret.conversation}`);
    const people = [desk.agent.id, desk.lead.id, desk.admin.id];
    await desk.call(
      "PATCH",
      `/api/v1/mailboxes/${desk.restrictedMailbox}`,
      restrictedFields([...people, desk.outsider.id]),
    );
    await note();
    await until(async () => outside.heard().includes(`"conversationId":${secret.conversation}`));
    // And taken out again: the next word is not for them any more.
    await desk.call("PATCH", `/api/v1/mailboxes/${desk.restrictedMailbox}`, restrictedFields(people));
    const before = inside.heard().length;
    const known = outside.heard().length;
    await note();
    await until(async () => inside.heard().slice(before).includes(`"conversationId":${secret.conversation}`));
    await desk.call("POST", `/api/v1/conversations/${own}/notes`, { html: "<p>open</p>" });
    await until(async () => outside.heard().slice(known).includes(`"conversationId":${own}`));
    expect(outside.heard().slice(known)).not.toContain(`"conversationId":${secret.conversation}`);
    outside.stop();
    inside.stop();
  });

  test("a lead outside reads in the log that something was done, and not to what", async () => {
    const { id } = (await desk.call("GET", "/api/v1/session", undefined, desk.lead.cookie)).body;
    const people = [desk.agent.id, desk.admin.id];
    await desk.call("PATCH", `/api/v1/mailboxes/${desk.restrictedMailbox}`, restrictedFields(people));
    const { items } = (await desk.call("GET", `/api/v1/log?limit=200&personId=${id}`, undefined, desk.lead.cookie))
      .body;
    const notes = items.filter((line: { kind: string }) => line.kind === "note.added");
    expect(notes.length).toBeGreaterThan(0);
    for (const line of notes) expect(line).toMatchObject({ conversationId: null, data: {} });
    await desk.call(
      "PATCH",
      `/api/v1/mailboxes/${desk.restrictedMailbox}`,
      restrictedFields([...people, desk.lead.id]),
    );
  });
});

describe("what somebody is still writing", () => {
  test("is nobody else's to read, to change, or to take things out of, not even an admin's", async () => {
    const place = `/api/v1/conversations/${secret.conversation}`;
    const draft = { kind: "reply", html: "<p>half a sentence</p>" };
    await desk.call("PUT", `${place}/draft`, draft, desk.agent.cookie);
    const uploaded = await desk.upload(secret.conversation, desk.agent.cookie, "half.txt");
    const [file] = ((await uploaded.json()) as { items: { id: number }[] }).items;
    const path = `/api/v1/attachments/${file?.id}`;
    for (const other of [desk.lead, desk.admin]) {
      const { body } = await desk.call("GET", place, undefined, other.cookie);
      expect(JSON.stringify(body)).not.toContain("half");
      expect((await desk.call("GET", path, undefined, other.cookie)).status).toBe(404);
      expect((await desk.call("DELETE", path, undefined, other.cookie)).status).toBe(404);
      await desk.call("DELETE", `${place}/draft/reply`, undefined, other.cookie);
      const found = await desk.call("GET", "/api/v1/search?q=half", undefined, other.cookie);
      expect(found.body.hits).toEqual([]);
    }
    const { drafts } = (await desk.call("GET", place, undefined, desk.agent.cookie)).body;
    expect(drafts).toMatchObject([{ html: draft.html, attachments: [{ name: "half.txt" }] }]);
    expect((await fetch(desk.url + path, { headers: { cookie: desk.agent.cookie } })).status).toBe(200);
  });
});

describe("whoever has been shut out", () => {
  test("hears nothing more and is let in nowhere, at once, while everybody else's stream stays open", async () => {
    const cookie = await desk.signIn(desk.agent);
    const [ending, staying] = [await listen(cookie), await listen(desk.lead.cookie)];
    const { items } = (await desk.call("GET", "/api/v1/sessions", undefined, cookie)).body;
    const here = items.find((session: { current: boolean }) => session.current);
    await desk.call("DELETE", `/api/v1/sessions/${here.id}`, undefined, desk.agent.cookie);
    await until(async () => ending.isOver());
    expect((await desk.call("GET", "/api/v1/counts", undefined, cookie)).status).toBe(401);
    expect(staying.isOver()).toBe(false);

    const again = await listen(desk.agent.cookie);
    await desk.call("PATCH", `/api/v1/people/${desk.agent.id}`, { disabled: true });
    await until(async () => again.isOver());
    expect((await desk.call("GET", "/api/v1/counts", undefined, desk.agent.cookie)).status).toBe(401);
    expect((await listen(desk.agent.cookie)).status).toBe(401);
    expect(staying.isOver()).toBe(false);
    staying.stop();
    await desk.call("PATCH", `/api/v1/people/${desk.agent.id}`, { disabled: false });
  });

  test("by signing out ends the stream of that browser and of no other", async () => {
    const [leaving, other] = [await desk.signIn(desk.lead), await desk.signIn(desk.lead)];
    const [ending, staying] = [await listen(leaving), await listen(other)];
    await desk.call("DELETE", "/api/v1/session", undefined, leaving);
    await until(async () => ending.isOver());
    expect(staying.isOver()).toBe(false);
    staying.stop();
  });
});
