/** This asks for more, and not whether the fix worked. */
import { whole } from "../look.ts";
import { isDone } from "../onward.ts";
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const ANYTHING_ELSE = pattern(
  "(?:any|some) ?thing (?:else|more|further)(?= ?[?.!,]|$| (?:that )?(?:i|we|you)\\b| today| for you| with)|any (?:other|further|more|additional) (?:questions?|help|concerns?|problems?|issues?|requests?|matters?)|(?:more|further) (?:questions|help)|at your (?:disposal|service)",
);
/** Asks after this very thing. */
const SPECIFIC = pattern(
  "(?:does|did|do|is|are|has|have|will|can|could) (?:it|that|this|these|they|the|your|both|all|everything) [^?]{0,60}(?:\\?|$)|(?:let (?:me|us) know|tell (?:me|us)|write|reply|shout|answer) [^.?]{0,30}(?:if|whether|once|when|how|should) (?:it|that|this|they|the|your|anything (?:is|looks|still))",
);
const LAST = 3;

export default rule({
  id: "anything-else-alone",
  catalogue: "K3",
  step: "check",
  principle: "close.check",
  level: "nudge",
  needs: ["customer"],
  see: "This asks for more, and not whether the fix worked.",
  why: "Many who are still unhappy say nothing unless they are asked about the thing itself.",
  do: "Ask about it first: does the invoice open now?",
  cites: ["six-steps", "seven-strategies"],
  examples: {
    flags: [
      {
        customer: "The invoice won't open, the page shows an error.",
        reply: "I've repaired the invoice. [[Is there anything else I can do today?]]",
      },
      {
        customer: "My login fails since Monday.",
        reply: "I have reset the password for you. [[Can I help you with anything else?]]",
      },
      {
        customer: "The lamp is not working.",
        reply: "Please turn the bulb once more. [[Is there anything else I can help with?]]",
      },
      {
        customer: "I was charged twice.",
        reply: "I've sent 42.80 back to your card today. [[May I help with anything else?]]",
      },
    ],
    passes: [
      {
        customer: "I was charged a late fee, that is wrong.",
        reply: "I've removed the late fee today. Is there anything else on the bill that looks off to you?",
      },
      { customer: "The invoice won't open.", reply: "I've repaired the invoice. Does it open now?" },
      {
        customer: "The invoice won't open.",
        reply: "I've repaired the invoice. Does it open now? Is there anything else I can do?",
      },
      { customer: "Do you sell lamps?", reply: "Yes, in two sizes. Is there anything else I can help you with?" },
      {
        customer: "It works now, thank you. The error is gone.",
        reply: "I've closed the case. Is there anything else I can help you with?",
      },
      {
        customer: "My login fails.",
        reply: "I've reset the password. Let me know if it still fails. Anything else I can do?",
      },
      { customer: "I was charged twice.", reply: "I'll look at it by Friday. Is there anything else I can help with?" },
    ],
  },
  *check(draft) {
    const { customer, body } = draft;
    if (customer === undefined || customer.isSettled) return;
    const isTrouble = customer.hasLoss || customer.isUpset;
    const solves =
      body.some(isDone) ||
      draft.doing("act", "redress").length > 0 ||
      (isTrouble && draft.doing("instruct", "answer").length > 0);
    if (!solves) return;
    const last = body
      .slice(-LAST)
      .filter((sentence) => ANYTHING_ELSE.test(sentence.plain) && OFFERS.test(sentence.plain));
    const [more] = last;
    const isAsked = body.some(
      (sentence) => !ANYTHING_ELSE.test(sentence.plain) && (sentence.isQuestion || SPECIFIC.test(sentence.plain)),
    );
    if (more !== undefined && !isAsked) yield whole(more);
  },
});

/** An offer of more help, not "if anything else is missing from the box". */
const OFFERS = pattern(
  "(?:is|are) there|(?:can|could|may) (?:i|we)|do you (?:have|need)|(?:if|should) (?:you|there)|let (?:me|us) know|(?<=^|, )anything else|any (?:other|further|more)|at your",
);
