/**
 * Sums of money with their currency, in the ways mail writes them: `£42.80`, `1.192,50 €`, `EUR 20`, `$5k`, `twenty quid`,
 * `14 euros and 30`. Says nothing of who owes whom.
 */
import type { Token } from "../scan-words.ts";
import type { Word } from "../word.ts";
import type { Fact, FactScene } from "./fact.ts";
import { NUMBER_WORDS, numberWord, plainDecimal, scaleWord } from "./number-words.ts";
import { WAKES } from "./wakes.ts";

const SIGNS: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["¥", "JPY"],
  ["￥", "JPY"],
  ["₹", "INR"],
  ["₩", "KRW"],
  ["₽", "RUB"],
  ["₺", "TRY"],
  ["₴", "UAH"],
  ["₪", "ILS"],
  ["₫", "VND"],
  ["฿", "THB"],
  ["₿", "XBT"],
]);
const WORDS: ReadonlyArray<readonly [string, string]> = [
  ["USD", "usd dollar dollars buck bucks dollari dólares dolares"],
  ["EUR", "eur euro euros يورو"],
  ["GBP", "gbp pound pounds quid sterling pfund livres"],
  ["JPY", "jpy yen 円"],
  ["CHF", "chf franken"],
  ["SEK", "sek"],
  ["NOK", "nok"],
  ["DKK", "dkk"],
  ["PLN", "pln zł zl złotych złote zloty zlotys złoty"],
  ["CZK", "czk kč"],
  ["INR", "inr rupee rupees"],
  ["CAD", "cad"],
  ["AUD", "aud"],
  ["NZD", "nzd"],
  ["CNY", "cny rmb yuan"],
  ["HKD", "hkd"],
  ["SGD", "sgd"],
  ["ZAR", "zar rand"],
  ["BRL", "brl reais"],
  ["MXN", "mxn peso pesos"],
  ["TRY", "lira"],
  ["KRW", "krw won"],
  ["RUB", "rub ruble rubles"],
];
const CURRENCY: ReadonlyMap<string, string> = new Map([
  ...SIGNS,
  ...WORDS.flatMap(([code, words]) => words.split(" ").map((word) => [word, code] as const)),
]);
const HUNDREDTHS: ReadonlyMap<string, string> = new Map([
  ["cents", "USD"],
  ["cent", "USD"],
  ["pence", "GBP"],
  ["pennies", "GBP"],
]);
const PREFIXED_DOLLAR: ReadonlyMap<string, string> = new Map([
  ["us", "USD"],
  ["a", "AUD"],
  ["au", "AUD"],
  ["c", "CAD"],
  ["ca", "CAD"],
  ["nz", "NZD"],
  ["s", "SGD"],
  ["hk", "HKD"],
  ["r", "BRL"],
]);
/** "won" and "rand" are other words too: only beside a figure. "pound(s)" may be weight: not beside these. */
const WEIGHS = new Set(["weight", "weighs", "weigh", "heavy", "lbs", "lost"]);

interface NumberFound {
  readonly to: number;
  readonly value: string;
}

const SPELLED_BEGINNINGS: ReadonlySet<string> = new Set([...NUMBER_WORDS, "a", "an"]);

/** Without a figure, one of these or a number word there is no amount. */
export const AMOUNT_WORDS: readonly string[] = [...CURRENCY.keys(), ...NUMBER_WORDS];

/** Every amount between two tokens of one sentence, in order. */
export function findAmounts(scene: FactScene, first: number, last: number, into: Fact[]): void {
  let at = first;
  while (at < last)
    at =
      (((scene.words[at] as Word).wakes & (WAKES.amount | WAKES.amountOpener)) === 0
        ? undefined
        : amountAt(scene, at, last, into)) ?? at + 1;
}

