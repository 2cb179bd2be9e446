/** He wants to stop paying and cannot find the door. Hard because saving the customer is exactly what he does not want. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "where-is-the-cancel-button",
  customer: "dale-hutchins",
  situation: "cancellation",
  signals: ["churn"],
  mailbox: "billing",
  subject: "Cancel Circle",
  hoursAgo: 58,
  opening: `
    I want to cancel Lumen Circle. $4.99 a month. I spent twenty minutes in the app looking for the button and all I found was a survey
    and a picture of a sad lamp.

    Don't offer me three months free. Don't ask me why. Just cancel it and tell me the last day it charges.`,
  knows: [
    { about: ["account", "email", "address"], says: "It's under this address, same as always." },
    { about: ["why", "reason", "feedback", "improve"], says: "I said don't ask me why." },
  ],
  facts: [
    { kind: "amount", words: "$4.99 a month" },
    { kind: "product", words: "Lumen Circle" },
    { kind: "wish", words: "tell me the last day it charges" },
  ],
  next: [
    { when: "refused", says: "It's a light bulb subscription, not a mortgage. I'll have the bank block it." },
    {
      when: "asked",
      says: "{{answers}}",
      next: [
        { when: "answered", says: "OK. Done. Thanks." },
        { when: "otherwise", says: "Just cancel it." },
      ],
    },
    {
      when: "answered",
      says: "That's it? Two lines, done? All right then. Wish everybody worked like that. Lamp's fine by the way.",
    },
    {
      when: "boilerplate",
      says: "I did not ask what I'm going to miss. CANCEL. IT.",
      next: [
        { when: "answered", says: "Thank you." },
        { when: "otherwise", says: "Called the bank." },
      ],
    },
    { when: "otherwise", says: "Is it cancelled or not." },
  ],
} satisfies StoryDraft;
