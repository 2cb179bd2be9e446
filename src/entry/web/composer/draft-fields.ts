/** What a draft consists of besides its attachments, and how a fresh one begins. Pure. */
import type { Address, ConversationWhole, Draft } from "../../contract/index.ts";
import type { Writing } from "../desk/conversation.tsx";
import { letterKey } from "./letter-key.ts";

export interface DraftFields {
  readonly html: string;
  readonly to: Address[];
  readonly cc: Address[];
  readonly bcc: Address[];
  readonly subject: string;
  readonly quotesHistory: boolean;
  readonly key: string;
  /** Of a letter: from which mailbox; null for the first there is. */
  readonly mailboxId: number | null;
}

const forwarded = (subject: string): string => (/^(?:fwd?|wg|tr|rv)\s*:/i.test(subject) ? subject : `Fwd: ${subject}`);

/** An empty sheet. */
const blank = (): DraftFields => ({
  html: "",
  to: [],
  cc: [],
  bcc: [],
  subject: "",
  quotesHistory: true,
  key: letterKey(),
  mailboxId: null,
});

/** The fields of a draft that was kept. */
export function fieldsOf({ html, to, cc, bcc, subject, quotesHistory, key, mailboxId }: Draft): DraftFields {
  return { html, to, cc, bcc, subject, quotesHistory, key: key || letterKey(), mailboxId };
}

/** The answer that was kept, or a fresh one addressed as the conversation says. */
export function answerFields(whole: ConversationWhole, kind: Writing): DraftFields {
  const kept = whole.drafts.find((one) => one.kind === kind);
  const { to, cc, subject } = whole.replyTo;
  const fresh: DraftFields = {
    ...blank(),
    ...(kind === "reply" ? { to, cc, subject } : {}),
    ...(kind === "forward" ? { subject: forwarded(whole.conversation.subject) } : {}),
  };
  if (!kept) return fresh;
  // A draft that began with an attachment has no recipients yet.
  const addressed = kept.to.length + kept.cc.length + kept.bcc.length > 0 || kind !== "reply";
  return {
    ...fieldsOf(kept),
    ...(addressed ? {} : { to: fresh.to, cc: fresh.cc }),
    subject: kept.subject || fresh.subject,
  };
}

export const letterFields = (kept: Draft | null): DraftFields => (kept ? fieldsOf(kept) : blank());
