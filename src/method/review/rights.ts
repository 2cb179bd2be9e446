/**
 * Statutory rights that a reply must not deny, as data with their source. Deliberately few: only what holds for
 * nearly every purchase at a distance. No lawyer has looked at this table yet. Not legal advice; a team's own may say more.
 */

interface Right {
  /** ISO 3166 codes, and "EU" or "UK" as people write them. */
  readonly jurisdictions: ReadonlySet<string>;
  /** Days from the order in which it surely holds: the legal time runs from delivery, so this errs on the short side. */
  readonly days: number;
  readonly name: string;
  readonly source: string;
}

const EEA = "EU AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO".split(" ");

const RIGHTS: readonly Right[] = [
  {
    jurisdictions: new Set(EEA),
    days: 14,
    name: "withdrawal from a distance contract",
    source: "Directive 2011/83/EU, Articles 9 to 13",
  },
  {
    jurisdictions: new Set(["UK", "GB"]),
    days: 14,
    name: "cancelling a distance contract",
    source: "Consumer Contracts Regulations 2013, regulations 29 and 30",
  },
];

/** The right that surely holds now, or undefined when none is known to. @param at ISO 8601 with an offset. */
export function rightFor(
  rights: { readonly jurisdiction: string; readonly orderDate: string },
  at: string,
): Right | undefined {
  const ordered = Date.parse(rights.orderDate);
  const days = (Date.parse(at) - ordered) / 86_400_000;
  if (Number.isNaN(days) || days < 0) return undefined;
  const where = rights.jurisdiction.trim().toUpperCase();
  return RIGHTS.find(({ jurisdictions, days: lasts }) => jurisdictions.has(where) && days < lasts);
}
