/** A team's folder of sent mail is taken in, before, after or between what customers wrote. */
import { expect, test } from "vitest";
import { filingDesk, type Letter, letter } from "../../../test/filing-desk.ts";
import { customerAt } from "../../records/customer/index.ts";
import { setAliasesAndPeople } from "../../records/mailbox/index.ts";

const desk = await filingDesk();
const help = await desk.mailbox({ address: "help@shop.test" });
await setAliasesAndPeople(desk.desk.database.db, help, ["support@shop.test"], []);
const { db } = desk.desk.database;
const DAY = 24 * 60 * 60_000;
const ago = (days: number) => new Date(Math.floor((desk.desk.now().getTime() - days * DAY) / 1000) * 1000);

const takeIn = (of: Letter) => desk.arrive(letter(of), { via: "import", mailboxId: help });
let people = 0;
/** Somebody new asks, and we answer: the two mails, in the order in which they were written. */
function exchange({ asked = 3, answered = 2 } = {}) {
  people += 1;
  const who = `Kim <kim-${people}@customers.test>`;
  const ids = [`asked-${people}@customers.test`, `answered-${people}@shop.test`] as const;
  return {
    who: `kim-${people}@customers.test`,
    asked: { from: who, id: ids[0], date: ago(asked), body: "Where is my lamp?" },
    answered: {
      from: "Bea <help@shop.test>",
      to: who,
      id: ids[1],
      inReplyTo: ids[0],
      date: ago(answered),
      body: "It leaves today.",
    },
    again: { from: who, id: `again-${people}@customers.test`, inReplyTo: ids[1], date: ago(1), body: "It is broken" },
  };
}

test("what we sent is our answer, delivered by no person of this desk, and whom it went to is the customer", async () => {
  const { who, answered } = exchange();
  const message = await takeIn(answered);
  expect(message).toMatchObject({
    kind: "outbound",
    person_id: null,
    customer_id: null,
    delivery: "sent",
    delivered_at: answered.date,
    at: answered.date,
    acknowledgement: null,
  });
  const conversation = await desk.conversation(message);
  expect(conversation).toMatchObject({ status: "waiting", waiting_since: null, message_count: 1 });
  expect(conversation.customer_id).toBe(await customerAt(db, who));
  expect(await customerAt(db, "help@shop.test")).toBeUndefined();
});

test("question and answer are one conversation that waits for nobody, whichever is taken in first", async () => {
  for (const turned of [false, true]) {
    const { asked, answered } = exchange();
    const [one, other] = turned ? [answered, asked] : [asked, answered];
    const first = await takeIn(one);
    const second = await takeIn(other);
    expect(second.conversation_id).toBe(first.conversation_id);
    expect(await desk.conversation(first)).toMatchObject({
      status: "waiting",
      waiting_since: null,
      message_count: 2,
      preview: "It leaves today.",
      last_activity_at: answered.date,
    });
  }
});

test("what the customer wrote after our answer is open, in every order of taking in", async () => {
  for (const order of ["012", "021", "102", "120", "201", "210"]) {
    const { asked, answered, again } = exchange();
    const mails = [asked, answered, again];
    let last: Awaited<ReturnType<typeof takeIn>> | undefined;
    for (const at of order) last = await takeIn(mails[Number(at)] as Letter);
    if (!last) throw new Error("Nothing was taken in.");
    const conversation = await desk.conversation(await desk.message(last.id));
    expect({ order, count: conversation.message_count, status: conversation.status }).toEqual({
      order,
      count: 3,
      status: "open",
    });
    expect(conversation.waiting_since).toEqual(again.date);
  }
});

test("an exchange of long ago is closed history", async () => {
  const { asked, answered } = exchange({ asked: 200, answered: 199 });
  const message = await takeIn(answered);
  await takeIn(asked);
  expect(await desk.conversation(message)).toMatchObject({ status: "resolved", ending: "closed", message_count: 2 });
});

test("another name of the mailbox is ours too", async () => {
  const { answered } = exchange();
  expect((await takeIn({ ...answered, from: "support@shop.test" })).kind).toBe("outbound");
});

test("an automatic answer that was sent for us answers nothing", async () => {
  const { asked, answered } = exchange();
  const question = await takeIn(asked);
  const away = await takeIn({ ...answered, headers: { "Auto-Submitted": "auto-replied" } });
  expect(away).toMatchObject({ kind: "outbound", is_automatic: true });
  expect(await desk.conversation(question)).toMatchObject({ status: "open", waiting_since: question.at });
});

test("a mail of ours that only names a customer's conversation shows nobody else into it", async () => {
  const { asked, answered } = exchange();
  const question = await takeIn(asked);
  const told = await takeIn({ ...answered, to: "supplier@else.test" });
  expect(told.conversation_id).not.toBe(question.conversation_id);
  const copied = await takeIn({ ...answered, id: "c@shop.test", to: "supplier@else.test", cc: asked.from });
  expect(copied.conversation_id).toBe(question.conversation_id);
});

test("live mail in our own name was written by somebody, or forged: it is never taken for an answer of ours", async () => {
  const { answered } = exchange();
  expect((await desk.arrive(letter(answered))).kind).toBe("inbound");
});
