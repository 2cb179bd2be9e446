/** The tables of people who work here. What a column is for is said in the migration. */
import type { PersonId } from "../../kit/index.ts";
import type { ColumnType, Generated } from "../../platform/storage/index.ts";

/** What a person may do; each may do what those before it may. */
export type Role = "agent" | "lead" | "admin";

declare module "../../platform/storage/tables.ts" {
  interface Tables {
    person: PersonTable;
    session: SessionTable;
    account_token: AccountTokenTable;
    throttle: ThrottleTable;
  }
}

/** jsonb: given as what `jsonb()` makes of it, read back as an object. */
type Preferences = ColumnType<Record<string, unknown>, Record<string, unknown> | undefined, Record<string, unknown>>;

interface PersonTable {
  id: Generated<PersonId>;
  email: string;
  name: string;
  role: Role;
  password_hash: string | null;
  signature_html: Generated<string>;
  time_zone: Generated<string>;
  preferences: Preferences;
  disabled_at: Date | null;
  created_at: Date;
}

interface SessionTable {
  token_hash: Buffer;
  id: Generated<number>;
  person_id: PersonId;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
  user_agent: Generated<string>;
  address: Generated<string>;
}

interface AccountTokenTable {
  token_hash: Buffer;
  purpose: "invite" | "reset";
  person_id: PersonId;
  created_by: PersonId | null;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

interface ThrottleTable {
  key: string;
  count: number;
  window_started_at: Date;
  blocked_until: Date | null;
}
