/** Says sorry. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "apologise",
  step: "acknowledge",
  principle: "ack.apology",
  means: "Says sorry.",
  cues: [
    [
      0.95,
      pattern(
        "(?:i|we) (?:do |sincerely |truly |deeply |really |want to |would like to |must |also |can only )*apologi[sz]e",
        "(?:my|our|please accept (?:my|our)|sincere|sincerest|many|with) (?:sincere |sincerest |deepest |full |most sincere )?apolog(?:y|ies)",
        "apologies(?= (?:for|that|again|to)|[,.!]|$)",
        "(?:i|we) owe you an apology",
        "you (?:deserve|are owed) an apology",
      ),
    ],
    [
      0.9,
      pattern(
        "sorry(?= (?:for|about|that|you|we|i|to (?:hear|have|keep|put|see|read|learn)|it|this|the|your|again|-)|[,.!;:]|$)",
        "forgive (?:me|us)",
        "(?:i|we) (?:deeply |truly |sincerely |very much )?regret (?:that|the|this|what|how)",
      ),
    ],
  ],
  unless: pattern(
    "(?:no need|don't need|do not need|needn't|nothing) (?:for you )?to (?:apologi[sz]e|be sorry)|sorry (?:for|about) your loss|don't (?:apologi[sz]e|be sorry)|regret to (?:inform|tell|say)|please don't be sorry|never be sorry|(?:in|to|for) (?:your|their|his|her) apolog(?:y|ies)",
  ),
  examples: {
    is: [
      "I'm sorry about the delay.",
      "We apologise for the mix-up.",
      "My apologies, I missed your second question.",
      "I'm really sorry for the inconvenience this has caused you.",
    ],
    isNot: [
      "There is no need to apologise.",
      "I am so sorry for your loss.",
      "We regret to inform you that the shop is closed.",
    ],
  },
});
