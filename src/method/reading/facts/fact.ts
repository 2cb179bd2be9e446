/** What a fact is: a detail that matters, the words it stands on, and its value in one form. Says nothing of how it is found. */
import type { Span } from "../../../kit/index.ts";
import type { Segmentation } from "../segment.ts";
import type { Word } from "../word.ts";
import type { LocalMoment } from "./calendar.ts";

export const FACT_KINDS = [
  "order",
  "tracking",
  "invoice",
  "reference",
  "serial",
  "card",
  "date",
  "time",
  "duration",
  "amount",
  "quantity",
  "product",
  "person",
  "address",
  "phone",
  "email",
  "url",
  "version",
  "error-code",
  "device",
  "tried",
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export interface Fact extends Span {
  readonly kind: FactKind;
  /** As it was written. */
  readonly text: string;
  /**
   * The same in one form: `2026-11-03`, `2026-11-03T17:00`, `2026-11`, `2026-11-03/2026-11-05`, `17:00`, `P2W`, `42.80`,
   * `LL-4412`. A date that cannot be resolved keeps its words; of a card only the last four digits are kept.
   */
  readonly value: string;
  /** Of amounts: ISO 4217. */
  readonly currency?: string;
  /** A later value of the same kind takes the place of this one: "no, it was 4412". */
  readonly isCorrected?: true;
}

/** What finding facts needs to know beside the text. */
export interface FactScene {
  readonly segmentation: Segmentation;
  /** What is known of each token of it. */
  readonly words: readonly Word[];
  /** When it was sent, on the writer's calendar. Without it relative dates stay words. */
  readonly sent: LocalMoment | undefined;
  /** Is 3/4 the fourth of March? */
  readonly isMonthFirst: boolean;
  /** As far as it is known: in German every noun has a capital. */
  readonly language: string | undefined;
}
