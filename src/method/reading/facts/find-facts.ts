/**
 * All the facts of a message, each with its words and one value, in order (METHOD listen.details). The writer's own voice is
 * searched for everything, signatures for people and addresses, pasted logs for versions and error codes, quoted text for
 * nothing. Finds what is written; whether it is true is for people to confirm.
 */
import type { Token } from "../scan-words.ts";
import { isOwnVoice, type Segmentation } from "../segment.ts";
import type { Word } from "../word.ts";
import { localMoment } from "./calendar.ts";
import { bareCorrections, correctFacts } from "./correct-facts.ts";
import type { Fact, FactKind, FactScene } from "./fact.ts";
import { findAmounts } from "./find-amounts.ts";
import { findCodes } from "./find-codes.ts";
import { findDates } from "./find-dates.ts";
import { findDevices } from "./find-devices.ts";
import { findGoods } from "./find-goods.ts";
import { findPeople, findSigner } from "./find-people.ts";
import { findPlaces } from "./find-places.ts";
import { findTried } from "./find-tried.ts";
import { WAKES } from "./wakes.ts";

export interface FactSettings {
  /** ISO 8601; relative dates are resolved against it. */
  readonly sentAt?: string | undefined;
  /** IANA name. Without it the date and hour of `sentAt` are taken as written. */
  readonly timeZone?: string | undefined;
  /** BCP 47, such as `en-US`: whether 3/4 is in March or April. */
  readonly locale?: string | undefined;
  readonly language?: string | undefined;
  /** Facts of the customer's earlier messages, oldest first. */
  readonly earlier?: readonly Fact[] | undefined;
}

/** Where two readings of the same words meet, the earlier in this list wins. */
const STRENGTH: readonly FactKind[] = [
  "email",
  "url",
  "address",
  "tracking",
  "invoice",
  "order",
  "reference",
  "serial",
  "card",
  "device",
  "version",
  "date",
  "amount",
  "phone",
  "error-code",
  "time",
  "duration",
  "quantity",
  "person",
  "product",
  "tried",
];
const RANK = new Map(STRENGTH.map((kind, index) => [kind, index] as const));
/** May lie around other facts: an order number inside a step tried is both. */
const AROUND = new Set<FactKind>(["tried", "product"]);

/** @param words what is known of each token. */
export function findFacts(segmentation: Segmentation, words: readonly Word[], settings: FactSettings = {}): Fact[] {
  const scene: FactScene = {
    segmentation,
    words,
    sent: settings.sentAt === undefined ? undefined : localMoment(settings.sentAt, settings.timeZone),
    isMonthFirst: isMonthFirst(settings.locale, settings.timeZone),
    language: settings.language,
  };
  const found: Fact[] = [];
  let at = 0;
  for (const part of segmentation.parts) {
    const first = at;
    while (at < segmentation.tokens.length && (segmentation.tokens[at] as Token).start < part.end) at += 1;
    if (part.kind === "quoted") continue;
    if (part.kind === "signature") {
      findSigner(scene, first, at, found);
      findPlaces(scene, first, at, found);
      findCodes(scene, first, at, found);
    } else if (part.kind === "log") findCodes(scene, first, at, found);
    else if (isOwnVoice(part)) readVoice(scene, part.sentences, first, at, found);
  }
  const clear = withoutOverlaps(found);
  const bare = bareCorrections(scene, clear, settings.earlier ?? []);
  return correctFacts(scene, bare.length === 0 ? clear : withoutOverlaps([...clear, ...bare]));
}

function readVoice(
  scene: FactScene,
  sentences: readonly { firstToken: number; lastToken: number; clauses: readonly { start: number; end: number }[] }[],
  first: number,
  last: number,
  found: Fact[],
): void {
  if ((wakesOf(scene, first, last) & WAKES.place) !== 0 && hasFigure(scene, first, last))
    findPlaces(scene, first, last, found);
  for (const { firstToken, lastToken, clauses } of sentences) {
    const wakes = wakesOf(scene, firstToken, lastToken);
    if ((wakes & (WAKES.date | WAKES.dateOpener | WAKES.dateUnit)) !== 0)
      findDates(scene, firstToken, lastToken, found);
    if ((wakes & WAKES.amount) !== 0) findAmounts(scene, firstToken, lastToken, found);
    if ((wakes & WAKES.code) !== 0) findCodes(scene, firstToken, lastToken, found);
    findGoods(scene, firstToken, lastToken, found);
    if ((wakes & WAKES.person) !== 0) findPeople(scene, firstToken, lastToken, found);
    if ((wakes & WAKES.device) !== 0) findDevices(scene, firstToken, lastToken, found);
    if ((wakes & WAKES.tried) !== 0) findTried(scene, clauses, firstToken, lastToken, found);
  }
}

function wakesOf({ words }: FactScene, first: number, last: number): number {
  let wakes = 0;
  for (let at = first; at < last; at += 1) wakes |= (words[at] as Word).wakes;
  return wakes;
}

function hasFigure(scene: FactScene, first: number, last: number): boolean {
  for (let at = first; at < last; at += 1) {
    const { kind } = scene.segmentation.tokens[at] as Token;
    if (kind === "number" || kind === "code") return true;
  }
  return false;
}

const isMonthFirst = (locale: string | undefined, timeZone: string | undefined): boolean =>
  locale === undefined ? timeZone !== undefined && AMERICAN_ZONES.test(timeZone) : /^en-(?:us|ph)\b/i.test(locale);
const AMERICAN_ZONES =
  /^(?:US\/|America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage|Indiana|Kentucky|Juneau))/;

/** One pass over the facts in order of place; of two that meet, the stronger stays. */
function withoutOverlaps(found: readonly Fact[]): Fact[] {
  const ordered = [...found].sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
  const kept: Fact[] = [];
  const around: Fact[] = [];
  for (const fact of ordered) {
    if (AROUND.has(fact.kind)) {
      around.push(fact);
      continue;
    }
    const last = kept.at(-1);
    if (last === undefined || last.end <= fact.start) kept.push(fact);
    else if (rank(fact) < rank(last) && !holds(last, fact)) kept[kept.length - 1] = fact;
  }
  return [...kept, ...around.filter((fact) => fact.kind === "tried" || !isHeld(kept, fact))].sort(
    (a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b),
  );
}

/** A strong fact with another inside it is kept whole: the day in an address's house number is none. */
const holds = (outer: Fact, inner: Fact): boolean =>
  outer.start <= inner.start && outer.end > inner.end && rank(outer) <= (RANK.get("amount") ?? 0);

/** Does a kept fact cover this one? By halving: the kept ones lie in order. */
function isHeld(kept: readonly Fact[], fact: Fact): boolean {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle] as Fact).start <= fact.start) low = middle + 1;
    else high = middle;
  }
  const before = kept[low - 1];
  return before !== undefined && before.end >= fact.end;
}

const rank = (fact: Fact): number => RANK.get(fact.kind) ?? STRENGTH.length;
