/** Listen: mail is taken in durably, then read and filed; and what the coach heard in it can be put right. */
export { correctReading } from "./correct-reading.ts";
export { fileMail } from "./file-mail.ts";
export { freeMailOfDead } from "./free-mail-of-dead.ts";
export { keepFolderPlace } from "./keep-folder-place.ts";
export { lookedInto } from "./looked-into.ts";
export { noteWayIn } from "./note-way-in.ts";
export { putMailAside } from "./put-mail-aside.ts";
export { putMailBack } from "./put-mail-back.ts";
export { receiveMail } from "./receive-mail.ts";
export { restoreReading } from "./restore-reading.ts";
export { takeMail } from "./take-mail.ts";
export { takeUpAgain } from "./take-up-again.ts";
