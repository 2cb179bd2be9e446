/** What people do with a conversation, done on screen at once and taken back with a sentence when the server says no. */
import type { ConversationRow, Status } from "../../contract/index.ts";
import { patchRow, refreshConversation, refreshLists } from "../cache.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { tell, tellProblem } from "../look/toasts.tsx";
import { nameOf } from "../viewer.ts";

/** Shows `patch` now, does `work`, then believes the server; on refusal everything is as before. */
async function optimistically(
  row: ConversationRow,
  patch: Partial<ConversationRow>,
  work: () => Promise<ConversationRow>,
): Promise<boolean> {
  const before: Partial<ConversationRow> = Object.fromEntries(
    Object.keys(patch).map((key) => [key, row[key as keyof ConversationRow]]),
  );
  patchRow(row.id, patch);
  try {
    patchRow(row.id, await work());
    return true;
  } catch (problem) {
    patchRow(row.id, before);
    tellProblem(problem);
    return false;
  } finally {
    refreshConversation(row.id);
    refreshLists();
  }
}

export interface Actions {
  readonly assign: (personId: number | null) => Promise<void>;
  readonly setStatus: (
    status: Status,
    options?: { readonly reason?: string; readonly blockSender?: boolean },
  ) => Promise<void>;
  readonly snooze: (until: Date | null) => Promise<void>;
  readonly setNextUpdate: (at: Date | null) => Promise<void>;
  readonly setTags: (tags: string[]) => Promise<void>;
  readonly rename: (subject: string) => Promise<void>;
  readonly move: (mailboxId: number) => Promise<void>;
  readonly merge: (otherId: number) => Promise<void>;
  readonly unmerge: (otherId: number) => Promise<void>;
}

/** `onLeave` is called once the conversation has left what is being worked through, so that the next one can be shown. */
export function actionsOn(row: ConversationRow, onLeave: () => void): Actions {
  const params = { id: row.id };
  return {
    assign: async (personId) => {
      const done = await optimistically(row, { assigneeId: personId }, () =>
        call("POST /api/v1/conversations/:id/assign", { params, body: { personId } }),
      );
      if (done) tell(personId ? t("did.assigned", { name: nameOf(personId) }) : t("did.unassigned"));
    },
    setStatus: async (status, { reason = "", blockSender = false } = {}) => {
      const leaves = status !== "open" && status !== "waiting";
      if (leaves) onLeave();
      const before = row.status;
      const done = await optimistically(row, { status, ...(leaves ? { snoozedUntil: null } : {}) }, () =>
        call("POST /api/v1/conversations/:id/status", { params, body: { status, reason, blockSender } }),
      );
      if (!done) return;
      tell(t(`did.${status}`), {
        action: {
          label: t("undo"),
          run: () =>
            void actionsOn({ ...row, status }, () => undefined).setStatus(before === "resolved" ? "open" : before),
        },
      });
    },
    snooze: async (until) => {
      if (until) onLeave();
      const done = await optimistically(row, { snoozedUntil: until?.toISOString() ?? null }, () =>
        call("POST /api/v1/conversations/:id/snooze", { params, body: { until: until?.toISOString() ?? null } }),
      );
      if (done && until)
        tell(t("did.snoozed"), {
          action: { label: t("undo"), run: () => void actionsOn(row, () => undefined).snooze(null) },
        });
    },
    setNextUpdate: async (at) => {
      await optimistically(row, { nextUpdateDueAt: at?.toISOString() ?? null }, () =>
        call("POST /api/v1/conversations/:id/next-update", { params, body: { at: at?.toISOString() ?? null } }),
      );
    },
    setTags: async (tags) => {
      await optimistically(row, { tags }, () =>
        call("POST /api/v1/conversations/:id/tags", { params, body: { tags } }),
      );
    },
    rename: async (subject) => {
      await optimistically(row, { subject }, () =>
        call("POST /api/v1/conversations/:id/subject", { params, body: { subject } }),
      );
    },
    move: async (mailboxId) => {
      const done = await optimistically(row, {}, () =>
        call("POST /api/v1/conversations/:id/move", { params, body: { mailboxId } }),
      );
      if (done) tell(t("did.moved"));
    },
    merge: async (otherId) => {
      const done = await optimistically(row, {}, () =>
        call("POST /api/v1/conversations/:id/merge", { params, body: { otherId } }),
      );
      if (done)
        tell(t("did.merged", { number: otherId }), {
          lasts: 12_000,
          action: { label: t("undo"), run: () => void actionsOn(row, () => undefined).unmerge(otherId) },
        });
    },
    unmerge: async (otherId) => {
      const done = await optimistically(row, {}, () =>
        call("POST /api/v1/conversations/:id/unmerge", { params, body: { otherId } }),
      );
      if (done) tell(t("did.unmerged", { number: otherId }));
    },
  };
}
