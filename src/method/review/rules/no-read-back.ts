/** There was much in their message, and none of it is said back. */

import { keyOf } from "../figures.ts";
import { atBeginning, sharedInAll } from "../look.ts";
import { isDone } from "../onward.ts";
import { rule } from "../rule.ts";

/** From so many words on, or so many asks, a message is easy to get wrong. */
const LONG = 90;
const MANY_ASKS = 3;
/** A reply that comes back to so many of their details has shown what it understood. */
const SAID_BACK = 5;
const SAID_OF_MANY = 2;

const STORY =
  "I booked the cabin for the week of our wedding in June, with a cot for the baby and the small kitchen. Your confirmation says July. Then the deposit left my bank twice, and the woman on the phone said that the cot costs extra, which is not what the page says. My mother has booked the room beside ours through her own account, and she got the right week. I have tried to change ours on the page, and it says that the booking is locked. I wrote on Sunday and again on Wednesday, and both times a machine answered. Please put it right before the end of the month, because the guests need to book trains. We also need to know whether the dog may come, and where we can leave the car.";

export default rule({
  id: "no-read-back",
  catalogue: "C1",
  step: "confirm",
  principle: "confirm.readback",
  level: "nudge",
  needs: ["customer"],
  mostCare: 1,
  see: "There was much in their message, and none of it is said back.",
  why: "A short summary catches the one thing that was misread, before it costs a week.",
  do: "Say in one or two sentences what you understood, and ask whether it is right.",
  cites: ["i-pass", "six-steps", "cardosi-1994"],
  examples: {
    flags: [
      {
        customer: STORY,
        reply:
          "[[]]Thank you for writing to us. I have looked at it and changed what was wrong. You will get a new letter tomorrow, and all should be well.",
      },
      {
        customer: STORY,
        reply:
          "Hello Eva,\n\n[[]]I have asked my colleague in the office to look at this today. She will call you tomorrow at nine, and will have an answer.",
      },
      {
        customer: STORY,
        reply:
          "[[]]I've sent one of the two payments back, and it will be on your card by Friday. For the rest, please look at the page again tomorrow.",
      },
      {
        customer:
          "Can you change the hotel to Porto? Can the lunch be vegan? Please also move the flight of my son to Sunday, and tell me about the visa.",
        reply:
          "[[]]I have made the changes that you wanted. The new papers will be in your account before the weekend, ready to print.",
      },
    ],
    passes: [
      {
        customer: STORY,
        reply:
          "So the cabin is for your week in June, with the cot, and the deposit left your bank twice. Is that right? I'll change it today.",
      },
      {
        customer: STORY,
        reply:
          "Let me see if I have understood everything correctly: the week is wrong, and one payment too many left the bank. I'll change both today.",
      },
      {
        customer: STORY,
        reply:
          "June it is: the cabin with the cot is yours for the wedding week, one deposit goes back to the bank today, and the dog may come. The car has a place behind the kitchen.",
      },
      { customer: "Can I bring a dog?", reply: "You can, and there is a small garden behind the house for him." },
      { customer: STORY, reply: "Thank you. I'll call you at nine." },
      {
        customer: "The cabin is cold. Please help.",
        reply: "I have asked the owner to turn the heating on, and he will do so at four.",
      },
    ],
  },
  *check(draft) {
    const { customer } = draft;
    if (customer === undefined || draft.words < 18) return;
    const told = draft.input.thread.filter(({ from }) => from === "customer").map(({ text }) => wordsIn(text));
    const isLong = told.reduce((sum, words) => sum + words, 0) >= LONG && !customer.isSettled;
    // Questions one by one are answered one by one; troubles are told.
    const isMuch = isLong ? customer.asks.length >= 1 || customer.hasLoss : customer.latestStems.size >= 6;
    if (!isMuch || draft.doing("paraphrase", "read-back").length > 0) return;
    const said = sharedInAll(draft) + draft.figures.filter((figure) => customer.figureKeys.has(keyOf(figure))).length;
    // Questions one by one are answered one by one; changes that are made unsaid cannot be put right.
    const acts = draft.doing("act", "promise", "redress").length > 0 || draft.body.some(isDone);
    const isUnsaid = acts && (isLong ? said < SAID_BACK : customer.asks.length >= MANY_ASKS && said < SAID_OF_MANY);
    if (isUnsaid) yield atBeginning(draft);
  },
});

const MOST_TEXT = 8_000;
const wordsIn = (text: string): number => text.slice(0, MOST_TEXT).match(/\S+/g)?.length ?? 0;
