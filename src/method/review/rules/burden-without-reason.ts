/** This asks for something that takes effort or trust, and does not say what for. */
import { around, wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const BURDEN = everyPattern(
  "(?:a |the |your |some |two |three )?(?:copy of (?:your |the )?(?:id|identity card|passport|driving licen[cs]e|birth certificate|death certificate|bank statement|utility bill)|passport|identity card|id card|driving licen[cs]e|(?:proof of (?:identity|address|purchase|income|payment))|bank (?:details|statement|account(?: number)?)|iban|card (?:number|details)|date of birth|social security number|national insurance number|doctor's (?:note|letter)|medical (?:report|certificate|record)s?|death certificate|photos?|pictures?|payslips?)",
  "(?:your|an) id",
);
const REASON = pattern(
  "in case (?:of|you)|because|so (?:that )?(?:i|we|it|the|you|our|nobody)|in order to|to (?:judge|assess|look|test|compare|book|claim|file|repair|replace|register|apply|check|see|find|make|confirm|process|help|verify|match|show|send|refund|pay|trace|identify|order|prove|be sure|protect|tell|know|stop|transfer|close|release|claim|read|keep|get)|(?:this|that|it|which|the (?:photo|label|picture|number))(?:'ll| will| would)? (?:helps?|lets?|tells?|shows?|means|allows?|proves?|protects?)|tells me|helps (?:me|us)|lets (?:me|us)|for (?:security|your (?:safety|security|protection)|the (?:refund|bank|insurer|insurance|claim|transfer|police|courier))|that way|needed (?:for|to|by)|the law|the bank (?:asks|needs|wants)|required by|as the|since the",
);

export default rule({
  id: "burden-without-reason",
  catalogue: "Q4",
  step: "question",
  principle: "ask.assume",
  level: "nudge",
  mostCare: 2,
  see: "This asks for something that takes effort or trust, and does not say what for.",
  why: "People give more gladly what they see the use of, and nobody should give more than is needed.",
  do: "Add the reason in half a sentence, or do without it.",
  cites: ["shaw-2003", "data-protection"],
  examples: {
    flags: [
      "Please send us [[a copy of your passport]] by Friday. Thank you.",
      "Could you send me [[your bank details]] and the name of the street?",
      "Hello Ana,\n\nplease attach [[two photos]] of the sofa from the front.",
      "Can you please give us [[your date of birth]] and the old address?",
      "Please provide [[the death certificate]] and the account number of the household.",
    ],
    passes: [
      "Is the bank account ending 902 still the right one for the money?",
      "Please send me a photo of the label; it tells me which batch to stop.",
      "Could you send me your bank details, so that I can pay the money back?",
      "The bank asks for a name check. Please send us a copy of your passport.",
      "I got the photos of the sofa, and the left leg is bent.",
      "Please do not send us your card number in a mail, ever.",
      "To find the right engineer, I need two photos of the boiler, please.",
    ],
    misses: ["Please come by with the machine and all of its papers on Tuesday."],
  },
  *check(draft) {
    for (const sentence of draft.doing("ask")) {
      if (/\b(?:do not|don't|never|no need|still|right one|correct|ending)\b/.test(sentence.plain)) continue;
      if (around(draft, sentence, 1).some((near) => REASON.test(near.plain))) continue;
      yield* wordsIn(sentence, BURDEN).slice(0, 1);
    }
  },
});
