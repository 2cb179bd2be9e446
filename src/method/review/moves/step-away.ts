/** Asks for a moment to look into it, and says so. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "step-away",
  principle: "calm.break",
  means: "Asks for a moment to look into it, and says so.",
  cues: [
    [
      0.85,
      pattern(
        "(?:i|we)(?:'ll| will|'d| would)?(?: just)? (?:need|like|want|take|ask for) (?:you to give me )?(?:a|some|an|until|the next) (?:\\w+ )?(?:moment|minutes?|time|hour|hours|day|while|morning|afternoon)? ?(?:to (?:look|check|read|go|find|think|investigate|speak|ask)|so (?:that )?i can)",
        "(?:give|allow|grant) me (?:a|an|until|some|one|two|\\w+ minutes|\\d+) ?\\w*",
        "bear with me|one moment|just a moment|a moment,? please",
        "may i (?:take|have) (?:a|some|until)",
      ),
    ],
  ],
  examples: {
    is: ["I need a moment to look into this.", "Give me until 3 to read the whole file.", "Please bear with me."],
    isNot: ["Give the box to the driver.", "The moment has passed."],
  },
});
