/** Reads every message of a customer in a conversation, however long it is: the engine takes the last few at a time. Pure. */
import { type EarlierMessage, type Reading, readThread, type Scorers } from "../../../method/reading/index.ts";

/** As many as the engine hears in one another's light. */
const AT_ONCE = 20;

/** @param scorers trained models, where they are loaded. @returns one reading for each of the messages, in their order. */
export function readThreadWhole(thread: readonly EarlierMessage[], timeZone: string, scorers?: Scorers): Reading[] {
  const readings: Reading[] = [];
  // From the end, so that the newest are always heard with what came before them.
  for (let end = thread.length; end > 0; end -= AT_ONCE)
    readings.unshift(...readThread(thread.slice(Math.max(0, end - AT_ONCE), end), { timeZone, scorers }));
  return readings;
}
