/** Says goodbye, with a name. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "sign-off",
  principle: "connect.personal",
  means: "Says goodbye, with a name.",
  cues: [
    [
      0.8,
      pattern(
        "^(?:kind|best|warm|kindest|warmest) (?:regards|wishes)[,.]?",
        "^(?:yours (?:sincerely|faithfully|truly)|sincerely|regards|best|cheers|many thanks|all the best)[,.]?$",
      ),
    ],
  ],
  judge: (sentence) => (sentence.part === "closing" ? 0.95 : 0),
  examples: {
    is: ["Kind regards,", "Yours sincerely,"],
    isNot: ["Best of all, it is free.", "With regards to the lamp, it shipped."],
  },
});
