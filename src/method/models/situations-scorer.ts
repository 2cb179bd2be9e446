/**
 * What kind of trouble a message is, as far as its words were learned: added to what the cues say, in their unit. A kind that
 * is as likely as any adds nothing; only the leading ones are named, so that "other" stays an honest answer.
 */
import { SITUATIONS, type Situation } from "../reading/index.ts";
import type { Weighed } from "./weigh-message.ts";

export interface SituationsHead {
  /** What a factor of e in likelihood is worth beside a cue, where a strong cue is worth 3. */
  readonly worth: number;
}

/** @returns for each kind how much more, or less, likely it is than one among all, in the unit of the cues. */
export function weighSituations(head: SituationsHead, { situation }: Weighed): ReadonlyMap<Situation, number> {
  let most = -Infinity;
  for (const score of situation) most = Math.max(most, score);
  let total = 0;
  for (const score of situation) total += Math.exp(score - most);
  const even = Math.log(total / SITUATIONS.length);
  const worth = new Map<Situation, number>();
  for (let at = 0; at < SITUATIONS.length; at += 1)
    worth.set(
      SITUATIONS[at] as Situation,
      Math.round(head.worth * ((situation[at] as number) - most - even) * 1000) / 1000,
    );
  return worth;
}
