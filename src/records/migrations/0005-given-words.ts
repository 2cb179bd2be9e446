/**
 * What a message of ours gives its word for, and why it left against a gate. Each belongs to its message: it goes where that goes, and
 * is gone when that is taken back.
 */
import { type Migration, sql } from "../../platform/storage/index.ts";

const STATEMENTS = [
  `CREATE TABLE promise (                  -- who told whom what by when (METHOD close.through); made once its message has left
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id bigint NOT NULL REFERENCES message ON DELETE CASCADE,
    start_at integer NOT NULL,             -- the sentence, in the message's reply_text, UTF-16
    end_at integer NOT NULL,
    who text NOT NULL CHECK (who IN ('me', 'us', 'other')), -- the writer, the team, somebody else
    what text NOT NULL,                    -- of those words, without the "I will"
    due_at timestamptz,                    -- null when no day was said; of a day alone its end, where the writer is
    due_is_day boolean NOT NULL DEFAULT false,
    CHECK (0 <= start_at AND start_at <= end_at)
  )`,
  `CREATE INDEX promise_by_message ON promise (message_id)`,
  `CREATE TABLE commitment (               -- what it gives away (METHOD solve.limits)
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    message_id bigint NOT NULL REFERENCES message ON DELETE CASCADE,
    start_at integer NOT NULL,             -- the words, in the message's reply_text, UTF-16
    end_at integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('refund', 'credit', 'replacement', 'discount', 'free-period', 'exception')),
    amount numeric,                        -- of a free period the months; null when none was said
    currency text,                         -- ISO 4217, % for a share; null when the words do not say
    CHECK (0 <= start_at AND start_at <= end_at)
  )`,
  `CREATE INDEX commitment_by_message ON commitment (message_id)`,
  `CREATE TABLE gate_reason (              -- why a person let it leave as it was, where a rule had asked to stop
    message_id bigint NOT NULL REFERENCES message ON DELETE CASCADE,
    rule text NOT NULL,
    reason text NOT NULL,
    person_id bigint REFERENCES person ON DELETE SET NULL,
    given_at timestamptz NOT NULL,
    PRIMARY KEY (message_id, rule)
  )`,
] as const;

export const givenWords: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
