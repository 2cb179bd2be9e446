/** Takes the next mails to be filed, for one process. The attempt is counted beforehand. */
import type { Desk } from "../../platform/desk/index.ts";
import { type TakenMail, takeWaiting } from "../../records/conversation/index.ts";

/** @param taker names the process (platform/jobs): what a dead one had taken becomes free again. */
export const takeMail = (desk: Desk, taker: string, limit: number): Promise<TakenMail[]> =>
  takeWaiting(desk.database.db, desk.now(), limit, taker);
