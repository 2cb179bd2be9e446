/** There is more than one way open to this customer, and one is offered. */
import { whole } from "../look.ts";
import { rule } from "../rule.ts";

const BOTH = ["refund to the card", "replacement by courier"];

export default rule({
  id: "single-remedy",
  catalogue: "P2",
  step: "provide",
  principle: "solve.options",
  level: "note",
  needs: ["customer", "options"],
  see: "There is more than one way open to this customer, and one is offered.",
  why: "Having a say gives back some of the control that the failure took.",
  do: "Name two, and say which you would take and why.",
  cites: ["guo-2016", "empathy-lesson"],
  examples: {
    flags: [
      {
        customer: "The vase broke.",
        reply: "[[I can send a new vase on Monday.]] Tell me if that is good.",
        playbook: { options: BOTH },
      },
      {
        customer: "The vase broke.",
        reply: "I'm sorry. [[We can refund the vase this week.]]",
        playbook: { options: BOTH },
      },
      {
        customer: "The vase broke.",
        reply: "Thank you for the photo. [[I can arrange a courier for the vase.]]",
        playbook: { options: BOTH },
      },
      {
        customer: "It is late.",
        reply: "Hello Ana,\n\n[[I could move the visit to the evening.]]",
        playbook: { options: ["evening visit", "refund"] },
      },
    ],
    passes: [
      {
        customer: "The vase broke.",
        reply: "I can send a new vase on Monday, or refund the price today.",
        playbook: { options: BOTH },
      },
      {
        customer: "The vase broke.",
        reply: "I can send a new vase. I can refund it as well.",
        playbook: { options: BOTH },
      },
      {
        customer: "The vase broke.",
        reply: "I can send a new vase on Monday; I'd take that, it is the stronger glass.",
        playbook: { options: BOTH },
      },
      {
        customer: "Please send a new vase.",
        reply: "I can send a new vase on Monday. Tell me if that is good.",
        playbook: { options: BOTH },
      },
      {
        customer: "The vase broke.",
        reply: "I can send a new vase on Monday. Tell me if that is good.",
        playbook: { options: ["replacement"] },
      },
      {
        customer: "The vase broke.",
        reply: "I've sent a new vase today; it is with you on Monday.",
        playbook: { options: BOTH },
      },
    ],
  },
  *check(draft) {
    const { customer, input } = draft;
    if (customer === undefined || (input.playbook?.options?.length ?? 0) < 2 || customer.saysWhatTheyWant) return;
    const offers = draft.doing("offer-option");
    const [only] = offers;
    if (
      only === undefined ||
      offers.length > 1 ||
      draft.doing("suggest").length > 0 ||
      draft.doing("act", "redress").some((sentence) => sentence !== only)
    )
      return;
    if (/\bor\b|either|whichever|options/.test(only.plain)) return;
    yield whole(only);
  },
});
