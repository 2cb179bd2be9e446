/** A bedtime question from the mother of the burnt night light, weeks before it. Hard only because the child is waiting. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "jak-zmienic-kolysanke",
  customer: "agnieszka-wrobel",
  situation: "how-to",
  subject: "Jak wyłączyć kołysankę w Moth?",
  hoursAgo: 160,
  opening: `
    Dzień dobry,

    lampka nocna Moth co wieczór po zapaleniu gra kołysankę. Synek ją lubi, ale po setnym razie mąż i ja już nie. Czy można
    ją wyłączyć albo zmienić na coś innego? W instrukcji jest tylko rysunek z nutką i przekreślonym uchem.

    Pozdrawiam
    Agnieszka Wróbel`,
  facts: [{ kind: "product", words: "lampka nocna Moth" }],
  next: [
    { when: "refused", says: "Trudno. Kupimy zatyczki. Dla nas, nie dla lampki." },
    {
      when: "answered",
      says: "Działa! Mąż płacze ze szczęścia, Staś z oburzenia. Dziękujemy.",
      next: [
        { when: "checked", says: "Tak, cisza. Cudowna cisza." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: "Dziękuję, a jak to wyłączyć?" },
  ],
} satisfies StoryDraft;
