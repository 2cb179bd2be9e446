/** Snippets: words that are written often, with variables that fill themselves in. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Snippet } from "../../contract/index.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { DialogForm } from "../look/dialog-form.tsx";
import { Field, SelectField } from "../look/field.tsx";
import { Modal } from "../look/modal.tsx";
import { tell, tellProblem } from "../look/toasts.tsx";
import { ask, client } from "../queries.ts";
import { SNIPPET_VARIABLES } from "../snippet/fill-snippet.ts";
import { useMailboxes, useMay } from "../viewer.ts";
import { Empty, PageTitle } from "./page-parts.tsx";
import { RichField } from "./rich-field.tsx";

const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: ask.snippets().queryKey });

function wordsOf(html: string): string {
  return (new DOMParser().parseFromString(html, "text/html").body.textContent ?? "").replace(/\s+/g, " ").trim();
}

function SnippetForm({ snippet, onClose }: { snippet: Snippet | null; onClose: () => void }): ReactNode {
  const mailboxes = useMailboxes();
  const [name, setName] = useState(snippet?.name ?? "");
  const [html, setHtml] = useState(snippet?.html ?? "");
  const [mailboxId, setMailboxId] = useState(snippet?.mailboxId ?? null);
  const keep = useMutation({
    mutationFn: () => {
      const body = { name: name.trim(), html, mailboxId };
      return snippet
        ? call("PATCH /api/v1/snippets/:id", { params: { id: snippet.id }, body })
        : call("POST /api/v1/snippets", { body });
    },
    onSuccess: async () => {
      await refresh();
      tell(t("saved"));
      onClose();
    },
  });
  return (
    <Modal title={snippet ? t("snippets.edit") : t("snippets.new")} onClose={onClose} wide>
      <DialogForm
        action={t("save")}
        disabled={keep.isPending || !name.trim() || !html}
        error={keep.error}
        onCancel={onClose}
        onDo={() => keep.mutate()}
      >
        <Field
          label={t("snippets.name")}
          required
          maxLength={100}
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <RichField
          label={t("snippets.words")}
          html={html}
          onChange={setHtml}
          hint={
            <>
              {t("snippets.variables")}{" "}
              <span className="font-mono text-xs">{SNIPPET_VARIABLES.map((one) => `{${one}}`).join(" ")}</span>
            </>
          }
        />
        <SelectField
          label={t("snippets.where")}
          value={mailboxId === null ? "" : String(mailboxId)}
          onChange={(value) => setMailboxId(value ? Number(value) : null)}
          options={[
            { value: "", label: t("snippets.everywhere") },
            ...mailboxes.map((one) => ({ value: String(one.id), label: one.name })),
          ]}
        />
      </DialogForm>
    </Modal>
  );
}

export function SnippetsPage(): ReactNode {
  const list = useQuery(ask.snippets());
  const mailboxes = useMailboxes();
  const mayRemove = useMay("lead");
  const [editing, setEditing] = useState<Snippet | "new" | null>(null);
  const remove = useMutation({
    mutationFn: (snippet: Snippet) => call("DELETE /api/v1/snippets/:id", { params: { id: snippet.id } }),
    onSuccess: (_, { name, html, mailboxId }) => {
      tell(t("snippets.removed", { name }), {
        action: {
          label: t("undo"),
          run: () => void call("POST /api/v1/snippets", { body: { name, html, mailboxId } }).then(refresh, tellProblem),
        },
      });
    },
    onSettled: refresh,
    onError: tellProblem,
  });
  const items = list.data?.items ?? [];
  return (
    <>
      <PageTitle title={t("snippets.title")} lead={t("snippets.lead")}>
        <button type="button" className="btn btn-do" onClick={() => setEditing("new")}>
          <Plus size={16} aria-hidden="true" />
          {t("snippets.new")}
        </button>
      </PageTitle>
      {list.data && items.length === 0 ? <Empty title={t("snippets.empty")}>{t("snippets.empty-what")}</Empty> : null}
      <ul>
        {items.map((one) => (
          <li key={one.id} className="flex items-start gap-3 border-t py-3">
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                {one.name}{" "}
                {one.mailboxId ? (
                  <span className="chip ml-1">{mailboxes.find((box) => box.id === one.mailboxId)?.name}</span>
                ) : null}
              </p>
              <p className="line-clamp-2 font-serif text-[0.9375rem] text-soft">{wordsOf(one.html)}</p>
            </div>
            <button
              type="button"
              className="btn btn-small btn-quiet"
              aria-label={t("edit-this", { name: one.name })}
              onClick={() => setEditing(one)}
            >
              {t("edit")}
            </button>
            {mayRemove ? (
              <button
                type="button"
                className="btn btn-small btn-grave !border-transparent"
                aria-label={t("remove-this", { name: one.name })}
                onClick={() => remove.mutate(one)}
              >
                {t("remove")}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {editing ? <SnippetForm snippet={editing === "new" ? null : editing} onClose={() => setEditing(null)} /> : null}
    </>
  );
}
