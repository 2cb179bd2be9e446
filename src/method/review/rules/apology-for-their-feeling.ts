/** This is shaped like an apology and owns nothing. */
import { wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const SORRY_IF = everyPattern(
  "sorry if",
  "apologi[sz]e if",
  "(?:sorry|apologi[sz]e)(?: to hear)? (?:that )?you (?:feel|felt|think|see it) (?:this|that|it) way",
  "sorry (?:that )?you (?:were|are|got|feel|felt) offended",
  "mistakes were made",
);
const ANY_INCONVENIENCE = everyPattern(
  "any inconvenience(?:s)?(?: (?:that )?(?:this |it |we |that )?(?:may |might |could |has |have |is )*(?:caused?|causing|created?)(?: (?:to )?you)?)?",
);

export default rule({
  id: "apology-for-their-feeling",
  catalogue: "A8",
  step: "acknowledge",
  principle: "ack.apology",
  level: "nudge",
  see: "This is shaped like an apology and owns nothing.",
  why: "An “if” or an “any” doubts that something happened to them at all.",
  do: "Say what happened as a fact: we lost your parcel.",
  cites: ["lewicki-2016", "roschk-kaiser-2013"],
  examples: {
    flags: [
      "We apologise for [[any inconvenience caused]] by the broken lift.",
      "I am sorry for [[any inconvenience this may have caused you]].",
      "I'm [[sorry if]] the driver was rude to you.",
      "We are [[sorry you feel that way]] about our service.",
      "Clearly, [[mistakes were made]] with the booking of your room.",
    ],
    passes: [
      "I'm really sorry for the inconvenience this has caused you.",
      "I'm so sorry for your loss, and for the letter you got.",
      "We lost your parcel, and I am sorry about it.",
      "I'm sorry that you feel let down, and you have every reason to.",
      "You wrote that “any inconvenience” is a phrase you cannot hear any more.",
      "If any inconvenience remains, tell me and I will call the depot.",
      "I'm sorry. If the driver comes again, he rings first.",
    ],
    misses: ["I regret that this was felt to be unhelpful by some of our guests."],
  },
  *check(draft) {
    for (const sentence of draft.sentences) {
      yield* wordsIn(sentence, SORRY_IF);
      if (!SORRY.test(sentence.plain)) continue;
      for (const place of wordsIn(sentence, ANY_INCONVENIENCE))
        yield { ...place, instead: "the trouble this has caused you" };
    }
  },
});

const SORRY = pattern("sorry|apologi[sz]e|apolog(?:y|ies)|regret");
