/** How far long work has come, on one line that is written over; without a terminal, a line every few seconds. */
import type { Clock } from "../../kit/index.ts";
import type { Progress } from "../../platform/storage/index.ts";
import type { Printer } from "./command.ts";

export interface ProgressLine {
  readonly show: (text: string) => void;
  /** Ends the line, so that what is printed next begins a new one. */
  readonly end: () => void;
}

const ON_A_TERMINAL_MS = 100;
const ELSEWHERE_MS = 5_000;

export function progressLine(err: Printer & { readonly isTTY?: boolean }, now: Clock): ProgressLine {
  const isTerminal = err.isTTY === true;
  let shownAt = Number.NEGATIVE_INFINITY;
  let isOpen = false;
  return {
    show: (text) => {
      const at = now().getTime();
      if (at - shownAt < (isTerminal ? ON_A_TERMINAL_MS : ELSEWHERE_MS)) return;
      shownAt = at;
      err.write(isTerminal ? `\r\u001b[2K${text}` : `${text}\n`);
      isOpen = isTerminal;
    },
    end: () => {
      if (isOpen) err.write("\r\u001b[2K");
      isOpen = false;
    },
  };
}

const DOING: Readonly<Record<Progress["doing"], string>> = {
  checking: "Checking the file",
  copying: "Copying",
  linking: "Putting the keys back",
};

export const inWords = ({ doing, table, tablesDone, tables, bytes }: Progress): string =>
  [DOING[doing], table, tables > 0 ? `(${tablesDone + 1} of ${tables})` : "", megabytes(bytes)]
    .filter(Boolean)
    .join(" ");

export const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
