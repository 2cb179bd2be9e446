/** The one-time code that the terminal prints: who can read it owns the machine, and may create the first person. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { RandomBytes } from "../../kit/index.ts";
import type { Kysely, Tables, Transaction } from "../storage/index.ts";

/** 32 letters and digits, none of which looks like another; 9 of them are 45 bits, and the door is slowed (records/account/throttle.ts). */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 9;

/** e.g. `QX7-4MN-2RT`. */
export function writeSetupCode(random: RandomBytes): string {
  const letters = [...random(LENGTH)].map((byte) => ALPHABET[byte & 31]);
  return [letters.slice(0, 3), letters.slice(3, 6), letters.slice(6)].map((part) => part.join("")).join("-");
}

/** Typed small, without dashes or with spaces, it is the same code. */
const hashOf = (code: string): Buffer =>
  createHash("sha256")
    .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ""))
    .digest();

/** From now on only this code is good. */
export async function keepSetupCode(db: Kysely<Tables>, code: string): Promise<void> {
  await db
    .updateTable("installation")
    .set({ setup_code_hash: hashOf(code) })
    .execute();
}

/** Whether the code is the printed one. Waits for anybody else who is using it; the code stays until `dropSetupCode`. */
export async function isSetupCode(tx: Transaction<Tables>, code: string): Promise<boolean> {
  const { setup_code_hash } = await tx
    .selectFrom("installation")
    .select("setup_code_hash")
    .forUpdate()
    .executeTakeFirstOrThrow();
  return setup_code_hash !== null && timingSafeEqual(setup_code_hash, hashOf(code));
}

export async function dropSetupCode(tx: Transaction<Tables>): Promise<void> {
  await tx.updateTable("installation").set({ setup_code_hash: null }).execute();
}
