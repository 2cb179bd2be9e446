/** What can be done with a promise where it is listed: kept, owed no longer; both can be taken back for a moment. */
import { refreshConversation, refreshPromises } from "../cache.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { tell, tellProblem } from "../look/toasts.tsx";
import { ask, client } from "../queries.ts";

interface Named {
  readonly id: number;
  readonly conversationId: number;
}

function lookAgain({ conversationId }: Named): void {
  refreshPromises();
  void client.invalidateQueries({ queryKey: ask.keptRate().queryKey });
  refreshConversation(conversationId);
}

async function reopen(promise: Named): Promise<void> {
  await call("POST /api/v1/promises/:id/reopen", { params: { id: promise.id } }).catch(tellProblem);
  lookAgain(promise);
}

async function settle(promise: Named, outcome: "kept" | "withdrawn", reason: string): Promise<void> {
  try {
    await call("POST /api/v1/promises/:id/settle", { params: { id: promise.id }, body: { outcome, reason } });
    tell(t(`promises.did.${outcome}`), { action: { label: t("undo"), run: () => void reopen(promise) } });
  } finally {
    lookAgain(promise);
  }
}

export const markKept = (promise: Named): Promise<void> => settle(promise, "kept", "").catch(tellProblem);
/** Says by throwing that it could not. */
export const withdraw = (promise: Named, reason: string): Promise<void> => settle(promise, "withdrawn", reason);
