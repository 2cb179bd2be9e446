/** What becomes of a promise: by a letter, by hand, by an undo; what counts, what does not, and what the next look at a reply is told. */
import { describe, expect, test } from "vitest";
import { aReply, filingDesk, letter } from "../../../test/filing-desk.ts";
import { type ConversationId, isRefusal, type MessageId, type PromiseId } from "../../kit/index.ts";
import { setDelivery } from "../../records/conversation/index.ts";
import { keptRate, openPromises, promisesOf } from "../../records/promise/index.ts";
import { promisedBefore } from "../shared/review-outgoing.ts";
import { type ReplyToSend, reopenPromise, sendReply, settlePromise, undoReply } from "./index.ts";

const desk = await filingDesk({ HEARD_UNDO_SECONDS: "10" });
const { db } = desk.desk.database;
const ada = await desk.person("Ada");
const help = await desk.mailbox({ address: "help@shop.test", isSample: true });
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const arrived = async (body?: string): Promise<ConversationId> =>
  (await desk.arrive(letter(body === undefined ? {} : { body }))).conversation_id as ConversationId;

/** Sends and lets it leave, unless it is told to stay. */
async function send(id: ConversationId, reply: Partial<ReplyToSend>, leaves: "leaves" | "waits" = "leaves") {
  const to = [{ name: "Ana", address: "ana@customers.test" }];
  const sent = await sendReply(desk.desk, ada, id, aReply({ to, quotesHistory: false, ...reply }));
  if (isRefusal(sent)) return sent;
  if (leaves === "waits") return sent.messageId;
  desk.wait(11_000);
  await desk.send();
  expect((await desk.message(sent.messageId)).delivery).toBe("sent");
  return sent.messageId;
}
const said = (at: Date): string =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Berlin" }).format(at);
const callAt = (milliseconds: number): string =>
  `<p>I will call you on ${said(new Date(desk.desk.now().getTime() + milliseconds))}.</p>`;
const promises = (id: ConversationId) => promisesOf(db, id, desk.desk.now());
const ledger = async (id: ConversationId) =>
  (await openPromises(db, { mailboxes: [help], limit: 500, now: desk.desk.now(), timeZone: "Europe/Berlin" })).filter(
    (one) => one.conversation_id === id,
  );

async function promised(after = 2 * DAY): Promise<{ id: ConversationId; promise: PromiseId }> {
  const id = await arrived();
  const sent = await send(id, { html: callAt(after) });
  if (isRefusal(sent)) throw new Error(sent.sentence);
  const [first] = await promises(id);
  return { id, promise: first?.id as PromiseId };
}

describe("a promise counts", () => {
  test("once its letter has left, and no longer when that letter came back", async () => {
    const id = await arrived();
    const message = (await send(id, { html: callAt(DAY) }, "waits")) as MessageId;
    expect([await promises(id), await ledger(id)]).toEqual([[], []]);
    desk.wait(11_000);
    await desk.send();
    expect(await promises(id)).toMatchObject([{ state: "open", message_id: message, who: "me" }]);
    expect(await ledger(id)).toHaveLength(1);
    await setDelivery(db, message, "bounced", "Nobody lives here.");
    expect([await promises(id), await ledger(id)]).toEqual([[], []]);
  });

  test("not when a third party is to keep it", async () => {
    const id = await arrived();
    await send(id, { html: "<p>You will receive the parcel on 24 March 2031.</p>" });
    expect([await promises(id), await ledger(id)]).toEqual([[], []]);
  });

  test("as broken after its time, whatever the customer writes: a thank-you clears nothing", async () => {
    const { id, promise } = await promised(HOUR);
    const first = (await desk.messages(id)).find(({ kind }) => kind === "outbound");
    await desk.arrive(letter({ body: "Thanks, all good!", inReplyTo: first?.mail_id ?? "" }));
    expect(await ledger(id)).toMatchObject([{ id: promise }]);
    desk.wait(HOUR);
    expect(await promises(id)).toMatchObject([{ id: promise, state: "broken", outcome: null, is_owned_up: false }]);
    expect(await ledger(id)).toMatchObject([{ id: promise, bucket: "overdue" }]);
  });
});

