/** A thing said again and otherwise, and the words that tell a new thing from it. */
import type { Span } from "../../kit/index.ts";
import { pattern } from "./pattern.ts";

export interface Contradiction extends Span {
  /** What the thread says. */
  readonly said: string;
}

/** Another number is meant: a new one, the next, a part. */
export const NEW_ONE = pattern(
  "new|replacement|another|different|our reference|my reference|instead|changed (?:to|from)|second order|earlier|price (?:is|was)|next|other|rather than|not|moved|extra|more|additional|total|altogether|left|remaining|besides|in all",
);
