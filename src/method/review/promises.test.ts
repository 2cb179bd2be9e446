import { describe, expect, test } from "vitest";
import { commitmentsIn, limitPassed } from "./commitments.ts";
import { draftOf } from "./draft.ts";
import { datesIn, promisesIn } from "./promises.ts";

// A Wednesday.
const AT = "2026-03-04T10:00:00+01:00";
const promised = (reply: string, at = AT, timeZone: string | null = "Europe/Berlin") =>
  promisesIn(draftOf({ thread: [], reply, at, ...(timeZone === null ? {} : { timeZone }) })).map(
    ({ what, who, due }) => [what, who, due],
  );

describe("a promise is born in a sentence, with who, what and by when", () => {
  test.each([
    ["I'll call you on Tuesday before noon.", "call you on Tuesday before noon", "me", "2026-03-10T12:00:00+01:00"],
    ["I will write to you by Friday.", "write to you by Friday", "me", "2026-03-06"],
    ["We'll refund it within 3 business days.", "refund it within 3 business days", "us", "2026-03-09"],
    ["You'll hear from me tomorrow at 9:30.", "hear from me tomorrow at 9:30", "other", "2026-03-05T09:30:00+01:00"],
    ["I'll check it today by 16:00.", "check it today by 16:00", "me", "2026-03-04T16:00:00+01:00"],
    ["I'll ring you at 9.", "ring you at 9", "me", "2026-03-05T09:00:00+01:00"],
    ["I will send it on 30 March at 10:00.", "send it on 30 March at 10:00", "me", "2026-03-30T10:00:00+02:00"],
    ["I'll look into it.", "look into it", "me", null],
    ["I'll update you in 48 hours.", "update you in 48 hours", "me", "2026-03-06T10:00:00+01:00"],
    ["I will come back to you next Monday.", "come back to you next Monday", "me", "2026-03-09"],
    ["I will come back to you next Friday.", "come back to you next Friday", "me", "2026-03-13"],
    ["I'll call you on Friday 20 March.", "call you on Friday 20 March", "me", "2026-03-20"],
    [
      "I'll call you on Friday, the 20th of March, at 9:00.",
      "call you on Friday, the 20th of March, at 9:00",
      "me",
      "2026-03-20T09:00:00+01:00",
    ],
    ["We will deliver it on 5 January.", "deliver it on 5 January", "us", "2027-01-05"],
    [
      "I will send it today and write again tomorrow before noon.",
      "send it today and write again tomorrow before noon",
      "me",
      "2026-03-05T12:00:00+01:00",
    ],
    [
      "I will write by 11:00, as the store opens at 9:00.",
      "write by 11:00, as the store opens at 9:00",
      "me",
      "2026-03-04T11:00:00+01:00",
    ],
    // Ten o'clock it is already: no customer is owed a moment that was over.
    ["I'll call you today at 9:00.", "call you today at 9:00", "me", null],
  ])("%s", (reply, what, who, due) => expect(promised(reply)).toEqual([[what, who, due]]));

  test.each([
    "If you like, I'll call you on Tuesday.",
    "I will not close the case.",
    "Shall I call you on Tuesday?",
    "I called you on Tuesday.",
    "You can call me on Tuesday.",
  ])("none here: %s", (reply) => expect(promised(reply)).toEqual([]));

  test("a day is reckoned where the writer is: late in Los Angeles is another day than in Berlin", () => {
    const late = "2026-03-05T05:00:00Z";
    expect(promised("I'll call you tomorrow.", late, "America/Los_Angeles")).toEqual([
      ["call you tomorrow", "me", "2026-03-05"],
    ]);
    expect(promised("I'll call you tomorrow.", late, "Europe/Berlin")).toEqual([
      ["call you tomorrow", "me", "2026-03-06"],
    ]);
    expect(promised("I'll call you tomorrow at 9:00.", "2026-03-04T23:30:00-05:00", null)).toEqual([
      ["call you tomorrow at 9:00", "me", "2026-03-05T09:00:00-05:00"],
    ]);
  });

  test("without a moment of writing the day stays unknown, and is still known to be said", () => {
    const [promise] = promisesIn(draftOf({ thread: [], reply: "I'll call you on Tuesday." }));
    expect(promise).toMatchObject({ due: null, isDated: true });
  });

  test("dates said back are listed as written, with what they come to", () => {
    const draft = draftOf({
      thread: [],
      reply: "The engineer comes on 9 March at 14:00, and the part on Friday.",
      at: AT,
      timeZone: "Europe/Berlin",
    });
    expect(datesIn(draft).map(({ text, value }) => [text, value])).toEqual([
      ["9 March", "2026-03-09"],
      ["14:00", "2026-03-04T14:00:00+01:00"],
      ["Friday", "2026-03-06"],
    ]);
  });
});

