/** How mail comes in: the SMTP listener and the IMAP watches. Both only translate and call one verb. */
export { watchMailboxes } from "./fetchers.ts";
export { openMailDoor } from "./listener.ts";
