/**
 * “We” did this, and it was you. A note for the writer's own statistics: careful readers seldom call a single "we" a fault, though
 * many of them together sound like an office.
 */

import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

/** What one person does at a desk; "we've refunded" may well be the company. */
const DONE_ALONE =
  "(?:looked|checked|read|moved|rebooked|booked|changed|updated|reset|noted|found|spoken|spoke|called|rung|asked|traced|tested|written|forwarded|actioned|attached|unlocked|reopened|added|corrected|removed|cancelled|rescheduled)";
const WE = new RegExp(
  `(?<![\\w'])(we've|we have|we)(?: just| now| already| also| personally)* ${DONE_ALONE}(?!\\w)`,
  "g",
);
const TOGETHER = pattern(
  "our (?:warehouse|engineers?|courier|depot|billing|team|teams|developers?|technicians?|company|management|directors?|lawyers?|records|systems?|price|prices|terms|policy|shop|office|partners?)|all of us|together|both|as a company|everyone|which we (?:\\w+ )?|that we (?:\\w+ )?|when we|if we|once we|until we|as soon as we|while we|after we|before we|because we|where we|how we|what we|since we|mistake|wrong|twice|error|should have|never",
);

export default rule({
  id: "we-for-i",
  catalogue: "P13",
  step: "provide",
  principle: "connect.personal",
  level: "note",
  see: "“We” did this, and it was you.",
  why: "“I” sounds like a person who feels and acts for them; “we” sounds like an office.",
  do: "Say I for what you do yourself, and keep we for what the company owns.",
  cites: ["packard-2018"],
  examples: {
    flags: [
      "[[We've]] moved your booking to Thursday at nine, same engineer.",
      "Thank you for the photo. [[We have]] checked the lamp and its cable.",
      "[[We]] called the depot this morning about your parcel.",
      "As you asked, [[we have]] cancelled the second visit for you.",
    ],
    passes: [
      "Please don't use the sofa until we've looked at it on Thursday.",
      "I've moved your booking to Thursday at nine, same engineer.",
      "We've changed our prices in May, as a company, for everyone.",
      "We sent the wrong lamp, and that was our mistake.",
      "All of us here, our engineers and the depot met, and we have changed the label on every box.",
      "We open at nine, and we close at six in the evening.",
      "We refunded the fee of everybody who was on that train.",
      "Here is what we have found: the courier scanned it twice.",
    ],
    misses: ["We are on your case, and we have your back in this."],
  },
  *check(draft) {
    for (const sentence of draft.body) {
      if (TOGETHER.test(sentence.plain) || draft.does(sentence, "own", "refuse")) continue;
      for (const match of sentence.plain.matchAll(WE)) {
        const we = match[1] as string;
        const start = sentence.start + match.index;
        yield { start, end: start + we.length, instead: we === "we" ? "I" : we === "we've" ? "I've" : "I have" };
      }
    }
  },
});
