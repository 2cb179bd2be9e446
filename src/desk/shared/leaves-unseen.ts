/** A mailbox that is not open to all is always seen by somebody: mail that nobody would ever read must not be taken in. */
import { type MailboxId, type PersonId, type Refusal, refuse } from "../../kit/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import { mailboxesSeenOnlyBy } from "../../records/mailbox/index.ts";

/**
 * Whether somebody who sees no more than `keeps` from now on would leave a mailbox to nobody. The caller holds `lockMailboxes`.
 * @returns the refusal nobody-sees-it, or undefined when all is well.
 */
export async function leavesUnseen(
  tx: Kysely<Tables>,
  person: { readonly id: PersonId; readonly name: string },
  keeps: readonly MailboxId[],
): Promise<Refusal | undefined> {
  const lost = (await mailboxesSeenOnlyBy(tx, person.id)).filter(({ id }) => !keeps.includes(id));
  if (lost.length === 0) return undefined;
  return refuse(
    "nobody-sees-it",
    `Only ${person.name} sees what comes into ${lost.map(({ name }) => `“${name}”`).join(" and ")}.`,
    "Name somebody else in the settings of the mailbox first, or open it to everybody.",
  );
}
