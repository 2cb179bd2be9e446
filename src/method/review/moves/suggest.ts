/** Recommends something and leaves the choice. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "suggest",
  step: "provide",
  principle: "solve.tailor",
  means: "Recommends something and leaves the choice.",
  cues: [
    [
      0.85,
      pattern(
        "(?:i|we)(?:'d| would| can| could|'ll)? ?(?:strongly |also |highly |personally )?(?:suggest|recommend|advise|propose)",
        "(?:my|our) (?:suggestion|recommendation|advice)",
        "you (?:could|might|may)(?: also| want to| wish to| perhaps| always| like to)? (?:try|consider|ask|want|find|look|start|use|talk|speak|take|check|see|go|write|think|be able)",
        "(?:have you|did you) (?:tried|try|considered|consider|thought|think)",
        "(?:how|what) about (?!it|that|this\\b)\\w+ing",
        "why (?:don't|not) (?:you|we|try)",
        "(?:maybe|perhaps) (?:you|we|try|it would|a)",
        "it (?:might|may|could|would) (?:help|be (?:worth|good|best|better|wise|helpful)|make sense) (?:to|if)",
        "(?:i'd|i would) (?:take|choose|go (?:for|with)|start with|pick|try)",
        "if i were you",
        "the (?:best|quickest|easiest|safest|simplest) (?:way|option|thing|choice) (?:is|would be|to)",
      ),
    ],
  ],
  examples: {
    is: ["I'd suggest the replacement.", "You could also try another cable.", "How about starting with the small one?"],
    isNot: ["I've replaced it.", "What about it did you dislike?"],
  },
});
