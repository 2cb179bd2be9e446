/** One option of a playbook in the form. */
import type { ReactNode } from "react";
import { FACT_KINDS } from "../../../method/reading/index.ts";
import type { CommitmentKind } from "../../../method/review/index.ts";
import type { Playbook } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { Field, SelectField, TextField, Tick } from "../look/field.tsx";
import { Picks, SpanField } from "./form-parts.tsx";

/** Written out, so that the whole coach is not loaded for the sake of six words. */
const KINDS = [
  "refund",
  "credit",
  "replacement",
  "discount",
  "free-period",
  "exception",
] as const satisfies readonly CommitmentKind[];

type Option = Playbook["options"][number];

interface OptionFormProps {
  readonly option: Option;
  readonly onChange: (part: Partial<Option>) => void;
}

export function OptionForm({ option, onChange }: OptionFormProps): ReactNode {
  const { title, recommended, when, offer, commits, limit, needs, promise, checkAfter } = option;
  return (
    <>
      <Field
        label={t("form-playbook.option-title")}
        value={title}
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <Tick
        label={t("form-playbook.option-recommended")}
        checked={recommended}
        onChange={(now) => onChange({ recommended: now })}
      />
      <Field
        label={t("form-playbook.option-when")}
        value={when}
        onChange={({ target }) => onChange({ when: target.value })}
      />
      <TextField
        label={t("form-playbook.option-offer")}
        value={offer}
        onChange={({ target }) => onChange({ offer: target.value })}
      />
      <SelectField
        label={t("form-playbook.option-gives")}
        value={commits?.kind ?? ""}
        onChange={(value) => {
          const kind = KINDS.find((one) => one === value);
          onChange({ commits: kind && { ...commits, kind } });
        }}
        options={[
          { value: "", label: t("form-playbook.option-nothing") },
          ...KINDS.map((kind) => ({ value: kind, label: t(`commitment.${kind}`) })),
        ]}
      />
      {commits ? (
        <div className="grid gap-3 sm:grid-cols-3">
          <Field
            label={t("form-playbook.option-amount")}
            hint={t("form-playbook.option-amount-hint")}
            inputMode="decimal"
            value={limit.amount ?? ""}
            onChange={({ target }) => onChange({ limit: { ...limit, amount: target.value } })}
          />
          <Field
            label={t("form-playbook.option-currency")}
            hint={t("form-playbook.option-currency-hint")}
            maxLength={3}
            value={limit.currency ?? ""}
            onChange={({ target }) => onChange({ limit: { ...limit, currency: target.value } })}
          />
          <Field
            label={t("form-playbook.option-count")}
            type="number"
            min={0}
            value={limit.count ?? ""}
            onChange={({ target: { value } }) => {
              const { count: _, ...money } = limit;
              onChange({ limit: value === "" ? money : { ...money, count: Number(value) } });
            }}
          />
        </div>
      ) : null}
      <Picks
        label={t("form-playbook.option-needs")}
        names={FACT_KINDS}
        picked={needs}
        say={(kind) => t(`kind.${kind}`)}
        onChange={(picked) => onChange({ needs: picked })}
      />
      <Field
        label={t("form-playbook.option-promise")}
        value={promise?.what ?? ""}
        onChange={({ target }) =>
          onChange({
            promise: { what: target.value, within: promise?.within ?? { count: 1, unit: "working-days" } },
          })
        }
      />
      {promise ? (
        <SpanField
          label={t("form-playbook.option-within")}
          span={promise.within}
          onChange={(within) => within && onChange({ promise: { ...promise, within } })}
        />
      ) : null}
      <SpanField
        label={t("form-playbook.option-check")}
        span={checkAfter}
        onChange={(span) => onChange({ checkAfter: span })}
      />
    </>
  );
}
