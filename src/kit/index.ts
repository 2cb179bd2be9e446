/** Small things that know no word of the desk: ids, time, the kinds of "no", places in a text, what people are called, how sure a share is. */
export { calledBy } from "./called-by.ts";
export type { Clock, RandomBytes } from "./clock.ts";
export type {
  AttachmentId,
  ConversationId,
  CorrectionId,
  CustomerId,
  EventId,
  FactId,
  Id,
  InboundMailId,
  MailboxId,
  MessageId,
  OrganisationId,
  OutboxId,
  PersonId,
  PlaybookId,
  PromiseId,
} from "./id.ts";
export { isRefusal, type Refusal, type RefusedWords, refuse, Unavailable } from "./refusal.ts";
export { remembered } from "./remembered.ts";
export type { Span } from "./span.ts";
export { wilson } from "./wilson.ts";
