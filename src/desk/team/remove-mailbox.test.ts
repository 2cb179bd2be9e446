import { expect, test } from "vitest";
import { filingDesk, letter } from "../../../test/filing-desk.ts";
import { isRefusal, type MailboxId } from "../../kit/index.ts";
import { sql } from "../../platform/storage/index.ts";
import { findMailbox, putInOutbox } from "../../records/mailbox/index.ts";
import { assignConversation } from "./assign-conversation.ts";
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
