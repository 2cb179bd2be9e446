/** Keeps what a person is writing, as typed. When another device saved a newer text, that one is handed back and nothing is lost. */
import { type MessageId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { sanitiseHtml } from "../../platform/mail/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import {
  type AttachmentRow,
  attachmentsOfDrafts,
  type Draft,
  type DraftFields,
  type DraftPlace,
  keepDraft,
  maySee,
} from "../../records/conversation/index.ts";
import { visibleMailboxIds } from "../../records/mailbox/index.ts";
import { CONVERSATION_NOT_FOUND } from "../shared/in-conversation.ts";
import { hasLeft, SENT_BEFORE } from "../shared/sent-before.ts";

export interface WrittenDraft extends DraftFields {
  readonly html: string;
  /** The version this was made from; 0 for a new one. */
  readonly version: number;
  readonly seenMessageId: MessageId | null;
}

export async function keepDraftOf(
  desk: Desk,
  by: SignedIn,
  place: DraftPlace,
  { html, version, seenMessageId, ...fields }: WrittenDraft,
): Promise<{ draft: Draft; attachments: AttachmentRow[] } | Refusal> {
  const { db } = desk.database;
  const who = { person: by.id, mailboxes: await visibleMailboxIds(db, by.id) };
  if (place.conversationId !== null && !(await maySee(db, who, place.conversationId))) return CONVERSATION_NOT_FOUND;
  const key = fields.key ?? "";
  if (await hasLeft(db, by.id, key)) return SENT_BEFORE;
  const { to = [], cc = [], bcc = [], subject = "", quotesHistory = true, mailboxId = null } = fields;
  const outcome = await keepDraft(
    db,
    {
      ...place,
      personId: by.id,
      html: sanitiseHtml(html).html,
      fields: { to, cc, bcc, subject, quotesHistory, mailboxId, key },
      seenMessageId,
      madeFrom: version,
    },
    desk.now(),
  );
  if ("newer" in outcome)
    return refuse(
      "draft-newer",
      "This draft was changed somewhere else meanwhile.",
      "Look at both and keep the one you want.",
    );
  const attachments = await attachmentsOfDrafts(db, [outcome.kept.id]);
  return { draft: outcome.kept, attachments: attachments.get(outcome.kept.id) ?? [] };
}
