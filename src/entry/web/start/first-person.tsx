/** Creating the first person, with the one-time code that only somebody at the terminal can know. */
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { Field } from "../look/field.tsx";
import { sayProblem } from "../look/toasts.tsx";
import { ask, client } from "../queries.ts";
import { browserZone } from "../viewer.ts";
import { Problem } from "./door.tsx";

export function FirstPerson(): ReactNode {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const create = useMutation({
    mutationFn: () =>
      call("POST /api/v1/setup/first-person", {
        body: { code: code.trim(), name: name.trim(), email: email.trim(), password, timeZone: browserZone() },
      }),
    onSuccess: async (me) => {
      client.setQueryData(ask.me().queryKey, me);
      await client.invalidateQueries({ queryKey: ask.setup().queryKey });
    },
  });
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate();
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
        label={t("email")}
        hint={t("first.email-hint")}
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
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
      <Field
        label={t("first.code")}
        hint={t("first.code-hint")}
        autoComplete="one-time-code"
        spellCheck={false}
        required
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      {create.error ? <Problem>{sayProblem(create.error)}</Problem> : null}
      <button type="submit" className="btn btn-do !min-h-10" disabled={create.isPending}>
        {t("first.do")}
      </button>
    </form>
  );
}
