/** A playbook as a form, for people who do not write Markdown. It holds everything but the example conversation. */
import type { ReactNode } from "react";
import { PLAYBOOK_VARIABLES } from "../../../method/playbook/index.ts";
import { FACT_KINDS, SIGNALS, SITUATIONS } from "../../../method/reading/index.ts";
import type { Playbook } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { Field, SelectField, TextField, Tick } from "../look/field.tsx";
import { Picks, Rows } from "./form-parts.tsx";
import { OptionForm } from "./option-form.tsx";
import { blankOption, blankQuestion, nextNumber } from "./playbook-draft.ts";

const STEPS = ["listen", "acknowledge", "question", "confirm", "provide", "check"] as const;

interface FormProps {
  readonly draft: Playbook;
  readonly onChange: (draft: Playbook) => void;
}

export function PlaybookForm({ draft, onChange }: FormProps): ReactNode {
  const set = (part: Partial<Playbook>): void => onChange({ ...draft, ...part });
  const refusal = draft.refusal ?? { what: "", say: "", instead: "" };
  const noFix = draft.noFix ?? { when: "", say: "" };
  return (
    <div className="flex flex-col gap-5">
      <Field
        label={t("form-playbook.title")}
        required
        maxLength={120}
        value={draft.title}
        onChange={({ target }) => set({ title: target.value })}
      />
      <Field
        label={t("form-playbook.summary")}
        required
        value={draft.summary}
        onChange={({ target }) => set({ summary: target.value })}
      />
      <Picks
        label={t("form-playbook.situations")}
        names={SITUATIONS}
        picked={draft.situations}
        say={(one) => t(`situation.${one}`)}
        onChange={(situations) => set({ situations })}
      />
      <Picks
        label={t("form-playbook.signals")}
        names={SIGNALS}
        picked={draft.signals}
        say={(one) => t(`signal-name.${one}`)}
        onChange={(signals) => set({ signals })}
      />
      <TextField
        label={t("form-playbook.thinking")}
        hint={t("form-playbook.thinking-hint")}
        rows={6}
        value={draft.thinking}
        onChange={({ target }) => set({ thinking: target.value })}
      />
      <p className="text-soft text-sm">
        {t("form-playbook.variables")}{" "}
        <span className="font-mono text-xs">{PLAYBOOK_VARIABLES.map((one) => `{${one}}`).join(" ")}</span>
      </p>
      <Rows
        title={t("playbook.ask")}
        add={t("form-playbook.add-question")}
        items={draft.ask}
        blank={() => blankQuestion(nextNumber(draft.ask))}
        nameOf={(number) => t("form-playbook.question", { number })}
        onChange={(ask) => set({ ask })}
      >
        {({ question, why, fact, required }, change) => (
          <>
            <TextField
              label={t("form-playbook.question-words")}
              value={question}
              onChange={({ target }) => change({ question: target.value })}
            />
            <Field
              label={t("form-playbook.question-why")}
              value={why}
              onChange={({ target }) => change({ why: target.value })}
            />
            <SelectField
              label={t("form-playbook.question-fact")}
              value={fact ?? ""}
              onChange={(value) => change({ fact: FACT_KINDS.find((one) => one === value) })}
              options={[
                { value: "", label: t("form-playbook.question-any") },
                ...FACT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
              ]}
            />
            <Tick
              label={t("form-playbook.question-required")}
              checked={required}
              onChange={(now) => change({ required: now })}
            />
          </>
        )}
      </Rows>
      <Picks
        label={t("form-playbook.confirm")}
        names={FACT_KINDS}
        picked={draft.confirm}
        say={(kind) => t(`kind.${kind}`)}
        onChange={(confirm) => set({ confirm })}
      />
      <Rows
        title={t("playbook.options")}
        add={t("form-playbook.add-option")}
        items={draft.options}
        blank={() => ({ ...blankOption(nextNumber(draft.options)), recommended: draft.options.length === 0 })}
        nameOf={(number) => t("form-playbook.option", { number })}
        onChange={(options) => set({ options })}
      >
        {(option) => (
          <OptionForm
            option={option}
            onChange={(part) => set({ options: draft.options.map((one) => changed(one, option, part)) })}
          />
        )}
      </Rows>
      <section className="flex flex-col gap-3 border-t pt-4">
        <h2 className="title text-lg">{t("form-playbook.refusal")}</h2>
        {(["what", "say", "instead"] as const).map((name) => (
          <TextField
            key={name}
            label={t(`form-playbook.refusal-${name}`)}
            value={refusal[name]}
            onChange={({ target }) => set({ refusal: { ...refusal, [name]: target.value } })}
          />
        ))}
      </section>
      <section className="flex flex-col gap-3 border-t pt-4">
        <h2 className="title text-lg">{t("form-playbook.no-fix")}</h2>
        {(["when", "say"] as const).map((name) => (
          <TextField
            key={name}
            label={t(`form-playbook.no-fix-${name}`)}
            value={noFix[name]}
            onChange={({ target }) => set({ noFix: { ...noFix, [name]: target.value } })}
          />
        ))}
      </section>
      <Rows
        title={t("playbook.never")}
        add={t("form-playbook.add-never")}
        items={draft.never}
        blank={() => ({ say: "", because: "" })}
        nameOf={(number) => t("form-playbook.never", { number })}
        onChange={(never) => set({ never })}
      >
        {(item, change) =>
          (["say", "because"] as const).map((name) => (
            <TextField
              key={name}
              label={t(`form-playbook.never-${name}`)}
              value={item[name]}
              onChange={({ target }) => change({ [name]: target.value })}
            />
          ))
        }
      </Rows>
      <Rows
        title={t("playbook.phrases")}
        add={t("form-playbook.add-phrase")}
        items={draft.phrases}
        blank={() => ({ step: "acknowledge" as const, say: "" })}
        nameOf={(number) => t("form-playbook.phrase", { number })}
        onChange={(phrases) => set({ phrases })}
      >
        {({ step, say }, change) => (
          <>
            <SelectField
              label={t("form-playbook.phrase-step")}
              value={step}
              onChange={(value) => change({ step: STEPS.find((one) => one === value) ?? step })}
              options={STEPS.map((one) => ({ value: one, label: t(`step.${one}`) }))}
            />
            <TextField
              label={t("form-playbook.phrase-say")}
              value={say}
              onChange={({ target }) => change({ say: target.value })}
            />
          </>
        )}
      </Rows>
      <TextField
        label={t("form-playbook.policy")}
        rows={6}
        value={draft.policy}
        onChange={({ target }) => set({ policy: target.value })}
      />
      <p className="text-soft text-sm">{t("form-playbook.example")}</p>
    </div>
  );
}

/** One is recommended: whoever recommends another one takes it from the first. */
function changed<T extends { recommended: boolean }>(one: T, target: T, part: Partial<T>): T {
  if (one === target) return { ...one, ...part };
  return part.recommended === true ? { ...one, recommended: false } : one;
}
