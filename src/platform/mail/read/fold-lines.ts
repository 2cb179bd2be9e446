/**
 * Decides at which line a mail stops being the answer and starts being history. One engine for text and HTML: both are
 * given as lines that know whether they are quoted. Linear in the number of lines. It cuts once, so that
 * `reply + folded` is the whole; answers between the lines stay in the reply.
 */
import { attributionStart } from "./attribution.ts";
import { isFieldBlock, isRule, isSeparator } from "./field-block.ts";
import { isDeviceSignature, isSignatureLine } from "./signature.ts";

export interface FoldLine {
  /** As it stands. */
  readonly raw: string;
  /** Without quote marks, bold marks and outer blanks. */
  readonly bare: string;
  readonly quoted: boolean;
  /** Indented by the HTML without being marked as a quote: counts as quoted only below an attribution. */
  readonly indented?: boolean;
  /** The mail program marked this line as the start of the quote or of the signature. */
  readonly mark?: "quote" | "signature";
}

const SIGNATURE_LINES = 12;

/** @returns index of the first folded line; `lines.length` where nothing is folded. */
export function foldAt(lines: readonly FoldLine[]): number {
  const history = historyStart(lines);
  return withoutTrailingRules(lines, signatureStart(lines, history));
}

function historyStart(lines: readonly FoldLine[]): number {
  const bare = lines.map((line) => line.bare);
  const lastReal = lastUnquoted(lines);
  const firstText = bare.findIndex((line) => line !== "");
  for (let i = Math.max(0, firstText); i < lines.length; i++) {
    const line = lines[i] as FoldLine;
    if (line.bare === "" && !line.mark) continue;
    const start = candidate(lines, bare, i, lastReal);
    if (start >= 0) return start <= firstText && !onlyHistory(lines, i, lastReal) ? lines.length : start;
    if (line.quoted && i > lastReal && (i > firstText || isRepliedNothing(bare, i))) return withLeadIn(lines, i);
  }
  return lines.length;
}

/** Where history starts if line `i` announces it, else -1. */
function candidate(lines: readonly FoldLine[], bare: readonly string[], i: number, lastReal: number): number {
  const line = lines[i] as FoldLine;
  if (line.quoted && !line.mark && i < lastReal) return -1;
  if (line.mark === "quote") return answersBelow(lines, i, lastReal) ? -1 : i;
  const next = nextText(lines, i + 1);
  const quotedNext = next < lines.length && isQuote(lines[next] as FoldLine);
  if (!line.quoted && isSeparator(line.bare)) return i;
  if (!line.quoted && isFieldBlock(bare, i)) return i;
  const start = attributionStart(bare, i, quotedNext);
  if (start < 0) return -1;
  if (quotedNext) return answersBelow(lines, i + 1, lastReal) ? -1 : start;
  return line.quoted && i < lastReal ? -1 : start;
}

/** Answers between or below the quoted lines: text that is neither quoted nor a signature nor more history. */
function answersBelow(lines: readonly FoldLine[], from: number, lastReal: number): boolean {
  let quotedSeen = false;
  for (let i = from; i <= lastReal; i++) {
    const line = lines[i] as FoldLine;
    if (line.bare === "") continue;
    if (isQuote(line)) quotedSeen = true;
    else if (quotedSeen) return !isFootNote(lines, i);
    else if (!line.mark && i > from + 8) return false;
  }
  return false;
}

function isFootNote(lines: readonly FoldLine[], i: number): boolean {
  const line = lines[i] as FoldLine;
  return isSignatureLine(line.raw) || line.mark === "signature" || isDeviceSignature(line.bare) || isRule(line.bare);
}

const isQuote = (line: FoldLine) => line.quoted || line.indented === true;

