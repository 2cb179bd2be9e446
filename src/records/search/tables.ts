/** The tables of search, as types. */
import type { ConversationId, MessageId } from "../../kit/index.ts";

declare module "../../platform/storage/tables.ts" {
  interface Tables {
    search_message: { message_id: MessageId; conversation_id: ConversationId; at: Date; words: string };
    search_due: { message_id: MessageId };
  }
}
