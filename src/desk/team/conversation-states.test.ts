/** What becomes of a conversation when people and customers do things with it, one after another. */
import { expect, test } from "vitest";
import { filingDesk, letter } from "../../../test/filing-desk.ts";
import { type ConversationId, isRefusal, type MessageId } from "../../kit/index.ts";
import {
  draftsOf,
  knownOfSender,
  listConversations,
  listFacts,
  listMessages,
  lockConversation,
  markPresent,
  markSeen,
  summariesOf,
  type ViewName,
  wakeSnoozed,
  whoIsHere,
} from "../../records/conversation/index.ts";
import { visibleMailboxIds } from "../../records/mailbox/index.ts";
import { attachToDraft } from "./attach-to-draft.ts";
import {
  addNote,
  assignConversation,
  changeStatus,
  correctFact,
  dropFact,
  keepDraftOf,
  keepFindable,
  mergeConversations,
  moveConversation,
  noteFact,
  setNextUpdate,
  snoozeConversation,
  splitConversation,
  startOutbound,
  tagConversation,
  unmergeConversations,
} from "./index.ts";

const desk = await filingDesk();
const ada = await desk.person("Ada");
const bo = await desk.person("Bo");
const help = await desk.mailbox({ address: "help@shop.test" });
const sales = await desk.mailbox({ address: "sales@shop.test" });
const board = await desk.mailbox({ address: "board@shop.test", people: [ada] });
const { db } = desk.desk.database;
const DAY = 24 * 60 * 60_000;
const later = (milliseconds: number) => new Date(desk.desk.now().getTime() + milliseconds);

const resolve = (id: ConversationId, reason = "Sent a new lamp") =>
  changeStatus(desk.desk, ada, id, { status: "resolved", reason, blockSender: false });
const toSpam = (id: ConversationId, status: "spam" | "open" = "spam") =>
  changeStatus(desk.desk, ada, id, { status, reason: "", blockSender: false });
async function isIn(view: ViewName, id: ConversationId, who = ada) {
  const rows = await listConversations(db, {
    person: who.id,
    mailboxes: await visibleMailboxIds(db, who.id),
    view,
    limit: 200,
    now: desk.desk.now(),
  });
  return rows.some((row) => row.id === id);
}
async function unread(id: ConversationId, who: typeof ada) {
  const [row] = await summariesOf(db, { person: who.id, mailboxes: await visibleMailboxIds(db, who.id) }, [id]);
  return row?.unread;
}

test("who reads a conversation while somebody changes it neither waits for the change nor stops it", async () => {
  const { conversation_id: id, id: message } = await desk.arrive(letter());
  const { db, inOneGo } = desk.desk.database;
  await inOneGo(async (tx) => {
    await lockConversation(tx, id);
    await markSeen(db, bo.id, id, message);
    await markSeen(tx, bo.id, id, message);
  });
});

test("a person closes only with a reason, and an answer of the customer reopens", async () => {
  const asked = await desk.arrive(letter());
  const id = asked.conversation_id;
  expect(await resolve(id, "  ")).toMatchObject({ refused: "needs-reason" });
  await resolve(id);
  expect(await desk.conversation(id)).toMatchObject({ status: "resolved", ending: "closed", waiting_since: null });
  const again = await desk.arrive(letter({ references: [asked.mail_id as string], body: "It broke again" }));
  expect(await desk.conversation(id)).toMatchObject({ status: "open", ending: null, waiting_since: again.at });
});

test("a bare thank-you neither reopens nor ends a snooze, but is shown as new", async () => {
  const asked = await desk.arrive(letter());
  const id = asked.conversation_id;
  const ours = await desk.answer(ada, id);
  await snoozeConversation(desk.desk, ada, id, later(3 * DAY));
  await desk.arrive(letter({ inReplyTo: ours.mail_id as string, body: "Thank you so much!" }));
  expect(await desk.conversation(id)).toMatchObject({ status: "waiting", snoozed_until: expect.any(Date) });
  expect(await unread(id, ada)).toBe(true);
  await desk.arrive(letter({ inReplyTo: ours.mail_id as string, body: "But it is broken again" }));
  expect(await desk.conversation(id)).toMatchObject({ status: "open", snoozed_until: null });
});

