/** What becomes of a person's word against the coach's: kept, shown to whoever sees the conversation, replaced, taken back. */
import { expect, test } from "vitest";
import { filingDesk, letter } from "../../../test/filing-desk.ts";
import { type CorrectionId, isRefusal, type MessageId } from "../../kit/index.ts";
import { listLog } from "../../platform/events/index.ts";
import { correctionsIn, type NewCorrection, type ReadingCorrection } from "../../records/conversation/index.ts";
import { addNote, mergeConversations, splitConversation, unmergeConversations } from "../team/index.ts";
import { correctReading, restoreReading } from "./index.ts";

const desk = await filingDesk();
const ada = await desk.person("Ada");
const bo = await desk.person("Bo");
await desk.mailbox({ address: "help@shop.test" });
await desk.mailbox({ address: "board@shop.test", people: [ada] });
const { db } = desk.desk.database;

type Correcting = Omit<NewCorrection, "messageId" | "by" | "engine">;
const feels = (name: string): Correcting => ({
  aspect: "feeling",
  start: 0,
  end: 0,
  heard: { name: "angry", value: null, share: 0.7 },
  said: { name, value: null },
});
const fact = (start: number, end: number, said: Correcting["said"]): Correcting => ({
  aspect: "fact",
  start,
  end,
  heard: { name: "order", value: "LL-4412", share: null },
  said,
});
const correct = (id: MessageId, correction: Correcting, by = ada) =>
  correctReading(desk.desk, by, id, { ...correction, engine: "1.2.3" });
async function kept(id: MessageId, correction: Correcting): Promise<ReadingCorrection> {
  const answer = await correct(id, correction);
  if (isRefusal(answer)) throw new Error(answer.sentence);
  return answer;
}

test("a correction is kept with what the reading had said, whose reading it was, and who put it right", async () => {
  const message = await desk.arrive(letter());
  await correct(message.id, feels("worried"));
  expect(await correctionsIn(db, message.conversation_id)).toMatchObject([
    {
      message_id: message.id,
      aspect: "feeling",
      heard: { name: "angry", value: null, share: 0.7 },
      said: { name: "worried", value: null },
      engine: "1.2.3",
      corrected_by: ada.id,
    },
  ]);
  const log = await listLog(db, message.conversation_id);
  expect(log.some((line) => line.kind === "reading.corrected" && line.person_id === ada.id)).toBe(true);
});

test("a second word on the same thing takes the place of the first; other things stand beside it", async () => {
  const message = await desk.arrive(letter());
  await correct(message.id, feels("worried"));
  await correct(message.id, feels("sad"));
  await correct(message.id, fact(7, 9, { name: "invoice", value: "LL-4412" }));
  await correct(message.id, fact(14, 18, null));
  await correct(message.id, fact(6, 10, null));
  const signal = (name: string): Correcting => ({
    aspect: "signal",
    start: 0,
    end: 5,
    heard: { name, value: null, share: null },
    said: null,
  });
  for (const name of ["legal", "safety", "legal"]) await correct(message.id, signal(name));
  const all = await correctionsIn(db, message.conversation_id);
  expect(all.map((one) => [one.aspect, one.start_at, one.said?.name ?? one.heard?.name])).toEqual([
    ["feeling", 0, "sad"],
    ["fact", 14, "order"],
    ["fact", 6, "order"],
    ["signal", 0, "safety"],
    ["signal", 0, "legal"],
  ]);
});

test("a correction can be taken back, once; then the reading stands as it was", async () => {
  const message = await desk.arrive(letter());
  const { id } = await kept(message.id, feels("worried"));
  expect(await restoreReading(desk.desk, bo, id)).toBeUndefined();
  expect(await correctionsIn(db, message.conversation_id)).toEqual([]);
  expect(await restoreReading(desk.desk, bo, id)).toMatchObject({ refused: "conversation-not-found" });
});

test("who does not see the conversation can neither correct its reading nor take a correction back, nor learn that it is there", async () => {
  const message = await desk.arrive(letter({ to: "board@shop.test" }), { rcptTo: ["board@shop.test"] });
  const { id } = await kept(message.id, feels("worried"));
  const nowhere = await correct(999_999 as MessageId, feels("sad"), bo);
  expect(await correct(message.id, feels("sad"), bo)).toEqual(nowhere);
  expect(await restoreReading(desk.desk, bo, id)).toEqual(await restoreReading(desk.desk, bo, 999_999 as CorrectionId));
  expect(await correctionsIn(db, message.conversation_id)).toMatchObject([{ said: { name: "worried" } }]);
});

test("the coach listens to customers: what a colleague wrote has no reading to put right", async () => {
  const message = await desk.arrive(letter());
  const note = await addNote(desk.desk, ada, message.conversation_id, { html: "<p>Hm</p>", mentions: [], key: "" });
  if (isRefusal(note)) throw new Error(note.sentence);
  expect(await correct(note.messageId, feels("sad"))).toMatchObject({ refused: "not-theirs" });
});

test("words that the message does not have cannot be put right", async () => {
  const message = await desk.arrive(letter({ body: "Hello." }));
  expect(await correct(message.id, fact(0, 5, null))).toMatchObject({ aspect: "fact" });
  expect(await correct(message.id, fact(2, 5_000, null))).toMatchObject({ refused: "no-such-words" });
});

test("of a card that a person names, only the last four digits are kept", async () => {
  const message = await desk.arrive(letter());
  const { said } = await kept(message.id, fact(0, 5, { name: "card", value: "4111 1111 1111 1234" }));
  expect(said).toEqual({ name: "card", value: "1234" });
});

test("a correction goes where its message goes: into a merge, back out of it, and along in a split", async () => {
  const [first, second] = [
    await desk.arrive(letter({ subject: "One" })),
    await desk.arrive(letter({ subject: "Two", from: "Otto <otto@customers.test>" })),
  ];
  const { id } = await kept(second.id, feels("worried"));
  const idsIn = async (message: typeof first) =>
    (await correctionsIn(db, message.conversation_id)).map((one) => one.id);
  await mergeConversations(desk.desk, ada, first.conversation_id, second.conversation_id);
  expect(await idsIn(first)).toEqual([id]);
  await unmergeConversations(desk.desk, ada, first.conversation_id, second.conversation_id);
  expect([await idsIn(first), await idsIn(second)]).toEqual([[], [id]]);
  await mergeConversations(desk.desk, ada, first.conversation_id, second.conversation_id);
  const made = await splitConversation(desk.desk, ada, first.conversation_id, {
    messageId: second.id,
    subject: "Apart",
  });
  if (isRefusal(made)) throw new Error(made.sentence);
  const moved = await desk.message(second.id);
  expect(await idsIn(moved)).toEqual([id]);
  expect(await idsIn(first)).toEqual([]);
});
