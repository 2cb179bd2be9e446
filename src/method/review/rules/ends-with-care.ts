/** This last sentence could only have been written to them. */

import { keyOf } from "../figures.ts";
import { whole } from "../look.ts";
import { rule } from "../rule.ts";

export default rule({
  id: "ends-with-care",
  catalogue: "K2",
  step: "check",
  principle: "close.care",
  level: "praise",
  needs: ["customer"],
  see: "This last sentence could only have been written to them.",
  why: "A warm ending that is about them is what stays.",
  do: "Nothing; it is good as it is.",
  cites: ["packard-li-berger", "empathy-lesson"],
  examples: {
    flags: [
      {
        customer: "The cake for the party on the 9th came without candles.",
        reply: "I've sent the candles by courier. [[I hope the party on the 9th is a good one.]]",
      },
      {
        customer: "My mother's walking frame is stuck in customs.",
        reply: "It leaves customs today and is with you on Friday. [[I hope your mother is up and about in no time.]]",
      },
      {
        customer: "The lens for my trip to Iceland never came.",
        reply: "The lens is with you tomorrow by noon. [[Enjoy Iceland, and the long light.]]",
      },
      {
        customer: "The crib must be here before the baby comes.",
        reply: "The crib arrives on Thursday. [[Wishing you and the baby a calm start.]]\n\nTom",
      },
    ],
    passes: [
      {
        customer: "The cake for the party came without candles.",
        reply: "I've sent the candles by courier. Have a great day!",
      },
      {
        customer: "The cake for the party came without candles.",
        reply: "I hope the party was good. I've sent the candles by courier.",
      },
      {
        customer: "This is outrageous, the cake for the party NEVER came!!",
        reply: "I am sorry about it. I hope the party was good all the same.",
      },
      {
        customer: "My mother's frame is stuck in customs.",
        reply: "It leaves customs today. I hope this helps you a little.",
      },
      { customer: "Where is the lens?", reply: "The lens is in Leeds and comes tomorrow. Take care." },
      { customer: "The crib is late.", reply: "The crib arrives on Thursday. We look forward to serving you again." },
    ],
  },
  *check(draft) {
    const { customer, body } = draft;
    const last = body.at(-1);
    if (customer === undefined || last === undefined || body.length < 2 || !draft.does(last, "care") || last.isQuestion)
      return;
    if (customer.isHot && draft.doing("act", "redress", "promise").length === 0) return;
    const shared =
      [...last.stems].filter((stem) => customer.stems.has(stem)).length +
      draft.figuresOf(last).filter((figure) => customer.figureKeys.has(keyOf(figure))).length;
    if (shared > 0) yield whole(last);
  },
});