function amountAt(scene: FactScene, at: number, last: number, into: Fact[]): number | undefined {
  const { tokens } = scene.segmentation;
  const token = tokens[at] as Token;
  if (token.kind === "mark" || (token.kind === "word" && CURRENCY.has(token.norm) && token.isShouted)) {
    const currency = CURRENCY.get(token.norm);
    if (currency === undefined) return undefined;
    const number = at + 1 < last ? numberAt(scene, at + 1, last, false) : undefined;
    if (number === undefined) return undefined;
    const before = tokens[at - 1];
    const dollar =
      token.norm === "$" && before !== undefined && before.end === token.start
        ? PREFIXED_DOLLAR.get(before.norm)
        : undefined;
    const after = tokens[number.to];
    const named = after !== undefined && number.to < last && after.isShouted ? CURRENCY.get(after.norm) : undefined;
    return put(
      scene,
      into,
      dollar === undefined ? at : at - 1,
      named === undefined ? number.to : number.to + 1,
      number.value,
      named ?? dollar ?? currency,
    );
  }
  if (token.kind === "code") return stuckAmount(scene, at, into);
  if (token.kind !== "number" && !(token.kind === "word" && SPELLED_BEGINNINGS.has(token.norm))) return undefined;
  const number = numberAt(scene, at, last, true);
  if (number === undefined) return undefined;
  return amountAfter(scene, at, number, last, into);
}

/** "50eur", "20p" after a price word is left alone: it may be pages. */
function stuckAmount(scene: FactScene, at: number, into: Fact[]): number | undefined {
  const found = /^(\d{1,9}(?:[.,]\d{1,3}){0,3})(\p{L}{2,8})$/u.exec((scene.segmentation.tokens[at] as Token).norm);
  const currency = found === null ? undefined : CURRENCY.get(found[2] as string);
  return found === null || currency === undefined
    ? undefined
    : put(scene, into, at, at + 1, plainDecimal(found[1] as string), currency);
}

function amountAfter(
  scene: FactScene,
  at: number,
  number: NumberFound,
  last: number,
  into: Fact[],
): number | undefined {
  const { tokens, text } = scene.segmentation;
  let next = number.to;
  // "5,- €" and "5.– €".
  if (/^[,.][-–]/.test(text.slice((tokens[next - 1] as Token).end, (tokens[next - 1] as Token).end + 2))) next += 2;
  const word = next < last ? tokens[next] : undefined;
  if (word === undefined || word.kind === "code") return undefined;
  const hundredth = HUNDREDTHS.get(word.norm);
  if (hundredth !== undefined && /^\d{1,5}$/.test(number.value))
    return put(scene, into, at, next + 1, hundredths(number.value), hundredth);
  const currency = CURRENCY.get(word.norm);
  if (currency === undefined || (word.norm === "$" && nextIsFigure(tokens, next))) return undefined;
  if (
    word.norm.startsWith("pound") &&
    (WEIGHS.has(tokens[next + 1]?.norm ?? "") || WEIGHS.has(tokens[at - 1]?.norm ?? ""))
  )
    return undefined;
  if ((word.norm === "won" || word.norm === "rand") && (tokens[at] as Token).kind !== "number") return undefined;
  if (word.norm === "us" || (currency === "USD" && word.norm === "buck" && number.value !== "1")) return undefined;
  let to = next + 1;
  if (tokens[to]?.norm === "sterling" && to < last) to += 1;
  const rest = restOf(scene, to, last);
  return rest === undefined
    ? put(scene, into, at, to, number.value, currency)
    : put(scene, into, at, rest.to, `${number.value}.${rest.value}`, currency);
}

/** "14 euros and 30", "5 pounds 20", "three dollars and fifty cents". */
function restOf(scene: FactScene, at: number, last: number): NumberFound | undefined {
  const { tokens } = scene.segmentation;
  const isJoined = /^(?:and|und|et|con|y)$/.test(tokens[at]?.norm ?? "");
  const from = isJoined ? at + 1 : at;
  if (from >= last) return undefined;
  const number = numberAt(scene, from, last, true);
  if (number === undefined || !/^\d{1,2}$/.test(number.value) || number.value === "1") return undefined;
  const isNamed = HUNDREDTHS.has(tokens[number.to]?.norm ?? "") || /^(?:p|c|ct)$/.test(tokens[number.to]?.norm ?? "");
  const endsThere = number.to >= last || tokens[number.to]?.kind === "mark";
  if (!isNamed && !(endsThere && number.value.length === 2)) return undefined;
  return { to: isNamed ? number.to + 1 : number.to, value: number.value.padStart(2, "0") };
}

