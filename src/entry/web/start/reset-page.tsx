/** Choosing a new password with the link from a mail or from the terminal. */
import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { Field } from "../look/field.tsx";
import { sayProblem, tell } from "../look/toasts.tsx";
import { Door, Problem } from "./door.tsx";

export function ResetPage(): ReactNode {
  const { token = "" } = useSearch({ from: "/reset" });
  const go = useNavigate();
  const [password, setPassword] = useState("");
  const choose = useMutation({
    mutationFn: () => call("POST /api/v1/password/reset", { body: { token, password } }),
    onSuccess: () => {
      tell(t("reset.done"));
      void go({ to: "/sign-in" });
    },
  });
  return (
    <Door title={t("reset.title")} lead={t("reset.lead")}>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          choose.mutate();
        }}
      >
        <Field
          label={t("password.new")}
          hint={t("password.hint")}
          type="password"
          autoComplete="new-password"
          minLength={10}
          required
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {choose.error ? <Problem>{sayProblem(choose.error)}</Problem> : null}
        <button type="submit" className="btn btn-do !min-h-10" disabled={choose.isPending || !token}>
          {t("reset.do")}
        </button>
        {token ? null : (
          <Link to="/forgot" className="link">
            {t("reset.no-token")}
          </Link>
        )}
      </form>
    </Door>
  );
}
