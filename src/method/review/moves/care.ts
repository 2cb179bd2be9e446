/** Ends on a kind word. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "care",
  principle: "close.care",
  means: "Ends on a kind word.",
  cues: [
    [
      0.85,
      pattern(
        "(?:i|we) (?:do |really |very much )?hope (?:the|you|your|it|that|this|to|everything|he|she|they|all)",
        "(?:i |we )?(?:wish(?:ing)?) (?:you|your|him|her|them|all)",
        "(?:enjoy|take (?:good )?care|have a|good luck|all the best|safe travels|happy (?:birthday|anniversary|holidays|travels)|congratulations|fingers crossed|get well|sleep well|rest well)",
        "(?:i'm|i am|we're|we are) (?:so |very |really )?(?:glad|pleased|happy|relieved|delighted) (?:that |to (?:hear|see|read)|it|you|your|the)",
        "look(?:ing)? forward to",
      ),
    ],
  ],
  unless: pattern(
    "i hope (?:this|that) (?:helps|clarifies|answers|email finds)|have a (?:look|problem|question|fault)|take care of (?:it|this|that|the)",
  ),
  examples: {
    is: ["I hope the party still happens on the 9th.", "Have a great day!", "Wishing your mother a quick recovery."],
    isNot: ["I'll take care of it.", "Do you have a question?"],
  },
});
