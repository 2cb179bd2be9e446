/** How mail comes in and goes out, with the servers of the provider filled in. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { t } from "../i18n.ts";
import { Field, SelectField, Tick } from "../look/field.tsx";
import { ask } from "../queries.ts";
import type { Connection } from "./connection.ts";
import { PROVIDERS, type Provider, type Server } from "./providers.ts";

interface ConnectionFormProps {
  readonly value: Connection;
  readonly provider: Provider | undefined;
  /** The mailbox exists, and so do its passwords. */
  readonly isKept: boolean;
  /** Only sample mailboxes may end in the sink. */
  readonly maySink: boolean;
  readonly onChange: (patch: Partial<Connection>) => void;
  readonly onProvider: (provider: Provider | undefined) => void;
}

function ServerFields({ value, onChange }: { value: Server; onChange: (server: Server) => void }): ReactNode {
  const kinds = ["tls", "starttls", "none"] as const;
  return (
    <div className="grid gap-4 sm:grid-cols-[1fr_6rem_11rem]">
      <Field
        label={t("connect.host")}
        required
        spellCheck={false}
        value={value.host}
        onChange={(event) => onChange({ ...value, host: event.target.value.trim() })}
      />
      <Field
        label={t("connect.port")}
        type="number"
        min={1}
        max={65535}
        required
        value={value.port}
        onChange={(event) => onChange({ ...value, port: Number(event.target.value) })}
      />
      <SelectField
        label={t("connect.security")}
        value={value.security}
        onChange={(security) => onChange({ ...value, security: security as Server["security"] })}
        options={kinds.map((one) => ({ value: one, label: t(`connect.security.${one}`) }))}
      />
    </div>
  );
}

interface RadioProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}
function Radio({ name, label, hint, checked, onChoose }: RadioProps): ReactNode {
  return (
    <label className="flex items-start gap-2.5">
      <input type="radio" name={name} className="mt-0.5 size-4.5" checked={checked} onChange={onChoose} />
      <span>
        {label}
        {hint ? <span className="block text-soft text-sm">{hint}</span> : null}
      </span>
    </label>
  );
}

/** Where the other server has to hand the mail, in words that can be copied. */
function MailDoor({ address }: { address: string }): ReactNode {
  const status = useQuery(ask.status()).data;
  if (!status) return null;
  const { mailDoor } = status;
  return (
    <p className="text-soft text-sm">
      {mailDoor
        ? t("connect.door", { address, host: mailDoor.host, port: mailDoor.port })
        : t("connect.door-elsewhere", { address })}
    </p>
  );
}

function AppPassword({ provider }: { provider: Provider | undefined }): ReactNode {
  if (!provider?.appPassword) return null;
  return (
    <>
      {t("connect.app-password", { provider: provider.name })}{" "}
      <a className="link" href={provider.appPassword} target="_blank" rel="noopener noreferrer">
        {t("connect.app-password-link")}
      </a>
    </>
  );
}

export function ConnectionForm({
  value,
  provider,
  isKept,
  maySink,
  onChange,
  onProvider,
}: ConnectionFormProps): ReactNode {
  const passwordHint = isKept ? t("connect.password-kept") : <AppPassword provider={provider} />;
  return (
    <div className="flex flex-col gap-6">
      {isKept ? null : (
        <SelectField
          label={t("connect.provider")}
          hint={provider ? t("connect.known", { provider: provider.name }) : undefined}
          value={provider?.key ?? "other"}
          onChange={(key) => onProvider(PROVIDERS.find((one) => one.key === key))}
          options={[
            ...PROVIDERS.map((one) => ({ value: one.key as string, label: one.name })),
            { value: "other", label: t("connect.other") },
          ]}
        />
      )}
      <fieldset className="flex flex-col gap-4 border-t pt-5">
        <legend className="title float-left mb-3 w-full text-lg">{t("connect.way-in")}</legend>
        <Radio
          name="way-in"
          label={t("connect.in-imap")}
          hint={t("connect.in-imap-what")}
          checked={value.wayIn === "imap"}
          onChoose={() => onChange({ wayIn: "imap" })}
        />
        <Radio
          name="way-in"
          label={t("connect.in-smtp")}
          hint={t("connect.in-smtp-what")}
          checked={value.wayIn === "smtp"}
          onChoose={() => onChange({ wayIn: "smtp", sameLogin: false })}
        />
        {value.wayIn === "smtp" ? <MailDoor address={value.address} /> : null}
        {value.wayIn === "imap" ? (
          <>
            <ServerFields value={value.imapServer} onChange={(imapServer) => onChange({ imapServer })} />
            <div className="grid gap-4 sm:grid-cols-2">
              <Field
                label={t("connect.user")}
                required
                autoComplete="off"
                spellCheck={false}
                value={value.user}
                onChange={(event) => onChange({ user: event.target.value })}
              />
              {value.oauth ? null : (
                <Field
                  label={t("password")}
                  type="password"
                  autoComplete="off"
                  required={!isKept}
                  hint={passwordHint}
                  value={value.password}
                  onChange={(event) => onChange({ password: event.target.value })}
                />
              )}
            </div>
            {provider?.oauth ? (
              <Tick
                label={t("connect.oauth", { provider: provider.name })}
                hint={t("connect.oauth-first", { provider: provider.name })}
                checked={value.oauth !== null}
                onChange={(on) => onChange({ oauth: on && provider.oauth ? provider.oauth : null })}
              />
            ) : null}
            <div className="max-w-56">
              <Field
                label={t("connect.folder")}
                required
                value={value.folder}
                onChange={(event) => onChange({ folder: event.target.value })}
              />
            </div>
          </>
        ) : null}
      </fieldset>
      <fieldset className="flex flex-col gap-4 border-t pt-5">
        <legend className="title float-left mb-3 w-full text-lg">{t("connect.way-out")}</legend>
        {maySink ? (
          <>
            <Radio
              name="way-out"
              label={t("connect.out-smtp")}
              checked={value.wayOut === "smtp"}
              onChoose={() => onChange({ wayOut: "smtp" })}
            />
            <Radio
              name="way-out"
              label={t("connect.out-sink")}
              checked={value.wayOut === "sink"}
              onChoose={() => onChange({ wayOut: "sink" })}
            />
          </>
        ) : null}
        {value.wayOut === "smtp" ? (
          <>
            <ServerFields value={value.smtpServer} onChange={(smtpServer) => onChange({ smtpServer })} />
            {value.wayIn === "imap" ? (
              <Tick
                label={t("connect.same-login")}
                checked={value.sameLogin}
                onChange={(sameLogin) => onChange({ sameLogin })}
              />
            ) : null}
            {value.sameLogin ? null : (
              <>
                <Tick
                  label={t("connect.no-login")}
                  checked={!value.outNeedsLogin}
                  onChange={(none) => onChange({ outNeedsLogin: !none })}
                />
                {value.outNeedsLogin ? (
                  <div className="grid gap-4 sm:grid-cols-2">
                    <Field
                      label={t("connect.user")}
                      required
                      autoComplete="off"
                      spellCheck={false}
                      value={value.outUser}
                      onChange={(event) => onChange({ outUser: event.target.value })}
                    />
                    <Field
                      label={t("password")}
                      type="password"
                      autoComplete="off"
                      required={!isKept}
                      hint={passwordHint}
                      value={value.outPassword}
                      onChange={(event) => onChange({ outPassword: event.target.value })}
                    />
                  </div>
                ) : null}
              </>
            )}
          </>
        ) : null}
      </fieldset>
    </div>
  );
}
