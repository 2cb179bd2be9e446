/**
 * Most HTML mail is no more than words: paragraphs, lists, quotes, links, something in bold. Such a letter is taken apart into
 * a tree of a few harmless elements and set like any other letter, which costs a tenth of a frame. Whatever is more than that
 * (pictures, tables, colours, layout, anything not named here) stays in its frame as it was designed.
 */

/** An element without attributes of its own, but for where a link leads and which way the words run. */
export interface LetterElement {
  readonly tag: LetterTag;
  readonly href?: string;
  readonly title?: string;
  readonly dir?: "ltr" | "rtl" | "auto";
  /** A colleague's name in a note. */
  readonly isMention?: true;
  readonly children: readonly LetterPart[];
}
export type LetterPart = string | LetterElement;

const TAGS = [
  "p",
  "div",
  "span",
  "br",
  "b",
  "strong",
  "i",
  "em",
  "u",
  "s",
  "a",
  "ul",
  "ol",
  "li",
  "blockquote",
  "pre",
  "code",
  "hr",
] as const;
export type LetterTag = (typeof TAGS)[number];
const isLetterTag = (tag: string): tag is LetterTag => (TAGS as readonly string[]).includes(tag);

/** Beyond this a stranger is up to something, and drawing it would cost more than a frame. */
const DEEPEST = 40;
const MOST_NODES = 3_000;

/** What a mail program writes on every paragraph, and what our own letters look like anyway. */
const SAYS_NOTHING =
  /^(?:font-family|line-height|margin|padding|text-size-adjust|-webkit-|mso-|orphans|widows|word-spacing|letter-spacing|text-indent|caret-color|font-variant|text-decoration-(?:thickness|style|color))/;
const ORDINARY: Readonly<Record<string, RegExp>> = {
  color: /^(?:rgb\(0, 0, 0\)|black|windowtext|inherit|initial)$/,
  "background-color": /^(?:rgb\(255, 255, 255\)|white|transparent|inherit|initial)$/,
  "font-size": /^(?:1[0-7](?:\.\d+)?px|(?:[89]|1[0-3])(?:\.\d+)?pt|small|medium|inherit|1em|100%)$/,
  "font-weight": /^(?:normal|400|inherit)$/,
  "font-style": /^(?:normal|inherit)$/,
  "text-align": /^(?:left|start|inherit)$/,
  "text-transform": /^none$/,
  "white-space": /^(?:normal|inherit)$/,
  "white-space-collapse": /^(?:collapse|inherit)$/,
  "text-wrap-mode": /^(?:wrap|inherit)$/,
  "text-decoration-line": /^(?:none|inherit)$/,
};

/** Attributes that set a letter as some did before there were styles, or count its points otherwise than from one. */
const OLD_STYLES =
  "[bgcolor], [align]:not([align=left]), font[color], font[size]:not([size='2'], [size='3']), " +
  "ol[start]:not([start='1']), ol[type]:not([type='1']), ol[reversed], ul[type], li[value], li[type]";

function isOrdinary(style: CSSStyleDeclaration): boolean {
  for (const property of style) {
    if (SAYS_NOTHING.test(property)) continue;
    if (!ORDINARY[property]?.test(style.getPropertyValue(property))) return false;
  }
  return true;
}

const dirOf = (element: Element): LetterElement["dir"] => {
  const dir = element.getAttribute("dir")?.toLowerCase();
  return dir === "ltr" || dir === "rtl" || dir === "auto" ? dir : undefined;
};

/**
 * @param body purified and mended already (mail-html.ts): its links lead to http, mail or a telephone.
 * @returns undefined where it is more than words and needs its frame.
 */
export function simpleLetter(body: HTMLElement): readonly LetterPart[] | undefined {
  let nodes = 0;
  const isPlainWords = (element: Element): boolean =>
    !(element as HTMLElement).style || isOrdinary((element as HTMLElement).style);

  function partsOf(parent: Node, depth: number): LetterPart[] | undefined {
    if (depth > DEEPEST) return undefined;
    const parts: LetterPart[] = [];
    for (const node of parent.childNodes) {
      nodes += 1;
      if (nodes > MOST_NODES) return undefined;
      if (node.nodeType === Node.TEXT_NODE) parts.push(node.nodeValue ?? "");
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      const element = node as Element;
      const tag = element.localName === "font" ? "span" : element.localName;
      if (!isLetterTag(tag) || !isPlainWords(element)) return undefined;
      const children = partsOf(element, depth + 1);
      if (!children) return undefined;
      const href = tag === "a" ? element.getAttribute("href") : null;
      const dir = dirOf(element);
      parts.push({
        tag,
        children,
        ...(href ? { href, title: href.slice(0, 300) } : {}),
        ...(dir ? { dir } : {}),
        ...(element.getAttribute("class") === "mention" ? { isMention: true } : {}),
      });
    }
    return parts;
  }
  if (body.querySelector(OLD_STYLES)) return undefined;
  return isPlainWords(body) ? partsOf(body, 0) : undefined;
}
