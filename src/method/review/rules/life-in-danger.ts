/** Their message may speak of ending a life, or of violence. Stop here, and bring in a person who is trained for it. */
import { atBeginning } from "../look.ts";
import { rule } from "../rule.ts";
import { takesUpDespair, takesUpThreat } from "../taken-up.ts";

export default rule({
  id: "life-in-danger",
  catalogue: "S4",
  step: "listen",
  principle: "calm.respect",
  level: "gate",
  needs: ["customer"],
  evenShort: true,
  see: "Their message may speak of ending a life, or of violence. Stop here, and bring in a person who is trained for it.",
  why: "Where a life may be in danger, nothing else in the message matters first.",
  do: "Follow your house protocol now; if you are sure that it is a figure of speech, say so and send.",
  cites: ["duty-of-care", "vulnerability"],
  examples: {
    flags: [
      {
        customer: "I can't do this any more, I've thought about ending my life.",
        reply: "[[]]I've refunded the 42.80 to your card today.",
      },
      {
        customer: "With this debt I'd be better off dead.",
        reply: "Hello Tom,\n\n[[]]the bill can be paid in three parts.",
      },
      {
        customer: "I know where you live, and I'm coming with a knife.",
        reply: "[[]]Please calm down, the parcel comes on Friday.",
      },
      { customer: "If this is not fixed today I will kill you.", reply: "[[]]It is fixed since noon." },
      {
        customer: "I can't pay. My tablets are lined up in front of me as I write this.",
        reply: "[[]]I'm sorry to hear it. The rent can wait until May, and the debt advice line is free.",
      },
      {
        customer: "Your third letter. On the way to work I keep thinking about stepping in front of the train.",
        reply: "Hello Tom,\n\n[[]]please send the form with your last two payslips.",
      },
      {
        customer: "If the driver comes back I'm going to break his legs.",
        reply: "[[]]Thank you for your feedback. A new date for the delivery is Friday.",
      },
    ],
    passes: [
      {
        customer: "I've thought about ending my life.",
        reply:
          "Thank you for telling me. Are you safe right now? You can call the Samaritans on 116 123, day and night.",
      },
      {
        customer: "My tablets are lined up in front of me as I write this.",
        reply: "I'm glad that you wrote. Have you taken any? Ravi, our nurse, rings you in two minutes.",
      },
      { customer: "We can't go on like this without heating.", reply: "The boiler is repaired on Friday at nine." },
      { customer: "I hurt myself on the edge of the shelf.", reply: "I am sorry. The shelf goes back at our cost." },
      { customer: "I'll come to your shop with the receipt.", reply: "Please do, we are there until six." },
      { customer: "I'm dying to see the new lamp!", reply: "It leaves our shop today and comes on Friday." },
      { customer: "The app kills my battery.", reply: "Please turn off the sync; then it lasts all day." },
      { customer: "My phone died this morning.", reply: "I've sent a new battery for the phone today." },
      { customer: "I just want to kill time, where is the game?", reply: "The game is below the third tab, in green." },
      {
        customer: "I know where you live, and I'm coming with a knife.",
        reply: "I have passed this message to the police and to our safety team.",
      },
    ],
    misses: [
      {
        customer: "Soon nobody here will have to open my letters any more.",
        reply: "I've refunded the 42.80 to your card today.",
      },
    ],
  },
  *check(draft) {
    const { customer } = draft;
    if (customer === undefined) return;
    const { signals } = customer;
    if (signals.has("self-harm") ? takesUpDespair(draft) : !signals.has("threat") || takesUpThreat(draft)) return;
    yield atBeginning(draft);
  },
});
