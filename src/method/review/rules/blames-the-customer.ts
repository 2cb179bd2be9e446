/** This sentence points a finger at the customer. */
import { ASKED_BLAME, BLAME, NOT_BLAME, SOFT_BLAME, STATED } from "../blame-cues.ts";
import { wordsIn } from "../look.ts";
import { pattern } from "../pattern.ts";
import type { Pointed } from "../rule.ts";
import { rule } from "../rule.ts";

export default rule({
  id: "blames-the-customer",
  catalogue: "A13",
  step: "acknowledge",
  principle: "calm.respect",
  level: "nudge",
  mostCare: 1,
  see: "This sentence points a finger at the customer.",
  why: "People defend themselves against a “you did not”; they take a fact as a fact.",
  do: "Say what is so, without you: the form came without page 2.",
  cites: ["rogers-2018", "packard-2018"],
  examples: {
    flags: [
      "It is [[the tenant's duty to]] air the cellar, and the paint is no part of it.",
      "The filter was full, [[so this was avoidable]] with one look on Sunday.",
      "[[You forgot]] page 2 of the form, so nothing happened.",
      "[[You should have checked]] the size before you ordered the coat.",
      "The parcel came back because [[you entered the wrong]] house number.",
      "[[You didn't follow]] the steps that we sent on Monday.",
      "[[As stated in the terms you accepted]], the fee is not returned.",
      "I looked at it, and [[that is your own mistake]], I am afraid.",
      "[[You could have asked]] at the desk before you drove home.",
      "[[Had you tested]] the lamp in the shop, as others do?",
      "We have moved the date. [[Please plan better next time]].",
      "Broken clasps are mostly [[due to rough handling]] at home.",
      "[[Perhaps your son did pull]] the handle, as children do.",
      "[[Every guest is responsible]] for the safe in the room.",
      "[[It would have helped to]] show the ticket a little sooner.",
    ],
    passes: [
      "It is the driver's job to bring the sofa upstairs, and he does so at four.",
      "Next time call me directly, and I bring the sofa up myself on the same day.",
      "The bill covers two months, so you haven't used more than usual.",
      "The form arrived without page 2, so nothing happened yet.",
      "You should have received an e-mail with the label on Monday.",
      "If you forgot your password, choose Reset on the first page.",
      "You must have been worried when the light went out.",
      "You didn't do anything wrong: the page lost what you typed.",
      "You said you didn't cancel, and the log says the same.",
      "You had to write twice about this lamp.",
      "I'll check the list twice next time, so that no bag is left behind.",
      "You could have your money back today, or a new lamp on Friday.",
      "It would have been our duty to tell you before the train left.",
      "Perhaps you would like to keep the old one until the new one comes.",
      "The manual has a picture of it: the screw sits under the lid.",
      { customer: "What did I do wrong?", reply: "You entered the wrong house number; it says 12 instead of 21." },
    ],
    misses: ["The address on the label was mistyped by the buyer, as so often."],
  },
  *check(draft) {
    const { customer } = draft;
    if (customer !== undefined && OWN_UP.test(customer.plain)) return;
    const isHarmed = customer !== undefined && (customer.isUpset || customer.hasLoss);
    for (const sentence of draft.body) {
      if (NOT_BLAME.test(sentence.plain)) continue;
      const found: Pointed[] = sentence.isQuestion
        ? wordsIn(sentence, ASKED_BLAME)
        : [...wordsIn(sentence, BLAME), ...wordsIn(sentence, STATED)];
      if (isHarmed && !sentence.isQuestion) found.push(...wordsIn(sentence, SOFT_BLAME));
      let end = 0;
      for (const place of found.sort((one, other) => one.start - other.start || other.end - one.end)) {
        // "You should not have had to" is an acknowledgement.
        const isKind = SHOULD_NOT.test(draft.plain.slice(place.start, place.end)) && EMPATHY.test(sentence.plain);
        if (place.start >= end && !isKind) yield place;
        end = Math.max(end, place.end);
      }
    }
  },
});

const SHOULD_NOT = /^you (?:should not|shouldn't) have$/;
const OWN_UP = pattern(
  "what (?:did|have) i (?:do|done) wrong|my (?:own )?(?:mistake|fault|error)|i (?:made a mistake|messed up|must have)|did i (?:do|make|enter|forget|miss)",
);
const EMPATHY = pattern("you (?:should not|shouldn't) have (?:had|been|to|gone|needed|waited|received|got|paid|seen)");
