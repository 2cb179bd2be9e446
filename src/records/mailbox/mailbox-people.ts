/** Which mailboxes name a person. It matters for mailboxes that are not open to all; store.ts decides who may see what. */
import type { MailboxId, PersonId } from "../../kit/index.ts";
import { type Kysely, sql, type Tables } from "../../platform/storage/index.ts";

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

/** The mailboxes that of everybody who has access this person alone may see. */
export async function mailboxesSeenOnlyBy(
  db: Kysely<Tables>,
  person: PersonId,
): Promise<Array<{ readonly id: MailboxId; readonly name: string }>> {
  const rows = await sql<{ id: MailboxId; name: string }>`
    SELECT m.id, m.name FROM mailbox m WHERE NOT m.open_to_all
      AND EXISTS (SELECT 1 FROM mailbox_person p WHERE p.mailbox_id = m.id AND p.person_id = ${person})
      AND NOT EXISTS (SELECT 1 FROM mailbox_person p JOIN person other ON other.id = p.person_id
        WHERE p.mailbox_id = m.id AND p.person_id <> ${person} AND other.disabled_at IS NULL)
    ORDER BY m.name, m.id
  `.execute(db);
  return rows.rows;
}

/** Each person who is named by any mailbox, with the mailboxes. */
export async function mailboxesByPerson(db: Kysely<Tables>): Promise<ReadonlyMap<PersonId, MailboxId[]>> {
  const rows = await db.selectFrom("mailbox_person").selectAll().orderBy("mailbox_id").execute();
  const found = new Map<PersonId, MailboxId[]>();
  for (const { person_id, mailbox_id } of rows) found.set(person_id, [...(found.get(person_id) ?? []), mailbox_id]);
  return found;
}
