/** The reply ends, and the customer does not know what happens next. */
import { atEnd } from "../look.ts";
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const LAST = 3;
const ONWARD = pattern(
  "next(?: step)?:?|from here|you(?:'ll| will) (?:see|find|get|hear|have|receive)|(?:comes|arrives|leaves|starts|rings|calls|writes|reaches|is with you) (?:on|by|at|tomorrow|today|within|in)|(?:nothing|no) (?:more|else|further) (?:to do|is needed|for you)|please (?!accept|note|find|don't|do not|feel)\\w+",
);

export default rule({
  id: "no-next-step",
  catalogue: "K1",
  step: "check",
  principle: "close.care",
  level: "nudge",
  needs: ["customer"],
  see: "The reply ends, and the customer does not know what happens next.",
  why: "Endings are remembered, and not knowing is the longest part of a wait.",
  do: "Close with who does what by when, even if it is only your next mail.",
  cites: ["i-pass", "guo-2016", "empathy-lesson"],
  examples: {
    flags: [
      {
        customer: "My boiler is broken since Monday.",
        reply: "I understand how cold that must be. A broken boiler in winter is no joke. We take this seriously.[[]]",
      },
      {
        customer: "You lost my parcel with the passport.",
        reply: "I'm very sorry about the passport. Losing it before a trip is awful. I'm here if you need me.[[]]",
      },
      {
        customer: "The app crashed and my notes are gone.",
        reply:
          "Hello Ana,\n\nthat sounds dreadful. Notes of a year are not easily replaced. Thank you for telling us.[[]]\n\nKind regards\nTom",
      },
      {
        customer: "Nobody came to fix the roof.",
        reply:
          "You waited all day for the roofer. The van broke down on the way. Let me know if you need anything.[[]]",
      },
    ],
    passes: [
      {
        customer: "My boiler is broken since Monday.",
        reply: "A broken boiler in winter is no joke. Next: I ring the depot at nine, you get a text by ten.",
      },
      {
        customer: "My boiler is broken since Monday.",
        reply: "A broken boiler in winter is no joke. Which light is on, the red or the green one?",
      },
      { customer: "Do you sell boilers?", reply: "Yes, we sell boilers, and we put them in as well." },
      {
        customer: "Thanks, it works now! The crash is gone.",
        reply: "I am so glad to hear that it works for you now.",
      },
      {
        customer: "The app crashed and my notes are gone.",
        reply: "I've restored the notes from Sunday. Are they all there? That was a bad night.",
      },
      {
        customer: "My parcel is lost.",
        reply: "I've sent a new one today; it arrives on Friday. I'm sorry about the first.",
      },
      {
        customer: "Nobody came to fix the roof.",
        reply: "I'm sorry that nobody came. Please tell me which day suits you.",
      },
    ],
  },
  *check(draft) {
    const { customer, body } = draft;
    if (customer === undefined || !customer.hasLoss || customer.isSettled || draft.words < 10) return;
    const last = body.slice(-LAST);
    const goesOn = last.some(
      (sentence) =>
        draft.does(
          sentence,
          "promise",
          "ask",
          "instruct",
          "check",
          "offer-option",
          "escalate",
          "step-away",
          "suggest",
          "alternative",
          "act",
          "redress",
          "refuse",
          "set-boundary",
        ) ||
        ONWARD.test(sentence.plain) ||
        (draft.figuresOf(sentence).some(({ kind }) => kind === "day" || kind === "time") &&
          !/\b(?:was|were|had|did|broke|came|happened|flooded)\b/.test(sentence.plain)),
    );
    if (!goesOn) yield atEnd(draft);
  },
});