/** Index of the last line that somebody may have typed: not quoted, not blank, not below a signature line. */
function lastUnquoted(lines: readonly FoldLine[]): number {
  let last = -1;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as FoldLine;
    if (line.bare === "" || line.quoted) continue;
    if (last < 0) last = i;
    if (lines.length - i > SIGNATURE_LINES) break;
    if (isSignatureLine(line.raw) && lines.slice(0, i).some((above) => above.quoted)) last = lastTextBefore(lines, i);
  }
  return last;
}

function lastTextBefore(lines: readonly FoldLine[], end: number): number {
  for (let i = end - 1; i >= 0; i--) {
    const line = lines[i] as FoldLine;
    if (line.bare !== "" && !line.quoted) return i;
  }
  return -1;
}

/** Nothing stands above the history: then it is only folded when it is plainly an empty answer on top of a quote. */
function onlyHistory(lines: readonly FoldLine[], end: number, lastReal: number): boolean {
  const next = nextText(lines, end + 1);
  return next < lines.length && isQuote(lines[next] as FoldLine) && lastReal <= end;
}

/** The whole mail is quoted and begins with "> On … wrote:": nothing was written. */
function isRepliedNothing(bare: readonly string[], first: number): boolean {
  return attributionStart(bare, first, true) === first;
}

/** A short line ending in a colon right above the quote belongs to it when it names a time or an address. */
function withLeadIn(lines: readonly FoldLine[], quote: number): number {
  let above = quote - 1;
  while (above > 0 && (lines[above] as FoldLine).bare === "") above--;
  const line = lines[above];
  if (!line || above === 0 || line.quoted || line.bare.length > 200 || !/[:：]$/.test(line.bare)) return quote;
  return /@|(?<!\d)\d{1,2}[:.]\d\d|(?:19|20)\d\d/.test(line.bare) && quote - above <= 3 ? above : quote;
}

function nextText(lines: readonly FoldLine[], from: number): number {
  for (let i = from; i < lines.length && i < from + 40; i++) if ((lines[i] as FoldLine).bare !== "") return i;
  return lines.length;
}

function signatureStart(lines: readonly FoldLine[], end: number): number {
  let textAbove = false;
  const lastQuoted = lines.slice(0, end).findLastIndex((line) => line.quoted);
  for (let i = 0; i < end; i++) {
    const line = lines[i] as FoldLine;
    if (textAbove && line.mark === "signature" && !typedBelow(lines, i, end)) return i;
    if (line.bare === "") continue;
    if (textAbove && !line.quoted) {
      if (isSignatureLine(line.raw) && !moreTextThan(SIGNATURE_LINES, lines, i + 1, end)) return i;
      if (isDeviceSignature(line.bare) && startsParagraph(lines, i) && i > lastQuoted) return i;
    }
    textAbove = true;
  }
  return end;
}

/** A signature block with more than a signature below it was not at the end. */
function typedBelow(lines: readonly FoldLine[], i: number, end: number): boolean {
  return moreTextThan(SIGNATURE_LINES * 3, lines, i, end);
}

function startsParagraph(lines: readonly FoldLine[], i: number): boolean {
  const above = lines[i - 1];
  return (
    !above || above.bare === "" || isRule(above.bare) || isDeviceSignature(above.bare) || lines[i + 1] === undefined
  );
}

/** Lines with text between two places, counted no further than needed: a mail may hold 20,000 signature lines. */
function moreTextThan(limit: number, lines: readonly FoldLine[], from: number, to: number): boolean {
  let count = 0;
  for (let i = from; i < to && i < from + limit * 20; i++) {
    if ((lines[i] as FoldLine).bare !== "" && ++count > limit) return true;
  }
  return false;
}

/** Blank lines and bare rules at the end of the reply go with the history. A mail of rules only stays as it is. */
function withoutTrailingRules(lines: readonly FoldLine[], end: number): number {
  let at = end;
  while (at > 0) {
    const { raw, bare } = lines[at - 1] as FoldLine;
    if (bare !== "" && bare !== "ᐧ" && !/^[-_=*~#+─—]{2,200}$/.test(raw.trim())) break;
    at--;
  }
  return at > 0 || end < lines.length ? at : lines.length;
}
