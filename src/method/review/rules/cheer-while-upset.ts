/** This is cheerful, and the customer is not. */
import { wordsIn } from "../look.ts";
import { isDone } from "../onward.ts";
import { everyPattern } from "../pattern.ts";
import type { Pointed } from "../rule.ts";
import { rule } from "../rule.ts";
import type { Sentence } from "../sentence.ts";

const CHEER = everyPattern(
  "(?:great|fantastic|wonderful|exciting) news|(?<!(?:also|is|no|any) )good news(?! (?:or|and) bad)",
  "awesome",
  "yay",
  "woo-?hoo",
  "no worries",
  "fingers crossed",
  "happy (?:reading|riding|shopping|travels|cooking|streaming|listening|gaming|gardening|baking|knitting|reading|weekend|\\w+ing)",
  "enjoy (?:your|the) (?:day|weekend|evening|cooking|meal|trip|rest)",
  "cheer up|keep smiling|smile again|big hug",
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
        customer: "My father's funeral was on Monday and the flowers came on Tuesday.",
        reply: "Thanks for your message[[!]] The flowers were on the road for two days.",
      },
      {
        customer: "Nobody came on Monday, nobody came today. I took two days off for the roof.",
        reply: "Busy weeks here, the roofers love the sun[[!!]] They will come on Friday [[:-)]]",
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
      {
        customer: "You said Monday, again nobody came with the bed, and I'm 80!!",
        reply: "Two lost mornings are enough: the bed is on the van now. I've paid the fee back. Sleep well tonight!",
      },
      {
        customer: "The oven smokes and nobody answers, I'm scared!!",
        reply: "I'm so sorry! Please pull the plug first. An engineer is on the way to you now.",
      },
      { customer: "Which size fits me?", reply: "Great news, size 38 is back! It should fit you well." },
    ],
  },
  *check(draft) {
    const { customer } = draft;
    if (customer === undefined || !customer.isUpset) return;
    const isMended = draft.doing("act", "redress").length > 0 || draft.body.some(isDone);
    /** One mark behind a warning, a sorry or, once it is mended, a kind word is no merriment. */
    const mayRing = (sentence: Sentence) =>
      draft.does(sentence, "apologise", "reassure") || (isMended && draft.does(sentence, "care"));
    const all: Pointed[] = [];
    let isMerry = customer.isHot;
    for (const sentence of draft.sentences) {
      const found: Pointed[] = [];
      if (!(isMended && /news|happy \w+ing/.test(sentence.plain))) found.push(...wordsIn(sentence, CHEER));
      for (const match of sentence.plain.matchAll(EMOJI))
        found.push({ start: sentence.start + match.index, end: sentence.start + match.index + match[0].length });
      isMerry ||= found.length > 0;
      if (sentence.part !== "greeting" && sentence.part !== "closing" && !mayRing(sentence))
        for (const match of sentence.plain.matchAll(/!+/g)) {
          const start = sentence.start + match.index;
          isMerry ||= match[0].length > 1 || sentence === draft.body[0];
          found.push({ start, end: start + match[0].length, instead: "." });
        }
      all.push(...found.sort((a, b) => a.start - b.start));
    }
    // A single mark further down, to somebody who keeps their voice down, may only be friendly.
    if (isMerry || all.length > 1) yield* all;
  },
});
