/**
 * Which dangers the words of a text leave possible, so that an ordinary message is not searched for all of them. Every pattern
 * says itself without which words it cannot match; here they are only gathered. A test holds the two together.
 */
import { REASONS } from "./automatic-mail.ts";
import type { Danger } from "./danger.ts";

const GROUPS = new Map<string, number[]>();
const BEGINNINGS: (readonly [beginning: string, group: number])[] = [];
/** The dangers whose first group has this number, each with the numbers of its other groups. */
const BY_FIRST = new Map<number, readonly [danger: Danger, others: readonly number[]]>();
const EVERY: ReadonlySet<Danger> = new Set(REASONS.flatMap(([, dangers]) => dangers));

let groups = 0;
for (const [, dangers] of REASONS)
  for (const one of dangers) {
    const needed: number[] = [];
    for (const group of one.needs.split(";")) {
      if (group.trim() === "") continue;
      for (const word of group.trim().split(" "))
        if (word.endsWith("*")) BEGINNINGS.push([word.slice(0, -1), groups]);
        else GROUPS.set(word, [...(GROUPS.get(word) ?? []), groups]);
      needed.push(groups);
      groups += 1;
    }
    const [first, ...others] = needed;
    if (first !== undefined) BY_FIRST.set(first, [one, others]);
  }

const NONE: readonly number[] = [];
/** A word that may mean anything. */
const ANY: readonly number[] = [-1];

/** The groups of needed words that this one is in. */
export function dangersIn(norm: string, kind: "word" | "unspaced"): readonly number[] {
  if (kind === "unspaced" || norm.charCodeAt(0) >= 0x370) return ANY;
  const begun = BEGINNINGS.filter(([beginning]) => norm.startsWith(beginning)).map(([, group]) => group);
  const known = GROUPS.get(norm) ?? NONE;
  return begun.length === 0 ? known : [...known, ...begun];
}

const NOTHING: ReadonlySet<Danger> = new Set();

/** The dangers that the words of a text leave possible. */
export function dangersOf(words: readonly { readonly dangers: readonly number[] }[]): ReadonlySet<Danger> {
  const said = new Set<number>();
  for (const { dangers } of words) if (dangers.length > 0) for (const group of dangers) said.add(group);
  if (said.size === 0) return NOTHING;
  if (said.has(-1)) return EVERY;
  const possible = new Set<Danger>();
  for (const group of said) {
    const begun = BY_FIRST.get(group);
    if (begun?.[1].every((other) => said.has(other))) possible.add(begun[0]);
  }
  return possible;
}
