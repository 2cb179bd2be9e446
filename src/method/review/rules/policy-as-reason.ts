/** The policy is the only reason given. */
import { around, wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const POLICY = everyPattern(
  "(?:it's|it is|that's|that is|this is)(?: just| simply)? (?:our |company |the |store |against (?:our |company |the )?|not in line with our |per our )(?:company |store |return |returns |refund )?polic(?:y|ies)",
  "(?:due to|because of|according to|as per|per|in line with|under|in accordance with) (?:our|company|the) (?:\\w+ )?(?:policy|policies|terms|rules|procedures|guidelines|terms and conditions)",
  "(?:our|company|store|the) (?:\\w+ )?(?:policy|policies|terms|rules) (?:does not|doesn't|do not|don't) (?:allow|permit)",
  "policy (?:says|states) (?:so|no|that we can't|that we cannot)",
  "(?:as )?(?:stated|written|explained|set out) in (?:our|the|company) (?:\\w+ )?(?:policy|policies|terms|rules)",
  "policy is policy",
);
const TRUE_REASON = pattern(
  "because (?!of (?:our|company|the) (?:\\w+ )?(?:policy|polic|terms|rules))|since|so that|so nobody|the reason (?:is|for)|in order to|to (?:protect|keep|make sure|prevent)|otherwise|once (?:it|they)|would|after (?:that|which)|\\d",
);
const STILL_HELPS = pattern("(?:i|we) can (?!not)|instead|alternative|you can (?!not)|however,? (?:i|we)");

export default rule({
  id: "policy-as-reason",
  catalogue: "P6",
  step: "provide",
  principle: "expect.boundary",
  level: "nudge",
  see: "The policy is the only reason given.",
  why: "“Because it is so” explains nothing; the purpose behind the rule does.",
  do: "Say what the rule is for, in half a sentence; then cite it if you like.",
  cites: ["shaw-2003", "jansen-2010"],
  examples: {
    flags: [
      "I'm sorry, we can't take the cheese back, [[it's our policy]].",
      "We cannot change the booking [[due to our policy]]. Thank you for your understanding.",
      "[[Our policy does not allow]] refunds on worn shoes, so we can't refund you.",
      "Hello Ana,\n\nwe are unable to extend the loan, [[as per our terms]].",
    ],
    passes: [
      "We can't take opened cheese back, because it can't be sold safely.",
      "Under our policy, I can offer you this instead: a voucher for the same price.",
      "Our policy is sixty days, and your order is from March, so we are inside it.",
      "Due to our policy of checking every box twice, your parcel left a day later.",
      "We can't change it under our rules, so that nobody loses a paid seat.",
      "I understand you would like it at once, and based on our policy I can offer you a loan lamp.",
    ],
    misses: ["We can't do this. Rules are rules here, as everywhere else."],
  },
  *check(draft) {
    for (const sentence of draft.body) {
      const [place] = wordsIn(sentence, POLICY);
      if (place === undefined) continue;
      const near = around(draft, sentence, 1);
      const doesNotAllow = /not (?:allow|permit)|n't (?:allow|permit)|against/.test(
        draft.plain.slice(place.start, place.end),
      );
      if (!doesNotAllow && !near.some((other) => draft.does(other, "refuse"))) continue;
      if (STILL_HELPS.test(sentence.plain) || near.some((other) => TRUE_REASON.test(other.plain))) continue;
      yield place;
    }
  },
});
