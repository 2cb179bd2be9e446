/**
 * Splits sanitised HTML into reply and history at the same place where a reader would: it is read as lines (a line per
 * block or <br>, quoted inside blockquotes) and given to the same engine as text. Both halves are whole HTML: what is
 * open at the cut is closed above it and opened again below. One pass, no tree. Input must come from sanitiseHtml.
 */
import { type FoldLine, foldAt } from "./fold-lines.ts";
import { lineOf } from "./fold-text.ts";

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>/g;
const BLOCK = new Set(
  "address article aside blockquote caption center dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const VOID = new Set(["br", "hr", "img", "col", "wbr"]);

export interface FoldedHtml {
  readonly replyHtml: string;
  /** "" where nothing is folded. */
  readonly foldedHtml: string;
}

/** The open elements as a chain, innermost first, so that remembering them costs nothing. */
interface OpenTag {
  readonly name: string;
  readonly text: string;
  readonly outer: OpenTag | undefined;
}

interface HtmlLine {
  readonly line: FoldLine;
  /** Where to cut so that this line and what opens with it falls below. */
  readonly at: number;
  readonly open: OpenTag | undefined;
}

export function foldHtml(html: string): FoldedHtml {
  const lines = linesOf(html);
  const cut = lines[foldAt(lines.map(({ line }) => line))];
  if (!cut || cut.at === 0) return { replyHtml: html, foldedHtml: "" };
  let closing = "";
  let opening = "";
  for (let tag = cut.open; tag; tag = tag.outer) {
    closing += `</${tag.name}>`;
    opening = tag.text + opening;
  }
  return { replyHtml: html.slice(0, cut.at) + closing, foldedHtml: opening + html.slice(cut.at) };
}

const MAX_LINES = 20_000;

function linesOf(html: string): HtmlLine[] {
  const lines: HtmlLine[] = [];
  let stack: OpenTag | undefined;
  let text = "";
  let mark: "quote" | "signature" | undefined;
  let cutAt = 0;
  let cutOpen: OpenTag | undefined;
  let depth = 0;
  let quotes = 0;
  let last = 0;
  const quoteDepths: number[] = [];
  const flush = (at: number) => {
    if (text.trim() !== "" || mark) {
      const line = lineOf(decode(text));
      const inQuote = quotes > 0 || line.quoted;
      const indented = depth > 0 && !inQuote;
      lines.push({
        line: { ...line, quoted: inQuote, ...(indented ? { indented } : {}), ...(mark ? { mark } : {}) },
        at: cutAt,
        open: cutOpen,
      });
    } else if (lines.at(-1)?.line.bare !== "") lines.push({ line: lineOf(""), at: cutAt, open: cutOpen });
    text = "";
    mark = undefined;
    cutAt = at;
    cutOpen = stack;
  };
  for (const match of html.matchAll(TAG)) {
    const [tag, slash, name = "", attributes = ""] = match;
    const at = match.index;
    addText(html.slice(last, at));
    last = at + tag.length;
    const block = BLOCK.has(name);
    if (slash) {
      if (block) flush(at);
      if (name === "blockquote") {
        depth--;
        if (quoteDepths.at(-1) === depth) {
          quoteDepths.pop();
          quotes--;
        }
      }
      stack = stack?.outer;
      if (block) {
        cutAt = last;
        cutOpen = stack;
      }
      if (lines.length > MAX_LINES) break;
      continue;
    }
    const marked = /data-fold="(quote|signature)"/.exec(attributes)?.[1] as "quote" | "signature" | undefined;
    if ((block || marked) && (text.trim() !== "" || marked)) {
      if (text.trim() !== "" || mark) flush(at);
      else if (marked) {
        cutAt = at;
        cutOpen = stack;
      }
    }
    if (name === "br") flush(last);
    if (marked) mark = marked;
    if (name === "img") text += " \u{fffc}";
    if (name === "hr") {
      text += "────";
      flush(last);
    }
    if (VOID.has(name)) continue;
    if (name === "blockquote") {
      if (marked) {
        quotes++;
        quoteDepths.push(depth);
      }
      depth++;
    }
    stack = { name, text: tag, outer: stack };
  }
  addText(html.slice(last));
  flush(html.length);
  return lines;

  function addText(piece: string): void {
    text += piece.replace(/\s+/g, " ");
  }
}

function decode(text: string): string {
  return text
    .replaceAll("&nbsp;", " ")
    .replaceAll("\u00a0", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .trim();
}
