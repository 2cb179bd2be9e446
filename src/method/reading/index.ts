/** Reading: hears a customer's message out. Pure: text in, meaning out. */
export { isPlainThanks } from "./plain-thanks.ts";
