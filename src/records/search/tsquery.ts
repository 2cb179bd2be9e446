/** The words of a query as text for `::tsquery`. Words are letters and digits only, so nothing needs to be escaped. */
import type { Query, Term } from "./query.ts";

/** @returns undefined when the query has no words, only filters of conversations. */
export function tsqueryOf(query: Query): string | undefined {
  const parts = query.terms.map(partOf);
  for (const { value, negated } of query.has) parts.push(`${negated ? "!" : ""}'+${value}'`);
  for (const { value, negated } of query.is) if (value === "automatic") parts.push(`${negated ? "!" : ""}'+automatic'`);
  return parts.length === 0 ? undefined : parts.join(" & ");
}

function partOf({ words, openEnded, negated, where }: Term): string {
  const sign = where === "from" ? "<" : where === "to" ? ">" : "";
  const lexemes = words.map((word, i) => {
    const options = `${openEnded && i === words.length - 1 ? "*" : ""}${where === "subject" ? "A" : ""}`;
    return `'${sign}${word}'${options === "" ? "" : `:${options}`}`;
  });
  return `${negated ? "!" : ""}(${lexemes.join(sign === "" ? " <-> " : " & ")})`;
}
