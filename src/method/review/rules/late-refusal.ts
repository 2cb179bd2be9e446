/** The no comes after a long run-up. */
import { whole } from "../look.ts";
import { pattern } from "../pattern.ts";
import { refusalsIn } from "../refusals.ts";
import { rule } from "../rule.ts";

const ONLY_LOOKED = pattern(
  "(?:i|we)(?:'ve| have)? (?:\\w+ )?(?:looked|checked|read|reviewed|considered|spoken|noted|received)",
);

/** Substance: from here on it is no mere run-up. Told of oneself or of others it is none. */
const DOES_SOMETHING = pattern(
  "(?:i|we)(?:'ve| have|'ll| will| can)(?: \\w+){0,2} (?:sen[dt]|refund(?:ed)?|replac(?:e|ed)|book(?:ed)?|mov(?:e|ed)|chang(?:e|ed)|cancel(?:led)?|extend(?:ed)?|credit(?:ed)?|order(?:ed)?|repair(?:ed)?|offer(?:ed)?|arrang(?:e|ed)|give|given|add(?:ed)?|attach(?:ed)?|pass(?:ed)?|paid|pay|put|call|ring|write|do this)",
  "would you (?:like|prefer)|please (?:send|open|click|choose|tell|fill|bring|call)|instead|(?:could|can) you (?:send|tell)",
);
/** A no of which not even the word is said. */
const REGRETS = pattern(
  "in (?:your|this|such a) case.{0,120}(?:remains?|stays?|not|no)|(?:in the end|unfortunately|sadly|regrettably|to our regret)(?! (?:i|we) (?:missed|forgot|sent))",
);

/** Words of buffer before a no. */
const BUFFER = 60;
const LONG_WAY =
  "Thank you so much for writing to us and for being with us for such a long time. We always love to hear from people who use the garden club, and your kind words about the spring letter went round the whole office this morning. It is a joy to read how much the roses mean to you and to your street. We know how much care and time goes into a garden like yours.";

export default rule({
  id: "late-refusal",
  catalogue: "P5",
  step: "provide",
  principle: "expect.boundary",
  level: "nudge",
  mostCare: 2,
  see: "The no comes after a long run-up.",
  why: "Softening paragraphs in front of a no do not soften it; they delay it.",
  do: "Say the no in the first or second sentence, with its reason, then what you can do.",
  cites: ["locker-1999"],
  examples: {
    flags: [
      `${LONG_WAY} [[We can't extend the membership for free, because the seeds are bought by head.]] You can keep the letter.`,
      `Hello Ana,\n\n${LONG_WAY}\n\n[[Unfortunately it is not possible.]] You can keep the letter.`,
      `${LONG_WAY} [[We are unable to refund the fee.]] I can move it to next year.`,
      `${LONG_WAY} [[In the end there were not enough plots for everybody this year.]] Keep digging!`,
      `${LONG_WAY} [[Our statutes, which hang in the shed, would not provide for it.]]`,
      `${LONG_WAY} And with that in mind we looked at it. [[I can't change the price.]] I can offer two payments.`,
    ],
    passes: [
      `I can't extend it for free, because the seeds are bought by head. You can keep the letter. ${LONG_WAY}`,
      `${LONG_WAY} I've extended the membership by a month.`,
      {
        customer: "My husband passed away and I can't keep the garden.",
        reply: `${LONG_WAY} We can't move the plot to a neighbour. I can give it a year's rest.`,
      },
      `I've sent the seeds today, and the tracking number is in the second mail. ${LONG_WAY} I can't send the pots. You can collect them.`,
      "Thank you for asking. We can't extend the membership. You can keep the letter.",
      `${LONG_WAY} I can't thank you enough for it.`,
    ],
  },
  *check(draft) {
    if (
      draft.customer !== undefined &&
      (draft.customer.signals.has("bereavement") || draft.customer.signals.has("vulnerable"))
    )
      return;
    const refused = new Set(refusalsIn(draft).map(({ sentence }) => sentence));
    let words = 0;
    for (const sentence of draft.body) {
      if (refused.has(sentence) || (words >= BUFFER && REGRETS.test(sentence.plain))) {
        if (words >= BUFFER) yield whole(sentence);
        return;
      }
      if (DOES_SOMETHING.test(sentence.plain) && !ONLY_LOOKED.test(sentence.plain)) return;
      words += sentence.words;
    }
  },
});
