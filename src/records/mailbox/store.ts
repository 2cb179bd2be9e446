/** Reading and writing mailboxes. Who may see a mailbox's mail is decided here, once. */
import type { MailboxId, PersonId } from "../../kit/index.ts";
import { type Insertable, type Kysely, type Selectable, sql, type Tables } from "../../platform/storage/index.ts";
import type { OpenHours } from "./open-hours.ts";
import type { MailboxTable } from "./tables.ts";

export type Mailbox = Selectable<MailboxTable>;
type Db = Kysely<Tables>;

export const listMailboxes = (db: Db): Promise<Mailbox[]> =>
  db.selectFrom("mailbox").selectAll().orderBy("id").execute();

export const findMailbox = (db: Db, id: MailboxId): Promise<Mailbox | undefined> =>
  db.selectFrom("mailbox").selectAll().where("id", "=", id).executeTakeFirst();

/** The same, and nobody takes it away until the transaction ends: for whoever shows something in it, or writes from it. */
export const holdMailbox = (tx: Db, id: MailboxId): Promise<Mailbox | undefined> =>
  tx.selectFrom("mailbox").selectAll().where("id", "=", id).forKeyShare().executeTakeFirst();

/** For taking it away: waits for whoever holds it, and nobody holds it from then on. */
export const lockMailbox = (tx: Db, id: MailboxId): Promise<Mailbox | undefined> =>
  tx.selectFrom("mailbox").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();

/**
 * Until the transaction ends nobody else adds or changes a mailbox, or takes from it who sees it: each address belongs to one, and
 * each is seen by somebody. Reading goes on. To be taken before any person is locked.
 */
