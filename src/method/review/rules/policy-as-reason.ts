/** The policy is the only reason given. */
import { around, wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { refusalsIn } from "../refusals.ts";
import { rule } from "../rule.ts";

const POLICY = everyPattern(
  "(?:it's|it is|that's|that is|this is)(?: just| simply)? (?:our |company |the |store |against (?:our |company |the )?|not in line with our |per our )(?:company |store |return |returns |refund )?polic(?:y|ies)",
  "(?:due to|because of|according to|as per|per|in line with|under|in accordance with) (?:our|company|the) (?:\\w+ )?(?:policy|policies|terms|rules|procedures|guidelines|terms and conditions)",
  "(?:our|company|store|the) (?:\\w+ )?(?:policy|policies|terms|rules) (?:does not|doesn't|do not|don't) (?:allow|permit)",
  "policy (?:says|states) (?:so|no|that we can't|that we cannot)",
  "(?:as )?(?:stated|written|explained|set out) in (?:our|the|company) (?:\\w+ )?(?:policy|policies|terms|rules)",
  "policy is policy|(?:only )?(?:as )?per (?:our|company|store|the) (?:\\w+ )?(?:policy|terms|rules|conditions)",
  "(?:it's|it is|that's|this is) (?:all |just |simply |clearly )*in (?:the|our) (?:\\w+ )?(?:rules|terms|conditions|contract|policy|regulations|statutes|small print)|(?:house|company|shop|club|library|school) rules",
);
/** A rule named in passing, a decision that stands by itself: with a no beside them they are its whole reason. */
const RULE_ALONE = everyPattern(
  "(?:is|are|was|were) (?:allocated|assigned|set|decided|determined|calculated|blocked|removed) (?:automatically )?by (?:the|our) (?:system|computer|software|algorithm)|(?:is|are|were|was) (?:\\w+ly )?excluded from (?:the )?(?:exchange|return|refund|cancellation|warranty|guarantee)s?|(?:violat|breach|contraven)\\w+ (?:of )?(?:our|the) (?:\\w+ )?(?:terms|rules|policy|policies|guidelines|conditions|code)|sold as seen|according to (?:section|clause|paragraph|article|point|our|the)",
  "(?:store|shop|company|house|our|the) (?:\\w+ )?(?:policy|policies|terms|conditions|rules|regulations|statutes|guidelines|criteria|contract|tariff)(?:, [^,]{1,40},)? (?:does not|doesn't|do not|don't|would not|wouldn't|will not|won't|says?|states?|prescribes?|requires?|forbids?|make no|makes no)",
  "(?:stated|written|explained|set out|laid down|specified|noted) in (?:our|the|your|company) (?:\\w+ )?(?:letter|policy|policies|terms|rules|conditions|contract|order|regulations|booklet)|(?:under|in) (?:section|clause|paragraph|article) [\\d.]+|see (?:the |your )?receipt|which (?:you|they) (?:accepted|signed|agreed to)",
  "(?:decision|decisions)(?: of the \\w+)? (?:is|are|remains?) final|(?:can't|cannot) be (?:discussed|appealed)|rules are rules",
  "(?:the )?criteria (?:are|were|aren't|weren't)(?: not)? met|the system (?:shows|says|does not|doesn't|won't|will not|only)",
  "(?:exchange|return|cancellation|notice|refund) (?:period|window|time) (?:is|of) (?:\\d+|two|three|four|six|fourteen|thirty) \\w+",
);
const TRUE_REASON = pattern(
  "because (?!of (?:our|company|the) (?:\\w+ )?(?:policy|polic|terms|rules))|since (?!\\d)|so that|so nobody|the reason (?:is|for)|in order to|to (?:protect|keep|make sure|prevent)|otherwise|(?:is|are|was) (?:meant|there|made) (?:to|for)|would (?:be|have|mean|cost|hurt|leave)|is closed|as (?:the|it|they|we|opened|nobody)(?! (?:stated|written|explained|set))",
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
      "Worn shoes are excluded from exchange, [[as stated in our terms]], so I wish you a nice day.",
      "We could not give you a place. [[Decisions of the board are final]], and we ask you to accept that.",
      "The [[return period is four weeks]], see the receipt.",
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
    misses: ["We can't do this. It has been so here since my grandfather's day."],
  },
  *check(draft) {
    const refused = new Set(refusalsIn(draft).map(({ sentence }) => sentence));
    for (const sentence of draft.body) {
      const near = around(draft, sentence, 1);
      if (
        STILL_HELPS.test(sentence.plain) ||
        /n't apply|do not apply|in your favour/.test(sentence.plain) ||
        near.some(({ plain }) => TRUE_REASON.test(plain))
      )
        continue;
      const [policy] = wordsIn(sentence, POLICY);
      if (policy !== undefined && (FORBIDS.test(sentence.plain) || near.some((other) => refused.has(other)))) {
        yield policy;
        return;
      }
      // A rule that is only named needs its no in the same breath, or right before or behind.
      const [alone] = wordsIn(sentence, RULE_ALONE);
      if (alone !== undefined && near.some((other) => refused.has(other))) {
        yield alone;
        return;
      }
    }
  },
});

const FORBIDS = /not (?:allow|permit)|n't (?:allow|permit)|against/;
