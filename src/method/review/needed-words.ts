/**
 * Which words a text must hold before a regular expression can find anything in it, read off its source. Wider than the
 * expression, never narrower: where the source cannot be followed, it has to be tried on every text.
 */
import { isContentWord } from "./content-words.ts";
import { GAP, type Node, nodeOf } from "./regex-node.ts";

/** Consecutive words that are asked for at once. */
export const MOST_WORDS = 3;
/** Of a word whose ending is open. */
export const FEWEST_LETTERS = 3;

/**
 * @param source of an expression without the flags s, v, and both i and u.
 * @returns words, one of which stands in every text in which it finds something: " sorry for " whole words, " refund" one that
 * begins so. Undefined: any text may do.
 */
export function neededIn(source: string): readonly string[] | undefined {
  const whole = nodeOf(source);
  const strings = whole && stringsOf(meant(whole, false, false));
  if (strings === undefined) return undefined;
  const needed = new Set<string>();
  for (const string of strings) {
    const { words } = rarestIn(string);
    if (words === undefined) return undefined;
    needed.add(words);
  }
  return [...needed];
}

/** What a text must be, or at least hold: one of these. Undefined: nothing is sure. */
type Meant = { readonly exact: readonly string[] } | { readonly one: readonly string[] | undefined };

const UNSURE: Meant = { one: undefined };
const MOST_STRINGS = 12;
const stringsOf = (meant: Meant): readonly string[] | undefined => ("exact" in meant ? meant.exact : meant.one);

/** @param before a gap is known to stand before it. @param behind and behind it. */
function meant(node: Node, before: boolean, behind: boolean): Meant {
  switch (node.is) {
    case "text":
      return { exact: node.strings.map((string) => between(string, before, behind)) };
    case "anything":
      return UNSURE;
    case "either":
      return eitherOf(node.of.map((one) => meant(one, before, behind)));
    case "maybe": {
      const part = meant(node.part, false, false);
      return "exact" in part ? { exact: [...part.exact, ""] } : UNSURE;
    }
    case "repeated":
      return inARow([meant(node.part, before, false), UNSURE]);
    case "row": {
      const behinds = gapsBeside(node.parts.toReversed(), "begins", behind).reverse();
      const befores = gapsBeside(node.parts, "ends", before);
      if (node.parts.length === 0) return { exact: [between("", before, behind)] };
      return inARow(node.parts.map((part, at) => meant(part, befores[at] as boolean, behinds[at] as boolean)));
    }
  }
}

/** Whether a gap is known to stand before each part, in the order in which they are given. */
function gapsBeside(parts: readonly Node[], side: "begins" | "ends", first: boolean): boolean[] {
  let isGap = first;
  return parts.map((part) => {
    const before = isGap;
    // "i (?:\\w+ )?promise": with the middle and without there is one.
    isGap = part.is === "maybe" ? before && part.part[side] : part[side];
    return before;
  });
}

const between = (string: string, before: boolean, behind: boolean): string => {
  const begun = before && !string.startsWith(GAP) ? GAP + string : string;
  return behind && !begun.endsWith(GAP) ? begun + GAP : begun;
};

function eitherOf(all: readonly Meant[]): Meant {
  const one: string[] = [];
  let isExact = true;
  for (const some of all) {
    const strings = stringsOf(some);
    if (strings === undefined) return UNSURE;
    isExact &&= "exact" in some;
    one.push(...strings);
  }
  return isExact && one.length <= MOST_STRINGS ? { exact: one } : { one };
}

/** Of all stretches of a row the one whose words are rarest. */
function inARow(parts: readonly Meant[]): Meant {
  let best: readonly string[] | undefined;
  let least = Infinity;
  const offer = (strings: readonly string[]) => {
    let many = 0;
    for (const string of strings) {
      many += rarestIn(string).common;
      if (many >= least) return;
    }
    least = many;
    best = strings;
  };
  let run: readonly string[] = [""];
  let isExact = true;
  for (const part of parts) {
    if ("exact" in part && run.length * part.exact.length <= MOST_STRINGS) {
      run = run.flatMap((first) => part.exact.map((second) => joined(first, second)));
      continue;
    }
    isExact = false;
    offer(run);
    if ("exact" in part) run = part.exact;
    else {
      if (part.one !== undefined) offer(part.one);
      run = [""];
    }
  }
  if (isExact) return { exact: run };
  offer(run);
  return { one: best };
}

/** Any number of gaps is one. */
const joined = (first: string, second: string): string =>
  first.endsWith(GAP) && second.startsWith(GAP) ? first + second.slice(1) : first + second;

interface Rarest {
  /** Undefined when no word of it is whole at its beginning. */
  readonly words: string | undefined;
  /** Roughly in which part of all sentences they stand. */
  readonly common: number;
}

const NONE: Rarest = { words: undefined, common: Infinity };

/** The rarest words of a string. */
function rarestIn(string: string): Rarest {
  if (string.length < 2) return NONE;
  const all = string.split(GAP);
  let best = NONE;
  // The first is what stands before the first gap, and the last what stands behind the last one.
  for (let from = 1; from < all.length - 1; from += 1) {
    let common = 1;
    let words = GAP;
    for (let to = from; to < all.length - 1 && to < from + MOST_WORDS; to += 1) {
      const word = all[to] as string;
      words += word + GAP;
      common *= isContentWord(word) ? 0.002 : 0.05;
      if (common < best.common) best = { words, common };
    }
  }
  const begun = all.at(-1) as string;
  const common = begun.length < FEWEST_LETTERS ? Infinity : begun.length > 5 ? 0.003 : 0.02;
  return all.length > 1 && common < best.common ? { words: GAP + begun, common } : best;
}
