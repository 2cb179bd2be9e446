/**
 * After a backup was restored: what waited to leave when it was made may have left since, so it is held for a person to look at; and
 * new messages get numbers that none had, so that no Message-ID is ever used twice (RFC 5322 §3.6.4).
 */
import type { Desk } from "../../platform/desk/index.ts";
import { reopenInTrouble, setDelivery, skipMessageNumbers } from "../../records/conversation/index.ts";
import { holdAll } from "../../records/mailbox/index.ts";

const WHY =
  "Held back after a backup was restored: it may have left already. Look whether the customer has it before you send it again.";

/** @returns how many mails are held. */
export function holdAfterRestore({ database, now }: Pick<Desk, "database" | "now">): Promise<number> {
  return database.inOneGo(async (tx) => {
    await skipMessageNumbers(tx);
    const held = await holdAll(tx, WHY, now());
    for (const message of held) {
      const conversation = await setDelivery(tx, message, "failed", WHY);
      if (conversation !== undefined) await reopenInTrouble(tx, conversation, WHY);
    }
    return held.length;
  });
}
