/**
 * How near a name is to what somebody typed, typing mistakes forgiven: one wrong, missing, doubled or swapped letter in
 * four. Pure.
 */
const LETTERS_PER_MISTAKE = 4;
/** In shorter words the first letter is right or swapped: otherwise every "order" would be near to Mr Border. */
const FORGIVES_THE_FIRST = 8;
const LONGEST_COMPARED = 40;

const wordsIn = (text: string): string[] =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replaceAll("ß", "ss")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * 0 (not near) to 1 (the same words). Every typed word has to be near the beginning of one of the texts' words.
 * @param texts a name and addresses.
 */
export function nearness(typed: string, texts: readonly string[]): number {
  const wanted = wordsIn(typed).map((word) => word.slice(0, LONGEST_COMPARED));
  const known = texts.flatMap(wordsIn).map((word) => word.slice(0, LONGEST_COMPARED));
  if (wanted.length === 0) return 0;
  let sum = 0;
  for (const word of wanted) {
    const best = Math.max(0, ...known.map((each) => nearnessOfWords(word, each)));
    if (best === 0) return 0;
    sum += best;
  }
  return sum / wanted.length;
}

function nearnessOfWords(typed: string, known: string): number {
  if (typed === known) return 1;
  if (known.startsWith(typed)) return 0.9;
  const allowed = Math.floor(typed.length / LETTERS_PER_MISTAKE);
  if (allowed === 0 || Math.abs(typed.length - known.length) > allowed) return 0;
  if (typed.length < FORGIVES_THE_FIRST && typed[0] !== known[0] && typed[1] !== known[0]) return 0;
  const mistakes = mistakesBetween(typed, known);
  return mistakes <= allowed ? 0.8 - (0.5 * mistakes) / typed.length : 0;
}

/** Letters to change, add, leave out or swap with their neighbour (Damerau 1964, each letter touched once). */
export function mistakesBetween(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
