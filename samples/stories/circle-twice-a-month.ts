/** Two subscriptions nobody meant to take out. Hard because it is months of small sums, and he has kept every receipt. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "circle-twice-a-month",
  customer: "tobias-wendlandt",
  situation: "double-charge",
  mailbox: "billing",
  subject: "Lumen Circle seit fünf Monaten doppelt abgebucht",
  hoursAgo: 75,
  opening: `
    Guten Tag,

    seit fünf Monaten buchen Sie Lumen Circle zweimal ab, jeweils am Monatsersten, je 4,50 €. Summe der zweiten Abbuchungen: 22,50 €.

    Die eine läuft auf t.wendlandt@post.example, die andere vermutlich auf die alte Adresse wendlandt.t@post.example, die ich im Sommer
    bei Ihnen habe ändern lassen. Ich nehme an, beim Ändern ist ein zweites Konto entstanden.

    Ich bitte um drei Dinge:
    1. das zweite Abo beenden,
    2. 22,50 € zurück,
    3. eine kurze Bestätigung.

    Kein Drama, nur lästig.`,
  knows: [
    {
      about: ["beleg", "konto", "iban", "nachweis", "buchung"],
      says: "Die Buchungen tragen die Kennungen C-7781 (gewollt) und C-9034 (nicht gewollt).",
    },
    { about: ["adresse", "e-mail"], says: "Behalten möchte ich t.wendlandt@post.example." },
  ],
  facts: [
    { kind: "amount", words: "4,50 €" },
    { kind: "amount", words: "22,50 €" },
    { kind: "address", words: "wendlandt.t@post.example" },
    { kind: "wish", words: "das zweite Abo beenden" },
    { kind: "other", words: "C-9034", told: "later" },
  ],
  next: [
    {
      when: "refused",
      says: "Das sehe ich anders. Ein Vertrag, den niemand geschlossen hat, kostet auch nichts. Bitte legen Sie es noch einmal jemandem vor.",
    },
    {
      when: "asked",
      says: "{{answers}}",
      next: [
        { when: "answered", says: "Danke, alle drei Punkte erledigt. So soll es sein." },
        { when: "otherwise", says: "Und Punkt 1 bis 3?" },
      ],
    },
    { when: "answered", says: "Vielen Dank, damit ist es für mich erledigt." },
    { when: "boilerplate", says: "Bitte die drei Punkte. Es sind wirklich nur drei." },
    { when: "otherwise", says: "Danke. Ich warte noch auf die drei Punkte." },
  ],
} satisfies StoryDraft;
