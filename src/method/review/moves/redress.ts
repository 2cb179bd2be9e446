/** Gives something back for the loss: money, a new one, time. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "redress",
  step: "provide",
  principle: "solve.tailor",
  means: "Gives something back for the loss: money, a new one, time.",
  cues: [
    [
      0.85,
      pattern(
        "(?:i|we)(?:{have}|{will}|'m|'re| am| are| can| could| would like to|'d like to)?{now} ?(?:\\w+ ){0,2}(?:refund(?:ed|ing)?|replac(?:e|ed|ing)|re-?sen(?:d|t|ding)|credit(?:ed|ing)?|compensat(?:e|ed|ing)|waiv(?:e|ed|ing)|reimburs(?:e|ed|ing)|cover(?:ed|ing)?|revers(?:e|ed|ing)|taken? (?:off|the fee)|knock(?:ed)? off|pa(?:y|id) (?:for|you|the|back)|giv(?:e|en|ing) (?:you|back)|add(?:ed)? (?:a|an|\\w+ (?:months?|weeks?|days?)))",
        "(?:a|an|your|the|full|partial) (?:\\w+ ){0,2}(?:refund|replacement|voucher|discount|credit|reimbursement|compensation)(?: of| is| has| will| for| by|,|\\.)",
        "(?:a|another|the|your) (?:new|second|fresh|replacement) (?:\\w+ )?(?:one |lamp )?(?:leaves?|left|is on|goes|went|comes|will (?:be|leave|reach|arrive))",
        "free of charge|at no (?:extra )?(?:cost|charge)|on (?:us|the house)|for free|without charge|our treat",
      ),
    ],
  ],
  unless: pattern("{cant}|(?:not|no|never) (?:\\w+ )?(?:refund|replacement|compensation|eligible)|won't|do not|don't"),
  examples: {
    is: ["I've refunded the fee.", "A replacement is on its way, free of charge.", "We'll cover the 80."],
    isNot: ["We can't refund the fee.", "Which fee do you mean?"],
  },
});
