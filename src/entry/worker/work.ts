/** The background work of one process: all sweeps, each with what it does and how often it looks by itself. */
import { acknowledgeReceipt } from "../../desk/acknowledge/index.ts";
import { outboxSender, type WaysOut } from "../../desk/provide/index.ts";
import { keepFindable, tellOfTrouble, tidyUp, wakeSnoozed } from "../../desk/team/index.ts";
import { Unavailable } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { type Sweeping, startSweeps } from "../../platform/jobs/index.ts";
import { createMailReader } from "../../platform/mail/index.ts";
import type { Log } from "../log.ts";
import { mailFiler } from "./file-sweep.ts";

export interface Work {
  readonly poke: (sweep: string) => void;
  /** Finishes the portions at work and the mails under way. */
  readonly stop: () => Promise<void>;
}

const HOUR = 3_600;

export async function startWork(desk: Desk, log: Log, ways: WaysOut): Promise<Work> {
  const reader = createMailReader({ size: 2, timeoutMs: 30_000, memoryMb: 256 });
  const outbox = outboxSender(desk, ways);
  const filer = mailFiler(desk, reader, log);
  const sweeping: Sweeping = await startSweeps(
    desk.database,
    [
      { name: "file-mail", everySeconds: 20, run: () => filer.run() },
      { name: "acknowledge", everySeconds: 30, run: () => acknowledgeReceipt(desk) },
      { name: "send-outbox", everySeconds: 15, run: () => outbox.run() },
      { name: "refresh-search", everySeconds: 30, gatherMs: 100, run: () => keepFindable(desk) },
      { name: "wake-snoozed", everySeconds: 20, run: () => wakeSnoozed(desk) },
      { name: "tell-admins", everySeconds: 60, run: () => tellOfTrouble(desk) },
      { name: "tidy", everySeconds: HOUR, run: () => tidyUp(desk) },
    ],
    {
      failed: (sweep, error) => {
        if (error instanceof Unavailable) log.warn({ sweep, code: error.code, error }, "sweep.waits");
        else log.error({ sweep, error }, "sweep.failed");
      },
    },
  );
  return {
    poke: sweeping.poke,
    stop: async () => {
      await sweeping.stop();
      await outbox.settled();
      await reader.close();
    },
  };
}
