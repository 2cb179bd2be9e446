/** They asked for a manager or for the way to complain, and the reply passes over it. */
import { atBeginning } from "../look.ts";
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const TAKEN_UP = pattern(
  "managers?|manages|managing|(?:who )?leads (?:our|the|my)|supervisor|superior|boss|complaints?(?! (?:are|is|were) (?:answered|handled|processed))|ombudsman|regulator|senior|escalat\\w+|head|ceo|(?:team|shift|desk|project) lead|directors?|owner|in charge|above me|trading standards|appeals? (?:officer|board|panel)|(?:pass|hand|ask|forward|send|bring|brought|told|tell)\\w* .{0,40}colleague|colleague\\b.{0,40}(?:will|rings?|calls?|writes?|takes?|decides?)|passed|handed|somebody (?:else|above)",
);
/** Another and higher ear, in words that name no manager. */
const WANTS_UP = pattern(
  "(?:i|we)(?:'d| would| want| will|'ll|'m| am)?(?: \\w+){0,3} (?:take|taking) (?:this|it|that|the matter) (?:further|higher)|how (?:do|can|to|should)(?: i| we)? take (?:this|it) (?:further|higher)|(?:who|where|how) (?:do|can|should|must) i (?:complain|escalate|appeal)|(?:someone|somebody|anyone|anybody|person|whoever)(?:'s| is| who(?:'s| is))?(?: \\w+)? (?:above you|higher up|more senior|with (?:a|more|some) (?:say|authority)|in charge|who (?:can|may|could|is allowed to) (?:actually )?decide)|(?:speak|talk|put through|complain) (?:to|with) (?:your|the|a|somebody'?s?) (?:\\w+ )?(?:managers?|boss|supervisor|owner|director|ceo|head|superior)|(?:call|answer|word|letter|mail|reply|hear) from (?:your|the|a) (?:\\w+ )?(?:manager|boss|supervisor|owner|director|ceo|head)|(?:formal|official|written) complaint|complaints? (?:procedure|department|form|address|team|body|officer)|escalate (?:this|it|my|the)",
);

/** "If I've no answer by Friday, I'll go to the ombudsman": the answer is what is asked for. */
const ONLY_WARNS = pattern("if|unless|otherwise|failing|or else|or i|takes cases|after \\d+");
/** A body that is only named ("have you told the data protection authority?") is not asked for. */
const COMPLAINS = pattern("complain(?:t|ts|ing)?|ombudsman|trading standards|better business bureau|regulators?");

export default rule({
  id: "manager-request-ignored",
  catalogue: "P21",
  step: "provide",
  principle: "solve.handover",
  level: "nudge",
  needs: ["customer"],
  mostCare: 1,
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
      {
        customer: "The answer is wrong. I'd like to take this further, please tell me how.",
        reply: "[[]]As our colleague told you already, the roof was wet before the storm.",
      },
      {
        customer: "Is there somebody with more say than you?",
        reply: "[[]]The lamp is on its way, and it will be there on Friday.",
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
    const complains =
      customer.signals.has("complaint-body") &&
      customer.sentences.some(({ plain }) => COMPLAINS.test(plain) && !ONLY_WARNS.test(plain));
    if (!complains && !customer.signals.has("wants-manager") && !WANTS_UP.test(customer.plain)) return;
    if (!draft.body.some((sentence) => TAKEN_UP.test(sentence.plain))) yield atBeginning(draft);
  },
});
