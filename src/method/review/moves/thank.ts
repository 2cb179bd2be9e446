/** Thanks the customer. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "thank",
  principle: "connect.personal",
  means: "Thanks the customer.",
  cues: [
    [
      0.95,
      pattern(
        "thank(?:s| you)",
        "(?:i|we)(?:'m| am|'re| are| really| truly| do| very much)* (?:appreciate (?:you|your|the|it)|grateful)",
        "much appreciated",
      ),
    ],
  ],
  unless: pattern(
    "no,? thank(?:s| you)|appreciate your (?:frustration|disappointment|concern|anger)|thanks to (?:our|the|a)",
  ),
  examples: {
    is: ["Thank you for holding while I checked the ledger.", "I appreciate your patience."],
    isNot: ["Thanks to a typo, the price doubled.", "I appreciate your frustration."],
  },
});
