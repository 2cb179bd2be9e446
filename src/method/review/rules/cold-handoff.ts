/** This sends the customer on alone. */
import { wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const GO_THERE = everyPattern(
  "(?:please |kindly |you(?:'ll| will)? (?:need|have) to |you (?:should|must|can|could) )(?:please |directly |then )?(?:call|contact|write to|e-?mail|reach out to|get in touch with|speak (?:to|with)|ring|visit|turn to) (?:our|the) (?:[\\w-]+ ){0,3}?(?:team|department|desk|line|hotline|office|branch|store|shop|courier|carrier|manufacturer|supplier|helpline|centre|center|support)",
  "please (?:call|ring|dial) (?:us (?:on|at) )?(?:\\+?0|\\+)[\\d ]{5,16}",
);
const WARM = pattern(
  "i(?:'ve| have) (?:\\w+ )?(?:given|passed|sent|told|explained|forwarded|shared|put|briefed|asked|called|spoken|written)|(?:she|he|they|\\w+) (?:has|have|knows?) (?:your|the) (?:whole |full )?(?:history|story|file|case|details)|(?:will|'ll) (?:write|call|ring) you|(?:expects?|expecting) you(?:r call)?",
);
const MUST = pattern(
  "bank|police|emergency|999|112|911|doctor|identity|verif\\w+|security|payment (?:card|page)|ombudsman|data protection",
);
const WANTS_A_NUMBER = pattern(
  "(?:who|whom|where|which (?:number|team|department)|what number|how) (?:can|do|should|could) i (?:call|contact|ring|reach|write|speak|talk|complain)|(?:a|the|your) (?:phone|telephone) number",
);

export default rule({
  id: "cold-handoff",
  catalogue: "P17",
  step: "provide",
  principle: "solve.handover",
  level: "nudge",
  see: "This sends the customer on alone.",
  why: "Being sent elsewhere to tell it all again is what people remember as effort.",
  do: "Pass it on yourself: say who has it now, what you told them, and when they write.",
  cites: ["effort", "seven-strategies"],
  examples: {
    flags: [
      "For the second lamp, [[please contact our billing team]]. Thank you.",
      "[[Please call the courier]] about the parcel and its number.",
      "[[You will need to call our repair desk]] on Monday from nine on.",
      "Hello Ana,\n\n[[please call 0800 123 456]] about the charge.",
    ],
    passes: [
      "I've given Ana in billing your history; she'll write in this thread.",
      "Please call our repair desk on Monday; I've told them the whole story.",
      { customer: "Which number can I call?", reply: "Please call our billing team on 0800 123 456 until six." },
      "Please contact the fraud desk of your bank, and have the card blocked.",
      "I called the courier about the parcel, and it comes on Friday.",
      "If you smell gas, please call the emergency line before all else.",
    ],
    misses: ["The people at the billing counter will know what to do with it."],
  },
  *check(draft) {
    if (draft.customer !== undefined && WANTS_A_NUMBER.test(draft.customer.plain)) return;
    if (draft.body.some((sentence) => WARM.test(sentence.plain))) return;
    for (const sentence of draft.body) {
      if (MUST.test(sentence.plain) || /\bif\b/.test(sentence.plain)) continue;
      yield* wordsIn(sentence, GO_THERE).slice(0, 1);
    }
  },
});
