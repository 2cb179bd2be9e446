/** Who is killed: one desk process or all, parts of the database, or both at once. */
import type { Chance } from "./chance.ts";
import type { Part, TorturedDatabase } from "./database.ts";
import type { DeskProcess } from "./desk-process.ts";

export const KILLS = [
  "a desk",
  "the desk",
  "postmaster",
  "a backend",
  "all backends",
  "a helper",
  "database",
  "both",
] as const;
export type KillKind = (typeof KILLS)[number];

export interface Kill {
  readonly kind: KillKind;
  /** Unix time, ms, just before the signal. */
  readonly at: number;
  /** When the processes were seen to be gone: a "250" said in between reached nobody. */
  readonly goneAt: number;
  /** The desk processes that died. */
  readonly desks: readonly string[];
}

const DATABASE_PART: Partial<Record<KillKind, Part>> = {
  postmaster: "postmaster",
  "a backend": "a backend",
  "all backends": "all backends",
  "a helper": "a helper",
  database: "everything",
  both: "everything",
};

/** Kills at once, without waiting in between; resolves when the desks are gone. */
export async function strike(
  kind: KillKind,
  desks: readonly DeskProcess[],
  database: TorturedDatabase,
  chance: Chance,
): Promise<Kill> {
  const dying = kind === "a desk" ? [chance.oneOf(desks)] : kind === "the desk" || kind === "both" ? [...desks] : [];
  const at = Date.now();
  const gone = dying.filter((desk) => desk.isAlive()).map((desk) => desk.kill());
  const part = DATABASE_PART[kind];
  if (part !== undefined) database.kill(part);
  await Promise.all(gone);
  return { kind, at, goneAt: Date.now(), desks: dying.map(({ name }) => name) };
}
