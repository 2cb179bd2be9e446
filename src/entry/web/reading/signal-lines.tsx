/**
 * What is in danger or changes who should answer, one plain line each with what to do (CRAFT S3-S5, P21); and what is not said,
 * as carefully as it was heard. Each shows its words, and a person can say that it is not so; the system never decides that.
 */
import type { ReactNode } from "react";
import type { Signal, Unsaid } from "../../../method/reading/index.ts";
import { t } from "../i18n.ts";
import type { Evidence } from "./hear.ts";
import type { Listening } from "./listening.ts";

/** Stand above the letter, in this order; the others below it. */
const GRAVE = [
  "self-harm",
  "threat",
  "safety",
  "bereavement",
  "vulnerable",
  "abuse",
  "fraud",
  "legal",
  "complaint-body",
  "data-protection",
] as const satisfies readonly Signal[];
const isGrave = (name: Signal): boolean => (GRAVE as readonly Signal[]).includes(name);
/** Life and limb: the only ones that raise their voice. */
const IN_DANGER: ReadonlySet<Signal> = new Set(["self-harm", "threat", "safety"]);

interface LineProps extends Listening {
  readonly aspect: "signal" | "unsaid";
  readonly evidence: Evidence<Signal | Unsaid>;
  readonly words: string;
  /** The same in a word or two. */
  readonly what: string;
}

/** A person says that it is not so; the words it was heard in are kept with that. */
function NotSo({ aspect, evidence: { name, spans }, what, correct, className }: LineProps & { className: string }) {
  return (
    <button
      type="button"
      className={`min-h-6 rounded-sm text-soft underline decoration-dotted underline-offset-2 ${className}`}
      aria-label={t("put-right.not-so-named", { what })}
      onClick={() => {
        const { start, end } = spans[0] ?? { start: 0, end: 0 };
        correct({ aspect, start, end, heard: { name }, said: null });
      }}
    >
      {t("put-right.not-so")}
    </button>
  );
}

function LoudLine(props: LineProps & { isInDanger: boolean }): ReactNode {
  const { evidence, words, what, isInDanger, show, isShown } = props;
  return (
    <li className="py-0.5">
      <span className={isInDanger ? "font-medium text-trouble" : ""}>{words}</span>{" "}
      <span className="whitespace-nowrap">
        <button
          type="button"
          className="link mr-2.5 min-h-6"
          aria-pressed={isShown(evidence.spans)}
          aria-label={`${t("heard.show-words")}: ${what}`}
          onClick={() => show(evidence.spans)}
        >
          {t("heard.show-words")}
        </button>
        <NotSo {...props} className="" />
      </span>
    </li>
  );
}

/** The sentence itself shows its words; the word against it comes when one turns to it. */
function QuietLine(props: LineProps): ReactNode {
  const { evidence, words, show, isShown } = props;
  return (
    <li className="group flex items-baseline gap-x-3">
      <button
        type="button"
        className="min-h-6 rounded-sm text-left decoration-dotted underline-offset-4 hover:underline aria-pressed:text-ink aria-pressed:underline"
        aria-pressed={isShown(evidence.spans)}
        data-tip={t("heard.show-words")}
        onClick={() => show(evidence.spans)}
      >
        {words}
      </button>
      <NotSo
        {...props}
        className="shrink-0 opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100"
      />
    </li>
  );
}

export function GraveSignals(listening: Listening): ReactNode {
  const found = GRAVE.flatMap((name) => listening.heard.signals.filter((one) => one.name === name));
  if (found.length === 0) return null;
  return (
    <ul className="mb-4 max-w-[var(--measure)] border-l-2 border-l-line pl-3 text-sm print-hidden">
      {found.map((one) => (
        <LoudLine
          key={one.name}
          {...listening}
          aspect="signal"
          evidence={one}
          words={t(`signal.${one.name}`)}
          what={t(`signal-name.${one.name}`)}
          isInDanger={IN_DANGER.has(one.name)}
        />
      ))}
    </ul>
  );
}

/** What is not said, and milder signals. */
export function QuietSignals(listening: Listening): ReactNode {
  const { heard } = listening;
  // Beside a life in danger nothing else has to be said of how to answer.
  const isInDespair = heard.signals.some(({ name }) => name === "self-harm");
  const mild = heard.signals.filter(({ name }) => !isInDespair && !isGrave(name));
  if (mild.length + heard.unsaid.length === 0) return null;
  return (
    <ul className="mb-1 text-soft text-sm">
      {heard.unsaid.map((one) => (
        <QuietLine
          key={one.name}
          {...listening}
          aspect="unsaid"
          evidence={one}
          words={t(`unsaid.${one.name}`)}
          what={t(`unsaid-name.${one.name}`)}
        />
      ))}
      {mild.map((one) => (
        <QuietLine
          key={one.name}
          {...listening}
          aspect="signal"
          evidence={one}
          words={t(`signal.${one.name}`)}
          what={t(`signal-name.${one.name}`)}
        />
      ))}
    </ul>
  );
}
