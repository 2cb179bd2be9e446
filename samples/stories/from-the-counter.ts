/** A colleague forwards a customer's mail. Hard because the answer must go to the customer and not to Jo. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "from-the-counter",
  customer: "jo-vantongeren",
  situation: "product-fault",
  subject: "Fwd: lamp hums like a fridge",
  hoursAgo: 24,
  atHour: 16,
  opening: {
    kind: "forwarded",
    text: `
      hi you lot, this landed in the SHOP address, I've told him someone from help will write to him, can you? he's lovely, bought three
      of them. x

      ---------- Forwarded message ---------
      From: Anselm Brandt <anselm.brandt@mail.example>
      Subject: lamp hums like a fridge
      To: Jo van Tongeren <jo@lumen-and-loom.example>

      Dear Jo,

      You kindly sold me three Fireflies for the garden table (receipt LL-47120 for the Dormouse, the lanterns were on the same day). Two
      are silent, as fire should be. The third hums, on a low B flat, my daughter says. It hums loudest when it's full.

      May I bring it in on {{weekday +3}}?

      Warm regards,
      Anselm Brandt`,
    attachments: [{ file: "receipt-LL-47120.pdf" }],
  },
  knows: [
    {
      about: ["address", "mail", "who", "customer"],
      says: "it's all in the forward! anselm.brandt@mail.example, he's the one with the hedgehog girl",
    },
  ],
  facts: [
    { kind: "order", words: "LL-47120" },
    { kind: "product", words: "three Fireflies" },
    { kind: "person", words: "Anselm Brandt" },
    { kind: "address", words: "anselm.brandt@mail.example" },
  ],
  next: [
    { when: "asked", says: "{{answers}}" },
    {
      when: "otherwise",
      says: "oh thanks but that was meant for him, not for me! can you send it to anselm.brandt@mail.example? x",
    },
  ],
} satisfies StoryDraft;
