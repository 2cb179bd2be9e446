/** Asking for a link to choose a new password. The answer never tells whether an address is known. */
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { Field } from "../look/field.tsx";
import { sayProblem } from "../look/toasts.tsx";
import { Door, Problem } from "./door.tsx";

export function ForgotPage(): ReactNode {
  const [email, setEmail] = useState("");
  const send = useMutation({
    mutationFn: () => call("POST /api/v1/password/forgot", { body: { email: email.trim() } }),
  });
  return (
    <Door title={t("forgot.title")} lead={send.data ? undefined : t("forgot.lead")}>
      {send.data ? (
        <p role="status" className="mb-6 text-lg">
          {send.data.sentence}
        </p>
      ) : (
        <form
          className="mb-6 flex flex-col gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            send.mutate();
          }}
        >
          <Field
            label={t("email")}
            type="email"
            autoComplete="username"
            required
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
          {send.error ? <Problem>{sayProblem(send.error)}</Problem> : null}
          <button type="submit" className="btn btn-do !min-h-10" disabled={send.isPending}>
            {t("forgot.do")}
          </button>
        </form>
      )}
      <Link to="/sign-in" className="link">
        {t("forgot.back")}
      </Link>
    </Door>
  );
}
