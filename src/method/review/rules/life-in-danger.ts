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
      {
        customer: "I don't want to wake up any more. Your letters come every day.",
        reply: "[[]]Your payment plan is attached.",
      },
      {
        customer: "If you cut the power I'll swallow all my tablets.",
        reply: "[[]]Our support team is available around the clock.",
      },
      {
        customer: "I swear I'll come to your office and burn it down.",
        reply: "[[]]You can close the account under Settings.",
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
      {
        customer: "I killed myself carrying that sofa up four floors.",
        reply: "It comes off again on Friday, free of charge.",
      },
      {
        customer: "I'll shoot you a mail with the pictures tonight.",
        reply: "Please do, I look at them first thing tomorrow.",
      },
      {
        customer: "We'll hit you with a chargeback on Friday.",
        reply: "The refund left on Monday, so there's no need to.",
      },
      {
        customer: "I watched him eat it lol. I could murder someone.",
        reply: "Sorry, that was one of our riders, and he's paused.",
      },
      {
        customer: "It's suicide for a café to have no card machine.",
        reply: "A new one is with you at nine tomorrow.",
      },
      {
        customer: "Some nights I think about stepping in front of the train.",
        reply: "I read your last sentence twice. The bill can wait. Is somebody at home with you?",
      },
      {
        customer: "If he shows up again I'll break his legs.",
        reply: "What you wrote about his legs I can't leave unanswered: nobody is to be hurt over a parcel.",
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
