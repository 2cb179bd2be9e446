/**
 * Where a dialogue stands, written into the customer's own Message-IDs: `<story.turn.began-chance@provider.example>`. A desk's
 * reply brings them back in In-Reply-To and References (RFC 5322 §3.6.4), so no table is needed and a restart forgets nothing.
 */
import type { Branch, Story } from "./story.ts";

/** The branches taken so far (indexes, outermost first), and for a mail sent before any answer which chaser it is. */
export interface Turn {
  readonly path: readonly number[];
  /** 1 for the first chaser; absent for the opening and for answers. */
  readonly chaser?: number;
}

export interface Mark {
  readonly storyId: string;
  readonly turn: Turn;
  /** When the story's first mail was written. */
  readonly began: Date;
}

export const OPENING: Turn = { path: [] };

/** `chance` is a short word of small letters and digits that makes the id unique. The result carries its angle brackets. */
export function markMessage(mark: Mark, chance: string, address: string): string {
  const began = Math.floor(mark.began.getTime() / 1000).toString(36);
  const turn = [`0${mark.turn.chaser === undefined ? "" : `c${mark.turn.chaser}`}`, ...mark.turn.path].join("-");
  return `<${mark.storyId}.${turn}.${began}-${chance}@${address.slice(address.lastIndexOf("@") + 1)}>`;
}

const MARK =
  /^<?([a-z0-9-]{1,80})\.0(?:c(\d{1,2}))?((?:-\d{1,2}){0,9})\.([0-9a-z]{1,9})-[0-9a-z]{1,20}@[a-z0-9.-]{1,80}\.example>?$/;

/** Reads one Message-ID; undefined when it is not a sample customer's. */
export function readMark(messageId: string): Mark | undefined {
  const found = MARK.exec(messageId.trim());
  if (found === null) return undefined;
  const [, storyId = "", chaser, steps = "", began = ""] = found;
  const path = steps.split("-").slice(1).map(Number);
  return {
    storyId,
    turn: chaser === undefined ? { path } : { path, chaser: Number(chaser) },
    began: new Date(Number.parseInt(began, 36) * 1000),
  };
}

/** The last of the ids that is a sample customer's: In-Reply-To first, then References from its end. */
export function latestMark(inReplyTo: readonly string[], references: readonly string[]): Mark | undefined {
  for (const id of [...references, ...inReplyTo].reverse()) {
    const mark = readMark(id);
    if (mark !== undefined) return mark;
  }
  return undefined;
}

/** The branches open after a path; none when the story is over or the path belongs to another version of it. */
export function branchesAt(story: Story, path: readonly number[]): readonly Branch[] {
  let open: readonly Branch[] = story.next;
  for (const step of path) open = open[step]?.next ?? [];
  return open;
}
