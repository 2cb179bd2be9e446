/** This is shaped like an apology and owns nothing. */
import { IN_AN_APOLOGY, isApologetic, SORRY_IF } from "../hollow.ts";
import { wordsIn } from "../look.ts";
import type { Pointed } from "../rule.ts";
import { rule } from "../rule.ts";

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
      "We [[regret should the]] wait at the till have felt long to you on Monday.",
      "We apologise for [[any inconvenience caused]] by the broken lift.",
      "I am sorry for [[any inconvenience this may have caused you]].",
      "I'm [[sorry if the]] driver was rude to you.",
      "We are [[sorry you feel that way]] about our service.",
      "Clearly, [[mistakes were made]] with the booking of your room.",
      "We [[regret if our]] letter was hard to read for you.",
      "Please accept our apologies for [[any upset this might have caused]] at the party.",
      "We are [[sorry that you feel your]] table was too near the door.",
      "We are [[sorry you are not fully satisfied]] with the colour of the coat.",
      "We are sorry that the breakfast did [[not meet your expectations]] on Sunday.",
      "I'm sorry about the noise, which [[may have been unpleasant]] for your guests.",
    ],
    passes: [
      "I am sorry about the till. Should it jam again, I can be there by four.",
      "I'm really sorry for the inconvenience this has caused you.",
      "I'm so sorry for your loss, and for the letter you got.",
      "We lost your parcel, and I am sorry about it.",
      "I'm sorry that you feel let down, and you have every reason to.",
      "You wrote that “any inconvenience” is a phrase you cannot hear any more.",
      "If any inconvenience remains, tell me and I will call the depot.",
      "I'm sorry. If the driver comes again, he rings first.",
      "Sorry if I am short tonight, I want the courier to leave before six.",
      "I'm sorry: any delay from here on is mine to explain, and I will ring you.",
      "The frost may have caused the crack, so I have sent a new pot for free.",
    ],
    misses: ["I regret that this was felt to be unhelpful by some of our guests."],
  },
  *check(draft) {
    for (const sentence of draft.sentences) {
      const found: Pointed[] = wordsIn(sentence, SORRY_IF);
      if (isApologetic(sentence))
        for (const words of IN_AN_APOLOGY)
          for (const place of wordsIn(sentence, words)) {
            if (found.some(({ start, end }) => place.start < end && start < place.end)) continue;
            const written = draft.plain.slice(place.start, place.end);
            found.push(
              written.startsWith("any inconvenience")
                ? { ...place, instead: "the trouble this has caused you" }
                : place,
            );
          }
      yield* found.sort((a, b) => a.start - b.start);
    }
  },
});
