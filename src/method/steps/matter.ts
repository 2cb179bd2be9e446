/**
 * What stands in the records about one conversation, as far as its steps follow from it. All moments are milliseconds since 1970
 * (UTC); the order of a list says nothing, so that mail which arrives late changes nothing but what it says.
 */
import type { Step } from "./step.ts";

export interface Matter {
  readonly theirs: readonly TheirWords[];
  readonly ours: readonly OurWords[];
  readonly facts: readonly FactKnown[];
  readonly questions: readonly Question[];
  readonly offers: readonly Offer[];
  readonly promises: readonly PromiseGiven[];
  readonly checks: readonly Check[];
  /** From when on it makes sense to ask whether it is solved: what was provided has had time to work. */
  readonly checkDue: number | null;
  /** A person ended it, and said why. */
  readonly closings: readonly { readonly at: number; readonly reason: string }[];
  /** A person took a step for done, whatever is written. */
  readonly overruled: readonly { readonly step: Step; readonly at: number }[];
}

/** A message of the customer, written by hand: no machines. */
export interface TheirWords {
  readonly id: number;
  readonly at: number;
  /** Somebody of the team had it on screen for a moment. */
  readonly isSeen: boolean;
  /** It carries a feeling that wants a word. */
  readonly isUpset: boolean;
  /** "Thanks, all good now": perhaps a yes, never one by itself. */
  readonly soundsSolved: boolean;
}

export interface OurWords {
  readonly id: number;
  readonly at: number;
  /** What waits in the outbox, was taken back or failed has told nobody anything. */
  readonly hasLeft: boolean;
  readonly covers: readonly Step[];
}

export interface FactKnown {
  readonly id: number;
  readonly at: number;
  readonly state: "heard" | "read-back" | "confirmed" | "corrected";
}

/** Something we must know and do not, or did not. */
export interface Question {
  readonly id: number;
  readonly at: number;
  /** Nothing is offered before it is answered (METHOD ask.assume). */
  readonly isRequired: boolean;
  readonly state: "open" | "asked" | "answered";
}

export interface Offer {
  readonly id: number;
  readonly at: number;
  readonly isChosen: boolean;
}

export interface PromiseGiven {
  readonly id: number;
  readonly at: number;
  readonly due: number | null;
  readonly state: "open" | "kept" | "moved" | "broken";
  /** A letter of ours has said that it was broken. */
  readonly isOwnedUp: boolean;
}

/** The question whether it is solved, and the customer's own answer. */
export interface Check {
  readonly id: number;
  readonly askedAt: number;
  readonly answer: "yes" | "no" | null;
  readonly answeredAt: number | null;
  /** When an unanswered question is asked once more. */
  readonly followUpDue: number | null;
  /** The team's limit of waiting has passed without an answer. */
  readonly silentSince: number | null;
}
