/** Putting a reading right, taking that back, and noting a fact: shown at once, kept on the server, said in a toast with its undo. */
import type { Args, Contract, ReadingCorrection } from "../../contract/index.ts";
import { patchConversation, refreshConversation } from "../cache.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { tell, tellProblem } from "../look/toasts.tsx";

export type Correcting = Args<Contract["POST /api/v1/messages/:id/corrections"]>["body"];

const isSameThing = (a: ReadingCorrection, b: Correcting): boolean => {
  if (a.aspect !== b.aspect) return false;
  if (a.aspect === "fact") return a.start < (b.end ?? 0) && (b.start ?? 0) < a.end;
  return a.aspect === "feeling" || a.aspect === "situation" || a.heard?.name === b.heard?.name;
};

export async function putRight(conversationId: number, messageId: number, correcting: Correcting): Promise<void> {
  const { aspect, start = 0, end = 0, heard = null, said = null } = correcting;
  const full = (one: typeof heard) => one && { name: one.name, value: one.value ?? null, share: one.share ?? null };
  const shown: ReadingCorrection = {
    id: -Date.now(),
    messageId,
    aspect,
    start,
    end,
    heard: full(heard),
    said: said && { name: said.name, value: said.value ?? null },
    personId: null,
    at: new Date().toISOString(),
  };
  patchConversation(conversationId, (whole) => ({
    ...whole,
    corrections: [
      ...whole.corrections.filter((one) => one.messageId !== messageId || !isSameThing(one, correcting)),
      shown,
    ],
  }));
  try {
    const kept = await call("POST /api/v1/messages/:id/corrections", { params: { id: messageId }, body: correcting });
    tell(t("put-right.done"), {
      action: { label: t("undo"), run: () => void takeBack(conversationId, kept.id) },
    });
  } catch (problem) {
    tellProblem(problem);
  } finally {
    refreshConversation(conversationId);
  }
}

export async function takeBack(conversationId: number, id: number): Promise<void> {
  patchConversation(conversationId, (whole) => ({
    ...whole,
    corrections: whole.corrections.filter((one) => one.id !== id),
  }));
  try {
    await call("DELETE /api/v1/corrections/:id", { params: { id } });
  } catch (problem) {
    tellProblem(problem);
  } finally {
    refreshConversation(conversationId);
  }
}

/** Puts a heard fact among the noted ones, with the message as its source. */
export async function noteFact(conversationId: number, messageId: number, label: string, value: string): Promise<void> {
  patchConversation(conversationId, (whole) => ({
    ...whole,
    facts: [...whole.facts, { id: -Date.now(), label, value, state: "heard", messageId }],
  }));
  try {
    const noted = await call("POST /api/v1/conversations/:id/facts", {
      params: { id: conversationId },
      body: { label, value, messageId },
    });
    tell(t("heard-fact.told", { kind: label }), {
      action: {
        label: t("undo"),
        run: () =>
          void call("DELETE /api/v1/facts/:id", { params: { id: noted.id } })
            .catch(tellProblem)
            .finally(() => refreshConversation(conversationId)),
      },
    });
  } catch (problem) {
    tellProblem(problem);
  } finally {
    refreshConversation(conversationId);
  }
}
