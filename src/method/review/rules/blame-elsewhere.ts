/** This puts it at somebody else's door, and leaves the customer there. */
import { paragraphOf, wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const OTHERS =
  "(?:courier|carrier|driver|warehouse|supplier|manufacturer|bank|post office|postal service|delivery company|shipping company|billing|billing team|sales|sales team|technical team|previous agent|colleague|store|shop|airline|hotel|app store)";
const ELSEWHERE = everyPattern(
  `(?:that's|that is|this is|it's|it is|it was|that was) (?:a|an|the|our) ${OTHERS}(?:'s)? (?:problem|issue|fault|mistake|error|responsibility|matter)`,
  `(?:the|our|my) ${OTHERS}'s (?:fault|problem|mistake|responsibility)`,
  "(?:not|isn't|wasn't) (?:my|our) (?:fault|department|responsibility|job|problem)",
  "(?:that|this|it)(?:'s| is| was) (?:not|n't) (?:us|me|on us|on our (?:side|end)|down to us)",
  "(?:has|have|had) nothing to do with (?:us|me|our (?:team|company|shop))",
  "(?:the|our) system (?:does not|doesn't|won't|will not|cannot|can't) (?:let|allow|permit)(?: (?:me|us|it|that|this))?",
  "(?:there's|there is) nothing (?:i|we) can do(?: about (?:it|that|this))?",
);
const OWNED = pattern(
  "i(?:'ve|'ll|'m| have| will| am)(?! afraid| sorry| unable| not) (?!not|sorry|afraid|unable)\\w+|(?:leave|it stays) (?:it )?with me|i called|i rang|i asked|i(?:'m| am) the one|we(?:'ve|'ll| have| will) (?!not)\\w+|what (?:i|we) can do|instead",
);

export default rule({
  id: "blame-elsewhere",
  catalogue: "A12",
  step: "acknowledge",
  principle: "solve.root",
  level: "nudge",
  see: "This puts it at somebody else's door, and leaves the customer there.",
  why: "The customer bought from us; a cause is welcome, an alibi is not.",
  do: "Name the cause if it is true, and say in the same breath what you are doing.",
  cites: ["davidow-2003", "shaw-2003"],
  examples: {
    flags: [
      "[[That's a courier problem]], so please wait for their answer.",
      "The delay is [[not our fault]] and the depot is closed today.",
      "[[The system doesn't allow]] changes after an order is paid.",
      "Unfortunately [[there's nothing we can do]] about the price of the ticket.",
      "The late flight is [[the airline's fault]], as the contract says.",
    ],
    passes: [
      "The depot flooded. I'm the one getting you a new date.",
      "That's a courier problem, and I've called them: it comes on Friday.",
      "The system doesn't allow changes after payment. I'll cancel it and book it anew for you.",
      "The courier lost the parcel, so I sent a new one by hand.",
      "It's not your fault that the page crashed on Monday.",
      "The system sends the code by text message, within a minute.",
    ],
    misses: ["Please take this up with the courier, who had the box in his van."],
  },
  *check(draft) {
    for (const sentence of draft.body) {
      const places = [...wordsIn(sentence, ELSEWHERE)];
      if (places.length === 0 || paragraphOf(draft, sentence).some((near) => OWNED.test(near.plain))) continue;
      yield places[0] as (typeof places)[number];
    }
  },
});
