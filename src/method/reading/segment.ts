/**
 * A message cut into parts, sentences and clauses with their exact places. Parts cover the whole text, so joining them gives
 * it back; sentences are looked for only in the writer's own words (METHOD listen.details). Reads no meaning.
 */
import type { Span } from "../../kit/index.ts";
import { classifyLines, endOfGreeting, type Line } from "./classify-lines.ts";
import { scanWords, type Token } from "./scan-words.ts";
import { type Clause, splitClauses } from "./split-clauses.ts";
import { splitSentences } from "./split-sentences.ts";

export type PartKind = "greeting" | "prose" | "list-item" | "closing" | "signature" | "quoted" | "log";

export interface Sentence extends Span {
  /** Side by side, covering the sentence. */
  readonly clauses: readonly Clause[];
  /** Index of the first token of the sentence in `Segmentation.tokens`, and the index after its last. */
  readonly firstToken: number;
  readonly lastToken: number;
}

export interface Part extends Span {
  readonly kind: PartKind;
  /** Empty for signatures, quoted text and logs: they are not the writer's voice. */
  readonly sentences: readonly Sentence[];
}

export interface Segmentation {
  readonly text: string;
  /** Side by side, covering the text from its first to its last character. */
  readonly parts: readonly Part[];
  /** Every word, number, mark and emoji of the whole text, whatever part it stands in. */
  readonly tokens: readonly Token[];
  /** Passages of at least three words in quotation marks within one paragraph: somebody else's words, or the writer's earlier ones. */
  readonly quotations: readonly Span[];
}

const VOICE: ReadonlySet<PartKind> = new Set(["greeting", "prose", "list-item", "closing"]);

/** Is this part the writer speaking, rather than a signature, quoted history or a pasted log? */
export const isOwnVoice = (part: Part): boolean => VOICE.has(part.kind);

/** Linear in the length of the text; any string is accepted, lone surrogates included. */
export function segment(text: string): Segmentation {
  const tokens = scanWords(text);
  let next = 0;
  const parts = joinLines(classifyLines(text)).map(({ kind, start, end }): Part => {
    const first = next;
    while (next < tokens.length && (tokens[next] as Token).start < end) next += 1;
    return { kind, start, end, sentences: VOICE.has(kind) ? sentencesOf(text, tokens, first, next) : [] };
  });
  return { text, parts, tokens, quotations: findQuotations(text, tokens) };
}

function sentencesOf(text: string, tokens: readonly Token[], first: number, last: number): Sentence[] {
  let at = first;
  return splitSentences(text, tokens, first, last).map(({ start, end }): Sentence => {
    const firstToken = at;
    while (at < last && (tokens[at] as Token).start < end) at += 1;
    return { start, end, firstToken, lastToken: at, clauses: splitClauses(tokens, firstToken, at) };
  });
}

interface Block extends Span {
  readonly kind: PartKind;
}

/** Neighbouring lines of one kind are one part; a blank line belongs to the part above it. Each list item is its own part. */
function joinLines(lines: readonly Line[]): Block[] {
  const blocks: { kind: PartKind; start: number; end: number }[] = [];
  let wasBlank = false;
  for (const line of lines) {
    const open = blocks.at(-1);
    if (line.kind === "blank") {
      if (open === undefined) blocks.push({ kind: "prose", start: line.start, end: line.end });
      else open.end = line.end;
      wasBlank = true;
      continue;
    }
    const isWrappedItem =
      open?.kind === "list-item" && line.kind === "prose" && !wasBlank && !/^\p{Lu}/u.test(line.words);
    const onlyBlankSoFar = blocks.length === 1 && wasBlank && open !== undefined && isFirstBlank(lines, open);
    if (open !== undefined && onlyBlankSoFar && line.kind !== "greeting") {
      open.kind = line.kind;
      open.end = line.end;
    } else if (open !== undefined && (isWrappedItem || (open.kind === line.kind && line.kind !== "list-item")))
      open.end = line.end;
    else if (line.kind === "greeting") pushGreeting(blocks, line);
    else blocks.push({ kind: line.kind, start: line.start, end: line.end });
    wasBlank = false;
  }
  return blocks;
}

const isFirstBlank = (lines: readonly Line[], open: Span): boolean => {
  for (const line of lines) {
    if (line.start >= open.end) return true;
    if (line.kind !== "blank") return false;
  }
  return true;
};

/** "Hi, my lamp broke" is a greeting and the beginning of the matter. */
function pushGreeting(blocks: { kind: PartKind; start: number; end: number }[], line: Line): void {
  const reach = endOfGreeting(line.words);
  if (reach === 0 || reach >= line.words.length) {
    blocks.push({ kind: "greeting", start: line.start, end: line.end });
    return;
  }
  const turn = line.wordsAt + reach;
  blocks.push({ kind: "greeting", start: line.start, end: turn }, { kind: "prose", start: turn, end: line.end });
}

const CLOSING_MARK: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“",
  "«": "»",
  "»": "«",
  "「": "」",
  "『": "』",
  '"': '"',
};

function findQuotations(text: string, tokens: readonly Token[]): Span[] {
  const found: Span[] = [];
  let open = -1;
  let closing = "";
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    if (token.kind !== "mark") continue;
    if (open >= 0 && (token.norm === closing || (closing === "“" && token.norm === "”"))) {
      const from = (tokens[open] as Token).start;
      if (index - open > 3 && !hasBlankLine(text, tokens, open, index)) found.push({ start: from, end: token.end });
      open = -1;
    } else if (open < 0 || token.norm === "“" || token.norm === "«") {
      const wanted = CLOSING_MARK[token.norm];
      if (wanted === undefined) continue;
      open = index;
      closing = wanted;
    }
  }
  return found;
}

function hasBlankLine(text: string, tokens: readonly Token[], from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) {
    const gap = text.slice((tokens[index] as Token).end, (tokens[index + 1] as Token).start);
    if (gap.length > 1 && /\n[\t \r]*\n/.test(gap)) return true;
  }
  return false;
}
