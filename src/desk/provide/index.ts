/** Provide: replies, frozen when they are made, sent by the outbox, taken back while they wait. */
export type { WaysOut } from "../shared/ways-out.ts";
export { outboxSender } from "./send-outbox.ts";
export { type ReplyToSend, sendReply } from "./send-reply.ts";
export { undoReply } from "./undo-reply.ts";
