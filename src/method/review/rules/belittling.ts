/** This makes their trouble smaller than it is to them. */
import { BELITTLING, NOT_BELITTLING, SAME_AGAIN, SMALL_TO_THEM } from "../belittling-cues.ts";
import { wordsIn } from "../look.ts";
import type { Pointed } from "../rule.ts";
import { rule } from "../rule.ts";

export default rule({
  id: "belittling",
  catalogue: "A3",
  step: "acknowledge",
  principle: "calm.respect",
  level: "nudge",
  mostCare: 2,
  see: "This makes their trouble smaller than it is to them.",
  why: "A feeling that is called out of place grows; one that is taken as valid falls.",
  do: "Leave it out, or say why it matters to them.",
  cites: ["herr-2015", "weger-2014"],
  examples: {
    flags: [
      "[[Nobody has ever died of]] a late sofa. The van comes on Friday at ten.",
      "[[It's only a two-day delay]], so the parcel will be there on Friday.",
      "Please [[calm down]], and then we can talk about the refund.",
      "[[As I already explained]], the parcel left our depot on Monday morning.",
      "This is [[no big deal]], and I can change it in a minute.",
      "There is [[no need to be upset]], the money comes back on Friday.",
      "[[No one else has complained]] about the colour of this lamp.",
      "Please [[don't take it personally]], the letters write themselves.",
      "The tent is wet inside, yes, but [[most people cope]] with that.",
      "In a year [[you'll all laugh about it]], and the cat as well.",
      "The repair takes a week; [[at your age]] one has time, surely.",
      "[[Slight rust is quite normal]] on a bolt of this kind.",
      {
        customer: "The cake came squashed, the party is ruined.",
        reply: "[[It's only a cake]], and it tastes the same.",
      },
      {
        customer: "Your movers broke my grandfather's clock.",
        reply: "We are sorry about the clock, but [[things are things]], as they say.",
      },
    ],
    passes: [
      "Storm or not, the boat leaves at noon. Get some sleep; I watch the lines tonight.",
      "I've just sent the parcel, and it will be there on Friday.",
      "I see why this can't wait, so I called the depot.",
      "You wrote that it is “no big deal”, and I still want to fix it.",
      "This is not just a small delay when a wedding depends on it.",
      "It's only in the blue version that the lid cracks, so I sent a green one.",
      "Just a moment, please: I am reading the whole file first.",
      "It only takes a minute to reset, and nothing is lost.",
      {
        customer: "The printer is broken and I'm late with the thesis!!",
        reply: "It's just a matter of the cable: pull it out, count to ten, and put it back in.",
      },
      "I won't tell you to calm down; I'd shout as well.",
      "A broken promise is a broken promise, you are right.",
      "As I promised on Tuesday, the new lamp left our shop today.",
    ],
    misses: ["A short delay like this one should not spoil anybody's day."],
  },
  *check(draft) {
    const { customer } = draft;
    const isHurt = customer !== undefined && (customer.isUpset || customer.hasLoss);
    for (const sentence of draft.sentences) {
      if (NOT_BELITTLING.test(sentence.plain)) continue;
      const found: Pointed[] = wordsIn(sentence, BELITTLING);
      if (isHurt) found.push(...wordsIn(sentence, SMALL_TO_THEM), ...wordsIn(sentence, SAME_AGAIN));
      let end = 0;
      for (const place of found.sort((one, other) => one.start - other.start)) {
        if (place.start >= end) yield place;
        end = Math.max(end, place.end);
      }
    }
  },
});
