import fc from "fast-check";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../test/desk-database.ts";
import type { PersonId } from "../../kit/index.ts";
import { sql } from "../../platform/storage/index.ts";
import { block, judge, knownOfSender, learnSpam, spamWords, unblock } from "./spam.ts";

const { db } = await freshDatabase();
const SPAM = { spam: 1, ham: 0 };
const HAM = { spam: 0, ham: 1 };
const forget = () => sql`TRUNCATE spam_word`.execute(db);

const NOBODY = "nobody@else.test";
const OFFER = "Dear friend, cheap casino bonus waiting, claim your $500 reward at lucky-wheel.example today";
const LETTERS = [
  "My lamp arrived with a crack in the glass, could you send another one?",
  "The invoice says two lamps but I ordered one. Could you correct it?",
  "Where is my parcel? You said it would come on Friday.",
  "The switch of the reading lamp does not click any more.",
  "Could I return the shade? It is too blue for our kitchen.",
  "I would like to cancel the order I made this morning.",
];

test("it says nothing until it has seen five mails of either kind", async () => {
  await forget();
  for (let i = 0; i < 5; i += 1) await learnSpam(db, `${OFFER} ${i}`, SPAM);
  for (const letter of LETTERS.slice(0, 4)) await learnSpam(db, letter, HAM);
  expect((await knownOfSender(db, NOBODY, OFFER)).spam).toBeUndefined();
  await learnSpam(db, LETTERS[4] as string, HAM);
  expect((await knownOfSender(db, NOBODY, OFFER)).spam).toBeDefined();
});

test("it recognises what this team has called spam, says by which words, and leaves customers alone", async () => {
  await forget();
  for (let i = 0; i < 6; i += 1) await learnSpam(db, `${OFFER} ${i}`, SPAM);
  for (const letter of LETTERS) await learnSpam(db, letter, HAM);
  const offer = (await knownOfSender(db, NOBODY, "Claim your casino bonus, friend: lucky-wheel.example")).spam;
  expect(offer?.likelihood).toBeGreaterThan(0.97);
  expect(offer?.because).toContain("casino");
  const letter = (await knownOfSender(db, NOBODY, "The glass of my lamp has a crack, could you send another?")).spam;
  expect(letter?.likelihood).toBeLessThan(0.5);
  expect((await knownOfSender(db, NOBODY, "Bonjour, une question toute nouvelle")).spam).toEqual({
    likelihood: 0.5,
    because: [],
  });
});

test("a lesson that is taken back leaves no trace", async () => {
  await forget();
  for (let i = 0; i < 6; i += 1) await learnSpam(db, `${OFFER} ${i}`, SPAM);
  for (const letter of LETTERS) await learnSpam(db, letter, HAM);
  const before = (await knownOfSender(db, NOBODY, LETTERS[0] as string)).spam;
  await learnSpam(db, LETTERS[0] as string, SPAM);
  expect((await knownOfSender(db, NOBODY, LETTERS[0] as string)).spam).not.toEqual(before);
  await learnSpam(db, LETTERS[0] as string, { spam: -1, ham: 0 });
  expect((await knownOfSender(db, NOBODY, LETTERS[0] as string)).spam).toEqual(before);
});

test("one mail alone makes no proof of any word, and more sightings weigh more", () => {
  const all = { spam: 500, ham: 500 };
  const once = judge(all, [{ word: "lamp", spam: 1, ham: 0 }]);
  const often = judge(all, [{ word: "lamp", spam: 400, ham: 0 }]);
  expect(once.likelihood).toBeLessThan(0.8);
  expect(often.likelihood).toBeGreaterThan(0.98);
});

test("a likelihood is one, whatever the counts, and turns round when spam and ham do", () => {
  const count = fc.record({ word: fc.string({ minLength: 1, maxLength: 4 }), spam: fc.nat(2_000), ham: fc.nat(2_000) });
  const all = fc.record({ spam: fc.nat(1_000), ham: fc.nat(1_000) });
  fc.assert(
    fc.property(all, fc.uniqueArray(count, { selector: (each) => each.word, maxLength: 40 }), (mails, words) => {
      const { likelihood } = judge(mails, words);
      expect(likelihood).toBeGreaterThanOrEqual(0);
      expect(likelihood).toBeLessThanOrEqual(1);
      const turned = judge(
        { spam: mails.ham, ham: mails.spam },
        words.map(({ word, spam, ham }) => ({ word, spam: ham, ham: spam })),
      );
      expect(turned.likelihood).toBeCloseTo(1 - likelihood, 9);
    }),
  );
});

test("one more sighting in spam never speaks for innocence", () => {
  const nat = fc.nat(100);
  fc.assert(
    fc.property(nat, nat, (spam, ham) => {
      const all = { spam: 200, ham: 200 };
      const of = (seen: number) => judge(all, [{ word: "w", spam: seen, ham }]).likelihood;
      expect(of(spam + 1)).toBeGreaterThanOrEqual(of(spam));
    }),
  );
});

test("any text can be learned and judged, in words that are few and short", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (text) => {
      const words = spamWords(text);
      expect(words.length).toBeLessThanOrEqual(400);
      for (const word of words) expect(word.length).toBeLessThanOrEqual(31 * 2);
      await learnSpam(db, text, SPAM);
      (await knownOfSender(db, NOBODY, text)).spam;
    }),
    { numRuns: 30 },
  );
  expect(spamWords("a".repeat(100_000)).length).toBeGreaterThan(0);
});

test("an address or a whole domain is blocked, in any case, and let in again", async () => {
  const somebody = (
    await sql<{ id: PersonId }>`
    INSERT INTO person (email, name, role, created_at) VALUES ('ida@desk.example', 'Ida', 'agent', now()) RETURNING id`.execute(
      db,
    )
  ).rows[0]?.id as PersonId;
  await block(db, "@Spam.example", somebody, new Date());
  await block(db, "one@fine.example", somebody, new Date());
  expect((await knownOfSender(db, "Any.Body@spam.example", "")).isBlocked).toBe(true);
  expect((await knownOfSender(db, "ONE@fine.example", "")).isBlocked).toBe(true);
  expect((await knownOfSender(db, "two@fine.example", "")).isBlocked).toBe(false);
  expect(await unblock(db, "@spam.EXAMPLE")).toBe(true);
  expect((await knownOfSender(db, "any.body@spam.example", "")).isBlocked).toBe(false);
  expect(await unblock(db, "@spam.example")).toBe(false);
});
