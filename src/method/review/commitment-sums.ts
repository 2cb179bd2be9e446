/**
 * How much a clause gives away: the sum beside the words that give, one in words, months until a day, pieces times their price. What
 * the clause does not say stays null; the rule looks for it in the thread.
 */
import type { Span } from "../../kit/index.ts";
import type { Draft } from "./draft.ts";
import type { Amount } from "./figures.ts";
import type { CommitmentKind } from "./review-input.ts";
import type { Sentence } from "./sentence.ts";
import { monthsUntil, sumInWords } from "./waived.ts";

export interface Clause {
  readonly plain: string;
  readonly span: Span;
}

interface Sum {
  readonly amount: string | null;
  readonly currency: string | null;
}

const MONTHS_IN: Readonly<Record<string, number>> = { day: 1 / 30, week: 7 / 30, month: 1, quarter: 3, year: 12 };
const COUNTS = "an? one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Months, as a decimal. */
function monthsIn(plain: string): string | null {
  const found =
    /\b(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:free |extra |more |additional |further )?(?:\w+ )?(day|week|month|quarter|year)s?\b/.exec(
      plain,
    );
  const next = /\bnext (?:\w+ )?(month|quarter|year)\b/.exec(plain);
  if (found === null && next === null) return null;
  const [, count = "1", unit = next?.[1] ?? "month"] = found ?? [];
  const many = /^an?$/.test(count) ? 1 : COUNTS.indexOf(count) > 0 ? COUNTS.indexOf(count) : Number(count);
  return String(Math.round(many * (MONTHS_IN[unit] ?? 1) * 100) / 100);
}

export function sumOf(draft: Draft, sentence: Sentence, clause: Clause, kind: CommitmentKind, at: number): Sum {
  if (kind === "free-period") {
    const until = monthsUntil(draft, sentence.plain);
    return { amount: until ?? monthsIn(clause.plain), currency: null };
  }
  if (kind === "discount" && /\bhalf(?: the)? price\b/.test(clause.plain)) return { amount: "50", currency: "%" };
  const isWanted = ({ currency }: Amount) => kind === "discount" || currency !== "%";
  const inside = draft
    .figuresOf(sentence)
    .filter(
      (figure): figure is Amount =>
        figure.kind === "amount" &&
        isWanted(figure) &&
        figure.start >= clause.span.start &&
        figure.end <= clause.span.end,
    );
  const parts = inside.filter(({ start }) => !WHOLE_OF_IT.test(draft.plain.slice(Math.max(0, start - 12), start)));
  // Of two sums each belongs to the words nearest to it: "you get the £190 plus a £100 voucher".
  const nearest = (parts.length > 0 ? parts : inside).reduce<Amount | undefined>(
    (best, figure) => (best === undefined || distance(figure, at) < distance(best, at) ? figure : best),
    undefined,
  );
  if (nearest !== undefined) return { amount: nearest.value, currency: nearest.currency };
  if (kind === "replacement" || kind === "exception") {
    const value = COST_OF_IT.exec(sentence.plain)?.[1] ?? timesPrice(draft, sentence);
    const money = value === undefined ? null : String(Number(value.replace(/,(?=\d{3})/g, "").replace(",", ".")));
    return { amount: money, currency: money === null ? null : currencyOf(draft) };
  }
  // "We'll cover the 80": a bare number is money here, in the currency that the thread speaks of.
  const bare =
    (PART_OF.exec(clause.plain) ?? BARE_SUM.exec(clause.plain))?.[1] ?? sumInWords(clause.plain) ?? sumBeside(sentence);
  if (bare === undefined) return { amount: null, currency: null };
  // "950, being 2,850 less the 1,900": whatever is meant, the least of them is surely given.
  const value = Math.min(...[bare, ...(clause.plain.match(OTHER_SUMS) ?? [])].map(numberOf));
  return { amount: Number.isInteger(value) ? String(value) : value.toFixed(2), currency: currencyOf(draft) };
}

const numberOf = (written: string): number => Number(written.replace(/,(?=\d{3})/g, "").replace(",", "."));
/** Written as sums are, and no hour, day or count. */
const OTHER_SUMS =
  /(?<![\w.,:/-])(?:\d{1,3}(?:,\d{3})+|\d{2,6}(?:\.\d{2})?)(?= (?:being|less|minus|of|from|instead|out|that|plus|to|back|the|which)\b|[,;.!)]? |[.,;!)]?$)(?! ?(?:%|(?:working |business )?(?:days?|weeks?|months?|hours?|minutes?|january|february|march|april|may|june|july|august|september|october|november|december|am|pm)\b))/g;

const currencyOf = ({ customer }: Draft): string | null =>
  customer?.figures.find((figure): figure is Amount => figure.kind === "amount" && figure.currency !== "%")?.currency ??
  null;

/** "At our cost, which is 420". */
const COST_OF_IT = /\bcosts?,? (?:which is|us|of|is|that is)? ?[€£$]?(\d[\d,]*(?:\.\d{2})?)(?![\d%])/;
/** The one sum in the sentence, however far from the words that give it. */
const sumBeside = ({ plain }: Sentence): string | undefined => sumInWords(plain);

const EACH = /(\d[\d,]*(?:[.,]\d{2})?)(?: ?(?:€|£|\$|[a-z]{3,8}))? (?:apiece|each|a piece|per (?:piece|unit|item))\b/;
const PIECES = /(?<![\w.,€£$])(\d{1,4}) (?:\w+ )?(?:pieces|units|copies|sensors|sets|boxes|[a-z]{4,14}s)\b/;

/** "26 pieces at no cost", at 62 apiece. */
function timesPrice({ customer }: Draft, { plain }: Sentence): string | undefined {
  const price = EACH.exec(customer?.everything ?? "")?.[1];
  const pieces = PIECES.exec(plain)?.[1];
  return price === undefined || pieces === undefined
    ? undefined
    : String(Number(pieces) * Number(price.replace(",", ".")));
}

/** "40 EUR of the 120 EUR": the second is what the first is a part of. */
const WHOLE_OF_IT = /\bof (?:the|your|those|these) $/;
/** "200 of the 620". */
const PART_OF = /(?<![\w.,])(\d{1,6}(?:[.,]\d{2})?) (?:out )?of (?:the|your|those) \d/;
const BARE_SUM =
  /(?:the|your|of|refunded|refund|back|cover|with|give you|pay you|credit|off|sent|paid|you|put|taken|only|another) (?:full |whole |second |remaining |entire )?(\d{1,3}(?:,\d{3})+|\d{1,6}(?:[.,]\d{2})?)(?![\w%-]|:\d| (?:working |business )?(?:days?|weeks?|months?|hours?|minutes?|items?|units?|times|pieces|lamps|years?|seats?|tickets?|people|of)\b| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(?![.,]\d)/;
const distance = (figure: Span, at: number): number => (figure.end <= at ? at - figure.end : figure.start - at);
