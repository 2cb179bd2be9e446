/** They asked for a manager or for the way to complain, and the reply passes over it. */
import { atBeginning } from "../look.ts";
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const TAKEN_UP = pattern(
  "manager|manages|leads?|supervisor|superior|boss|complaints?|ombudsman|regulator|senior|escalat\\w+|head of|team lead|director|in charge|trading standards|colleague|passed|handed|somebody (?:else|above)",
);

/** A body that is only named ("have you told the data protection authority?") is not asked for. */
const COMPLAINS = pattern("complain(?:t|ts|ing)?|ombudsman|trading standards|better business bureau|regulators?");

export default rule({
  id: "manager-request-ignored",
  catalogue: "P21",
  step: "provide",
  principle: "solve.handover",
  level: "nudge",
  needs: ["customer"],
  see: "They asked for a manager or for the way to complain, and the reply passes over it.",
  why: "Whoever asks for a way up must be shown one; being talked past makes a complaint of it.",
  do: "Say yes, who it is, how and by when; then offer what you can do now.",
  cites: ["iso-10002", "davidow-2003"],
  examples: {
    flags: [
      {
        customer: "I want to speak to your manager.",
        reply: "[[]]I understand how annoying this is. The engineer comes on Thursday.",
      },
      {
        customer: "How do I make a formal complaint about this?",
        reply: "[[]]The lamp is on its way, and it will be there on Friday.",
      },
      {
        customer: "Get me a supervisor, please, about the charge.",
        reply: "Hello Tom,\n\n[[]]I've sent 42.80 back to the card today.",
      },
      {
        customer: "I will go to the ombudsman about my boiler.",
        reply: "[[]]You waited three weeks for the boiler. The part is here now.",
      },
    ],
    passes: [
      {
        customer: "I want to speak to your manager.",
        reply: "Yes. Dana, who manages the desk, rings you today at four.",
      },
      {
        customer: "How do I make a formal complaint about this?",
        reply: "Here is the address for complaints, and what happens next.",
      },
      { customer: "My manager needs the invoice.", reply: "The invoice for June is attached to this mail." },
      { customer: "I can't complain, the lamp is lovely.", reply: "I am so glad to hear that you like the lamp." },
      {
        customer: "Get me a supervisor, please.",
        reply: "I've passed this to Ravi, who leads our team; he writes by noon.",
      },
      { customer: "Where is my lamp?", reply: "The lamp is on its way, and it will be there on Friday." },
      {
        customer: "Have you told the data protection authority that my name was shown?",
        reply: "We told them on Monday; you will get a copy of that letter on Friday.",
      },
    ],
  },
  *check(draft) {
    const { customer } = draft;
    if (customer === undefined) return;
    const complains = customer.signals.has("complaint-body") && COMPLAINS.test(customer.plain);
    if (!complains && !customer.signals.has("wants-manager")) return;
    if (!draft.body.some((sentence) => TAKEN_UP.test(sentence.plain))) yield atBeginning(draft);
  },
});
