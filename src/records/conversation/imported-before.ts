/** Which mails an import has taken in before, byte for byte: an import that was stopped goes on where it was. */
import { createHash } from "node:crypto";
import type { MailboxId } from "../../kit/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";

/** @returns for each mail, in order, whether this mailbox has it from an earlier import. */
export async function importedBefore(
  db: Kysely<Tables>,
  mailbox: MailboxId,
  raws: readonly Uint8Array[],
): Promise<boolean[]> {
  if (raws.length === 0) return [];
  const hashes = raws.map((raw) => createHash("sha256").update(raw).digest());
  const rows = await db
    .selectFrom("inbound_mail")
    .select("blob_hash")
    .where("via", "=", "import")
    .where("mailbox_id", "=", mailbox)
    .where("blob_hash", "in", hashes)
    .execute();
  const known = new Set(rows.map((row) => row.blob_hash.toString("hex")));
  return hashes.map((hash) => known.has(hash.toString("hex")));
}
