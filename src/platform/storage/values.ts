/**
 * Puts values from outside into a form that PostgreSQL can hold.
 *
 * PostgreSQL's text and jsonb know neither U+0000 nor half a surrogate pair, and mail contains both.
 */
import { type RawBuilder, sql } from "kysely";

/** The text with each U+0000 and each lone surrogate shown as U+FFFD. Same length, so spans keep pointing at the same words. */
export const storable = (text: string): string => text.toWellFormed().replaceAll("\u0000", "\uFFFD");

/** A value for a jsonb column. Without it node-postgres would send an array as a PostgreSQL array. */
export function jsonb<T>(value: T): RawBuilder<T> {
  const text = JSON.stringify(value, (_key, part: unknown) => (typeof part === "string" ? storable(part) : part));
  return sql<T>`${text}::jsonb`;
}
