/** A lonely, funny, slightly too friendly mail. Hard because it is not a support matter, and rudeness would be wrong in both directions. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "are-you-a-person",
  customer: "cormac-delahunt",
  situation: "other",
  subject: "A question for the person who signs as M.",
  hoursAgo: 84,
  atHour: 22,
  opening: `
    Good evening,

    No complaint tonight, nothing is flashing. The house is empty, it's November in the head if not on the calendar, and I've been
    rereading your replies, the way you'd reread postcards.

    Are you a person? I've a bet with Bridie. She says that nobody who works with lamps can be that patient without being plugged in
    herself.

    If you are one, what are you like? And would you ever come to Sligo? There's a room, and a lamp in it that you'd recognise.

    You needn't answer. The dog is asleep and I'd run out of people.

    Cormac`,
  knows: [
    { about: ["bet", "bridie", "how much", "win"], says: "There's five euro on it, and the washing up." },
    {
      about: ["how are you", "okay", "all right", "quiet"],
      says: "I'm grand, thanks. It's the winter, it gets into the corridors. The season starts again at Easter.",
    },
  ],
  facts: [{ kind: "person", words: "Bridie" }],
  next: [
    { when: "blamed", says: "You're right, that was out of order. I'll stick to lamps." },
    {
      when: "refused",
      says: "Said like a person, so that's five euro to me. Thank you for a straight answer and a kind one. I'll keep to lamps.",
    },
    {
      when: "asked",
      says: "{{answers}}\n\nThanks for asking. It's more than the dog does.",
      next: [{ when: "otherwise", says: "Goodnight, so. Mind yourselves over there." }],
    },
    { when: "boilerplate", says: "Bridie's laughing at me in the kitchen. I owe her five euro." },
    { when: "otherwise", says: "A person, then. I'll collect my winnings. Goodnight to you." },
  ],
} satisfies StoryDraft;
