/**
 * Background work without a queue: a sweep takes no input, looks at the tables, does what is due, and may be killed at
 * any line. A timer wakes it; a poke wakes it earlier. Several processes may sweep at once: rows are taken with
 * FOR UPDATE SKIP LOCKED (after Oxide's background tasks: docs/decisions/0003).
 */
import { Unavailable } from "../../kit/index.ts";
import { type Database, sql } from "../storage/index.ts";

export interface Sweep {
  readonly name: string;
  /** How often it looks without being poked. */
  readonly everySeconds: number;
  /** After a poke it waits so long before it looks, so that what comes together is done together. Otherwise it looks at once. */
  readonly gatherMs?: number;
  /** Does a portion. "more": look again at once; a number: nothing due before so many milliseconds have passed. */
  readonly run: () => Promise<"done" | "more" | number>;
}

export interface Sweeping {
  /** Wakes a sweep in this process now. */
  readonly poke: (name: string) => void;
  /** Waits for the portions at work and stops. */
  readonly stop: () => Promise<void>;
}

interface Report {
  /** A sweep failed; it will look again after a while. */
  readonly failed: (sweep: string, error: unknown) => void;
}

const CHANNEL = "heard_poke";
const LONGEST_WAIT_AFTER_FAILURE_MS = 60_000;
/** What is away comes back, and then people wait for the work. */
const LONGEST_WAIT_FOR_THE_OUTSIDE_MS = 5_000;

/** Wakes a sweep in every process. Never fails: the timer comes anyway. */
export async function pokeEverywhere(database: Database, name: string): Promise<void> {
  await sql`SELECT pg_notify(${CHANNEL}, ${name})`.execute(database.db).catch(() => undefined);
}

export async function startSweeps(database: Database, sweeps: readonly Sweep[], report: Report): Promise<Sweeping> {
  const runners = new Map(sweeps.map((sweep) => [sweep.name, startOne(sweep, report)]));
  const stopListening = await database.listen(CHANNEL, {
    heard: (name) => runners.get(name)?.poke(),
    mayHaveMissed: () => {
      for (const runner of runners.values()) runner.poke();
    },
  });
  return {
    poke: (name) => runners.get(name)?.poke(),
    stop: async () => {
      await stopListening();
      await Promise.all([...runners.values()].map((runner) => runner.stop()));
    },
  };
}

function startOne(sweep: Sweep, report: Report): { poke(): void; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let gathering: NodeJS.Timeout | undefined;
  let atWork: Promise<void> | undefined;
  let pokedMeanwhile = false;
  let stopped = false;
  let failures = 0;

  const wakeIn = (milliseconds: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(look, milliseconds);
  };

  async function work(): Promise<void> {
    let wait = sweep.everySeconds * 1000;
    try {
      for (;;) {
        pokedMeanwhile = false;
        const outcome = await sweep.run();
        failures = 0;
        if (stopped) return;
        if (outcome === "more" || (pokedMeanwhile && sweep.gatherMs === undefined)) continue;
        if (typeof outcome === "number") wait = Math.min(wait, Math.max(10, outcome));
        break;
      }
    } catch (error) {
      failures += 1;
      report.failed(sweep.name, error);
      wait =
        error instanceof Unavailable
          ? Math.min(LONGEST_WAIT_FOR_THE_OUTSIDE_MS, 250 * 2 ** Math.min(failures, 6))
          : Math.min(LONGEST_WAIT_AFTER_FAILURE_MS, 2_000 * 2 ** Math.min(failures, 6));
    }
    wakeIn(wait);
  }

  function poke(): void {
    if (stopped || gathering) return;
    if (sweep.gatherMs === undefined || atWork) {
      look();
      return;
    }
    gathering = setTimeout(() => {
      gathering = undefined;
      look();
    }, sweep.gatherMs);
  }

  function look(): void {
    if (stopped) return;
    if (atWork) {
      pokedMeanwhile = true;
      return;
    }
    atWork = work().finally(() => {
      atWork = undefined;
      if (pokedMeanwhile && failures === 0) poke();
    });
  }

  look();
  return {
    poke,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      clearTimeout(gathering);
      await atWork;
    },
  };
}
