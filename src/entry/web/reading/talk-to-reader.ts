/**
 * The page's side of reading: the coach reads in a worker of its own, so that no letter, however long or hostile, holds up the
 * page; a worker that does not answer is ended, and the letters stand without a reading.
 */
import type { EarlierMessage, Reading } from "../../../method/reading/index.ts";
import type { Step } from "../../../method/steps/index.ts";
import type { FromCoach, LetterSent, ToCoach } from "../coach/coach-worker.ts";

const PATIENCE_MS = 20_000;
/** The engine has to be fetched. */
const FIRST_PATIENCE_MS = 60_000;
/** Nobody has opened a conversation for so long. */
const IDLE_MS = 60_000;

type Answer = Extract<FromCoach, { readonly turn: number }>;
type Question = Extract<ToCoach, { readonly kind: "hear" | "letters" }>;

interface Asked {
  readonly resolve: (answer: Answer) => void;
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
    if (data.kind === "rules") return;
    hasAnswered = true;
    waiting.get(data.turn)?.resolve(data);
    waiting.delete(data.turn);
    waitFor();
  });
  begun.addEventListener("error", stop);
  return begun;
}

function ask(question: Question): Promise<Answer> {
  worker ??= start();
  worker.postMessage(question satisfies ToCoach);
  return new Promise((resolve, reject) => {
    waiting.set(question.turn, { resolve, reject });
    waitFor();
  });
}

const nextTurn = (): number => {
  turn += 1;
  return turn;
};

/** @param thread a customer's messages, oldest first. Rejects when the coach cannot be had, or takes too long. */
export async function askReader(thread: readonly EarlierMessage[], timeZone: string): Promise<readonly Reading[]> {
  const answer = await ask({ kind: "hear", turn: nextTurn(), thread, timeZone });
  return answer.kind === "heard" ? answer.readings : [];
}

/** @returns for each of our letters the steps it took. Rejects as `askReader` does. */
export async function askWhatLettersDid(letters: readonly LetterSent[]): Promise<readonly (readonly Step[])[]> {
  const answer = await ask({ kind: "letters", turn: nextTurn(), letters });
  return answer.kind === "covered" ? answer.covered : [];
}
