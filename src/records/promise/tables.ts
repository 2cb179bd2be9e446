/** The tables of given words, as types. What each column is for stands in the migration. */
import type { MessageId, PersonId, PromiseId } from "../../kit/index.ts";
import type { CommitmentKind } from "../../method/review/index.ts";
import type { Generated } from "../../platform/storage/index.ts";

declare module "../../platform/storage/tables.ts" {
  interface Tables {
    promise: PromiseTable;
    promise_outcome: PromiseOutcomeTable;
    commitment: CommitmentTable;
    gate_reason: GateReasonTable;
  }
}

export interface PromiseTable {
  id: Generated<PromiseId>;
  message_id: MessageId;
  start_at: number;
  end_at: number;
  who: "me" | "us" | "other";
  what: string;
  due_at: Date | null;
  due_is_day: boolean;
  /** Kept by a trigger. */
  has_outcome: Generated<boolean>;
}

export type Outcome = "kept" | "moved" | "withdrawn";

export interface PromiseOutcomeTable {
  promise_id: PromiseId;
  outcome: Outcome;
  at: Date;
  person_id: PersonId | null;
  reason: string;
  message_id: MessageId | null;
  moved_to: PromiseId | null;
}

export interface CommitmentTable {
  id: Generated<number>;
  message_id: MessageId;
  start_at: number;
  end_at: number;
  kind: CommitmentKind;
  /** Decimal, as text: no sum is rounded on its way. */
  amount: string | null;
  currency: string | null;
}

export interface GateReasonTable {
  message_id: MessageId;
  rule: string;
  reason: string;
  person_id: PersonId | null;
  given_at: Date;
}
