/** Tells the customer a fact that they wanted to know. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "answer",
  step: "provide",
  principle: "solve.tailor",
  means: "Tells the customer a fact that they wanted to know.",
  cues: [
    [
      0.75,
      pattern(
        "^(?:yes|no)[,.;:!-]",
        "(?:here is|here's|here are|below (?:is|are)|attached (?:is|are|you)|i(?:'ve| have) attached|(?:please )?find (?:\\w+ )?(?:attached|enclosed|below))",
        "(?:the )?answer (?:to|is)",
        "(?:as for|regarding|about|on|concerning|to answer) (?:your|the) (?:\\w+ )?(?:question|point|invoice|second|first|third|other)",
      ),
    ],
    [
      0.65,
      pattern(
        "(?:your|the) \\w+(?: \\w+){0,3} (?:is|are|was|were|costs?|includes?|lasts?|works?|arrives?|arrived|left|shows?|covers?|runs|expires?|renews?|opens?|closes?|comes|supports?|takes|starts?|ends?)\\b",
        "(?:it|this|that) (?:costs?|includes?|takes|lasts|arrives|left|expires|renews|covers|supports|works with|comes with|starts|ends|opens|closes)",
        "(?:i|we) (?:currently |only |do |also |always )?(?:ship|deliver|open|close|sell|stock|accept|support) \\w+",
        "(?:there (?:is|are|was|were)|you(?:'ll| will) find|you can (?:find|see|get))",
      ),
    ],
  ],
  judge: (sentence, { customer, sharedStems, figures }, already) =>
    customer !== undefined &&
    !already("acknowledge") &&
    !already("apologise") &&
    !sentence.isQuestion &&
    sharedStems >= 1 &&
    figures.length > 0
      ? 0.65
      : 0,
  unless: pattern("(?:that|this|it)(?:'s| is| was) {very}{feeling}|inconvenience"),
  examples: {
    is: ["Yes, the lamp works with 110 volts.", "The warranty lasts until 4 May.", "Attached is the invoice for June."],
    isNot: ["Which lamp is it?", "I'm sorry about this.", "I'll call you on Tuesday."],
  },
});
