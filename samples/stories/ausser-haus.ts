/** An automatic reply to a shipping notice. Hard only because it looks like a customer. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "ausser-haus",
  customer: "bettina-krahl",
  situation: "other",
  subject: "Automatische Antwort: Ihre Sendung LL-50401 ist unterwegs",
  hoursAgo: 12,
  opening: {
    kind: "out-of-office",
    text: `
      Sehr geehrte Damen und Herren,

      die Praxis ist bis einschließlich {{day +2}} geschlossen. Ihre Nachricht wird nicht weitergeleitet. In zahnärztlichen Notfällen
      wenden Sie sich bitte an den Bereitschaftsdienst.

      Mit freundlichen Grüßen
      Bettina Krahl`,
  },
  facts: [
    { kind: "order", words: "LL-50401" },
    { kind: "date", words: "{{day +2}}" },
  ],
} satisfies StoryDraft;
