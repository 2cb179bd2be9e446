/** This is cheerful, and the customer is not. */
import { wordsIn } from "../look.ts";
import { everyPattern } from "../pattern.ts";
import type { Pointed } from "../rule.ts";
import { rule } from "../rule.ts";

const CHEER = everyPattern(
  "(?:great|good|fantastic|wonderful|exciting) news",
  "awesome",
  "yay",
  "woo-?hoo",
  "happy to help",
  "no worries",
  "have (?:a|an) (?:great|wonderful|fantastic|lovely|amazing|awesome|super|fabulous|nice) (?:day|weekend|evening|afternoon|week|one)",
  "super easy",
  "amazing",
);
const EMOJI = /\p{Extended_Pictographic}️?|[:;]-?[)DpP](?!\w)/gu;

export default rule({
  id: "cheer-while-upset",
  catalogue: "A14",
  step: "acknowledge",
  principle: "ack.shoes",
  level: "nudge",
  needs: ["customer"],
  see: "This is cheerful, and the customer is not.",
  why: "Cheer beside an upset message reads as not having read it.",
  do: "Stay plain and warm; let the fix be the good news.",
  cites: ["marinova-2018"],
  examples: {
    flags: [
      {
        customer: "I am FURIOUS, this is the third broken lamp!!",
        reply: "Thank you for writing to us[[!]] The next lamp comes on Friday.",
      },
      {
        customer: "Absolutely unacceptable, you lost my passport.",
        reply: "I'm sorry about the passport. I'm looking for it now [[🙂]]",
      },
      {
        customer: "Fed up!! Nobody answers me about the roof.",
        reply: "[[Great news]], your ticket is with our roof team since today.",
      },
      {
        customer: "Your app lost my thesis, I am livid.",
        reply: "I'm sorry about the thesis. I'm looking in the backup. [[Have a great day]].",
      },
    ],
    passes: [
      {
        customer: "I am FURIOUS, this is the third broken lamp!!",
        reply: "Three broken lamps is three too many. The next comes on Friday.",
      },
      { customer: "Thanks, the lamp is lovely.", reply: "Happy to help! Enjoy the light, and have a great day 🙂" },
      {
        customer: "Absolutely unacceptable, you lost my passport.",
        reply: "Hello Ana!\n\nI have your passport in my hands, and it leaves today.",
      },
      {
        customer: "Fed up!! Where is my order?",
        reply: "You wrote “Great!” and I know that you did not mean it. It is in Leeds.",
      },
      { customer: "Fed up!! The roof leaks.", reply: "Good news: I've found a roofer, and he comes today at four." },
      { customer: "Which size fits me?", reply: "Great news, size 38 is back! It should fit you well." },
    ],
  },
  *check(draft) {
    const { customer } = draft;
    if (customer === undefined || !customer.isHot) return;
    const isMended = draft.doing("act", "redress").length > 0;
    for (const sentence of draft.sentences) {
      const found: Pointed[] = [];
      if (!(isMended && /news/.test(sentence.plain))) found.push(...wordsIn(sentence, CHEER));
      for (const match of sentence.plain.matchAll(EMOJI))
        found.push({ start: sentence.start + match.index, end: sentence.start + match.index + match[0].length });
      if (sentence.part !== "greeting" && sentence.part !== "closing")
        for (const match of sentence.plain.matchAll(/!+/g)) {
          const start = sentence.start + match.index;
          // "!!" is shouting-in-draft's.
          if (match[0].length === 1) found.push({ start, end: start + 1, instead: "." });
        }
      yield* found.sort((a, b) => a.start - b.start);
    }
  },
});
