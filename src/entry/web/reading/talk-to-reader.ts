/**
 * The page's side of reading: the coach reads in a worker of its own, so that no letter, however long or hostile, holds up the
 * page; a worker that does not answer is ended, and the letters stand without a reading.
 */
import type { EarlierMessage, Reading } from "../../../method/reading/index.ts";
import type { FromCoach, ToCoach } from "../coach/coach-worker.ts";

const PATIENCE_MS = 20_000;
/** The engine has to be fetched. */
const FIRST_PATIENCE_MS = 60_000;
/** Nobody has opened a conversation for so long. */
const IDLE_MS = 60_000;

interface Asked {
  readonly resolve: (readings: readonly Reading[]) => void;
  readonly reject: (problem: unknown) => void;
}

let worker: Worker | undefined;
let hasAnswered = false;
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const waiting = new Map<number, Asked>();

function stop(): void {
  clearTimeout(timer);
  worker?.terminate();
  worker = undefined;
  hasAnswered = false;
  for (const { reject } of waiting.values()) reject(new Error("The coach did not answer."));
  waiting.clear();
}

function waitFor(): void {
  clearTimeout(timer);
  timer = setTimeout(stop, waiting.size === 0 ? IDLE_MS : hasAnswered ? PATIENCE_MS : FIRST_PATIENCE_MS);
}

function start(): Worker {
  const begun = new Worker(new URL("../coach/coach-worker.ts", import.meta.url), { type: "module" });
  begun.addEventListener("message", ({ data }: MessageEvent<FromCoach>) => {
    if (data.kind !== "heard") return;
    hasAnswered = true;
    waiting.get(data.turn)?.resolve(data.readings);
    waiting.delete(data.turn);
    waitFor();
  });
  begun.addEventListener("error", stop);
  return begun;
}

/** @param thread a customer's messages, oldest first. Rejects when the coach cannot be had, or takes too long. */
export function askReader(thread: readonly EarlierMessage[], timeZone: string): Promise<readonly Reading[]> {
  worker ??= start();
  turn += 1;
  const mine = turn;
  worker.postMessage({ kind: "hear", turn: mine, thread, timeZone } satisfies ToCoach);
  return new Promise((resolve, reject) => {
    waiting.set(mine, { resolve, reject });
    waitFor();
  });
}
