/** An invoice the tax office will not take, needed by Friday. Hard because two small fields are missing and the date is real. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "invoice-without-vat",
  customer: "bettina-krahl",
  situation: "billing-error",
  signals: ["deadline"],
  mailbox: "billing",
  alsoTo: "help",
  subject: "Rechnung LL-49880: Umsatzsteuer fehlt, bitte bis {{day +3}} korrigieren",
  hoursAgo: 17,
  opening: {
    text: `
      Guten Tag,

      auf der beigefügten Rechnung LL-49880 über 474,00 € (6 x Wren) fehlen die ausgewiesene Umsatzsteuer und unsere USt-IdNr. In
      dieser Form kann unser Steuerberater sie nicht verwenden, und am {{day +3}} gibt er die Voranmeldung ab.

      Ich hatte die Nummer bei der Bestellung eingetragen, das Feld war aber nach dem Bezahlen wieder leer. Vielleicht sehen Sie sich
      das einmal an, mir ist es jetzt zum zweiten Mal passiert.

      Bitte schicken Sie uns bis spätestens {{day +3}} vormittags eine korrigierte Rechnung als PDF.`,
    attachments: [{ file: "Rechnung-LL-49880.pdf" }],
  },
  knows: [
    { about: ["ust", "umsatzsteuer", "nummer", "identifikation"], says: "Unsere USt-IdNr. lautet DE 000 481 516." },
    {
      about: ["adresse", "anschrift", "firma", "empfänger"],
      says: "Rechnungsempfänger bitte genau so: Zahnarztpraxis am Weiher, Dr. Ilse Hartung-Bock, Am Weiher 3, 91054 Erlangen.",
    },
  ],
  facts: [
    { kind: "order", words: "LL-49880" },
    { kind: "amount", words: "474,00 €" },
    { kind: "product", words: "6 x Wren" },
    { kind: "date", words: "{{day +3}}" },
    { kind: "other", words: "DE 000 481 516", told: "later" },
  ],
  next: [
    {
      when: "refused",
      says: "Sie sind gesetzlich verpflichtet, eine ordnungsgemäße Rechnung auszustellen. Bitte prüfen Sie das noch einmal, ich möchte ungern unseren Steuerberater auf Sie loslassen.",
      next: [
        { when: "answered", says: "Danke, jetzt ist alles richtig." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "Gern, hier sind die Angaben:\n\n{{answers}}",
      next: [
        {
          when: "answered",
          says: "Angekommen, geprüft, weitergeleitet. Vielen Dank für die schnelle Hilfe!",
          next: [
            { when: "checked", says: "Ja, alles bestens. Einen schönen Feierabend!" },
            { when: "otherwise", says: null },
          ],
        },
        { when: "otherwise", says: "Bitte denken Sie an den {{day +3}}, ja?" },
      ],
    },
    { when: "made-right", says: "Vielen Dank, auch für die Erklärung zu dem leeren Feld. Dann bin ich beruhigt." },
    { when: "answered", says: "Herzlichen Dank!" },
    {
      when: "boilerplate",
      says: "Vielen Dank für die Eingangsbestätigung. Ich bräuchte allerdings die Rechnung.",
      next: [
        { when: "answered", says: "Perfekt, danke." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: "Danke. Wann dürfen wir mit der Rechnung rechnen?" },
  ],
} satisfies StoryDraft;