describe("with a letter", () => {
  test("a promise is moved with notice: kept open until the letter has left, then the new one stands in its place", async () => {
    const { id, promise } = await promised();
    const moving = { html: callAt(4 * DAY), promises: [{ id: promise, outcome: "moved" as const }] };
    await send(id, moving, "waits");
    expect(await ledger(id)).toMatchObject([{ id: promise, settling: "moved" }]);
    expect(await settlePromise(desk.desk, ada, promise, { outcome: "kept", reason: "" })).toMatchObject({
      refused: "promise-settled",
    });
    desk.wait(11_000);
    await desk.send();
    const [first, second] = await promises(id);
    expect([first, second]).toMatchObject([{ id: promise, state: "moved" }, { state: "open" }]);
    expect((await ledger(id)).map((one) => one.id)).toEqual([second?.id]);
  });

  test("moved after its time it stays broken, and is owned up to", async () => {
    const { id, promise } = await promised(HOUR);
    desk.wait(2 * HOUR);
    await send(id, { html: callAt(DAY), promises: [{ id: promise, outcome: "moved" }] });
    expect(await promises(id)).toMatchObject([
      { id: promise, state: "broken", outcome: "moved", is_owned_up: true },
      { state: "open" },
    ]);
  });

  test("a notice that leaves too late is none, though it was written in time", async () => {
    const { id, promise } = await promised(HOUR);
    const sendAt = new Date(desk.desk.now().getTime() + 2 * HOUR);
    const moving = { html: callAt(DAY), promises: [{ id: promise, outcome: "moved" as const }], sendAt };
    expect(isRefusal(await send(id, moving, "waits"))).toBe(false);
    desk.wait(3 * HOUR);
    await desk.send();
    expect(await promises(id)).toMatchObject([{ id: promise, state: "broken", is_owned_up: true }, { state: "open" }]);
  });

  test("nothing moves without a new day of ours in this very letter", async () => {
    const { id, promise } = await promised();
    for (const html of [
      "<p>I will not manage the call, I am sorry.</p>",
      "<p>I will not manage it. You will receive it on 24 March 2031.</p>",
      "<p>I will not manage it. I will call you soon.</p>",
    ])
      expect(await send(id, { html, promises: [{ id: promise, outcome: "moved" }] })).toMatchObject({
        refused: "moved-without-day",
      });
    expect(await desk.messages(id)).toHaveLength(2);
  });

  test("what is settled, of another conversation, named twice, or not yet given is refused, and nothing is sent", async () => {
    const { id, promise } = await promised();
    const other = await promised();
    const kept = (...ids: PromiseId[]) => ({ promises: ids.map((one) => ({ id: one, outcome: "kept" as const })) });
    for (const wrong of [kept(other.promise), kept(promise, promise), kept(999_999 as PromiseId)])
      expect(await send(id, wrong)).toMatchObject({ refused: "promise-settled" });
    expect(isRefusal(await send(id, kept(promise)))).toBe(false);
    expect(await send(id, kept(promise))).toMatchObject({ refused: "promise-settled" });
    expect(await promises(id)).toMatchObject([{ state: "kept" }]);
  });

  test("taking the letter back takes back what it said; one that came back said nothing, and another may say it again", async () => {
    const { id, promise } = await promised();
    const keeping = { promises: [{ id: promise, outcome: "kept" as const }] };
    const taken = (await send(id, keeping, "waits")) as MessageId;
    expect(isRefusal(await undoReply(desk.desk, ada, taken))).toBe(false);
    expect(await promises(id)).toMatchObject([{ state: "open", outcome: null, settling: null }]);
    const returned = (await send(id, keeping)) as MessageId;
    expect(await promises(id)).toMatchObject([{ state: "kept" }]);
    await setDelivery(db, returned, "bounced", "Nobody lives here.");
    expect(await promises(id)).toMatchObject([{ state: "open", outcome: null, settling: null }]);
    expect(isRefusal(await send(id, keeping))).toBe(false);
    expect(await promises(id)).toMatchObject([{ state: "kept" }]);
  });
});

