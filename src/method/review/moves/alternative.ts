/** Puts something that can be done beside a no. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "alternative",
  step: "provide",
  principle: "expect.alternative",
  means: "Puts something that can be done beside a no.",
  cues: [
    [
      0.85,
      pattern(
        "instead",
        "what (?:i|we) can (?:do|offer)",
        "(?:alternatively|as an alternative|another (?:way|option|possibility)|the next best|in the meantime|in its place|otherwise)",
        "(?:here(?:'s| is) (?:what|the best)|the best) (?:i|we) can",
        "(?:but |however,? |yet |still,? |though )(?:i|we|you|there|it|the|a) (?:\\w+ )?(?:can|could|may|is|are|will|'ll)",
        "(?:i|we) can (?:still |also |however |certainly |gladly |only )*(?!not)(?:offer|send|refund|replace|arrange|give|do|book|issue|ship|move|credit|extend|add|swap|exchange|cancel|put|repair|order|take|get|set|switch|make|find|waive|upgrade|reserve|collect|deliver|ask|pass)",
        "you (?:can|could|may)(?: still| also| always| of course)* (?!not)(?:ask|appeal|order|use|buy|choose|keep|sell|swap|have|get|return|cancel|apply|try|request|write|claim|turn)",
        "(?:appeal|ombudsman|second opinion)",
      ),
    ],
  ],
  unless: pattern("nothing (?:i|we) can|can't|cannot"),
  judge: (sentence) => (/can't|cannot/.test(sentence.plain) && AFTER_NO.test(sentence.plain) ? 0.8 : 0),
  examples: {
    is: [
      "I can issue a copy today.",
      "What I can do is repair it for free.",
      "I can't refund it, but I can swap it.",
      "Instead, you could keep it at half price.",
    ],
    isNot: ["Unfortunately this is not possible.", "There is nothing we can do."],
  },
});

const AFTER_NO = pattern(
  "(?:can't|cannot).{1,150}(?:but|however|instead|;|,) ?(?:i|we|you|what i|what we|here)? ?(?:can|could|will|'ll)(?!'t|not)",
);
