/** Everyone who works here: roles, mailboxes, invitations, ending somebody's access. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { tell, tellProblem } from "../look/toasts.tsx";
import { ask, client } from "../queries.ts";
import { useMailboxes, useMay, useMe } from "../viewer.ts";
import { PageTitle } from "./page-parts.tsx";
import { InviteForm, PersonForm, type PersonWithMailboxes } from "./person-forms.tsx";

export function PeoplePage(): ReactNode {
  const me = useMe();
  const people = useQuery(ask.people()).data?.items ?? [];
  const mailboxes = useMailboxes();
  const isAdmin = useMay("admin");
  const [inviting, setInviting] = useState(false);
  const [editing, setEditing] = useState<PersonWithMailboxes | null>(null);
  const restore = useMutation({
    mutationFn: (id: number) => call("PATCH /api/v1/people/:id", { params: { id }, body: { disabled: false } }),
    onSuccess: () => {
      tell(t("saved"));
      return client.invalidateQueries({ queryKey: ask.people().queryKey });
    },
    onError: tellProblem,
  });
  return (
    <>
      <PageTitle title={t("people.title")} lead={t("people.lead")}>
        {isAdmin ? (
          <button type="button" className="btn btn-do" onClick={() => setInviting(true)}>
            <UserPlus size={16} aria-hidden="true" />
            {t("people.invite")}
          </button>
        ) : null}
      </PageTitle>
      <ul>
        {people.map((one) => (
          <li key={one.id} className="flex items-center gap-3 border-t py-2.5">
            <div className={`min-w-0 flex-1 ${one.disabled ? "text-faint" : ""}`}>
              <p className="flex flex-wrap items-center gap-x-2">
                <span className="font-medium">{one.name}</span>
                <span className="text-soft text-sm">{t(`role.${one.role}`)}</span>
                {one.id === me.id ? <span className="chip">{t("people.you")}</span> : null}
                {one.invited ? <span className="chip">{t("people.invited")}</span> : null}
                {one.disabled ? <span className="chip">{t("people.disabled")}</span> : null}
              </p>
              <p className="truncate text-soft text-sm">
                {one.email}
                {one.mailboxIds.length > 0
                  ? ` · ${mailboxes
                      .filter((box) => one.mailboxIds.includes(box.id))
                      .map((box) => box.name)
                      .join(", ")}`
                  : ""}
              </p>
            </div>
            {isAdmin ? (
              one.disabled ? (
                <button
                  type="button"
                  className="btn btn-small btn-plain"
                  aria-label={t("people.restore-this", { name: one.name })}
                  onClick={() => restore.mutate(one.id)}
                >
                  {t("people.restore")}
                </button>
              ) : (
                <button
                  type="button"
                  className="btn btn-small btn-quiet"
                  aria-label={t("edit-this", { name: one.name })}
                  onClick={() => setEditing(one)}
                >
                  {t("edit")}
                </button>
              )
            ) : null}
          </li>
        ))}
      </ul>
      {inviting ? <InviteForm onClose={() => setInviting(false)} /> : null}
      {editing ? <PersonForm person={editing} onClose={() => setEditing(null)} /> : null}
    </>
  );
}
