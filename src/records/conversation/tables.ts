/** The tables of conversations, as types. What each column is for stands in the migration. */
import type {
  AttachmentId,
  ConversationId,
  CorrectionId,
  CustomerId,
  FactId,
  InboundMailId,
  MailboxId,
  MessageId,
  PersonId,
} from "../../kit/index.ts";
import type { Generated } from "../../platform/storage/index.ts";

declare module "../../platform/storage/tables.ts" {
  interface Tables {
    conversation: ConversationTable;
    tag: { id: Generated<number>; name: string };
    conversation_tag: {
      conversation_id: ConversationId;
      tag_id: number;
      came_from_id: Generated<ConversationId | null>;
    };
    conversation_seen: { person_id: PersonId; conversation_id: ConversationId; last_message_id: MessageId };
    inbound_mail: InboundMailTable;
    message: MessageTable;
    message_reference: { mail_id: string; message_id: MessageId };
    attachment: AttachmentTable;
    fact: FactTable;
    reading_correction: ReadingCorrectionTable;
    draft: DraftTable;
    presence: { person_id: PersonId; conversation_id: ConversationId; is_writing: boolean; seen_at: Date };
    spam_word: { word: string; spam: number; ham: number };
    blocked_sender: { pattern: string; blocked_by: PersonId | null; created_at: Date };
  }
}

export type Status = "open" | "waiting" | "resolved" | "spam" | "trash";
export type Ending = "confirmed" | "silent" | "closed";

export interface ConversationTable {
  id: Generated<ConversationId>;
  subject: string;
  status: Status;
  ending: Ending | null;
  ending_reason: string | null;
  customer_id: CustomerId;
  mailbox_ids: MailboxId[];
  lent_mailbox_ids: Generated<MailboxId[]>;
  assignee_id: PersonId | null;
  snoozed_until: Date | null;
  next_update_due_at: Date | null;
  waiting_since: Date | null;
  last_activity_at: Date;
  last_message_id: MessageId | null;
  last_inbound_at: Date | null;
  preview: Generated<string>;
  message_count: Generated<number>;
  has_attachments: Generated<boolean>;
  trouble: string | null;
  merged_into_id: ConversationId | null;
  is_sample: Generated<boolean>;
  created_at: Date;
}

export interface InboundMailTable {
  id: Generated<InboundMailId>;
  blob_hash: Buffer;
  received_at: Date;
  via: "smtp" | "imap" | "import";
  mailbox_id: MailboxId | null;
  mail_from: string;
  rcpt_to: string[];
  remote_address: string;
  state: "waiting" | "filed" | "duplicate" | "quarantined" | "dismissed";
  attempts: Generated<number>;
  retry_at: Date;
  taken_by: Generated<string | null>;
  problem: string | null;
  message_id: MessageId | null;
}

export interface NamedAddress {
  readonly name: string;
  readonly address: string;
}

export interface Recipients {
  readonly to?: readonly NamedAddress[];
  readonly cc?: readonly NamedAddress[];
  readonly bcc?: readonly NamedAddress[];
  /** Inbound: where the mail asks for answers. Whoever wrote it may name anybody, so it is no sign of who takes part. */
  readonly replyTo?: readonly NamedAddress[];
}

/** How a message was understood; shown quietly beside it. */
export interface MessageNotes {
  /** Why it is labelled automatic, list or bounce; what could not be read; how it was threaded. Sentences. */
  readonly remarks?: readonly string[];
  readonly authentication?: "pass" | "fail" | "partial";
  readonly bounce?: {
    readonly verdict: string;
    readonly status: string;
    readonly diagnostic: string;
    readonly delayed?: true;
  };
  /** Outbound: a server on the way said that it goes on trying. ISO 8601. */
  readonly delay?: { readonly sentence: string; readonly until: string };
  /** Outbound: it went to somebody else and answers no customer. */
  readonly forwarded?: true;
}

export interface MessageTable {
  id: Generated<MessageId>;
  conversation_id: ConversationId;
  kind: "inbound" | "outbound" | "note";
  at: Date;
  sent_at: Date | null;
  mailbox_id: MailboxId | null;
  person_id: PersonId | null;
  customer_id: CustomerId | null;
  from_name: Generated<string>;
  from_address: Generated<string>;
  recipients: Generated<Recipients>;
  subject: Generated<string>;
  mail_id: string | null;
  fingerprint: Buffer | null;
  reply_text: Generated<string>;
  folded_text: Generated<string>;
  reply_html: string | null;
  folded_html: string | null;
  has_remote_images: Generated<boolean>;
  class: Generated<"human" | "automatic" | "list" | "bounce">;
  is_automatic: Generated<boolean>;
  notes: Generated<MessageNotes>;
  mentions: Generated<PersonId[]>;
  came_from_id: ConversationId | null;
  acknowledgement: "due" | "sent" | "withheld" | null;
  blob_hash: Buffer | null;
  delivery: "scheduled" | "waiting" | "sending" | "sent" | "failed" | "bounced" | null;
  delivery_note: string | null;
  delivered_at: Date | null;
}

export interface AttachmentTable {
  id: Generated<AttachmentId>;
  message_id: MessageId | null;
  draft_id: number | null;
  position: Generated<number>;
  name: string;
  type: string;
  size: number;
  content_id: string | null;
  is_inline: Generated<boolean>;
  blob_hash: Buffer;
  created_at: Date;
}

export interface FactTable {
  id: Generated<FactId>;
  conversation_id: ConversationId;
  label: string;
  value: string;
  state: Generated<"heard" | "read-back" | "confirmed" | "corrected">;
  message_id: MessageId | null;
  noted_by: PersonId | null;
  came_from_id: Generated<ConversationId | null>;
  created_at: Date;
}

/** What is corrected; each has its own list of names (method/reading). */
export type Aspect = "feeling" | "situation" | "fact" | "signal" | "unsaid";

export interface ReadingCorrectionTable {
  id: Generated<CorrectionId>;
  message_id: MessageId;
  aspect: Aspect;
  start_at: Generated<number>;
  end_at: Generated<number>;
  heard: HeardThere | null;
  said: SaidInstead | null;
  engine: string;
  corrected_by: PersonId | null;
  created_at: Date;
}

/** `value` is a fact's; `share` the strength of a feeling or the confidence in a situation, 0..1. */
export interface HeardThere {
  readonly name: string;
  readonly value: string | null;
  readonly share: number | null;
}

export interface SaidInstead {
  readonly name: string;
  readonly value: string | null;
}

export interface DraftTable {
  id: Generated<number>;
  conversation_id: ConversationId | null;
  person_id: PersonId;
  kind: "reply" | "note" | "forward" | "letter";
  html: Generated<string>;
  fields: Generated<DraftFields>;
  version: Generated<number>;
  seen_message_id: MessageId | null;
  came_from_id: Generated<ConversationId | null>;
  updated_at: Date;
}

export interface DraftFields {
  readonly to?: readonly NamedAddress[];
  readonly cc?: readonly NamedAddress[];
  readonly bcc?: readonly NamedAddress[];
  readonly subject?: string;
  readonly quotesHistory?: boolean;
  /** Of a letter: from which mailbox. */
  readonly mailboxId?: MailboxId | null;
  /** Of the letter that it will be sent as, so that no second try sends it again. */
  readonly key?: string;
}
