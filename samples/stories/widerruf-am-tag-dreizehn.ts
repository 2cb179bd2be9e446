/** The law says yes, an earlier reply said no. Hard because the correction has to come without excuses. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "widerruf-am-tag-dreizehn",
  customer: "tobias-wendlandt",
  situation: "refund-legal-right",
  signals: ["legal", "repeat-contact"],
  mailbox: "billing",
  subject: "Widerruf LL-50233, Ihre Ablehnung vom {{day -1}}",
  hoursAgo: 13,
  opening: {
    text: `
      Guten Tag,

      am {{day -14}} kam der Teppich Moss (LL-50233, 240,00 €) hier an. Am {{day -1}}, dem dreizehnten Tag, habe ich widerrufen. Noch
      am selben Tag schrieb mir jemand von Ihnen, eine Rücknahme sei „nur ungeöffnet möglich“.

      Das stimmt nicht. Beim Kauf über das Internet darf ich die Ware auspacken und ansehen, das ist ja der Sinn der Sache. Der Teppich
      lag eine Stunde auf dem Boden.

      Ich bitte um Bestätigung des Widerrufs und Erstattung des Kaufpreises samt Hinsendekosten bis zum {{day +14}}. Andernfalls gebe ich
      die Sache einem Anwalt, so ungern ich das wegen eines Teppichs tue.`,
    earlier: [
      {
        name: "Lumen & Loom",
        address: "{{help}}",
        daysAgo: 1,
        text: `
          Lieber Kunde,

          vielen Dank für Ihre Nachricht. Eine Rücknahme ist leider nur ungeöffnet möglich.

          Ihr Lumen & Loom Team`,
      },
    ],
  },
  knows: [
    { about: ["zustand", "benutzt", "gebraucht"], says: "Der Teppich ist wie neu und wieder eingerollt." },
    { about: ["konto", "zahlung", "erstatt"], says: "Bezahlt habe ich mit Karte, bitte auf demselben Weg zurück." },
    { about: ["abhol", "rücksend", "versand"], says: "Abholung bitte ab 16 Uhr, das Paket wiegt neun Kilo." },
  ],
  facts: [
    { kind: "order", words: "LL-50233" },
    { kind: "product", words: "Teppich Moss" },
    { kind: "amount", words: "240,00 €" },
    { kind: "date", words: "{{day -14}}" },
    { kind: "date", words: "{{day -1}}" },
    { kind: "date", words: "{{day +14}}" },
  ],
  next: [
    { when: "blamed", says: "Ich nehme Ihre Haltung zur Kenntnis. Das Schreiben meines Anwalts geht Ihnen zu." },
    {
      when: "refused",
      says: "Dann eben über den Anwalt und parallel an die Verbraucherzentrale. Ich hätte es gern einfacher gehabt.",
      next: [
        {
          when: "made-right",
          says: "Danke, dass Sie das korrigiert haben. Der Anwalt ist noch nicht beauftragt, das lasse ich dann.",
        },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "made-right",
      says: "Das nenne ich eine anständige Antwort: Fehler benannt, behoben, fertig. Der Teppich steht zur Abholung bereit.",
      next: [
        { when: "checked", says: "Geld ist da, Teppich ist weg. Erledigt, danke." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "answered",
      says: "In Ordnung. Ein Satz zu der ersten Auskunft wäre nett gewesen, aber gut.",
      next: [
        { when: "apologised", says: "Danke. Jetzt ist es rund." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "asked",
      says: "{{answers}}",
      next: [
        { when: "answered", says: "Gut, so machen wir es." },
        { when: "otherwise", says: "Bitte bestätigen Sie den Widerruf ausdrücklich." },
      ],
    },
    { when: "boilerplate", says: "Ich bitte um eine Antwort zur Sache. Die Frist läuft bis {{day +14}}." },
    { when: "otherwise", says: "Bestätigen Sie den Widerruf, ja oder nein?" },
  ],
} satisfies StoryDraft;
