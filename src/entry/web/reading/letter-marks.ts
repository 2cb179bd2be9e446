/**
 * Marks in a letter by the CSS Custom Highlight API: nothing is put into the letter, so what a customer wrote stays as it was
 * and the sandbox stays shut. Where a browser knows no highlights there are no marks, and the list of facts serves alone.
 */

/** fact: heard; noted: heard and noted; evidence: the words that something rests on, while somebody asks for them. */
export type MarkKind = "fact" | "noted" | "evidence";
const KINDS: readonly MarkKind[] = ["fact", "noted", "evidence"];

type View = Window & typeof globalThis;

/** Colours are the app's (tokens.css); a frame is told them by name. */
const TOKENS = ["--ink-faint", "--step-listen", "--mark"] as const;
const RULES = `
::highlight(heard-fact) { text-decoration: underline dotted 1px var(--ink-faint); text-underline-offset: 0.22em; }
::highlight(heard-noted) { text-decoration: underline solid 1px var(--step-listen); text-underline-offset: 0.22em; }
::highlight(heard-evidence) { background-color: var(--mark); }
@media print {
  ::highlight(heard-fact), ::highlight(heard-noted) { text-decoration: none; }
  ::highlight(heard-evidence) { background-color: transparent; }
}`;

const dressed = new WeakSet<Document>();

/** Gives a document the look of the marks, once. */
function dress(page: Document, view: View): void {
  if (dressed.has(page)) return;
  dressed.add(page);
  const sheet = new view.CSSStyleSheet();
  const app = getComputedStyle(document.documentElement);
  const colours = TOKENS.map((name) => `${name}: ${app.getPropertyValue(name)};`).join(" ");
  sheet.replaceSync((page === document ? "" : `:root { ${colours} }`) + RULES);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
}

function highlightOf(view: View, kind: MarkKind): Highlight {
  const name = `heard-${kind}`;
  let highlight = view.CSS.highlights.get(name);
  if (highlight === undefined) {
    highlight = new view.Highlight();
    highlight.priority = KINDS.indexOf(kind);
    view.CSS.highlights.set(name, highlight);
  }
  return highlight;
}

/** @returns what takes the marks away again. */
export function markWords(kind: MarkKind, ranges: readonly Range[]): () => void {
  const page = ranges[0]?.startContainer.ownerDocument;
  const view = page?.defaultView as View | null | undefined;
  if (!page || !view || !("highlights" in view.CSS)) return () => undefined;
  dress(page, view);
  const highlight = highlightOf(view, kind);
  for (const range of ranges) highlight.add(range);
  return () => {
    for (const range of ranges) highlight.delete(range);
  };
}