export async function lockMailboxes(tx: Db): Promise<void> {
  await sql`LOCK TABLE mailbox IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
}

/** The mailboxes whose mail a person may see: those open to all, and those that name the person. */
export async function visibleMailboxIds(db: Db, person: PersonId): Promise<MailboxId[]> {
  const rows = await db
    .selectFrom("mailbox")
    .select("id")
    .where((eb) =>
      eb.or([
        eb("open_to_all", "=", true),
        eb.exists(
          eb
            .selectFrom("mailbox_person")
            .select("person_id")
            .whereRef("mailbox_person.mailbox_id", "=", "mailbox.id")
            .where("person_id", "=", person),
        ),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}

const EVERYONE = "everyone";

/** Everyone who may see each mailbox's mail, as a key: two mailboxes with the same key may share a conversation. */
export async function audiencesOf(db: Db, ids: readonly MailboxId[]): Promise<(mailbox: MailboxId) => string> {
  const rows = await sql<{ id: MailboxId; people: string }>`
    SELECT id, coalesce((SELECT string_agg(person_id::text, ',' ORDER BY person_id) FROM mailbox_person WHERE mailbox_id = mailbox.id), '') AS people
    FROM mailbox WHERE id = ANY(${[...ids]}::bigint[]) AND NOT open_to_all
  `.execute(db);
  const audiences = new Map(rows.rows.map(({ id, people }) => [id, people]));
  return (mailbox) => audiences.get(mailbox) ?? EVERYONE;
}

/**
 * The mailboxes that an address belongs to, by its own name or an alias, with or without a +suffix (RFC 5233).
 * @param addresses in any case; duplicates are fine.
 */
export const mailboxesAt = async (db: Db, addresses: readonly string[]): Promise<Mailbox[]> =>
  addresses.length === 0 ? [] : at(db, addresses).execute();

/** The same, and nobody takes them away until the transaction ends. */
export const holdMailboxesAt = async (tx: Db, addresses: readonly string[]): Promise<Mailbox[]> =>
  addresses.length === 0 ? [] : at(tx, addresses).forKeyShare().execute();

function at(db: Db, addresses: readonly string[]) {
  const wanted = [
    ...new Set(addresses.flatMap((address) => [address.toLowerCase(), withoutSuffix(address.toLowerCase())])),
  ];
  return db
    .selectFrom("mailbox")
    .selectAll()
    .where((eb) =>
      eb.or([
        eb(sql<string>`address::text`, "in", wanted),
        eb.exists(
          eb
            .selectFrom("mailbox_alias")
            .select("address")
            .whereRef("mailbox_alias.mailbox_id", "=", "mailbox.id")
            .where(sql<string>`mailbox_alias.address::text`, "in", wanted),
        ),
      ]),
    )
    .orderBy("id");
}

/** The same for many lists of addresses at once, in one query: a function from one of them to its mailboxes. */
export async function whereAddressesLead(
  db: Db,
  addresses: readonly string[],
): Promise<(some: readonly string[]) => MailboxId[]> {
  const forms = (address: string) => [address.toLowerCase(), withoutSuffix(address.toLowerCase())];
  const wanted = [...new Set(addresses.flatMap(forms))];
  const rows = await sql<{ address: string; id: MailboxId }>`
    SELECT lower(address::text) AS address, id FROM mailbox WHERE address::text = ANY(${wanted})
    UNION SELECT lower(address::text), mailbox_id FROM mailbox_alias WHERE address::text = ANY(${wanted})
  `.execute(db);
  const known = new Map<string, MailboxId>(rows.rows.map(({ address, id }) => [address, id]));
  return (some) => [...new Set(some.flatMap(forms).flatMap((form) => known.get(form) ?? []))];
}

/** Every address of every mailbox, aliases too, in lower case. */
export async function ownAddresses(db: Db): Promise<Set<string>> {
  const rows = await sql<{ address: string }>`
    SELECT lower(address::text) AS address FROM mailbox UNION SELECT lower(address::text) FROM mailbox_alias
  `.execute(db);
  return new Set(rows.rows.map(({ address }) => address));
}

export const withoutSuffix = (address: string): string => address.replace(/^([^+@]+)\+[^@]*@/, "$1@");

export async function addMailbox(db: Db, mailbox: Insertable<MailboxTable>): Promise<MailboxId> {
  const values = {
    ...mailbox,
    address: mailbox.address.toLowerCase(),
    hours: json(mailbox.hours),
    imap: json(mailbox.imap),
    smtp: json(mailbox.smtp),
  };
  const row = await db
    .insertInto("mailbox")
    .values(values as never)
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function changeMailbox(db: Db, id: MailboxId, mailbox: Partial<Insertable<MailboxTable>>): Promise<void> {
  const values: Record<string, unknown> = { ...mailbox };
  for (const key of ["hours", "imap", "smtp"]) if (key in values) values[key] = json(values[key]);
  if (typeof values.address === "string") values.address = values.address.toLowerCase();
  await db
    .updateTable("mailbox")
    .set(values as never)
    .where("id", "=", id)
    .execute();
}

const json = (value: unknown): unknown => (value === null || value === undefined ? null : JSON.stringify(value));

/** @param aliases replace the ones there were. @param people too; they count only when the mailbox is not open to all. */
export async function setAliasesAndPeople(
  db: Db,
  id: MailboxId,
  aliases: readonly string[],
  people: readonly PersonId[],
): Promise<void> {
  await db.deleteFrom("mailbox_alias").where("mailbox_id", "=", id).execute();
  for (const address of new Set(aliases.map((alias) => alias.toLowerCase())))
    await db.insertInto("mailbox_alias").values({ address, mailbox_id: id }).execute();
  await db.deleteFrom("mailbox_person").where("mailbox_id", "=", id).execute();
  for (const person_id of new Set(people))
    await db.insertInto("mailbox_person").values({ mailbox_id: id, person_id }).execute();
}

export async function keepSecret(db: Db, id: MailboxId, name: string, sealed: Buffer): Promise<void> {
  await db
    .insertInto("mailbox_secret")
    .values({ mailbox_id: id, name, sealed })
    .onConflict((on) => on.columns(["mailbox_id", "name"]).doUpdateSet({ sealed }))
    .execute();
}

const secretCalled = (db: Db, id: MailboxId, name: string) =>
  db.selectFrom("mailbox_secret").select("sealed").where("mailbox_id", "=", id).where("name", "=", name);

export const findSecret = async (db: Db, id: MailboxId, name: string): Promise<Buffer | undefined> =>
  (await secretCalled(db, id, name).executeTakeFirst())?.sealed;

/** The same, and nobody else changes it until the transaction ends. */
export const lockSecret = async (tx: Db, id: MailboxId, name: string): Promise<Buffer | undefined> =>
  (await secretCalled(tx, id, name).forUpdate().executeTakeFirst())?.sealed;

/** Not each look is a write. */
const SEEN_EVERY_MS = 60_000;

/** Its way in was just looked into, and all is well there. Written once a minute at most. */
export async function noteLookedInto(db: Db, id: MailboxId, now: Date): Promise<void> {
  await sql`UPDATE mailbox SET in_seen_at = ${now} WHERE id = ${id}
    AND (in_seen_at IS NULL OR in_seen_at <= ${new Date(now.getTime() - SEEN_EVERY_MS)})`.execute(db);
}

/**
 * Says whether a way works. @returns true when that is news: it began or ended now.
 * @param trouble the sentence to show, or undefined when all is well.
 */
export async function setTrouble(
  db: Db,
  id: MailboxId,
  way: "in" | "out",
  trouble: string | undefined,
  now: Date,
): Promise<boolean> {
  const mailbox = await findMailbox(db, id);
  if (!mailbox) return false;
  const before = way === "in" ? mailbox.in_trouble : mailbox.out_trouble;
  const since = trouble ? ((way === "in" ? mailbox.in_trouble_since : mailbox.out_trouble_since) ?? now) : null;
  await db
    .updateTable("mailbox")
    .set(
      way === "in"
        ? { in_trouble: trouble ?? null, in_trouble_since: since, ...(trouble ? {} : { in_seen_at: now }) }
        : { out_trouble: trouble ?? null, out_trouble_since: since },
    )
    .where("id", "=", id)
    .execute();
  return (before ?? undefined) !== trouble;
}

export const openHoursOf = (mailbox: Mailbox): OpenHours => ({
  week: mailbox.hours,
  holidays: mailbox.holidays,
  timeZone: mailbox.time_zone,
});

/** Their conversations must be gone already. */
export async function removeSampleMailboxes(db: Db): Promise<void> {
  await sql`DELETE FROM outbox WHERE mailbox_id IN (SELECT id FROM mailbox WHERE is_sample)`.execute(db);
  await db.deleteFrom("mailbox").where("is_sample", "=", true).execute();
}

/** How many mails wait to leave through it, or are leaving. */
export async function countUnsent(db: Db, id: MailboxId): Promise<number> {
  const rows = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM outbox WHERE mailbox_id = ${id} AND state IN ('waiting', 'sending')
  `.execute(db);
  return rows.rows[0]?.n ?? 0;
}

