/** Signing in. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { Field } from "../look/field.tsx";
import { sayProblem } from "../look/toasts.tsx";
import { ask, client } from "../queries.ts";
import { Door, Problem } from "./door.tsx";

export function SignInPage(): ReactNode {
  const { next } = useSearch({ from: "/sign-in" });
  const go = useNavigate();
  const setup = useQuery(ask.setup());
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const enter = useMutation({
    mutationFn: () => call("POST /api/v1/session", { body: { email: email.trim(), password } }),
    onSuccess: (me) => {
      client.clear();
      client.setQueryData(ask.me().queryKey, me);
      void go({ href: next ?? "/" });
    },
  });
  return (
    <Door title={t("sign-in.title")}>
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate();
        }}
      >
        <Field
          label={t("email")}
          type="email"
          name="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Field
          label={t("password")}
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {enter.error ? <Problem>{sayProblem(enter.error)}</Problem> : null}
        <button type="submit" className="btn btn-do !min-h-10" disabled={enter.isPending}>
          {t("sign-in.do")}
        </button>
        <p className="text-soft">
          {setup.data && !setup.data.canReset ? (
            t("sign-in.ask-admin")
          ) : (
            <Link to="/forgot" className="link">
              {t("sign-in.forgot")}
            </Link>
          )}
        </p>
      </form>
    </Door>
  );
}
