/** Only thanks. Hard because a mail that asks for nothing deserves an answer and needs no work. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "thank-you-from-the-ward",
  customer: "priya-raghunathan",
  situation: "other",
  subject: "thank you",
  hoursAgo: 122,
  opening: "no problem to report for once. you mended my mums lamp for nothing and she cried a bit. just thank you x",
  facts: [{ kind: "person", words: "my mums lamp" }],
  next: [
    { when: "asked", says: "shes fine!! reads till midnight now, im the one telling her to go to bed" },
    { when: "otherwise", says: null },
  ],
} satisfies StoryDraft;
