/** Says hello. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "greet",
  principle: "connect.personal",
  means: "Says hello.",
  cues: [
    [
      0.9,
      pattern(
        "^ ?(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings)(?: there| again| \\w+| (?:mr|ms|mrs|dr)\\.? \\w+){0,2}[,!.:]?$",
      ),
    ],
  ],
  judge: (sentence) => (sentence.part === "greeting" ? 0.95 : 0),
  examples: {
    is: ["Hello Ana,", "Good morning Mr Baker,"],
    isNot: ["The recorded message says hello to everybody.", "The greeting card left our shop on Monday."],
  },
});
