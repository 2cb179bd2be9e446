/**
 * Which recognisers of facts a word may wake. Most sentences hold no amount, no device and no address; asking each word once
 * which of them it could belong to spares asking every recogniser about every word. Wider than they are, never narrower.
 */
import type { TokenKind } from "../scan-words.ts";
import { DAY_PARTS, DIRECTIONS, MONTHS, NEAR_DAYS, TIME_WORDS, UNITS, WEEKDAYS } from "./date-words.ts";
import { AMOUNT_WORDS } from "./find-amounts.ts";
import { DEVICE_WORDS } from "./find-devices.ts";
import { ORDERING_WORDS } from "./find-goods.ts";
import { PERSON_WORDS } from "./find-people.ts";
import { isStreetWord } from "./find-places.ts";
import { TRIED_WORDS } from "./find-tried.ts";
import { NUMBER_WORDS } from "./number-words.ts";
import { ORDINAL_WORDS } from "./ordinal-at.ts";
import { WAKES } from "./wakes.ts";

const FIGURE = WAKES.date | WAKES.datePart | WAKES.amount | WAKES.code;
const ADDRESS = WAKES.code;
/** Marks that a number which names something may begin or be tied with. */
const CODE_MARKS = new Set(["+", "(", "#", "-", "_"]);

const bits = new Map<string, number>();
const add = (words: Iterable<string>, bit: number): void => {
  for (const word of words) bits.set(word, (bits.get(word) ?? 0) | bit);
};
add(MONTHS.keys(), WAKES.date | WAKES.datePart);
add(WEEKDAYS.keys(), WAKES.date | WAKES.datePart);
add(NEAR_DAYS.keys(), WAKES.date | WAKES.datePart);
add(TIME_WORDS.keys(), WAKES.date | WAKES.datePart);
add(NUMBER_WORDS, WAKES.date | WAKES.datePart);
add(ORDINAL_WORDS, WAKES.date | WAKES.datePart);
add("il dentro half quarter couple few several einigen quelques".split(" "), WAKES.date | WAKES.datePart);
add("the le el in vor dans hace within innerhalb a an".split(" "), WAKES.dateOpener | WAKES.datePart);
add(DIRECTIONS.keys(), WAKES.dateOpener | WAKES.dateDirection | WAKES.datePart);
add(UNITS.keys(), WAKES.dateUnit | WAKES.datePart);
add(DAY_PARTS.keys(), WAKES.datePart);
// "a whole day", "a-day".
add("working business whole full more long solid entire straight consecutive ganze volle -".split(" "), WAKES.datePart);
add(AMOUNT_WORDS, WAKES.amount);
add(["a", "an"], WAKES.amountOpener);
add(ORDERING_WORDS, WAKES.ordering);
add(PERSON_WORDS, WAKES.person);
add(DEVICE_WORDS, WAKES.device);
add(TRIED_WORDS, WAKES.tried);
add(CODE_MARKS, WAKES.code);

export function wokenBy(kind: TokenKind, norm: string): number {
  if (kind === "email" || kind === "url") return ADDRESS;
  const known = bits.get(norm) ?? 0;
  if (kind === "number") return known | FIGURE;
  if (kind === "code") return known | FIGURE | WAKES.place;
  return kind === "word" && isStreetWord(norm) ? known | WAKES.place : known;
}
