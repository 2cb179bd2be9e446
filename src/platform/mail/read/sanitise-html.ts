/**
 * Makes HTML from strangers harmless when it comes in: no scripts, forms, event handlers, style sheets, SVG, MathML, no
 * CSS that can call out or cover the page, no links but web, mail and telephone. Images by cid, raster data: images and
 * remote images stay (whether remote ones load is decided when the mail is viewed). What it removes is still in the raw
 * mail. It also leaves `data-fold` marks where mail clients mark quotes and signatures; fold-html reads them.
 */
import { createRequire } from "node:module";
import type sanitize from "sanitize-html";
import { cleanStyle } from "./clean-style.ts";
import { foldMark } from "./fold-mark.ts";

/** Loaded when first needed: a process that never meets HTML need not carry it (12 MB). */
const load = createRequire(import.meta.url);

const MAX_INPUT = 3_000_000;
const RASTER = /^data:image\/(?:png|jpe?g|gif|webp|bmp|x-icon);base64,[A-Za-z0-9+/=\s]*$/i;

export interface SanitisedHtml {
  readonly html: string;
  readonly hasRemoteImages: boolean;
  readonly problems: readonly string[];
}

const TAGS = (
  "a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn " +
  "dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q " +
  "rp rt ruby s samp section small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr"
).split(" ");

/** Nothing of what these hold is text for a reader. */
const SILENT =
  "script style textarea option select noscript title svg math template iframe object embed applet noembed noframes xmp plaintext audio video canvas head xml".split(
    " ",
  );

const LAYOUT = ["align", "valign", "width", "height", "dir", "lang", "title", "style", "bgcolor", "data-fold"];

const OPTIONS: Omit<sanitize.IOptions, "transformTags"> = {
  allowedTags: TAGS,
  nonTextTags: SILENT,
  allowedAttributes: {
    "*": LAYOUT,
    a: ["href", "name", "rel", "target"],
    img: ["src", "alt", "border"],
    td: ["colspan", "rowspan", "nowrap"],
    th: ["colspan", "rowspan", "nowrap", "scope"],
    table: ["border", "cellpadding", "cellspacing"],
    col: ["span"],
    colgroup: ["span"],
    ol: ["start", "type", "reversed"],
    ul: ["type"],
    li: ["value"],
    font: ["color", "face", "size"],
    time: ["datetime"],
  },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowedSchemesByTag: { img: ["http", "https", "cid", "data"] },
  allowProtocolRelative: false,
  allowedSchemesAppliedToAttributes: ["href", "src", "cite"],
  disallowedTagsMode: "discard",
  /** Deeper elements lose their tag, not their text: a mail of 2,000 nested divs must still be read. */
  nestingLimit: 250,
  parseStyleAttributes: false,
  enforceHtmlBoundary: false,
};

/** @param html as decoded from the mail. Never throws: HTML that breaks the sanitiser gives "" and a problem. */
export function sanitiseHtml(html: string): SanitisedHtml {
  const problems: string[] = [];
  const seen = { remote: false };
  let input = html;
  if (input.length > MAX_INPUT) {
    problems.push(`The HTML had ${input.length} characters; the first ${MAX_INPUT} are shown.`);
    input = input.slice(0, MAX_INPUT);
  }
  try {
    const clean = (load("sanitize-html") as typeof sanitize)(input, {
      ...OPTIONS,
      transformTags: {
        "*": (tagName, attributes) => ({ tagName, attribs: cleanAttributes(tagName, attributes, seen) }),
      },
    });
    return { html: clean, hasRemoteImages: seen.remote, problems };
  } catch (error) {
    problems.push(
      `The HTML could not be made safe (${error instanceof Error ? error.message : "unknown"}); the text is shown.`,
    );
    return { html: "", hasRemoteImages: false, problems };
  }
}

function cleanAttributes(tag: string, given: sanitize.Attributes, seen: { remote: boolean }): sanitize.Attributes {
  const kept: sanitize.Attributes = {};
  for (const [name, value] of Object.entries(given)) {
    if (name !== "style" && name !== "data-fold" && name !== "id" && name !== "class") kept[name] = value;
  }
  const style = cleanStyle(given["style"] ?? "");
  if (style) kept["style"] = style;
  const mark = foldMark(tag, given);
  if (mark) kept["data-fold"] = mark;
  if (tag === "img") cleanImage(kept, seen);
  if (tag === "a") {
    delete kept["name"];
    if (kept["href"]?.trim().startsWith("//")) kept["href"] = `https:${kept["href"].trim()}`;
    if (kept["href"]) {
      kept["rel"] = "noopener noreferrer nofollow";
      kept["target"] = "_blank";
    }
  }
  return kept;
}

function cleanImage(kept: sanitize.Attributes, seen: { remote: boolean }): void {
  let source = (kept["src"] ?? "").trim();
  if (source.startsWith("//")) source = `https:${source}`;
  if (/^data:/i.test(source) && !RASTER.test(source)) source = "";
  if (/^https?:/i.test(source)) seen.remote = true;
  if (source) kept["src"] = source;
  else delete kept["src"];
}