test("a snooze comes back at its time, and only what is open can be snoozed", async () => {
  const { conversation_id: id } = await desk.arrive(letter());
  expect(await snoozeConversation(desk.desk, ada, id, later(-1))).toMatchObject({ refused: "in-the-past" });
  await desk.answer(ada, id);
  await snoozeConversation(desk.desk, ada, id, later(DAY));
  expect([await isIn("waiting", id), await isIn("snoozed", id)]).toEqual([false, true]);
  desk.wait(DAY);
  expect(await wakeSnoozed(db, desk.desk.now())).toContain(id);
  expect([await isIn("open", id), await isIn("snoozed", id)]).toEqual([true, false]);
  await resolve(id);
  expect(await snoozeConversation(desk.desk, ada, id, later(DAY))).toMatchObject({ refused: "not-open" });
});

test("waiting since means since the first message that nobody has answered", async () => {
  const first = await desk.arrive(letter());
  const id = first.conversation_id;
  desk.wait(DAY);
  await desk.arrive(letter({ references: [first.mail_id as string], body: "Hello?" }));
  expect((await desk.conversation(id)).waiting_since).toEqual(first.at);
  await desk.answer(ada, id);
  expect((await desk.conversation(id)).waiting_since).toBeNull();
  const third = await desk.arrive(letter({ references: [first.mail_id as string], body: "And now?" }));
  expect((await desk.conversation(id)).waiting_since).toEqual(third.at);
});

test("read is read by each person for themselves", async () => {
  const asked = await desk.arrive(letter());
  const id = asked.conversation_id;
  await markSeen(db, ada.id, id, asked.id);
  expect([await unread(id, ada), await unread(id, bo)]).toEqual([false, true]);
  await addNote(desk.desk, bo, id, { html: "<p>Look</p>", mentions: [ada.id] });
  expect([await unread(id, ada), await unread(id, bo)]).toEqual([true, false]);
});

test("a note is for colleagues: those it names find it, and the customer's words stay in the list", async () => {
  const asked = await desk.arrive(letter());
  const id = asked.conversation_id;
  await addNote(desk.desk, ada, id, { html: "<p>@Bo please</p>", mentions: [bo.id] });
  expect([await isIn("mentions", id, bo), await isIn("mentions", id, ada)]).toEqual([true, false]);
  expect(await desk.conversation(id)).toMatchObject({ preview: "Hello, my lamp has a crack.", message_count: 1 });
  expect(await addNote(desk.desk, ada, id, { html: "<p> </p>", mentions: [] })).toMatchObject({ refused: "empty" });
});

test("what was promised is in its own view, soonest first", async () => {
  const { conversation_id: id } = await desk.arrive(letter());
  await setNextUpdate(desk.desk, ada, id, later(DAY));
  expect(await isIn("promised", id)).toBe(true);
  await setNextUpdate(desk.desk, ada, id, null);
  expect(await isIn("promised", id)).toBe(false);
});

test("spam teaches the filter and blocks the sender; good mail that was answered teaches the other side", async () => {
  const pitch = "Dear winner, claim your casino jackpot bonus today";
  for (let n = 0; n < 6; n += 1) {
    const spam = await desk.arrive(letter({ from: `s${n}@spam.test`, subject: "Jackpot", body: pitch }));
    await changeStatus(desk.desk, ada, spam.conversation_id, { status: "spam", reason: "", blockSender: true });
    const good = await desk.arrive(
      letter({ from: `g${n}@customers.test`, body: "My lamp has a crack and I want another one." }),
    );
    await desk.answer(ada, good.conversation_id);
  }
  const next = await desk.arrive(letter({ from: "new@spam.test", subject: "Jackpot", body: pitch }));
  expect((await desk.conversation(next)).status).toBe("spam");
  expect(next.notes.remarks?.join(" ")).toContain("reads like what this team has marked as spam");
  const good = await desk.arrive(letter({ from: "fresh@customers.test", body: "My lamp has a crack." }));
  expect((await desk.conversation(good)).status).toBe("open");
  const blocked = await desk.arrive(letter({ from: "s1@spam.test", subject: "Lamp", body: "My lamp has a crack" }));
  expect((await desk.conversation(blocked)).status).toBe("spam");
  const before = (await knownOfSender(db, "nobody@else.test", pitch)).spam?.likelihood ?? 0;
  await toSpam(next.conversation_id, "open");
  expect((await knownOfSender(db, "nobody@else.test", pitch)).spam?.likelihood ?? 1).toBeLessThan(before);
});

