/**
 * Watches one folder of one mailbox for ever: push where the server has IDLE, a look every few minutes anyway, a new
 * connection when the old one breaks. It only reads: nothing is marked, moved or deleted in a mailbox. Each watch stands alone, so one broken mailbox never disturbs another.
 */
import type { ImapFlow } from "imapflow";
import type { Clock } from "../../../kit/index.ts";
import { type CatchUp, catchUpFrom, type FetchedMail, type FolderPlace } from "./catch-up.ts";
import { type ImapIn, type ImapPatience, leaveImap, openImap, USUAL_IMAP_PATIENCE } from "./imap-in.ts";
import { imapTrouble } from "./imap-trouble.ts";
import type { Trouble } from "./trouble.ts";
import type { Pause } from "./watch-pause.ts";

/** What the screen may say about a mailbox. `since` is when this state began. */
export type WatchState =
  | { readonly state: "connected"; readonly since: Date }
  | ({ readonly state: "trouble"; readonly since: Date } & Trouble);

export interface WatchImapOptions {
  readonly from: ImapIn;
  readonly folder: string;
  /** Where the last watch stopped; nothing when the mailbox is new. */
  readonly state?: FolderPlace;
  /** Mails received earlier are passed over. */
  readonly notBefore?: Date;
  /** Bytes of the largest mail that is fetched whole. */
  readonly largestMail: number;
  /** Resolves when the mail is safe, or set aside for good. Rejecting offers it again, with `attempt` one higher. */
  readonly onMail: (mail: FetchedMail) => Promise<unknown>;
  /** Called after the mails up to that place are safe. */
  readonly saveState: (place: FolderPlace) => Promise<unknown>;
  /** Called when the state changes, not at each try. */
  readonly onState: (state: WatchState) => void;
  /** Called each time the folder was looked through and everything in it is safe. */
  readonly onLooked?: () => void;
  readonly onSetback?: (error: unknown, uid: number) => void;
  readonly now: Clock;
  readonly pause: Pause;
  /** How often we look even when the server announces nothing. */
  readonly lookEveryMs?: number;
  readonly patience?: Partial<ImapPatience>;
}

export interface ImapWatch {
  /** Resolves when the mail in hand is finished and the connection is closed. */
  stop(): Promise<void>;
}

/** A bell that can be rung before anybody waits for it. */
function bell() {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring(): void {
      rung = true;
      wake?.();
    },
    /** Waits for the bell or for the time to pass; the unheard ring is used up. */
    async wait(ms: number): Promise<void> {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = undefined;
      }
      rung = false;
    },
  };
}

export function watchImap(options: WatchImapOptions): ImapWatch {
  const { from, folder, now, lookEveryMs = 300_000 } = options;
  const patience = { ...USUAL_IMAP_PATIENCE, ...options.patience };
  const { ring, wait } = bell();
  let stopped = false;
  let attended: ImapFlow | undefined;
  let shown: WatchState | undefined;
  const catchUp: CatchUp = catchUpFrom(options.state, { ...options, stopped: () => stopped });

  const show = (next: { state: "connected" } | ({ state: "trouble" } & Trouble)): void => {
    const same = shown?.state === next.state && (next.state === "connected" || (shown as Trouble).code === next.code);
    if (same || stopped) return;
    // Trouble that only changes its face has lasted since it began.
    const since = shown?.state === "trouble" && next.state === "trouble" ? shown.since : now();
    shown = { ...next, since };
    options.onState(shown);
  };

  /** One connection, from sign-in to its end. Resolves when we stop, rejects when it breaks. */
  const attend = async (onCaughtUp: () => void): Promise<void> => {
    const client = await openImap(from, patience);
    attended = client;
    try {
      client.on("exists", ring);
      client.on("close", ring);
      if (stopped) return;
      await client.mailboxOpen(folder, { readOnly: true });
      show({ state: "connected" });
      let rounds = 0;
      while (!stopped) {
        const { failed } = await catchUp(client);
        if (stopped) break;
        onCaughtUp();
        if (failed === 0) options.onLooked?.();
        rounds = failed === 0 ? 0 : rounds + 1;
        await idle(client, failed === 0 ? lookEveryMs : Math.min(lookEveryMs, options.pause(rounds, "refused")));
      }
    } finally {
      attended = undefined;
      await leaveImap(client);
    }
  };

  const idle = async (client: ImapFlow, ms: number): Promise<void> => {
    // imapflow starts IDLE by itself only after 15 s; asked for, the announcement comes at once. It ends with the next command.
    client.idle().catch(() => {});
    await wait(ms);
    if (!client.usable && !stopped) throw Object.assign(new Error("Connection closed"), { code: "NoConnection" });
    // Makes servers without IDLE tell what is new, and finds out about connections that died in silence.
    if (!stopped) await client.noop();
  };

  const run = async (): Promise<void> => {
    let failures = 0;
    while (!stopped) {
      let wasWell = false;
      try {
        await attend(() => {
          wasWell = true;
          failures = 0;
        });
      } catch (error) {
        if (stopped) return;
        failures += 1;
        const trouble = imapTrouble(error, from, folder);
        // Connections end for many dull reasons. It is trouble only when a new one cannot be had either.
        if (!wasWell) show({ state: "trouble", ...trouble });
        await wait(options.pause(failures, trouble.code));
      }
    }
  };

  const running = run();
  return {
    async stop() {
      stopped = true;
      ring();
      // Still connecting: nothing is in hand, and the connection is closed as soon as it is there.
      if (attended === undefined) return;
      const client = attended;
      const tooLong = setTimeout(() => client.close(), 5_000);
      await running;
      clearTimeout(tooLong);
    },
  };
}
