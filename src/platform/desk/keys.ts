/**
 * The two keys of an installation. The signing key lives in the database (all processes need the same one; it signs
 * thread tokens and links). The secret key lives outside the database and seals mailbox passwords: a stolen database
 * alone does not open a mailbox.
 */
import { createCipheriv, createDecipheriv } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Clock, RandomBytes } from "../../kit/index.ts";
import type { Settings } from "../config/index.ts";
import { type Generated, type Kysely, sql, type Tables } from "../storage/index.ts";

declare module "../storage/tables.ts" {
  interface Tables {
    installation: {
      id: Generated<number>;
      signing_key: Buffer;
      created_at: Date;
      setup_code_hash: Buffer | null;
    };
  }
}

export interface Keys {
  readonly signing: Buffer;
  /** AES-256-GCM; the name is bound in, so that one secret cannot be put in another's place. */
  readonly seal: (name: string, secret: string) => Buffer;
  /** @returns undefined when it was sealed with another key: the person has to enter it again. */
  readonly unseal: (name: string, sealed: Buffer) => string | undefined;
}

export async function openKeys(db: Kysely<Tables>, settings: Settings, now: Clock, random: RandomBytes): Promise<Keys> {
  await sql`INSERT INTO installation (signing_key, created_at) VALUES (${Buffer.from(random(32))}, ${now()}) ON CONFLICT DO NOTHING`.execute(
    db,
  );
  const { signing_key } = await db.selectFrom("installation").select("signing_key").executeTakeFirstOrThrow();
  const secret = settings.HEARD_SECRET_KEY
    ? Buffer.from(settings.HEARD_SECRET_KEY, "hex")
    : secretKeyIn(settings.HEARD_HOME, random);
  return {
    signing: signing_key,
    seal(name, text) {
      const iv = Buffer.from(random(12));
      const cipher = createCipheriv("aes-256-gcm", secret, iv).setAAD(Buffer.from(name));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    unseal(name, sealed) {
      try {
        const opener = createDecipheriv("aes-256-gcm", secret, sealed.subarray(0, 12))
          .setAAD(Buffer.from(name))
          .setAuthTag(sealed.subarray(12, 28));
        return Buffer.concat([opener.update(sealed.subarray(28)), opener.final()]).toString("utf8");
      } catch {
        return undefined;
      }
    },
  };
}

/** The file that `heard backup` puts into the archive. */
export const secretKeyFile = (home: string): string => join(home, "secret.key");

function secretKeyIn(home: string, random: RandomBytes): Buffer {
  const file = secretKeyFile(home);
  mkdirSync(home, { recursive: true });
  if (!existsSync(file)) {
    try {
      writeFileSync(file, Buffer.from(random(32)).toString("hex"), { flag: "wx", mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  chmodSync(file, 0o600);
  const key = Buffer.from(readFileSync(file, "utf8").trim(), "hex");
  if (key.length !== 32)
    throw new Error(`${file} is damaged: it must hold 64 hexadecimal digits. Restore it from a backup.`);
  return key;
}
