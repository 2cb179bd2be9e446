/**
 * What was heard in a message, below it: what they may mean and do not say, what they ask, the facts, what it is about, and what
 * people have put right. Folded to one line until somebody wants it; the list of facts is also the way to them by keyboard.
 */
import { Check, ChevronRight } from "lucide-react";
import { type ReactNode, useId } from "react";
import { SITUATIONS } from "../../../method/reading/index.ts";
import { t } from "../i18n.ts";
import { CorrectionLines, inSentence } from "./correction-lines.tsx";
import type { Heard } from "./hear.ts";
import { type Listening, quote, type ShownFact } from "./listening.ts";
import { QuietSignals } from "./signal-lines.tsx";

interface NotesProps extends Listening {
  readonly conversationId: number;
  readonly facts: readonly ShownFact[];
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onFact: (shown: ShownFact, button: HTMLElement) => void;
  readonly onNote: (shown: ShownFact) => void;
}

export function HeardNotes(props: NotesProps): ReactNode {
  const { heard, facts, isOpen, onOpen } = props;
  const id = useId();
  const summary = [
    saySituation(heard),
    heard.asks.length > 0 ? t("heard.asks", { count: heard.asks.length }) : "",
    facts.length > 0 ? t("heard.facts", { count: distinct(facts).length }) : "",
  ].filter(Boolean);
  const isBare = summary.length === 0 && heard.corrections.length === 0;
  const hasSignals = heard.signals.length + heard.unsaid.length > 0;
  if (isBare && !hasSignals) return null;
  return (
    <section aria-label={t("heard.label")} className="mt-4 max-w-[var(--measure)] border-t pt-2 print-hidden">
      <QuietSignals {...props} />
      {isBare ? null : (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          className="-ml-1 flex min-h-6 w-full items-start gap-1 rounded-sm text-left text-soft text-sm hover:text-ink"
          onClick={() => onOpen(!isOpen)}
        >
          <ChevronRight
            size={14}
            aria-hidden="true"
            className={`mt-[3px] shrink-0 transition-transform duration-[var(--quick)] ${isOpen ? "rotate-90" : ""}`}
          />
          <span>{summary.length > 0 ? summary.join(" · ") : t("heard.put-right-title")}</span>
        </button>
      )}
      <div id={id} hidden={!isOpen}>
        {isOpen ? <Details {...props} /> : null}
      </div>
    </section>
  );
}

function saySituation({ situation, sureness }: Heard): string {
  const words = t(`situation.${situation}`);
  if (sureness === "unsure") return "";
  if (sureness === "said") return words;
  return t(sureness === "sure" ? "situation.likely" : "situation.perhaps", { situation: inSentence(words) });
}

/** The same fact said twice stands in the list once. */
function distinct(facts: readonly ShownFact[]): ShownFact[] {
  const seen = new Set<string>();
  return facts.filter(({ fact: { kind }, value }) => {
    const key = `${kind}|${value}`;
    return !seen.has(key) && seen.add(key);
  });
}

function Details(props: NotesProps): ReactNode {
  const { heard, facts, message, conversationId } = props;
  return (
    <div className="flex flex-col gap-4 pt-2 pb-1 pl-3.5 text-sm">
      {heard.asks.length > 0 ? (
        <div>
          <h2 className="eyebrow">{t("heard.asks-title")}</h2>
          <ul className="mt-1">
            {heard.asks.map((span) => (
              <li key={span.start}>
                <button
                  type="button"
                  className="min-h-6 rounded-sm text-left font-serif text-[0.9375rem] leading-6 decoration-dotted underline-offset-4 hover:underline"
                  aria-label={t("heard.show-asked", { words: quote(message.replyText, span, 160) })}
                  aria-pressed={props.isShown([span])}
                  onClick={() => props.show([span])}
                >
                  {quote(message.replyText, span, 160)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {facts.length > 0 ? <FactLines {...props} facts={distinct(facts)} /> : null}
      <SituationLine {...props} />
      {heard.corrections.length > 0 ? (
        <div>
          <h2 className="eyebrow">{t("heard.put-right-title")}</h2>
          <CorrectionLines corrections={heard.corrections} conversationId={conversationId} />
        </div>
      ) : null}
    </div>
  );
}

function FactLines({ facts, heard, point, onFact, onNote }: NotesProps): ReactNode {
  return (
    <div>
      <h2 className="eyebrow">{t("heard.facts-title")}</h2>
      <ul className="mt-1">
        {facts.map((shown) => {
          const { fact, label, value } = shown;
          const same = heard.facts.filter((one) => one.kind === fact.kind && one.value === fact.value);
          return (
            <li
              key={`${fact.start}-${fact.end}`}
              className="grid grid-cols-[minmax(0,7.5rem)_1fr_auto] items-baseline gap-x-3"
            >
              <span className="text-soft">{label}</span>
              <button
                type="button"
                aria-haspopup="dialog"
                aria-label={t("heard-fact.open", { kind: label, value })}
                className={`min-h-6 rounded-sm text-left tabular-nums decoration-dotted underline-offset-4 [overflow-wrap:anywhere] hover:underline ${fact.isCorrected ? "text-soft line-through" : ""}`}
                onFocus={() => point(same)}
                onBlur={() => point([])}
                onPointerEnter={() => point(same)}
                onPointerLeave={() => point([])}
                onClick={(event) => onFact(shown, event.currentTarget)}
              >
                {value}
              </button>
              {shown.isNoted ? (
                <span className="inline-flex min-h-6 items-baseline gap-1 text-soft">
                  <Check size={14} aria-hidden="true" className="self-center" />
                  {t("heard-fact.noted")}
                </span>
              ) : fact.isCorrected ? null : (
                <button
                  type="button"
                  className="link min-h-6"
                  aria-label={t("heard-fact.note-named", { kind: label, value })}
                  onClick={() => onNote(shown)}
                >
                  {t("heard-fact.note-short")}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What it is about can be put right where it is said: choosing another one is all. */
function SituationLine({ heard, correct }: NotesProps): ReactNode {
  const isUnsure = heard.sureness === "unsure";
  return (
    <label className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="eyebrow">{t("heard.about-title")}</span>
      <select
        className="field !min-h-7 !w-auto max-w-full !py-0.5"
        value={isUnsure ? "" : heard.situation}
        onChange={(event) =>
          correct({ aspect: "situation", heard: heard.engineSituation, said: { name: event.target.value } })
        }
      >
        {isUnsure ? <option value="">{t("situation.unsure")}</option> : null}
        {SITUATIONS.map((situation) => (
          <option key={situation} value={situation}>
            {t(`situation.${situation}`)}
          </option>
        ))}
      </select>
      {heard.sureness === "sure" || heard.sureness === "perhaps" ? (
        <span className="text-soft">{t(`sureness.${heard.sureness}`)}</span>
      ) : null}
    </label>
  );
}
