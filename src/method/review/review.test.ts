import { describe, expect, test } from "vitest";
import { shown } from "./rank.ts";
import { review, suggest } from "./review.ts";
import type { ReviewInput } from "./review-input.ts";

const AT = "2026-03-04T10:00:00+01:00";
const LAMP =
  "I am furious. I ordered two blue lamps on 3 March, order 4417, and only one came, with a cracked shade. I wrote on Monday and nobody answered!! Where is the second lamp?";
const GOOD = `Hello Ana,

You ordered two blue lamps and one came, with a cracked shade; then nobody answered you. I'm sorry, that was our mistake.

I can see order 4417 in front of me. I've sent the second lamp by courier this morning, and a new shade is in the same box; it will be with you on Friday before noon. Our packing list had the wrong number in it, because two orders were printed on one page.

Does that sound right to you? Write to me if the box is not there on Friday evening, and I will call the courier on Saturday at nine.

Kind regards
Tom`;
const given = (reply: string, customer = LAMP, more: Partial<ReviewInput> = {}): ReviewInput => ({
  thread: [{ from: "customer", text: customer }],
  reply,
  at: AT,
  timeZone: "Europe/Berlin",
  ...more,
});
const ids = (input: ReviewInput) => review(input).findings.map(({ rule }) => rule);
const said = (input: ReviewInput) =>
  review(input).findings.map(({ rule, start, end }) => [rule, input.reply.slice(start, end)]);

describe("a good reply", () => {
  test("is left in peace, covers all but the question, and is seen to do what it does", () => {
    const found = review(given(GOOD));
    expect(said(given(GOOD))).toEqual([]);
    expect(Object.entries(found.steps).map(([step, { covered }]) => [step, covered])).toEqual([
      ["listen", true],
      ["acknowledge", true],
      ["question", false],
      ["confirm", true],
      ["provide", true],
      ["check", true],
    ]);
    const moves = new Set(found.moves.map(({ move }) => move));
    for (const move of [
      "greet",
      "reflect",
      "apologise",
      "own",
      "act",
      "explain",
      "check",
      "promise",
      "sign-off",
    ] as const)
      expect([move, moves.has(move)]).toEqual([move, true]);
  });

  test("reviewed twice gives the same bytes, whether or not the thread was read before", () => {
    const once = JSON.stringify(review(given(GOOD)));
    const input = given(GOOD);
    expect(JSON.stringify(review(input))).toBe(once);
    expect(JSON.stringify(review(input))).toBe(once);
  });

  test("is unchanged by a signature or quoted history below it", () => {
    const strip = ({ findings, promises, commitments, steps }: ReturnType<typeof review>) => ({
      findings,
      promises,
      commitments,
      steps,
    });
    const plain = strip(review(given(GOOD)));
    expect(strip(review(given(`${GOOD}\nCustomer care\nLamps & Sons, 12 Mill Lane, Leeds`)))).toEqual(plain);
    expect(
      strip(
        review(
          given(
            `${GOOD}\n\nOn Tue, 3 Mar 2026 at 09:12, Ana <ana@example.org> wrote:\n> I am furious.\n> You forgot my lamp. Calm down? Never!!`,
          ),
        ),
      ),
    ).toEqual(plain);
  });
});

describe("changing a reply changes what is said of it", () => {
  test("a doubled apology is one too many", () => {
    const doubled = GOOD.replace("that was our mistake.", "that was our mistake. Once more, my sincere apologies.");
    expect(ids(given(doubled))).toContain("over-apology");
  });

  test("without its question the check is missing", () => {
    const { steps } = review(
      given(
        GOOD.replace("Does that sound right to you? Write to me if the box is not there on Friday evening, and I", "I"),
      ),
    );
    expect(steps.check.covered).toBe(false);
  });

  test("sent to another customer nothing in it is about them, and the apology still stands", () => {
    const other = review(
      given(
        GOOD,
        "The swimming course of my daughter was cancelled and your refund never reached my bank. I am so angry!",
      ),
    );
    expect(other.moves.some(({ move }) => move === "reflect")).toBe(false);
    expect(other.moves.some(({ move }) => move === "apologise")).toBe(true);
    expect(other.findings.map(({ rule }) => rule)).toContain("nothing-of-theirs");
  });

  test("quoted whole, it is nobody's voice", () => {
    const quoted = GOOD.split(/\n\n/)
      .map((part) => `“${part.replaceAll("\n", " ")}”`)
      .join("\n\n");
    expect(review(given(quoted)).findings.filter(({ start, end }) => start !== end)).toEqual([]);
  });
});

