/** A plain request for his data. Hard because the clock is the law's, and half an answer is a wrong one. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "auskunft-nach-artikel-15",
  customer: "tobias-wendlandt",
  situation: "data-privacy",
  signals: ["legal", "deadline"],
  subject: "Auskunft nach Art. 15 DSGVO",
  hoursAgo: 118,
  opening: `
    Guten Tag,

    ich bitte um Auskunft nach Art. 15 DSGVO: welche Daten Sie über mich speichern, woher, wozu, wie lange und an wen Sie sie
    weitergeben. Insbesondere möchte ich wissen, ob die App aufzeichnet, wann meine Leuchten an und aus sind, denn daraus ergibt sich,
    wann niemand zu Hause ist.

    Die Monatsfrist endet am {{day +25}}. Es eilt nicht, aber bitte vollständig.

    Danach möchte ich das alte Konto wendlandt.t@post.example gelöscht haben.`,
  knows: [
    {
      about: ["identität", "nachweis", "ausweis", "bestätigen"],
      says: "Zur Bestätigung: meine letzten Bestellungen sind LL-50102 und LL-50233. Eine Ausweiskopie schicke ich nicht per Mail.",
    },
    { about: ["format", "datei", "zustell"], says: "Als Datei genügt, gern CSV oder PDF." },
  ],
  facts: [
    { kind: "date", words: "{{day +25}}" },
    { kind: "address", words: "wendlandt.t@post.example" },
    { kind: "order", words: "LL-50102", told: "later" },
  ],
  next: [
    { when: "refused", says: "Eine Auskunft können Sie nicht ablehnen. Ich frage dann bei der Aufsichtsbehörde nach." },
    {
      when: "asked",
      says: "{{answers}}",
      next: [
        { when: "answered", says: "Vollständig und pünktlich. Danke." },
        { when: "otherwise", says: "Ich warte auf die Auskunft, Frist {{day +25}}." },
      ],
    },
    { when: "answered", says: "Danke für die Bestätigung. Dann warte ich." },
    { when: "otherwise", says: "Bitte bestätigen Sie wenigstens den Eingang und wer das bearbeitet." },
  ],
} satisfies StoryDraft;
