/** Provide: replies, frozen when they are made, sent by the outbox, taken back while they wait; promises, and what became of them. */
export type { WaysOut } from "../shared/ways-out.ts";
export { reopenPromise } from "./reopen-promise.ts";
export { outboxSender } from "./send-outbox.ts";
export { type ReplyToSend, sendReply } from "./send-reply.ts";
export { settlePromise } from "./settle-promise.ts";
export { undoReply } from "./undo-reply.ts";
