import { expect, test } from "vitest";
import { filingDesk, letter } from "../../../test/filing-desk.ts";
import { until } from "../../../test/running-desk.ts";
import type { CustomerId, MessageId } from "../../kit/index.ts";
import { sql } from "../../platform/storage/index.ts";
import { giveConversationsTo, maySee } from "../../records/conversation/index.ts";
import {
  addressesOf,
  customerAt,
  mergeCustomers as joinCustomers,
  lockCustomers,
  markBounced,
} from "../../records/customer/index.ts";
import { ownAddresses, setAliasesAndPeople, visibleMailboxIds } from "../../records/mailbox/index.ts";

const desk = await filingDesk();
const ada = await desk.person("Ada");
const bo = await desk.person("Bo");
const help = await desk.mailbox({ address: "help@shop.test" });
const sales = await desk.mailbox({ address: "sales@shop.test" });
const board = await desk.mailbox({ address: "board@shop.test", people: [bo] });
const { db } = desk.desk.database;

const sees = async (who: typeof ada, id: Parameters<typeof maySee>[2]) =>
  maySee(db, { person: who.id, mailboxes: await visibleMailboxIds(db, who.id) }, id);
const stateOfLastMail = async () =>
  (await db
    .selectFrom("inbound_mail")
    .select(["state", "message_id"])
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst()) as {
    state: string;
    message_id: MessageId;
  };

test("the same mail to two of our mailboxes in one transaction is one conversation, shown in both", async () => {
  const message = await desk.arrive(letter({ to: "help@shop.test, sales@shop.test" }), {
    rcptTo: ["help@shop.test", "sales@shop.test"],
  });
  expect((await desk.conversation(message)).mailbox_ids).toEqual([help, sales]);
});

test("the same mail in two transactions, with different trace headers, is one message, shown in both mailboxes", async () => {
  const mail = letter({ id: "twice@customers.test" });
  const first = await desk.arrive(`Received: from a by mx1\r\n${mail}`);
  const second = await desk.arrive(`Received: from a by mx2\r\n${mail}`, { rcptTo: ["sales@shop.test"] });
  expect(second.id).toBe(first.id);
  expect(await stateOfLastMail()).toEqual({ state: "duplicate", message_id: first.id });
  const conversation = await desk.conversation(first);
  expect(conversation).toMatchObject({ mailbox_ids: [help, sales], message_count: 1 });
});

test("a mail fetched again after a crash, or come as a blind copy, is one message", async () => {
  const mail = letter({ to: "somebody@elsewhere.test" });
  const first = await desk.arrive(mail, { via: "imap", mailboxId: help });
  expect((await desk.arrive(mail, { via: "imap", mailboxId: help })).id).toBe(first.id);
  expect((await desk.arrive(mail, { rcptTo: ["sales@shop.test"] })).id).toBe(first.id);
});

test("a mail without Message-ID and Date is one message however often it comes, and another one when it says something else", async () => {
  const bare = { id: null, date: null };
  const first = await desk.arrive(letter({ ...bare, body: "One" }));
  expect((await desk.arrive(letter({ ...bare, body: "One" }))).id).toBe(first.id);
  expect((await desk.arrive(letter({ ...bare, body: "Two" }))).conversation_id).not.toBe(first.conversation_id);
});

test("two different mails under one Message-ID are both here: nobody's words vanish behind another's number", async () => {
  const id = "same@customers.test";
  const first = await desk.arrive(letter({ id, body: "My first question" }));
  const second = await desk.arrive(letter({ id, body: "My second question" }));
  expect(second.id).not.toBe(first.id);
});

test("a mail to mailboxes whose people may not see each other's is separate, and nobody sees the other's", async () => {
  const mail = letter({ to: "help@shop.test, board@shop.test" });
  const forHelp = await desk.arrive(mail, { rcptTo: ["help@shop.test", "board@shop.test"] });
  const copies = await db
    .selectFrom("message")
    .selectAll()
    .where("mail_id", "=", forHelp.mail_id)
    .orderBy("id")
    .execute();
  expect(copies).toHaveLength(2);
  const [open, closed] = copies.map((copy) => copy.conversation_id) as [never, never];
  expect((await desk.conversation(open)).mailbox_ids).toEqual([help]);
  expect((await desk.conversation(closed)).mailbox_ids).toEqual([board]);
  expect([await sees(ada, open), await sees(ada, closed)]).toEqual([true, false]);
  expect([await sees(bo, open), await sees(bo, closed)]).toEqual([true, true]);
});

test("an answer to all goes into each side's own conversation", async () => {
  const forHelp = await desk.arrive(letter({ id: "both@customers.test", to: "help@shop.test, board@shop.test" }), {
    rcptTo: ["help@shop.test", "board@shop.test"],
  });
  const ours = await desk.answer(ada, forHelp.conversation_id, {
    cc: [{ name: "", address: "board@shop.test" }],
  });
  await desk.arrive(
    letter({ inReplyTo: ours.mail_id as string, references: ["both@customers.test"], body: "To all of you" }),
    {
      rcptTo: ["help@shop.test", "board@shop.test"],
    },
  );
  const places = await db
    .selectFrom("message")
    .innerJoin("conversation", "conversation.id", "message.conversation_id")
    .select(["conversation.id", "mailbox_ids"])
    .where("reply_text", "like", "To all of you%")
    .orderBy("message.id")
    .execute();
  expect(places.map((place) => place.mailbox_ids)).toEqual([[help], [board]]);
  expect(places[0]?.id).toBe(forHelp.conversation_id);
});

