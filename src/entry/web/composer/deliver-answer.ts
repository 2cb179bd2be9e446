/** How an answer, a note or a forward leaves, and what the open conversation shows of it at once. */
import type { ConversationWhole } from "../../contract/index.ts";
import { patchConversation, patchRow, putMessage, refreshConversation, refreshLists } from "../cache.ts";
import { call } from "../client.ts";
import type { Writing } from "../desk/conversation.tsx";
import type { Drafting } from "./use-draft.ts";
import { type SendOptions, tellSent, type WayOut } from "./use-send.ts";

interface Answer {
  readonly whole: ConversationWhole;
  readonly kind: Writing;
  readonly draft: Drafting;
  readonly undoSeconds: number;
  readonly nextUpdateDueAt: string | null;
  readonly promises: () => readonly { readonly id: number; readonly outcome: "kept" | "moved" }[];
  readonly seen: () => number | null;
}

export function deliverAnswer({
  whole,
  kind,
  draft,
  undoSeconds,
  nextUpdateDueAt,
  promises,
  seen,
}: Answer): Omit<WayOut, "onDone"> {
  const id = whole.conversation.id;
  const deliver = async (options: SendOptions): Promise<void> => {
    const { html, mentions, anyway = false, sendAt = null, afterwards = "waiting", reasons = [] } = options;
    const { mailboxId: _, ...fields } = draft.fields;
    if (kind === "note") {
      const body = { html, mentions, key: fields.key };
      putMessage(id, await call("POST /api/v1/conversations/:id/notes", { params: { id }, body }));
      void draft.discard().catch(() => undefined);
      return;
    }
    const { message } = await call("POST /api/v1/conversations/:id/replies", {
      params: { id },
      body: {
        kind,
        ...fields,
        html,
        seenMessageId: seen(),
        anyway,
        sendAt: sendAt?.toISOString() ?? null,
        afterwards,
        nextUpdateDueAt,
        reasons,
        promises: kind === "reply" ? [...promises()] : [],
      },
    });
    putMessage(id, message);
    patchConversation(id, (now) => ({ ...now, drafts: now.drafts.filter((one) => one.kind !== kind) }));
    if (kind === "reply" && !sendAt) patchRow(id, { status: afterwards, waitingSince: null });
    tellSent(message, id, undoSeconds);
  };
  return {
    deliver,
    refresh: () => {
      refreshConversation(id);
      refreshLists();
    },
  };
}
