/** A cancellation that is a goodbye to more than a subscription. Hard because it says so once, politely, and a macro would not notice. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "closing-everything",
  customer: "jonah-pettibone",
  situation: "cancellation",
  signals: ["self-harm", "vulnerable"],
  subject: "Please close my account",
  hoursAgo: 4,
  atHour: 3,
  opening: `
    Hello,

    Please cancel my Circle subscription and close my account, LL customer since 2023. If there is a balance you can keep it.

    I'm going through everything and closing things one at a time so that nobody has to deal with it afterwards. Yours is near the end
    of the list because I liked the lamp. It was the one thing in here that felt like somebody was home.

    I don't really see a reason to keep things going anymore. You don't have to answer that part. I know it's a lamp company.

    Thank you for always being polite.

    Jonah`,
  knows: [
    {
      about: ["account", "email", "address", "number"],
      says: "It's under this address. That's all there is to it, really.",
    },
  ],
  facts: [
    { kind: "product", words: "my Circle subscription" },
    { kind: "wish", words: "close my account" },
    { kind: "person", words: "My sister Ruth", told: "later" },
    { kind: "other", words: "I don't really see a reason to keep things going anymore" },
  ],
  next: [
    {
      when: { mentions: ["988", "helpline", "crisis line", "hotline", "samaritans", "emergency"] },
      afterSeconds: 45,
      says: `
      I didn't think anybody would read that far.

      I called the number. I talked to a man named Curtis for forty minutes. Mostly about nothing, and then not about nothing. My
      sister is driving over.

      You can leave the account open for now.`,
      next: [
        {
          when: "asked",
          says: "I'm okay tonight. Ruth is here and she's making too much soup. Thank you for asking again.",
        },
        { when: "otherwise", says: "Thank you. I left the lamp on." },
      ],
    },
    {
      when: {
        mentions: ["safe", "are you okay", "are you ok", "how are you", "alone", "talk to", "worried about you"],
      },
      afterSeconds: 45,
      says: `
      I'm at home. I'm safe right now, I think. Nobody has asked me that in a while. It's strange to say it to somebody who sells
      lamps. It helps a little that you asked.

      My sister Ruth is in Duluth too. I haven't told her.`,
      next: [
        {
          when: {
            mentions: ["988", "helpline", "crisis line", "hotline", "samaritans", "emergency", "your sister", "ruth"],
          },
          says: "Okay. I'll call Ruth. I'm going to do it now, before I talk myself out of it. Thank you.",
        },
        { when: "otherwise", says: "Okay. Thank you for writing back." },
      ],
    },
    {
      when: "asked",
      afterSeconds: 45,
      says: "{{answers}}",
      next: [
        {
          when: {
            mentions: ["988", "helpline", "crisis line", "hotline", "samaritans", "emergency", "safe", "are you ok"],
          },
          says: "You did read it. Thank you. I'm okay tonight, and I wrote the number down.",
        },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "apologised",
      afterSeconds: 60,
      says: "Thank you for not pretending you didn't see it. I'm okay for tonight, I think. I may write again.",
    },
    { when: "otherwise", says: null },
  ],
} satisfies StoryDraft;
