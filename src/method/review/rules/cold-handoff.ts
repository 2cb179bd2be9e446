/** This sends the customer on alone. */
import { wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const ELSEWHERE =
  "(?:teams?|departments?|desk|hotline|helpline|help desk|line|office|branch|store|shop|courier|carrier|manufacturer|maker|supplier|vendor|seller|retailer|dealer|centre|center|support|customer services?|service|provider|partner|agency|airline|warehouse|reception|specialists?|experts?|colleagues|garage|workshop|landlord|insurer|operator|organi[sz]er)";
const GO_THERE = everyPattern(
  `(?:please |kindly |you(?:'ll| will)? (?:need|have) to |you (?:should|must|can|could|may) )(?:please |directly |then |also )?(?:call|phone|contact|write to|e-?mail|reach out to|get in touch with|speak (?:to|with)|talk to|ring|visit|turn to|approach|go to|apply to|address (?:this|it|yourself) to|(?:raise|take|clarify|discuss|settle) (?:this|it|that)(?: up)? with|check with|refer (?:this )?to) (?:our|the|your|their|any|a|an|one of (?:our|the)) (?:[\\w'-]+ ){0,4}?${ELSEWHERE}`,
  "please (?:call|ring|dial|phone) (?:us (?:on|at) |them (?:on|at) )?(?:\\+?0|\\+)[\\d ]{5,16}",
  "(?:they|you)(?:'re| are| can be| can)(?: best)? (?:reach(?:ed)?(?: them| us| him| her)?|found|available|get (?:them|hold of them))? ?(?:on|at|under) (?:\\+?0|\\+)[\\d ]{5,16}",
  `(?:the|our|another) (?:[\\w'-]+ ){0,3}?${ELSEWHERE} (?:is|are) (?:responsible|in charge|competent)(?: for (?:this|that|it|these|such \\w+))?`,
  "please (?:use|fill (?:in|out)|complete|submit|open|raise|log|create|file) (?:our|the|a|an) (?:new |online |separate )*(?:contact form|web form|ticket|request|form on (?:our|the) (?:web ?)?site)",
);
const WARM = pattern(
  "i(?:'ve| have) (?:\\w+ )?(?:given|passed|sent|told|explained|forwarded|shared|put|briefed|asked|called|spoken|written|handed)|(?:she|he|they|\\w+) (?:has|have|knows?) (?:your|the) (?:whole |full )?(?:history|story|file|case|details|letter)|(?:will|'ll) (?:write|call|ring) you|(?:expects?|expecting) you(?:r call)?|(?:mention|quote|give|say) (?:my name|the number|case|ticket)",
);
const MUST = pattern(
  "bank|police|emergency|999|112|911|doctor|gp|nurse|hospital|pharmacist|identity|verif\\w+|security|payment (?:card|page)|ombudsman|data protection|fraud|samaritans|crisis",
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
  mostCare: 1,
  see: "This sends the customer on alone.",
  why: "Being sent elsewhere to tell it all again is what people remember as effort.",
  do: "Pass it on yourself: say who has it now, what you told them, and when they write.",
  cites: ["effort", "seven-strategies"],
  examples: {
    flags: [
      "For the second lamp, [[please contact our billing team]]. Thank you.",
      "[[Please call the courier]] about the parcel and its number.",
      "[[You will need to call our repair desk]] on Monday from nine on.",
      "For a hearing aid we have people who know. [[They're on 0800 123 456]], option three.",
      "The lock belongs to the landlord, so [[please take it up with your landlord]].",
      "Trains to the coast are not ours, and [[you should contact the operator]] about the seat.",
      "Thank you for your message. [[Please open a new ticket]] for the second lamp.",
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
