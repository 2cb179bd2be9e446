/** An outage with nobody to blame and six rooms of people. Hard because nothing is known yet, and he can tell a known unknown from a brush-off. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "a-house-full-of-guests-in-the-dark",
  customer: "cormac-delahunt",
  situation: "outage",
  signals: ["sarcasm", "safety"],
  subject: "Atmospheric",
  hoursAgo: 1.8,
  atHour: 19,
  opening: `
    Good evening from the dark.

    At half past six every lamp in this house went to what your app calls "Scene: Lighthouse", which is to say on, off, on, off, and
    at seven they all went off and stayed off. The app says "we can't reach your lamps". I can. I'm standing beside one. Pressing its
    button does nothing.

    I've eleven guests. One has already met the stairs, no harm done, but he's eighty. I've put candles in jam jars and I'm told it's
    the most romantic weekend anyone's had here.

    Your status page is a calm green. Is it you or is it me? And is there some way to turn on a lamp with a hand?`,
  knows: [
    {
      about: ["hub", "light on", "blink", "router", "wifi", "colour"],
      says: "The hub has a red light that goes slowly, the way a cat blinks. The internet's grand otherwise.",
    },
    {
      about: ["how many", "which", "lamps", "rooms", "model"],
      says: "Six Wrens, two Herons on the stairs, and the Kite over the table. The stairs are what I'd want first.",
    },
    { about: ["version", "app"], says: 'The app says 5.8.0, and also "enjoy your evening".' },
  ],
  facts: [
    { kind: "other", words: "At half past six every lamp in this house" },
    { kind: "tried", words: "Pressing its button does nothing" },
    { kind: "person", words: "eleven guests" },
    { kind: "other", words: "two Herons on the stairs", told: "later" },
  ],
  next: [
    { when: "refused", says: "No time, no reason and no lamp. I'll tell the gentleman at the bottom of the stairs." },
    {
      when: "asked",
      afterSeconds: 10,
      says: "{{answers}}\n\nI'd settle for the stairs.",
      next: [
        {
          when: "answered",
          says: "THERE she goes. The stairs are lit. There was a cheer. I'll write to you about the rest in the morning; thank you for the hand on the switch.",
          next: [
            {
              when: "checked",
              says: "All back at half eight this morning. One couple have asked for the candles again tonight.",
            },
            { when: "otherwise", says: null },
          ],
        },
        { when: "otherwise", says: "Any word? We're down to the short candles." },
      ],
    },
    {
      when: "made-right",
      says: "That's all I wanted: what you know, what you don't, and when I'll hear next. I can run a house on that.\n\nThe trick with the button worked on the stairs, by the way.",
      next: [
        { when: "answered", says: "Much obliged. Goodnight to you, whoever's still up." },
        {
          when: "otherwise",
          says: "It's past the hour you named, and I've heard nothing. I'd hoped you were the ones who'd write.",
        },
      ],
    },
    {
      when: "answered",
      says: "Right, doing that now. I'll report from the stairs.",
      next: [
        { when: "checked", says: "Lit, the lot of them. Thank you." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "boilerplate",
      says: "I've had that one framed. It gives no light, unfortunately.",
      next: [
        { when: "answered", says: "Better. Thank you. Going to try it." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: "Understood. And when will I hear from you next, in numbers?" },
  ],
} satisfies StoryDraft;
