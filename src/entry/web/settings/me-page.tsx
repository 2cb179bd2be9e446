/** One's own settings: name, signature, time zone, keys, light and dark, password, sessions. */
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { call } from "../client.ts";
import { setTheme, type Theme, useTheme } from "../frame/theme.ts";
import { t } from "../i18n.ts";
import { Field, SelectField, Tick } from "../look/field.tsx";
import { sayProblem, tell, tellProblem } from "../look/toasts.tsx";
import { ask, client } from "../queries.ts";
import { browserZone, useMe } from "../viewer.ts";
import { CoachSection } from "./coach-section.tsx";
import { PageTitle, Section } from "./page-parts.tsx";
import { RichField } from "./rich-field.tsx";
import { Sessions } from "./sessions.tsx";

/** Every zone this browser knows; the person's own is always among them. */
function zones(own: string): string[] {
  const known = Intl.supportedValuesOf("timeZone");
  return [...new Set([own, browserZone(), "UTC", ...known])].sort();
}

function Password(): ReactNode {
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const change = useMutation({
    mutationFn: () => call("POST /api/v1/me/password", { body: { current, password } }),
    onSuccess: () => {
      setCurrent("");
      setPassword("");
      tell(t("me.password-done"));
      void client.invalidateQueries({ queryKey: ask.sessions().queryKey });
    },
  });
  return (
    <form
      className="flex max-w-sm flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <Field
        label={t("me.password-now")}
        type="password"
        autoComplete="current-password"
        required
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <Field
        label={t("password.new")}
        hint={t("password.hint")}
        type="password"
        autoComplete="new-password"
        minLength={10}
        required
        value={password}
        problem={change.error ? sayProblem(change.error) : undefined}
        onChange={(event) => setPassword(event.target.value)}
      />
      <div>
        <button type="submit" className="btn btn-plain" disabled={change.isPending}>
          {t("me.password-do")}
        </button>
      </div>
    </form>
  );
}

export function MePage(): ReactNode {
  const me = useMe();
  const theme = useTheme();
  const [name, setName] = useState(me.name);
  const [timeZone, setTimeZone] = useState(me.timeZone);
  const [signatureHtml, setSignature] = useState(me.signatureHtml);
  const change = useMutation({
    mutationFn: (body: Parameters<typeof call<"PATCH /api/v1/me">>[1]["body"]) => call("PATCH /api/v1/me", { body }),
    onSuccess: (fresh) => {
      client.setQueryData(ask.me().queryKey, fresh);
      void client.invalidateQueries({ queryKey: ask.people().queryKey });
      tell(t("saved"));
    },
    onError: tellProblem,
  });
  const themes: Theme[] = ["system", "light", "dark"];
  const themeWords = { system: t("theme.system"), light: t("theme.to-light"), dark: t("theme.to-dark") };
  return (
    <>
      <PageTitle title={t("me.title")} lead={me.email} />
      <form
        className="mb-8 flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ name: name.trim(), timeZone, signatureHtml });
        }}
      >
        <Field
          label={t("name.your")}
          hint={t("name.hint")}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={t("me.zone")}
          hint={t("me.zone-hint")}
          value={timeZone}
          onChange={setTimeZone}
          options={zones(me.timeZone).map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
        />
        <RichField
          label={t("me.signature")}
          hint={t("me.signature-hint")}
          html={signatureHtml}
          onChange={setSignature}
        />
        <div>
          <button type="submit" className="btn btn-do" disabled={change.isPending}>
            {t("save")}
          </button>
        </div>
      </form>
      <Section title={t("me.look")}>
        <div className="flex flex-col gap-4">
          <fieldset className="flex flex-wrap gap-4">
            <legend className="sr-only">{t("me.look")}</legend>
            {themes.map((one) => (
              <label key={one} className="flex min-h-6 items-center gap-2">
                <input type="radio" name="theme" checked={theme === one} onChange={() => setTheme(one)} />
                {themeWords[one]}
              </label>
            ))}
          </fieldset>
          <Tick
            label={t("me.letters")}
            hint={t("me.letters-hint")}
            checked={me.preferences["letterKeys"] !== false}
            onChange={(letterKeys) => change.mutate({ preferences: { ...me.preferences, letterKeys } })}
          />
        </div>
      </Section>
      <CoachSection onWanted={(coach) => change.mutate({ preferences: { ...me.preferences, coach } })} />
      <Section title={t("me.password")} lead={t("me.password-lead")}>
        <Password />
      </Section>
      <Section title={t("me.sessions")} lead={t("me.sessions-lead")}>
        <Sessions />
      </Section>
    </>
  );
}
