/** The reset mail never comes because the address has one wrong letter. Hard because he will believe that it is his fault. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "the-mail-says-reset-but-no-mail",
  customer: "bao-tran",
  situation: "account-access",
  subject: "I cannot login, the reset email not come",
  hoursAgo: 69,
  opening: `
    Dear Sir/Madam,

    I am sorry to write again about other problem. I want to login in Lumen app. It say wrong password. I press "reset" 5 times and
    wait 2 hours. No email come. I look also in spam.

    Maybe my email is block? I can use the lamp with hand, it is no hurry. But I want to make the light slowly dark at night because I
    sleep bad before the exam.

    Thank you for your time.
    Bảo`,
  knows: [
    {
      about: ["address", "email", "account", "register"],
      says: 'I write always with giabao.tran@thu.example. But maybe when I register I write "gaibao". I see now on the old screen photo: gaibao.tran. It is my mistake.',
    },
    { about: ["phone", "version", "app"], says: "My phone is Android 13, the app I install last week." },
  ],
  facts: [
    { kind: "tried", words: 'I press "reset" 5 times' },
    { kind: "product", words: "Lumen app" },
    { kind: "address", words: "gaibao.tran", told: "later" },
  ],
  next: [
    { when: "blamed", says: "Yes, I am sorry. I will make a new account and not disturb you." },
    {
      when: "asked",
      says: "{{answers}}",
      next: [
        {
          when: "answered",
          says: "It works now!! Thank you very much.",
          next: [
            { when: "checked", says: "Yes thank you. I slept 7 hours." },
            { when: "otherwise", says: null },
          ],
        },
        { when: "otherwise", says: "Sorry, should I wait for something?" },
      ],
    },
    { when: "answered", says: "Thank you, I will try it this evening and tell you." },
    { when: "boilerplate", says: null },
    { when: "otherwise", says: "Thank you. I did not understand everything, but thank you." },
  ],
} satisfies StoryDraft;
