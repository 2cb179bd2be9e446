/**
 * The recognisers of facts, one bit each, so that a word can say which of them it is worth asking (woken-by.ts). Bits only.
 */
export const WAKES = {
  /** Begins a date, a time or a length by itself. */
  date: 1,
  /** Begins one when the next word belongs to one too: "the", "a", "in", "last". */
  dateOpener: 2,
  /** "week", "month": begins one when the next word points at it. */
  dateUnit: 4,
  /** Points at a week or a month: "last", "dernière". */
  dateDirection: 8,
  /** May stand second in a date. */
  datePart: 16,
  amount: 32,
  /** "a" of "a hundred pounds": not enough to wake anybody. */
  amountOpener: 4096,
  code: 64,
  ordering: 128,
  person: 256,
  device: 512,
  tried: 1024,
  place: 2048,
} as const;
