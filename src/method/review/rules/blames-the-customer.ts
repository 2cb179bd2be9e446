/** This sentence points a finger at the customer. */
import { wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const DUTY =
  "(?:read|check|follow|tell|send|provide|include|enter|fill|update|cancel|pay|respond|reply|return|attach|save|confirm|use|mention|sign|back|complete|notice|contact|inform|keep|register|renew|look|wait|ask)";
const DONE_WRONG =
  "(?:entered|typed|used|chose|selected|gave|provided|put|sent|ordered|picked|clicked|pressed|deleted|misread|misunderstood|missed|forgotten|mistyped|made a mistake|overlooked|ignored)";
const BLAME = everyPattern(
  "you (?:have |had |'ve |clearly |obviously |simply |also )*(?:failed|neglected|forgot|forgotten|ignored|refused|overlooked)(?: to)?(?! your password)",
  `you (?:really )?(?:should|ought to) have ${DUTY}\\w*`,
  `you should've ${DUTY}\\w*`,
  "you (?:should not|shouldn't) have",
  `you must have ${DONE_WRONG}`,
  `you (?:didn't|did not|never|have not|haven't)(?: even| actually)? ${DUTY}(?:ed|d|ied)?`,
  "you were (?:supposed|told|asked|required|meant) to",
  `you(?:'ve| have)? ${DONE_WRONG} (?:us |in )?(?:the |an |a )?(?:wrong|incorrect)`,
  "(?:as|which is) (?:clearly )?(?:stated|written|mentioned|explained) in the (?:terms|contract|policy|conditions)(?: (?:and conditions )?(?:that )?you (?:accepted|agreed to|signed))?",
  "(?:this|that|it)(?:'s| is| was) (?:entirely |completely |actually )?your (?:own )?(?:fault|mistake|error|responsibility)",
  "if you(?:'d| had) (?:only )?(?:read|checked|followed|told|sent|asked|paid|waited|listened)",
);
const NOT_BLAME = pattern(
  "if you (?:forgot|forget|didn't|did not|never|have not|haven't|ignored)|(?:said|say|mentioned|wrote|told (?:me|us)|worried|sure|understand|glad|wonder(?:ed)?|whether|grateful|so that|in case|means|happy|pleased|sorry)(?: that)? you|(?:don't|do not) (?:think|believe|mean)|you (?:didn't|did not) (?:ask for (?:this|that|any)|send (?:it|that|this) (?:wrong|twice)|keep anything)|not (?:that )?you|used (?:more|up|all|any|less)|as if you|not your (?:fault|mistake)|reason you|why you|\\?\\s*$",
);

export default rule({
  id: "blames-the-customer",
  catalogue: "A13",
  step: "acknowledge",
  principle: "calm.respect",
  level: "nudge",
  see: "This sentence points a finger at the customer.",
  why: "People defend themselves against a “you did not”; they take a fact as a fact.",
  do: "Say what is so, without you: the form came without page 2.",
  cites: ["rogers-2018", "packard-2018"],
  examples: {
    flags: [
      "[[You forgot]] page 2 of the form, so nothing happened.",
      "[[You should have checked]] the size before you ordered the coat.",
      "The parcel came back because [[you entered the wrong]] house number.",
      "[[You didn't follow]] the steps that we sent on Monday.",
      "[[As stated in the terms you accepted]], the fee is not returned.",
      "I looked at it, and [[that is your own mistake]], I am afraid.",
    ],
    passes: [
      "The bill covers two months, so you haven't used more than usual.",
      "The form arrived without page 2, so nothing happened yet.",
      "You should have received an e-mail with the label on Monday.",
      "If you forgot your password, choose Reset on the first page.",
      "You must have been worried when the light went out.",
      "You didn't do anything wrong: the page lost what you typed.",
      "You said you didn't cancel, and the log says the same.",
      "You had to write twice about this lamp.",
      { customer: "What did I do wrong?", reply: "You entered the wrong house number; it says 12 instead of 21." },
    ],
    misses: ["The address on the label was mistyped by the buyer, as so often."],
  },
  *check(draft) {
    if (draft.customer !== undefined && OWN_UP.test(draft.customer.plain)) return;
    for (const sentence of draft.body) {
      if (NOT_BLAME.test(sentence.plain)) continue;
      for (const place of wordsIn(sentence, BLAME)) {
        // "You should not have had to" is an acknowledgement.
        if (
          /^you (?:should not|shouldn't) have$/.test(draft.plain.slice(place.start, place.end)) &&
          EMPATHY.test(sentence.plain)
        )
          continue;
        yield place;
      }
    }
  },
});

const OWN_UP = pattern(
  "what (?:did|have) i (?:do|done) wrong|my (?:own )?(?:mistake|fault|error)|i (?:made a mistake|messed up|must have)|did i (?:do|make|enter|forget|miss)",
);
const EMPATHY = pattern("you (?:should not|shouldn't) have (?:had|been|to|gone|needed|waited|received|got|paid|seen)");
