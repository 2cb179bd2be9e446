/** They insulted you, and nothing here sets a limit. */
import { atBeginning } from "../look.ts";
import { rule } from "../rule.ts";

export default rule({
  id: "abuse-without-limit",
  catalogue: "S5",
  step: "acknowledge",
  principle: "expect.boundary",
  level: "nudge",
  needs: ["customer"],
  mostCare: 2,
  see: "They insulted you, and nothing here sets a limit.",
  why: "One calm limit on the conduct protects you and keeps the way to help open.",
  do: "Say once what you will go on helping with, and what will end the exchange.",
  cites: ["unreasonable-conduct"],
  examples: {
    flags: [
      {
        customer: "You are a bunch of idiots, send my refund.",
        reply: "[[]]The refund of 42.80 is on its way to your card.",
      },
      { customer: "Fuck you and your company.", reply: "Hello,\n\n[[]]the parcel is in Leeds and comes on Friday." },
      { customer: "You useless liars, where is it?", reply: "[[]]It left us on Monday; the driver rings before noon." },
      { customer: "What a pack of crooks you are.", reply: "[[]]The price is the one of our list of 1 May." },
    ],
    passes: [
      {
        customer: "You are a bunch of idiots, send my refund.",
        reply: "I'll keep helping with the refund. I'll end the chat if the insults go on.",
      },
      {
        customer: "This is bloody ridiculous, the damn lamp broke.",
        reply: "A lamp that breaks on day one is no good. A new one comes on Friday.",
      },
      {
        customer: "I was an idiot and lost the code.",
        reply: "It happens to me too. The new code is in your mailbox.",
      },
      { customer: "My old company were crooks, you are not.", reply: "Thank you, that is good to read on a Monday." },
      { customer: "The clown costume is too small.", reply: "A larger clown costume is on its way to you today." },
      {
        customer: "You useless liars, where is it?",
        reply: "Please keep the messages civil. It left us on Monday, and the driver rings before noon.",
      },
    ],
  },
  *check(draft) {
    if (!draft.customer?.signals.has("abuse") || draft.doing("set-boundary").length > 0) return;
    yield atBeginning(draft);
  },
});
