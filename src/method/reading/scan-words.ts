/**
 * Cuts any text into words, numbers, marks and emoji with their exact places, in one pass. Scripts without spaces give one
 * token per ideograph or run of kana: the browser's own dictionaries differ from Node's, and a reading has to be the same
 * on both. Does not know sentences, languages or meanings.
 */
import type { Span } from "../../kit/index.ts";
import { scanPlainWord } from "./scan-plain-word.ts";
import { HASH_BEGINS, hashWith, lowerOf, newSpelling, plainSpelling, type Spelling, spellingOf } from "./spellings.ts";

export type TokenKind = "word" | "number" | "code" | "url" | "email" | "emoji" | "mark" | "unspaced";

export interface Token extends Span {
  /** `code` holds letters and digits together (`5pm`, `E17`); `unspaced` is text of a script without spaces. */
  readonly kind: TokenKind;
  /** Lower case, straight apostrophes, and letters repeated for emphasis taken back ("soooo" is "so"). */
  readonly norm: string;
  /** One for all tokens of this norm; figures and addresses share one by kind, because they are rarely the same twice. */
  readonly spelling: Spelling;
  /** Two or more letters, all of them capitals. */
  readonly isShouted: boolean;
  /** A letter was repeated three times or more. */
  readonly isStretched: boolean;
  /** Of words and codes: begins with a capital. */
  readonly isCapital: boolean;
}

const LETTER = 1;
const DIGIT = 2;
const SPACE = 3;
const LINE = 4;
const UNSPACED = 5;
const EMOJI = 6;
const MARK = 7;

/** The first two planes; what lies beyond is ideographs, or nothing in use. */
const classOf = new Uint8Array(0x20000);

function classify(point: number): number {
  const char = String.fromCodePoint(point);
  if (char === "\n" || char === "\r" || char === "\u2028" || char === "\u2029") return LINE;
  if (/\s|\u200b|\ufeff/u.test(char)) return SPACE;
  if (/\p{Nd}/u.test(char)) return DIGIT;
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〆]/u.test(
      char,
    )
  )
    return UNSPACED;
  if (/[\p{L}\p{M}]/u.test(char)) return LETTER;
  if (/[\p{Extended_Pictographic}\u{1F1E6}-\u{1F1FF}]/u.test(char) && !/[©®™‼⁉〰〽]/u.test(char)) return EMOJI;
  return MARK;
}

function classAt(text: string, at: number): number {
  if (at >= text.length) return SPACE;
  let point = text.charCodeAt(at);
  if (point >= 0xd800 && point <= 0xdbff) {
    point = text.codePointAt(at) as number;
    if (point >= 0x20000) return point < 0x40000 ? UNSPACED : MARK;
  }
  const known = classOf[point] as number;
  if (known !== 0) return known;
  const found = classify(point);
  classOf[point] = found;
  return found;
}

const widthAt = (text: string, at: number): number => ((text.codePointAt(at) as number) > 0xffff ? 2 : 1);
/** Of the unit at this place; a capital beyond the first plane is none here. */
export function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : /\p{Lu}/u.test(text.charAt(at));
}
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019;

/** Every token of the text, in order, without overlaps; white space is in none. Linear in the length of the text. */
export function scanWords(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = classAt(text, at);
    if (kind === SPACE || kind === LINE) at += 1;
    else if (kind === LETTER || kind === DIGIT) {
      const plain = kind === LETTER ? scanPlainWord(text, at, tokens) : at;
      at = plain > at ? plain : scanWord(text, at, tokens);
    } else if (kind === UNSPACED) at = scanUnspaced(text, at, tokens);
    else if (kind === EMOJI) at = push(tokens, text, "emoji", at, endOfEmoji(text, at));
    else if (text.charCodeAt(at) === 0x40) at = scanAddress(text, at, tokens);
    else {
      const face = endOfEmoticon(text, at);
      at = face > at ? push(tokens, text, "emoji", at, face) : push(tokens, text, "mark", at, at + widthAt(text, at));
    }
  }
  return tokens;
}