describe("what the teachers of the craft recommend", () => {
  // In our own words, each piece of advice once: it earns its move and no gate.
  test.each([
    ["acknowledge", "I understand how frustrating this is, and I would like to help."],
    ["acknowledge", "I can imagine how much this has inconvenienced you."],
    ["acknowledge", "I can tell that you are frustrated. Let's work this out."],
    ["acknowledge", "I understand that this is stressful for you, and I am here."],
    ["apologise", "I'm really sorry for the trouble that this has caused you."],
    ["normalise", "Anyone in your place would feel the same about this."],
    ["relate", "I've been there myself, so I know how you feel."],
    ["reflect", "It sounds like you are worried about the deadline."],
    ["paraphrase", "Let me see if I understand everything correctly: one lamp is missing."],
    ["ask", "Can you tell me more about what happened with the lamp?"],
    ["offer-option", "You can choose: a new lamp by Friday, or your money back today."],
    ["promise", "It will take about 48 hours, and I'll follow up with you on Friday."],
    [
      "alternative",
      "I understand you would like it today, but based on our policy I can offer you this instead: a loan lamp.",
    ],
    ["escalate", "This needs an approval that I cannot give, so I've passed it to our manager, Dana."],
    ["step-away", "I need a moment to look into this, and I'll write by 11:00."],
    ["check", "Did that do the trick for you?"],
    ["check", "How does that sound to you?"],
    ["check", "Can I help you with anything else?"],
    ["ask-feedback", "Now that it is solved, would you tell us how we did?"],
  ] as const)("%s: %s", (move, reply) => {
    const found = review(given(reply, "Where is my lamp? It never came."));
    expect(found.moves.map(({ move }) => move)).toContain(move);
    expect(found.findings.filter(({ level }) => level === "gate")).toEqual([]);
  });
});

describe("what is shown", () => {
  test("is three findings at most, gates first; all of them are in the full result", () => {
    const reply =
      "We apologise for any inconvenience caused. Calm down, it's our policy that we can't refund it!! Your case has been escalated. We'll get back to you shortly. Your card 4111 1111 1111 1111 was charged.";
    const found = review(given(reply));
    expect(found.findings.length).toBeGreaterThan(3);
    expect(found.shown.length).toBeLessThanOrEqual(3);
    expect(found.shown[0]?.rule).toBe("secret-shown");
    for (const one of found.shown) expect(found.findings).toContainEqual(one);
  });

  test("where a life may be in danger, nothing stands beside that", () => {
    const found = review(
      given(
        "We apologise for any inconvenience. We'll get back to you shortly.",
        "I don't want to live any more, and your bill came again.",
      ),
    );
    expect(found.shown.map(({ rule }) => rule)).toEqual(["life-in-danger"]);
  });

  test("without what the writer does not want to hear: the next comes up, but nothing that it had silenced", () => {
    const all = ["over-apology", "feeling-unnamed", "vague-time", "we-for-i", "generic-noun"].map((rule) => ({
      rule,
      level: "nudge" as const,
    }));
    const ids = (quiet: string) => shown(all, ({ rule }) => rule === quiet).map(({ rule }) => rule);
    expect(ids("")).toEqual(["over-apology", "vague-time", "we-for-i"]);
    expect(ids("over-apology")).toEqual(["vague-time", "we-for-i", "generic-noun"]);
  });
});

describe("what cannot be judged", () => {
  test("is named with what was missing, and the rule is silent", () => {
    const { notJudged } = review({ thread: [], reply: "I'll refund 80 EUR today, dear customer of ours." });
    expect(notJudged).toContainEqual({ rule: "beyond-limit", missing: ["limits"] });
    expect(notJudged).toContainEqual({ rule: "right-denied", missing: ["rights", "at"] });
    expect(notJudged).toContainEqual({ rule: "feeling-unnamed", missing: ["customer"] });
    expect(review(given("ok", LAMP, { limits: [] })).notJudged.map(({ rule }) => rule)).not.toContain("beyond-limit");
  });

  test("another language, on either side", () => {
    const german = review(given("Es tut mir leid, dass die Lampe nicht gekommen ist. Wir melden uns bald bei Ihnen."));
    expect(german.findings).toEqual([]);
    expect(german.notJudged.every(({ missing }) => missing.includes("language"))).toBe(true);
    const toGerman = review(
      given("Thank you for writing to us about the lamp.", "Die Lampe ist nicht gekommen und ich bin sehr verärgert!!"),
    );
    expect(toGerman.notJudged).toContainEqual({ rule: "feeling-unnamed", missing: ["customer"] });
  });
});

describe("suggestions", () => {
  const bare = given(
    "I've sent a new one today; it arrives on Friday.",
    "My blue lamp came without a shade. The order was 4417, and I paid 84.50 EUR. Can I keep the old bulb?",
  );

  test("rest on this customer's own facts, pass the coach, and are the same for the same seed", () => {
    const made = suggest(bare, "c1 r1");
    expect(made.length).toBeGreaterThan(0);
    expect(suggest({ ...bare, thread: [...bare.thread] }, "c1 r1")).toEqual(made);
    for (const { text, rests } of made) {
      expect(text).toContain(rests.charAt(0).toUpperCase() === text.charAt(0) ? rests.slice(1) : rests);
      const found = review({ ...bare, reply: text }).findings.filter(
        ({ start, end, level }) => start !== end && level !== "praise",
      );
      expect([text, found]).toEqual([text, []]);
    }
  });

  test("differ from one reply to the next", () => {
    const all = new Set(["r1", "r2", "r3", "r4", "r5", "r6", "r7"].map((seed) => JSON.stringify(suggest(bare, seed))));
    expect(all.size).toBeGreaterThan(1);
  });

  test("begin the letter below its greeting, also while nothing else is there", () => {
    const [first] = suggest(given("Dear Ana,\n\n", "My blue lamp came without a shade, order 4417."), "s");
    expect(first?.at).toBe("Dear Ana,\n\n".length);
  });

  test("are not made out of nothing, nor about a life in danger", () => {
    expect(suggest(given("Thank you for writing.", "It does not work."), "s")).toEqual([]);
    expect(
      suggest(given("Thank you for writing.", "I want to end my life. My lamp broke on 3 March, order 4417."), "s"),
    ).toEqual([]);
  });
});
