/** What processes had taken that are dead now is free again. The attempt counts: the mail may be what they died of. */
import type { Desk } from "../../platform/desk/index.ts";
import { holderState } from "../../platform/jobs/index.ts";
import { freeMailTakenBy, takersOfMail } from "../../records/conversation/index.ts";

export async function freeMailOfDead(desk: Desk): Promise<void> {
  const { db } = desk.database;
  const dead = (await takersOfMail(db)).filter((taker) => holderState(taker) === "gone");
  await freeMailTakenBy(db, dead, desk.now(), "counts");
}
