/** A hot night light in a child's room. Hard because safety comes first, before sympathy and long before an order number. */
import type { StoryDraft } from "../../src/entry/samples/story.ts";

export default {
  id: "moth-smells-of-burning",
  customer: "agnieszka-wrobel",
  situation: "product-fault",
  signals: ["safety"],
  subject: "PILNE: lampka Moth nagrzewa się i czuć spaleniznę",
  hoursAgo: 0.6,
  atHour: 7,
  opening: {
    text: `
      Dzień dobry,

      dziś w nocy obudził mnie zapach spalenizny w pokoju syna. Lampka nocna Moth była tak gorąca, że nie dało się jej
      dotknąć, a na obudowie zrobiła się brązowa plama. Staś ma cztery lata i śpi z tą lampką przy poduszce.

      Wyjęłam ją z gniazdka i stoi teraz na balkonie. Zdjęcie w załączniku. Kupiłam ją u Państwa, numer zamówienia LL-48876,
      działała trzy tygodnie.

      Mamy jeszcze drugą taką samą, u mojej siostry, która ma roczną córkę. Czy ona jest bezpieczna? Czy mam do niej zaraz
      dzwonić?

      Agnieszka Wróbel`,
    attachments: [{ file: "scorched-moth.png", name: "lampka.png" }],
  },
  knows: [
    {
      about: ["seri", "numer", "parti", "spodzie", "etykie"],
      says: "Na spodzie jest napisane MT-0917, pod tym mały napis „partia C”.",
    },
    { about: ["siostr", "drug"], says: "Siostra sprawdziła swoją: też MT-0917, partia C. Już ją odłączyła." },
    {
      about: ["adres", "kurier", "odebra", "odbi"],
      says: "Kurier może przyjść po siedemnastej: ul. Wiśniowa 8 m. 3, Łódź.",
    },
    {
      about: ["syn", "zdrow", "poparz", "dziecko", "nic się"],
      says: "Synowi nic się nie stało, tylko nie chce teraz spać u siebie.",
    },
  ],
  facts: [
    { kind: "order", words: "LL-48876" },
    { kind: "product", words: "Lampka nocna Moth" },
    { kind: "person", words: "Staś ma cztery lata" },
    { kind: "tried", words: "Wyjęłam ją z gniazdka" },
    { kind: "other", words: "MT-0917", told: "later" },
  ],
  next: [
    {
      when: "blamed",
      says: `
        Proszę Pani, proszę Pana, to stało w gniazdku dla dzieci, w pokoju dziecka. Jeśli to jest moja wina, to proszę mi to
        napisać jeszcze raz, a ja prześlę to do inspekcji.`,
    },
    {
      when: "asked",
      afterSeconds: 10,
      says: `
        {{answers}}

        Synowi nic się nie stało. Ale proszę mi powiedzieć, czy siostra ma swoją wyłączyć.`,
      next: [
        {
          when: "made-right",
          says: `
            Dziękuję. Zadzwoniłam do siostry, już jest odłączona. To jest pierwsza wiadomość dzisiaj, po której mogę usiąść.`,
          next: [
            {
              when: "checked",
              says: "Tak, wszystko w porządku, kurier był. Staś śpi na razie z latarką. Dziękuję, że Państwo zapytali.",
            },
            { when: "otherwise", says: null },
          ],
        },
        { when: "answered", says: "Dobrze, tak zrobimy. Czekam na dalsze wiadomości." },
        { when: "otherwise", says: "Nadal nie wiem, czy druga lampka jest bezpieczna. To jest teraz jedyne pytanie." },
      ],
    },
    {
      when: "made-right",
      says: `
        Dziękuję za szybką odpowiedź. Siostra odłączyła swoją. Staś pyta, czy ćma umarła. Powiedziałam mu, że pojechała
        do lekarza.

        Czy muszę coś jeszcze zrobić?`,
      next: [
        { when: "answered", says: "Dobrze, dziękuję. Będę czekać na wiadomość." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "answered",
      says: "Rozumiem, odłączone są obie. Proszę tylko powiedzieć, co z innymi ludźmi, którzy mają te lampki?",
      next: [
        { when: "answered", says: "Dobrze, że Państwo to sprawdzają. Dziękuję." },
        { when: "otherwise", says: null },
      ],
    },
    {
      when: "boilerplate",
      says: `
        Napisałam, że lampka przy poduszce mojego dziecka prawie się zapaliła, a dostałam podziękowanie za kontakt.

        Czy siostra ma wyłączyć swoją: tak czy nie?`,
      next: [
        { when: "answered", says: "Dziękuję. Szkoda, że dopiero teraz, ale dziękuję." },
        { when: "otherwise", says: "Zgłaszam to do inspekcji handlowej. Do widzenia." },
      ],
    },
    {
      when: "otherwise",
      says: "Dziękuję, ale nie napisali Państwo najważniejszego: czy druga lampka jest bezpieczna?",
      next: [
        { when: "answered", says: "Dziękuję. Odłączyła." },
        { when: "otherwise", says: null },
      ],
    },
  ],
} satisfies StoryDraft;
