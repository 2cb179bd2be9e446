/**
 * Which statements are prepared. PostgreSQL spends more time on parsing and planning a small statement than on running it, so one
 * that keeps coming is given a name, and each connection plans it once (PostgreSQL manual, PREPARE). Searches are planned
 * anew each time: how rare the words are decides their plan.
 */
import { createHash } from "node:crypto";

/** Lists of changing length make ever new texts; those stay nameless. */
const KEEPS_COMING = 3;
/** Each costs some ten kilobytes on each connection that uses it. */
const MOST_NAMES = 300;
const MOST_SEEN = 2_000;
const PLANNED_ANEW =
  /tsquery|^\s*(?:begin|commit|rollback|savepoint|release|set|create|alter|drop|copy|vacuum|analyze)\b/i;

const seen = new Map<string, number>();
const names = new Map<string, string>();

/** The name for this text, the same on every connection; undefined: it is sent as it is. */
export function preparedName(text: string): string | undefined {
  const name = names.get(text);
  if (name !== undefined || names.size >= MOST_NAMES) return name;
  const times = (seen.get(text) ?? 0) + 1;
  if (times < KEEPS_COMING) {
    if (seen.size >= MOST_SEEN) seen.clear();
    seen.set(text, times);
    return undefined;
  }
  if (PLANNED_ANEW.test(text)) return undefined;
  seen.delete(text);
  const made = `h${createHash("sha256").update(text).digest("base64url").slice(0, 20)}`;
  names.set(text, made);
  return made;
}

/** A table was changed by another process since the statement was prepared; only a new connection helps. */
export const isOutdatedPlan = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "0A000" && error.message.startsWith("cached plan");
