/**
 * Plain text from (already sanitised) HTML, for mails that come without a text part, for reading and for search.
 * Paragraphs and line breaks stay, blockquotes become "> ", links lose their address. Never throws.
 */
import { createRequire } from "node:module";
import type { compile, HtmlToTextOptions } from "html-to-text";

/** Loaded when first needed: a process that never meets HTML need not carry it. */
const load = createRequire(import.meta.url);

const MAX_INPUT = 3_000_000;

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: MAX_INPUT },
  selectors: [
    { selector: "a", options: { ignoreHref: true } },
    { selector: "img", format: "skip" },
    { selector: "table", format: "block" },
    { selector: "tr", format: "block" },
    { selector: "td", format: "inlineSpaced" },
    { selector: "th", format: "inlineSpaced" },
    { selector: "hr", options: { length: 32 } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
    ...["p", "ul", "ol", "pre"].map((selector) => ({
      selector,
      options: { leadingLineBreaks: 2, trailingLineBreaks: 2 },
    })),
  ],
  formatters: {
    inlineSpaced: (element, walk, builder) => {
      builder.addInline(" ");
      walk(element.children, builder);
      builder.addInline(" ");
    },
  },
};

let convert: ((html: string) => string) | undefined;

export function htmlToPlainText(html: string): string {
  try {
    // Once: reading the selectors takes longer than converting a mail.
    convert ??= (load("html-to-text") as { compile: typeof compile }).compile(OPTIONS);
    return tidy(convert(html.slice(0, MAX_INPUT)));
  } catch {
    return tidy(withoutTags(html.slice(0, MAX_INPUT)));
  }
}

/** For HTML nested so deeply that walking it as a tree would overflow the stack. Linear. */
function withoutTags(html: string): string {
  let text = "";
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0) return withEntities(text + html.slice(at));
    text += html.slice(at, open);
    const close = html.indexOf(">", open);
    if (close < 0) break;
    if (/^<\/?(?:br|p|div|tr|li|h[1-6]|blockquote)\b/i.test(html.slice(open, open + 14))) text += "\n";
    at = close + 1;
  }
  return withEntities(text);
}

function withEntities(text: string): string {
  return text
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

function tidy(text: string): string {
  const lines = text.split("\n").map((line) => line.trimEnd());
  const kept = lines.filter((line, i) => line !== "" || (lines[i - 1] ?? "") !== "" || (lines[i - 2] ?? "") !== "");
  return kept.join("\n").trim();
}
