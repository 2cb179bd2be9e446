/** They asked why, and there is no why here. */

import { whole } from "../look.ts";
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const ASKS_WHY = pattern(
  "why(?! (?:don't you|not|bother|should i))|how (?:could|can|did) (?:this|that|it) (?:even )?happen|what (?:happened|went wrong)|explain|explanation|how come|the reason",
);
const UNKNOWN = pattern(
  "(?:don't|do not|not) (?:yet )?know|(?:finding|find) out|(?:look|looking|looked) into|investigat\\w+|not (?:yet )?(?:clear|sure)|still (?:checking|looking)|trace|tracing|no idea|unknown|asked|asking|check(?:ing)? (?:what|why|how|with)",
);
/** More than so many sentences of cause are too many. */
const ENOUGH = 3;

export default rule({
  id: "cause-missing",
  catalogue: "P18",
  step: "provide",
  principle: "solve.root",
  level: "nudge",
  needs: ["customer"],
  see: "They asked why, and there is no why here.",
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
      {
        customer: "You charged me twice.",
        reply: "I'm sorry about the second charge. One of the two payments is on its way back to your card.",
      },
      { customer: "Why is the sky on your logo green?", reply: "It is the green of the first lamp that my aunt made." },
      {
        customer: "How could this happen? You delivered the wrong cake.",
        reply: "I'm sorry. I mixed up two labels, and a new cake comes at ten tomorrow.",
      },
      { customer: "Why did nobody come?", reply: "I'm sorry. The van broke down on the way to you, and nobody rang." },
    ],
  },
  *check(draft) {
    const { customer, body } = draft;
    if (customer === undefined || !customer.hasLoss || customer.signals.has("bereavement")) return;
    const causes = draft.doing("explain");
    const fourth = causes[ENOUGH];
    if (fourth !== undefined && causes.length > ENOUGH && inARow(causes)) {
      yield { ...whole(fourth), see: "The cause takes more room than the remedy." };
      return;
    }
    if (
      draft.words < 12 ||
      causes.length > 0 ||
      !customer.isOurFault ||
      !ASKS_WHY.test(customer.plain) ||
      customer.earlierReplies.length >= 2
    )
      return;
    if (
      draft.doing("own", "refuse", "ask", "escalate", "step-away").length > 0 ||
      body.some((sentence) => UNKNOWN.test(sentence.plain))
    )
      return;
    const [apology] = draft.doing("apologise");
    if (apology !== undefined) yield whole(apology);
  },
});

const inARow = (sentences: readonly { index: number }[]): boolean =>
  (sentences.at(-1)?.index ?? 0) - (sentences[0]?.index ?? 0) <= sentences.length;
