import { expect, test } from "vitest";
import { filingDesk, letter } from "../../../test/filing-desk.ts";
import { isRefusal, type MailboxId } from "../../kit/index.ts";
import { sql } from "../../platform/storage/index.ts";
import { startConversation } from "../../records/conversation/index.ts";
import {
  addSnippet,
  findMailbox,
  holdMailboxesAt,
  listSnippets,
  lockMailbox,
  putInOutbox,
} from "../../records/mailbox/index.ts";
import { receiveMail } from "../listen/index.ts";
import { assignConversation } from "./assign-conversation.ts";
import { moveConversation } from "./move-conversation.ts";
import { removeMailbox } from "./remove-mailbox.ts";

const { desk, person, mailbox: newMailbox, arrive, conversation } = await filingDesk();
const { db } = desk.database;
const ida = await person("Ida", "admin");
const olu = await person("Olu");

let made = 0;
async function mailboxWithMail(): Promise<{ id: MailboxId; conversation: Awaited<ReturnType<typeof conversation>> }> {
  made += 1;
  const address = `box${made}@desk.example`;
  const id = await newMailbox({ address });
  const mail = letter({ from: "Ana <ana@home.example>", to: address, subject: "A lamp", body: `Number ${made}` });
  return { id, conversation: await conversation(await arrive(mail, { rcptTo: [address] })) };
}
const refusal = (result: unknown) => (isRefusal(result) ? result.refused : result);
const placeOf = async (id: number) =>
  (
    await sql<{ mailbox_ids: number[]; assignee_id: number | null }>`
      SELECT mailbox_ids, assignee_id FROM conversation WHERE id = ${id}`.execute(db)
  ).rows[0];

test("a mailbox without conversations goes at once, and says so to the others", async () => {
  const id = await newMailbox({ address: "empty@desk.example" });
  expect(await removeMailbox(desk, ida, id, undefined)).toBeUndefined();
  expect(await findMailbox(db, id)).toBeUndefined();
  const { rows } = await sql<{ kind: string }>`SELECT kind FROM event ORDER BY id DESC LIMIT 1`.execute(db);
  expect(rows[0]?.kind).toBe("mailbox.removed");
  expect(refusal(await removeMailbox(desk, ida, id, undefined))).toBe("mailbox-not-found");
});

test("one with conversations stays until it is said where they go, and none is lost", async () => {
  const box = await mailboxWithMail();
  expect(refusal(await removeMailbox(desk, ida, box.id, undefined))).toBe("in-use");
  expect(refusal(await removeMailbox(desk, ida, box.id, box.id))).toBe("same");
  expect(refusal(await removeMailbox(desk, ida, box.id, 999_999 as MailboxId))).toBe("mailbox-not-found");
  const to = await newMailbox({ address: "rest@desk.example" });
  expect(await removeMailbox(desk, ida, box.id, to)).toBeUndefined();
  expect(await placeOf(box.conversation.id)).toMatchObject({ mailbox_ids: [to] });
});

test("a conversation that is in both is in the one that is left, once", async () => {
  const box = await mailboxWithMail();
  const to = await newMailbox({ address: "both@desk.example" });
  await sql`UPDATE conversation SET mailbox_ids = ${[to, box.id]} WHERE id = ${box.conversation.id}`.execute(db);
  expect(await removeMailbox(desk, ida, box.id, to)).toBeUndefined();
  expect(await placeOf(box.conversation.id)).toMatchObject({ mailbox_ids: [to] });
});

test("who may not see it where it goes has it no longer; who may keeps it", async () => {
  const [one, two] = [await mailboxWithMail(), await mailboxWithMail()];
  await assignConversation(desk, ida, one.conversation.id, olu.id);
  await assignConversation(desk, ida, two.conversation.id, olu.id);
  const closed = await newMailbox({ address: "closed@desk.example", people: [ida] });
  const open = await newMailbox({ address: "open@desk.example" });
  await removeMailbox(desk, ida, one.id, closed);
  await removeMailbox(desk, ida, two.id, open);
  expect(await placeOf(one.conversation.id)).toEqual({ mailbox_ids: [closed], assignee_id: null });
  expect(await placeOf(two.conversation.id)).toEqual({ mailbox_ids: [open], assignee_id: olu.id });
});

