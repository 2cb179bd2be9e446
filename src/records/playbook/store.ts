/**
 * Playbooks as rows. Each save is a version of its own, and no version is ever changed: what was there can be taken back. Stores
 * only what has been read without a problem.
 */
import type { PersonId, PlaybookId } from "../../kit/index.ts";
import type { Playbook } from "../../method/playbook/index.ts";
import { type Kysely, type Selectable, sql, storable, type Tables } from "../../platform/storage/index.ts";
import type { PlaybookVersionTable } from "./tables.ts";

type Db = Kysely<Tables>;
export type PlaybookRow = Selectable<Tables["playbook"]>;
export type PlaybookLine = Omit<PlaybookRow, "source" | "shipped_source"> & {
  readonly is_shipped: boolean;
  /** The team has written another than the one that came. */
  readonly is_edited: boolean;
};

/** A source together with what was read from it. */
export interface WrittenPlaybook {
  readonly source: string;
  readonly playbook: Playbook;
}

/** By title; those in the archive, too. */
export const listPlaybooks = (db: Db): Promise<PlaybookLine[]> =>
  db
    .selectFrom("playbook")
    .select(["id", "slug", "title", "summary", "situations", "signals", "version", "shipped_is_newer"])
    .select(["archived_at", "changed_at", "changed_by"])
    .select((eb) => [
      eb("shipped_source", "is not", null).as("is_shipped"),
      eb.and([eb("shipped_source", "is not", null), eb("shipped_source", "!=", eb.ref("source"))]).as("is_edited"),
    ])
    .orderBy("title")
    .orderBy("id")
    .execute()
    .then((rows) =>
      rows.map((row) => ({ ...row, is_shipped: Boolean(row.is_shipped), is_edited: Boolean(row.is_edited) })),
    );

/** All that are not in the archive, with their sources. */
export const playbooksInUse = (db: Db): Promise<PlaybookRow[]> =>
  db.selectFrom("playbook").selectAll().where("archived_at", "is", null).orderBy("slug").execute();

export const findPlaybook = (db: Db, id: PlaybookId): Promise<PlaybookRow | undefined> =>
  db.selectFrom("playbook").selectAll().where("id", "=", id).executeTakeFirst();

/** Nobody else changes it until the transaction ends. */
export const lockPlaybook = (tx: Db, id: PlaybookId): Promise<PlaybookRow | undefined> =>
  tx.selectFrom("playbook").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();

/** All of them, those in the archive, too; nobody adds or changes one until the transaction ends. */
export async function lockPlaybooks(tx: Db): Promise<PlaybookRow[]> {
  await sql`LOCK TABLE playbook IN SHARE ROW EXCLUSIVE MODE`.execute(tx);
  return tx.selectFrom("playbook").selectAll().orderBy("slug").execute();
}

/** Newest first, without their sources. */
export const versionsOf = (db: Db, id: PlaybookId): Promise<Pick<PlaybookVersionTable, "version" | "at" | "by">[]> =>
  db
    .selectFrom("playbook_version")
    .select(["version", "at", "by"])
    .where("playbook_id", "=", id)
    .orderBy("version", "desc")
    .execute();

/** @returns its source; undefined when there is no such version. */
export const versionOf = async (db: Db, id: PlaybookId, version: number): Promise<string | undefined> =>
  (
    await db
      .selectFrom("playbook_version")
      .select("source")
      .where("playbook_id", "=", id)
      .where("version", "=", version)
      .executeTakeFirst()
  )?.source;

const columnsOf = ({ source, playbook }: WrittenPlaybook) => ({
  slug: playbook.id,
  source: storable(source),
  title: storable(playbook.title),
  summary: storable(playbook.summary),
  situations: [...playbook.situations],
  signals: [...playbook.signals],
});

/** Who wrote it down and when. `by` is null for what came with Heard, or by the command line. */
export interface Writing {
  readonly from: "shipped" | "team";
  readonly by: PersonId | null;
  readonly at: Date;
}

/** @returns undefined when there is one of that name already. */
export async function addPlaybook(
  tx: Db,
  written: WrittenPlaybook,
  { from, by, at }: Writing,
): Promise<PlaybookRow | undefined> {
  const row = await tx
    .insertInto("playbook")
    .values({
      ...columnsOf(written),
      version: 1,
      shipped_source: from === "shipped" ? storable(written.source) : null,
      changed_at: at,
      changed_by: by,
    })
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row) await keepVersion(tx, row);
  return row;
}

/** The next version of a row that is locked. */
export async function changePlaybook(
  tx: Db,
  { id, version }: Pick<PlaybookRow, "id" | "version">,
  written: WrittenPlaybook,
  { from, by, at }: Writing,
): Promise<PlaybookRow> {
  const row = await tx
    .updateTable("playbook")
    .set({
      ...columnsOf(written),
      version: version + 1,
      changed_at: at,
      changed_by: by,
      ...(from === "shipped" ? { shipped_source: storable(written.source) } : {}),
    })
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await keepVersion(tx, row);
  return row;
}

async function keepVersion(tx: Db, { id, version, source, changed_at, changed_by }: PlaybookRow): Promise<void> {
  await tx
    .insertInto("playbook_version")
    .values({ playbook_id: id, version, source, at: changed_at, by: changed_by })
    .execute();
}

/** What came with Heard, put beside what the team has written. */
export async function offerShipped(tx: Db, id: PlaybookId, source: string): Promise<void> {
  await tx
    .updateTable("playbook")
    .set({ shipped_source: storable(source), shipped_is_newer: true })
    .where("id", "=", id)
    .execute();
}

/** Somebody has looked at the newer one, and has taken it or not. */
export async function settleShipped(tx: Db, id: PlaybookId): Promise<void> {
  await tx.updateTable("playbook").set({ shipped_is_newer: false }).where("id", "=", id).execute();
}

/** @param at null takes it out of the archive again. */
export async function archivePlaybook(tx: Db, id: PlaybookId, at: Date | null): Promise<void> {
  await tx.updateTable("playbook").set({ archived_at: at }).where("id", "=", id).execute();
}
