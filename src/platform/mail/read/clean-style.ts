/**
 * Keeps the part of an inline style that only concerns type and spacing. Whatever could fetch, overlay, animate or hide
 * from the reader is left out: only listed properties with plain values pass. No CSS parser; one pass.
 */
const PROPERTIES = new Set(
  (
    "color background-color background font font-family font-size font-style font-weight font-variant line-height " +
    "letter-spacing word-spacing text-align text-decoration text-decoration-line text-indent text-transform " +
    "vertical-align white-space word-break overflow-wrap direction unicode-bidi width height max-width min-width " +
    "max-height min-height margin margin-top margin-right margin-bottom margin-left padding padding-top padding-right " +
    "padding-bottom padding-left border border-top border-right border-bottom border-left border-color border-style " +
    "border-width border-radius border-collapse border-spacing border-top-color border-bottom-color border-left-color " +
    "border-right-color border-top-style border-bottom-style border-left-style border-right-style border-top-width " +
    "border-bottom-width border-left-width border-right-width list-style list-style-type list-style-position " +
    "table-layout caption-side display float clear box-sizing quotes"
  ).split(" "),
);
/** Letters, numbers, colours, rgb()/hsl(), quoted font names. No slash-star, backslash, url, expression, var, @ or negative margin. */
const VALUE = /^[\w\s#.,%'"!+-]*(?:(?:rgba?|hsla?)\([\d\s.,%/]{1,60}\)[\w\s#.,%'"!+-]*)?$/i;
const NEGATIVE = /(?:^|\s)-/;
const DISPLAY = /^(?:none|block|inline|inline-block|table|table-row|table-cell|list-item)$/i;
const MAX_STYLE = 4000;

/** The safe declarations of a style attribute, "" where none is left. */
export function cleanStyle(style: string): string {
  if (style === "" || style.length > MAX_STYLE || style.includes("\\") || style.includes("/*")) return "";
  const kept: string[] = [];
  for (const declaration of style.split(";")) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important/i, "")
      .trim();
    if (!PROPERTIES.has(property) || value === "" || value.length > 200 || !VALUE.test(value)) continue;
    if (NEGATIVE.test(value) && /^(?:margin|text-indent|letter|word|width|height|min|max|padding)/.test(property))
      continue;
    if (property === "display" && !DISPLAY.test(value)) continue;
    kept.push(`${property}:${value}`);
  }
  return kept.join(";");
}
