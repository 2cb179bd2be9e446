/**
 * Makes a stranger's HTML fit to be shown: DOMPurify first, then no style can reach out, no image can call home, every link
 * opens elsewhere. The sandbox and the CSP of the frame (mail-frame.tsx) are the second and third fence.
 */
import DOMPurify from "dompurify";
import type { Attachment } from "../../contract/index.ts";
import { type LetterPart, simpleLetter } from "./simple-letter.ts";

const purifier = DOMPurify(window);

const FORBIDDEN_TAGS = [
  "style",
  "link",
  "meta",
  "base",
  "title",
  "form",
  "input",
  "button",
  "select",
  "textarea",
  "option",
  "svg",
  "math",
  "video",
  "audio",
  "source",
  "track",
  "picture",
  "map",
  "area",
  "dialog",
  "template",
  "iframe",
  "object",
  "embed",
  "noscript",
];
const FORBIDDEN_ATTRIBUTES = [
  "srcset",
  "ping",
  "background",
  "poster",
  "action",
  "formaction",
  "id",
  "name",
  "autofocus",
  "popover",
  "tabindex",
];
/** What DOMPurify would hold against the pattern for addresses, and lose, because it cannot know that these lead nowhere. */
const NO_ADDRESSES = (
  "align valign dir lang width height color bgcolor face size border cellpadding cellspacing colspan rowspan nowrap scope " +
  "span start type reversed value datetime"
).split(" ");
const HARMLESS_LINK = /^(?:https?:|mailto:|tel:)/i;
/** Only what sets type and boxes. Nothing that fetches, covers the page, or stays put while scrolling. */
const REACHES_OUT = /url\s*\(|image-set|expression|@import|position\s*:|\\/i;

export interface CleanMail {
  readonly html: string;
  /** It brings its own colours or layout, so it has to be shown on white as it was designed. */
  readonly isDesigned: boolean;
  /** What it says, where it is no more than words and needs no frame. */
  readonly simple: readonly LetterPart[] | undefined;
}

const cidOf = (attachments: readonly Attachment[]): Map<string, number> =>
  new Map(
    attachments.flatMap((one) => (one.contentId ? [[one.contentId.replace(/^<|>$/g, "").toLowerCase(), one.id]] : [])),
  );

/** Percent signs as strangers write them: what is not an encoding stands for itself (RFC 2392 §2). */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function mendImage(image: Element, cids: Map<string, number>): void {
  const src = image.getAttribute("src")?.trim() ?? "";
  if (/^cid:/i.test(src)) {
    const id = cids.get(decoded(src.slice(4)).toLowerCase());
    if (id) image.setAttribute("src", `/api/v1/attachments/${id}`);
    else image.remove();
  } else if (/^\/api\/v1\/attachments\/\d+$/.test(src)) {
    // Already one of ours.
  } else if (!/^data:image\/(?:png|jpe?g|gif|webp);base64,/i.test(src)) {
    const words = image.getAttribute("alt")?.trim();
    image.replaceWith(words ? document.createTextNode(words) : "");
  }
}

export function cleanMail(html: string, attachments: readonly Attachment[]): CleanMail {
  const body = purifier.sanitize(html, {
    FORBID_TAGS: FORBIDDEN_TAGS,
    FORBID_ATTR: FORBIDDEN_ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    ALLOW_UNKNOWN_PROTOCOLS: false,
    ADD_URI_SAFE_ATTR: NO_ADDRESSES,
    ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|cid:|data:image\/|\/api\/v1\/attachments\/)/i,
    RETURN_DOM: true,
  }) as HTMLElement;
  const cids = cidOf(attachments);
  let isDesigned = body.querySelector("table table, [bgcolor], font[color]") !== null;
  for (const element of body.querySelectorAll("*")) {
    const style = element.getAttribute("style");
    if (style !== null) {
      if (REACHES_OUT.test(style)) element.removeAttribute("style");
      else if (/background|(?:^|[;\s])color\s*:/i.test(style)) isDesigned = true;
    }
    // The one class that is ours: a colleague's name in a note.
    if (element.getAttribute("class") !== "mention") element.removeAttribute("class");
    if (element.localName === "a") {
      const href = element.getAttribute("href")?.trim() ?? "";
      if (HARMLESS_LINK.test(href)) {
        element.setAttribute("target", "_blank");
        element.setAttribute("rel", "noopener noreferrer");
        // Where it leads, whatever the stranger would rather have said there.
        element.setAttribute("title", href.slice(0, 300));
      } else element.removeAttribute("href");
    } else if (element.localName === "img") mendImage(element, cids);
  }
  return { html: body.innerHTML, isDesigned, simple: simpleLetter(body) };
}
