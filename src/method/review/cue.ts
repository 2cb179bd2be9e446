/**
 * A regular expression that is not tried on a text that lacks the words it needs, nor again on one in which it found nothing. All
 * cues are asked of every sentence, next to none is found, and while somebody types only one sentence is new.
 */
import { alternativesIn } from "./regex-node.ts";
import { addWordings, close, openIn, type Wordings } from "./woken-words.ts";

type Next = [match: RegExpExecArray, place: number];
const NOWHERE: number[] = [];

/** Finds what `before(?:alternatives)behind` finds. */
export class Cue extends RegExp {
  readonly #wordings: Wordings;
  /** One for each alternative, made when a text is met that may hold it. */
  readonly #made: RegExp[] = [];
  readonly #sourceOf: (place: number) => string;

  /** @param flags "", "g", "u" or "gu", or with i in place of u. */
  constructor(alternatives: string, flags: string, before = "", behind = "") {
    if (flags.includes("i") && flags.includes("u"))
      throw new Error("Letters without case have more forms than are followed.");
    super(before === "" ? alternatives : `${before}(?:${alternatives})${behind}`, flags);
    // What is captured has its number in the whole.
    const all = /\((?!\?[:=!<])|\(\?<\w/.test(alternatives) ? [alternatives] : alternativesIn(alternatives);
    this.#sourceOf = (place) => `${before}(?:${all[place]})${behind}`;
    this.#wordings = addWordings(all.map((_, place) => this.#sourceOf(place)));
  }

  /** Copies, as matchAll makes one, are ordinary. */
  static override get [Symbol.species](): RegExpConstructor {
    return RegExp;
  }

  override exec(text: string): RegExpExecArray | null {
    const found = this.#find(text, this.global ? this.lastIndex : 0);
    if (this.global) this.lastIndex = found === null ? 0 : found.index + found[0].length;
    return found;
  }

  override test(text: string): boolean {
    return this.exec(text) !== null;
  }

  override *[Symbol.matchAll](text: string): RegExpStringIterator<RegExpExecArray> {
    // The next match of each wording that has one, in the order in which they are preferred.
    let next = this.#openPlaces(text).flatMap((place) => this.#nextOf(place, text, 0));
    while (next.length > 0) {
      const [first] = next.reduce((one, other) => (other[0].index < one[0].index ? other : one)) as Next;
      yield first;
      const from = first.index + Math.max(1, first[0].length);
      next = next.flatMap((one) => (one[0].index < from ? this.#nextOf(one[1], text, from) : [one]));
    }
  }

  #nextOf(place: number, text: string, from: number): Next[] {
    const match = this.#ask(place, text, from);
    return match === null ? [] : [[match, place]];
  }

  #find(text: string, from: number): RegExpExecArray | null {
    let found: RegExpExecArray | null = null;
    for (const place of this.#openPlaces(text)) {
      const one = this.#ask(place, text, from);
      if (one !== null && (found === null || one.index < found.index)) found = one;
    }
    return found;
  }

  /** The wordings that may be found in a text. */
  #openPlaces(text: string): readonly number[] {
    const { first, last } = this.#wordings;
    const open = openIn(text);
    let places = NOWHERE;
    for (let at = first; at < last; at += 1)
      for (let left = open[at] as number; left !== 0; left &= left - 1) {
        if (places === NOWHERE) places = [];
        places.push((at - first) * 32 + 31 - Math.clz32(left & -left));
      }
    return places;
  }

  #ask(place: number, text: string, from: number): RegExpExecArray | null {
    let wording = this.#made[place];
    if (wording === undefined) {
      wording = new RegExp(this.#sourceOf(place), this.flags);
      this.#made[place] = wording;
    }
    wording.lastIndex = from;
    const found = wording.exec(text);
    if (found === null && from === 0) close(text, this.#wordings.first * 32 + place);
    return found;
  }
}
