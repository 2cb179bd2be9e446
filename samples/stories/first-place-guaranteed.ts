/** A cold sales mail that flatters. Not marked by anybody upstream; the team has to teach the filter. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "first-place-guaranteed",
  customer: "rank-rocket",
  situation: "other",
  subject: "quick question about your website",
  hoursAgo: 34,
  opening: {
    kind: "spam",
    text: `
      Hey {First_Name},

      I was just looking at your amazing website and could not help but notice 14 critical errors that are costing you THOUSANDS.

      We put shops exactly like yours on page 1, guaranteed, or you pay nothing*. Our last client sold so many lawnmowers that he had to
      hire his brother.

      Are you the right person to talk to? If not, who is? I can do {{weekday +1}} at 9, 10, 11, 12, 1, 2 or 3.

      To your success,
      Chad

      * terms apply`,
  },
} satisfies StoryDraft;