test("our own mail that comes back to the same people is no message of its own", async () => {
  const asked = await desk.arrive(letter());
  const ours = await desk.answer(ada, asked.conversation_id, { cc: [{ name: "", address: "sales@shop.test" }] });
  const back = letter({
    from: "Ada (Help) <help@shop.test>",
    id: ours.mail_id as string,
    body: "A new one leaves today.",
  });
  expect((await desk.arrive(back, { rcptTo: ["sales@shop.test"] })).id).toBe(ours.id);
  expect((await desk.conversation(asked)).mailbox_ids).toEqual([help, sales]);
});

test("our own mail to a mailbox that others see arrives there, and shows them nothing else of our conversation", async () => {
  const asked = await desk.arrive(letter({ body: "A secret of mine" }), { rcptTo: ["board@shop.test"] });
  const ours = await desk.answer(bo, asked.conversation_id, { to: [{ name: "", address: "help@shop.test" }] });
  const back = letter({
    from: "Bo (Help) <board@shop.test>",
    id: ours.mail_id as string,
    body: "Please send her a lamp.",
  });
  const arrived = await desk.arrive(back);
  expect(arrived.class).toBe("human");
  expect(arrived.conversation_id).not.toBe(asked.conversation_id);
  expect([await sees(ada, arrived.conversation_id), await sees(ada, asked.conversation_id)]).toEqual([true, false]);
});

test("what a customer writes under the Message-ID of our mail is read, not taken for a copy of it", async () => {
  const asked = await desk.arrive(letter());
  const ours = await desk.answer(ada, asked.conversation_id);
  const written = await desk.arrive(letter({ id: ours.mail_id as string, body: "I redirect this to you again." }));
  expect(written.id).not.toBe(ours.id);
  expect(written.kind).toBe("inbound");
});

test("mails of one thread that arrive in the same moment do not overlook each other", async () => {
  const first = letter({ id: "crowd-1@customers.test" });
  const others = [2, 3, 4, 5, 6].map((n) =>
    letter({ id: `crowd-${n}@customers.test`, inReplyTo: `crowd-${n - 1}@customers.test`, body: `And ${n}` }),
  );
  const filed = await Promise.all([first, ...others].map((each) => desk.arrive(each)));
  const living = await Promise.all(filed.map(async ({ id }) => (await desk.message(id)).conversation_id));
  expect(new Set(living).size).toBe(1);
});

test("the same mail in two connections in the same moment is one message", async () => {
  const mail = letter();
  const filed = await Promise.all([1, 2, 3, 4].map(() => desk.arrive(mail)));
  expect(new Set(filed.map(({ id }) => id)).size).toBe(1);
});

test("mail that lay in the mailbox before it was connected keeps its date and is never answered automatically", async () => {
  const sentAt = new Date("2026-11-20T10:00:00Z");
  const old = await desk.arrive(letter({ date: sentAt }), { via: "imap", mailboxId: help });
  expect(old).toMatchObject({ at: sentAt, acknowledgement: "withheld" });
  const broken = await desk.arrive(letter({ date: new Date("2015-01-01T00:00:00Z") }), {
    via: "imap",
    mailboxId: help,
  });
  expect(broken).toMatchObject({ at: desk.desk.now(), acknowledgement: "withheld" });
});

test("a mail for a mailbox that is not here any more is shown where all can see it, not where few do", async () => {
  const lost = await desk.arrive(letter({ to: "gone@elsewhere.test" }), { rcptTo: ["gone@elsewhere.test"] });
  expect((await desk.conversation(lost)).mailbox_ids).toEqual([help]);
});

test("a colleague's forward belongs to whoever wrote first, under their own subject, and no machine answers them", async () => {
  const body =
    "Can you take this one?\n\n---------- Forwarded message ---------\nFrom: Carl Old <carl@old.test>\nDate: Mon, 23 Nov 2026 at 08:00\nSubject: My chair squeaks\nTo: Ada <ada@desk.test>\n\nMy chair squeaks.";
  const message = await desk.arrive(letter({ from: "Ada <ada@desk.test>", subject: "Fwd: My chair squeaks", body }));
  expect(message).toMatchObject({ from_address: "carl@old.test", from_name: "Carl Old", acknowledgement: "withheld" });
  expect(message.notes.remarks).toContain("Forwarded by ada@desk.test.");
  expect((await desk.conversation(message)).subject).toBe("My chair squeaks");
});

