/** How long to wait before the next try at a server that failed. Counts nothing and sleeps nowhere. */
import type { TroubleCode } from "./trouble.ts";

/** Milliseconds until the next try, after so many failures in a row. */
export type Pause = (failures: number, code: TroubleCode) => number;

const FIRST_MS = 1_000;
const LONGEST_MS = 300_000;
// Providers lock accounts that knock with a wrong password too often.
const AFTER_REFUSED_LOGIN_MS = 60_000;

/**
 * Doubles from a second to five minutes, spread by ±25 % so that a hundred mailboxes of one provider do not come back in step.
 * @param chance gives numbers from 0 up to 1.
 */
export function growingPause(chance: () => number): Pause {
  return (failures, code) => {
    const grown = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(20, Math.max(0, failures - 1)));
    const least = code === "login" || code === "token" ? Math.max(grown, AFTER_REFUSED_LOGIN_MS) : grown;
    return Math.round(least * (0.75 + chance() / 2));
  };
}
