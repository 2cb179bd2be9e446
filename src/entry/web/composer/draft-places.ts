/** Where a draft is kept on the server: beside the conversation it answers, or by itself as long as there is none. */
import type { Attachment, ConversationWhole, Draft } from "../../contract/index.ts";
import { patchConversation } from "../cache.ts";
import { call, upload } from "../client.ts";
import type { Writing } from "../desk/conversation.tsx";
import { ask, client } from "../queries.ts";
import { answerFields, type DraftFields, letterFields } from "./draft-fields.ts";

export interface DraftPlace {
  /** As it was found when the sheet was opened. */
  readonly kept: Draft | undefined;
  readonly fields: () => DraftFields;
  readonly keep: (fields: DraftFields, version: number) => Promise<Draft>;
  /** As it is there now, after somebody else changed it. */
  readonly look: () => Promise<Draft | null>;
  readonly upload: (files: readonly File[]) => Promise<Attachment[]>;
  readonly drop: () => Promise<unknown>;
  /** What other screens show of it from now on. */
  readonly show: (draft: Draft | null) => void;
}

/** Let the request live on when the page is being left; browsers take no more than this. */
const options = (html: string): { keepalive: boolean } => ({ keepalive: html.length < 30_000 });

export function answerPlace(whole: ConversationWhole, kind: Writing, seenMessageId: () => number | null): DraftPlace {
  const params = { id: whole.conversation.id };
  return {
    kept: whole.drafts.find((one) => one.kind === kind),
    fields: () => answerFields(whole, kind),
    keep: ({ mailboxId: _, ...fields }, version) =>
      call(
        "PUT /api/v1/conversations/:id/draft",
        { params, body: { ...fields, kind, version, seenMessageId: seenMessageId() } },
        options(fields.html),
      ),
    look: async () => {
      const fresh = await call("GET /api/v1/conversations/:id", { params, query: {} });
      return fresh.drafts.find((one) => one.kind === kind) ?? null;
    },
    upload: (files) => upload(`/api/v1/conversations/${params.id}/attachments?kind=${kind}`, files),
    drop: () => call("DELETE /api/v1/conversations/:id/draft/:kind", { params: { ...params, kind } }),
    show: (draft) =>
      patchConversation(params.id, (now) => ({
        ...now,
        drafts: [...now.drafts.filter((one) => one.kind !== kind), ...(draft ? [draft] : [])],
      })),
  };
}

export const letterPlace = (kept: Draft | null): DraftPlace => ({
  kept: kept ?? undefined,
  fields: () => letterFields(kept),
  keep: ({ quotesHistory: _, ...fields }, version) =>
    call("PUT /api/v1/letter", { body: { ...fields, version } }, options(fields.html)),
  look: async () => (await call("GET /api/v1/letter", {})).draft,
  upload: (files) => upload("/api/v1/letter/attachments", files),
  drop: () => call("DELETE /api/v1/letter", {}),
  show: (draft) => client.setQueryData(ask.letter().queryKey, { draft }),
});
