/** The customer is upset, and the first sentences say nothing of it. */
import { atBeginning } from "../look.ts";
import { rule } from "../rule.ts";

export default rule({
  id: "feeling-unnamed",
  catalogue: "A1",
  step: "acknowledge",
  principle: "ack.feeling",
  level: "nudge",
  needs: ["customer"],
  see: "The customer is upset, and the first sentences say nothing of it.",
  why: "In writing, a heated person calms more readily when the trouble is named first.",
  do: "Begin with what happened to them and what it cost; one sentence is enough.",
  cites: ["herhausen-2023", "six-steps", "packard-li-berger"],
  examples: {
    flags: [
      {
        customer: "I am furious. We planned the whole day around this delivery and NOBODY came!!",
        reply: "[[]]Thank you for your e-mail. The next free slot is on Thursday at 9:00.",
      },
      {
        customer: "Absolutely unacceptable. Third time I write about the boiler!",
        reply: "Hello Tom,\n\n[[]]The engineer has a slot on Thursday. He will ring before he comes. Bring the key.",
      },
      {
        customer: "This is a disgrace, my card was charged again.",
        reply: "[[]]I've looked at the card statement. The charge will be gone by Friday.",
      },
      {
        customer: "I'm sick of this app, it lost my photos and you ignored me!!",
        reply: "[[]]The photos are in the backup. I have restored them from Monday.",
      },
    ],
    passes: [
      {
        customer: "I am furious. We planned the whole day around this delivery and NOBODY came!!",
        reply: "You planned the day around this delivery and nobody came. The next slot is on Thursday.",
      },
      {
        customer: "I am furious!! The boiler is cold again.",
        reply: "I understand how frustrating this is. The engineer comes on Thursday at 9:00.",
      },
      { customer: "When does the shop open?", reply: "Thank you for your e-mail. The shop opens at nine every day." },
      {
        customer: "This is a disgrace!! No more apologies, just send the money back.",
        reply: "I've sent 42.80 back today. It will be on the card by Friday.",
      },
      {
        customer: "Absolutely unacceptable, charged twice!!",
        reply: "That was our mistake: we charged the card twice. One payment goes back today.",
      },
      {
        customer: "I'm sick of this app!! It lost my photos.",
        reply: "Thank you for writing. Losing photos must be awful. I have found them in the backup of Monday.",
      },
      { customer: "Worst company ever!!", reply: "Anyone would be angry after that. Here is what I can do today." },
    ],
  },
  *check(draft) {
    const { customer, body } = draft;
    const [first] = body;
    if (customer === undefined || first === undefined || !customer.isHot || customer.signals.has("wants-brevity"))
      return;
    // fix-before-feeling speaks of that one.
    if (draft.does(first, "instruct")) return;
    const heard = body
      .slice(0, 3)
      .some((sentence) =>
        draft.does(
          sentence,
          "acknowledge",
          "reflect",
          "normalise",
          "relate",
          "apologise",
          "own",
          "paraphrase",
          "read-back",
          "set-boundary",
        ),
      );
    if (!heard) yield atBeginning(draft);
  },
});
