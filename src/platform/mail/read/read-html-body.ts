/**
 * The HTML half of a mail: made safe, folded, and turned into text where the mail brought none.
 */
import { foldHtml } from "./fold-html.ts";
import { foldText } from "./fold-text.ts";
import { htmlToPlainText } from "./html-text.ts";
import type { TextSpan } from "./parsed-mail.ts";
import { sanitiseHtml } from "./sanitise-html.ts";

export interface HtmlBody {
  readonly html: string;
  readonly replyHtml: string;
  readonly foldedHtml: string;
  readonly text: string;
  readonly reply: string;
  readonly folded: string;
  readonly quotedInReply: readonly TextSpan[];
  readonly hasRemoteImages: boolean;
  readonly problems: readonly string[];
}

/** @param plain the text part, "" where the mail has only HTML. */
export function readHtmlBody(rawHtml: string, plain: string): HtmlBody {
  const safe = sanitiseHtml(rawHtml);
  const { replyHtml, foldedHtml } = foldHtml(safe.html);
  const html = {
    html: safe.html,
    replyHtml,
    foldedHtml,
    hasRemoteImages: safe.hasRemoteImages,
    problems: safe.problems,
  };
  if (plain.trim() !== "") return { ...html, text: plain, ...foldText(plain) };
  const whole = htmlToPlainText(safe.html || rawHtml);
  if (foldedHtml === "") return { ...html, text: whole, ...foldText(whole) };
  const above = foldText(htmlToPlainText(replyHtml));
  const below = htmlToPlainText(foldedHtml);
  const folded = below === "" ? above.folded : `${above.folded}\n\n${below}`;
  return { ...html, text: above.reply + folded, reply: above.reply, folded, quotedInReply: above.quotedInReply };
}
