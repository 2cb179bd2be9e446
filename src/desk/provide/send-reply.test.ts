/** What is looked at when a reply leaves, whoever or whatever wrote it, and what is kept of that look. */
import { describe, expect, test } from "vitest";
import { aReply, filingDesk, letter } from "../../../test/filing-desk.ts";
import { type ConversationId, isRefusal, type MailboxId, type MessageId, type Refusal } from "../../kit/index.ts";
import { givenIn } from "../../records/promise/index.ts";
import { type GateReason, reviewOutgoing } from "../shared/review-outgoing.ts";
import { addNote, startOutbound } from "../team/index.ts";
import { type ReplyToSend, sendReply, undoReply } from "./index.ts";

const desk = await filingDesk({ HEARD_UNDO_SECONDS: "10" });
const { db } = desk.desk.database;
const ada = await desk.person("Ada");
const help = await desk.mailbox({ address: "help@shop.test" });

const LAMP = "Hello, order 44170 never came. I am worried that the lamp is lost.";
const CARD = "<p>Hello Ana,</p><p>The 42.80 went back to card 4111 1111 1111 1111 today.</p>";

const arrived = async (body = LAMP): Promise<ConversationId> =>
  (await desk.arrive(letter({ body }))).conversation_id as ConversationId;

async function send(id: ConversationId, reply: Partial<ReplyToSend> = {}): Promise<MessageId | Refusal> {
  const to = [{ name: "Ana", address: "ana@customers.test" }];
  const sent = await sendReply(desk.desk, ada, id, aReply({ html: CARD, to, quotesHistory: false, ...reply }));
  return isRefusal(sent) ? sent : sent.messageId;
}

async function given(id: ConversationId, reply: Partial<ReplyToSend>) {
  const sent = await send(id, reply);
  if (isRefusal(sent)) throw new Error(`${sent.refused}: ${sent.sentence}`);
  return (await givenIn(db, [sent])).get(sent);
}
const held = async (id: ConversationId, html: string, reasons: readonly GateReason[] = []) => {
  const sent = await send(id, { html, reasons });
  return isRefusal(sent) ? (sent.about ?? []).map(({ rule, words }) => [rule, words]) : "sent";
};

