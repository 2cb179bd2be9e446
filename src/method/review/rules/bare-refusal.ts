/** This says no and stops there. */
import { denialIn } from "../denials.ts";
import { around, whole } from "../look.ts";
import { pattern } from "../pattern.ts";
import { refusalsIn } from "../refusals.ts";
import { rule } from "../rule.ts";

const MUST_BE_BRIEF = pattern(
  "security|fraud|legal(?:ly)?|the law|court|privacy|data protection|police|another (?:customer|person)'s|confidential",
);
const REASON = pattern(
  "because|since|as (?:the|it|they|we)|due to|the reason|so that|- (?:the|it|they)|; (?:the|it|they)|:|only (?:when|if|because)|has (?:already )?(?:been )?|are (?:made|cut|sealed|printed)",
);
/** Something that we do, or the customer may do, in its place. */
const WAY_ON = pattern(
  "(?<!nothing )(?:i|we)(?:'ll|'ve|'d|'m|'re| will| can| could| have| would| am| are)(?! not| never| no longer| only)(?: \\w+){0,4} (?:offer|attach|sen[dt]|swap|exchang|repair|replac|refund|credit|giv|book|mov|put|arrang|issu|add|extend|cancel|lower|pa(?:y|id)|tak|ask|pass|reopen|hold|held|bring|brought|ring|call|writ|do\\b|done|mak|made|set|help|reserv|waiv|order|get|try|switch|copy|fix|let you|show|invit|host)\\w*",
  "you (?:can|could|may|might|'re welcome|are welcome|are free|have until|get)(?! not| never| only| be (?:sure|proud)| rest| expect| imagine)",
  "instead|as an exception|this once|alternatively|as an alternative|otherwise|would you (?:like|prefer|rather)|shall i|appeal|ombudsman|second opinion|if you(?:'d| would)? (?:like|prefer|want|wish|rather)|what (?:i|we) can|please (?!understand|accept|note|be |bear|forgive|excuse|rest|plan|don't|do not|check your)\\w+|(?:just|simply|better|best|(?:i|we)'ll (?:check|look|see|find out) (?:whether|if)|(?=i'll check whether)) (?:bring|send|write|call|ring|ask|use|try|contact|reply|choose|order|come|go|apply|open|turn)|(?:consider|try) \\w+ing|(?:can|will|'ll) (?:see|ring|call|help|look at|take|visit|come to|bring|offer) (?:you|her|him|them|it|your)|another (?:way|option|date|place)|there(?:'s| is| are) (?:a|an|another|one|two|still|something)(?! (?:lot|reason|limit|rule|fee))|(?:waiting|reserve) list|(?:is|are|'s) (?:kept|held|reserved|free|open) for you|(?:nearest|closest|next best) (?:to|is|one|thing)|may i (?:show|offer|send|book|suggest)|if you (?:like|fancy|want|wish)|from next|next (?:round|term|course|intake|year)",
);
/** Kind words in the first person do nothing. */
const IDLE = pattern(
  "keep your (?:details|file|data|letter)|look(?:ing)? forward|take (?:it|this|that|them|your \\w+) (?:very )?seriously|(?:i|we)(?: can| do)?(?: \\w+)? (?:understand|imagine|appreciate|know|hope|see that)|thank|asked (?:you|us|me)|ask (?:you|for your)",
);

export default rule({
  id: "bare-refusal",
  catalogue: "P4",
  step: "provide",
  principle: "expect.alternative",
  level: "nudge",
  mostCare: 1,
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
      "We gave it careful thought. [[The decision of the committee stands.]] Wishing you every success.",
      "[[The window for that has passed, and so it stays as it is now.]]",
      "[[Cleaning isn't something we cover.]] A dog is a dog, after all.",
      "The terms are on the back of the receipt. [[The exchange period is four weeks.]] Kind regards from all of us.",
    ],
    passes: [
      "We cannot mend the lid, as it is glued. Pia can make a new one out of oak, if you fancy that.",
      "I can't reopen it after 90 days, because the records are sealed then. I can issue a copy today.",
      "I can't refund it, but I can swap it for the blue one.",
      "For security reasons I cannot change the address by mail today.",
      "We are unable to refund opened food. You can choose something else for the same price.",
      { customer: "Is the coat available in green?", reply: "No, the coat is not available in green this year." },
      "Visits can only be moved until the day before, because the driver plans at noon. There is a free hour on Friday.",
      "I can't give you a date for the repair yet, as the part is on a ship.",
      "I can't thank you enough for the patience that you had with us.",
      "I can't find the parcel yet. I'm calling the depot at nine and will write by noon.",
    ],
    misses: ["A later date was never on the cards for this kind of stay."],
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
    const refused = new Set(refusalsIn(draft).map(({ sentence }) => sentence));
    for (const sentence of draft.body) {
      if (!refused.has(sentence) && denialIn(sentence) !== "nothing") continue;
      const near = around(draft, sentence, 3);
      if (near.some((other) => MUST_BE_BRIEF.test(other.plain))) continue;
      const onward = near.some((other) =>
        other === sentence ? leadsOn(afterNo(sentence.plain)) : leadsOn(other.plain) || draft.does(other, "escalate"),
      );
      if (onward) continue;
      const reason = near.some((other) => draft.does(other, "explain")) || REASON.test(sentence.plain);
      yield reason ? { ...whole(sentence), see: "This says no and why, and offers no other way." } : whole(sentence);
      return;
    }
  },
});

/** What stands behind the no in its own sentence. */
const afterNo = (plain: string): string =>
  plain.replace(/^.*?(?:can't|cannot|unable|not|n't|won't|never|no longer|only|decline|stands|final|excluded)/, "");

const leadsOn = (plain: string): boolean => WAY_ON.test(plain) && !IDLE.test(plain);
