/** Reading: hears a customer's message out. Pure: text in, meaning out. */
export { unfitForAutomaticMail } from "./automatic-mail.ts";
export { isPlainThanks } from "./plain-thanks.ts";
