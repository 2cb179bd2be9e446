/** What every verb is handed: the database, the clock, chance, the keys and the settings. It decides nothing. */
import type { Clock, RandomBytes } from "../../kit/index.ts";
import type { Settings } from "../config/index.ts";
import type { Database } from "../storage/index.ts";
import type { Keys } from "./keys.ts";

export interface Desk {
  readonly database: Database;
  readonly now: Clock;
  readonly random: RandomBytes;
  readonly keys: Keys;
  readonly settings: Settings;
  /** Wakes a sweep, here and in the other processes. */
  readonly poke: (sweep: SweepName) => void;
  /** Writes down a bug that must not stop what is being done. @param where noun.verbed, as in the log. */
  readonly report: (where: string, bug: unknown) => void;
}

export type SweepName =
  | "file-mail"
  | "acknowledge"
  | "send-outbox"
  | "refresh-search"
  | "wake-snoozed"
  | "tell-admins"
  | "tidy";
