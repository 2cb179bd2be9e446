/** A letter to a customer who has not written: a draft that stands in no conversation yet, one for each person. */
import { type Migration, sql } from "../../platform/storage/index.ts";

const STATEMENTS = [
  `ALTER TABLE draft ALTER COLUMN conversation_id DROP NOT NULL`,
  `ALTER TABLE draft DROP CONSTRAINT draft_kind_check`,
  `ALTER TABLE draft ADD CONSTRAINT draft_kind_check
    CHECK (kind IN ('reply', 'note', 'forward', 'letter') AND (kind = 'letter') = (conversation_id IS NULL))`,
  `ALTER TABLE draft DROP CONSTRAINT draft_conversation_id_person_id_kind_key`,
  `ALTER TABLE draft ADD CONSTRAINT draft_once UNIQUE NULLS NOT DISTINCT (conversation_id, person_id, kind)`,
] as const;

export const letters: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
