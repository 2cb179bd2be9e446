import { beforeAll, expect, test } from "vitest";
import { freshDatabase } from "../../../test/desk-database.ts";
import type { ConversationId, MailboxId, MessageId, PersonId } from "../../kit/index.ts";
import { sql } from "../../platform/storage/index.ts";
import { addPerson } from "../account/index.ts";
import {
  addAttachment,
  addInbound,
  addMessage,
  bringTogether,
  changeConversation,
  draftFor,
  findConversation,
  findMessage,
  recount,
  removeUnsent,
  sendBack,
  setStatus,
  setTags,
  signpost,
  startConversation,
} from "../conversation/index.ts";
import { changeCustomer, customerWritingFrom } from "../customer/index.ts";
import { addMailbox, OFFICE_WEEK } from "../mailbox/index.ts";
import { refreshSearch, search } from "./index.ts";

const { db } = await freshDatabase();
const NOW = new Date("2026-11-22T15:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
let support: MailboxId;
let board: MailboxId;
let ida: PersonId;

beforeAll(async () => {
  const mailbox = (name: string, address: string) =>
    addMailbox(db, { name, address, hours: OFFICE_WEEK, way_in: "smtp", way_out: "sink", created_at: NOW } as never);
  support = await mailbox("Lantern support", "support@lantern.example");
  board = await mailbox("Board", "board@lantern.example");
  const person = {
    email: "ida@lantern.example",
    name: "Ida",
    role: "agent",
    passwordHash: null,
    timeZone: "UTC",
  } as const;
  ida = (await addPerson(db, person, NOW))?.id as PersonId;
});

interface Mail {
  readonly from?: string;
  readonly name?: string;
  readonly subject?: string;
  readonly text: string;
  readonly folded?: string;
  readonly at?: Date;
  readonly into?: ConversationId;
  readonly mailbox?: MailboxId;
  readonly kind?: "inbound" | "outbound" | "note";
  readonly attachment?: string;
  readonly automatic?: true;
}

async function mail(given: Mail): Promise<{ conversation: ConversationId; message: MessageId }> {
  const { from = "anna@home.example", name = "Anna Lindqvist", subject = "A question", at = NOW } = given;
  const customer = await customerWritingFrom(db, { address: from, name, isSample: false }, at);
  const start = {
    subject,
    customerId: customer,
    mailboxIds: [given.mailbox ?? support],
    status: "open",
    isSample: false,
    at,
  } as const;
  const conversation = given.into ?? (await startConversation(db, start));
  const message = (await addInbound(
    db,
    {
      conversation_id: conversation,
      kind: given.kind ?? "inbound",
      at,
      from_name: name,
      from_address: from,
      subject,
      reply_text: given.text,
      folded_text: given.folded ?? "",
      recipients: { to: [{ name: "Support", address: "support@lantern.example" }] },
      customer_id: given.kind ? null : customer,
      is_automatic: given.automatic === true,
    } as never,
    { text: given.text, hasAttachments: false, means: "only-shown" },
  )) as MessageId;
  if (given.attachment)
    await addAttachment(db, {
      message_id: message,
      draft_id: null,
      name: given.attachment,
      type: "application/pdf",
      size: 1,
      content_id: null,
      blob_hash: await aBlob(),
      created_at: at,
    });
  return { conversation, message };
}

async function aBlob(): Promise<Buffer> {
  const hash = Buffer.alloc(32, 7);
  await sql`INSERT INTO blob VALUES (${hash}, 1, '\\x00') ON CONFLICT DO NOTHING`.execute(db);
  return hash;
}

const refresh = async () => {
  while ((await refreshSearch(db)) === "more");
};
const look = async (
  typed: string,
  mailboxes: MailboxId[] = [support],
  more: { cursor?: string; limit?: number; zone?: string } = {},
) => {
  await refresh();
  return search(db, { person: ida, mailboxes }, typed, { limit: 25, now: NOW, zone: "UTC", ...more });
};
const found = async (typed: string, mailboxes?: MailboxId[]) =>
  (await look(typed, mailboxes)).hits.map((hit) => hit.conversation.id);

test("a mail is found by its words, whatever their accents and however they go on", async () => {
  const { conversation, message } = await mail({ text: "Meine Lämpchen flackern seit Dienstag." });
  expect(await found("lampchen")).toEqual([conversation]);
  expect(await found("FLACKER dienstag")).toEqual([conversation]);
  expect(await found("flackern mittwoch")).toEqual([]);
  const [hit] = (await look("flackern")).hits;
  expect(hit).toMatchObject({ messageId: message, excerpt: "Meine Lämpchen \u0002flackern\u0003 seit Dienstag." });
});

test("a phrase wants its words side by side, and a minus takes conversations out", async () => {
  const near = await mail({ text: "The zinc teapot leaks." });
  const far = await mail({ text: "The teapot is not of zinc." });
  expect(await found('"zinc teapot"')).toEqual([near.conversation]);
  expect(await found("teapot -leaks")).toEqual([far.conversation]);
});

test("scripts without spaces are found by any part of them", async () => {
  const { conversation } = await mail({ text: "ランプが一時間で消えてしまいます。" });
  expect(await found("時間で")).toEqual([conversation]);
  expect(await found("間時")).toEqual([]);
});

test("each conversation is shown once, by its newest message that matches", async () => {
  const first = await mail({ text: "The gazebo wobbles.", at: daysAgo(3) });
  const second = await mail({ text: "The gazebo still wobbles.", into: first.conversation, at: daysAgo(2) });
  await mail({ text: "Any news?", into: first.conversation, at: daysAgo(1) });
  const { hits } = await look("gazebo");
  expect(hits.map((hit) => hit.messageId)).toEqual([second.message]);
});

test("quoted history is found where it was written; of a first message also what it quotes", async () => {
  const first = await mail({ text: "See below.", folded: "> the walrus invoice", at: daysAgo(2) });
  await mail({
    text: "The yak is here.",
    into: first.conversation,
    folded: "> a pelican quoted later",
    at: daysAgo(1),
  });
  expect(await found("walrus")).toEqual([first.conversation]);
  expect(await found("pelican")).toEqual([]);
});

test("names, addresses, subjects, notes and attachments are found, and told apart by filters", async () => {
  const { conversation } = await mail({
    from: "otto@kiln.example",
    name: "Otto Brand",
    subject: "Kiln invoice",
    text: "Hello.",
    attachment: "Rechnung-881.pdf",
  });
  await mail({
    text: "Otto called about the brand new thing.",
    kind: "note",
    into: conversation,
    name: "Ida",
    from: "ida@lantern.example",
  });
  for (const typed of [
    "otto@kiln.example",
    "from:otto",
    "from:kiln",
    "subject:kiln",
    "rechnung-881",
    "kiln has:attachment",
    "called has:note",
    "to:support otto",
  ])
    expect([typed, await found(typed)]).toEqual([typed, [conversation]]);
  for (const typed of ["to:otto", "subject:hello", "hello has:note"])
    expect([typed, await found(typed)]).toEqual([typed, []]);
});

test("nobody finds what lies in a mailbox they may not see", async () => {
  const { conversation } = await mail({ text: "The salamander bonus is secret.", mailbox: board });
  expect(await found("salamander")).toEqual([]);
  expect(await found("salamander", [board])).toEqual([conversation]);
  expect(await found(`#${conversation}`)).toEqual([]);
  expect(await found("salamander mailbox:board", [support, board])).toEqual([conversation]);
  expect((await look("salamander mailbox:board")).remarks).toEqual(["No mailbox is called “board”."]);
});

test("the customer's own words come first: what the desk answered by itself is found only when asked for", async () => {
  const asked = await mail({ text: "Where is my hammock?", at: daysAgo(2) });
  const acknowledged = {
    text: "We write to you about your hammock by Monday.",
    kind: "outbound",
    automatic: true,
  } as const;
  const own = await mail({ ...acknowledged, into: asked.conversation, at: daysAgo(1) });
  await setTags(db, asked.conversation, ["garden"]);
  for (const typed of ["hammock", "tag:garden", "hammock is:open"])
    expect([typed, (await look(typed)).hits.map((hit) => hit.messageId)]).toEqual([typed, [asked.message]]);
  expect(await found("hammock monday")).toEqual([]);
  expect((await look("hammock is:automatic")).hits.map((hit) => hit.messageId)).toEqual([own.message]);
});

test("spam and trash are found only when asked for", async () => {
  const { conversation } = await mail({ text: "Cheap narwhal pills." });
  await setStatus(db, conversation, "spam");
  expect(await found("narwhal")).toEqual([]);
  expect(await found("narwhal is:spam")).toEqual([conversation]);
  expect(await found("narwhal is:open is:spam")).toEqual([conversation]);
  expect(await found("narwhal -is:open")).toEqual([]);
});

test("conversations are sifted by status, person, tag, day and what was read", async () => {
  const old = await mail({ text: "An ibex from long ago.", at: daysAgo(40) });
  const young = await mail({ text: "An ibex of today." });
  await changeConversation(db, young.conversation, { assignee_id: ida });
  await setTags(db, young.conversation, ["Very urgent"]);
  for (const typed of [
    "ibex after:7d",
    "ibex is:mine",
    'ibex tag:"very urgent"',
    "ibex -before:2026-11-01 -is:unassigned",
  ])
    expect([typed, await found(typed)]).toEqual([typed, [young.conversation]]);
  for (const typed of ["ibex before:30d", "ibex is:unassigned", "ibex -is:mine", "ibex is:open before:2026-11-01"])
    expect([typed, await found(typed)]).toEqual([typed, [old.conversation]]);
  expect(await found('tag:"very urgent"')).toEqual([young.conversation]);
  expect(await found("ibex is:unread")).toHaveLength(2);
});

test("a mail of the late evening belongs to the day it was for whoever asks", async () => {
  const { conversation } = await mail({ text: "A dugong at night.", at: new Date("2026-11-10T23:30:00Z") });
  const among = async (typed: string, zone: string) =>
    (await look(`dugong ${typed}`, [support], { zone })).hits.map((hit) => hit.conversation.id);
  expect(await among("after:2026-11-11", "Europe/Berlin")).toEqual([conversation]);
  expect(await among("before:2026-11-11", "Europe/Berlin")).toEqual([]);
  expect(await among("after:2026-11-11", "UTC")).toEqual([]);
  expect(await among("before:2026-11-11", "America/New_York")).toEqual([conversation]);
});

test("a number leads straight to the conversation, through merges", async () => {
  const one = await mail({ text: "The first of two mergansers." });
  const two = await mail({ text: "The second merganser." });
  await bringTogether(db, two.conversation, one.conversation);
  await signpost(db, two.conversation, one.conversation);
  expect((await look(`#${two.conversation}`)).hits[0]).toMatchObject({
    conversation: { id: one.conversation },
    messageId: null,
  });
  expect(await found("merganser")).toEqual([one.conversation]);

  await sendBack(db, one.conversation, two.conversation);
  await signpost(db, two.conversation, null);
  expect(await found("second merganser")).toEqual([two.conversation]);
});

test("what changes later is found anew: a message moved, a conversation renamed, a customer's name corrected", async () => {
  const { conversation } = await mail({ from: "q@home.example", name: "", text: "A cassowary." });
  await refresh();
  await changeConversation(db, conversation, { subject: "Flightless matters" });
  expect(await found("flightless")).toEqual([conversation]);
  const { customer_id } = (await findConversation(db, conversation)) ?? {};
  await changeCustomer(db, customer_id as never, { name: "Quentin" });
  expect(await found("from:quentin")).toEqual([conversation]);
});

test("a message that is taken back before or after it was read is gone", async () => {
  const { conversation, message } = await mail({ text: "An okapi, taken back.", kind: "outbound" });
  const draft = await draftFor(db, { conversationId: conversation, kind: "reply" }, ida, NOW);
  await removeUnsent(db, message, draft.id);
  await recount(db, conversation);
  expect(await findMessage(db, message)).toBeUndefined();
  expect(await found("okapi")).toEqual([]);
});

test("messages that commit out of order are all read, and two sweeps at once read each once", async () => {
  const texts = Array.from({ length: 60 }, (_, i) => `The capybara number ${i} is late.`);
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const { conversation } = await mail({ text: "It comes." });
  const begun = Promise.withResolvers<void>();
  const late = db.transaction().execute(async (tx) => {
    const template = { conversation_id: conversation, kind: "inbound", at: NOW } as const;
    await addMessage(tx, { ...template, reply_text: "The capybara that came last." } as never);
    begun.resolve();
    await held;
  });
  await begun.promise;
  await Promise.all(texts.map((text) => mail({ text })));
  await Promise.all([refresh(), refresh(), refresh()]);
  release();
  await late;
  expect(await found("capybara last")).toEqual([conversation]);
  expect((await look("capybara", [support], { limit: 100 })).hits).toHaveLength(61);
});

test("a huge mail of nothing but different words does not stop the others", async () => {
  const letters = Array.from({ length: 70_000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join(
    "",
  );
  await mail({ text: letters });
  await mail({ text: Array.from({ length: 40_000 }, (_, i) => `w${i}`).join(" ") });
  const { conversation } = await mail({ text: "A quokka behind them." });
  expect(await found("quokka")).toEqual([conversation]);
  expect(await found("w39")).toHaveLength(1);
});

test("the pages of a common word hold every conversation exactly once, in whichever way they are looked up", async () => {
  const conversations = new Set<ConversationId>();
  for (let i = 0; i < 90; i += 1) {
    const { conversation } = await mail({ text: `Something about axolotls, ${i}.`, at: daysAgo(20 + (i % 7)) });
    conversations.add(conversation);
    if (i % 3 === 0) await mail({ text: "More axolotls.", into: conversation, at: daysAgo(i % 20) });
  }
  const seen: ConversationId[] = [];
  let cursor: string | undefined;
  do {
    const page = await look("axolotls", [support], { limit: 20, ...(cursor === undefined ? {} : { cursor }) });
    expect(page.hits.length).toBeGreaterThan(0);
    seen.push(...page.hits.map((hit) => hit.conversation.id));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toHaveLength(conversations.size);
  expect(new Set(seen)).toEqual(conversations);
});

test("customers are found by name and address, typing mistakes forgiven", async () => {
  await mail({ from: "b.johnson@mill.example", name: "Bertram Johnson", text: "Hi." });
  const names = async (typed: string) => (await look(typed)).customers.map((customer) => customer.name);
  expect(await names("jonhson")).toContain("Bertram Johnson");
  expect(await names("b.johnson@mi")).toContain("Bertram Johnson");
  expect((await names("bertram johnson"))[0]).toBe("Bertram Johnson");
  expect(await names("refund of the parcel")).toEqual([]);
});

test("nothing typed finds nothing, and odd queries are answered", async () => {
  expect(await look("")).toEqual({ hits: [], customers: [], next: null, remarks: [] });
  for (const typed of [
    "-lamp",
    "'; DROP TABLE message; --",
    '"',
    "\u0000",
    "is:nothing",
    "((&|!",
    "before:7d",
    "#999999999999999",
  ])
    await look(typed, [support], { cursor: "nonsense" });
});
