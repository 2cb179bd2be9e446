/** Branded ids: a conversation's number can never be handed over where a message's is wanted. */
export type Id<Kind extends string> = number & { readonly __kind: Kind };

export type PersonId = Id<"person">;
export type MailboxId = Id<"mailbox">;
export type CustomerId = Id<"customer">;
export type OrganisationId = Id<"organisation">;
export type ConversationId = Id<"conversation">;
export type MessageId = Id<"message">;
export type InboundMailId = Id<"inboundMail">;
export type OutboxId = Id<"outbox">;
export type AttachmentId = Id<"attachment">;
export type FactId = Id<"fact">;
export type CorrectionId = Id<"correction">;
export type PlaybookId = Id<"playbook">;
export type PromiseId = Id<"promise">;
export type EventId = Id<"event">;
