/** This line may read as shouting. */

import { INSULT, KIND, OF_OURSELVES, SHARP, SHOUTED, UNKIND } from "../contempt-cues.ts";
import { wordsIn } from "../look.ts";
import { cue } from "../pattern.ts";
import type { Pointed } from "../rule.ts";
import { rule } from "../rule.ts";

/** Words that people stress; product names and abbreviations are none of them. */
const STRESSED = cue(
  /(?<![A-Z\d])(?:ALREADY|AGAIN|CLEARLY|ALWAYS|TWICE|WRONG|READ|STOP|TOLD|SAID|EXPLAINED|VERY|EVERY|EVERYTHING|CALM|LISTEN|REPEATEDLY|OBVIOUSLY|YOUR|YOU|MUST|ENOUGH|IMPOSSIBLE|BEFORE|TWO|THREE|FOUR|FIVE|SIX|TEN|FIRST|LAST|ONLY|NEVER|NOTHING|NOBODY|YES|[A-Z]{4,12}(?:ING|LY|TION))(?![A-Z\d])/g,
);
const TO_BE_TYPED = /(?<!\w)(?:reply|text|write|type|answer|send|enter|press|say)(?: back)?(?: with| only| just)? $/;
const LOUD = cue(/[!?]{2,}/g);
/** Merry at the wrong moment is another fault, and another rule's. */
const PLAYFUL = /\p{Extended_Pictographic}|[:;]-?[)dp](?!\w)|(?<!\w)(?:ha(?:ha)+|lol|xx+)(?!\w)/u;
const OFFERS = /(?<!\w)(?:want me to|shall (?:i|we)|(?:can|may) (?:i|we)|would you like|fancy)(?!\w)/;

export default rule({
  id: "shouting-in-draft",
  catalogue: "S1",
  step: "acknowledge",
  principle: "calm.respect",
  level: "nudge",
  mostCare: 2,
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
      "[[Believe it or not]], asking every hour does not dry the paint.",
      "Letters of this kind [[make no impression]] on our office.",
      "[[Do you really think]] the van drives faster when you ring?",
      "We are busy as well, so [[find somebody else]] for the roof.",
      "[[Liars]] get their answer in writing, and that was it.",
      "[[Evidently you didn't]] look at the second page of the offer.",
    ],
    passes: [
      "Reply YES to this mail and I will book the van for Friday.",
      "Shall I keep one of the blue ones for you until Friday??",
      "The parcel is already on its way, and it comes on Friday.",
      "The ISBN and the IBAN are on the SECOND page of the PDF.",
      "Do NOT open the case while the red light is on.",
      "You wrote “ALREADY!!” and I understand why you did.",
      "So sorry about the wait!! The lamp comes on Friday at nine.",
      "If the shop is shut, ask somebody else at the counter next door for the key.",
      "I felt like a fool when I saw the wrong ribbon on the table.",
      "Thank you! The lamp is on its way and comes on Friday.",
      {
        customer: "My READ access is gone on the SAID drive.",
        reply: "Your READ access is back since this morning, on both drives.",
      },
    ],
  },
  *check(draft) {
    const isPlayful = PLAYFUL.test(draft.plain);
    for (const sentence of draft.body) {
      const found: Pointed[] = [];
      const written = draft.text.slice(sentence.start, sentence.end);
      for (const match of written.matchAll(STRESSED)) {
        // Blanked in plain: it stands between quotation marks.
        if (sentence.plain.slice(match.index, match.index + 1) === " " || draft.customer?.text.includes(match[0]))
          continue;
        // "Reply YES" spells a word that is to be typed.
        if (TO_BE_TYPED.test(sentence.plain.slice(0, match.index))) continue;
        const start = sentence.start + match.index;
        found.push({
          start,
          end: start + match[0].length,
          instead: match.index === 0 ? match[0].charAt(0) + match[0].slice(1).toLowerCase() : match[0].toLowerCase(),
        });
      }
      for (const match of sentence.plain.matchAll(LOUD)) {
        const start = sentence.start + match.index;
        const isAsking = match[0].includes("?");
        if (!isAsking && (KIND.test(sentence.plain) || isPlayful || !SHARP.test(sentence.plain))) continue;
        // "Shall I pop it in for you??" offers, and only the hand was quick.
        if (isAsking && (isPlayful || OFFERS.test(sentence.plain))) continue;
        found.push({ start, end: start + match[0].length, instead: isAsking ? "?" : "." });
      }
      if (!OF_OURSELVES.test(sentence.plain)) found.push(...wordsIn(sentence, INSULT));
      found.push(...wordsIn(sentence, UNKIND));
      for (const match of written.matchAll(SHOUTED)) {
        if (sentence.plain.slice(match.index, match.index + 1) === " " || draft.customer?.text.includes(match[0]))
          continue;
        found.push({ start: sentence.start + match.index, end: sentence.start + match.index + match[0].length });
      }
      let end = 0;
      for (const place of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
        if (place.start >= end) yield place;
        end = Math.max(end, place.end);
      }
    }
  },
});
