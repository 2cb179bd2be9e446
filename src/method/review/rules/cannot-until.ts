/** This says what cannot be done; the same is true the other way round. */

import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const UNTIL =
  /(?<![\w'])(you )((?:can't|cannot|can not|won't be able to|will not be able to) ((?:[\w'-]+ ){1,6})(until|unless|without|before))(?!\w)/g;
const DANGER = pattern(
  "safe(?:ty|ly)?|danger\\w*|hot|electric\\w*|gas|fire|warning|hurt|injur\\w*|poison\\w*|legal(?:ly)?|law",
);

export default rule({
  id: "cannot-until",
  catalogue: "P16",
  step: "provide",
  principle: "attitude.positive",
  level: "note",
  see: "This says what cannot be done; the same is true the other way round.",
  why: "Saying when it can be done is as exact, and easier to read.",
  do: "Turn it: you can do it once this is done.",
  cites: ["plain-positive"],
  examples: {
    flags: [
      "You [[can't log in until]] the mail is confirmed by you.",
      "Thank you, Ana. You [[cannot choose a seat until]] the payment is in.",
      "You [[won't be able to print it without]] the new driver.",
      "You [[can't book unless]] the old visit is closed first.",
    ],
    passes: [
      "You can log in once the mail is confirmed by you.",
      "You can't open the gas tap until the engineer says it is safe.",
      "I can't refund it until the lamp is back with us.",
      "You wrote that you lie awake until this is settled, and I believe it.",
      "You can't be charged twice for the same visit.",
      "Until the mail is confirmed, the page shows a lock.",
    ],
  },
  *check(draft) {
    for (const sentence of draft.body) {
      if (DANGER.test(sentence.plain) || draft.does(sentence, "refuse")) continue;
      for (const match of sentence.plain.matchAll(UNTIL)) {
        const [, you, whole, middle, last] = match as unknown as [string, string, string, string, string];
        const start = sentence.start + match.index + you.length;
        const words = draft.text.slice(start, start + whole.length);
        const kept = words.slice(whole.indexOf(middle, 3), whole.indexOf(middle, 3) + middle.length);
        yield last === "until" && !/not|never/.test(middle)
          ? { start, end: start + whole.length, instead: `can ${kept}once` }
          : { start, end: start + whole.length };
      }
    }
  },
});