test("what has still to leave through it holds it", async () => {
  const id = await newMailbox({ address: "later@desk.example" });
  const mail = { messageId: null, mailboxId: id, raw: Buffer.from("x"), mailFrom: "", rcptTo: ["a@b.example"] };
  await desk.database.inOneGo((tx) => putInOutbox(tx, { ...mail, sendAt: desk.now() }, desk.now()));
  expect(refusal(await removeMailbox(desk, ida, id, undefined))).toBe("mail-waiting");
  await sql`UPDATE outbox SET state = 'sent' WHERE mailbox_id = ${id}`.execute(db);
  expect(await removeMailbox(desk, ida, id, undefined)).toBeUndefined();
});

test("snippets that belong to it go along, and without a place to go they hold it", async () => {
  const [id, to] = [
    await newMailbox({ address: "words@desk.example" }),
    await newMailbox({ address: "more@desk.example" }),
  ];
  const { id: snippet } = await addSnippet(db, { name: "Thanks", html: "<p>x</p>", mailboxId: id }, ida.id, desk.now());
  expect(refusal(await removeMailbox(desk, ida, id, undefined))).toBe("in-use");
  expect(await removeMailbox(desk, ida, id, to)).toBeUndefined();
  expect(await listSnippets(db, [to])).toMatchObject([{ id: snippet, mailbox_id: to }]);
});

test("mail that came for it and is still to be filed holds it: nobody else's mailbox gets to see it", async () => {
  const id = await newMailbox({ address: "board@desk.example", people: [ida] });
  const mail = { raw: Buffer.from("x"), via: "smtp", mailboxId: null, mailFrom: "", remoteAddress: "" } as const;
  const [kept] = await receiveMail(desk, { ...mail, rcptTo: ["Board+c1@desk.example"] });
  expect(refusal(await removeMailbox(desk, ida, id, undefined))).toBe("mail-waiting");
  await sql`UPDATE inbound_mail SET state = 'filed' WHERE id = ${kept}`.execute(db);
  expect(await removeMailbox(desk, ida, id, undefined)).toBeUndefined();
});

test("what is begun in it at the very moment it goes, goes along", async () => {
  const [id, to] = [
    await newMailbox({ address: "goes@desk.example" }),
    await newMailbox({ address: "stays@desk.example" }),
  ];
  const box = await mailboxWithMail();
  const begun = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const beginning = desk.database.inOneGo(async (tx) => {
    await holdMailboxesAt(tx, ["goes+c1@desk.example"]);
    const customerId = box.conversation.customer_id;
    const at = desk.now();
    const started = { subject: "A lamp", customerId, mailboxIds: [id], status: "open", isSample: false, at } as const;
    const conversation = await startConversation(tx, started);
    begun.resolve();
    await go.promise;
    return conversation;
  });
  await begun.promise;
  const removing = removeMailbox(desk, ida, id, to);
  setTimeout(go.resolve, 100);
  expect(await removing).toBeUndefined();
  expect(await placeOf(await beginning)).toMatchObject({ mailbox_ids: [to] });
});

test("what is moved into it while it goes stays where it was", async () => {
  const box = await mailboxWithMail();
  const id = await newMailbox({ address: "leaving@desk.example" });
  const locked = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  const removing = desk.database.inOneGo(async (tx) => {
    await lockMailbox(tx, id);
    locked.resolve();
    await go.promise;
    await tx.deleteFrom("mailbox").where("id", "=", id).execute();
  });
  await locked.promise;
  const moving = moveConversation(desk, ida, box.conversation.id, id);
  setTimeout(go.resolve, 100);
  await removing;
  expect(refusal(await moving)).toBe("mailbox-not-found");
  expect(await placeOf(box.conversation.id)).toMatchObject({ mailbox_ids: [box.id] });
});
