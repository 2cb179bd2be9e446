/**
 * Which playbooks fit what was heard, best first, each with the reason in words (METHOD prepare.playbook). It proposes; the agent
 * chooses. A person in danger, in grief or under insult comes before any goods, however sure the reading is of the goods.
 */
import type { Reading, Signal, Situation } from "../reading/index.ts";
import type { Playbook } from "./playbook.ts";

export interface PlaybookMatch<P extends Matchable = Playbook> {
  readonly playbook: P;
  /** 0..1: how much speaks for it. Those that are about safety stand first whatever it is. */
  readonly strength: number;
  readonly isSafety: boolean;
  /** A sentence for the agent. */
  readonly reason: string;
}

/** As much of a playbook as matching looks at: a list of them need not be read whole. */
export type Matchable = Pick<Playbook, "id" | "situations" | "signals">;

/** What is done about these cannot wait behind a parcel. */
const SAFETY: ReadonlySet<Signal> = new Set<Signal>(["self-harm", "threat", "safety", "bereavement", "abuse"]);

/** How much a signal says of what has to be done next, beside a situation's 0..1. */
const SIGNAL_SAYS: Readonly<Record<Signal, number>> = {
  "self-harm": 1,
  threat: 0.95,
  safety: 0.9,
  bereavement: 0.85,
  abuse: 0.8,
  legal: 0.75,
  "complaint-body": 0.75,
  "wants-manager": 0.85,
  fraud: 0.7,
  "data-protection": 0.7,
  vulnerable: 0.5,
  "public-review": 0.4,
  churn: 0.3,
  "repeat-contact": 0.4,
  deadline: 0.2,
  sarcasm: 0.2,
  "wants-brevity": 0.1,
  solved: 0.1,
};

const SIGNAL_WORDS: Readonly<Record<Signal, string>> = {
  "self-harm": "they may harm themselves",
  threat: "they threaten somebody",
  safety: "somebody may be in danger",
  bereavement: "somebody has died",
  abuse: "they insult us",
  legal: "they speak of the law",
  "complaint-body": "they name somebody they could complain to",
  "wants-manager": "they ask for a manager",
  fraud: "they speak of fraud",
  "data-protection": "they ask about their data",
  vulnerable: "they may need more care",
  "public-review": "they speak of a public review",
  churn: "they speak of leaving",
  "repeat-contact": "they have written before",
  deadline: "they have a day to keep",
  sarcasm: "they are bitter",
  "wants-brevity": "they want it short",
  solved: "they say it is solved",
};

const SITUATION_WORDS: Readonly<Record<Situation, string>> = {
  "product-fault": "a faulty product",
  "wrong-item": "a wrong item",
  "late-delivery": "a late delivery",
  "software-bug": "a software bug",
  "misunderstood-policy": "a misunderstood rule",
  "unanswered-ticket": "a ticket without an answer",
  "billing-error": "a wrong bill",
  "double-charge": "a double charge",
  "refund-outside-window": "a refund after the window",
  "refund-legal-right": "a refund they have a right to",
  cancellation: "a cancellation",
  outage: "an outage",
  "account-access": "an account they cannot get into",
  "how-to": "a question of how to do it",
  "feature-request": "a wish for something new",
  "data-privacy": "a worry about their data",
  "suspected-fraud": "a suspicion of fraud",
  bereavement: "a death",
  "cannot-pay": "a bill they cannot pay",
  "compensation-demand": "a demand for compensation",
  other: "something else",
};

/** Best first; those for which nothing speaks are left out. The order of `playbooks` does not matter. */
export function matchPlaybooks<P extends Matchable>(
  { situations, signals }: Pick<Reading, "situations" | "signals">,
  playbooks: readonly P[],
): PlaybookMatch<P>[] {
  const sure = new Map(situations.map(({ situation, confidence }) => [situation, confidence]));
  const heard = new Set(signals.map(({ signal }) => signal));
  return playbooks
    .flatMap((playbook): PlaybookMatch<P>[] => {
      const itsSituations = [...new Set(playbook.situations)].filter((one) => sure.has(one));
      const itsSignals = signalsOf(playbook).filter((one) => heard.has(one));
      if (itsSituations.length === 0 && itsSignals.length === 0) return [];
      const against = [...itsSituations.map((one) => sure.get(one) ?? 0), ...itsSignals.map((one) => SIGNAL_SAYS[one])]
        .map((says) => 1 - says)
        .reduce((left, part) => left * part, 1);
      const reasons = [
        ...itsSignals.map((one) => SIGNAL_WORDS[one]),
        ...itsSituations.map(
          (one) => `it sounds like ${SITUATION_WORDS[one]} (${Math.round((sure.get(one) ?? 0) * 100)} %)`,
        ),
      ];
      return [
        {
          playbook,
          strength: 1 - against,
          isSafety: itsSignals.some((one) => SAFETY.has(one)),
          reason: sentence(reasons),
        },
      ];
    })
    .sort(
      (a, b) =>
        Number(b.isSafety) - Number(a.isSafety) || b.strength - a.strength || (a.playbook.id < b.playbook.id ? -1 : 1),
    );
}

/** A death is a situation and a signal: whoever prepares for the one prepares for the other. */
const signalsOf = ({ situations, signals }: Matchable): Signal[] => [
  ...new Set<Signal>(situations.includes("bereavement") ? [...signals, "bereavement"] : signals),
];

function sentence(reasons: readonly string[]): string {
  const words = reasons.join(", and ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