describe("what a reply gives away", () => {
  const given = (reply: string) =>
    commitmentsIn(draftOf({ thread: [{ from: "customer", text: "I paid 80 EUR for the taxi." }], reply, at: AT })).map(
      ({ kind, amount, currency }) => [kind, amount, currency],
    );

  test.each([
    ["I've refunded 42.80 EUR to your card.", "refund", "42.80", "EUR"],
    ["We'll cover the 80.", "refund", "80", "EUR"],
    ["You'll get a full refund by Friday.", "refund", null, null],
    ["I'll pay you back the €19.99.", "refund", "19.99", "EUR"],
    ["The £12.50 is on us, of course.", "refund", "12.50", "GBP"],
    ["I've added a 15 EUR voucher to your account.", "credit", "15", "EUR"],
    ["We can offer you store credit of $30.", "credit", "30", "USD"],
    ["I'm sending you a new lamp today.", "replacement", null, null],
    ["We'll replace it free of charge.", "replacement", null, null],
    ["I can take 20% off your next order.", "discount", "20", "%"],
    ["I've given you two months free.", "free-period", "2", null],
    ["You're getting 250 EUR off the price.", "discount", "250", "EUR"],
    ["I'll put 4,000 USD credit on your account, ok?", "credit", "4000", "USD"],
    ["You'll have the full 3,480 EUR in your account on Friday.", "refund", "3480", "EUR"],
    ["The fare goes back to your card in full.", "refund", null, null],
    ["I won't charge you the remaining 600 EUR.", "discount", "600", "EUR"],
    ["You'll get back the 190 EUR plus a 100 EUR voucher.", "refund", "190", "EUR"],
    ["You'll get back the 190 EUR plus a 100 EUR voucher.", "credit", "100", "EUR"],
    ["I've extended your plan by six weeks.", "free-period", "1.4", null],
    ["Send me the slip and we pay for the taxi.", "refund", null, null],
    ["The late fee has been waived.", "exception", null, null],
    ["Your next invoice is on us.", "free-period", null, null],
    ["I can make an exception for you this time.", "exception", null, null],
    ["I'll waive the fee.", "exception", null, null],
  ])("%s", (reply, kind, amount, currency) => expect(given(reply)).toContainEqual([kind, amount, currency]));

  test.each([
    "I'm asking Dana to approve the 80 EUR refund.",
    "We can't refund the 80 EUR.",
    "You asked for a refund of 80 EUR.",
    "Our refund policy covers sixty days.",
    "Refunds take three days to reach the card.",
    "Once approved, the refund takes three days.",
    "I've covered all of your questions above.",
    "I'll send you the invoice today.",
    "The replacement policy is on the page.",
    "Would a refund of 80 EUR help you?",
    "I'd like to give you the whole 80 EUR back; that is more than I may decide, so I've put it to Dana.",
    "I've asked Dana for a credit of 80 EUR.",
    "I may give 50 EUR without asking.",
    "I'll be back on Monday.",
    "What the insurer pays I can't promise.",
    "We don't refund the 80 EUR.",
  ])("nothing here: %s", (reply) => expect(given(reply)).toEqual([]));

  test("is held against limits and approvals of the same money", () => {
    const limits = [{ kind: "refund", amount: 50, currency: "EUR" }] as const;
    const one = { kind: "refund", amount: "80", currency: "EUR", start: 0, end: 1 } as const;
    expect(limitPassed(one, limits, [])).toEqual(limits[0]);
    expect(limitPassed({ ...one, amount: "50" }, limits, [])).toBeUndefined();
    expect(limitPassed(one, limits, [{ kind: "refund", amount: 80, currency: "EUR" }])).toBeUndefined();
    expect(limitPassed(one, limits, [{ kind: "refund", amount: 60, currency: "EUR" }])).toEqual(limits[0]);
    expect(limitPassed({ ...one, currency: null }, limits, [])).toEqual(limits[0]);
    expect(limitPassed({ ...one, amount: null }, limits, [])).toBeUndefined();
    expect(limitPassed({ ...one, amount: null }, [{ kind: "refund", amount: 0 }], [])).toBeDefined();
    const share = { ...one, kind: "discount", amount: "50", currency: "%" } as const;
    const discount = [{ kind: "discount", amount: 30, currency: "EUR" }] as const;
    expect(limitPassed(share, discount, [])).toBeUndefined();
    expect(limitPassed(share, discount, [], 80)).toEqual(discount[0]);
    expect(limitPassed(share, discount, [], 40)).toBeUndefined();
  });
});
