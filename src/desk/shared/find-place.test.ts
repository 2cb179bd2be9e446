import fc from "fast-check";
import { expect, test } from "vitest";
import { filingDesk, letter } from "../../../test/filing-desk.ts";
import { makeMessageId, makePlusAddress, makeReturnPath } from "../../platform/mail/index.ts";
import { mergeConversations, moveConversation, splitConversation, unmergeConversations } from "../team/index.ts";

const desk = await filingDesk();
const ada = await desk.person("Ada");
const bo = await desk.person("Bo");
const help = await desk.mailbox({ address: "help@shop.test" });
const board = await desk.mailbox({ address: "board@shop.test", people: [ada, bo] });
const secret = desk.desk.keys.signing;

const EVE = "Eve <eve@elsewhere.test>";
const placeOf = async (id: Parameters<typeof desk.message>[0]) => (await desk.message(id)).conversation_id;

interface Thread {
  readonly mails: ReadonlyArray<{
    readonly answers: number;
    readonly by: "ana" | "dan";
    readonly names: "all" | "last";
  }>;
  readonly order: readonly number[];
}
/** Each mail answers one before it; Ana and Dan copy each other; some programs name the whole thread, some only the last mail. */
const threads: fc.Arbitrary<Thread> = fc.integer({ min: 2, max: 6 }).chain((length) =>
  fc.record({
    mails: fc.tuple(
      ...Array.from({ length }, (_, at) =>
        fc.record({
          answers: fc.integer({ min: 0, max: Math.max(0, at - 1) }),
          by: fc.constantFrom("ana" as const, "dan" as const),
          names: fc.constantFrom("all" as const, "last" as const),
        }),
      ),
    ),
    order: fc.shuffledSubarray(
      Array.from({ length }, (_, at) => at),
      { minLength: length, maxLength: length },
    ),
  }),
);

