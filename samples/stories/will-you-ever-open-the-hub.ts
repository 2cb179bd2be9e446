/** He wants an open interface that is not coming. Hard because he can smell a "maybe". */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "will-you-ever-open-the-hub",
  customer: "ruben-castellane",
  situation: "feature-request",
  signals: ["churn"],
  subject: "Local control without your cloud: yes, no, never?",
  hoursAgo: 140,
  opening: `
    Hi,

    Short question, and please give me the real answer: will the hub ever be controllable from the local network, without your cloud?

    I've asked twice in the app. Both times I got "thank you for your suggestion, we have noted it". I don't need it noted. I need to
    decide by {{day +7}} whether the gallery's second floor gets your lamps or somebody else's, 40 pieces.

    A no is fine. A "we're always exploring" isn't.

    Ruben`,
  knows: [
    {
      about: ["what", "use", "need", "protocol", "for"],
      says: "On, off, dim, from a script on the same network. Matter would do, plain HTTP would do.",
    },
  ],
  facts: [
    { kind: "wish", words: "controllable from the local network, without your cloud" },
    { kind: "date", words: "{{day +7}}" },
    { kind: "product", words: "the hub" },
  ],
  next: [
    {
      when: "refused-with-alternative",
      says: "Thank you. That's the first honest no I've had from a company this year, and the wired dimmer is a decent workaround. You get the second floor after all.",
    },
    {
      when: "refused",
      says: "Clear. Thanks for not wasting my time. The second floor goes elsewhere, the first stays with you.",
    },
    {
      when: "asked",
      says: "{{answers}}",
      next: [
        { when: "refused-with-alternative", says: "Good, I can plan with that." },
        { when: "refused", says: "Clear, thank you." },
        { when: "answered", says: "Even better. Thanks." },
        { when: "otherwise", says: "So: yes, no or never?" },
      ],
    },
    { when: "answered", says: "A date! I'll take it. If it slips, just tell me before it does." },
    { when: "boilerplate", says: "That's three times noted. I'll count it as a no." },
    { when: "otherwise", says: "Was that a yes, a no or a never?" },
  ],
} satisfies StoryDraft;
