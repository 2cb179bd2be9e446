/** She believes the subscription insures the lamps. Hard because the belief is reasonable, and the practice has paid for it for a year. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "circle-is-no-guarantee",
  customer: "bettina-krahl",
  situation: "misunderstood-policy",
  subject: "Defekte Leuchte, wir haben doch Lumen Circle",
  hoursAgo: 54,
  opening: `
    Guten Tag,

    in unserem Wartezimmer ist eine Ihrer Kite-Leuchten ausgefallen (Bestellung LL-39204, gekauft vor zweieinhalb Jahren). Wir zahlen
    seit gut einem Jahr monatlich 4,50 € für Lumen Circle und möchten die Leuchte nun darüber ersetzt bekommen.

    Laut Ihrem Formular besteht „kein Garantieanspruch“. Das kann ja nicht stimmen, denn wofür zahlen wir dann? Auf Ihrer Seite steht
    wörtlich, Circle sei „das Rundum-sorglos-Paket für Ihre Lampen“. Unser Steuerberater hat es bei den Versicherungen verbucht.

    Bitte um kurze Klärung. Im Wartezimmer sitzen die Patienten jetzt halb im Dunkeln, was beim Zahnarzt nicht zur Entspannung
    beiträgt.`,
  knows: [
    {
      about: ["was genau", "fehler", "ausgefallen", "leuchtet"],
      says: "Sie geht nicht mehr an, auch nicht am Schalter. Die anderen drei am selben Strom leuchten.",
    },
    { about: ["serien", "nummer"], says: "Auf dem Baldachin steht KT-0442-19." },
    { about: ["seit wann", "datum", "wann"], says: "Seit dem {{day -3}}, morgens." },
  ],
  facts: [
    { kind: "order", words: "LL-39204" },
    { kind: "product", words: "Kite-Leuchten" },
    { kind: "amount", words: "4,50 €" },
    { kind: "other", words: "KT-0442-19", told: "later" },
  ],
  next: [
    {
      when: "blamed",
      says: "Wir haben gelesen, was auf Ihrer Seite steht. Bitte kündigen Sie Circle dann zum nächstmöglichen Termin.",
    },
    {
      when: "refused-with-alternative",
      says: "Danke für die offene Auskunft. Dann habe ich das falsch verstanden, auch wenn ich finde, dass Ihre Überschrift einiges dazu beigetragen hat.\n\nIhren Vorschlag nehmen wir gern an.",
      next: [
        { when: "answered", says: "Wunderbar, vielen Dank." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "refused",
      says: "Und was ist dann „rundum sorglos“? Ich frage das ganz ernsthaft, unser Steuerberater tut es nämlich auch.",
      next: [
        { when: "refused-with-alternative", says: "Gut, damit kann ich etwas anfangen. So machen wir es." },
        { when: "answered", says: "Danke, jetzt ist es verständlich." },
        { when: "otherwise", says: "Dann bitte kündigen." },
      ],
    },
    {
      when: "asked",
      says: "Gerne:\n\n{{answers}}",
      next: [
        { when: "refused-with-alternative", says: "Schade, aber verständlich erklärt. Den Vorschlag nehmen wir." },
        { when: "answered", says: "Sehr schön, danke. Die Patienten danken es Ihnen vermutlich nicht, aber ich." },
        { when: "otherwise", says: "Und wie geht es nun weiter?" },
      ],
    },
    { when: "answered", says: "Vielen Dank, das hilft uns sehr." },
    { when: "otherwise", says: "Danke für die Nachricht. Wird die Leuchte nun ersetzt oder nicht?" },
  ],
} satisfies StoryDraft;
