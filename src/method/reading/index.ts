/** Reading: hears a customer's message out. Pure: text in, meaning out. */
export { unfitForAutomaticMail } from "./automatic-mail.ts";
export { isPlainThanks } from "./plain-thanks.ts";
export type { Token, TokenKind } from "./scan-words.ts";
export { isOwnVoice, type Part, type PartKind, type Segmentation, type Sentence, segment } from "./segment.ts";
