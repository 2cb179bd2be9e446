/** Asks for a rating or for words about the service. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "ask-feedback",
  step: "check",
  principle: "close.feedback",
  means: "Asks for a rating or for words about the service.",
  cues: [
    [
      0.9,
      pattern(
        "(?:rate|review) (?:your|our|my|us|this|the|me)(?! (?:order|request|case|claim|account|file|application|invoice))",
        "(?:a|our|this|the|short|quick|brief) survey|(?:leave|write|give) (?:us |me )?(?:a |your |some )?(?:\\w+ )?(?:review|feedback|rating|stars)|(?:five|5)[- ]stars?|how (?:did )?(?:i|we) (?:did|do|was|were)\\b.{0,20}(?:today|\\?)|(?:your|any) feedback (?:is|would|helps|on)|trustpilot",
      ),
    ],
  ],
  examples: {
    is: ["Would you take a short survey?", "Please rate our service.", "Your feedback helps us get better."],
    isNot: ["I'll review your case.", "The team reviewed the order."],
  },
});
