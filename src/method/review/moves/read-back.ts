/** Reads the details back so that the customer can say yes or put them right. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "read-back",
  step: "confirm",
  principle: "confirm.readback",
  means: "Reads the details back so that the customer can say yes or put them right.",
  cues: [
    [
      0.9,
      pattern(
        "(?:let me|i'd like to|i'll|i will|i want to) (?:just |quickly )?(?:read|repeat|say|go over|run through|confirm|recap) (?:that |this |it |the details |everything |what )?(?:back|back to you|i have|i've|you told|the details|with you)",
        "(?:is|was) (?:that|this|it|all (?:that|this)|everything(?: above| here)?) (?:all )?(?:right|correct|accurate)\\?",
        "(?:have|did) i (?:got|get|understood|understand|written|missed|miss|left|leave) (?:that|this|it|everything|anything)(?: \\w+)?(?: right| correct(?:ly)?| down| out)?\\?",
        "(?:please )?(?:correct me|put me right|tell me|let me know|shout|stop me) if (?:i(?:'ve| have) (?:got )?(?:any(?:thing| of (?:this|that))|something|it|that) ?(?:wrong|missed|out)?|(?:any(?:thing| of (?:this|that))|something|that|this) (?:is|isn't|is not|looks) (?:wrong|right|off|missing|not right))",
        "(?:here is|here's) what i (?:have|'ve|noted|understand|took)",
        "(?:do|have) i have (?:that|this|it|everything) right",
        "right\\?$",
      ),
    ],
    [
      0.7,
      pattern(
        "(?:just )?to (?:confirm|double-?check|be sure|make sure|be clear),? (?:you|your|the|it|that|this|i)",
        "let me see if i (?:understand|understood|have)\\b",
        "(?:i|we)(?:'ve| have) (?:noted|written down|taken down|recorded)\\b",
        "what i have (?:so far|noted|here)",
      ),
    ],
  ],
  unless: pattern(
    "to (?:make|be) sure (?:the|it|that it|this) (?:works|is|does)|all right\\?|is that (?:all right|ok|okay)",
  ),
  judge: (sentence, { sharedFigures }) =>
    sharedFigures >= 2 && !sentence.isQuestion ? 0.75 : sharedFigures >= 1 && I_SEE.test(sentence.plain) ? 0.75 : 0,
  examples: {
    is: [
      "Is that correct?",
      "Let me read that back to you.",
      "Have I got that right?",
      ["I ordered 2 lamps on 3 March, order 4417.", "I can see order 4417 from 3 March."],
      ["You took 42.80 from my card.", "I have noted the 42.80 that was taken."],
    ],
    isNot: [
      "Is that all right with you?",
      "I've sent the invoice.",
      ["I ordered 2 lamps, order 4417.", "I can see an order in your account."],
    ],
  },
});

const I_SEE = pattern(
  "(?:i|we) (?:can )?(?:also )?(?:see|have|understand|read|noted|found|note)",
  "(?:i|we)(?:'ve| have) (?:got|noted|found|read)",
  "you (?:ordered|wrote|said|paid|were charged|mentioned|bought|told|asked|booked|sent|received)",
);
