/** One heard fact: what it is, exactly; to be noted, or put right where it was heard wrongly. */
import { Check } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { FACT_KINDS, type FactKind } from "../../../method/reading/index.ts";
import { t } from "../i18n.ts";
import type { Listening, ShownFact } from "./listening.ts";
import type { Correcting } from "./put-right.ts";

interface FactCardProps extends Pick<Listening, "correct"> {
  readonly shown: ShownFact;
  readonly onNote: () => void;
  readonly onDone: () => void;
}

export function FactCard({ shown, correct, onNote, onDone }: FactCardProps): ReactNode {
  const { fact, label, value, isNoted } = shown;
  const [corrects, setCorrects] = useState(false);
  const put = (said: Correcting["said"]): void => {
    onDone();
    const heard = { name: fact.heard.name, value: fact.heard.value.slice(0, 500) };
    correct({ aspect: "fact", start: fact.start, end: fact.end, heard, said });
  };
  return (
    <>
      <p className="eyebrow">{label}</p>
      <p className="font-medium tabular-nums [overflow-wrap:anywhere]">{value}</p>
      {fact.kind !== "card" && fact.text.replace(/\s+/g, " ") !== value ? (
        <p className="text-soft text-sm [overflow-wrap:anywhere]">{t("heard-fact.written", { words: fact.text })}</p>
      ) : null}
      {fact.isCorrected ? <p className="text-soft text-sm">{t("heard-fact.later")}</p> : null}
      {corrects ? (
        <CorrectForm shown={shown} onSaid={put} onCancel={() => setCorrects(false)} />
      ) : (
        <div className="mt-3 flex flex-wrap items-center gap-1.5">
          {isNoted ? (
            <span className="mr-1 inline-flex min-h-6 items-center gap-1 text-soft text-sm">
              <Check size={14} aria-hidden="true" />
              {t("heard-fact.noted")}
            </span>
          ) : fact.isCorrected ? null : (
            <button
              type="button"
              className="btn btn-small btn-do"
              onClick={() => {
                onDone();
                onNote();
              }}
            >
              {t("heard-fact.note")}
            </button>
          )}
          <button type="button" className="btn btn-small btn-quiet" onClick={() => put(null)}>
            {t("heard-fact.not")}
          </button>
          <button type="button" className="btn btn-small btn-quiet" onClick={() => setCorrects(true)}>
            {t("heard-fact.other")}
          </button>
        </div>
      )}
    </>
  );
}

interface CorrectFormProps {
  readonly shown: ShownFact;
  readonly onSaid: (said: { name: string; value: string }) => void;
  readonly onCancel: () => void;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

function CorrectForm({ shown: { fact, value }, onSaid, onCancel }: CorrectFormProps): ReactNode {
  const [kind, setKind] = useState<FactKind>(fact.kind);
  const isDay = kind === "date" && DAY.test(fact.value);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = String(new FormData(event.currentTarget).get("value") ?? "").trim();
    if (said) onSaid({ name: kind, value: said });
  };
  return (
    <form className="mt-3 flex flex-col gap-2" onSubmit={submit}>
      <label className="text-soft text-sm">
        {t("heard-fact.kind")}
        <select
          // biome-ignore lint/a11y/noAutofocus: the form was opened in order to choose here
          autoFocus
          className="field mt-0.5"
          value={kind}
          onChange={(event) => setKind(event.target.value as FactKind)}
        >
          {FACT_KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`kind.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="text-soft text-sm">
        {t("heard-fact.value")}
        <input
          key={isDay ? "day" : "words"}
          name="value"
          type={isDay ? "date" : "text"}
          required
          maxLength={500}
          className="field mt-0.5"
          defaultValue={
            isDay ? fact.value : fact.kind === "card" ? fact.value : fact.kind === "date" ? fact.text : value
          }
        />
      </label>
      <div className="flex gap-1.5">
        <button type="submit" className="btn btn-small btn-do">
          {t("save")}
        </button>
        <button type="button" className="btn btn-small btn-quiet" onClick={onCancel}>
          {t("cancel")}
        </button>
      </div>
    </form>
  );
}