test("whoever pretends to be a colleague, and fails the check of our own server, forwards nothing", async () => {
  await sql`UPDATE mailbox SET trusted_servers = '{mx.shop.test}' WHERE id = ${help}`.execute(db);
  const body =
    "---------- Forwarded message ---------\nFrom: Victim <victim@old.test>\nSubject: Hi\nTo: Ada <ada@desk.test>\n\nHi";
  const message = await desk.arrive(
    letter({
      from: "Ada <ada@desk.test>",
      subject: "Fwd: Hi",
      body,
      headers: { "Authentication-Results": "mx.shop.test; dmarc=fail header.from=desk.test; spf=fail" },
    }),
  );
  expect(message.from_address).toBe("ada@desk.test");
  expect(message.notes.authentication).toBe("fail");
});

test("an imported mail of long ago is history: it stands closed and opens nothing; a fresh one is open", async () => {
  const old = { date: new Date("2026-01-05T10:00:00Z"), id: "long-ago@customers.test" };
  const first = await desk.arrive(letter(old), { via: "import", mailboxId: help });
  expect(await desk.conversation(first)).toMatchObject({
    status: "resolved",
    ending: "closed",
    waiting_since: null,
    last_activity_at: old.date,
  });
  const second = await desk.arrive(
    letter({
      date: new Date("2026-01-06T10:00:00Z"),
      inReplyTo: old.id,
      references: [old.id],
      body: "And another thing.",
    }),
    { via: "import", mailboxId: help },
  );
  expect(second.conversation_id).toBe(first.conversation_id);
  expect((await desk.conversation(first)).status).toBe("resolved");
  const fresh = await desk.arrive(letter({ subject: "Yesterday" }), { via: "import", mailboxId: help });
  expect((await desk.conversation(fresh)).status).toBe("open");
});

const fromForm = { from: "Contact form <noreply@form.test>", headers: { "Reply-To": "Eva <eva@customers.test>" } };

test("where a mail asks for answers is kept, and who wrote stays who wrote", async () => {
  const asked = await desk.arrive(letter(fromForm));
  expect(asked).toMatchObject({ from_address: "noreply@form.test" });
  expect(asked.recipients.replyTo).toEqual([{ name: "Eva", address: "eva@customers.test" }]);
  expect(asked).toMatchObject({ class: "human" });
  expect((await desk.conversation(asked)).waiting_since).not.toBeNull();
  const robot = await desk.arrive(
    letter({ from: "Shop <noreply@form.test>", headers: { "Reply-To": "no-reply@form.test" } }),
  );
  expect(robot).toMatchObject({ class: "automatic" });
  const plain = await desk.arrive(letter({ headers: { "Reply-To": "Ana Lima <ana@customers.test>" } }));
  expect(plain.recipients.replyTo).toBeUndefined();
});

test("to be named in a Reply-To gives nobody a part in the conversation; to be answered does", async () => {
  const asked = await desk.arrive(letter(fromForm));
  const eva = { from: "Eva <eva@customers.test>", references: [asked.mail_id as string] };
  const early = await desk.arrive(letter({ ...eva, body: "I only know its number." }));
  expect(early.conversation_id).not.toBe(asked.conversation_id);
  await desk.answer(ada, asked.conversation_id, { to: [{ name: "Eva", address: "eva@customers.test" }] });
  const answer = await desk.arrive(letter({ ...eva, body: "Thank you, and when will it be here?" }));
  expect(answer.conversation_id).toBe(asked.conversation_id);
});

test("every address of a mailbox is known as ours, its other names too", async () => {
  await setAliasesAndPeople(db, sales, ["Orders@shop.test"], []);
  const own = await ownAddresses(db);
  expect(["sales@shop.test", "orders@shop.test"].every((each) => own.has(each))).toBe(true);
  await setAliasesAndPeople(db, sales, [], []);
});

test("mail from an address shows that it works: what a server once said of it is over", async () => {
  const from = "moved@customers.test";
  await desk.arrive(letter({ from }));
  const customer = (await customerAt(db, from)) as CustomerId;
  const bounce = async () => (await addressesOf(db, [customer]))[0]?.bounce;
  await markBounced(db, from, "No such user", desk.desk.now());
  await desk.arrive(letter({ from, date: new Date("2026-11-01T00:00:00Z") }), { via: "import", mailboxId: help });
  expect(await bounce()).toBe("No such user");
  await desk.arrive(letter({ from, body: "I am here again" }));
  expect(await bounce()).toBeNull();
});

test("a mail that is filed while its customer is merged into another belongs to that other", async () => {
  const [ida, ina] = ["ida@customers.test", "ina@customers.test"];
  await desk.arrive(letter({ from: ida }));
  await desk.arrive(letter({ from: ina }));
  const into = (await customerAt(db, ida)) as CustomerId;
  const from = (await customerAt(db, ina)) as CustomerId;
  const filing = await desk.desk.database.inOneGo(async (tx) => {
    await lockCustomers(tx, [into, from]);
    await giveConversationsTo(tx, from, into);
    await joinCustomers(tx, into, from);
    const under = desk.arrive(letter({ from: ina, body: "Something else" }));
    await until(async () => {
      const waiting = await sql`
        SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
      `.execute(db);
      return waiting.rows.length > 0;
    });
    return { under };
  });
  const message = await filing.under;
  expect(message.customer_id).toBe(into);
  expect((await desk.conversation(message)).customer_id).toBe(into);
});
