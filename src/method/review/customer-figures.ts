/**
 * The customer's facts as figures, so that what a reply says can be held against them. What counts as a fact is decided by the
 * reading; here it is only put into the form in which the figures of a draft are compared.
 */
import type { Fact, FactKind } from "../reading/index.ts";
import { type Day, type Figure, figuresIn, keyOf } from "./figures.ts";
import { plain } from "./pattern.ts";

const NAMES_SOMETHING: ReadonlySet<FactKind> = new Set(["order", "tracking", "invoice", "reference", "serial"]);
/** The word a number is called by, where it stands before it. */
const LABEL =
  /\b(order|invoice|ticket|booking|reference|ref|tracking|case|account|customer|serial|policy|contract|reservation|parcel|shipment|model|batch)s?(?: (?:number|no|nr|id|code))?\.?:? ?(?:is |was )?(?:#|no\.? ?|nr\.? ?)?$/;
const LOOKED_BACK = 40;

/** One fact may be a day and a time; none of what cannot be compared. Places are those of the fact. */
export function figuresOf(text: string, fact: Fact): Figure[] {
  const place = { start: fact.start, end: fact.end };
  if (NAMES_SOMETHING.has(fact.kind)) {
    const before = plain(text.slice(Math.max(0, fact.start - LOOKED_BACK), fact.start));
    const label = LABEL.exec(before)?.[1]?.replace(/^ref$/, "reference") ?? "";
    return [{ kind: "identifier", ...place, label, value: fact.value.toLowerCase() }];
  }
  if (fact.kind === "amount") return [{ kind: "amount", ...place, value: fact.value, currency: fact.currency ?? "" }];
  if (fact.kind !== "date" && fact.kind !== "time") return [];
  const written = figuresIn(plain(fact.text)).map((figure) => ({
    ...figure,
    start: figure.start + fact.start,
    end: figure.end + fact.start,
  }));
  if (written.length > 0) return written;
  return [dayOf(fact.value), timeOf(fact.value)].flatMap((figure) =>
    figure === undefined ? [] : [{ ...figure, ...place }],
  );
}

/** Every key under which a draft may say this fact again: "Tuesday" and "3 March" are the same when the message was sent in that week. */
export function keysOf(text: string, fact: Fact): string[] {
  const keys = figuresOf(text, fact).map(keyOf);
  const day = fact.kind === "date" ? dayOf(fact.value) : undefined;
  if (day?.date === undefined) return keys;
  return [...keys, `day:${day.date}`, `day:w${day.weekday}`];
}

type Placeless<T> = T extends Figure ? Omit<T, "start" | "end"> : never;

function dayOf(value: string): Placeless<Day> | undefined {
  const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(value);
  if (found === null) return undefined;
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return { kind: "day", year, month, date, weekday: new Date(Date.UTC(year, month - 1, date)).getUTCDay() };
}

function timeOf(value: string): Placeless<Figure> | undefined {
  const found = /^(?:[\d-]{10}T)?(\d\d):(\d\d)/.exec(value);
  return found === null ? undefined : { kind: "time", hour: Number(found[1]), minute: Number(found[2]) };
}
