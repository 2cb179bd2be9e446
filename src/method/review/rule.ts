/**
 * What a rule is: a pure function that looks at one draft and points at words. Same draft, same findings, on every machine
 * and every day. A rule judges wording, never the person who writes; what it cannot be sure of it leaves alone.
 */
import type { Span } from "../../kit/index.ts";
import type { SourceKey } from "../sources/index.ts";
import type { PrincipleId, Step } from "../steps/index.ts";
import type { Draft } from "./draft.ts";
import type { ReviewInput } from "./review-input.ts";

/** gate: stop and confirm. nudge: a hint in place. note: for the writer's own statistics. praise: rare, and meant. */
export const LEVELS = ["gate", "nudge", "note", "praise"] as const;
export type Level = (typeof LEVELS)[number];

/** What a rule cannot judge without. When it is missing, the rule is silent and named in `notJudged`. */
export const NEEDS = ["customer", "limits", "promises", "rights", "name", "at", "macros", "options"] as const;
export type Need = (typeof NEEDS)[number];

/** An empty span marks the place where something is missing. */
export interface Pointed extends Span {
  /** Replacement for the span. Must silence the rule and wake no other; the tests apply it and look. */
  readonly instead?: string;
  /** Said in place of `see` when the rule knows more: "Nobody answers: when will it arrive?" */
  readonly see?: string;
}

/** A reply alone, or a reply with what it answers and what else the desk knows. [[ ]] stands only in the reply. */
export type Example =
  | string
  | ({
      /** What the customer wrote last. */
      readonly customer?: string;
      /** Who the customer is, where the desk knows. */
      readonly name?: string;
      readonly reply: string;
    } & Omit<Partial<ReviewInput>, "customer" | "reply">);

export interface Rule {
  /** The thing seen, never the cure, so that "allow vague-time" reads well. Same as the file name. */
  readonly id: string;
  /** Its number in the catalogue of the craft, for those who come from there. */
  readonly catalogue: string;
  readonly step: Step;
  readonly principle: PrincipleId;
  readonly level: Level;
  readonly needs?: readonly Need[];
  /** Also speaks in drafts of fewer than six words. For what may not leave at any length. */
  readonly evenShort?: true;
  /** Looks for something missing: the most care (care-taken.ts, 0..4) a letter may show and still be told of it. */
  readonly mostCare?: 1 | 2;
  /** One sentence each, said to a colleague: what I see, why it matters, what to do. */
  readonly see: string;
  readonly why: string;
  readonly do: string;
  readonly cites: readonly [SourceKey, ...SourceKey[]];
  /** [[ ]] marks exactly what the rule must point at. These are the rule's tests and its page. */
  readonly examples: {
    readonly flags: readonly [Example, ...Example[]];
    readonly passes: readonly [Example, ...Example[]];
    /** Wrong, and we know it. Asserted, so the day it improves we hear of it. */
    readonly misses?: readonly Example[];
  };
  readonly check: (draft: Draft) => Iterable<Pointed>;
}

export const rule = (r: Rule): Rule => r;
