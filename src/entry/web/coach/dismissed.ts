/** What was waved away while writing one letter. Stays in this window, with the letter, and is told to nobody. */
import type { Dismissed } from "./look-at-draft.ts";

const nameOf = (letterKey: string): string => `heard.coach.${letterKey}`;

export function dismissedIn(letterKey: string): readonly Dismissed[] {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(letterKey)) ?? "[]") as Dismissed[];
  } catch {
    return [];
  }
}

export function keepDismissed(letterKey: string, all: readonly Dismissed[]): void {
  try {
    sessionStorage.setItem(nameOf(letterKey), JSON.stringify(all));
  } catch {
    // Storage may be full or forbidden; it then lasts as long as the letter is open.
  }
}
