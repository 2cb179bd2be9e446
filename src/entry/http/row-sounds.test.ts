/** The one quiet word about a voice in a list. */
import { expect, test } from "vitest";
import { filingDesk, letter } from "../../../test/filing-desk.ts";
import { correctReading } from "../../desk/listen/index.ts";
import type { ConversationId } from "../../kit/index.ts";
import { summariesOf } from "../../records/conversation/index.ts";
import { visibleMailboxIds } from "../../records/mailbox/index.ts";
import { soundsOf } from "./row-sounds.ts";

const desk = await filingDesk();
const { db } = desk.desk.database;
const ada = await desk.person("Ada");
await desk.mailbox({ address: "help@shop.test" });

const soundIn = async (id: ConversationId) => {
  const who = { person: ada.id, mailboxes: await visibleMailboxIds(db, ada.id) };
  return (await soundsOf(desk.desk, await summariesOf(db, who, [id]))).get(id);
};
const arrived = (body: string) => desk.arrive(letter({ body }));

test("an angry letter that waits sounds angry, a calm one says nothing, and neither is kept", async () => {
  const angry = await arrived("I am furious. This is the third broken lamp!!");
  const calm = await arrived("Hello, where do I find the size of the lamp?");
  expect(await soundIn(angry.conversation_id)).toMatchObject({ feeling: "angry", intensity: expect.any(Number) });
  expect(await soundIn(calm.conversation_id)).toBeUndefined();
  expect(await db.selectFrom("reading_correction").selectAll().execute()).toEqual([]);
});

test("once it is answered nobody is said to be angry any more; a new letter is heard by itself", async () => {
  const first = await arrived("I am furious. This is the third broken lamp!!");
  const id = first.conversation_id;
  const ours = await desk.answer(ada, id);
  expect(await soundIn(id)).toBeUndefined();
  await desk.arrive(letter({ inReplyTo: ours.mail_id as string, body: "I am very worried that it gets lost again." }));
  expect(await soundIn(id)).toMatchObject({ feeling: "worried" });
});

test("whoever put the reading right is believed", async () => {
  const message = await arrived("I am furious. This is the third broken lamp!!");
  const correct = (name: string) =>
    correctReading(desk.desk, ada, message.id, {
      aspect: "feeling",
      start: 0,
      end: 0,
      heard: { name: "angry", value: null, share: 0.8 },
      said: { name, value: null },
      engine: "test",
    });
  await correct("sad");
  expect(await soundIn(message.conversation_id)).toEqual({ feeling: "sad", intensity: 0.5 });
  await correct("neutral");
  expect(await soundIn(message.conversation_id)).toBeUndefined();
});
