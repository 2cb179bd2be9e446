/** Leaves the door open. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "close",
  principle: "close.care",
  means: "Leaves the door open.",
  cues: [
    [
      0.85,
      pattern(
        "let (?:me|us) know if (?:you|there|anything)",
        "(?:do not|don't|please don't|please do not|never) hesitate",
        "feel free to",
        "if you (?:have|need|want|run into|get stuck|think of|come across|should have) (?:any|more|further|another|other|a hand|help|me|anything|stuck)",
        "(?:just |simply |please )?(?:reply|answer|write|write back) (?:here|to this|back|straight back|any time|directly|to me)",
        "(?:i'm|i am|we're|we are) (?:still |always |only )?(?:here|a (?:mail|message|call) away)",
        "i(?:'ll| will) (?:be here|keep (?:this|your case|the case|the ticket) open)",
      ),
    ],
  ],
  examples: {
    is: ["Reply here; I have the whole story.", "Please don't hesitate to write.", "If you need anything, I'm here."],
    isNot: ["I've closed the old account.", "Which reply did you get?"],
  },
});
