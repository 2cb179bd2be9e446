/**
 * Puts values from outside into a form that PostgreSQL can hold.
 *
 * PostgreSQL's text and jsonb know neither U+0000 nor half a surrogate pair, and mail contains both.
 */
import { type RawBuilder, sql } from "kysely";

/** The text with each U+0000 and each lone surrogate shown as U+FFFD. Same length, so spans keep pointing at the same words. */
export const storable = (text: string): string => text.toWellFormed().replaceAll("\u0000", "\uFFFD");

/** In JSON text: an escaped backslash (to step over it), U+0000, or a surrogate that JSON.stringify found alone. */
const BACKSLASH_OR_UNSTORABLE = /\\(?:\\|u0000|ud[89a-f][0-9a-f]{2})/g;

/** A value for a jsonb column. Without it node-postgres would send an array as a PostgreSQL array. */
export function jsonb<T>(value: T): RawBuilder<T> {
  const text = JSON.stringify(value).replace(BACKSLASH_OR_UNSTORABLE, (found) => (found === "\\\\" ? found : "\uFFFD"));
  return sql<T>`${text}::jsonb`;
}