test("trash is a place, not an end: nothing in it is deleted, and it can come back", async () => {
  const { conversation_id: id } = await desk.arrive(letter());
  await changeStatus(desk.desk, ada, id, { status: "trash", reason: "", blockSender: false });
  expect([await isIn("trash", id), await isIn("open", id)]).toEqual([true, false]);
  await changeStatus(desk.desk, ada, id, { status: "open", reason: "", blockSender: false });
  expect([await isIn("trash", id), await isIn("open", id)]).toEqual([false, true]);
});

test("a merge keeps what either needs: an open question, the earliest promise, who looks after it, what is being written", async () => {
  const done = await desk.arrive(letter());
  const open = await desk.arrive(letter({ from: "ana@customers.test", body: "Same lamp" }));
  await resolve(done.conversation_id);
  await setNextUpdate(desk.desk, ada, open.conversation_id, later(DAY));
  await assignConversation(desk.desk, ada, open.conversation_id, bo.id);
  await keepDraftOf(
    desk.desk,
    bo,
    { conversationId: open.conversation_id, kind: "reply" },
    {
      html: "<p>Dear</p>",
      version: 0,
      seenMessageId: null,
    },
  );
  expect(await mergeConversations(desk.desk, ada, done.conversation_id, open.conversation_id)).toBeUndefined();
  expect(await desk.conversation(done)).toMatchObject({
    status: "open",
    waiting_since: done.at,
    next_update_due_at: later(DAY),
    assignee_id: bo.id,
    message_count: 2,
  });
  expect(await draftsOf(db, done.conversation_id, bo.id)).toHaveLength(1);
  expect(await isIn("open", open.conversation_id)).toBe(false);
  expect(await addNote(desk.desk, ada, open.conversation_id, { html: "<p>x</p>", mentions: [] })).toMatchObject({
    refused: "merged",
  });
});

test("merges one into another can be undone one by one, and each message finds home", async () => {
  const [a, b, c] = [await desk.arrive(letter()), await desk.arrive(letter()), await desk.arrive(letter())];
  const ids = [a, b, c].map((each) => each.conversation_id) as [ConversationId, ConversationId, ConversationId];
  await mergeConversations(desk.desk, ada, ids[1], ids[2]);
  await mergeConversations(desk.desk, ada, ids[0], ids[1]);
  expect(await desk.messages(ids[0])).toHaveLength(3);
  expect(await unmergeConversations(desk.desk, ada, ids[0], ids[1])).toBeUndefined();
  expect(await unmergeConversations(desk.desk, ada, ids[0], ids[2])).toBeUndefined();
  for (const each of [a, b, c]) expect((await desk.message(each.id)).conversation_id).toBe(each.conversation_id);
});

const tagsOf = async (id: ConversationId) =>
  (await summariesOf(db, { person: ada.id, mailboxes: await visibleMailboxIds(db, ada.id) }, [id]))[0]?.tags;
const factsOf = async (id: ConversationId) => (await listFacts(db, id)).map(({ value }) => value);
const write = (id: ConversationId, html: string) =>
  keepDraftOf(desk.desk, bo, { conversationId: id, kind: "reply" }, { html, version: 0, seenMessageId: null });

test("an undone merge gives each its own back: facts noted by hand, tags, what was being written, mailboxes", async () => {
  const [a, b] = [await desk.arrive(letter()), await desk.arrive(letter(), { rcptTo: ["sales@shop.test"] })];
  const [one, other] = [a.conversation_id, b.conversation_id];
  const fact = (id: ConversationId, value: string) =>
    noteFact(desk.desk, ada, id, { label: "Order", value, messageId: null });
  await fact(one, "4411");
  await fact(other, "4412");
  await tagConversation(desk.desk, ada, one, ["both", "first"]);
  await tagConversation(desk.desk, ada, other, ["both", "second"]);
  await write(other, "<p>Dear</p>");
  await mergeConversations(desk.desk, ada, one, other);
  expect(await factsOf(one)).toEqual(["4411", "4412"]);
  expect(await tagsOf(one)).toEqual(["both", "first", "second"]);
  expect((await desk.conversation(one)).mailbox_ids).toEqual([help, sales]);
  expect(await draftsOf(db, one, bo.id)).toHaveLength(1);
  await fact(one, "4413");
  await tagConversation(desk.desk, ada, one, ["both", "first", "second", "together"]);

  await unmergeConversations(desk.desk, ada, one, other);
  expect([await factsOf(one), await factsOf(other)]).toEqual([["4411", "4413"], ["4412"]]);
  expect([await tagsOf(one), await tagsOf(other)]).toEqual([
    ["both", "first", "together"],
    ["both", "second"],
  ]);
  expect((await desk.conversation(one)).mailbox_ids).toEqual([help]);
  expect((await desk.conversation(other)).mailbox_ids).toEqual([sales]);
  expect([await draftsOf(db, one, bo.id), (await draftsOf(db, other, bo.id))[0]?.html]).toEqual([[], "<p>Dear</p>"]);
});

