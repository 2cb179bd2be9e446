/** Snippets: prepared pieces of text, for all mailboxes or for one. */
import type { MailboxId, PersonId } from "../../kit/index.ts";
import { type Kysely, type Selectable, storable, type Tables } from "../../platform/storage/index.ts";

type Db = Kysely<Tables>;
export type Snippet = Selectable<Tables["snippet"]>;

export interface SnippetText {
  readonly name: string;
  readonly html: string;
  readonly mailboxId: MailboxId | null;
}

export const listSnippets = (db: Db, mailboxes: readonly MailboxId[]): Promise<Snippet[]> =>
  db
    .selectFrom("snippet")
    .selectAll()
    .where((eb) =>
      eb.or([eb("mailbox_id", "is", null), ...(mailboxes.length > 0 ? [eb("mailbox_id", "in", [...mailboxes])] : [])]),
    )
    .orderBy("name")
    .execute();

/** @returns undefined when it is not there, or belongs to none of these mailboxes. */
export const findSnippet = async (db: Db, id: number, mailboxes: readonly MailboxId[]): Promise<Snippet | undefined> =>
  (await listSnippets(db, mailboxes)).find((snippet) => snippet.id === id);

export const addSnippet = (db: Db, { name, html, mailboxId }: SnippetText, by: PersonId, now: Date) =>
  db
    .insertInto("snippet")
    .values({ name: storable(name), html: storable(html), mailbox_id: mailboxId, created_by: by, updated_at: now })
    .returningAll()
    .executeTakeFirstOrThrow();

/** @returns undefined when there is no such snippet. */
export const changeSnippet = (db: Db, id: number, { name, html, mailboxId }: SnippetText, now: Date) =>
  db
    .updateTable("snippet")
    .set({ name: storable(name), html: storable(html), mailbox_id: mailboxId, updated_at: now })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirst();

export async function removeSnippet(db: Db, id: number): Promise<void> {
  await db.deleteFrom("snippet").where("id", "=", id).execute();
}

/** Of one mailbox alone. */
export async function countSnippetsOf(db: Db, mailbox: MailboxId): Promise<number> {
  const { n } = await db
    .selectFrom("snippet")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("mailbox_id", "=", mailbox)
    .executeTakeFirstOrThrow();
  return Number(n);
}

export async function giveSnippetsTo(db: Db, from: MailboxId, to: MailboxId): Promise<void> {
  await db.updateTable("snippet").set({ mailbox_id: to }).where("mailbox_id", "=", from).execute();
}
