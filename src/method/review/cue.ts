/**
 * A regular expression that is not tried on a text that lacks the words it needs, nor again on one in which it found nothing. All
 * cues are asked of every sentence, next to none is found, and while somebody types only one sentence is new.
 */
import { alternativesIn } from "./regex-node.ts";
import { addWordings, openIn, type Wordings } from "./woken-words.ts";

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
    for (let from = 0; from <= text.length; ) {
      const found = this.#find(text, from);
      if (found === null) return;
      yield found;
      from = found.index + Math.max(1, found[0].length);
    }
  }

  #find(text: string, from: number): RegExpExecArray | null {
    const { first, last } = this.#wordings;
    const open = openIn(text);
    let found: RegExpExecArray | null = null;
    for (let at = first; at < last; at += 1) {
      for (let left = open[at] as number; left !== 0; left &= left - 1) {
        const bit = 31 - Math.clz32(left & -left);
        const one = this.#ask((at - first) * 32 + bit, text, from);
        if (one === null) {
          if (from === 0) open[at] = (open[at] as number) & ~(1 << bit);
        } else if (found === null || one.index < found.index) found = one;
      }
    }
    return found;
  }

  #ask(place: number, text: string, from: number): RegExpExecArray | null {
    let wording = this.#made[place];
    if (wording === undefined) {
      wording = new RegExp(this.#sourceOf(place), this.flags);
      this.#made[place] = wording;
    }
    wording.lastIndex = from;
    return wording.exec(text);
  }
}
