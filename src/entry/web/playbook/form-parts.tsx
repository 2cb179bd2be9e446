/** What the form of a playbook is made of: rows that can be added and removed, names to pick from a list, a length of time. */
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { TIME_UNITS, type TimeSpan } from "../../../method/playbook/index.ts";
import { t } from "../i18n.ts";
import { Field, SelectField, Tick } from "../look/field.tsx";

interface RowsProps<T> {
  readonly title: string;
  readonly add: string;
  readonly items: readonly T[];
  readonly blank: () => T;
  readonly onChange: (items: T[]) => void;
  readonly nameOf: (number: number) => string;
  readonly children: (item: T, change: (part: Partial<T>) => void) => ReactNode;
}

export function Rows<T>({ title, add, items, blank, onChange, nameOf, children }: RowsProps<T>): ReactNode {
  return (
    <section className="border-t pt-4">
      <h2 className="title mb-3 text-lg">{title}</h2>
      <ul className="flex flex-col gap-6">
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is typed decides about nothing but its own row
          <li key={at}>
            <fieldset className="flex flex-col gap-3 border-l-2 border-hair pl-4">
              <legend className="eyebrow float-left mb-1 w-full">{nameOf(at + 1)}</legend>
              {children(item, (part) => onChange(items.map((one, of) => (of === at ? { ...one, ...part } : one))))}
              <div>
                <button
                  type="button"
                  className="btn btn-small btn-quiet"
                  aria-label={t("remove-this", { name: nameOf(at + 1) })}
                  onClick={() => onChange(items.filter((_, of) => of !== at))}
                >
                  {t("remove")}
                </button>
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
      <button type="button" className="btn btn-plain mt-4" onClick={() => onChange([...items, blank()])}>
        <Plus size={16} aria-hidden="true" />
        {add}
      </button>
    </section>
  );
}

interface PicksProps<T extends string> {
  readonly label: string;
  readonly names: readonly T[];
  readonly picked: readonly T[];
  readonly say: (name: T) => string;
  readonly onChange: (picked: T[]) => void;
}

export function Picks<T extends string>({ label, names, picked, say, onChange }: PicksProps<T>): ReactNode {
  return (
    <details className="rounded-md border border-hair px-3 py-2">
      <summary>
        <span className="font-medium">{label}: </span>
        <span className="text-soft">{picked.map(say).join(", ") || t("form-playbook.nothing-picked")}</span>
      </summary>
      <fieldset className="mt-3 grid gap-1.5 sm:grid-cols-2">
        <legend className="sr-only">{label}</legend>
        {names.map((name) => (
          <Tick
            key={name}
            label={say(name)}
            checked={picked.includes(name)}
            onChange={(checked) => onChange(names.filter((one) => (one === name ? checked : picked.includes(one))))}
          />
        ))}
      </fieldset>
    </details>
  );
}

interface SpanFieldProps {
  readonly label: string;
  readonly span: TimeSpan | undefined;
  readonly onChange: (span: TimeSpan | undefined) => void;
}

export function SpanField({ label, span, onChange }: SpanFieldProps): ReactNode {
  const unit = span?.unit ?? "working-days";
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_10rem] items-end gap-3">
      <Field
        label={label}
        type="number"
        min={1}
        value={span?.count ?? ""}
        onChange={({ target: { value } }) => onChange(value === "" ? undefined : { count: Number(value), unit })}
      />
      <SelectField
        label={t("form-playbook.unit")}
        value={unit}
        disabled={span === undefined}
        onChange={(value) => span && onChange({ ...span, unit: TIME_UNITS.find((one) => one === value) ?? unit })}
        options={TIME_UNITS.map((one) => ({ value: one, label: t(`form-playbook.unit-${one}`) }))}
      />
    </div>
  );
}
