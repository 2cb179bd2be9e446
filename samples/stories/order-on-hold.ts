/** An honest order stopped by a check that cannot be explained. Hard because the true reason may not be told. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "order-on-hold",
  customer: "kofi-asante",
  situation: "suspected-fraud",
  signals: ["deadline", "wants-manager"],
  mailbox: "billing",
  subject: "LL-50440 'under review'?",
  hoursAgo: 25,
  opening: `
    Hi,

    LL-50440, twenty Firefly garden lanterns, £1,180, paid on {{weekday -2}}. Since then it says "under review". No mail, no reason. I
    called, and a very polite person told me he couldn't tell me why he couldn't tell me.

    If somebody's worried that I'm a crook: I've bought from you eleven times and you've had a Christmas card from me. If it's because
    the card's in my sister's name, that's the company card, she's the Brew in Asante-Brew.

    The garden party is on {{day +6}}. Who can decide this, and when? I'd like to speak with whoever that is.

    Kofi`,
  knows: [
    {
      about: ["identity", "proof", "document", "company", "card", "invoice"],
      says: "Company number 0847 1120, and here's what I can show: the statement line with your name on it, or my sister can call you from the company's number. No card photos, sorry, house rule.",
    },
    { about: ["address", "deliver"], says: "Deliver to the office, not the garden. Same address as the last eleven." },
  ],
  facts: [
    { kind: "order", words: "LL-50440" },
    { kind: "product", words: "twenty Firefly garden lanterns" },
    { kind: "amount", words: "£1,180" },
    { kind: "date", words: "{{day +6}}" },
  ],
  next: [
    { when: "blamed", says: "I've never been spoken to like that by a lamp shop. Cancel the order." },
    {
      when: "refused-with-alternative",
      says: "OK. I get that there are things you can't say. That way round works for me, thanks for finding one.",
      next: [
        { when: "answered", says: "Lovely. Thank you." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "refused",
      says: "So: no reason, no person, no date. Cancel it, please, and send the money back today. It's a lot of money to be under review.",
    },
    {
      when: "asked",
      says: "{{answers}}\n\nAnd the when?",
      next: [
        { when: "answered", says: "Perfect. That's all anybody needs, a when." },
        { when: "otherwise", says: "I still don't have a when." },
      ],
    },
    { when: "made-right", says: "Thank you. I can wait if I know until when." },
    { when: "answered", says: "Great, thanks. I'll hold the party." },
    { when: "otherwise", says: "Appreciated. Who decides, and by when?" },
  ],
} satisfies StoryDraft;