/** Shared by all numbers, all codes and so on. */
const FIGURES: Readonly<Partial<Record<TokenKind, Spelling>>> = {
  number: newSpelling("0"),
  code: newSpelling("a0"),
  url: newSpelling("://"),
  email: newSpelling("@"),
};

function push(tokens: Token[], text: string, kind: TokenKind, start: number, end: number): number {
  const norm = text.slice(start, end);
  tokens.push({
    start,
    end,
    kind,
    norm,
    spelling: FIGURES[kind] ?? spellingOf(norm),
    isShouted: false,
    isStretched: false,
    isCapital: false,
  });
  return end;
}

function scanWord(text: string, start: number, tokens: Token[]): number {
  let at = start;
  let letters = 0;
  let digits = 0;
  let isPlainCapitals = true;
  let hasApostrophe = false;
  let run = 0;
  let isStretched = false;
  let previous = -1;
  /** Of plain letters and straight or curly apostrophes alone. */
  let isPlain = true;
  let hash = HASH_BEGINS;
  while (at < text.length) {
    const kind = classAt(text, at);
    const unit = text.charCodeAt(at);
    if (kind === LETTER) {
      letters += 1;
      run = (unit | 32) === (previous | 32) ? run + 1 : 1;
      if (run >= 3) isStretched = true;
      if (unit < 0x80 ? unit > 0x5a : isPlainCapitals && /\p{Ll}/u.test(text.charAt(at))) isPlainCapitals = false;
    } else if (kind === DIGIT) digits += 1;
    else if (isApostrophe(unit) && letters > 0 && classAt(text, at + 1) === LETTER) hasApostrophe = true;
    else if (
      digits > 0 &&
      letters === 0 &&
      (unit === 0x2e || unit === 0x2c || isApostrophe(unit)) &&
      classAt(text, at + 1) === DIGIT
    ) {
      // A separator inside a number: 1.192,50 or 1'200.
    } else break;
    previous = unit;
    if (unit >= 0x80 && unit !== 0x2019) isPlain = false;
    hash = hashWith(hash, lowerOf(unit));
    at += widthAt(text, at);
  }
  if (
    text.startsWith("://", at) ||
    (at - start === 3 && text.charCodeAt(at) === 0x2e && /^www$/i.test(text.slice(start, at)))
  )
    return push(tokens, text, "url", start, endOfUrl(text, at));
  const kind: TokenKind = digits === 0 ? "word" : letters === 0 ? "number" : "code";
  const figure = FIGURES[kind];
  const isWordStretched = isStretched && kind === "word";
  const spelling =
    figure ??
    (isPlain && !isWordStretched
      ? plainSpelling(text, start, at, hash)
      : spellingOf(normOf(text.slice(start, at), hasApostrophe, isWordStretched)));
  tokens.push({
    start,
    end: at,
    kind,
    norm: figure === undefined ? spelling.norm : normOf(text.slice(start, at), hasApostrophe, false),
    spelling,
    isShouted: isPlainCapitals && letters >= 2,
    isStretched: isStretched && digits === 0,
    isCapital: isCapital(text, start),
  });
  return at;
}

function normOf(written: string, hasApostrophe: boolean, isStretched: boolean): string {
  let norm = written.toLowerCase();
  if (hasApostrophe) norm = norm.replaceAll("\u2019", "'");
  if (isStretched) norm = norm.replace(/(.)\1{2,}/gsu, "$1");
  return norm;
}

const isUnbroken = (text: string, at: number): boolean => {
  const kind = classAt(text, at);
  return kind !== SPACE && kind !== LINE && !/[<>"'`«»“”‘’（）、。]/.test(text.charAt(at));
};

/** A web address runs to the next space; sentence marks and a closing bracket at its end are not part of it. */
function endOfUrl(text: string, from: number): number {
  let at = from;
  while (at < text.length && isUnbroken(text, at)) at += widthAt(text, at);
  while (at > from && /[.,;:!?)\]}…*_]/.test(text.charAt(at - 1))) at -= 1;
  return at;
}

