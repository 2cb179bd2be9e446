/** Listen: mail is taken in durably, then read and filed. */
export { fileMail } from "./file-mail.ts";
export { receiveMail } from "./receive-mail.ts";
