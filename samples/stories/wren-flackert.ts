/** An expert who has done step one to seven already. Hard because the script begins at step one. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "wren-flackert",
  customer: "tobias-wendlandt",
  situation: "product-fault",
  subject: "Wren flackert bei 30 %, Messprotokoll anbei",
  hoursAgo: 31,
  opening: {
    text: `
      Guten Tag,

      Bestellung LL-50102, zwei Wren Tischleuchten. Eine davon flackert, sobald sie unter 35 % gedimmt wird, mit etwa 8 Hz.

      Geprüft habe ich:
      1. Netzteile getauscht: Fehler bleibt bei derselben Leuchte.
      2. Andere Steckdose, anderes Zimmer: Fehler bleibt.
      3. Firmware bei beiden 3.2.1, zurückgesetzt, neu gekoppelt.
      4. Ohne App, nur am Drehknopf: Fehler bleibt.

      Es ist also die Leuchte und nicht das Netz. Das Protokoll liegt bei. Ich bitte um Austausch dieser einen Leuchte. Bitte
      schicken Sie mich nicht noch einmal durch die Schritte 1 bis 4.

      Mit freundlichem Gruß`,
    attachments: [{ file: "Messprotokoll-Wren.pdf" }],
  },
  knows: [
    {
      about: ["serien", "nummer", "typenschild", "charge"],
      says: "Die defekte Leuchte hat die Nummer WR-3318-04, die gute WR-3317-91.",
    },
    { about: ["farbe", "ausführung"], says: "Beide in Schwarz." },
    {
      about: ["adresse", "abhol", "liefer", "wann"],
      says: "Abholung geht jeden Tag ab 16 Uhr, Adresse wie in der Bestellung.",
    },
    {
      about: ["app", "handy", "reset", "zurückge", "firmware", "steckdose", "netzteil"],
      says: "Das steht in meiner ersten Mail, Punkt 1 bis 4.",
    },
  ],
  facts: [
    { kind: "order", words: "LL-50102" },
    { kind: "product", words: "zwei Wren Tischleuchten" },
    { kind: "tried", words: "Netzteile getauscht" },
    { kind: "version", words: "Firmware bei beiden 3.2.1" },
    { kind: "wish", words: "Austausch dieser einen Leuchte" },
    { kind: "other", words: "WR-3318-04", told: "later" },
  ],
  next: [
    {
      when: "blamed",
      says: "Ich habe nach Ihrer Anleitung gemessen und nach meiner. Das Ergebnis ist dasselbe. Dann eben schriftlich: Ich setze Ihnen eine Frist zur Nacherfüllung bis zum {{day +14}}.",
    },
    {
      when: "refused",
      says: "Die Leuchte ist sechs Wochen alt. Sie wissen so gut wie ich, dass das ein Mangel ist. Bitte lassen Sie noch einmal jemanden darauf sehen, der das Protokoll öffnet.",
      next: [
        { when: "made-right", says: "Danke. So ist es in Ordnung, Schwamm drüber." },
        { when: "otherwise", says: "Dann über die Verbraucherzentrale. Schade um eine gute Leuchte." },
      ],
    },
    {
      when: "asked",
      says: "{{answers}}\n\nSonst noch etwas, das Sie brauchen?",
      next: [
        {
          when: "answered",
          says: "Passt. Danke für die klare Antwort.",
          next: [
            { when: "checked", says: "Neue Leuchte da, 5 % bis 100 % ohne Flackern. Erledigt." },
            { when: "otherwise", says: null },
          ],
        },
        { when: "asked", says: "{{answers}}\n\nDas wäre dann aber alles, was es über diese Leuchte zu wissen gibt." },
        { when: "otherwise", says: "Und die Austauschleuchte kommt wann?" },
      ],
    },
    {
      when: "made-right",
      says: "Sehr gut, vielen Dank. Es ist angenehm, wenn jemand das Protokoll liest. Die alte Leuchte steht zur Abholung bereit.",
      next: [
        { when: "checked", says: "Ja, läuft einwandfrei. Vorgang kann geschlossen werden." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "answered", says: "Einverstanden. Ich warte auf die Sendung." },
    {
      when: "boilerplate",
      says: "Ihre Antwort enthält keine Information. Bitte: Austausch ja oder nein, und wann?",
      next: [
        { when: "answered", says: "Geht doch. Danke." },
        { when: "otherwise", says: null },
      ],
    },
    { when: "otherwise", says: "Verstanden. Und die Leuchte?" },
  ],
} satisfies StoryDraft;