const nextIsFigure = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  return next !== undefined && next.kind === "number" && next.start === (tokens[at] as Token).end;
};

const hundredths = (value: string): string => {
  const padded = value.padStart(3, "0");
  return `${padded.slice(0, -2)}.${padded.slice(-2)}`;
};

function put(scene: FactScene, into: Fact[], from: number, to: number, value: string, currency: string): number {
  const { tokens, text } = scene.segmentation;
  const start = (tokens[from] as Token).start;
  const end = (tokens[to - 1] as Token).end;
  into.push({ kind: "amount", start, end, text: text.slice(start, end), value, currency });
  return to;
}

const GROUPED = /\d{1,3}(?:[  ]\d{3}){1,4}(?:[.,]\d{1,2})?(?![\d])/y;
const SHORT_SCALE: ReadonlyMap<string, number> = new Map([
  ["k", 1000],
  ["m", 1_000_000],
  ["mn", 1_000_000],
  ["bn", 1_000_000_000],
]);

/** A figure or spelled number with its scale: `1 192,50`, `48.2 million`, `5k`, `two hundred and fifty`. */
function numberAt(scene: FactScene, at: number, last: number, isBare: boolean): NumberFound | undefined {
  const { tokens, text } = scene.segmentation;
  const token = tokens[at] as Token;
  if (token.kind === "code") {
    const short = /^(\d{1,9}(?:[.,]\d{1,3})?)(k|m|mn|bn)$/.exec(token.norm);
    const scale = short === null ? undefined : SHORT_SCALE.get(short[2] as string);
    return short === null || scale === undefined || isBare
      ? undefined
      : { to: at + 1, value: scaled(plainDecimal(short[1] as string), scale) };
  }
  if (token.kind === "number") {
    GROUPED.lastIndex = token.start;
    const grouped = GROUPED.exec(text);
    let to = at + 1;
    if (grouped !== null) while (to < last && (tokens[to] as Token).start < token.start + grouped[0].length) to += 1;
    const value = plainDecimal(grouped === null ? token.norm : grouped[0]);
    const scale =
      to < last ? (scaleWord(tokens[to]?.norm ?? "") ?? SHORT_SCALE.get(tokens[to]?.norm ?? "")) : undefined;
    const isScale = scale !== undefined && tokens[to]?.norm !== "cent" && !(tokens[to]?.norm === "m" && isBare);
    return isScale ? { to: to + 1, value: scaled(value, scale) } : { to, value };
  }
  return token.kind === "word" ? spelled(tokens, at, last) : undefined;
}

function spelled(tokens: readonly Token[], at: number, last: number): NumberFound | undefined {
  let total = 0;
  let current = 0;
  let to = at;
  while (to < last && to - at < 12) {
    const { norm } = tokens[to] as Token;
    const value = numberWord(norm);
    const scale = norm === "cent" ? undefined : scaleWord(norm);
    if (value !== undefined && !(norm === "a" || norm === "an")) current += value;
    else if (scale !== undefined && (to > at || scale >= 100)) {
      current = Math.max(current, 1) * scale;
      if (scale >= 1000) {
        total += current;
        current = 0;
      }
    } else if ((norm === "a" || norm === "an") && to === at && scaleWord(tokens[to + 1]?.norm ?? "") !== undefined)
      current = 0;
    else if (!((norm === "and" || norm === "-") && to > at && numberWord(tokens[to + 1]?.norm ?? "") !== undefined))
      break;
    to += 1;
  }
  return to === at ? undefined : { to, value: String(total + current) };
}

const scaled = (value: string, scale: number): string => String(Math.round(Number(value) * scale * 100) / 100);
