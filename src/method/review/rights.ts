/**
 * Statutory rights that a reply must not deny, as data with their source. Deliberately few: only what holds for nearly every
 * consumer there. No lawyer has looked at this table yet. Not legal advice; a team's own may say more.
 */

export const RIGHT_KINDS = ["withdrawal", "faulty", "reject", "not-delivered", "flight", "package"] as const;
/** Changed their mind; the thing is faulty, or so new that the money may be asked at once; it never came or took place; a flight; a package. */
export type RightKind = (typeof RIGHT_KINDS)[number];

interface Right {
  readonly kind: RightKind;
  /** ISO 3166 codes, and "EU" or "UK" as people write them. */
  readonly jurisdictions: ReadonlySet<string>;
  /** Days from the order in which it surely holds: the legal time runs from delivery, so this errs on the short side. */
  readonly days: number;
  readonly source: string;
}

const EEA = new Set(
  "EU EEA AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO".split(" "),
);
const UK = new Set(["UK", "GB"]);
const YEAR = 365;

const RIGHTS: readonly Right[] = [
  { kind: "withdrawal", jurisdictions: EEA, days: 14, source: "Directive 2011/83/EU, Articles 9 to 13" },
  {
    kind: "withdrawal",
    jurisdictions: UK,
    days: 14,
    source: "Consumer Contracts Regulations 2013, regulations 29 and 30",
  },
  { kind: "faulty", jurisdictions: EEA, days: 2 * YEAR, source: "Directive (EU) 2019/771, Articles 10, 13 and 14" },
  { kind: "faulty", jurisdictions: UK, days: 2 * YEAR, source: "Consumer Rights Act 2015, sections 19 to 24" },
  { kind: "reject", jurisdictions: UK, days: 30, source: "Consumer Rights Act 2015, sections 20 and 22" },
  { kind: "not-delivered", jurisdictions: EEA, days: YEAR, source: "Directive 2011/83/EU, Article 18" },
  {
    kind: "not-delivered",
    jurisdictions: UK,
    days: YEAR,
    source: "Consumer Rights Act 2015, sections 28 and 54 to 56",
  },
  { kind: "flight", jurisdictions: EEA, days: YEAR, source: "Regulation (EC) 261/2004, Articles 5 and 8" },
  { kind: "package", jurisdictions: EEA, days: YEAR, source: "Directive (EU) 2015/2302, Article 11" },
  {
    kind: "package",
    jurisdictions: UK,
    days: YEAR,
    source: "Package Travel and Linked Travel Arrangements Regulations 2018, regulations 10 and 11",
  },
  {
    kind: "flight",
    jurisdictions: UK,
    days: YEAR,
    source: "Regulation (EC) 261/2004 as retained, Articles 5 and 8",
  },
];

/**
 * The rights that surely hold now.
 * @param at ISO 8601 with an offset.
 * @param arrived when the thing came, where the thread says so: the time to withdraw runs from there.
 */
export function rightsFor(
  rights: { readonly jurisdiction: string; readonly orderDate: string },
  at: string,
  arrived?: string,
): ReadonlySet<RightKind> {
  const where = rights.jurisdiction.trim().toUpperCase();
  const now = Date.parse(at);
  const held = new Set<RightKind>();
  for (const { kind, jurisdictions, days } of RIGHTS) {
    if (!jurisdictions.has(where)) continue;
    const runsFromArrival = kind === "withdrawal" || kind === "reject";
    const since = [rights.orderDate, ...(runsFromArrival && arrived !== undefined ? [arrived] : [])]
      .map((from) => (now - Date.parse(from)) / 86_400_000)
      .filter((passed) => passed >= 0);
    if (since.some((passed) => passed < days + (runsFromArrival ? 1 : 0))) held.add(kind);
  }
  return held;
}
