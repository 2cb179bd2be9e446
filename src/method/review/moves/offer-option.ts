/** Offers something the customer may choose or decline. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "offer-option",
  step: "provide",
  principle: "solve.options",
  means: "Offers something the customer may choose or decline.",
  cues: [
    [
      0.85,
      pattern(
        "would you (?:like|prefer|rather)",
        "you (?:can|could|may) (?:choose|have (?:a|the|your|either)|pick|decide|either|also (?:choose|have))",
        "(?:you have|there are|here are|i(?:'ve| have)|i see|we have|these are|i can offer(?: you)?|your) (?:\\w+ )?(?:two|three|several|a few|some|both|2|3|the) (?:\\w+ )?(?:options|choices|ways|possibilities|alternatives)",
        "(?:either|first option|second option|option (?:a|b|c|one|two|three|\\d)|alternatively|or if you(?:'d| would)? (?:like|prefer|rather)|if you(?:'d| would)? (?:like|prefer|rather|wish)|whichever|the choice is yours|up to you|your choice)",
        "(?:i|we) (?:can|could)(?: also| still| either| certainly| gladly| instead| of course)* (?:offer|send|refund|replace|arrange|give|do|book|issue|ship|move|credit|extend|add|swap|exchange|cancel|fix|put|repair|order|take|get|help|set|switch|make|find|waive|upgrade|reserve|collect|deliver)",
        "(?:shall|should) i|do you want me to|(?:i'm|i am|we're|we are|i'd be|we'd be) (?:happy|glad) to (?:send|refund|replace|arrange|give|book|issue|ship|move|credit|extend|add|swap|exchange|cancel|offer)",
        "which (?:one |of (?:these|the two|them) )?(?:would|do|suits?) you",
        "a (?:replacement|refund)\\b.{0,40} or (?:a |the |your )?(?:full )?(?:replacement|refund|credit|money)",
      ),
    ],
  ],
  unless: pattern(
    "(?:can|could) (?:not|only|offer my apolog)|what else can|(?:nothing|little) (?:more |else )?(?:that )?(?:i|we) can",
  ),
  examples: {
    is: [
      "Would you like a refund or a replacement?",
      "I can send a new one today.",
      "You can choose between a repair and your money back.",
      "If you'd rather, I'll book an engineer.",
    ],
    isNot: ["I've sent a new one.", "I can't send a new one."],
  },
});
