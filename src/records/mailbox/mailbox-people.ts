/** Which mailboxes name a person. It matters for mailboxes that are not open to all; store.ts decides who may see what. */
import type { MailboxId, PersonId } from "../../kit/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";

/** @param ids replace the ones there were; a mailbox that is gone meanwhile is left out. */
export async function setMailboxesOf(db: Kysely<Tables>, person: PersonId, ids: readonly MailboxId[]): Promise<void> {
  await db.deleteFrom("mailbox_person").where("person_id", "=", person).execute();
  if (ids.length === 0) return;
  await db
    .insertInto("mailbox_person")
    .columns(["mailbox_id", "person_id"])
    .expression((made) =>
      made
        .selectFrom("mailbox")
        .select((is) => ["id", is.val(person).as("person_id")])
        .where("id", "in", [...ids]),
    )
    .execute();
}

/** Each person who is named by any mailbox, with the mailboxes. */
export async function mailboxesByPerson(db: Kysely<Tables>): Promise<ReadonlyMap<PersonId, MailboxId[]>> {
  const rows = await db.selectFrom("mailbox_person").selectAll().orderBy("mailbox_id").execute();
  const found = new Map<PersonId, MailboxId[]>();
  for (const { person_id, mailbox_id } of rows) found.set(person_id, [...(found.get(person_id) ?? []), mailbox_id]);
  return found;
}
