/** What doctor says of one thing: one sentence, and a way out where there is something to do. */
import type { Resolver } from "node:dns/promises";
import type { Clock } from "../../../kit/index.ts";
import type { Settings } from "../../../platform/config/index.ts";
import type { Desk } from "../../../platform/desk/index.ts";
import type { Probe } from "../../../platform/mail/index.ts";

export interface Finding {
  /** What was looked at; stays the same from version to version, for programs. */
  readonly check: string;
  /** "hint": works, but somebody may want to know. "broken": something does not work. */
  readonly level: "fine" | "hint" | "broken";
  readonly sentence: string;
  readonly wayOut: string;
}

/** The world around the checks. */
export interface World {
  readonly settings: Settings;
  readonly now: Clock;
  readonly resolver: Pick<Resolver, "resolveMx" | "resolveTxt">;
  /** Bytes that this user may still write below a folder. @throws what Node throws. */
  readonly freeBytes: (folder: string) => Promise<number>;
}

/** A desk that could be opened. */
export interface DeskWorld extends World {
  readonly desk: Desk;
  /** Whether a desk runs on this database now. */
  readonly isRunning: boolean;
}

export const fine = (check: string, sentence: string): Finding => ({ check, level: "fine", sentence, wayOut: "" });
export const hint = (check: string, sentence: string, wayOut = ""): Finding => ({
  check,
  level: "hint",
  sentence,
  wayOut,
});
export const broken = (check: string, sentence: string, wayOut = ""): Finding => ({
  check,
  level: "broken",
  sentence,
  wayOut,
});

/** A live test of another server, as a finding. Its own words are shown: they are often what an admin there understands. */
export function fromProbe(check: string, of: string, probe: Probe): Finding {
  if (probe.ok) return fine(check, `${of}: ${probe.detail}`);
  return broken(check, `${of}: ${probe.sentence}${probe.said ? ` It said: ${probe.said}` : ""}`, probe.wayOut);
}

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
