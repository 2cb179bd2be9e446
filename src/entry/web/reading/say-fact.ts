/** A fact's value in words, exact: "Friday, 13 November 2026", "2 weeks", "€84.60", "•••• 1111". Pure; the kind's name is said elsewhere. */
import type { FactKind } from "../../../method/reading/index.ts";

interface Sayable {
  readonly kind: FactKind;
  readonly text: string;
  readonly value: string;
  readonly currency?: string;
}

/** What is only well said as it was written. */
const AS_WRITTEN: ReadonlySet<FactKind> = new Set(["phone", "address", "tried", "person", "product", "device"]);
const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/;
const MONTH = /^\d{4}-\d\d$/;
const LENGTH = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const UNITS = ["year", "month", "week", "day", "hour", "minute", "second"] as const;

/** @param isSaid the value is a person's own words, not the engine's form. */
export function sayFact(fact: Sayable, locale: string, isSaid = false): string {
  const { kind, text, value, currency } = fact;
  if (kind === "card") return `•••• ${value}`;
  if (kind === "date" || kind === "time")
    return value
      .split("/")
      .map((one) => sayMoment(one, locale))
      .join(" – ");
  if (isSaid) return value;
  if (kind === "duration") return sayLength(value, locale) ?? text;
  if (kind === "amount" && currency !== undefined) return sayAmount(value, currency, locale) ?? text;
  return AS_WRITTEN.has(kind) ? text.replace(/\s+/g, " ") : value;
}

const dated = (locale: string): string => (locale === "en" ? "en-GB" : locale);

function sayMoment(value: string, locale: string): string {
  const moment = MOMENT.exec(value);
  if (moment) return `${sayMoment(moment[1] as string, locale)}, ${moment[2]}`;
  const isDay = DAY.test(value);
  if (!isDay && !MONTH.test(value)) return value;
  const at = new Date(isDay ? value : `${value}-01`);
  if (Number.isNaN(at.getTime())) return value;
  return new Intl.DateTimeFormat(dated(locale), {
    timeZone: "UTC",
    ...(isDay ? { weekday: "long", day: "numeric" } : {}),
    month: "long",
    year: "numeric",
  }).format(at);
}

function sayLength(value: string, locale: string): string | undefined {
  const parts = LENGTH.exec(value)?.slice(1);
  const said = UNITS.flatMap((unit, index) => {
    const count = parts?.[index];
    return count === undefined
      ? []
      : [new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(Number(count))];
  });
  return said.length === 0 ? undefined : said.join(" ");
}

function sayAmount(value: string, currency: string, locale: string): string | undefined {
  const amount = Number(value);
  if (!Number.isFinite(amount) || !/^[A-Z]{3}$/.test(currency)) return undefined;
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount);
}
