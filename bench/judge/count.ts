/**
 * Counts how often the coach is right, rule by rule, against two readers. A finding is right where both saw the fault, wrong where
 * neither saw anything, and disputed otherwise: two careful people did not agree, so it counts for neither side and is shown.
 */
import { RULES, review } from "../../src/method/review/index.ts";
import { type BlindReply, type Intention, intentions, type ReaderLabel, readers } from "./blind-set.ts";

export interface Counted {
  readonly rule: string;
  readonly catalogue: string;
  readonly level: string;
  right: number;
  wrong: number;
  disputed: number;
  /** Both readers saw the fault and the rule was silent. */
  missed: number;
  /** Meant to look like the fault and seen by neither reader: how many, and in how many the rule was silent. */
  nearMisses: number;
  nearMissesLeftAlone: number;
  readonly wrongIn: string[];
  readonly missedIn: string[];
}

export type Verdict = "fault" | "fine" | "disputed";

export function verdictOf(catalogue: string, labels: readonly (ReaderLabel | undefined)[]): Verdict {
  const said = labels.map((label) =>
    label?.faults.includes(catalogue) ? "fault" : label?.arguable.includes(catalogue) ? "arguable" : "fine",
  );
  if (said.every((one) => one === "fault")) return "fault";
  return said.every((one) => one === "fine") ? "fine" : "disputed";
}

/** @param speaks which findings count: all, or those that a person is shown. */
export function countAll(replies: readonly BlindReply[], speaks: "findings" | "shown"): Counted[] {
  const labels = readers();
  const meant = intentions();
  const counts = new Map<string, Counted>(
    RULES.filter(({ level }) => level === "gate" || level === "nudge").map(({ id, catalogue, level }) => [
      id,
      {
        rule: id,
        catalogue,
        level,
        right: 0,
        wrong: 0,
        disputed: 0,
        missed: 0,
        nearMisses: 0,
        nearMissesLeftAlone: 0,
        wrongIn: [],
        missedIn: [],
      },
    ]),
  );
  for (const { id, input } of replies) {
    const judged = review(input);
    const fired = new Set(judged[speaks].map(({ rule }) => rule));
    for (const count of counts.values())
      add(
        count,
        id,
        fired.has(count.rule),
        verdictOf(
          count.catalogue,
          labels.map((reader) => reader.get(id)),
        ),
        meant.get(id),
      );
  }
  return [...counts.values()];
}

function add(count: Counted, id: string, fires: boolean, verdict: Verdict, meant: Intention | undefined): void {
  if (verdict === "fine" && meant?.near.includes(count.catalogue)) {
    count.nearMisses += 1;
    if (!fires) count.nearMissesLeftAlone += 1;
  }
  if (!fires) {
    if (verdict === "fault") {
      count.missed += 1;
      count.missedIn.push(id);
    }
    return;
  }
  if (verdict === "fault") count.right += 1;
  else if (verdict === "disputed") count.disputed += 1;
  else {
    count.wrong += 1;
    count.wrongIn.push(id);
  }
}

/** Cohen's kappa of the two readers over all replies and these questions, "fault" against anything else (Cohen 1960). */
export function kappa(replies: readonly BlindReply[], catalogues: readonly string[]): number {
  const [one, two] = readers();
  let both = 0;
  let first = 0;
  let second = 0;
  const all = replies.length * catalogues.length;
  for (const { id } of replies)
    for (const catalogue of catalogues) {
      const a = one.get(id)?.faults.includes(catalogue) === true;
      const b = two.get(id)?.faults.includes(catalogue) === true;
      if (a) first += 1;
      if (b) second += 1;
      if (a && b) both += 1;
    }
  const agree = (all - first - second + 2 * both) / all;
  const chance = (first * second + (all - first) * (all - second)) / (all * all);
  return chance === 1 ? 1 : (agree - chance) / (1 - chance);
}