describe("by hand", () => {
  test("kept, and taken back, with a line in the log that holds no words of it", async () => {
    const { id, promise } = await promised();
    expect(await settlePromise(desk.desk, ada, promise, { outcome: "kept", reason: "" })).toBeUndefined();
    expect([await promises(id), await ledger(id)]).toMatchObject([[{ state: "kept" }], []]);
    expect(await settlePromise(desk.desk, ada, promise, { outcome: "kept", reason: "" })).toMatchObject({
      refused: "promise-settled",
    });
    expect(await reopenPromise(desk.desk, ada, promise)).toBeUndefined();
    expect(await reopenPromise(desk.desk, ada, promise)).toMatchObject({ refused: "promise-open" });
    expect(await ledger(id)).toHaveLength(1);
    const lines = await db
      .selectFrom("event")
      .select(["kind", "data"])
      .where("conversation_id", "=", id)
      .where("kind", "like", "promise.%")
      .orderBy("id")
      .execute();
    expect(lines).toEqual([
      { kind: "promise.kept", data: { promiseId: promise } },
      { kind: "promise.reopened", data: { promiseId: promise } },
    ]);
  });

  test("owed no longer takes a reason; nobody outside the mailbox may say either", async () => {
    const { promise } = await promised();
    expect(await settlePromise(desk.desk, ada, promise, { outcome: "withdrawn", reason: "  " })).toMatchObject({
      refused: "reason-missing",
    });
    const alone = await desk.mailbox({ address: "alone@shop.test", people: [], isSample: true });
    const shut = await db
      .selectFrom("promise")
      .innerJoin("message", "message.id", "promise.message_id")
      .select("message.conversation_id")
      .where("promise.id", "=", promise)
      .executeTakeFirstOrThrow();
    await db
      .updateTable("conversation")
      .set({ mailbox_ids: [alone] })
      .where("id", "=", shut.conversation_id)
      .execute();
    expect(await settlePromise(desk.desk, ada, promise, { outcome: "kept", reason: "" })).toMatchObject({
      refused: "conversation-not-found",
    });
    expect(await reopenPromise(desk.desk, ada, promise)).toMatchObject({ refused: "conversation-not-found" });
    expect(await settlePromise(desk.desk, ada, 999_999 as PromiseId, { outcome: "kept", reason: "" })).toMatchObject({
      refused: "promise-not-found",
    });
  });
});

describe("the look at the next reply", () => {
  test("is told what is broken until a letter has left that has to do with it", async () => {
    const { id, promise } = await promised(HOUR);
    const told = async () => promisedBefore(await promises(id)).map(({ state }) => state);
    expect(await told()).toEqual(["open"]);
    desk.wait(2 * HOUR);
    expect(await told()).toEqual(["broken"]);
    // Done at last, by telephone: late all the same, and the next letter has to say so.
    await settlePromise(desk.desk, ada, promise, { outcome: "kept", reason: "" });
    expect(await told()).toEqual(["broken"]);
    await send(id, { html: "<p>I should have called you yesterday, and called today.</p>" });
    expect(await told()).toEqual(["kept"]);
  });
});

test("of what fell due, kept in time and moved with notice are the share; too late is broken, withdrawn in time is in no share", async () => {
  const from = desk.desk.now();
  const all = [
    await promised(HOUR),
    await promised(HOUR),
    await promised(HOUR),
    await promised(HOUR),
    await promised(HOUR),
  ];
  const [kept, moved, withdrawn, late, broken] = all;
  if (!kept || !moved || !withdrawn || !late || !broken) throw new Error("Not all were promised.");
  await settlePromise(desk.desk, ada, kept.promise, { outcome: "kept", reason: "" });
  await send(moved.id, { html: callAt(90 * DAY), promises: [{ id: moved.promise, outcome: "moved" }] });
  await settlePromise(desk.desk, ada, withdrawn.promise, { outcome: "withdrawn", reason: "They need it no longer." });
  desk.wait(2 * HOUR);
  await settlePromise(desk.desk, ada, late.promise, { outcome: "kept", reason: "" });
  const rate = await keptRate(db, { mailboxes: [help], from, to: desk.desk.now() });
  expect(rate).toMatchObject({ kept: 1, moved: 1, broken: 2, withdrawn: 1, of: 4, share: 0.5 });
  expect(rate.low).toBeCloseTo(0.15, 2);
  expect(rate.high).toBeCloseTo(0.85, 2);
  expect(await keptRate(db, { mailboxes: [], from, to: desk.desk.now() })).toMatchObject({ of: 0, share: null });
});