let run = 0;
test("a thread ends in one conversation, in whatever order its mails arrive", async () => {
  await fc.assert(
    fc.asyncProperty(threads, async ({ mails, order }) => {
      run += 1;
      const idOf = (at: number) => `thread-${run}-${at}@customers.test`;
      const ancestors = (at: number): number[] =>
        at === 0 ? [] : [...ancestors(mails[at]?.answers ?? 0), mails[at]?.answers ?? 0];
      const raws = mails.map(({ answers, by, names }, at) =>
        letter({
          id: idOf(at),
          from: by === "ana" ? `ana-${run}@customers.test` : `dan-${run}@customers.test`,
          cc: by === "ana" ? `dan-${run}@customers.test` : `ana-${run}@customers.test`,
          body: `Mail ${at}`,
          ...(at === 0 ? {} : { inReplyTo: idOf(answers) }),
          ...(at > 0 && names === "all" ? { references: ancestors(at).map(idOf) } : {}),
        }),
      );
      const filed = [];
      for (const at of order) filed.push(await desk.arrive(raws[at] as string));
      const places = new Set(await Promise.all(filed.map(({ id }) => placeOf(id))));
      expect(places.size).toBe(1);
      const [place] = [...places] as [never];
      expect(await desk.conversation(place)).toMatchObject({ message_count: mails.length, merged_into_id: null });
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("a mail that names the conversations of two customers joins nothing", async () => {
  const one = await desk.arrive(letter({ id: "one@x.test", from: "one@customers.test", cc: "eve@elsewhere.test" }));
  const two = await desk.arrive(
    letter({ from: "two@customers.test", cc: "eve@elsewhere.test", inReplyTo: "eve-links@elsewhere.test" }),
  );
  await desk.arrive(letter({ from: EVE, id: "eve-links@elsewhere.test", inReplyTo: "one@x.test" }));
  expect(await placeOf(one.id)).not.toBe(await placeOf(two.id));
});

test("an answer to our mail belongs there, whatever became of its subject", async () => {
  const asked = await desk.arrive(letter());
  const ours = await desk.answer(ada, asked.conversation_id);
  const answered = await desk.arrive(
    letter({ subject: "AW: SPAM? totally different", inReplyTo: ours.mail_id as string }),
  );
  expect(answered.conversation_id).toBe(asked.conversation_id);
});

test("a customer who follows up on their own mail stays in one conversation", async () => {
  const asked = await desk.arrive(letter({ id: "own@customers.test" }));
  const followed = await desk.arrive(letter({ inReplyTo: "own@customers.test", body: "One more thing" }));
  expect(followed.conversation_id).toBe(asked.conversation_id);
});

test("a forged mark opens nothing, and is said", async () => {
  const asked = await desk.arrive(letter());
  const forged = makeMessageId({
    conversationId: asked.conversation_id,
    messageId: asked.id,
    domain: "shop.test",
    secret: Buffer.from("another secret"),
  });
  const eve = await desk.arrive(letter({ from: EVE, inReplyTo: forged.slice(1, -1) }));
  expect(eve.conversation_id).not.toBe(asked.conversation_id);
  expect(eve.notes.remarks?.[0]).toContain("a thread mark that this desk did not make");
});

test("naming a stranger's mail, or writing to a stranger's plus-address, opens nothing", async () => {
  const asked = await desk.arrive(letter({ id: "private@customers.test" }));
  const named = await desk.arrive(letter({ from: EVE, references: ["private@customers.test"] }));
  expect(named.conversation_id).not.toBe(asked.conversation_id);
  expect(named.notes.remarks?.[0]).toContain("has no part in");
  const plus = makePlusAddress("help@shop.test", asked.conversation_id, secret);
  const written = await desk.arrive(letter({ from: EVE, to: plus }), { rcptTo: [plus] });
  expect(written.conversation_id).not.toBe(asked.conversation_id);
  const hers = await desk.arrive(letter({ to: plus, body: "It is me" }), { rcptTo: [plus] });
  expect(hers.conversation_id).toBe(asked.conversation_id);
});

test("whom the customer copied belongs to the conversation before anybody has answered", async () => {
  const asked = await desk.arrive(letter({ id: "copied@customers.test", cc: "dan@customers.test" }));
  const dan = await desk.arrive(letter({ from: "Dan <dan@customers.test>", inReplyTo: "copied@customers.test" }));
  expect(dan.conversation_id).toBe(asked.conversation_id);
});

test("someone unknown who answers a mail of ours joins with a remark", async () => {
  const asked = await desk.arrive(letter());
  const ours = await desk.answer(ada, asked.conversation_id);
  const joined = await desk.arrive(letter({ from: EVE, inReplyTo: ours.mail_id as string }));
  expect(joined.conversation_id).toBe(asked.conversation_id);
  expect(joined.notes.remarks?.[0]).toContain("eve@elsewhere.test was not part of this conversation before");
});

test("an out-of-office answer that names only our return path lies with the mail that it answers", async () => {
  const asked = await desk.arrive(letter());
  const ours = await desk.answer(ada, asked.conversation_id);
  const path = makeReturnPath("help@shop.test", ours.id, secret);
  const away = await desk.arrive(
    letter({ subject: "Out of office", to: path, headers: { "Auto-Submitted": "auto-replied" } }),
    { rcptTo: [path] },
  );
  expect(away).toMatchObject({ conversation_id: asked.conversation_id, class: "automatic" });
});

test("after a split, an answer goes where the mail stands that it answers", async () => {
  const asked = await desk.arrive(letter());
  await desk.answer(ada, asked.conversation_id);
  desk.wait(1_000);
  const other = await desk.arrive(letter({ references: [asked.mail_id as string], body: "And now my chair" }));
  desk.wait(1_000);
  const ours = await desk.answer(ada, asked.conversation_id);
  const split = await splitConversation(desk.desk, ada, asked.conversation_id, {
    messageId: other.id,
    subject: "Chair",
  });
  const place = (split as { conversationId: never }).conversationId;
  expect(await placeOf(ours.id)).toBe(place);
  const answered = await desk.arrive(letter({ inReplyTo: ours.mail_id as string, body: "The chair, yes" }));
  expect(answered.conversation_id).toBe(place);
});

test("an answer to a merged conversation goes to the one it went into, and back with it when the merge is undone", async () => {
  const kept = await desk.arrive(letter({ body: "Lamp" }));
  const gone = await desk.arrive(letter({ body: "Same lamp" }));
  const ours = await desk.answer(ada, gone.conversation_id);
  await mergeConversations(desk.desk, ada, kept.conversation_id, gone.conversation_id);
  const answered = await desk.arrive(letter({ inReplyTo: ours.mail_id as string, body: "When?" }));
  expect(answered.conversation_id).toBe(kept.conversation_id);
  const since = await desk.answer(ada, kept.conversation_id);
  const again = await desk.arrive(letter({ inReplyTo: since.mail_id as string, body: "Good." }));
  await unmergeConversations(desk.desk, ada, kept.conversation_id, gone.conversation_id);
  expect(await Promise.all([ours, answered, since, again].map(({ id }) => placeOf(id)))).toEqual(
    Array(4).fill(gone.conversation_id),
  );
  expect(await placeOf(kept.id)).toBe(kept.conversation_id);
  expect(await desk.conversation(gone)).toMatchObject({ status: "open", message_count: 5 });
});

test("an answer follows a conversation that was moved to other people, and those it left do not see it", async () => {
  const asked = await desk.arrive(letter());
  const ours = await desk.answer(ada, asked.conversation_id);
  await moveConversation(desk.desk, ada, asked.conversation_id, board);
  const answered = await desk.arrive(letter({ inReplyTo: ours.mail_id as string, body: "In confidence" }));
  expect(answered.conversation_id).toBe(asked.conversation_id);
  expect((await desk.conversation(asked)).mailbox_ids).toEqual([board]);
  const again = await desk.arrive(
    letter({ id: answered.mail_id as string, inReplyTo: ours.mail_id as string, body: "In confidence" }),
  );
  expect(again.id).toBe(answered.id);
  expect((await desk.conversation(asked)).mailbox_ids).toEqual([board]);
});

test("Microsoft's own Message-ID is recognised when the customer answers it, and ours still is", async () => {
  const asked = await desk.arrive(letter());
  const ours = await desk.answer(ada, asked.conversation_id);
  const { nameAnswersBy } = await import("../../records/conversation/index.ts");
  await nameAnswersBy(desk.desk.database.db, ours.id, "theirs@prod.outlook.test");
  for (const inReplyTo of ["theirs@prod.outlook.test", ours.mail_id as string])
    expect((await desk.arrive(letter({ inReplyTo }))).conversation_id).toBe(asked.conversation_id);
  expect((await desk.conversation(asked)).mailbox_ids).toEqual([help]);
});
