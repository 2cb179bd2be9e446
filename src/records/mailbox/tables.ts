/** The tables of mailboxes, as types. What each column is for stands in the migration. */
import type { MailboxId, MessageId, OutboxId, PersonId } from "../../kit/index.ts";
import type { Generated } from "../../platform/storage/index.ts";
import type { Week } from "./open-hours.ts";

declare module "../../platform/storage/tables.ts" {
  interface Tables {
    mailbox: MailboxTable;
    mailbox_alias: { address: string; mailbox_id: MailboxId };
    mailbox_person: { mailbox_id: MailboxId; person_id: PersonId };
    mailbox_secret: { mailbox_id: MailboxId; name: string; sealed: Buffer };
    imap_folder: { mailbox_id: MailboxId; folder: string; uid_validity: number; last_uid: number };
    snippet: {
      id: Generated<number>;
      name: string;
      html: string;
      mailbox_id: MailboxId | null;
      created_by: PersonId | null;
      updated_at: Date;
    };
    outbox: OutboxTable;
    automatic_mail: { address: string; at: Date };
  }
}

export interface MailboxTable {
  id: Generated<MailboxId>;
  name: string;
  address: string;
  open_to_all: Generated<boolean>;
  signature_html: Generated<string>;
  time_zone: Generated<string>;
  hours: Week;
  holidays: Generated<string[]>;
  reply_within_minutes: Generated<number>;
  acknowledges: Generated<boolean>;
  acknowledgement_text: Generated<string>;
  quotes_history: Generated<boolean>;
  way_in: "smtp" | "imap";
  imap: ServerSettings | null;
  way_out: "smtp" | "sink";
  smtp: ServerSettings | null;
  suffix_arrives: Generated<boolean>;
  trusted_servers: Generated<string[]>;
  in_trouble: string | null;
  in_trouble_since: Date | null;
  in_seen_at: Date | null;
  out_trouble: string | null;
  out_trouble_since: Date | null;
  in_told_at: Generated<Date | null>;
  out_told_at: Generated<Date | null>;
  is_sample: Generated<boolean>;
  created_at: Date;
}

/** A server of the mailbox's provider. Passwords and tokens are in mailbox_secret, sealed. */
export interface ServerSettings {
  readonly host: string;
  readonly port: number;
  readonly security: "tls" | "starttls" | "none";
  readonly signIn:
    | { readonly kind: "password"; readonly user: string }
    | { readonly kind: "oauth"; readonly user: string; readonly provider: "google" | "microsoft" | "custom" }
    | { readonly kind: "none" };
  /** IMAP only. */
  readonly folder?: string;
}

export interface OutboxTable {
  id: Generated<OutboxId>;
  message_id: MessageId | null;
  mailbox_id: MailboxId | null;
  blob_hash: Buffer;
  mail_from: string;
  rcpt_to: string[];
  state: "waiting" | "sending" | "sent" | "failed";
  stops_if_answered: Generated<boolean>;
  send_at: Date;
  attempts: Generated<number>;
  lease_until: Date | null;
  lease_holder: Generated<string | null>;
  server_response: string | null;
  created_at: Date;
  finished_at: Date | null;
}
