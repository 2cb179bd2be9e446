/**
 * Finds the words of one text in another that says the same with other spaces, as a letter's own text and what the browser
 * shows of it. White space never counts; what only one of them has (an address behind a link, a bullet) is stepped over.
 * Linear: whatever a stranger writes, the looking ahead is bounded. Knows no page.
 */
import type { Span } from "../../../kit/index.ts";

/** So far ahead it looks for the place where both go on together. */
const REACH = 2_000;
/** As many characters have to agree there. */
const AGREEING = 10;
const MOST_BREAKS = 400;

const UNSEEN = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/;

interface Squeezed {
  readonly text: string;
  /** Where each of its characters stands in the whole. */
  readonly at: Int32Array;
}

function squeeze(whole: string): Squeezed {
  const at = new Int32Array(whole.length);
  const kept: string[] = [];
  for (let index = 0; index < whole.length; index += 1) {
    const char = whole[index] as string;
    if (UNSEEN.test(char)) continue;
    at[kept.length] = index;
    const small = char.toLowerCase();
    kept.push(small.length === 1 ? small : char);
  }
  return { text: kept.join(""), at: at.subarray(0, kept.length) };
}

/** @returns where a span of `source` stands in `shown`; undefined when its words are not there. */
export function alignTexts(source: string, shown: string): (span: Span) => Span | undefined {
  const [from, to] = [squeeze(source), squeeze(shown)];
  /** For each squeezed character of the source its squeezed place in what is shown, or -1. */
  const place = new Int32Array(from.text.length).fill(-1);
  let [i, j] = [0, 0];
  for (let breaks = 0; i < from.text.length && j < to.text.length; ) {
    if (from.text[i] === to.text[j]) {
      place[i] = j;
      i += 1;
      j += 1;
      continue;
    }
    breaks += 1;
    const next = breaks > MOST_BREAKS ? undefined : meetingPlace(from.text, i, to.text, j);
    if (next === undefined) break;
    [i, j] = next;
  }

  /** How many squeezed characters stand before each place of the source. */
  const before = (at: number): number => {
    let [low, high] = [0, from.at.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((from.at[middle] as number) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return ({ start, end }) => {
    const [first, last] = [before(start), before(end) - 1];
    if (last < first) return undefined;
    const [begins, ends] = [place[first] as number, place[last] as number];
    // All of its words, and nothing between them.
    if (begins < 0 || ends - begins !== last - first) return undefined;
    for (let at = first; at <= last; at += 1) if (place[at] !== begins + at - first) return undefined;
    return { start: to.at[begins] as number, end: (to.at[ends] as number) + 1 };
  };
}

/** The nearest place behind i and j where both texts go on with the same words. */
function meetingPlace(a: string, i: number, b: string, j: number): [number, number] | undefined {
  for (let ahead = 1; ahead <= REACH; ahead += 1) {
    if (agree(a, i + ahead, b, j)) return [i + ahead, j];
    if (agree(a, i, b, j + ahead)) return [i, j + ahead];
    if (agree(a, i + ahead, b, j + ahead)) return [i + ahead, j + ahead];
  }
  return undefined;
}

function agree(a: string, i: number, b: string, j: number): boolean {
  const length = Math.min(AGREEING, a.length - i, b.length - j);
  // At the very end of either fewer are enough, but not none.
  if (length <= 0) return false;
  for (let at = 0; at < length; at += 1) if (a[i + at] !== b[j + at]) return false;
  return length === AGREEING || i + length === a.length || j + length === b.length;
}
