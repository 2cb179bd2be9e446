/** This says no and stops there. */
import { around, whole } from "../look.ts";
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const MUST_BE_BRIEF = pattern(
  "security|fraud|legal(?:ly)?|the law|court|privacy|data protection|police|another (?:customer|person)'s|confidential",
);
const REASON = pattern(
  "because|since|as (?:the|it|they|we)|due to|the reason|so that|- (?:the|it|they)|; (?:the|it|they)|:|only (?:when|if|because)|has (?:already )?(?:been )?|are (?:made|cut|sealed|printed)",
);
/** Having looked is not yet another way. */
const ONLY_LOOKED = pattern(
  "(?:i|we)(?:'ve| have)? (?:\\w+ )?(?:looked|checked|read|reviewed|considered|spoken|noted|received)",
  "thank",
);
const WAY_ON = pattern(
  "(?<!nothing )(?:i|we)(?:'ll| will| can)(?! not| never| have to| only)|you (?:can|could|may|'ll|will)(?! not|not)|instead|would you like|what (?:i|we) can|but (?:i|we|you|there)|alternatively|appeal|if you (?:like|prefer|want)",
);

export default rule({
  id: "bare-refusal",
  catalogue: "P4",
  step: "provide",
  principle: "expect.alternative",
  level: "nudge",
  see: "This says no and stops there.",
  why: "A no with its reason and another way is taken far better than a no alone.",
  do: "Say why in plain words, and what you or they can do instead.",
  cites: ["locker-1999", "jansen-2010", "seven-strategies"],
  examples: {
    flags: [
      "Thank you for asking. [[Unfortunately this is not possible.]] Kind regards from all of us.",
      "[[We are unable to refund opened items.]] Thank you for your understanding.",
      "I have looked at it again. [[I can't reopen the claim after 90 days, because the records are sealed then.]]",
      "[[Refunds are not possible on this kind of ticket.]] There is nothing we can do for you.",
      "[[Our warranty does not cover screens that were dropped.]] Thank you for writing to us.",
      "Hello Ana,\n\n[[your request has been declined.]] We thank you for your interest.",
    ],
    passes: [
      "I can't reopen it after 90 days, because the records are sealed then. I can issue a copy today.",
      "I can't refund it, but I can swap it for the blue one.",
      "For security reasons I cannot change the address by mail today.",
      "We are unable to refund opened food. You can choose something else for the same price.",
      { customer: "Is the coat available in green?", reply: "No, the coat is not available in green this year." },
      "I can't thank you enough for the patience that you had with us.",
      "I can't find the parcel yet. I'm calling the depot at nine and will write by noon.",
    ],
    misses: ["The window for that has passed, and so it stays as it is now."],
  },
  *check(draft) {
    const { customer } = draft;
    const asksOnly =
      customer !== undefined &&
      !customer.hasLoss &&
      !customer.isHot &&
      customer.words <= 25 &&
      /\b(?:is|are|do|does|can|will) (?:the|it|this|that|there|you|i|they|your|these)\b/.test(customer.plain);
    if (asksOnly) return;
    for (const sentence of draft.doing("refuse")) {
      const near = around(draft, sentence, 2);
      if (near.some((other) => MUST_BE_BRIEF.test(other.plain))) continue;
      const onward = near.some((other) =>
        other === sentence
          ? WAY_ON.test(sentence.plain.replace(/^.{0,40}?(?:can't|cannot|unable|not|won't)/, ""))
          : (!ONLY_LOOKED.test(other.plain) &&
              draft.does(
                other,
                "alternative",
                "offer-option",
                "suggest",
                "promise",
                "act",
                "redress",
                "escalate",
                "instruct",
              )) ||
            WAY_ON.test(other.plain),
      );
      if (onward) continue;
      const reason = near.some((other) => draft.does(other, "explain")) || REASON.test(sentence.plain);
      yield reason ? { ...whole(sentence), see: "This says no and why, and offers no other way." } : whole(sentence);
      return;
    }
  },
});
