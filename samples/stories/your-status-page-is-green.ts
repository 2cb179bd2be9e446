/** He measured the outage and is right about it. Hard because the honest answer admits what the status page does not. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "your-status-page-is-green",
  customer: "ruben-castellane",
  situation: "outage",
  subject: "Cloud schedules down since 18:30, status page says otherwise",
  hoursAgo: 1.4,
  atHour: 19,
  opening: `
    Hi,

    Since 18:30 Lisbon time schedule triggers are not delivered (three sites, two providers, 100 % loss). The API answers 200 with an empty
    body, which is probably why your monitor thinks all is well.

    I don't need a cause. I need to know whether to drive to the gallery and switch things by hand before they close at 22:00. So:
    known or not known? Next update when?

    Ruben`,
  knows: [
    { about: ["account", "site", "which"], says: "All three under light@galeria-norte.example." },
    { about: ["request", "log", "id"], says: "A request id from 18:41 is 7f31-c0." },
  ],
  facts: [
    { kind: "date", words: "18:30" },
    { kind: "date", words: "22:00" },
    { kind: "other", words: "The API answers 200 with an empty body" },
    { kind: "other", words: "7f31-c0", told: "later" },
  ],
  next: [
    {
      when: "made-right",
      says: "Clear, thanks. I'll drive over and stop refreshing your page. Good luck tonight.",
      next: [
        { when: "checked", says: "Triggers arrive again since 20:12, all three sites." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "answered", says: "OK, driving. Thanks for a straight answer." },
    {
      when: "asked",
      says: "{{answers}}\n\nNext update when?",
      next: [
        { when: "answered", says: "Good enough. Thanks." },
        { when: "otherwise", says: "I'm leaving now then." },
      ],
    },
    { when: "boilerplate", says: "So not known. OK. I'm in the car." },
    { when: "otherwise", says: "Thanks. When's the next update?" },
  ],
} satisfies StoryDraft;
