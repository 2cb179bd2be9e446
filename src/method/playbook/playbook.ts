/**
 * What a playbook is: the prepared protocol for one kind of trouble (METHOD prepare.playbook). As the desk works with it;
 * how it is written down in a file is records/playbook's matter.
 */
import type { FactKind, Signal, Situation } from "../reading/index.ts";
import type { CommitmentKind } from "../review/index.ts";
import type { Step } from "../steps/index.ts";

export const TIME_UNITS = ["hours", "working-days", "days"] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

export interface TimeSpan {
  /** Whole, at least 1. */
  readonly count: number;
  readonly unit: TimeUnit;
}

export interface PlaybookQuestion {
  readonly id: string;
  readonly question: string;
  /** For the agent: why it is worth a customer's time (METHOD ask.assume). */
  readonly why: string;
  /** The kind of fact that answers it. */
  readonly fact?: FactKind | undefined;
  /** Nothing is offered before this is known. */
  readonly required: boolean;
}

/** Sums are decimals as text, such as "60.00": no sum is rounded on its way. */
export interface PlaybookCommitment {
  readonly kind: CommitmentKind;
  readonly amount?: string | undefined;
  /** ISO 4217, or "%" for a share of the price. */
  readonly currency?: string | undefined;
}

/** Up to where an agent decides alone: a sum, or how many. */
export interface PlaybookLimit {
  readonly amount?: string | undefined;
  readonly currency?: string | undefined;
  readonly count?: number | undefined;
}

export interface PlaybookOption {
  readonly id: string;
  readonly title: string;
  readonly recommended: boolean;
  /** For the agent: when it fits. */
  readonly when: string;
  /** Words to the customer, with variables. */
  readonly offer: string;
  readonly commits?: PlaybookCommitment | undefined;
  /** Empty where nothing is given away. */
  readonly limit: PlaybookLimit;
  /** What must be confirmed before it is offered. */
  readonly needs: readonly FactKind[];
  readonly promise?: { readonly what: string; readonly within: TimeSpan } | undefined;
  /** How long it needs to work, after the promise was due, before we ask whether it is solved (METHOD close.check). */
  readonly checkAfter?: TimeSpan | undefined;
}

export interface ExampleTurn {
  readonly from: "customer" | "agent";
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly text: string;
}

export interface Playbook {
  /** Kebab-case, and the name of its file. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** It is for any of these situations or signals; at least one of either. */
  readonly situations: readonly Situation[];
  readonly signals: readonly Signal[];
  readonly ask: readonly PlaybookQuestion[];
  /** Kinds of facts that are read back before anything is done. */
  readonly confirm: readonly FactKind[];
  /** Exactly one is recommended. */
  readonly options: readonly PlaybookOption[];
  /** What cannot be done, said with what can (METHOD expect.alternative). */
  readonly refusal?: { readonly what: string; readonly say: string; readonly instead: string } | undefined;
  /** When nothing can be put right (METHOD solve.validate). */
  readonly noFix?: { readonly when: string; readonly say: string } | undefined;
  readonly never: readonly { readonly say: string; readonly because: string }[];
  readonly phrases: readonly { readonly step: Step; readonly say: string }[];
  /** The rule in plain words, as it may be cited to a customer. */
  readonly policy: string;
  readonly example?: { readonly customer: string; readonly turns: readonly ExampleTurn[] } | undefined;
  /** How to think of this trouble: Markdown, for people. */
  readonly thinking: string;
}

/** What words to the customer may hold, in braces; filled in when the words are used. */
export const PLAYBOOK_VARIABLES = [
  "customer.first_name",
  "agent.first_name",
  "fact.order",
  "fact.product",
  "fact.amount",
  "fact.date",
  "fact.address",
  "fact.tracking",
  "fact.error_code",
  "fact.device",
  "fact.version",
  "fact.invoice",
] as const;