/** With its secrets, its other names, its people and what snippets it still has. What has left through it stays as it left. */
export async function removeMailbox(db: Db, id: MailboxId): Promise<void> {
  await db.updateTable("outbox").set({ mailbox_id: null }).where("mailbox_id", "=", id).execute();
  await db.deleteFrom("mailbox").where("id", "=", id).execute();
}

export async function aliasesAndPeople(db: Db, id: MailboxId): Promise<{ aliases: string[]; people: PersonId[] }> {
  const [aliases, people] = await Promise.all([
    db.selectFrom("mailbox_alias").select("address").where("mailbox_id", "=", id).orderBy("address").execute(),
    db.selectFrom("mailbox_person").select("person_id").where("mailbox_id", "=", id).orderBy("person_id").execute(),
  ]);
  return { aliases: aliases.map((row) => row.address), people: people.map((row) => row.person_id) };
}

/** How far a folder has been read; undefined for a mailbox that is new or was moved to another folder. */
export async function findFolderPlace(
  db: Db,
  id: MailboxId,
  folder: string,
): Promise<{ uidValidity: number; lastUid: number } | undefined> {
  const row = await db
    .selectFrom("imap_folder")
    .selectAll()
    .where("mailbox_id", "=", id)
    .where("folder", "=", folder)
    .executeTakeFirst();
  return row && { uidValidity: row.uid_validity, lastUid: row.last_uid };
}

export async function keepFolderPlace(
  db: Db,
  id: MailboxId,
  folder: string,
  place: { uidValidity: number; lastUid: number },
): Promise<void> {
  const values = { uid_validity: place.uidValidity, last_uid: place.lastUid };
  await db
    .insertInto("imap_folder")
    .values({ mailbox_id: id, folder, ...values })
    .onConflict((on) => on.columns(["mailbox_id", "folder"]).doUpdateSet(values))
    .execute();
}
