/** The guide: what each step says of a matter, what comes next, and what must hold whatever happened in whatever order. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveGuide, type Guide } from "./derive-guide.ts";
import type { Check, FactKnown, Matter, Offer, OurWords, PromiseGiven, Question, TheirWords } from "./matter.ts";
import { STEPS, type Step } from "./step.ts";

const HOUR = 3_600_000;
const NOW = 100 * HOUR;
const NOTHING: Matter = {
  theirs: [],
  ours: [],
  facts: [],
  questions: [],
  offers: [],
  promises: [],
  checks: [],
  checkDue: null,
  closings: [],
  overruled: [],
};
const theirs = (at: number, more: Partial<TheirWords> = {}): TheirWords => ({
  id: at,
  at: at * HOUR,
  isSeen: true,
  isUpset: false,
  soundsSolved: false,
  ...more,
});
const ours = (at: number, ...covers: Step[]): OurWords => ({ id: at, at: at * HOUR, hasLeft: true, covers });
const fact = (at: number, state: FactKnown["state"]): FactKnown => ({ id: at, at: at * HOUR, state });
const question = (at: number, state: Question["state"], isRequired = true): Question => ({
  id: at,
  at: at * HOUR,
  state,
  isRequired,
});
const promise = (at: number, due: number | null, state: PromiseGiven["state"] = "open"): PromiseGiven => ({
  id: at,
  at: at * HOUR,
  due: due === null ? null : due * HOUR,
  state,
  isOwnedUp: false,
});
const check = (askedAt: number, more: Partial<Check> = {}): Check => ({
  id: askedAt,
  askedAt: askedAt * HOUR,
  answer: null,
  answeredAt: null,
  followUpDue: null,
  silentSince: null,
  ...more,
});
const guide = (more: Partial<Matter>): Guide => deriveGuide({ ...NOTHING, ...more }, NOW, 2 * HOUR);
const states = ({ steps }: Guide): string => steps.map(({ state }) => state).join(" ");
const next = ({ next: one }: Guide): string => (one ? `${one.step}: ${one.act} ${one.about}` : "nothing");

describe("the steps of a matter", () => {
  test("of nothing are all spare, and nothing is to be done", () => {
    expect([states(guide({})), next(guide({}))]).toEqual(["spare spare spare spare spare spare", "nothing"]);
  });

  test("an unread message is heard by nobody yet", () => {
    const found = guide({ theirs: [theirs(1), theirs(2, { isSeen: false })] });
    expect(found.steps[0]).toEqual({
      step: "listen",
      state: "open",
      evidence: [{ of: "theirs", id: 2, at: 2 * HOUR }],
    });
    expect(next(found)).toBe("listen: read 2");
  });

  test("an upset customer is acknowledged before anything else, and each fresh hurt wants a word of its own", () => {
    const hurt = [theirs(1, { isUpset: true })];
    expect(next(guide({ theirs: hurt, facts: [fact(1, "heard")] }))).toBe("acknowledge: acknowledge 1");
    const answered = { theirs: hurt, ours: [ours(2, "acknowledge", "provide")] };
    expect(states(guide(answered))).toBe("done done spare spare done spare");
    const again = guide({ ...answered, theirs: [...hurt, theirs(3, { isUpset: true })] });
    expect([again.steps[1]?.state, next(again)]).toEqual(["open", "acknowledge: acknowledge 3"]);
  });

  test("one good reply takes all six", () => {
    const found = guide({ theirs: [theirs(1, { isUpset: true })], ours: [ours(2, ...STEPS)] });
    expect(states(found)).toBe("done done done done done begun");
  });

  test("what waits in the outbox has told nobody anything", () => {
    const found = guide({ theirs: [theirs(1)], ours: [{ ...ours(2, "provide"), hasLeft: false }] });
    expect([found.steps[4]?.state, next(found)]).toEqual(["open", "provide: offer 1"]);
  });

  test("nothing is offered before what must be known is known and read back", () => {
    const asked = { theirs: [theirs(1)], questions: [question(1, "open")], facts: [fact(1, "heard")] };
    expect(next(guide(asked))).toBe("question: ask 1");
    const known = { ...asked, questions: [question(1, "answered")] };
    expect(next(guide(known))).toBe("confirm: read-back 1");
    expect(next(guide({ ...known, facts: [fact(1, "confirmed")] }))).toBe("provide: offer 1");
  });

  test("what one may ask but need not holds nothing up", () => {
    expect(next(guide({ theirs: [theirs(1)], questions: [question(1, "open", false)] }))).toBe("provide: offer 1");
  });

  test("facts that are read back wait for the customer; what they put right is settled", () => {
    expect(guide({ facts: [fact(1, "read-back"), fact(2, "heard")] }).steps[3]?.state).toBe("begun");
    expect(guide({ facts: [fact(1, "corrected"), fact(2, "confirmed")] }).steps[3]?.state).toBe("done");
  });

  test("an open promise keeps Provide open; the one that is due first is spoken of first", () => {
    const given = { theirs: [theirs(1)], ours: [ours(2, "provide")], promises: [promise(3, 300), promise(2, 200)] };
    expect([states(guide(given)), next(guide(given))]).toEqual([
      "done spare spare spare begun spare",
      "provide: keep-promise 2",
    ]);
  });

  test("a promise that is due soon goes before an answer that can wait; a broken one before everything", () => {
    const waits = { theirs: [theirs(99, { isUpset: true })], promises: [promise(2, 101)] };
    expect(next(guide(waits))).toBe("provide: keep-promise 2");
    expect(next(guide({ ...waits, theirs: [theirs(99, { isSeen: false })] }))).toBe("listen: read 99");
    const broken = { ...waits, promises: [promise(2, 101), promise(1, 50, "broken")] };
    expect([next(guide(broken)), guide(broken).steps[4]?.state]).toEqual(["provide: own-up 1", "open"]);
    const owned = { ...broken, promises: [{ ...promise(1, 50, "broken"), isOwnedUp: true }] };
    expect(next(guide(owned))).toBe("acknowledge: acknowledge 99");
  });

  test("options that were offered wait for the customer's choice", () => {
    const offered: Offer = { id: 1, at: 2 * HOUR, isChosen: false };
    const given = { theirs: [theirs(1)], ours: [ours(2, "provide")] };
    expect(guide({ ...given, offers: [offered] }).steps[4]?.state).toBe("begun");
    expect(guide({ ...given, offers: [{ ...offered, isChosen: true }] }).steps[4]?.state).toBe("done");
  });

  test("what was provided is asked about once it had time to work, and once more when nobody answers", () => {
    const provided = { theirs: [theirs(1)], ours: [ours(2, "provide")], checkDue: 90 * HOUR };
    expect(guide(provided).next).toEqual({ step: "check", act: "check", about: null, due: 90 * HOUR });
    const asked = guide({ ...provided, checks: [check(91, { followUpDue: 160 * HOUR })] });
    expect(asked.next).toEqual({ step: "check", act: "follow-up", about: 91, due: 160 * HOUR });
    expect(asked.steps[5]?.state).toBe("begun");
  });

  test("“thanks, all good” is perhaps a yes, and asked about; it resolves nothing by itself", () => {
    const thanks = { theirs: [theirs(1), theirs(3, { soundsSolved: true })], ours: [ours(2, "provide")] };
    expect([guide(thanks).ending, next(guide(thanks))]).toEqual([null, "check: take-yes 3"]);
  });

  test("a yes resolves, a no begins anew at Listen, and a yes that is taken back does not stay", () => {
    const solved = { theirs: [theirs(1)], ours: [ours(2, "provide")] };
    const yes = check(4, { answer: "yes", answeredAt: 5 * HOUR });
    expect(guide({ ...solved, checks: [yes] })).toMatchObject({ ending: "confirmed", next: null });
    const no = guide({
      theirs: [theirs(1), theirs(6, { isSeen: false })],
      ours: [ours(2, "provide")],
      checks: [{ ...yes, answer: "no" }],
    });
    expect([no.ending, no.since, states(no)]).toEqual([null, 5 * HOUR, "open spare spare spare open spare"]);
  });

  test("a thank-you after the end leaves it ended; another trouble opens it again", () => {
    const ended = { checks: [check(4, { answer: "yes", answeredAt: 5 * HOUR })] };
    expect(guide({ ...ended, theirs: [theirs(1), theirs(6, { soundsSolved: true })] }).ending).toBe("confirmed");
    const again = guide({ ...ended, theirs: [theirs(1), theirs(6)] });
    expect([again.ending, again.since, again.steps[5]?.state]).toEqual([null, 6 * HOUR, "spare"]);
  });

  test("a silence is shown as silence, and an answer that comes after all takes its place", () => {
    const silent = check(4, { silentSince: 50 * HOUR });
    expect(guide({ theirs: [theirs(1)], checks: [silent] }).ending).toBe("silent");
    const late = { ...silent, answer: "yes" as const, answeredAt: 60 * HOUR };
    expect(guide({ theirs: [theirs(1)], checks: [late] }).ending).toBe("confirmed");
  });

  test("a person ends it with a reason, and without one does not", () => {
    expect(guide({ theirs: [theirs(1)], closings: [{ at: 2 * HOUR, reason: "Asked by phone." }] }).ending).toBe(
      "closed",
    );
    expect(guide({ theirs: [theirs(1)], closings: [{ at: 2 * HOUR, reason: "  " }] }).ending).toBeNull();
  });

  test("a person can take a step for done, which is shown as their word", () => {
    const found = guide({ theirs: [theirs(1, { isUpset: true })], overruled: [{ step: "acknowledge", at: 2 * HOUR }] });
    expect(found.steps[1]).toMatchObject({ state: "done" });
    expect(found.steps[1]?.evidence).toContainEqual({ of: "person", id: null, at: 2 * HOUR });
    expect(next(found)).toBe("provide: offer 1");
  });
});

const at = fc.integer({ min: 1, max: 90 }).map((hours) => hours * HOUR);
const id = fc.integer({ min: 1, max: 1_000 });
const perhaps = fc.option(at, { nil: null });
const few = <One>(one: fc.Arbitrary<One & { readonly id: number }>) =>
  fc.uniqueArray(one, { maxLength: 5, selector: (each) => each.id });
const anyMatter: fc.Arbitrary<Matter> = fc.record({
  theirs: few(fc.record({ id, at, isSeen: fc.boolean(), isUpset: fc.boolean(), soundsSolved: fc.boolean() })),
  ours: few(fc.record({ id, at, hasLeft: fc.boolean(), covers: fc.subarray([...STEPS]) })),
  facts: few(fc.record({ id, at, state: fc.constantFrom("heard", "read-back", "confirmed", "corrected") })),
  questions: few(fc.record({ id, at, isRequired: fc.boolean(), state: fc.constantFrom("open", "asked", "answered") })),
  offers: few(fc.record({ id, at, isChosen: fc.boolean() })),
  promises: few(
    fc.record({
      id,
      at,
      due: perhaps,
      state: fc.constantFrom("open", "kept", "moved", "broken"),
      isOwnedUp: fc.boolean(),
    }),
  ),
  checks: few(
    fc
      .record({ id, askedAt: at, answer: fc.constantFrom("yes", "no", null), later: at, silentSince: perhaps })
      .map(({ later, ...one }) => ({
        ...one,
        answeredAt: one.answer === null ? null : one.askedAt + later,
        followUpDue: null,
      })),
  ),
  checkDue: perhaps,
  closings: fc.array(fc.record({ at, reason: fc.constantFrom("", " ", "Settled by phone") }), { maxLength: 3 }),
  overruled: fc.array(fc.record({ step: fc.constantFrom(...STEPS), at }), { maxLength: 2 }),
});

describe("whatever happened, in whatever order it became known", () => {
  test("the guide says the same", () => {
    fc.assert(
      fc.property(anyMatter, fc.infiniteStream(fc.nat()), (matter, chance) => {
        const shuffled = Object.fromEntries(
          Object.entries(matter).map(([name, list]) => {
            if (!Array.isArray(list)) return [name, list];
            const keyed = list.map((one): [number, unknown] => [chance.next().value ?? 0, one]);
            return [name, keyed.sort(([a], [b]) => a - b).map(([, one]) => one)];
          }),
        ) as unknown as Matter;
        expect(deriveGuide(shuffled, NOW, HOUR)).toEqual(deriveGuide(matter, NOW, HOUR));
      }),
    );
  });

  test("nothing is resolved without the customer's yes, a silence, or a person's reason, and never under another name", () => {
    fc.assert(
      fc.property(anyMatter, (matter) => {
        const { ending, next: one } = deriveGuide(matter, NOW, HOUR);
        if (ending === "confirmed") expect(matter.checks.some(({ answer }) => answer === "yes")).toBe(true);
        if (ending === "silent")
          expect(matter.checks.some(({ answer, silentSince }) => answer === null && silentSince !== null)).toBe(true);
        if (ending === "closed") expect(matter.closings.some(({ reason }) => reason.trim() !== "")).toBe(true);
        if (ending !== null) expect(one).toBeNull();
      }),
    );
  });

  test("no unread message, no broken promise and no open one is lost from sight", () => {
    fc.assert(
      fc.property(anyMatter, (matter) => {
        const { steps, since, ending, next: one } = deriveGuide(matter, NOW, HOUR);
        const shown = steps.flatMap(({ evidence }) => evidence.map(({ of, id: known }) => `${of} ${known}`));
        for (const { id: letter, isSeen, at: moment } of matter.theirs)
          if (!isSeen && moment >= since) expect(shown).toContain(`theirs ${letter}`);
        for (const { id: given } of matter.promises) expect(shown).toContain(`promise ${given}`);
        const needsUs = matter.promises.some(
          ({ state, isOwnedUp }) => state === "open" || (state === "broken" && !isOwnedUp),
        );
        if (ending === null && needsUs) expect(one).not.toBeNull();
      }),
    );
  });

  test("Check is done by a yes alone, unless a person said so", () => {
    fc.assert(
      fc.property(anyMatter, (matter) => {
        const state = deriveGuide({ ...matter, overruled: [] }, NOW, HOUR).steps[5]?.state;
        if (state === "done") expect(matter.checks.some(({ answer }) => answer === "yes")).toBe(true);
      }),
    );
  });
});
