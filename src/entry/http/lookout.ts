/**
 * Whether mail can be taken in right now, for /health and for the banner. Whether the database answers is asked each
 * time; whether it takes what is written, every ten seconds.
 */
import { tryToWrite } from "../../desk/team/index.ts";
import { Unavailable } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { sql } from "../../platform/storage/index.ts";
import type { Log } from "../log.ts";

const TRY_EVERY_MS = 10_000;
/** What was down may be up again. */
const TRY_AGAIN_MS = 1_000;

/** @returns what is down, in a sentence for anybody; undefined when all is well. */
export type Lookout = () => Promise<string | undefined>;

export function openLookout(desk: Desk, log: Log): Lookout {
  let triedAt = Number.NEGATIVE_INFINITY;
  let trying = Promise.resolve();
  let wentWell = true;
  const lookAgain = (): Promise<void> => {
    const now = desk.now().getTime();
    if (now - triedAt < (wentWell ? TRY_EVERY_MS : TRY_AGAIN_MS)) return trying;
    triedAt = now;
    trying = tryToWrite(desk);
    trying.then(
      () => (wentWell = true),
      () => (wentWell = false),
    );
    return trying;
  };
  return async () => {
    try {
      await sql`SELECT 1`.execute(desk.database.db);
      await lookAgain();
      return undefined;
    } catch (error) {
      log.warn({ error }, "web.unwell");
      return downInWords(error);
    }
  };
}

/** For whoever asks: without the database nobody is known. Why, and where it runs, stands in the log only. */
export function downInWords(error: unknown): string {
  if (!(error instanceof Unavailable) || error.code === "database") return "The desk's database does not answer.";
  return error.code === "disk-full" ? "The disk of the desk's database is full." : error.message;
}