describe("at a gate", () => {
  test("a reply is held: which words and why are told, and nothing was written, sent or noted", async () => {
    const id = await arrived();
    const events = () => db.selectFrom("event").select("id").where("conversation_id", "=", id).execute();
    const before = await events();
    const refusal = await send(id);
    expect(refusal).toMatchObject({
      refused: "held-at-gate",
      sentence: expect.stringMatching(/^A secret would be written into this mail\. /),
      wayOut: "Change it, or say in a few words why it should leave as it is.",
      about: [{ rule: "secret-shown", words: "4111 1111 1111 1111" }],
    });
    const [{ start = 0, end = 0 } = {}] = (refusal as Refusal).about ?? [];
    expect("Hello Ana,\n\nThe 42.80 went back to card 4111 1111 1111 1111 today.".slice(start, end)).toBe(
      "4111 1111 1111 1111",
    );
    expect(await desk.messages(id)).toHaveLength(1);
    expect(await events()).toEqual(before);
    expect(await desk.conversation(id)).toMatchObject({ status: "open", assignee_id: null });
  });

  test("the customer's own words count: a number that is not theirs is held, theirs is not", async () => {
    const id = await arrived();
    expect(await held(id, "<p>Order 44710 is at the depot and leaves today.</p>")).toEqual([["wrong-detail", "44710"]]);
    expect(await held(id, "<p>Order 44170 is at the depot and leaves today.</p>")).toBe("sent");
  });

  test("a written reason opens it, and is kept: who, when, which rule, why", async () => {
    const id = await arrived();
    const reason = "  She asked for the whole number, it is her test card. ";
    const kept = await given(id, { reasons: [{ rule: "secret-shown", reason }] });
    expect(kept?.reasons).toEqual([
      {
        rule: "secret-shown",
        reason: reason.trim(),
        person_id: ada.id,
        given_at: desk.desk.now(),
      },
    ]);
  });

  test("each rule wants a reason of its own, in a few words; one that was not asked for is not kept", async () => {
    const id = await arrived();
    const both = `${CARD}<p>Order 44710 leaves today.</p>`;
    const why = (rule: string, reason = "The customer wants it so.") => ({ rule, reason });
    expect(await held(id, both, [why("secret-shown")])).toEqual([["wrong-detail", "44710"]]);
    expect(await held(id, both, [why("secret-shown"), why("wrong-detail", "ok")])).toEqual([["wrong-detail", "44710"]]);
    expect(await send(id, { html: both, reasons: [why("wrong-detail", "ok")] })).toMatchObject({
      wayOut: "The reason needs a few words more; or change the letter.",
    });
    for (const nothing of ["aaaaaaaa", "ok ok ok ok ok", "aaaaaaaa 12345678", "測測測測測測測測測"])
      expect(await held(id, CARD, [why("secret-shown", nothing)])).toHaveLength(1);
    const kept = await given(id, {
      html: both,
      reasons: [why("secret-shown"), why("wrong-detail"), why("vague-time"), why("nonsense")],
    });
    expect(kept?.reasons.map(({ rule }) => rule)).toEqual(["secret-shown", "wrong-detail"]);
  });

  test("nothing but a gate holds: not a reply full of other faults, nor a survey that it carries", async () => {
    const id = await arrived("I am FURIOUS!! This is the third broken lamp and nobody answers me.");
    expect(
      await held(
        id,
        "<p>Sorry for any inconvenience. You should have read the terms, calm down. We'll look into it soon.</p><p>Please rate our service today.</p>",
      ),
    ).toBe("sent");
  });

  test("two words are a reason, in any script", async () => {
    for (const reason of ["test card", "測試卡號碼，不是真的", "Тестовая карта"])
      expect(await held(await arrived(), CARD, [{ rule: "secret-shown", reason }])).toBe("sent");
  });

  test("an automatic try again, with the same key, is told what became of the first and asked for nothing", async () => {
    const id = await arrived();
    const reasons = [{ rule: "secret-shown", reason: "It is a test card." }];
    const first = await send(id, { key: "once", reasons });
    expect(await send(id, { key: "once" })).toBe(first);
  });

  test("what goes to the customer is looked at, though it is called a forward", async () => {
    for (const place of ["to", "cc", "bcc"] as const) {
      const elsewhere = {
        to: [{ name: "", address: "bank@partner.test" }],
        [place]: [{ name: "", address: "Ana@customers.test" }],
      };
      expect(await send(await arrived(), { kind: "forward", ...elsewhere })).toMatchObject({ refused: "held-at-gate" });
    }
  });

  test("forwards and notes are not looked at", async () => {
    const id = await arrived();
    expect(isRefusal(await send(id, { kind: "forward", to: [{ name: "", address: "bank@partner.test" }] }))).toBe(
      false,
    );
    expect(isRefusal(await addNote(desk.desk, ada, id, { html: CARD, mentions: [] }))).toBe(false);
    const kept = await db
      .selectFrom("promise")
      .innerJoin("message", "message.id", "promise.message_id")
      .select("promise.id")
      .where("message.conversation_id", "=", id)
      .execute();
    expect(kept).toEqual([]);
  });

  test("in a language that it does not know it is silent", async () => {
    const id = await arrived("Guten Tag, meine Bestellung 44170 ist nie angekommen, und ich mache mir Sorgen.");
    expect(
      await held(
        id,
        "<p>Guten Tag, die Bestellung 44710 liegt im Lager und wird heute noch verschickt. Viele Grüße</p>",
      ),
    ).toBe("sent");
  });

  test("a first letter is held as an answer is, and leaves no empty conversation behind", async () => {
    const count = async () => (await db.selectFrom("conversation").select("id").execute()).length;
    const before = await count();
    const first = {
      mailboxId: help as MailboxId,
      to: [{ name: "Bea", address: "bea@customers.test" }],
      cc: [],
      bcc: [],
      subject: "Your refund",
      html: CARD,
      sendAt: null,
      reasons: [],
    };
    expect(await startOutbound(desk.desk, ada, first)).toMatchObject({ refused: "held-at-gate" });
    expect(await count()).toBe(before);
    const reasons = [{ rule: "secret-shown", reason: "It is a test card." }];
    const sent = await startOutbound(desk.desk, ada, { ...first, reasons });
    if (isRefusal(sent)) throw new Error(sent.sentence);
    const kept = (await givenIn(db, [sent.messageId])).get(sent.messageId);
    expect(kept).toMatchObject({ reasons: [{ rule: "secret-shown" }] });
  });
});

