/** Something of ours went wrong, the reply concedes it, and there is no why. */

import { mayExplain } from "../causes.ts";
import { commitmentsIn } from "../commitments.ts";
import type { CustomerSide } from "../customer-side.ts";
import type { Draft } from "../draft.ts";
import { whole } from "../look.ts";
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";
import type { Sentence } from "../sentence.ts";

const UNKNOWN = pattern(
  "(?:don't|do not|not|can't) (?:yet |quite )?(?:know|say|tell)|(?:finding|find) out|(?:look|looking|looked) into|investigat(?:e|ing)|not (?:yet )?(?:clear|sure)|still (?:checking|looking)|trace|tracing|no idea|unknown|asked|asking|check(?:ing)? (?:what|why|how|with)|whether|legal reasons|by law|must have|looks like|seems? (?:to|that|as)|probably|perhaps|i (?:think|suspect)",
);
/** Told by the customer of something that we do or run. A wish or a question alone tells nothing of the kind. */
const WENT_WRONG = pattern(
  "(?:was|is|were|got|been) (?:\\w+ )?(?:cancelled|refused|given away|forgotten|double|doubled|wrong|rude|mixed up|rejected|down|gone|empty|torn|dirty|cold|late|off|shut|closed|blocked|damaged|broken|missing)|(?:not|(?:did|does|do|is|has|have|was|were|would|wo)n't) (?:open|work|start|close|ring|load|show|come|arrive|appear|stop|answer|turn|print|charge|heat|fit|match|clean)\\w*|no (?:power|signal|water|heat|heating|hot water|internet|reply|answer|pictures|news)|(?:the )?wrong \\w+|never (?:spoke|ordered|asked|agreed|had|got|came)|nobody|no one|again|instead of|rather than|zero|second time|third time|fourth \\w+|a fine of|charged|took|cried|embarrass\\w+|ashamed|disgust\\w+|in front of|swelled|lists|mounted|went out|sent me home|i was told|\\w+ weeks running|disappear\\w*|vanish\\w*|noise|loud|rang at|complain\\w*|ruined|spoil\\w*",
);
/** The reply takes it as ours: an apology that names no feeling, a fix, a known fault. */
const CONCEDES = pattern(
  "(?:it|this|that|fault|error|problem|issue|mistake)(?:'s| is| was| lies| lay) (?:on|at) our (?:side|end|part)|(?:our|a) (?:mistake|error|fault)|(?:is|are) (?:known|aware)|(?:we|i)(?:'re|'m| are| am) aware|mistakes? (?:may|might|was|were)|double (?:charge|booking)|(?:we|i) (?:\\w+ )?regret|irritation|free of charge|no charge|won't be charged|has been (?:corrected|refunded|fixed)",
);
const HOLLOW = pattern(
  "sorry (?:to (?:hear|see|read|learn)|(?:that )?you (?:have|had) to go through|for your loss|if you|that you feel|you feel)|sorry (?:for|about) the (?:wait|loss)|condolences?|sympath\\w+",
);
/** Words in which a reply without a cause is plainly without one. */
const SHORT = 40;
/** More than so many sentences of cause are too many. */
const ENOUGH = 3;

