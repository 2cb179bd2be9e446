/**
 * The page's side of the coach: starts its worker when somebody writes, hands over one draft at a time (always the newest), and
 * ends a worker that does not answer. The page never waits for it.
 */
import type { FromCoach, RuleName, ToCoach } from "./coach-worker.ts";
import type { Look, LookAsked, Matter } from "./look-at-draft.ts";

/** Slower than this is no help any more. The first time the coach has to be fetched. */
const PATIENCE_MS = 4_000;
const FIRST_PATIENCE_MS = 60_000;

const startWorker = (): Worker => new Worker(new URL("./coach-worker.ts", import.meta.url), { type: "module" });

export interface CoachTalk {
  /** What the drafts answer; said before the first of them, and again when it has changed. */
  readonly begin: (matter: Matter) => void;
  /** The newest draft; an older one that was not looked at yet is forgotten. */
  readonly look: (asked: LookAsked) => void;
  readonly end: () => void;
}

/**
 * @param onLook what is said of exactly this draft.
 * @param onAbsent the coach cannot be had: not loaded, or it did not answer and was ended. The next draft tries again.
 */
export function talkToCoach(onLook: (look: Look, asked: LookAsked) => void, onAbsent: () => void): CoachTalk {
  let worker: Worker | undefined;
  let matter: Matter | undefined;
  /** The last draft that was handed over, and whether its answer is still out. */
  let asking: LookAsked | undefined;
  let isWaiting = false;
  let next: LookAsked | undefined;
  let turn = 0;
  let patience: ReturnType<typeof setTimeout> | undefined;

  const stop = (): void => {
    clearTimeout(patience);
    worker?.terminate();
    worker = undefined;
    asking = undefined;
    isWaiting = false;
    next = undefined;
  };
  const lost = (): void => {
    stop();
    onAbsent();
  };
  const ask = (asked: LookAsked): void => {
    if (!matter) return;
    asking = asked;
    isWaiting = true;
    turn += 1;
    patience = setTimeout(lost, worker ? PATIENCE_MS : FIRST_PATIENCE_MS);
    if (!worker) {
      worker = startWorker();
      worker.addEventListener("message", hear);
      worker.addEventListener("error", lost);
      worker.postMessage({ kind: "matter", matter } satisfies ToCoach);
    }
    worker.postMessage({ kind: "look", turn, asked } satisfies ToCoach);
  };
  const hear = ({ data }: MessageEvent<FromCoach>): void => {
    // The same draft may be answered twice: once more when the coach has learned something.
    if (data.kind !== "look" || data.turn !== turn || !asking) return;
    clearTimeout(patience);
    const waiting = next;
    isWaiting = false;
    next = undefined;
    if (waiting) ask(waiting);
    else onLook(data.look, asking);
  };
  return {
    begin: (now) => {
      matter = now;
      worker?.postMessage({ kind: "matter", matter } satisfies ToCoach);
    },
    look: (asked) => {
      if (isWaiting) next = asked;
      else ask(asked);
    },
    end: stop,
  };
}

/** Every rule by its name and the sentence it says, for the list of those one has muted. */
export function askForRules(): Promise<readonly RuleName[]> {
  const worker = startWorker();
  return new Promise<readonly RuleName[]>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<FromCoach>) => {
      if (data.kind === "rules") resolve(data.rules);
    });
    worker.addEventListener("error", reject);
    worker.postMessage({ kind: "rules" } satisfies ToCoach);
  }).finally(() => worker.terminate());
}
