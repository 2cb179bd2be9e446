/** “The issue” is not what the customer calls it. */
import { sharedInAll, sharedWith, wordsAnywhere } from "../look.ts";
import { everyPattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const GENERIC = everyPattern(
  "(?:the|this|that|your) (?:issue|matter|query|enquiry|inquiry|request|concern|product|item)s?(?: (?:you(?:'re| are) (?:facing|having|experiencing)|you (?:mentioned|raised|reported)|at hand|in question))?",
);

export default rule({
  id: "generic-noun",
  catalogue: "L4",
  step: "listen",
  principle: "listen.paraphrase",
  level: "nudge",
  needs: ["customer"],
  mostCare: 1,
  see: "“The issue” is not what the customer calls it.",
  why: "The customer's own word shows that you read; a form word shows a form.",
  do: "Call it by its name: the kettle, the login code, the missing page.",
  cites: ["packard-berger-2021", "decock-2021"],
  examples: {
    flags: [
      {
        customer: "My login code never arrives on my phone.",
        reply: "I am sorry about [[the issue you are facing]] today. I will write by noon.",
      },
      {
        customer: "The zip of the green tent broke on the first night.",
        reply: "Thank you for writing to me about [[this matter]] on a Sunday.",
      },
      {
        customer: "I was charged twice for the swimming course.",
        reply: "We have received [[your query]] and I will answer it by Friday.",
      },
      {
        customer: "The blender smells of burnt plastic.",
        reply: "I am sorry that you had trouble with [[the product]] on its first day.",
      },
    ],
    passes: [
      {
        customer: "My login code never arrives on my phone.",
        reply: "Your login code is stuck at the phone company. The issue began on Monday.",
      },
      {
        customer: "The zip of the green tent broke.",
        reply: "A zip that breaks in the rain is bad. I have read about this matter of the tent.",
      },
      { customer: "Is the item in stock?", reply: "The item is in stock, and it leaves our shop today." },
      { customer: "The blender smells.", reply: "I have sent a new blender today, and a label for the old one." },
      {
        customer: "I was charged twice for the course.",
        reply: "I've cancelled the second charge. It takes your bank three days.",
      },
      { customer: "Hi", reply: "Thank you for writing. What is the matter, and since when?" },
    ],
  },
  *check(draft) {
    const { customer } = draft;
    if (customer === undefined || customer.latestStems.size < 2 || sharedInAll(draft) >= 2) return;
    for (const place of wordsAnywhere(draft, GENERIC)) {
      const words = draft.plain.slice(place.start, place.end).split(" ");
      // Their own word is never generic.
      if (words[1] !== undefined && customer.plain.includes(words[1].replace(/s$/, ""))) continue;
      const sentence = draft.sentences.find(({ start, end }) => place.start >= start && place.end <= end);
      if (
        sentence === undefined ||
        draft.body.some((other) => other.paragraph === sentence.paragraph && sharedWith(draft, other) > 0)
      )
        continue;
      yield place;
      return;
    }
  },
});
