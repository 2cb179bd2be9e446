/** This line may read as shouting. */

import { wordsIn } from "../look.ts";
import { everyPattern } from "../pattern.ts";
import type { Pointed } from "../rule.ts";
import { rule } from "../rule.ts";

/** Words that people stress; product names and abbreviations are none of them. */
const STRESSED =
  /(?<![A-Z\d])(?:ALREADY|AGAIN|CLEARLY|ALWAYS|TWICE|WRONG|READ|STOP|TOLD|SAID|EXPLAINED|VERY|EVERY|EVERYTHING|CALM|LISTEN|REPEATEDLY|OBVIOUSLY|YOUR|YOU|MUST|ENOUGH|IMPOSSIBLE|BEFORE)(?![A-Z\d])/g;
const UNKIND = everyPattern(
  "as you (?:well |very well |surely |should |already )+know",
  "(?:obviously|clearly),? you(?:'ve| have)? (?:not|n't|never|didn't|don't|missed|ignored)",
  "thanks for nothing|congratulations on (?:reading|finding out|finally)",
  "(?:stupid|ridiculous|idiotic|nonsense|rude|absurd|childish|hysterical) (?:of you|question|message|e-?mail|demand|request|behaviou?r|complaint|tone|accusation)s?",
  "(?:for the last time|once and for all|how many times)",
);
const LOUD = /[!?]{2,}/g;

export default rule({
  id: "shouting-in-draft",
  catalogue: "S1",
  step: "acknowledge",
  principle: "calm.respect",
  level: "nudge",
  see: "This line may read as shouting.",
  why: "Sharpness comes back sharper, and the matter waits.",
  do: "Keep to the fact; if it can wait, hold it for ten minutes and read it again.",
  cites: ["rogers-2018"],
  examples: {
    flags: [
      "The parcel is [[ALREADY]] on its way, and it comes on Friday.",
      "Please look at the second page[[!!]] The form is there.",
      "[[As you well know]], the lamp left our shop on Monday.",
      "[[For the last time]], the desk closes at six in the evening.",
      "What more could we send you[[?!]] The lamp is on its way.",
    ],
    passes: [
      "The parcel is already on its way, and it comes on Friday.",
      "The ISBN and the IBAN are on the SECOND page of the PDF.",
      "Do NOT open the case while the red light is on.",
      "You wrote “ALREADY!!” and I understand why you did.",
      "Thank you! The lamp is on its way and comes on Friday.",
      {
        customer: "My READ access is gone on the SAID drive.",
        reply: "Your READ access is back since this morning, on both drives.",
      },
    ],
  },
  *check(draft) {
    for (const sentence of draft.body) {
      const found: Pointed[] = [];
      const written = draft.text.slice(sentence.start, sentence.end);
      for (const match of written.matchAll(STRESSED)) {
        // Blanked in plain: it stands between quotation marks.
        if (sentence.plain.slice(match.index, match.index + 1) === " " || draft.customer?.text.includes(match[0]))
          continue;
        const start = sentence.start + match.index;
        found.push({
          start,
          end: start + match[0].length,
          instead: match.index === 0 ? match[0].charAt(0) + match[0].slice(1).toLowerCase() : match[0].toLowerCase(),
        });
      }
      for (const match of sentence.plain.matchAll(LOUD)) {
        const start = sentence.start + match.index;
        found.push({ start, end: start + match[0].length, instead: match[0].includes("?") ? "?" : "." });
      }
      found.push(...wordsIn(sentence, UNKIND));
      yield* found.sort((a, b) => a.start - b.start);
    }
  },
});
