/** What a draft consists of besides its attachments, and how a fresh one begins. Pure. */
import type { Address, ConversationWhole } from "../../contract/index.ts";
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
}

const forwarded = (subject: string): string => (/^(?:fwd?|wg|tr|rv)\s*:/i.test(subject) ? subject : `Fwd: ${subject}`);

/** The draft that was kept, or a fresh one addressed as the conversation says. */
export function startingFields(whole: ConversationWhole, kind: Writing): DraftFields {
  const kept = whole.drafts.find((one) => one.kind === kind);
  const fresh: DraftFields = {
    html: "",
    to: kind === "reply" ? whole.replyTo.to : [],
    cc: kind === "reply" ? whole.replyTo.cc : [],
    bcc: [],
    subject: kind === "forward" ? forwarded(whole.conversation.subject) : kind === "reply" ? whole.replyTo.subject : "",
    quotesHistory: true,
    key: letterKey(),
  };
  if (!kept) return fresh;
  const { html, to, cc, bcc, subject, quotesHistory, key } = kept;
  // A draft that began with an attachment has no recipients yet.
  const addressed = to.length + cc.length + bcc.length > 0;
  return {
    html,
    to: addressed || kind !== "reply" ? to : fresh.to,
    cc: addressed || kind !== "reply" ? cc : fresh.cc,
    bcc,
    subject: subject || fresh.subject,
    quotesHistory,
    key: key || fresh.key,
  };
}
