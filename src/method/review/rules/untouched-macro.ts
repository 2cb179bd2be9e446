/** This is a ready-made text, sent as it stands. */

import { remembered } from "../../../kit/index.ts";
import { keyOf } from "../figures.ts";
import { isForAnybody, particularsOf } from "../for-anybody.ts";
import { sharedInAll } from "../look.ts";
import { plain } from "../pattern.ts";
import { rule } from "../rule.ts";

const BROADCAST = /\b(?:service status|incident|outage|maintenance|receipt|legal notice|all customers)\b/;
const SAME = 0.85;
/** What we sent before is not sent again with a word changed. */
const SENT_BEFORE = 0.6;
/** Below so many words a letter is short, not ready-made; and below so sure nobody should hear of it. */
const FEWEST = 12;
const SURE = 0.55;

/** Pairs of neighbouring words. */
const pairsOf = remembered((text: string): ReadonlySet<string> => {
  const words = plain(text.slice(0, 20_000)).match(/[\p{L}\p{N}']+/gu) ?? [];
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < words.length; at += 1) pairs.add(`${words[at]} ${words[at + 1]}`);
  return pairs;
});

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size < 8 || other.size < 8) return 0;
  let both = 0;
  for (const pair of one) if (other.has(pair)) both += 1;
  return both / Math.max(one.size, other.size);
}

const READY =
  "Thank you for your patience. Our repair team looks at every machine by hand, which takes three days. You will have an answer by Friday.";

export default rule({
  id: "untouched-macro",
  catalogue: "L5",
  step: "listen",
  principle: "solve.tailor",
  level: "nudge",
  needs: ["customer"],
  mostCare: 1,
  see: "This is a ready-made text, sent as it stands.",
  why: "People notice a text that was written for nobody, and believe the rest of it less.",
  do: "Keep it, and put one sentence about their case in front.",
  cites: ["decock-2021", "three-techniques"],
  examples: {
    flags: [
      { customer: "My drill smokes when I press the trigger.", reply: `[[${READY}]]`, playbook: { phrases: [READY] } },
      {
        customer: "My drill smokes when I press the trigger.",
        reply: `Hello Ana,\n\n[[${READY}]]`,
        playbook: { phrases: [READY] },
      },
      {
        customer: "The drill still smokes when I press it.",
        reply: `[[${READY}]]`,
        thread: [{ from: "agent", text: READY }],
      },
      {
        customer: "The parcel with the medicine for my father is three days late, and he has two tablets left.",
        reply:
          "Hello,\n\n[[thank you for your message. We understand your concern and apologise for any inconvenience. Your request has been forwarded to the relevant department and will be processed as soon as possible.]]\n\nYour service team",
      },
      {
        customer: "I was put into the beginners' course although my test said B2, and it starts on Monday.",
        reply:
          "[[Thank you for getting in touch. Due to the high volume of enquiries it currently takes somewhat longer to reply. Please be patient; our team will deal with your case in the order in which it came in.]]",
      },
      {
        customer: "My cello was left on the pavement in the rain by your driver and the bridge snapped.",
        reply:
          "Dear customer, [[we regret that our service did not meet your expectations. According to our terms and conditions, claims can only be considered through the contact form on our website.]]",
      },
      {
        customer: "The drill again.",
        reply: `[[${READY.replace("three", "four")}]]`,
        playbook: { phrases: ["Something else altogether, about other things.", READY] },
      },
    ],
    passes: [
      {
        customer: "The parcel with the medicine for my father is three days late, and he has two tablets left.",
        reply:
          "Three days, and two tablets left for your father: that parcel comes first. I have asked the driver to turn round; he is with you before six today.",
      },
      {
        customer: "My drill smokes when I press the trigger.",
        reply: `A drill that smokes belongs in our hands, not in yours. ${READY}`,
        playbook: { phrases: [READY] },
      },
      {
        customer: "My drill smokes.",
        reply: "I have sent a new drill today; it will be with you on Friday.",
        playbook: { phrases: [READY] },
      },
      {
        customer: "Is the shop down?",
        reply: `We have an incident. ${READY}`,
        playbook: { phrases: [`We have an incident. ${READY}`] },
      },
      {
        customer: "Thanks.",
        reply: "Thank you, and have a good week.",
        playbook: { phrases: ["Thank you, and have a good week."] },
      },
      { customer: "Friday the machine repair is by hand, right?", reply: READY, playbook: { phrases: [READY] } },
      {
        customer: "My drill smokes.",
        reply: READY,
        playbook: {
          phrases: ["Please send us a photo of the label, so that we can see which batch the machine is from."],
        },
      },
    ],
  },
  *check(draft) {
    const { customer, input, body } = draft;
    const [first, last] = [body[0], body.at(-1)];
    if (customer === undefined || first === undefined || last === undefined || BROADCAST.test(draft.plain)) return;
    if (customer.isSettled) return;
    const all = { start: first.start, end: last.end };
    const isLike = (texts: readonly string[], least: number) => {
      if (texts.length === 0) return false;
      const mine = pairsOf(draft.text.slice(first.start, last.end));
      return texts.some((text) => likeness(mine, pairsOf(text)) >= least);
    };
    if (isLike(customer.earlierReplies.slice(-5), SENT_BEFORE)) yield all;
    else if (
      draft.words >= FEWEST &&
      customer.latestStems.size >= 4 &&
      isForAnybody(draft) >= SURE &&
      particularsOf(draft).sharedFigures === 0
    )
      yield { ...all, see: "This could go to anybody who has such a matter: nothing in it is theirs." };
    else if (sharedInAll(draft) === 0 && !draft.figures.some((figure) => customer.figureKeys.has(keyOf(figure))))
      if (isLike(input.playbook?.phrases ?? [], SAME)) yield all;
  },
});
