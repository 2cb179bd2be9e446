/** Gives the cause or the reason. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "explain",
  step: "provide",
  principle: "solve.root",
  means: "Gives the cause or the reason.",
  cues: [
    [
      0.85,
      pattern(
        "because",
        "due to",
        "(?:the|a|one) (?:\\w+ )?(?:reason|cause) (?:is|was|for|why|that)",
        "(?:was|were|is|are|been) caused by",
        "(?:that(?:'s| is)|which is|this is) (?:also )?why",
        "(?:what|this|it|that) (?:had )?happened (?:is|was|because|when|since|after)|here(?:'s| is) what happened|what (?:happened|went wrong) (?:is|was|here)",
        "(?:it )?turn(?:s|ed) out",
        "thanks to (?:a|an|our)",
        "as a result of|owing to|the result of|led to|meant that|so that (?:we|i|you|it|the|your|nobody)|in order to",
        "(?:a|an) (?:\\w+ ){0,2}(?:typo|fault|bug|glitch|error|mistake|mix-?up|failure|outage|flood|strike|storm|shortage|backlog|misprint) (?:in|at|on|with|of|that|doubled|stopped|meant|held|sent|made|left|caused)",
        "(?:the|our) (?:\\w+ ){0,3}(?:flooded|failed|broke down|ran out|went down|crashed|was (?:down|short|closed|flooded|broken|delayed|misprinted|mislabelled|full)|were (?:down|short|closed|full)|had (?:a|an) (?:\\w+ )?(?:fault|bug|outage|problem|failure|breakdown|glitch))",
      ),
    ],
    [
      0.65,
      pattern(
        "since (?:the|our|we|it|your|you|a|this|that)",
        "as (?:the|our|we|it) (?:is|are|was|were|has|have|can|cannot)",
        "- the \\w+ (?:was|were|had)",
      ),
    ],
  ],
  unless: pattern(
    "because you(?:'re| are) (?:a valued|important)|since (?:the|your) (?:\\w+ )?(?:update|start|beginning|order|e-?mail|last|first)",
  ),
  examples: {
    is: [
      "The depot flooded on Monday.",
      "I can't reopen it because the records are sealed by then.",
      "A typo in our price file doubled the charge.",
    ],
    isNot: ["I've refunded the charge.", "How long has it failed since the update?"],
  },
});
