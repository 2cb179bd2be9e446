/** This puts it at somebody else's door, and leaves the customer there. */
import { paragraphOf, wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const OTHERS =
  "(?:courier|carrier|driver|warehouse|supplier|manufacturer|bank|post office|postal service|delivery company|shipping company|billing|billing team|sales|sales team|technical team|previous agent|colleague|store|shop|airline|hotel|app store|vendor|partner|provider|subcontractor|landlord|agency|department|network operator|insurer|software|depot|garage|maker|printer|payment provider)";
const OUTSIDE =
  "(?:an? |our |the |some )?(?:outside|external|separate|independent|third-party|other|another|different|contracted) (?:\\w+ )?(?:company|firm|provider|contractor|team|department|system|supplier|agency|service|party|business|unit|vendor|partner)";
const RUN_BY =
  "(?:looked after|handled|run|sent(?: out)?|done|provided|managed|charged|operated|booked|processed|decided|set|delivered|supplied|issued|maintained|controlled|carried out|organised|organized|employed|hired|scheduled|collected)";
const ELSEWHERE = everyPattern(
  `(?:that's|that is|this is|it's|it is|it was|that was) (?:a|an|the|our) ${OTHERS}(?:'s)? (?:problem|issue|fault|mistake|error|responsibility|matter|business)`,
  `(?:the|our|my) ${OTHERS}'s (?:fault|problem|mistake|responsibility|error|business)`,
  "(?:not|isn't|wasn't) (?:my|our) (?:fault|department|responsibility|job|problem|doing|mistake|area|decision)",
  "(?:that|this|it)(?:'s| is| was) (?:not|n't) (?:us|me|on us|on our (?:side|end)|down to us|up to (?:us|me))",
  "(?:has|have|had) nothing to do with (?:us|me|our (?:team|company|shop))",
  "(?:the|our) system (?:does not|doesn't|won't|will not|cannot|can't) (?:let|allow|permit)(?: (?:me|us|it|that|this))?",
  "(?:there's|there is) nothing (?:i|we) can do(?: about (?:it|that|this))?",
  `(?:is|are|was|were|gets?|has been|have been) (?:\\w+ )?${RUN_BY} (?:by|through|at|via) (?:${OUTSIDE}|(?:our|the|a|an) (?:\\w+ )?${OTHERS})`,
  `(?:belongs?|work(?:s|ed)?|is|are|comes?|came) (?:to|for|with|from|employed by|on the side of|at) (?:${OUTSIDE}|our ${OTHERS})`,
  `on the (?:side|end|part) of (?:our|the|a) (?:\\w+ )?${OTHERS}|on (?:our|the) ${OTHERS}'s (?:side|end|part)`,
  `(?:servers|systems?|staff|people|drivers|lines|site|machines) of (?:our|the) (?:\\w+ )?${OTHERS} (?:are|is|were|was|have|has)`,
  "(?:we|i) (?:have|had) (?:no|absolutely no|little) (?:influence|control|say|power|bearing)(?: (?:on|over|in|about))?|(?:outside|beyond|out of) (?:of )?(?:our|my) (?:control|hands|influence|power)",
  "(?:we|i) (?:only|merely|just|simply) (?:display|pass on|forward|sell|resell|relay|show|arrange|mediate|act as)|(?:is|are) provided by (?:the|our|third|other) \\w+",
  "(?:was|were)(?:n't| not) (?:discussed|agreed|cleared|coordinated) with (?:us|me|our \\w+)|without (?:our|my) knowledge|(?:you(?:'ll| will)? )?(?:need|have) to take (?:that|this|it) up with",
);
const OWNED = pattern(
  "i(?:'ve|'ll|'m| have| will| am)(?! afraid| sorry| unable| not| sent a note| passed a note) (?!not|sorry|afraid|unable|sent a note|passed a note)\\w+|(?:leave|it stays) (?:it )?with me|i called|i rang|i asked|i(?:'m| am) the one|we(?:'ve|'ll| have| will) (?!not|no |little )\\w+|what (?:i|we) can do|instead|(?:our|my) (?:mistake|fault|responsibility|job) (?:all the same|to|nonetheless|anyway)|as well as us|for both",
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
      "The text messages [[are sent out by an outside firm]], please ask there.",
      "We only heard of it today, and [[we have no influence on]] the route.",
      "The window cleaner [[works for another company]] and comes when he likes.",
      "What the guide told you [[was not discussed with us]] beforehand.",
    ],
    passes: [
      "The depot flooded. I'm the one getting you a new date.",
      "That's a courier problem, and I've called them: it comes on Friday.",
      "The system doesn't allow changes after payment. I'll cancel it and book it anew for you.",
      "The courier lost the parcel, so I sent a new one by hand.",
      "The plates are made by our supplier in Porto, out of one block of clay.",
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
