/** Asks whether it is solved, or whether the offer suits. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "check",
  step: "check",
  principle: "close.check",
  means: "Asks whether it is solved, or whether the offer suits.",
  cues: [
    [
      0.9,
      pattern(
        "did (?:that|this|it|these|those|the \\w+) (?:do the trick|help|work|solve|fix|answer|sort)",
        "how (?:does|do|would) (?:that|this|it|these|those) (?:sound|suit|work|feel|look)",
        "(?:does|do|will|would|is|are|can) (?:that|this|it|the|your|everything|these|either|one of these|you) (?:[\\w']+ ){0,4}(?:work(?:ing)?(?: for you| now| again| as it should)?|help|open|look right|sound|suit you|answer (?:your|all|everything|it)|solve|fix(?:ed)?|sort(?:ed)?|all right|ok(?:ay)?|solved|settled|happy|load|start|log in|see it|get in|what you (?:need|want|were|had))[^?]*\\?",
        "(?:is there |are there )?any(?:thing|thing) else (?:that )?(?:i|we|you|on|about|we can|i can)",
        "(?:can|may) (?:i|we) (?:help|assist) (?:you )?with anything (?:else|more)",
        "let (?:me|us) know (?:if|whether|once|when|how) (?:that|this|it|the|your|you|everything|any)\\b.{0,60}(?:work|help|solve|fix|did|does|goes|went|happen|back|still|again|arriv|open|trick|suit|sound|problem|trouble|come)",
        "(?:tell|write|let) (?:me|us) (?:know )?(?:if|whether) (?:it|that|this) (?:still|works|worked|helps|helped|opens|comes)",
        "are you (?:all set|happy with|satisfied|okay with|ok with|comfortable)",
        "(?:has|have) (?:that|this|it|the \\w+|everything) (?:been )?(?:solved|fixed|helped|worked|sorted|arrived|stopped|come)[^?]*\\?",
      ),
    ],
  ],
  unless: pattern("(?:is|was) (?:that|this|it) (?:right|correct)"),
  examples: {
    is: [
      "Did that do the trick?",
      "How does that sound?",
      "Does the invoice open now?",
      "Can I help you with anything else?",
      "Let me know if it still fails.",
    ],
    isNot: ["Which version do you use?", "Is that correct?", "Let me know your address."],
  },
});
