/** What a review of a reply has to know of the playbook that it follows: ready-made words, open remedies, limits. */
import type { Limit, ReviewInput } from "../review/index.ts";
import type { Playbook } from "./playbook.ts";

/** For `ReviewInput.playbook`. Whether there is no fix is known of a conversation, never of a playbook. */
export const reviewedBy = ({ phrases, options }: Playbook): NonNullable<ReviewInput["playbook"]> => ({
  phrases: phrases.map(({ say }) => say),
  options: options.map(({ title }) => title),
});

/**
 * What the options let an agent give away alone (METHOD solve.limits): of each kind and currency the most that one of them allows.
 * An option that gives something away and names no sum does not widen it.
 */
export function limitsOf({ options }: Playbook): Limit[] {
  const most = new Map<string, Limit>();
  for (const { commits, limit } of options) {
    if (commits === undefined) continue;
    const amount = limit.amount === undefined ? limit.count : Number(limit.amount);
    if (amount === undefined) continue;
    const currency = limit.amount === undefined ? undefined : limit.currency;
    const key = `${commits.kind} ${currency ?? ""}`;
    if (amount > (most.get(key)?.amount ?? -1)) most.set(key, { kind: commits.kind, amount, currency });
  }
  return [...most.values()];
}
