/** The facts of a conversation, noted by hand: add, correct, take away. */
import { Plus, X } from "lucide-react";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import type { Fact } from "../../contract/index.ts";
import { patchConversation, refreshConversation } from "../cache.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { IconButton } from "../look/icon-button.tsx";
import { tell, tellProblem } from "../look/toasts.tsx";

interface FactFormProps {
  readonly fact?: Fact;
  readonly onDone: (label: string, value: string) => void;
  readonly onCancel: () => void;
}

function FactForm({ fact, onDone, onCancel }: FactFormProps): ReactNode {
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const label = String(form.get("label") ?? "").trim();
    const value = String(form.get("value") ?? "").trim();
    if (label && value) onDone(label, value);
  };
  return (
    <form
      className="my-1.5 flex flex-col gap-1.5"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          onCancel();
        }
      }}
    >
      <input
        name="label"
        aria-label={t("fact.label")}
        placeholder={t("fact.label-example")}
        className="field !min-h-8 !py-1"
        defaultValue={fact?.label}
        maxLength={80}
        // biome-ignore lint/a11y/noAutofocus: the form was opened in order to type here
        autoFocus
        list="fact-labels"
      />
      <datalist id="fact-labels">
        {(["order", "date", "amount", "product", "address", "phone"] as const).map((one) => (
          <option key={one} value={t(`fact.usual.${one}`)} />
        ))}
      </datalist>
      <textarea
        name="value"
        aria-label={t("fact.value")}
        placeholder={t("fact.value")}
        className="field !min-h-8 !py-1 [field-sizing:content]"
        defaultValue={fact?.value}
        maxLength={2000}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey) {
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }
        }}
      />
      <div className="flex gap-1.5">
        <button type="submit" className="btn btn-small btn-do">
          {fact ? t("save") : t("fact.note")}
        </button>
        <button type="button" className="btn btn-small btn-quiet" onClick={onCancel}>
          {t("cancel")}
        </button>
      </div>
    </form>
  );
}

export function FactList({ conversationId, facts }: { conversationId: number; facts: readonly Fact[] }): ReactNode {
  const [editing, setEditing] = useState<number | "new" | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const done = (): void => {
    setEditing(null);
    setTimeout(() => addButton.current?.focus(), 0);
  };
  const change = async (shown: (facts: Fact[]) => Fact[], work: () => Promise<unknown>): Promise<void> => {
    patchConversation(conversationId, (whole) => ({ ...whole, facts: shown(whole.facts) }));
    try {
      await work();
    } catch (problem) {
      tellProblem(problem);
    } finally {
      refreshConversation(conversationId);
    }
  };
  const add = (label: string, value: string): Promise<void> =>
    change(
      (all) => [...all, { id: -Date.now(), label, value, state: "heard", messageId: null }],
      () => call("POST /api/v1/conversations/:id/facts", { params: { id: conversationId }, body: { label, value } }),
    );
  const correct = (fact: Fact, label: string, value: string): Promise<void> =>
    change(
      (all) => all.map((one) => (one.id === fact.id ? { ...one, label, value } : one)),
      () => call("PATCH /api/v1/facts/:id", { params: { id: fact.id }, body: { label, value } }),
    );
  const remove = async (fact: Fact): Promise<void> => {
    await change(
      (all) => all.filter((one) => one.id !== fact.id),
      () => call("DELETE /api/v1/facts/:id", { params: { id: fact.id } }),
    );
    tell(t("fact.removed"), { action: { label: t("undo"), run: () => void add(fact.label, fact.value) } });
  };

  return (
    <div className="mt-1.5">
      <ul>
        {facts.map((fact) =>
          editing === fact.id ? (
            <li key={fact.id}>
              <FactForm
                fact={fact}
                onCancel={done}
                onDone={(label, value) => {
                  done();
                  void correct(fact, label, value);
                }}
              />
            </li>
          ) : (
            <li key={fact.id} className="group flex items-start gap-1 border-t py-1.5 first:border-t-0">
              <div className="min-w-0 flex-1">
                <span className="block text-soft text-xs">
                  {fact.label}
                  {fact.state === "heard" ? null : <span> · {t(`fact.state.${fact.state}`)}</span>}
                </span>
                <span className="block [overflow-wrap:anywhere]">
                  <button
                    type="button"
                    className="min-h-6 rounded-sm text-left tabular-nums decoration-dotted underline-offset-4 hover:underline"
                    aria-label={t("fact.correct", { label: fact.label, value: fact.value })}
                    onClick={() => setEditing(fact.id)}
                  >
                    {fact.value}
                  </button>
                </span>
              </div>
              <IconButton
                icon={X}
                label={t("fact.remove", { label: fact.label })}
                onPress={() => void remove(fact)}
                className="!h-6 !w-6 opacity-0 focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
              />
            </li>
          ),
        )}
      </ul>
      {editing === "new" ? (
        <FactForm
          onCancel={done}
          onDone={(label, value) => {
            done();
            void add(label, value);
          }}
        />
      ) : (
        <button
          ref={addButton}
          type="button"
          className="btn btn-small btn-quiet -ml-2"
          onClick={() => setEditing("new")}
        >
          <Plus size={14} aria-hidden="true" />
          {t("fact.add")}
        </button>
      )}
    </div>
  );
}
