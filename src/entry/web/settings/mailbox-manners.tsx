/** How a mailbox treats people: its name and signature, its hours, what it promises, who of us sees it. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Mailbox } from "../../contract/index.ts";
import { looksLikeAddress } from "../address/parse-addresses.ts";
import { t } from "../i18n.ts";
import { Field, SelectField, TextField, Tick } from "../look/field.tsx";
import { ask } from "../queries.ts";
import { HoursField } from "./hours-field.tsx";
import { LinesField } from "./lines-field.tsx";
import { Section } from "./page-parts.tsx";
import { RichField } from "./rich-field.tsx";

interface MannersProps {
  readonly value: Mailbox;
  readonly onChange: (patch: Partial<Mailbox>) => void;
}

const PROMISES = [60, 120, 240, 480, 960, 1440, 2880, 4320] as const;

function sayMinutes(minutes: number): string {
  return minutes < 1440 || minutes % 1440 !== 0
    ? t("mailbox.within-hours", { count: Math.round((minutes / 60) * 10) / 10 })
    : t("mailbox.within-days", { count: minutes / 1440 });
}

function Seeing({ value, onChange }: MannersProps): ReactNode {
  const people = useQuery(ask.people()).data?.items ?? [];
  return (
    <fieldset className="flex flex-col gap-2.5">
      <legend className="mb-2 font-medium">{t("mailbox.who")}</legend>
      <Tick
        label={t("mailbox.open-to-all")}
        checked={value.openToAll}
        onChange={(openToAll) => onChange({ openToAll })}
      />
      {value.openToAll
        ? null
        : people
            .filter((one) => !one.disabled)
            .map((one) => (
              <Tick
                key={one.id}
                label={one.name}
                checked={value.personIds.includes(one.id)}
                onChange={(on) =>
                  onChange({
                    personIds: on ? [...value.personIds, one.id] : value.personIds.filter((id) => id !== one.id),
                  })
                }
              />
            ))}
    </fieldset>
  );
}

export function MailboxManners({ value, onChange }: MannersProps): ReactNode {
  const promises = [...new Set([...PROMISES, value.replyWithinMinutes])].sort((a, b) => a - b);
  return (
    <>
      <div className="mb-8 flex flex-col gap-5">
        <Field
          label={t("connect.name")}
          hint={t("connect.name-hint")}
          required
          value={value.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <LinesField
          label={t("mailbox.aliases")}
          hint={t("mailbox.aliases-hint")}
          value={value.aliases}
          isGood={looksLikeAddress}
          onChange={(aliases) => onChange({ aliases })}
        />
        <RichField
          label={t("mailbox.signature")}
          hint={t("mailbox.signature-hint")}
          html={value.signatureHtml}
          onChange={(signatureHtml) => onChange({ signatureHtml })}
        />
        <Tick
          label={t("mailbox.quotes")}
          hint={t("mailbox.quotes-hint")}
          checked={value.quotesHistory}
          onChange={(quotesHistory) => onChange({ quotesHistory })}
        />
        <Seeing value={value} onChange={onChange} />
      </div>
      <Section title={t("mailbox.promise")} lead={t("mailbox.promise-lead")}>
        <div className="flex flex-col gap-5">
          <SelectField
            label={t("mailbox.within")}
            value={String(value.replyWithinMinutes)}
            onChange={(minutes) => onChange({ replyWithinMinutes: Number(minutes) })}
            options={promises.map((minutes) => ({ value: String(minutes), label: sayMinutes(minutes) }))}
          />
          <HoursField value={value.hours} onChange={(hours) => onChange({ hours })} />
          <SelectField
            label={t("me.zone")}
            value={value.timeZone}
            onChange={(timeZone) => onChange({ timeZone })}
            options={[...new Set([value.timeZone, "UTC", ...Intl.supportedValuesOf("timeZone")])]
              .sort()
              .map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          />
          <LinesField
            label={t("mailbox.holidays")}
            hint={t("mailbox.holidays-hint")}
            value={value.holidays}
            isGood={(line) => /^\d{4}-\d{2}-\d{2}$/.test(line) && !Number.isNaN(Date.parse(line))}
            onChange={(holidays) => onChange({ holidays })}
          />
          <Tick
            label={t("mailbox.acknowledges")}
            hint={t("mailbox.acknowledges-hint")}
            checked={value.acknowledges}
            onChange={(acknowledges) => onChange({ acknowledges })}
          />
          {value.acknowledges ? (
            <TextField
              label={t("mailbox.acknowledgement")}
              hint={t("mailbox.acknowledgement-hint")}
              rows={3}
              maxLength={5000}
              value={value.acknowledgementText}
              onChange={(event) => onChange({ acknowledgementText: event.target.value })}
            />
          ) : null}
          <LinesField
            label={t("mailbox.trusted")}
            hint={t("mailbox.trusted-hint")}
            value={value.trustedServers}
            isGood={(line) => /^[\w.-]+$/.test(line)}
            onChange={(trustedServers) => onChange({ trustedServers })}
          />
        </div>
      </Section>
    </>
  );
}
