/** The source of a regular expression as a tree, as far as the words in it go: letters without case, one digit for all, gaps. */

/** Stands for whatever is neither letter nor digit, one or many: apostrophes, accents and the ends of the text too. */
export const GAP = " ";
const DIGIT = "0";

export type Node = {
  /** Every text of it begins, or ends, with a gap. */
  readonly begins: boolean;
  readonly ends: boolean;
} & (
  | { readonly is: "text"; readonly strings: readonly string[] }
  | { readonly is: "anything" }
  | { readonly is: "row"; readonly parts: readonly Node[] }
  | { readonly is: "either"; readonly of: readonly Node[] }
  | { readonly is: "maybe"; readonly part: Node }
  /** At least once. */
  | { readonly is: "repeated"; readonly part: Node }
);

/** What a character is here: a letter whatever its case, any digit, or a gap. */
export function folded(char: string): string {
  const unit = char.charCodeAt(0);
  if (unit >= 0x61 && unit <= 0x7a) return char;
  if (unit >= 0x41 && unit <= 0x5a) return char.toLowerCase();
  return unit >= 0x30 && unit <= 0x39 ? DIGIT : GAP;
}

const foldedAll = (written: string): string =>
  written
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, GAP)
    .replace(/[0-9]/g, DIGIT);

/** Undefined where it holds what is not followed here. */
export function nodeOf(source: string): Node | undefined {
  try {
    return new Reader(source).alternatives();
  } catch (error) {
    if (error instanceof NotFollowed) return undefined;
    throw error;
  }
}

class NotFollowed extends Error {}

const ANYTHING: Node = { is: "anything", begins: false, ends: false };

function text(strings: readonly string[]): Node {
  const begins = strings.every((string) => string.startsWith(GAP));
  return { is: "text", strings, begins, ends: strings.every((string) => string.endsWith(GAP)) };
}

/** No character, but on one side of the place there is a gap. */
const EDGE = text([GAP]);

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Up to the closing bracket or the end. */
  alternatives(): Node {
    const of = [this.#row()];
    while (this.#source[this.#at] === "|") {
      this.#at += 1;
      of.push(this.#row());
    }
    if (of.length === 1) return of[0] as Node;
    return { is: "either", of, begins: of.every(({ begins }) => begins), ends: of.every(({ ends }) => ends) };
  }

  #row(): Node {
    const parts: Node[] = [];
    while (this.#at < this.#source.length && !"|)".includes(this.#source[this.#at] as string)) {
      const part = this.#letters() ?? this.#quantified(this.#atom());
      if (part !== undefined) parts.push(part);
    }
    return { is: "row", parts, begins: parts[0]?.begins ?? false, ends: parts.at(-1)?.ends ?? false };
  }

  /** As many as stand for themselves. */
  #letters(): Node | undefined {
    const written = this.#take(/[\w ',-]+/y);
    if (written === undefined) return undefined;
    let many = written.length;
    // What is said of how often is for the last of them alone.
    if (/[*+?{]/.test(this.#source.charAt(this.#at))) many -= 1;
    this.#at += many - written.length;
    return many === 0 ? undefined : text([foldedAll(written.slice(0, many))]);
  }

  /** Undefined for what looks around and takes no character. */
  #atom(): Node | undefined {
    // Beside what is no letter and no digit there is a gap or an end.
    if (this.#take(/\(\?<?!(?:\\w|\[(?!\^)[^\]]*\\w[^\]]*\])\)|\\b|[\^$]/y) !== undefined) return EDGE;
    const opening = this.#take(/\((?:\?(?::|<?[=!]|<\w+>))?/y);
    if (opening !== undefined) {
      const inside = this.alternatives();
      if (this.#source[this.#at] !== ")") throw new NotFollowed();
      this.#at += 1;
      return /[=!]$/.test(opening) ? undefined : inside;
    }
    const members = this.#take(/\[(?:\\.|[^\]\\])*\]/y);
    if (members !== undefined) return oneOf(members.slice(1, -1));
    if (this.#take(/\.|\\[wSDW\d]/y) !== undefined) return ANYTHING;
    const char = this.#take(/\\[dsnt]|\\[^a-zA-Z0-9]|[^\\()[\]|*+?{}.]/y);
    if (char === undefined) throw new NotFollowed();
    return oneOf(char);
  }

  #quantified(part: Node | undefined): Node | undefined {
    const written = this.#take(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
    if (written === undefined || part === undefined) return part;
    const { begins, ends } = part;
    if (written.startsWith("?")) return { is: "maybe", part, begins: false, ends: false };
    const repeated: Node = { is: "repeated", part, begins, ends };
    return /^(?:\*|\{0)/.test(written) ? { is: "maybe", part: repeated, begins: false, ends: false } : repeated;
  }

  #take(wanted: RegExp): string | undefined {
    wanted.lastIndex = this.#at;
    const taken = wanted.exec(this.#source)?.[0];
    this.#at += taken?.length ?? 0;
    return taken;
  }
}

/** @param members of a character class, or one character as it is written. */
function oneOf(members: string): Node {
  // Turned round, a range of anything but digits, an escape that is not followed.
  if (members.length === 1) return text([folded(members)]);
  if (/^\^.|\\(?![dsnt])[a-zA-Z0-9]|.-./.test(members.replace(/[0-9]-[0-9]/g, "0"))) return ANYTHING;
  const symbols = Array.from(members.matchAll(/\\(.)|./gs), ([written, escaped]) =>
    escaped === "d" ? DIGIT : escaped === undefined ? folded(written) : GAP,
  );
  return text([...new Set(symbols)]);
}

/** "a(?:b|c)|d" is "a(?:b|c)" or "d". */
export function alternativesIn(source: string): readonly string[] {
  const all: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: written, index } of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()|]/g)) {
    if (written === "(") depth += 1;
    else if (written === ")") depth -= 1;
    else if (written === "|" && depth === 0) {
      all.push(source.slice(from, index));
      from = index + 1;
    }
  }
  all.push(source.slice(from));
  return all;
}
