/** Playbooks: the prepared protocol for each kind of trouble, as Markdown files are, and every version that there was. */
import { type Migration, sql } from "../../platform/storage/index.ts";

const STATEMENTS = [
  `CREATE TABLE playbook (                 -- as it is now; what can be asked without reading the source stands beside it
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug text NOT NULL UNIQUE,             -- the id in its front matter, and the name of its file
    source text NOT NULL,                  -- the whole Markdown file
    title text NOT NULL,
    summary text NOT NULL,
    situations text[] NOT NULL,
    signals text[] NOT NULL,
    version integer NOT NULL,              -- that of the source, from 1
    shipped_source text,                   -- what came with Heard last; null for a team's own
    shipped_is_newer boolean NOT NULL DEFAULT false, -- it came after the team had written another, and nobody has decided yet
    archived_at timestamptz,
    changed_at timestamptz NOT NULL,
    changed_by bigint REFERENCES person ON DELETE SET NULL -- null: came with Heard
  )`,
  `CREATE TABLE playbook_version (
    playbook_id bigint NOT NULL REFERENCES playbook ON DELETE CASCADE,
    version integer NOT NULL,
    source text NOT NULL,
    at timestamptz NOT NULL,
    by bigint REFERENCES person ON DELETE SET NULL,
    PRIMARY KEY (playbook_id, version)
  )`,
] as const;

export const playbooks: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
