/** What a conversation teaches the spam filter: its first mail, and whether a person took it for good by answering. */
import type { Message } from "../../records/conversation/index.ts";

/** The same words that a new mail is judged by. */
export const lessonOf = ({ subject, reply_text, folded_text }: Message): string =>
  `${subject}\n${reply_text}${folded_text}`;

export const wasAnswered = (thread: readonly Message[]): boolean =>
  thread.some(
    (message) => message.kind === "outbound" && !message.is_automatic && message.notes.forwarded === undefined,
  );
