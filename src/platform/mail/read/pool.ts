/**
 * Reads mails in worker threads with limits in time and memory. A mail that breaks a limit costs its worker and gives
 * `unreadable`, so that the desk can show it in the quarantine; the mails behind it go on. Workers start when there is
 * work, at most `size` of them, and end when there was none for a while. A promise is only rejected when the worker cannot
 * start at all, which is a bug or a broken installation.
 *
 * The memory limit is that of the JavaScript heap; the bytes of the mail and its attachments come on top.
 */
import { Worker } from "node:worker_threads";
import type { ParsedMail } from "./parsed-mail.ts";
import type { WorkerAnswer } from "./worker.ts";

export type ReadResult = { readonly mail: ParsedMail } | { readonly unreadable: string };

export interface MailReaderOptions {
  /** Workers at most; 2 unless told. */
  readonly size?: number;
  /** Per mail, in milliseconds; 30,000 unless told. */
  readonly timeoutMs?: number;
  /** Heap of one worker in MB; 256 unless told. */
  readonly memoryMb?: number;
  /** A worker without work ends after so many milliseconds; 20,000 unless told. */
  readonly idleMs?: number;
}

export interface MailReader {
  /** The bytes are copied, so the caller may use them again. Mails are read in the order they come. */
  read(raw: Uint8Array): Promise<ReadResult>;
  /** Ends the workers. What still waits is given back as unreadable. */
  close(): Promise<void>;
}

interface Job {
  readonly raw: Uint8Array;
  readonly done: (result: ReadResult) => void;
  readonly broken: (error: Error) => void;
}

interface Seat {
  readonly worker: Worker;
  ready: boolean;
  job?: Job | undefined;
  timer?: NodeJS.Timeout | undefined;
}

export function createMailReader(options: MailReaderOptions = {}): MailReader {
  const { size = 2, timeoutMs = 30_000, memoryMb = 256, idleMs = 20_000 } = options;
  const waiting: Job[] = [];
  const seats = new Set<Seat>();
  let closed = false;

  const hire = (): Seat => {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      execArgv: [],
    });
    const seat: Seat = { worker, ready: false };
    seats.add(seat);
    worker.on("message", (answer: WorkerAnswer) => {
      if ("ready" in answer) seat.ready = true;
      else finish(seat, "mail" in answer ? answer : { unreadable: `Reading it failed: ${answer.failed}` });
    });
    worker.on("error", (error: Error & { code?: string }) => dismiss(seat, error));
    worker.on("exit", () => dismiss(seat, new Error("The worker ended.")));
    return seat;
  };

  const dismiss = (seat: Seat, error: Error & { code?: string }) => {
    if (!seats.delete(seat)) return;
    clearTimeout(seat.timer);
    void seat.worker.terminate();
    const job = seat.job;
    seat.job = undefined;
    if (job && !seat.ready && error.code !== "ERR_WORKER_OUT_OF_MEMORY") job.broken(error);
    else job?.done({ unreadable: sentence(error, memoryMb) });
    next();
  };

  const finish = (seat: Seat, result: ReadResult) => {
    clearTimeout(seat.timer);
    const job = seat.job;
    seat.job = undefined;
    job?.done(result);
    seat.worker.unref();
    seat.timer = setTimeout(() => {
      seats.delete(seat);
      void seat.worker.terminate();
    }, idleMs).unref();
    next();
  };

  const start = (seat: Seat, job: Job) => {
    clearTimeout(seat.timer);
    seat.job = job;
    seat.worker.ref();
    seat.timer = setTimeout(() => {
      seats.delete(seat);
      seat.job = undefined;
      void seat.worker.terminate();
      job.done({ unreadable: `Reading it took longer than ${Math.round(timeoutMs / 1000)} seconds.` });
      next();
    }, timeoutMs);
    const copy = new Uint8Array(job.raw);
    seat.worker.postMessage(copy, [copy.buffer]);
  };

  const next = () => {
    if (closed) return;
    while (waiting.length > 0) {
      const seat = [...seats].find((candidate) => !candidate.job) ?? (seats.size < size ? hire() : undefined);
      if (!seat) return;
      start(seat, waiting.shift() as Job);
    }
  };

  return {
    read(raw) {
      return new Promise((done, broken) => {
        if (closed) return done({ unreadable: "The reader was closed." });
        waiting.push({ raw, done, broken });
        next();
      });
    },
    async close() {
      closed = true;
      const open = [...seats];
      seats.clear();
      for (const job of [...waiting.splice(0), ...open.map((seat) => seat.job)])
        job?.done({ unreadable: "The reader was closed." });
      for (const seat of open) clearTimeout(seat.timer);
      await Promise.all(open.map((seat) => seat.worker.terminate()));
    },
  };
}

function sentence(error: Error & { code?: string }, memoryMb: number): string {
  if (error.code === "ERR_WORKER_OUT_OF_MEMORY") return `Reading it needed more than ${memoryMb} MB of memory.`;
  return `Reading it failed: ${error.message}`;
}
