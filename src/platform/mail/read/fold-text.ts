/**
 * Splits the text of a mail into what the person wrote and what is folded away: quoted history and signature.
 * Nothing is changed and nothing lost: `reply + folded === text`, always. Linear time.
 */

import { isDanglingVerb } from "./attribution.ts";
import { type FoldLine, foldAt } from "./fold-lines.ts";
import type { TextSpan } from "./parsed-mail.ts";

/** Lines beyond this are folded with what stands above them; nobody types so many. */
const MAX_LINES = 20_000;

export interface FoldedText {
  readonly reply: string;
  readonly folded: string;
  /** Quoted passages that stayed in the reply; offsets into the text. */
  readonly quotedInReply: readonly TextSpan[];
}

export function foldText(text: string): FoldedText {
  const starts: number[] = [0];
  for (let at = text.indexOf("\n"); at >= 0 && starts.length < MAX_LINES; at = text.indexOf("\n", at + 1))
    starts.push(at + 1);
  const lines = starts.map((start, i) =>
    lineOf(text.slice(start, i + 1 < starts.length ? (starts[i + 1] as number) - 1 : undefined)),
  );
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] as FoldLine;
    const above = lines[i - 1] as FoldLine;
    if (!line.quoted && above.quoted && (line.raw.startsWith(">") || isTornOff(above, line, lines[i + 1]))) {
      lines[i] = { ...line, quoted: true };
    }
  }
  const cutLine = foldAt(lines);
  const cut = cutLine >= lines.length ? text.length : (starts[cutLine] as number);
  const end = text.slice(0, cut).trimEnd().length;
  return {
    reply: text.slice(0, end),
    folded: text.slice(end),
    quotedInReply: quotedSpans(lines, starts, cutLine, end),
  };
}

/** The rest of a long quoted line that a mail program broke without repeating the mark. */
function isTornOff(above: FoldLine, line: FoldLine, below: FoldLine | undefined): boolean {
  return above.raw.length >= 60 && /^\p{Ll}/u.test(line.raw) && (!below || below.quoted || below.bare === "");
}

const MAX_LINE = 2000;
/** Marks of direction and of width, which mail programs put around names. */
const UNSEEN = /[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g;

/** One line of plain text. Leading ">" (and "|" of old mailers) mark a quote; bold stars around labels are ignored. */
export function lineOf(raw: string): FoldLine {
  const head = raw.length > MAX_LINE ? raw.slice(0, MAX_LINE) : raw;
  const dangling = /^>[> ]{0,3}(.{0,30})$/.exec(head)?.[1];
  if (dangling !== undefined && isDanglingVerb(dangling)) return { raw: head, bare: dangling.trim(), quoted: false };
  const marks = /^[ \t]{0,3}(?:>[> \t]*|\|(?=\s|$)[| \t]*(?![^|\n]{0,400}\|))/.exec(head)?.[0] ?? "";
  const plain = head.slice(marks.length).replace(UNSEEN, "").trim();
  const bare = plain.replace(/^[*_\s]+/, (lead) => (/[*_]{3}/.test(lead) ? lead.trim() : ""));
  return { raw: head.replace(/\r$/, ""), bare: bare || plain, quoted: marks !== "" };
}

function quotedSpans(lines: readonly FoldLine[], starts: readonly number[], to: number, end: number): TextSpan[] {
  const spans: { start: number; end: number }[] = [];
  for (let i = 0; i < to && i < lines.length; i++) {
    if (!lines[i]?.quoted) continue;
    const start = starts[i] as number;
    const stop = Math.min(end, starts[i + 1] ?? end);
    const last = spans.at(-1);
    if (last && last.end === start) last.end = stop;
    else if (stop > start) spans.push({ start, end: stop });
  }
  return spans;
}
