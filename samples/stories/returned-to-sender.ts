/** A delivery report about a mail of ours that never arrived. It names an address, not a customer. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "returned-to-sender",
  customer: "mail-server",
  situation: "other",
  subject: "Undelivered Mail Returned to Sender",
  hoursAgo: 73,
  opening: {
    kind: "bounce",
    text: `
      This is the mail system at host mx1.post.example.

      I'm sorry to have to inform you that your message could not be delivered to one or more recipients. It's attached below.

      <w.achterbreg@post.example>: host mx1.post.example said: 550 5.1.1 User unknown (in reply to RCPT TO command)`,
    bounced: { address: "w.achterbreg@post.example", status: "5.1.1", diagnostic: "550 5.1.1 User unknown" },
  },
  facts: [{ kind: "address", words: "w.achterbreg@post.example" }],
} satisfies StoryDraft;
