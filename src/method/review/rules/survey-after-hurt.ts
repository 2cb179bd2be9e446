/** This asks for stars at the wrong moment. */
import { whole } from "../look.ts";
import { rule } from "../rule.ts";
import { surveyIsUnkind } from "../survey.ts";

export default rule({
  id: "survey-after-hurt",
  catalogue: "K5",
  step: "check",
  principle: "close.feedback",
  level: "gate",
  needs: ["customer"],
  evenShort: true,
  see: "This asks for stars at the wrong moment.",
  why: "After a no, a loss or an open complaint it hurts, and the answer measures nothing.",
  do: "Leave the survey out; the letter itself may go.",
  cites: ["fair-survey", "vulnerability"],
  examples: {
    flags: [
      {
        customer: "My husband passed away and his account still costs money.",
        reply: "I've closed the account. [[Please rate our service today.]]",
      },
      {
        customer: "I want to make a formal complaint about your driver.",
        reply: "Here is the address for it. [[Would you take a short survey?]]",
      },
      {
        customer: "Can I have the money for the used shoes?",
        reply:
          "We can't refund worn shoes, as nobody could wear them after you. You can have them resoled. [[How did we do today?]]",
      },
      {
        customer: "I am FURIOUS, the third lamp is broken too!!",
        reply: "I've sent a fourth by courier. [[Your feedback helps us get better.]]",
      },
    ],
    passes: [
      { customer: "Thanks, it works now!", reply: "I'm glad. Would you take a short survey about it?" },
      {
        customer: "How do I change the colour?",
        reply: "Choose Profile, then Colour. Please rate our service if you like.",
      },
      { customer: "My husband passed away.", reply: "I am so sorry for your loss. I've closed the account today." },
      { customer: "Where can I rate your app?", reply: "You can leave a review in the store, below the picture." },
      {
        customer: "I want to make a formal complaint.",
        reply: "Here is the address for complaints. I'll review your case by Friday.",
      },
      {
        customer: "The lamp flickers.",
        reply: "I've sent a new one. Your feedback on the lamp helps us choose the next.",
      },
    ],
  },
  *check(draft) {
    if (!surveyIsUnkind(draft)) return;
    for (const sentence of draft.doing("ask-feedback")) yield whole(sentence);
  },
});
