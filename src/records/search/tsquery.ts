/** The words of a query as text for `::tsquery`. Words are letters and digits only, so nothing needs to be escaped. */
import type { Query, Term } from "./query.ts";
import { OWN_AUTOMATIC } from "./tsvector.ts";

/**
 * Our own acknowledgements say the same to everybody and are the newest message of many conversations: they would stand before
 * the customers' own words. They are found by `is:automatic` only.
 */
export function tsqueryOf(query: Query): string {
  const parts = query.terms.map(partOf);
  for (const { value, negated } of query.has) parts.push(`${negated ? "!" : ""}'+${value}'`);
  for (const { value, negated } of query.is) if (value === "automatic") parts.push(`${negated ? "!" : ""}'+automatic'`);
  if (!query.is.some(({ value, negated }) => value === "automatic" && !negated)) parts.push(`!'${OWN_AUTOMATIC}'`);
  return parts.join(" & ");
}

function partOf({ words, openEnded, negated, where }: Term): string {
  const sign = where === "from" ? "<" : where === "to" ? ">" : "";
  const lexemes = words.map((word, i) => {
    const options = `${openEnded && i === words.length - 1 ? "*" : ""}${where === "subject" ? "A" : ""}`;
    return `'${sign}${word}'${options === "" ? "" : `:${options}`}`;
  });
  return `${negated ? "!" : ""}(${lexemes.join(sign === "" ? " <-> " : " & ")})`;
}
