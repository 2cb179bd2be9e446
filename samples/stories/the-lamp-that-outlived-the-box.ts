/** His mailbox is full: the answer comes back. Hard because somebody has to notice that he never got it. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "the-lamp-that-outlived-the-box",
  customer: "jonah-pettibone",
  situation: "other",
  subject: "do you recycle boxes",
  hoursAgo: 190,
  opening: `
    Hi, do you take back the big Heron box or should I cut it up? It's been in my hallway since spring. The cat lives in it but I think
    she'd move.

    Jonah`,
  facts: [{ kind: "product", words: "the big Heron box" }],
  next: [
    {
      when: "otherwise",
      afterSeconds: 6,
      says: {
        kind: "bounce",
        subject: "Undelivered Mail Returned to Sender",
        text: `
          This is the mail system at host mx1.inbox.example.

          I'm sorry to have to inform you that your message could not be delivered to one or more recipients.

          <jonah.pettibone@inbox.example>: 452 4.2.2 The mailbox of the recipient is over its quota. Giving up.`,
        bounced: { address: "jonah.pettibone@inbox.example", status: "4.2.2", diagnostic: "452 4.2.2 Mailbox full" },
      },
    },
  ],
} satisfies StoryDraft;
