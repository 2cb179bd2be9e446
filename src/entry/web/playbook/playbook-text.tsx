/** A playbook set as a page to be read: from what to ask to what never to say. The same beside the editor as on its own. */
import type { ReactNode } from "react";
import type { Playbook } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { type Step, StepDot } from "../look/step-dot.tsx";
import { OptionList } from "./option-list.tsx";
import { Prose, Said } from "./said.tsx";

/** The level of its headings: below the page's own title, or below that of a part of it. */
type Level = 2 | 3;

function Part({ title, step, level, children }: PartProps): ReactNode {
  const Heading = `h${level}` as const;
  return (
    <section className="border-t pt-5 pb-7">
      <Heading className="title mb-3 flex items-center gap-2 text-lg">
        {step ? <StepDot step={step} /> : null}
        {title}
      </Heading>
      {children}
    </section>
  );
}
interface PartProps {
  readonly title: string;
  readonly step?: Step;
  readonly level: Level;
  readonly children: ReactNode;
}

const LETTER = "max-w-[var(--measure)] font-serif text-[1.0625rem] leading-[1.6]";

function Questions({ ask }: Pick<Playbook, "ask">): ReactNode {
  return (
    <ol className="flex flex-col gap-4">
      {ask.map(({ id, question, why, fact, required }) => (
        <li key={id} className="max-w-[var(--measure)]">
          <p className="font-serif text-[1.0625rem] leading-[1.6]">
            <Said words={question} />
          </p>
          <p className="text-soft">
            <span className="font-medium">{t("playbook.why")}</span> {why}
          </p>
          <p className="mt-1 flex flex-wrap gap-1.5">
            <span className="chip">{t(required ? "playbook.ask-first" : "playbook.ask-later")}</span>
            {fact ? <span className="chip">{t(`kind.${fact}`)}</span> : null}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Phrases({ phrases }: Pick<Playbook, "phrases">): ReactNode {
  return (
    <ul className="flex flex-col gap-3">
      {phrases.map(({ step, say }) => (
        <li key={`${step} ${say}`} className="grid grid-cols-[1.25rem_minmax(0,1fr)]">
          <span className="pt-1.5" data-tip={t(`step.${step}`)}>
            <StepDot step={step} />
            <span className="sr-only">{t(`step.${step}`)}: </span>
          </span>
          <p className={LETTER}>
            <Said words={say} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function Example({ example: { customer, turns } }: { example: NonNullable<Playbook["example"]> }): ReactNode {
  return (
    <details className="border-t py-4">
      <summary className="title text-lg">{t("playbook.example", { customer })}</summary>
      <ol className="mt-4 flex flex-col gap-5">
        {turns.map(({ from, at, text }) => (
          <li key={at} className={from === "agent" ? "border-accent border-l-2 pl-4" : "border-l-2 border-hair pl-4"}>
            <p className="eyebrow mb-1">
              {from === "agent" ? t("playbook.us") : customer}, {at.slice(0, 16).replace("T", " ")} UTC
            </p>
            <p className={`${LETTER} whitespace-pre-line`}>{unwrapped(text)}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Lines that the file broke for its own width run on; paragraphs and lists stay. */
const unwrapped = (text: string): string => text.replace(/([^\n]{60,})\n(?=[^\n\d\s-])/g, "$1 ");

export function PlaybookText({ playbook, level = 2 }: { playbook: Playbook; level?: Level }): ReactNode {
  const { summary, situations, signals, ask, confirm, options, refusal, noFix, never, phrases, policy } = playbook;
  return (
    <>
      <p className={`${LETTER} mb-3`}>{summary}</p>
      <p className="mb-6 flex flex-wrap gap-1.5">
        <span className="sr-only">{t("playbook.when")} </span>
        {situations.map((one) => (
          <span key={one} className="chip">
            {t(`situation.${one}`)}
          </span>
        ))}
        {signals.map((one) => (
          <span key={one} className="chip">
            {t(`signal-name.${one}`)}
          </span>
        ))}
      </p>
      {playbook.thinking ? (
        <Part title={t("playbook.thinking")} step="listen" level={level}>
          <div className={`${LETTER} flex flex-col gap-3`}>
            <Prose text={playbook.thinking} />
          </div>
        </Part>
      ) : null}
      {ask.length > 0 ? (
        <Part title={t("playbook.ask")} step="question" level={level}>
          <Questions ask={ask} />
        </Part>
      ) : null}
      {confirm.length > 0 ? (
        <Part title={t("playbook.confirm")} step="confirm" level={level}>
          <p className="mb-2 text-soft">{t("playbook.confirm-lead")}</p>
          <p className="flex flex-wrap gap-1.5">
            {confirm.map((kind) => (
              <span key={kind} className="chip">
                {t(`kind.${kind}`)}
              </span>
            ))}
          </p>
        </Part>
      ) : null}
      {options.length > 0 ? (
        <Part title={t("playbook.options")} step="provide" level={level}>
          <OptionList options={options} />
        </Part>
      ) : null}
      {refusal ? (
        <Part title={t("playbook.refusal")} level={level}>
          <p className="mb-2 max-w-[var(--measure)] font-medium">{refusal.what}</p>
          <p className={LETTER}>
            <Said words={refusal.say} />
          </p>
          <p className="eyebrow mt-3 mb-1">{t("playbook.instead")}</p>
          <p className={LETTER}>
            <Said words={refusal.instead} />
          </p>
        </Part>
      ) : null}
      {noFix ? (
        <Part title={t("playbook.no-fix")} level={level}>
          <p className="mb-2 max-w-[var(--measure)] text-soft">{noFix.when}</p>
          <p className={LETTER}>
            <Said words={noFix.say} />
          </p>
        </Part>
      ) : null}
      {never.length > 0 ? (
        <Part title={t("playbook.never")} level={level}>
          <ul className="flex flex-col gap-3">
            {never.map(({ say, because }) => (
              <li key={say} className="max-w-[var(--measure)]">
                <p className="font-serif text-[1.0625rem] leading-[1.6]">“{say}”</p>
                <p className="text-soft">{because}</p>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
      {phrases.length > 0 ? (
        <Part title={t("playbook.phrases")} level={level}>
          <Phrases phrases={phrases} />
        </Part>
      ) : null}
      {policy ? (
        <Part title={t("playbook.policy")} level={level}>
          <blockquote className={`${LETTER} flex flex-col gap-3 border-line border-l-2 pl-4`}>
            <Prose text={policy} />
          </blockquote>
        </Part>
      ) : null}
      {playbook.example ? <Example example={playbook.example} /> : null}
    </>
  );
}
