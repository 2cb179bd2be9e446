/** This puts it at somebody else's door, and leaves the customer there. */
import { ELSEWHERE, OWNED } from "../elsewhere-cues.ts";
import { paragraphOf, wordsIn } from "../look.ts";
import { rule } from "../rule.ts";

export default rule({
  id: "blame-elsewhere",
  catalogue: "A12",
  step: "acknowledge",
  principle: "solve.root",
  level: "nudge",
  mostCare: 2,
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