test("of three merged one after the other each takes back its own, in whichever order the merges are undone", async () => {
  for (const order of [
    [1, 2],
    [2, 1],
  ] as const) {
    const mailboxes = ["help@shop.test", "sales@shop.test", "sales@shop.test"];
    const ids: ConversationId[] = [];
    for (const [at, mailbox] of mailboxes.entries()) {
      const { conversation_id: id } = await desk.arrive(letter(), { rcptTo: [mailbox] });
      await noteFact(desk.desk, ada, id, { label: "Part", value: String(at), messageId: null });
      await tagConversation(desk.desk, ada, id, at === 0 ? ["all"] : ["all", "later", `only-${at}`]);
      ids.push(id);
    }
    const [first, second, third] = ids as [ConversationId, ConversationId, ConversationId];
    await mergeConversations(desk.desk, ada, second, third);
    await mergeConversations(desk.desk, ada, first, second);
    expect(await tagsOf(first)).toEqual(["all", "later", "only-1", "only-2"]);
    await unmergeConversations(desk.desk, ada, first, ids[order[0]] as ConversationId);
    expect(await tagsOf(first)).toEqual(["all", "later", `only-${order[1]}`]);
    expect((await desk.conversation(first)).mailbox_ids).toEqual([help, sales]);
    await unmergeConversations(desk.desk, ada, first, ids[order[1]] as ConversationId);
    for (const [at, id] of ids.entries()) {
      expect(await factsOf(id)).toEqual([String(at)]);
      expect(await tagsOf(id)).toEqual(at === 0 ? ["all"] : ["all", "later", `only-${at}`]);
      expect((await desk.conversation(id)).mailbox_ids).toEqual([at === 0 ? help : sales]);
    }
  }
});

test("what different people may see is not merged, and nobody is given what they cannot see", async () => {
  const open = await desk.arrive(letter());
  const closed = await desk.arrive(letter({ to: "board@shop.test" }), { rcptTo: ["board@shop.test"] });
  expect(await mergeConversations(desk.desk, ada, open.conversation_id, closed.conversation_id)).toMatchObject({
    refused: "other-people",
  });
  expect(await assignConversation(desk.desk, ada, closed.conversation_id, bo.id)).toMatchObject({
    refused: "cannot-see",
  });
  await assignConversation(desk.desk, ada, open.conversation_id, bo.id);
  await moveConversation(desk.desk, ada, open.conversation_id, board);
  expect(await desk.conversation(open)).toMatchObject({ mailbox_ids: [board], assignee_id: null });
  expect(await moveConversation(desk.desk, bo, open.conversation_id, help)).toMatchObject({
    refused: "conversation-not-found",
  });
});

/** Reads the words of all messages, as the sweep does. */
const readAll = async () => {
  while ((await keepFindable(desk.desk)) === "more");
};
/** The conversation through which search finds a message at this moment, before any sweep has looked again. */
const foundIn = async (message: MessageId) =>
  (
    await db
      .selectFrom("search_message")
      .select("conversation_id")
      .where("message_id", "=", message)
      .executeTakeFirstOrThrow()
  ).conversation_id;

test("a merge, its undo and a split are followed by search at once: nobody finds a message where it is not any more", async () => {
  const [one, two] = [await desk.arrive(letter()), await desk.arrive(letter({ subject: "Another matter" }))];
  await readAll();
  await mergeConversations(desk.desk, ada, one.conversation_id, two.conversation_id);
  expect(await foundIn(two.id)).toBe(one.conversation_id);
  await unmergeConversations(desk.desk, ada, one.conversation_id, two.conversation_id);
  expect(await foundIn(two.id)).toBe(two.conversation_id);
  expect(await foundIn(one.id)).toBe(one.conversation_id);
});

