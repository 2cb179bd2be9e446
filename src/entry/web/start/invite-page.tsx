/** Accepting an invitation: a name and a password, and one is in. */
import { useMutation } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { Field } from "../look/field.tsx";
import { sayProblem } from "../look/toasts.tsx";
import { ask, client } from "../queries.ts";
import { browserZone } from "../viewer.ts";
import { Door, Problem } from "./door.tsx";

export function InvitePage(): ReactNode {
  const { token = "" } = useSearch({ from: "/invite" });
  const go = useNavigate();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const accept = useMutation({
    mutationFn: () =>
      call("POST /api/v1/invitations/accept", {
        body: { token, name: name.trim(), password, timeZone: browserZone() },
      }),
    onSuccess: (me) => {
      client.clear();
      client.setQueryData(ask.me().queryKey, me);
      void go({ to: "/" });
    },
  });
  return (
    <Door title={t("invite.title")} lead={t("invite.lead")}>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          accept.mutate();
        }}
      >
        <Field
          label={t("name.your")}
          hint={t("name.hint")}
          autoComplete="name"
          required
          autoFocus
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Field
          label={t("password")}
          hint={t("password.hint")}
          type="password"
          autoComplete="new-password"
          minLength={10}
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {accept.error ? <Problem>{sayProblem(accept.error)}</Problem> : null}
        {token ? null : <Problem>{t("invite.no-token")}</Problem>}
        <button type="submit" className="btn btn-do !min-h-10" disabled={accept.isPending || !token}>
          {t("invite.do")}
        </button>
      </form>
    </Door>
  );
}
