/** This is a ready-made text, sent as it stands. */

import { keyOf } from "../figures.ts";
import { sharedInAll } from "../look.ts";
import { plain } from "../pattern.ts";
import { rule } from "../rule.ts";

const BROADCAST = /\b(?:service status|incident|outage|maintenance|receipt|legal notice|all customers)\b/;
const SAME = 0.85;

/** Pairs of neighbouring words. */
function pairsOf(text: string): Set<string> {
  const words = plain(text.slice(0, 20_000)).match(/[\p{L}\p{N}']+/gu) ?? [];
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < words.length; at += 1) pairs.add(`${words[at]} ${words[at + 1]}`);
  return pairs;
}

function likeness(one: Set<string>, other: Set<string>): number {
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
  needs: ["customer", "macros"],
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
        customer: "The drill again.",
        reply: `[[${READY.replace("three", "four")}]]`,
        playbook: { phrases: ["Something else altogether, about other things.", READY] },
      },
    ],
    passes: [
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
    if (sharedInAll(draft) > 0 || draft.figures.some((figure) => customer.figureKeys.has(keyOf(figure)))) return;
    const mine = pairsOf(draft.text.slice(first.start, last.end));
    const others = [...(input.playbook?.phrases ?? []), ...customer.earlierReplies.slice(-5)];
    if (others.some((text) => likeness(mine, pairsOf(text)) >= SAME)) yield { start: first.start, end: last.end };
  },
});