export default rule({
  id: "cause-missing",
  catalogue: "P18",
  step: "provide",
  principle: "solve.root",
  level: "nudge",
  needs: ["customer"],
  mostCare: 1,
  see: "It was our doing, and there is no why here.",
  why: "A true cause makes an outcome feel fair; silence invites a worse guess.",
  do: "Give the cause in one sentence, or say that you do not know it yet.",
  cites: ["shaw-2003", "hogreve-2017"],
  examples: {
    flags: [
      {
        customer: "You charged me twice. Why?",
        reply: "[[I'm sorry about the second charge.]] One of the two payments is on its way back to your card.",
      },
      {
        customer: "How could this happen? You delivered the wrong cake.",
        reply: "[[I am so sorry about the cake.]] A new one comes tomorrow at ten, with the right name on it.",
      },
      {
        customer: "Your driver never came. What went wrong?",
        reply: "Hello Tom,\n\n[[I'm sorry that nobody came.]] The new slot is on Thursday at nine in the morning.",
      },
      {
        customer: "You cancelled my room. I want an explanation.",
        reply: "[[We apologise for the cancelled room.]] You have a bigger one at the same price from today.",
      },
      {
        customer: "You charged me twice.",
        reply: "[[I'm sorry about the second charge.]] One of the two payments is on its way back to your card.",
      },
      {
        customer: "The lift was shut again and I carried my mother up.",
        reply: "[[We apologise for any inconvenience.]] A voucher over 20 euros is attached. Have a nice day.",
      },
    ],
    passes: [
      {
        customer: "You charged me twice. Why?",
        reply: "I'm sorry: a typo in our price file doubled the charge. One payment is on its way back to your card.",
      },
      {
        customer: "You charged me twice. Why?",
        reply: "I'm sorry about it. I don't know the cause yet, and I'll write by Friday when I do.",
      },
      { customer: "Why is the sky on your logo green?", reply: "It is the green of the first lamp that my aunt made." },
      {
        customer: "How could this happen? You delivered the wrong cake.",
        reply: "I'm sorry. I mixed up two labels, and a new cake comes at ten tomorrow.",
      },
      {
        customer: "My grandmother broke her hip and can't use the ticket.",
        reply: "What a thing to happen. The price of the ticket went back to your card this morning.",
      },
      {
        customer: "The lift was shut again.",
        reply: "Sorry, a shortage of hands: both porters are down with flu this week.",
      },
      { customer: "Why did nobody come?", reply: "I'm sorry. The van broke down on the way to you, and nobody rang." },
    ],
  },
  *check(draft) {
    const { customer } = draft;
    if (customer === undefined) return;
    const causes = draft.doing("explain");
    const fourth = causes[ENOUGH];
    if (fourth !== undefined && customer.hasLoss && inARow(causes)) {
      yield { ...whole(fourth), see: "The cause takes more room than the remedy." };
      return;
    }
    if (draft.words < 12 || draft.words > SHORT || !isOurs(customer) || wasToldBefore(customer)) return;
    const conceding = draft.body.find((sentence) => concedes(draft, sentence));
    if (conceding === undefined) return;
    if (draft.body.some((sentence) => UNKNOWN.test(sentence.plain) || mayExplain(draft, sentence))) return;
    yield whole(conceding);
  },
});

const isOurs = (customer: CustomerSide): boolean =>
  !customer.isSettled &&
  !customer.signals.has("self-harm") &&
  (customer.isOurFault || customer.hasLoss || WENT_WRONG.test(customer.everything));

const wasToldBefore = ({ earlierReplies }: CustomerSide): boolean =>
  earlierReplies.some((reply) => /because|due to|the reason|was full|broke down|failed over/.test(reply));

/** An apology, a known fault, or money and goods given back where the customer lays it at our door. */
function concedes(draft: Draft, sentence: Sentence): boolean {
  if (sentence.isQuestion || HOLLOW.test(sentence.plain)) return false;
  if (draft.does(sentence, "apologise") || CONCEDES.test(sentence.plain)) return true;
  const { customer } = draft;
  if (customer === undefined || !(customer.isOurFault || WENT_WRONG.test(customer.everything))) return false;
  return commitmentsIn(draft).some(
    ({ kind, start }) => GIVEN_BACK.has(kind) && start >= sentence.start && start < sentence.end,
  );
}

const GIVEN_BACK = new Set(["refund", "credit", "replacement"]);

const inARow = (sentences: readonly { index: number }[]): boolean =>
  (sentences.at(-1)?.index ?? 0) - (sentences[0]?.index ?? 0) <= sentences.length;
