/** Listen: mail is taken in durably, then read and filed; and what the coach heard in it can be put right. */
export { correctReading } from "./correct-reading.ts";
export { fileMail } from "./file-mail.ts";
export { receiveMail } from "./receive-mail.ts";
export { restoreReading } from "./restore-reading.ts";
