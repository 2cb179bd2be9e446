/** What a review is given: the thread, the reply being written, and as much else as the desk happens to know. All of it is plain JSON. */

export interface ThreadMessage {
  readonly from: "customer" | "agent";
  readonly text: string;
  /** ISO 8601 with an offset. */
  readonly at?: string | undefined;
}

export const COMMITMENT_KINDS = ["refund", "credit", "replacement", "discount", "free-period", "exception"] as const;
export type CommitmentKind = (typeof COMMITMENT_KINDS)[number];

/** What the writer may give away alone. A kind that is not named is not limited; `amount` 0 means never without asking. */
export interface Limit {
  readonly kind: CommitmentKind;
  /** The most, in `currency`; "%" for a share of the price. */
  readonly amount: number;
  readonly currency?: string | undefined;
}

export interface Approval {
  readonly kind: CommitmentKind;
  /** Up to this much; any amount when it is absent. */
  readonly amount?: number | undefined;
  readonly currency?: string | undefined;
}

export interface EarlierPromise {
  /** What was promised, in the words of the sentence: "call you on Tuesday". */
  readonly what: string;
  /** ISO date, or date and time with an offset. */
  readonly due: string;
  /** `moved` had notice before it was due. Left out: open, and broken once `due` is past. */
  readonly state?: "open" | "kept" | "moved" | "broken" | undefined;
}

export interface ReviewInput {
  /** Oldest first. Only the writer's reply is judged; the thread says what it answers. */
  readonly thread: readonly ThreadMessage[];
  readonly reply: string;
  /** When the reply is being written: ISO 8601 with an offset. Without it no day is resolved. */
  readonly at?: string | undefined;
  /** IANA name. Without it days are reckoned in the offset of `at`. */
  readonly timeZone?: string | undefined;
  readonly customer?: { readonly name?: string | undefined } | undefined;
  readonly limits?: readonly Limit[] | undefined;
  readonly approved?: readonly Approval[] | undefined;
  readonly promises?: readonly EarlierPromise[] | undefined;
  readonly rights?: { readonly jurisdiction: string; readonly orderDate: string } | undefined;
  readonly playbook?:
    | {
        /** Ready-made texts a reply may have been started from. */
        readonly phrases?: readonly string[] | undefined;
        /** The remedies that are open to this customer. */
        readonly options?: readonly string[] | undefined;
        /** There is no fix: validating is then the answer (METHOD solve.validate). */
        readonly hasNoFix?: boolean | undefined;
      }
    | undefined;
  /** "email" unless said otherwise. */
  readonly channel?: "email" | "chat" | undefined;
}
