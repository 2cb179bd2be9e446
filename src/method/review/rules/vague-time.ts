/** This is a time that nobody can wait for. */
import { around, wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const VAGUE = everyPattern("(?:very )?{vague}");
const FOLLOWS_UP = pattern(
  "(?:i|we|you|they|she|he|somebody|someone|a colleague|our \\w+|my \\w+|the (?:team|engineer|technician|manager)){will}",
  "(?:will|'ll) be (?:in touch|contacted|refunded|resolved|fixed|processed|looked|sorted|updated|informed|notified|back)",
  "expect",
  "(?:get|hear|hearing|come) back|update you",
);
const NOT_A_TIME = pattern(
  "(?:see|speak|talk|meet|write|hear from) (?:to )?you soon|get well soon|too soon|as soon as (?:it|the|you|he|she|they|this|that)|soon after|(?:hope|wish|looking forward) .{0,60}soon|not soon",
);

export default rule({
  id: "vague-time",
  catalogue: "P9",
  step: "provide",
  principle: "expect.timeline",
  level: "nudge",
  see: "This is a time that nobody can wait for.",
  why: "Without a day the customer has to write again to find out whether you forgot.",
  do: "Name the day, and the hour if it is today; if you cannot know, say when you will next write.",
  cites: ["guo-2016", "gneezy-epley-2014", "buell-norton-2011"],
  examples: {
    flags: [
      "Thank you for writing. We'll get back to you [[shortly]].",
      "I will look into the charge [[as soon as possible]] and write.",
      "You will hear from our billing team [[in due course]].",
      "I'll call you [[in a few days]] about the boiler.",
      "The fault is known, and it will be fixed [[soon]].",
    ],
    passes: [
      "I'll write to you by Thursday at 16:00 (CET).",
      "Your parcel will be there soon, says the courier.",
      "I'll call as soon as it arrives at the depot in Leeds.",
      "I don't know yet how long it takes. I'll write again tomorrow at noon, and call you soon after.",
      "I hope that you will get well soon, and that the dog does too.",
      "Soon after the update, the light went out, you wrote.",
      "We'll get back to you shortly, and by Friday at noon at the latest.",
    ],
    misses: ["Expect news from us when the leaves begin to fall."],
  },
  *check(draft) {
    for (const sentence of draft.body) {
      if (!FOLLOWS_UP.test(sentence.plain) || NOT_A_TIME.test(sentence.plain)) continue;
      if (
        around(draft, sentence, 1).some((near) =>
          draft
            .figuresOf(near)
            .some(
              ({ kind, ...figure }) =>
                kind === "time" || (kind === "day" && !isVagueDay(draft.plain.slice(figure.start, figure.end))),
            ),
        )
      )
        continue;
      yield* wordsIn(sentence, VAGUE).slice(0, 1);
    }
  },
});

const isVagueDay = (words: string): boolean => /few|several|some|couple/.test(words);
