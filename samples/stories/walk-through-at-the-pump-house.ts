/** A calendar invitation. A person sent it, a machine wrote it, and somebody should say yes or no. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "walk-through-at-the-pump-house",
  customer: "kofi-asante",
  situation: "other",
  subject: "Invitation: Walk-through, Wharf Lane",
  hoursAgo: 30,
  opening: {
    kind: "invitation",
    text: `
      You have been invited: Walk-through, Wharf Lane.

      I'd love to have one of you there when we decide where the spring lamps go. Half an hour, bad coffee, good echo.`,
    event: {
      summary: "Walk-through, Wharf Lane",
      location: "The old pump house, 14 Wharf Lane, London E14",
      inDays: 7,
      hour: 15,
      minutes: 30,
    },
  },
  facts: [{ kind: "other", words: "Half an hour" }],
  next: [
    { when: "refused-with-alternative", says: "A video call's perfect. I'll carry you round on the tablet." },
    { when: "refused", says: "No problem at all. I'll send pictures." },
    { when: "otherwise", says: "Lovely, see you there. Bring a coat, it's all windows." },
  ],
} satisfies StoryDraft;
