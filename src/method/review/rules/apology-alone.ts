/** This says sorry and stops there. */
import { isApologetic, isHollow } from "../hollow.ts";
import { whole } from "../look.ts";
import { isDone, onwardOf } from "../onward.ts";
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

/** "Sorry no refunds": a no with a bow, and no apology. */
const REFUSES = pattern("sorry,? (?:but )?(?:no|we (?:can't|cannot|don't)|i (?:can't|cannot)|that's not|not)");

export default rule({
  id: "apology-alone",
  catalogue: "A7",
  step: "acknowledge",
  principle: "ack.apology",
  level: "nudge",
  needs: ["customer"],
  mostCare: 2,
  see: "This says sorry and stops there.",
  why: "Of all parts of an apology, owning the fault weighs most, and putting it right comes next.",
  do: "Say what we did wrong, in the first person, and what you are doing about it.",
  cites: ["lewicki-2016", "roschk-kaiser-2013"],
  examples: {
    flags: [
      {
        customer: "You sent the wrong lamp to my office.",
        reply: "Hello Ana,\n\n[[I am very sorry about the lamp.]]\n\nKind regards\nTom",
      },
      {
        customer: "You charged me twice for the course.",
        reply: "[[We apologise for this experience with your payment.]] Thank you for telling us.",
      },
      {
        customer: "Nobody came to fix the roof on Monday.",
        reply: "[[I'm sorry that nobody came on Monday.]] I understand that this is very annoying.",
      },
      { customer: "The vase arrived broken.", reply: "Thank you for the photo of the vase. [[Sorry about that.]]" },
    ],
    passes: [
      {
        customer: "Nobody came on Monday.",
        reply: "We regret if the wait on Monday felt long to you and your family.",
      },
      {
        customer: "You sent the wrong lamp to my office.",
        reply: "I'm sorry, I entered the wrong number. I've re-sent the lamp by courier for Friday.",
      },
      {
        customer: "You charged me twice for the course.",
        reply: "I'm sorry about this. I've sent one of the payments back today.",
      },
      { customer: "How do I reset it?", reply: "I'm sorry that the page is so well hidden from everybody." },
      { customer: "Nobody came on Monday.", reply: "I'm sorry that nobody came. Which day would suit you this week?" },
      { customer: "The vase arrived broken.", reply: "I'm sorry about the vase. A new one leaves us today." },
      {
        customer: "Your driver lost my parcel.",
        reply: "I'm sorry about the parcel. I'm asking the depot now and will write by noon.",
      },
    ],
  },
  *check(draft) {
    const { customer } = draft;
    if (customer === undefined || customer.isSettled || customer.signals.has("bereavement")) return;
    const isOurs = customer.isOurFault || ((customer.hasLoss || customer.isUpset) && customer.burden === undefined);
    if (!isOurs) return;
    // One that owns nothing is another rule's.
    const apology = draft.body.find((sentence) => isApologetic(sentence) && !isHollow(sentence));
    if (
      apology === undefined ||
      REFUSES.test(apology.plain) ||
      draft.doing("own", "redress", "offer-option", "refuse").length > 0
    )
      return;
    // What is adrift mends nothing: a step is one that can be seen, or asked of them.
    const goesOn = draft.body.some((sentence) => isDone(sentence) || onwardOf(draft, sentence) === "firm");
    if (!goesOn) yield whole(apology);
  },
});