test("a split leaves both halves true, and is refused where it would leave nothing, without a trace", async () => {
  const first = await desk.arrive(letter());
  await desk.answer(ada, first.conversation_id);
  const second = await desk.arrive(letter({ references: [first.mail_id as string], body: "And my chair squeaks" }));
  await readAll();
  const count = async () => (await db.selectFrom("conversation").select("id").execute()).length;
  const before = await count();
  expect(
    await splitConversation(desk.desk, ada, first.conversation_id, { messageId: first.id, subject: "All" }),
  ).toMatchObject({ refused: "first-message" });
  expect(await count()).toBe(before);
  const split = await splitConversation(desk.desk, ada, first.conversation_id, {
    messageId: second.id,
    subject: "Chair",
  });
  if (isRefusal(split)) throw new Error(split.sentence);
  expect(await desk.conversation(split.conversationId)).toMatchObject({
    subject: "Chair",
    message_count: 1,
    waiting_since: second.at,
    preview: "And my chair squeaks",
  });
  expect(await desk.conversation(first)).toMatchObject({ message_count: 2, waiting_since: null });
  expect(await foundIn(second.id)).toBe(split.conversationId);
});

test("an empty first message is refused and leaves no empty conversation behind", async () => {
  const before = (await db.selectFrom("conversation").select("id").execute()).length;
  const to = [{ name: "", address: "ana@customers.test" }];
  expect(
    await startOutbound(desk.desk, ada, {
      mailboxId: help,
      to,
      cc: [],
      bcc: [],
      subject: "Hi",
      html: "<p></p>",
      sendAt: null,
      reasons: [],
    }),
  ).toMatchObject({
    refused: "empty",
  });
  expect((await db.selectFrom("conversation").select("id").execute()).length).toBe(before);
});

test("a draft on two devices: the older text is not written over the newer one", async () => {
  const { conversation_id: id } = await desk.arrive(letter());
  const keep = (html: string, version: number) =>
    keepDraftOf(desk.desk, ada, { conversationId: id, kind: "reply" }, { html, version, seenMessageId: null });
  expect(await keep("<p>Phone</p>", 0)).toMatchObject({ draft: { version: 1 } });
  expect(await keep("<p>Laptop</p>", 0)).toMatchObject({ refused: "draft-newer" });
  expect(await keep("<p>Phone and more</p>", 1)).toMatchObject({ draft: { version: 2 } });
  expect((await draftsOf(db, id, ada.id))[0]?.html).toBe("<p>Phone and more</p>");
  expect(await draftsOf(db, id, bo.id)).toEqual([]);
});

test("a file that was dropped before the first word does not stand in the way of that word", async () => {
  const { conversation_id: id } = await desk.arrive(letter());
  await attachToDraft(
    desk.desk,
    ada,
    { conversationId: id, kind: "reply" },
    { name: "a.txt", bytes: Buffer.from("a") },
  );
  const kept = await keepDraftOf(
    desk.desk,
    ada,
    { conversationId: id, kind: "reply" },
    {
      html: "<p>See</p>",
      version: 0,
      seenMessageId: null,
    },
  );
  expect(kept).toMatchObject({ draft: { html: "<p>See</p>" }, attachments: [{ name: "a.txt" }] });
});

test("facts are noted, corrected and taken away, and come only from this conversation", async () => {
  const asked = await desk.arrive(letter());
  const other = await desk.arrive(letter());
  const id = asked.conversation_id;
  const fact = await noteFact(desk.desk, ada, id, { label: "Order", value: "4411", messageId: asked.id });
  if (isRefusal(fact)) throw new Error(fact.sentence);
  expect(await correctFact(desk.desk, ada, fact.id, { value: "4412" })).toMatchObject({
    state: "corrected",
    value: "4412",
  });
  expect(await noteFact(desk.desk, ada, id, { label: "x", value: "y", messageId: other.id })).toMatchObject({
    refused: "message-not-found",
  });
  await dropFact(desk.desk, ada, fact.id);
  expect(await listFacts(db, id)).toEqual([]);
});

test("who has not been heard of for a while is not here any more", async () => {
  const { conversation_id: id } = await desk.arrive(letter());
  await markPresent(db, bo.id, id, "writing", desk.desk.now());
  expect(await whoIsHere(db, id, desk.desk.now())).toEqual([{ person_id: bo.id, is_writing: true }]);
  expect(await whoIsHere(db, id, later(46_000))).toEqual([]);
});

test("two answers that do not know of each other: the second is stopped", async () => {
  const asked = await desk.arrive(letter());
  const id = asked.conversation_id;
  await desk.answer(ada, id, { seenMessageId: asked.id, anyway: false });
  await expect(desk.answer(bo, id, { seenMessageId: asked.id, anyway: false })).rejects.toThrow("answered-meanwhile");
  await desk.answer(bo, id, { seenMessageId: asked.id, anyway: true });
  expect((await listMessages(db, id, { limit: 10 })).messages).toHaveLength(3);
});
