/** A place in a text, so that everything said about words can point at them. Knows no text itself. */

/** Offsets are UTF-16 units, as in JavaScript strings; `end` is exclusive. An empty span marks where something is missing. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
