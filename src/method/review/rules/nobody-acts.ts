/** Something happens here, and nobody does it. */
import { around, wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const AGENTLESS = everyPattern(
  "(?:it|this|that|your (?:\\w+ ){0,3}?(?:case|request|ticket|complaint|claim|matter|message|e-?mail|query|concern|application|feedback|report|issue|problem|order|refund|return)|the (?:\\w+ ){0,2}?(?:case|issue|matter|problem|request|complaint|claim|ticket|report))(?: will be| is being|'s being| has been|'s been| is going to be) (?:now |also |further )?(?:looked (?:into|at)|escalated|processed|investigated|reviewed|handled|forwarded|passed (?:on|along)?|dealt with|taken care of|addressed|actioned|assessed|considered|raised|submitted|examined)",
);
const SOMEBODY = pattern(
  "i|i'm|i'll|i've|my|by (?!the (?:relevant|appropriate|responsible)|our|a |an |\\d)[a-z]+|status|automatic(?:ally)?",
);

export default rule({
  id: "nobody-acts",
  catalogue: "P12",
  step: "provide",
  principle: "expect.between",
  level: "nudge",
  see: "Something happens here, and nobody does it.",
  why: "A named person who acts is believed; a passive is a shelf.",
  do: "Say who does it and until when: Ravi in billing is checking it, I read his answer at ten.",
  cites: ["packard-2018", "buell-norton-2011"],
  examples: {
    flags: [
      "Thank you for the report. [[Your case has been escalated]].",
      "[[It will be looked into]]. Thank you for your patience with us.",
      "[[The issue is being investigated]] and you will be told.",
      "Hello Ana,\n\n[[your complaint will be reviewed]] at the head office.",
    ],
    passes: [
      "Ravi in billing is checking it; I'll read his answer at ten.",
      "I've escalated your case to Ravi, who leads the night shift.",
      "Your refund is being processed and reaches your card by Friday.",
      "Your complaint will be reviewed by Dana, who heads the office.",
      "I asked Ravi. It is being looked into by him now.",
      "The status line says that your request has been processed.",
    ],
    misses: ["There is work under way on what you sent us last week."],
  },
  *check(draft) {
    for (const sentence of draft.body) {
      const [place] = wordsIn(sentence, AGENTLESS);
      if (
        place === undefined ||
        /\b(?:if|once|when|until|after)\b/.test(sentence.plain.slice(0, place.start - sentence.start))
      )
        continue;
      if (draft.figuresOf(sentence).some(({ kind }) => kind === "day" || kind === "time")) continue;
      if (
        around(draft, sentence, 1).some((near) =>
          near === sentence
            ? SOMEBODY.test(sentence.plain)
            : draft.does(near, "act", "promise", "escalate") && /\bi\b/.test(near.plain),
        )
      )
        continue;
      yield place;
    }
  },
});
