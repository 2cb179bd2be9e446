/** One apology was enough; this is another. */
import { whole } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const TOKEN = everyPattern("sorry|apologi[sz]e|apolog(?:y|ies)");
const NO_TOKEN =
  /no need to apologi[sz]e|(?:don't|do not|never) (?:apologi[sz]e|be sorry)|sorry (?:for|about) your loss|your apolog/;
/** Under so many words two apologies are one too many; above, three. */
const SHORT = 120;

/** Sorrow for a death is no apology. */
const LOSS = pattern("sorry (?:for|about) (?:the|your) loss|condolences");

export default rule({
  id: "over-apology",
  catalogue: "A9",
  step: "acknowledge",
  principle: "ack.apology",
  level: "nudge",
  see: "One apology was enough; this is another.",
  why: "Each further sorry weakens the first, and takes the place of the fix.",
  do: "Keep the one that names what happened, and let action follow.",
  cites: ["marinova-2018", "six-steps"],
  examples: {
    flags: [
      "I'm sorry about the broken lamp. I've sent a new one. [[Again, my apologies for this.]]",
      "[[So sorry, really sorry, that the parcel is late.]] It comes on Friday.",
      "We apologise for the delay. [[We are sorry that you had to wait.]] [[Please accept our apologies.]]",
      "I'm sorry about Monday.\n\nThe engineer comes at nine.\n\n[[Sorry again for the wait.]]",
    ],
    passes: [
      "I'm sorry about the broken lamp. I've sent a new one today.",
      "I am so sorry for your loss. I'm sorry that our letter reached you in that week.",
      "There is no need to apologise for the tone. I'm sorry about the lamp.",
      "You wrote “sorry, sorry, sorry” and made me laugh. I'm sorry about the lamp.",
      {
        customer: "My father died in March.",
        reply: "I am very sorry. I'm sorry, too, that our letter came at such a time.",
      },
      "The lamp left us today. Thank you for waiting so patiently.",
      "I know a sorry sight when I see one: the box was crushed, and a new one is on its way.",
    ],
    misses: ["I regret this deeply. Forgive me. It pains me that the lamp broke."],
  },
  *check(draft) {
    if (draft.customer?.signals.has("bereavement") || draft.sentences.some(({ plain }) => LOSS.test(plain))) return;
    const apologies = draft.sentences
      .map((sentence) => ({
        sentence,
        tokens:
          NO_TOKEN.test(sentence.plain) || !draft.does(sentence, "apologise", "acknowledge")
            ? 0
            : [...sentence.plain.matchAll(TOKEN)].length,
      }))
      .filter(({ tokens }) => tokens > 0);
    const all = apologies.reduce((sum, { tokens }) => sum + tokens, 0);
    const free = draft.words < SHORT ? 1 : 2;
    if (all <= free) return;
    if (apologies.length <= free) {
      const [only] = apologies;
      if (only !== undefined && only.tokens > 1) yield whole(only.sentence);
      return;
    }
    for (const { sentence } of apologies.slice(free)) yield whole(sentence);
  },
});
