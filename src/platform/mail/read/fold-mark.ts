/**
 * Knows by which classes, ids and elements mail programs mark the quoted mail and the signature in their HTML. It only
 * names them; where the mail is cut is decided in fold-html.
 */
const QUOTE_CLASS =
  /(?:^|\s)(?:x_)*(?:gmail_quote|gmail_quote_container|gmail_attr|yahoo_quoted|\w{0,40}yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|moz-cite-prefix|mail-quote|quoted-text|ms-outlook-mobile-reference-message|mail-editor-reference-message-container|WordSection1Reply|freebirdQuote|hmmessage_quote|qt|quote_container|iscwp_reply|ntes_quote|reply-quote|__se_quote)(?=\s|$)/i;
const QUOTE_ID =
  /^(?:x_)*(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container|ms-outlook-mobile-reference-message|isReplyContent|isForwardContent|replySplit|reply-intro|yahoo_quoted_\d{0,20}|\w{0,40}yahoo_quoted\w{0,40}|zimbraEditorContainer_quote|quoted_header|mailplugincontent_quote|ymail_android_quote|stopSpelling|origbody|LPlnk_quote)$/i;
const SIGNATURE_CLASS =
  /(?:^|\s)(?:x_)*(?:gmail_signature|gmail_signature_prefix|moz-signature|protonmail_signature_block|ms-outlook-mobile-signature|yahoo-signature|\w{0,40}yahoo_signature|\w{0,40}-signature-wrap|AppleMailSignature|tutanota_signature|spark-signature)(?=\s|$)/i;
const SIGNATURE_ID =
  /^(?:x_)*(?:Signature|AppleMailSignature|mobileSignature|ms-outlook-mobile-signature|lineBreakAtBeginningOfSignature|ymail_android_signature|composer_signature)$/i;

/** @param attributes as the mail gave them, before they are cleaned. */
export function foldMark(tag: string, attributes: Readonly<Record<string, string>>): "quote" | "signature" | undefined {
  const classes = (attributes["class"] ?? "").slice(0, 500);
  const id = (attributes["id"] ?? "").slice(0, 100);
  if (tag === "blockquote" && /^cite$/i.test(attributes["type"] ?? "")) return "quote";
  if (tag === "hr" && (id === "stopSpelling" || /^zwchr$/i.test(id))) return "quote";
  if (attributes["name"] === "quote" || attributes["name"] === "messageReplySection") return "quote";
  if (attributes["name"] === "messageSignatureSection") return "signature";
  if (QUOTE_CLASS.test(classes) || QUOTE_ID.test(id)) return "quote";
  if (SIGNATURE_CLASS.test(classes) || SIGNATURE_ID.test(id)) return "signature";
  return undefined;
}
