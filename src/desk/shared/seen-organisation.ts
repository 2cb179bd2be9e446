/** Whether an organisation is there for somebody, and what is said of one that is not. Who may know of one, the record decides. */
import { type OrganisationId, refuse } from "../../kit/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { knownOrganisations } from "../../records/conversation/index.ts";
import { visibleMailboxIds } from "../../records/mailbox/index.ts";

/** @returns whether all of them are. */
export async function seesOrganisations(
  db: Kysely<Tables>,
  by: SignedIn,
  ...ids: readonly OrganisationId[]
): Promise<boolean> {
  const who = { person: by.id, mailboxes: await visibleMailboxIds(db, by.id) };
  const known = await knownOrganisations(db, who, ids);
  return ids.every((id) => known.has(id));
}

/** That there is one is not said to people who may not know of it. */
export const NOT_FREE = refuse(
  "organisation-not-free",
  "This name or domain cannot be used here.",
  "Ask an admin of this desk to look at it.",
);
