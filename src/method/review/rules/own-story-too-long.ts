/** Your own story takes over here. */
import { whole } from "../look.ts";
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const TO_THE_CUSTOMER = pattern("you|your|yours|you're|you've|you'll|you'd|let's|here|we|us");
const LONGEST = 25;
/** Done for them, or led back to them in the same breath. */
const ABOUT_THIS = pattern(
  "i(?:'ve| have) (?:had to|asked|told|rung|called|written|sent|put|booked|arranged)|so if you(?:'re| are)?|so (?:please |do |just )?(?:leave|keep|take)",
);

export default rule({
  id: "own-story-too-long",
  catalogue: "A5",
  step: "acknowledge",
  principle: "ack.relate",
  level: "nudge",
  see: "Your own story takes over here.",
  why: "A short one says that you know; a long one asks to be listened to.",
  do: "One short sentence of yours, then straight back to theirs.",
  cites: ["self-disclosure", "three-techniques"],
  examples: {
    flags: [
      "[[When I moved last winter, the heating was off for nine days, and the landlord would not answer the phone, so the kids slept in coats and hats the whole week.]] Your engineer comes on Thursday.",
      "[[The same thing happened to me last year.]] The shop was slow and the box was wet and nobody said a word. I've sent a new one.",
      "Hello Tom,\n\n[[I've been there myself.]] [[My boiler was out all of January and it was terrible.]] The repair cost a lot.",
      "[[I once lost a parcel in Rome.]] It had a coat in it, and a hat from a cousin. It never came back.",
    ],
    passes: [
      "I've had to tell the school as well, because the bus driver must not leave before the children are in, and they will ring at four.",
      "I've moved house in winter too. Let's get your heating on today.",
      "I've been there, and it is no fun. Your engineer comes on Thursday at nine.",
      "The same thing happened to me last year, so I know how you feel about the cold flat.",
      "I've checked the log of the boiler, line by line, from Monday morning at six until the moment when the pump stopped and the flat went cold on Tuesday night.",
      "I've had my own fight with that lock. Here is what worked for me and should work for you.",
      "Your story reminded me why we check every box twice before it leaves.",
    ],
    misses: [
      "My cousin had one of these lamps, and it flickered from the first day to the last, in every room of the house and on every cable that the family could find for it.",
    ],
  },
  *check(draft) {
    const { body } = draft;
    for (const [at, sentence] of body.entries()) {
      // "I've had to tell the police" is about this case, not about a life.
      if (!draft.does(sentence, "relate") || ABOUT_THIS.test(sentence.plain)) continue;
      const next = body[at + 1];
      const comesBack = TO_THE_CUSTOMER.test(sentence.plain) || next === undefined || TO_THE_CUSTOMER.test(next.plain);
      if (sentence.words > LONGEST || !comesBack) yield whole(sentence);
    }
  },
});
