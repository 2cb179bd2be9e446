/** This asks for more, and not whether the fix worked. */
import { whole } from "../look.ts";
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const ANYTHING_ELSE = pattern(
  "any ?thing else(?= ?(?:\\?|that (?:i|we) can|(?:i|we)\\b|today|you (?:need|want|'d like)))|any (?:other|further|more) (?:questions?|help)|with anything more",
);

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
    const { customer } = draft;
    if (customer === undefined || !customer.hasLoss || customer.isSettled) return;
    if (draft.doing("act", "instruct").length === 0) return;
    const checks = draft.doing("check", "close");
    const more = checks.filter((sentence) => sentence.isQuestion && ANYTHING_ELSE.test(sentence.plain));
    const [last] = more;
    if (
      last === undefined ||
      draft.doing("check").some((sentence) => !ANYTHING_ELSE.test(sentence.plain)) ||
      draft.doing("ask").length > 0
    )
      return;
    yield whole(last);
  },
});
