/**
 * A desk of its own for each test file: a fresh database, a clock that is turned by hand, and settings as given. Nothing runs
 * in the background: a poke is only written down.
 */
import { randomBytes } from "node:crypto";
import { readSettings, type Settings } from "../src/platform/config/index.ts";
import { type Desk, openKeys, type SweepName } from "../src/platform/desk/index.ts";
import { freshDatabase } from "./desk-database.ts";

export interface FreshDesk {
  readonly desk: Desk;
  /** The sweeps that were poked, in order. */
  readonly poked: SweepName[];
  /** The bugs that stopped nothing. */
  readonly reported: readonly { readonly where: string; readonly bug: unknown }[];
  readonly setNow: (now: Date) => void;
  readonly wait: (milliseconds: number) => void;
  /** The same desk with other settings. */
  readonly withSettings: (environment: Readonly<Record<string, string>>) => Desk;
}

/** @param environment settings as they would stand in the environment. */
export async function freshDesk(environment: Readonly<Record<string, string>> = {}): Promise<FreshDesk> {
  const database = await freshDatabase();
  const secret = randomBytes(32).toString("hex");
  const settingsOf = (given: Readonly<Record<string, string>>): Settings => {
    const settings = readSettings({ HEARD_SECRET_KEY: secret, ...given });
    if ("problems" in settings) throw new Error(settings.problems.join("\n"));
    return settings as Settings;
  };
  let now = new Date("2026-11-23T09:00:00Z");
  const poked: SweepName[] = [];
  const reported: { where: string; bug: unknown }[] = [];
  const settings = settingsOf(environment);
  const clock = () => now;
  const desk: Desk = {
    database,
    settings,
    now: clock,
    random: randomBytes,
    keys: await openKeys(database.db, settings, clock, randomBytes),
    poke: (sweep) => {
      poked.push(sweep);
    },
    report: (where, bug) => {
      reported.push({ where, bug });
    },
  };
  return {
    desk,
    poked,
    reported,
    setNow: (to) => {
      now = to;
    },
    wait: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
    withSettings: (given) => ({ ...desk, settings: settingsOf(given) }),
  };
}
