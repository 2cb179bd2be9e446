/** The tables of playbooks, as types. What each column is for stands in the migration. */
import type { PersonId, PlaybookId } from "../../kit/index.ts";
import type { Signal, Situation } from "../../method/reading/index.ts";
import type { Generated } from "../../platform/storage/index.ts";

declare module "../../platform/storage/tables.ts" {
  interface Tables {
    playbook: PlaybookTable;
    playbook_version: PlaybookVersionTable;
  }
}

export interface PlaybookTable {
  id: Generated<PlaybookId>;
  slug: string;
  source: string;
  title: string;
  summary: string;
  situations: Situation[];
  signals: Signal[];
  version: number;
  shipped_source: string | null;
  shipped_is_newer: Generated<boolean>;
  archived_at: Date | null;
  changed_at: Date;
  changed_by: PersonId | null;
}

export interface PlaybookVersionTable {
  playbook_id: PlaybookId;
  version: number;
  source: string;
  at: Date;
  by: PersonId | null;
}
