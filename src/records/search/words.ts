/**
 * Cuts text into the words that are searched for: the same cut for what is stored, for the query and for the highlights.
 *
 * Letters and digits of any script, small, without accents ("Müller" is found by "muller", "Straße" by "strasse"). Scripts
 * without spaces are cut into overlapping pairs. There are no stop words and no stems: a mail mixes languages inside one
 * sentence, and the beginning of a word finds it. Linear in the length of the text.
 */
export interface FoundWord {
  readonly word: string;
  /** Place among the words; neighbours differ by one. */
  readonly at: number;
  /** UTF-16 offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Nobody types longer words; they come from encoded data and links. */
const LONGEST_WORD = 40;

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]/u;
const PLAIN = /^[a-z0-9]*$/;
/** Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic. Marks that other scripts spell with stay. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]+/g;
/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
};

/** A word as it is stored: small, accents folded. Empty for a run of accents without a letter. */
export function foldWord(run: string): string {
  const small = run.slice(0, LONGEST_WORD).toLowerCase();
  if (PLAIN.test(small)) return small;
  return small
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .replace(/[ßæœøđðþłı]/g, (letter) => LETTERS[letter] as string)
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "");
}

/** @param from the place of the first word, so that several texts can follow each other. */
export function* wordsOf(text: string, from = 1): Generator<FoundWord> {
  let at = from;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (!WITHOUT_SPACES.test(run)) {
      const word = foldWord(run);
      if (word !== "") yield { word, at: at++, start: index, end: index + run.length };
      continue;
    }
    for (const found of pairsOf(run, index, at)) {
      at = found.at + 1;
      yield found;
    }
  }
}

/** 東京都 is 東京, 京都: any two neighbours are found, and longer words as a phrase of pairs. Other letters in between stay words. */
function* pairsOf(run: string, offset: number, from: number): Generator<FoundWord> {
  let at = from;
  let start = 0;
  const parts = run.split(/(?=\P{M})/u);
  const isPaired = parts.map((part) => WITHOUT_SPACES.test(part));
  for (let i = 0; i < parts.length; ) {
    let end = i + 1;
    while (end < parts.length && isPaired[end] === isPaired[i]) end += 1;
    const letters = parts.slice(i, end);
    const groups =
      isPaired[i] && letters.length > 1 ? letters.slice(1).map((next, k) => [letters[k] ?? "", next]) : [letters];
    let place = start;
    for (const group of groups) {
      const raw = group.join("");
      const word = foldWord(raw);
      if (word !== "") yield { word, at: at++, start: offset + place, end: offset + place + raw.length };
      place += isPaired[i] ? (group[0] ?? "").length : raw.length;
    }
    start += letters.join("").length;
    i = end;
  }
}