describe("of a reply that leaves are kept", () => {
  test("its promises, with the day reckoned where the writer is; a day alone lasts until it is over", async () => {
    const id = await arrived();
    const kept = await given(id, {
      html: "<p>I have asked the depot.</p><p>I'll call you on Tuesday at 11:00. We will send a new lamp by Friday. I will write to you again.</p>",
    });
    const { reply_text } = (await desk.messages(id)).at(-1) as { reply_text: string };
    expect(
      kept?.promises.map(({ who, what, due_at, due_is_day, start_at, end_at }) => [
        who,
        what,
        due_at?.toISOString() ?? null,
        due_is_day,
        reply_text.slice(start_at, end_at),
      ]),
    ).toEqual([
      ["me", "call you on Tuesday at 11:00", "2026-11-24T10:00:00.000Z", false, "I'll call you on Tuesday at 11:00."],
      ["us", "send a new lamp by Friday", "2026-11-27T22:59:59.999Z", true, "We will send a new lamp by Friday."],
      ["me", "write to you again", null, false, "I will write to you again."],
    ]);
  });

  test("what it gives away, to the cent", async () => {
    const id = await arrived();
    const kept = await given(id, {
      html: "<p>I'm refunding the 42.80 EUR to your card, and you get 20% off your next order.</p>",
    });
    expect(kept?.commitments.map(({ kind, amount, currency }) => [kind, amount, currency])).toEqual([
      ["refund", "42.80", "EUR"],
      ["discount", "20", "%"],
    ]);
  });

  test("days of a reply for later are reckoned from when it leaves", async () => {
    const id = await arrived();
    const kept = await given(id, {
      html: "<p>The depot has found it. I'll call you tomorrow at 11:00.</p>",
      sendAt: new Date("2026-11-30T08:00:00Z"),
    });
    expect(kept?.promises.map(({ due_at }) => due_at?.toISOString())).toEqual(["2026-12-01T10:00:00.000Z"]);
  });

  test("nothing, once it is taken back", async () => {
    const id = await arrived();
    const sent = await send(id, {
      html: "<p>I'll refund the 42.80 EUR on Friday to card 4111 1111 1111 1111.</p>",
      reasons: [{ rule: "secret-shown", reason: "It is a test card." }],
    });
    if (isRefusal(sent)) throw new Error(sent.sentence);
    const rows = async () => {
      const { promises = [], commitments = [], reasons = [] } = (await givenIn(db, [sent])).get(sent) ?? {};
      return promises.length + commitments.length + reasons.length;
    };
    expect(await rows()).toBe(3);
    expect(isRefusal(await undoReply(desk.desk, ada, sent))).toBe(false);
    expect(await rows()).toBe(0);
  });
});

describe("the look itself", () => {
  const outgoing = { html: CARD, thread: [], customerName: "", sendAt: null, reasons: [], promises: [] };

  test("holds nothing back when there is a bug in it; the bug is reported", () => {
    const bug = new RangeError("out of its depth");
    const broken = (): never => {
      throw bug;
    };
    expect(reviewOutgoing(desk.desk, ada, outgoing, broken)).toEqual({ promises: [], commitments: [], reasons: [] });
    expect(desk.reported).toEqual([{ where: "coach.review", bug }]);
  });

  test("keeps no more than a letter says, however often it says it, and ends on any text", () => {
    const html = `<p>${"I'll call you on Tuesday. ".repeat(50_000)}</p>`;
    const kept = reviewOutgoing(desk.desk, ada, { ...outgoing, html });
    if (isRefusal(kept)) throw new Error(kept.sentence);
    expect(kept.promises).toHaveLength(100);
  });
});
