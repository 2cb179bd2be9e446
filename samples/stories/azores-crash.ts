/** A bug report better than most of ours. Hard because the right answer is technical, and a workaround is worth more than praise. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "azores-crash",
  customer: "ruben-castellane",
  situation: "software-bug",
  subject: "App 5.8.0 crashes on timezone change when a rule is skipped (log attached)",
  hoursAgo: 50,
  opening: {
    text: `
      Hi,

      Reproducible crash in the Lumen app 5.8.0 (build 2291), Android 15:

      1. Have a schedule rule whose next run falls into the hour you are about to lose.
      2. Fly east. I did Ponta Delgada to Lisbon, but setting the zone by hand works too.
      3. The app crashes on start, every start, until you delete its data.

      Expected: rule fires late or is skipped. Actual: "next occurrence is before now", then it dies. Log attached, it points at
      Rule.kt:118.

      Deleting the data loses all rules. I had 31 of them for a client's gallery and they open on {{day +2}}. Two questions:

      - Is there a way to get the rules back from your side?
      - Is there a fix I can test? I'm happy to run a beta.

      Thanks, and honestly: lovely lamps.`,
    attachments: [{ file: "lumen-crash.txt" }],
  },
  knows: [
    {
      about: ["account", "email", "address", "user"],
      says: "The gallery's account is light@galeria-norte.example, I'm its admin.",
    },
    {
      about: ["phone", "device", "model", "android"],
      says: "Pixel 8, Android 15, but it also happens on a clean emulator with API 34.",
    },
    {
      about: ["backup", "export", "when", "date"],
      says: "The last state I'd want back is the one from {{day -4}}, in the evening.",
    },
  ],
  facts: [
    { kind: "version", words: "5.8.0 (build 2291)" },
    { kind: "product", words: "the Lumen app" },
    { kind: "date", words: "{{day +2}}" },
    { kind: "tried", words: "Deleting the data loses all rules" },
    { kind: "other", words: "Rule.kt:118" },
    { kind: "address", words: "light@galeria-norte.example", told: "later" },
  ],
  next: [
    {
      when: "refused-with-alternative",
      says: "Fair enough, thanks for not dressing it up. I'll take the alternative. And please add a lower bound check in Rule.advance, it's a two line fix.",
    },
    {
      when: "refused",
      says: "So the rules are gone and there's no fix. OK. I'll type in 31 rules tonight and I'll be a little less lovely about the lamps.",
      next: [
        { when: "made-right", says: "That's more than I hoped for. Thanks for going back and asking." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "{{answers}}\n\nLet me know if you want a screen recording.",
      next: [
        {
          when: "answered",
          says: "Rules are back, all 31. You just saved my evening. I'll test the beta over the weekend.",
          next: [
            {
              when: "checked",
              says: "Confirmed fixed: skipped rule fires late, no crash, across three zones. Nice work.",
            },
            { when: "otherwise", says: null },
          ],
        },
        { when: "otherwise", says: "Anything new on restoring the rules? The gallery opens on {{day +2}}." },
      ],
    },
    {
      when: "made-right",
      says: "Perfect answer, thank you: what broke, what you did, when it ships. I wish everyone wrote like that.",
      next: [
        { when: "checked", says: "Yes, works. Closing on my side." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "answered", says: "Great, thanks. I'll report back after the weekend." },
    {
      when: "boilerplate",
      says: "Did this reach an engineer? There's a stack trace attached. I don't need sympathy, only line 118.",
      next: [
        { when: "answered", says: "Thanks. That's exactly it." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: "Thanks. And the 31 rules?" },
  ],
} satisfies StoryDraft;
