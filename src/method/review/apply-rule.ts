/** Lets one rule look at one draft, under the conditions that hold for all: its inputs are there, the language is known, the draft is long enough to judge. */
import { careTaken } from "./care-taken.ts";
import type { Draft } from "./draft.ts";
import type { Need, Pointed, Rule } from "./rule.ts";

/** Below so many words a draft is being begun, not judged. */
const FEWEST_WORDS = 6;

const IS_THERE: Readonly<Record<Need, (draft: Draft) => boolean>> = {
  customer: ({ customer }) => customer !== undefined,
  limits: ({ input }) => input.limits !== undefined,
  promises: ({ input }) => input.promises !== undefined,
  rights: ({ input }) => input.rights !== undefined,
  name: ({ input }) => input.customer?.name !== undefined && input.customer.name.trim() !== "",
  at: ({ input }) => input.at !== undefined && !Number.isNaN(Date.parse(input.at)),
  macros: ({ input, customer }) =>
    (input.playbook?.phrases?.length ?? 0) > 0 || (customer?.earlierReplies.length ?? 0) > 0,
  options: ({ input }) => input.playbook?.options !== undefined,
};

/** What this rule would have to know to judge this draft, and does not. */
export const missingFor = (rule: Rule, draft: Draft): Need[] =>
  (rule.needs ?? []).filter((need) => !IS_THERE[need](draft));

/** Some rules are asked by others, too (careless.ts). */
const applied = new WeakMap<Draft, Map<Rule, Pointed[]>>();

/** In the order of the text. Empty when the rule has nothing to say or may not speak. */
export function applyRule(rule: Rule, draft: Draft): Pointed[] {
  const ofDraft = applied.get(draft) ?? new Map<Rule, Pointed[]>();
  applied.set(draft, ofDraft);
  const before = ofDraft.get(rule);
  if (before !== undefined) return before;
  const found = lookFor(rule, draft);
  ofDraft.set(rule, found);
  return found;
}

function lookFor(rule: Rule, draft: Draft): Pointed[] {
  if (!draft.isEnglish || draft.sentences.length === 0) return [];
  if (rule.evenShort !== true && draft.words < FEWEST_WORDS) return [];
  if (missingFor(rule, draft).length > 0) return [];
  const found = [...rule.check(draft)];
  if (found.length === 0 || (rule.mostCare !== undefined && careTaken(draft) > rule.mostCare)) return [];
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}
