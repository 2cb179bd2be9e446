/** This promises something and does not say by when. */
import { around, whole } from "../look.ts";
import { pattern } from "../pattern.ts";
import { isDoneAtOnce, promisesIn } from "../promises.ts";
import { rule } from "../rule.ts";

/** What the customer then waits for. */
const AWAITED = pattern(
  "(?:i|we){will}(?: now| then| also| personally| certainly| definitely| both| be| do my best to| make sure to| try to)* (?:call(?:ing)?|write|writing|e-?mail|get back|getting back|come back|let you know|letting you know|update|updating|follow(?:ing)? up|look(?:ing)? into|look(?:ing)? at|check(?:ing)?|find(?:ing)? out|investigat(?:e|ing)|in touch|contact(?:ing)?|keep you (?:posted|updated|informed)|ask(?:ing)?|chase|chasing|ring(?:ing)?|reply(?:ing)?|report(?:ing)?|speak(?:ing)?|send(?:ing)?|refund(?:ing)?|replace|replacing|arrange|arranging|ship(?:ping)?|pass(?:ing)?|forward(?:ing)?)",
);
const VAGUE = pattern("{vague}");

export default rule({
  id: "undated-promise",
  catalogue: "P10",
  step: "provide",
  principle: "expect.timeline",
  level: "nudge",
  see: "This promises something and does not say by when.",
  why: "A kept promise is worth much, and only one with a day can be seen to be kept.",
  do: "Name the day on which they hear from you, done or not.",
  cites: ["gneezy-epley-2014", "seven-strategies"],
  examples: {
    flags: [
      "Thank you for the photo of the lamp. [[I'll look into it.]]",
      "[[I will call the depot and let you know.]] Thank you for waiting.",
      "Hello Ana,\n\n[[we'll get back to you about the second lamp.]]",
      "The bank has the money. [[I'm going to check with them.]] Thank you.",
    ],
    passes: [
      "I'll call you on Tuesday before noon about the lamp.",
      "I'll look into it. You will hear from me by Friday.",
      "If you like, I'll call the depot for you and ask.",
      "I'll send you the link right now, in a second mail.",
      "I'll always check a box twice before it leaves our shop.",
      "I will not forget what you wrote about your mother's lamp.",
      "We'll get back to you shortly about the second lamp.",
    ],
    misses: ["Leave it with me, and consider it as done for you."],
  },
  *check(draft) {
    const promises = promisesIn(draft);
    if (promises.some(({ isDated }) => isDated)) return;
    for (const promise of promises) {
      const sentence = draft.sentences.find(({ start }) => start === promise.start);
      if (
        sentence === undefined ||
        !AWAITED.test(sentence.plain) ||
        VAGUE.test(sentence.plain) ||
        isDoneAtOnce(sentence)
      )
        continue;
      if (
        around(draft, sentence, 1).some((near) =>
          draft.figuresOf(near).some(({ kind }) => kind === "day" || kind === "time"),
        )
      )
        continue;
      yield whole(sentence);
      return;
    }
  },
});
