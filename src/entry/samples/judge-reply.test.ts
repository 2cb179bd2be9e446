/** The judge on replies whose verdict any reader would give, in every language it knows. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeReply } from "./judge-reply.ts";
import { EXAMPLES } from "./reply-examples.fixture.ts";
import { CONDITIONS, type Condition, LANGUAGES } from "./story.ts";

describe.each(LANGUAGES)("a reply in %s", (language) => {
  test.each(CONDITIONS)("that is %s is called so", (verdict) => {
    const judgement = judgeReply(EXAMPLES[language][verdict], language);
    expect(judgement.verdict, JSON.stringify(judgement.reasons)).toBe(verdict);
  });
});

test("an English reply to a customer of another language is understood too", () => {
  for (const language of LANGUAGES) expect(judgeReply(EXAMPLES.en["made-right"], language).verdict).toBe("made-right");
});

const REPLIES: readonly (readonly [verdict: Condition, reply: string])[] = [
  ["asked", "Hi Milo, sorry about that! What do you see on the screen when it fails, and which phone is it?"],
  ["asked", "Could you send me a photo of the label by Friday?"],
  ["answered", "1. Unplug the lamp.\n2. Hold the button for ten seconds.\n3. Open the app."],
  ["answered", "Your refund of €236.00 will be back in your account on Tuesday."],
  [
    "made-right",
    "That sounds awful, and I understand why you are angry. I'll call you tomorrow at 10:00 to tell you where it is.",
  ],
  ["made-right", "You are right, we charged you twice. I have reversed the second payment just now."],
  ["refused", "I'm afraid we won't be able to refund this."],
  [
    "refused-with-alternative",
    "We can't take it back after 60 days, but you could have it repaired: I'll send a label.",
  ],
  ["apologised", "Please accept my condolences."],
  ["boilerplate", "We value your feedback. Please do not hesitate to contact us."],
  ["boilerplate", "Rest assured that we are looking into it."],
  ["boilerplate", "OK"],
  ["checked", "Is it all working now? Anything else I can help with?"],
  [
    "made-right",
    "I am so sorry about Arne. There is nothing you need to send us. I have closed his account and stopped the messages.",
  ],
  [
    "refused-with-alternative",
    "We cannot reach that day. I have sent eight lamps from the shop by express, so that you have something.",
  ],
  [
    "made-right",
    "I can't promise the courier, Marisol, and I understand the fear. I have sent eight lamps from the shop by express.",
  ],
  ["answered", "We do not know the cause yet. I will write to you at 20:00 with what we know."],
  ["answered", "You can pay £20 on the tenth of each month, for as long as it takes."],
  ["answered", "Your granddaughter's lamp will arrive next week."],
  ["answered", "It is cancelled. Nothing more will be charged."],
  ["apologised", "You wrote on Monday and nobody answered. I am sorry."],
  ["asked", "I can't find an order under this address. Which number does the confirmation show?"],
  ["asked", "Which would suit you: Thursday or Friday?"],
  ["refused", "The return period is over, and this is outside the refund window."],
  ["refused", "We do not take back curtains that were cut to length."],
  ["blamed", "As we already told you, you must have used the wrong bulb."],
];

test.each(REPLIES)("%s: %s", (verdict, reply) => {
  const judgement = judgeReply(reply);
  expect(judgement.verdict, JSON.stringify(judgement.reasons)).toBe(verdict);
});

test("the reasons are sentences of the reply, and the questions are among them", () => {
  const reply = "I am so sorry. I have ordered a new shade. Which colour is yours?";
  const { reasons, questions } = judgeReply(reply);
  for (const { sentence } of reasons) expect(reply).toContain(sentence);
  expect(questions).toEqual(["Which colour is yours?"]);
});

test("whatever is written, judging neither fails nor changes its mind", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(...LANGUAGES), (text, language) => {
      expect(judgeReply(text, language)).toEqual(judgeReply(text, language));
    }),
  );
});
