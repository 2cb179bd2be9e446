/**
 * What became of a promise. The promise itself stays as it was given; that it is open or broken is reckoned from its day and from
 * this, and stands nowhere.
 */
import { type Migration, sql } from "../../platform/storage/index.ts";

const STATEMENTS = [
  `CREATE TABLE promise_outcome (          -- at most one for each promise; none while it is open (METHOD close.through)
    promise_id bigint PRIMARY KEY REFERENCES promise ON DELETE CASCADE,
    outcome text NOT NULL CHECK (outcome IN ('kept', 'moved', 'withdrawn')),
    at timestamptz NOT NULL,               -- when somebody said so
    person_id bigint REFERENCES person ON DELETE SET NULL,
    reason text NOT NULL DEFAULT '',       -- why it was withdrawn
    message_id bigint REFERENCES message ON DELETE CASCADE, -- the letter that said so: counts once that has left, and goes with it
    moved_to bigint REFERENCES promise ON DELETE CASCADE,   -- the new promise, in that very letter
    CHECK ((outcome = 'moved') = (moved_to IS NOT NULL)),
    CHECK (moved_to IS NULL OR message_id IS NOT NULL)
  )`,
  `CREATE INDEX promise_outcome_by_message ON promise_outcome (message_id) WHERE message_id IS NOT NULL`,
  `CREATE INDEX promise_outcome_by_target ON promise_outcome (moved_to) WHERE moved_to IS NOT NULL`,
  // What is owed must be found without walking through everything that ever was: a trigger keeps this, because outcomes also go
  // with their letters, and no change may be missed.
  `ALTER TABLE promise ADD COLUMN has_outcome boolean NOT NULL DEFAULT false`,
  `CREATE FUNCTION promise_outcome_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    UPDATE promise SET has_outcome = (TG_OP = 'INSERT') WHERE id = coalesce(NEW.promise_id, OLD.promise_id);
    RETURN NULL;
  END $$`,
  `CREATE TRIGGER promise_has_outcome AFTER INSERT OR DELETE ON promise_outcome
    FOR EACH ROW EXECUTE FUNCTION promise_outcome_changed()`,
  // The ledger is read in this order: what has no day comes last. What a third party will do is nobody's promise here.
  `CREATE INDEX promise_owed ON promise ((coalesce(due_at, 'infinity')), id) WHERE NOT has_outcome AND who <> 'other'`,
  `CREATE INDEX promise_by_due ON promise (due_at) WHERE who <> 'other'`,
  // What a letter says of a promise does not count before it has left: these are few.
  `CREATE INDEX message_not_sent ON message (id) WHERE delivery <> 'sent'`,
] as const;

export const promiseOutcome: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
