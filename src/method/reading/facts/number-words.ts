/** Numbers as people write them: words of several languages, and figures with either kind of comma. Knows no units. */

const COUNTS: ReadonlyArray<readonly [number, string]> = [
  [1, "one ein eine einen einem einer un una uno une jeden jedna een"],
  [2, "two zwei deux dos dwa dwie dwóch twee due"],
  [3, "three drei trois tres trzy drie tre"],
  [4, "four vier quatre cuatro cztery quattro"],
  [5, "five fünf cinq cinco pięć vijf cinque"],
  [6, "six sechs seis sześć zes sei"],
  [7, "seven sieben sept siete siedem zeven sette"],
  [8, "eight acht huit ocho osiem otto"],
  [9, "nine neun neuf nueve dziewięć negen nove"],
  [10, "ten zehn dix diez dziesięć tien dieci"],
  [11, "eleven elf onze once"],
  [12, "twelve zwölf douze doce twaalf dodici"],
  [13, "thirteen dreizehn treize trece"],
  [14, "fourteen vierzehn quatorze catorce veertien"],
  [15, "fifteen fünfzehn quinze quince vijftien"],
  [16, "sixteen sechzehn seize"],
  [17, "seventeen siebzehn"],
  [18, "eighteen achtzehn"],
  [19, "nineteen neunzehn"],
  [20, "twenty zwanzig vingt veinte dwadzieścia twintig venti"],
  [30, "thirty dreißig dreissig trente treinta dertig"],
  [40, "forty fourty vierzig quarante cuarenta"],
  [50, "fifty fünfzig cinquante cincuenta"],
  [60, "sixty sechzig soixante sesenta"],
  [70, "seventy siebzig setenta"],
  [80, "eighty achtzig ochenta"],
  [90, "ninety neunzig noventa"],
];

const VALUE = new Map<string, number>(
  COUNTS.flatMap(([value, words]) => words.split(" ").map((word) => [word, value] as const)),
);
const SCALE = new Map<string, number>([
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1_000_000],
  ["billion", 1_000_000_000],
  ["trillion", 1_000_000_000_000],
  ["hundert", 100],
  ["tausend", 1000],
  ["cent", 100],
  ["mille", 1000],
  ["cien", 100],
  ["mil", 1000],
  ["dozen", 12],
]);

/** Every word a spelled number may begin with. */
export const NUMBER_WORDS: readonly string[] = [...VALUE.keys(), ...SCALE.keys()];

/** The value of one number word, or undefined. */
export const numberWord = (word: string): number | undefined => VALUE.get(word);
export const scaleWord = (word: string): number | undefined => SCALE.get(word);

/**
 * The number in a figure, as a plain decimal string: `1.192,50` and `1,192.50` are both `1192.50`. One separator before
 * exactly three digits parts thousands; before one or two it is the decimal mark.
 */
export function plainDecimal(figure: string): string {
  const bare = figure.replace(/[\s'’\u00a0\u202f]/g, "");
  const last = Math.max(bare.lastIndexOf("."), bare.lastIndexOf(","));
  if (last < 0) return bare.replace(/^0+(?=\d)/, "");
  const mark = bare.charAt(last);
  const decimals = bare.length - last - 1;
  const hasBoth = bare.includes(mark === "." ? "," : ".");
  const isRepeated = bare.indexOf(mark) !== last;
  const isDecimal = !isRepeated && (hasBoth || decimals !== 3 || /^0[.,]/.test(bare));
  if (!isDecimal) return bare.replace(/[.,]/g, "").replace(/^0+(?=\d)/, "");
  return `${
    bare
      .slice(0, last)
      .replace(/[.,]/g, "")
      .replace(/^0+(?=\d)/, "") || "0"
  }.${bare.slice(last + 1)}`;
}
