/** Polite in a third language. Hard because a rushed reply with an idiom in it will be misunderstood, and he will not say so. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "tracking-says-delivered",
  customer: "bao-tran",
  situation: "late-delivery",
  subject: "Parcel say delivered but I not have",
  hoursAgo: 15,
  opening: {
    text: `
      Dear Sir/Madam,

      Sorry to disturb you. I am Bao from Hanoi. I buy one Wren lamp, order LL-50377, for my study desk. I pay already 79 euro.

      The tracking say "Delivered" on {{day -3}}. But I not receive. I ask the guard of my dormitory, I ask my roommates, I ask the
      office. Nobody have it. In the tracking picture there is no signature.

      I do not want to say your company is bad. Maybe I write my address wrong? Please help me check. I saved four months for
      this lamp because the light in the dormitory is turn off at 22:30 and my exam is on {{day +16}}.

      Thank you very much and sorry for my English.

      Trần Gia Bảo`,
    attachments: [{ file: "tracking.png" }],
  },
  knows: [
    {
      about: ["address", "building", "room", "street"],
      says: 'My address is Dormitory B7, room 412, Ta Quang Buu street. On the order I see now only "Dormitory B". The 7 is lost. I am very sorry.',
    },
    { about: ["phone", "number"], says: "My phone is in the order. I can answer after 17:00." },
    {
      about: ["refund", "prefer", "rather", "again"],
      says: "If possible I want the lamp. If not possible, I can wait for the money.",
    },
  ],
  facts: [
    { kind: "order", words: "LL-50377" },
    { kind: "product", words: "one Wren lamp" },
    { kind: "amount", words: "79 euro" },
    { kind: "date", words: "{{day -3}}" },
    { kind: "date", words: "{{day +16}}" },
    { kind: "tried", words: "I ask the guard of my dormitory" },
    { kind: "address", words: "Dormitory B7, room 412", told: "later" },
  ],
  next: [
    {
      when: "blamed",
      says: "Yes. I understand, it is my mistake. I am sorry to make trouble. Thank you for your time.",
    },
    {
      when: "refused",
      says: "Thank you for your answer. I understand the rule. I will study in the stairs, there the light is all night.",
      next: [
        {
          when: "made-right",
          says: "I read your letter many times to be sure. You really help me. Thank you, thank you.",
        },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "Dear Sir/Madam,\n\n{{answers}}\n\nIs it enough information?",
      next: [
        {
          when: "answered",
          says: "Thank you very much! I understand everything. I will wait at the gate.",
          next: [
            {
              when: "checked",
              says: "Yes! The lamp is here. My roommates also come to study under it, now we are four. Thank you from four persons.",
            },
            { when: "otherwise", says: null },
          ],
        },
        { when: "refused", says: "I understand. It is because of my address. Thank you that you checked." },
        {
          when: "otherwise",
          says: "Sorry, I did not understand what I should do now. Please can you say it in easy words?",
        },
      ],
    },
    {
      when: "made-right",
      says: "Thank you for your kind words. I was afraid you think that I lie. I will wait for the lamp.",
      next: [
        { when: "checked", says: "Yes, it arrived. The light is very beautiful, like in the film." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "answered", says: "Thank you. I will do like you say." },
    {
      when: "boilerplate",
      says: "Thank you for your answer. Sorry, I am not sure: is this a robot? I still not have the lamp.",
      next: [
        { when: "answered", says: "Thank you very much!" },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: "Thank you. Sorry, what is the next step?" },
  ],
} satisfies StoryDraft;
