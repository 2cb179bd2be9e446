/** What people wrote down about a customer or an organisation: keeping what is given, and joining two that are one. */
import { storable } from "../../platform/storage/index.ts";

type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/**
 * What is given, storable, under the names it came with; undefined when nothing is. A column that does not change is not named: the
 * search reads all mails of a customer again when the name is.
 */
export function given<T extends Readonly<Record<string, string | number | null | undefined>>>(
  known: T,
): Given<T> | undefined {
  const values = Object.entries(known).flatMap(([column, value]) =>
    value === undefined ? [] : [[column, typeof value === "string" ? storable(value) : value] as const],
  );
  return values.length === 0 ? undefined : (Object.fromEntries(values) as Given<T>);
}

/** The notes of both; what is the same stands there once. */
export const joined = (kept: string, more: string): string =>
  [kept, kept === more ? "" : more].filter(Boolean).join("\n\n");
