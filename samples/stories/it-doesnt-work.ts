/** One line and no facts. Hard because the tempting reply is a checklist, and he will answer exactly as much as he is asked. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "it-doesnt-work",
  customer: "milo-ferris",
  situation: "software-bug",
  subject: "app",
  hoursAgo: 1.2,
  opening: "hi it doesnt work",
  knows: [
    {
      about: ["what", "happen", "see", "error", "message", "screen"],
      says: "it says SCHEDULE COULD NOT BE SAVED E-17 and then i press try again and it says it again",
      attachments: [{ file: "app-error.png" }],
    },
    { about: ["phone", "device", "android", "iphone", "version"], says: "its an iphone 12, app is 5.8.0 i think" },
    { about: ["lamp", "product", "which"], says: "the wren, i use it as a alarm because i open the cafe at 5" },
    { about: ["tried", "restart", "reinstall"], says: "i turned it off and on. both of them" },
  ],
  facts: [
    { kind: "version", words: "5.8.0", told: "later" },
    { kind: "product", words: "the wren", told: "later" },
    { kind: "tried", words: "i turned it off and on", told: "later" },
    { kind: "other", words: "SCHEDULE COULD NOT BE SAVED E-17", told: "later" },
  ],
  next: [
    {
      when: "asked",
      afterSeconds: 8,
      says: "oh right sorry\n\n{{answers}}",
      next: [
        {
          when: "asked",
          afterSeconds: 8,
          says: "{{answers}}",
          next: [
            { when: "answered", says: "ok that worked!! thx. i was late twice already lol" },
            { when: "otherwise", says: "so is there like a fix" },
          ],
        },
        {
          when: "answered",
          says: "ok did that. it saved!! thank you, sorry for the short mail, was on shift",
          next: [
            { when: "checked", says: "yep all good. came on at 4:15 today. i hated it. so it works" },
            { when: "otherwise", says: null },
          ],
        },
        { when: "otherwise", says: "cool. so what do i do" },
      ],
    },
    {
      when: "answered",
      says: "tried that, still says could not be saved e-17",
      next: [
        { when: "asked", says: "{{answers}}" },
        { when: "answered", says: "ok NOW it saved. thx" },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: "i dont know what that means. the alarm thing in the app doesnt save" },
  ],
} satisfies StoryDraft;
