/** A problem of a playbook as whoever fills in the form knows it: by the labels that stand there. */
import type { LookedPlaybook } from "../../contract/index.ts";
import { t } from "../i18n.ts";

type Problem = LookedPlaybook["problems"][number];

const ROWS = {
  ask: (number: number) => t("form-playbook.question", { number }),
  options: (number: number) => t("form-playbook.option", { number }),
  never: (number: number) => t("form-playbook.never", { number }),
  phrases: (number: number) => t("form-playbook.phrase", { number }),
} as const;

const LABELS: Readonly<Record<string, () => string>> = {
  id: () => t("form-playbook.title"),
  title: () => t("form-playbook.title"),
  summary: () => t("form-playbook.summary"),
  situations: () => t("form-playbook.situations"),
  signals: () => t("form-playbook.signals"),
  policy: () => t("form-playbook.policy"),
  options: () => t("playbook.options"),
  "ask.question": () => t("form-playbook.question-words"),
  "ask.why": () => t("form-playbook.question-why"),
  "options.title": () => t("form-playbook.option-title"),
  "options.when": () => t("form-playbook.option-when"),
  "options.offer": () => t("form-playbook.option-offer"),
  "options.limit": () => t("form-playbook.option-amount"),
  "options.limit.amount": () => t("form-playbook.option-amount"),
  "options.limit.currency": () => t("form-playbook.option-currency"),
  "options.limit.count": () => t("form-playbook.option-count"),
  "options.promise.what": () => t("form-playbook.option-promise"),
  "refusal.what": () => t("form-playbook.refusal-what"),
  "refusal.say": () => t("form-playbook.refusal-say"),
  "refusal.instead": () => t("form-playbook.refusal-instead"),
  "no-fix.when": () => t("form-playbook.no-fix-when"),
  "no-fix.say": () => t("form-playbook.no-fix-say"),
  "never.say": () => t("form-playbook.never-say"),
  "never.because": () => t("form-playbook.never-because"),
  "phrases.say": () => t("form-playbook.phrase-say"),
};

export function sayInForm({ sentence, about }: Pick<Problem, "sentence" | "about">): string {
  if (!about) return sentence;
  const [first, place] = about.path;
  const label = LABELS[about.path.filter((step) => typeof step === "string").join(".")]?.();
  const row =
    typeof place === "number" && Object.hasOwn(ROWS, String(first)) ? ROWS[first as keyof typeof ROWS](place + 1) : "";
  if (label === undefined) return sentence;
  return t("form-playbook.problem", { where: row ? `${row}, ${label}` : label, says: about.says });
}
