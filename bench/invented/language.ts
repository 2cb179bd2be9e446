/**
 * Invented letters. English from a list of everyday words with a long tail of made-up ones, so that some words stand in
 * almost every mail and most in very few; a few sentences of other languages. No word of any real customer.
 */
import type { Chance } from "./chance.ts";

/** From the most frequent down; the first ones stand in most letters. */
const EVERYDAY =
  `the I to and my it is a of you not that for in was have on with this but be me your please order can are so at we has from
  no when if or what would would like as still there been lamp they will about one do just got all them day out by which
  does after because now how could up only any then did more again two parcel week than some back were good thank help get
  new time know after first here want before think am other over very work light see send sent came nobody answer know
  broken money paid account refund invoice since yesterday today tomorrow Monday Tuesday Friday delivery address box glass
  switch cable shade page button number email message reply phone called waiting bought gift house room table kitchen bed
  mother daughter neighbour birthday wedding month year twice already never always really maybe sorry happy angry tired
  wrong right small large blue green white old second third left side top bottom open close turn found lost moved changed
  wrote asked told said looked tried bring return replace repair cancel subscription price discount code card bank charge
  error screen app password sign update version download photo picture attached manual warranty part screw bulb battery
  warm cold bright dark quiet noise smell smoke hot careful safe child cat dog garden window door wall shelf paper letter`
    .split(/\s+/)
    .filter(Boolean);

const SYLLABLES =
  "ba be bo bri ca ce co da del do dra el en fa fi flo ga gla go ha hel im ja ka kel ki la len li lo lu ma mer mi mo na nel no or pa pel pi qua ra rel ri ro sa sel si sol ta tel ti tor tu va vel vi wa wen win za zel".split(
    " ",
  );

const OTHER_LANGUAGES: readonly (readonly string[])[] = [
  [
    "Guten Tag, meine Lampe ist gestern angekommen und flackert leider seit dem ersten Abend.",
    "Könnten Sie mir bitte sagen, wann ich mit einer Antwort rechnen darf?",
    "Die Rechnung stimmt nicht mit dem Betrag überein, der abgebucht wurde.",
    "Ich habe das Gerät schon zweimal neu gestartet, und es wurde nicht besser.",
    "Über eine kurze Rückmeldung würde ich mich freuen.",
  ],
  [
    "Bonjour, le colis est arrivé ouvert et il manque l'abat-jour.",
    "Pourriez-vous me dire quand la pièce sera de nouveau disponible ?",
    "J'ai déjà écrit deux fois sans recevoir de réponse.",
    "Je préfère un échange plutôt qu'un remboursement.",
  ],
  [
    "Hola, me cobraron el pedido dos veces en la misma semana.",
    "La lámpara llegó bien, pero el interruptor no hace nada.",
    "¿Me pueden confirmar la dirección de entrega, por favor?",
    "Quedo a la espera de sus noticias y les doy las gracias.",
  ],
  [
    "先週届いたランプの電源が入りません。",
    "説明書の通りに試しましたが、変わりませんでした。",
    "返品の方法を教えてください。",
    "よろしくお願いいたします。",
  ],
];

const FIRST =
  "Ada Bela Carla Dario Edda Fenn Greta Hanno Ines Joris Kaja Levin Mira Nils Orla Pavel Quirin Rosa Sami Tilda Uwe Vera Wim Xenia Yara Zeno Alma Bruno Cleo Dora Emil Flora Goran Hedda Ivo Juno".split(
    " ",
  );

export interface Language {
  /** One letter of about so many words. */
  readonly letter: (words: number) => string;
  /** The same in another language. */
  readonly foreign: (words: number) => string;
  readonly name: () => string;
  /** A word that hardly any other letter holds. */
  readonly orderNumber: () => string;
  readonly subject: () => string;
}

const TAIL = 30_000;

export function languageFrom(chance: Chance): Language {
  const madeUp = Array.from({ length: TAIL }, () =>
    Array.from({ length: 2 + chance.below(3) }, () => chance.pick(SYLLABLES)).join(""),
  );
  /** Zipf: the word of rank r is taken about 1/r as often as the first. */
  const everyday = () => EVERYDAY[Math.floor(EVERYDAY.length ** chance.next()) - 1] as string;
  const word = () => (chance.happens(0.06) ? (madeUp[Math.floor(TAIL ** chance.next()) - 1] as string) : everyday());
  const sentence = () => {
    const words = Array.from({ length: 6 + chance.below(12) }, word).join(" ");
    return `${words[0]?.toUpperCase()}${words.slice(1)}${chance.happens(0.15) ? "?" : "."}`;
  };
  // Sentences are said again and again, in life too; drawing from a store makes a million letters affordable.
  const sentences = Array.from({ length: 40_000 }, sentence);
  const lengths = sentences.map((each) => each.split(" ").length);
  const orderNumber = () => `LL-${10_000 + chance.below(90_000)}${chance.below(1_000)}`;
  const name = () =>
    `${chance.pick(FIRST)} ${(madeUp[chance.below(4_000)] as string).replace(/^./, (letter) => letter.toUpperCase())}`;

  function written(words: number, draw: () => { text: string; words: number }): string {
    const paragraphs: string[] = [];
    for (let left = words; left > 0; ) {
      let paragraph = "";
      for (let i = 0; i < 4 && left > 0; i += 1) {
        const drawn = draw();
        paragraph += `${paragraph === "" ? "" : " "}${drawn.text}`;
        left -= drawn.words;
      }
      paragraphs.push(paragraph);
    }
    return paragraphs.join("\n\n");
  }

  return {
    name,
    orderNumber,
    letter: (words) =>
      written(words, () => {
        const i = chance.below(sentences.length);
        return { text: sentences[i] as string, words: lengths[i] as number };
      }),
    foreign: (words) => {
      const of = chance.pick(OTHER_LANGUAGES);
      return written(words, () => ({ text: chance.pick(of), words: 12 }));
    },
    subject: () => {
      const about = Array.from({ length: 2 + chance.below(4) }, everyday).join(" ");
      return `${about[0]?.toUpperCase()}${about.slice(1)}${chance.happens(0.3) ? ` ${orderNumber()}` : ""}`;
    },
  };
}