/** RFC 5321 limits the part before the @ to 64, so looking back costs a fixed amount. */
const LONGEST_LOCAL_PART = 64;

function scanAddress(text: string, sign: number, tokens: Token[]): number {
  let start = sign;
  while (start > 0 && sign - start < LONGEST_LOCAL_PART && /[\p{L}\p{N}._%+-]/u.test(text.charAt(start - 1)))
    start -= 1;
  while (start < sign && /[.%+-]/.test(text.charAt(start))) start += 1;
  let end = sign + 1;
  let lastDot = -1;
  while (end < text.length && end - sign < 255) {
    const unit = text.charAt(end);
    if (unit === ".") {
      if (!/[\p{L}\p{N}]/u.test(text.charAt(end + 1))) break;
      lastDot = end;
    } else if (!/[\p{L}\p{N}-]/u.test(unit)) break;
    end += 1;
  }
  const last = tokens.at(-1);
  const touchesUrl = last !== undefined && last.kind === "url" && last.end > start;
  if (start === sign || lastDot < 0 || touchesUrl) return push(tokens, text, "mark", sign, sign + 1);
  let before = tokens.at(-1);
  while (before !== undefined && before.start >= start) {
    tokens.pop();
    before = tokens.at(-1);
  }
  if (before !== undefined && before.end > start) start = before.end;
  if (start >= sign) return push(tokens, text, "mark", sign, sign + 1);
  return push(tokens, text, "email", start, end);
}

function scanUnspaced(text: string, start: number, tokens: Token[]): number {
  let at = start + widthAt(text, start);
  if (!/\p{Script=Han}/u.test(String.fromCodePoint(text.codePointAt(start) as number)))
    while (
      at < text.length &&
      classAt(text, at) === UNSPACED &&
      !/\p{Script=Han}/u.test(String.fromCodePoint(text.codePointAt(at) as number))
    )
      at += widthAt(text, at);
  return push(tokens, text, "unspaced", start, at);
}

function endOfEmoji(text: string, start: number): number {
  let at = start + widthAt(text, start);
  const isFlag = (point: number | undefined) => point !== undefined && point >= 0x1f1e6 && point <= 0x1f1ff;
  if (isFlag(text.codePointAt(start)) && isFlag(text.codePointAt(at))) at += 2;
  for (;;) {
    const point = text.codePointAt(at) ?? 0;
    if (point === 0xfe0f || point === 0x20e3) at += 1;
    else if (point >= 0x1f3fb && point <= 0x1f3ff) at += 2;
    else if (point === 0x200d && at + 1 < text.length && classAt(text, at + 1) === EMOJI)
      at += 1 + widthAt(text, at + 1);
    else return at;
  }
}

const EMOTICON = /(?:>?[:;=8][-'^o]?[)(\][DPpOo/\\|*3]{1,4}|[)(][-']?[:;=]|<3|<\/3|\^_?\^|-_-|:'\()(?![\p{L}\p{N}])/uy;

/** `:-)` and its kin; only after a space or another mark, so that `https://` and `12:30` are left alone. */
function endOfEmoticon(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const mayBegin =
    unit === 0x3a ||
    unit === 0x3b ||
    unit === 0x3d ||
    unit === 0x3e ||
    unit === 0x3c ||
    unit === 0x28 ||
    unit === 0x29 ||
    unit === 0x5e ||
    unit === 0x2d;
  if (!mayBegin) return at;
  if (at > 0 && (classAt(text, at - 1) === LETTER || classAt(text, at - 1) === DIGIT) && unit !== 0x3a && unit !== 0x3b)
    return at;
  EMOTICON.lastIndex = at;
  return EMOTICON.test(text) ? EMOTICON.lastIndex : at;
}
