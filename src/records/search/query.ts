/**
 * Reads what a person typed into the search field. Never refuses and never throws: what is not understood is searched as
 * words, and said in a remark. It looks nothing up; names of mailboxes and tags are resolved by the search.
 */
import { readDay } from "./read-day.ts";
import { wordsOf } from "./words.ts";

export interface Term {
  /** Neighbouring words; one for most terms. */
  readonly words: readonly string[];
  /** The last word may be only the beginning of a longer one. */
  readonly openEnded: boolean;
  readonly negated: boolean;
  readonly where: "anywhere" | "subject" | "from" | "to";
}

const IS = [
  "open",
  "waiting",
  "resolved",
  "spam",
  "trash",
  "unassigned",
  "mine",
  "snoozed",
  "unread",
  "automatic",
] as const;
const HAS = ["attachment", "note"] as const;
export type Is = (typeof IS)[number];
type Has = (typeof HAS)[number];

export interface Sifted<T> {
  readonly value: T;
  readonly negated: boolean;
}

export interface Query {
  readonly terms: readonly Term[];
  readonly is: readonly Sifted<Is>[];
  readonly has: readonly Sifted<Has>[];
  readonly tags: readonly Sifted<string>[];
  readonly mailboxes: readonly Sifted<string>[];
  readonly before: Date | undefined;
  readonly after: Date | undefined;
  /** `#123` and nothing else but filters: the number of a conversation. */
  readonly conversation: number | undefined;
  /** The words without filters, as typed: for finding customers by name. */
  readonly plain: string;
  readonly remarks: readonly string[];
}

type Draft = { -readonly [K in keyof Query]: Query[K] extends readonly (infer T)[] ? T[] : Query[K] };

interface Piece {
  readonly negated: boolean;
  readonly name: string;
  readonly value: string;
  readonly quoted: boolean;
}

const MOST_LETTERS = 500;
const MOST_TERMS = 20;
/** Letters from which on a word also finds longer ones. */
const OPEN_FROM = 3;
const QUOTES = /[“”„‟«»]/g;
/** A minus, a filter name, then words in quotes or up to the next space. A missing last quote is forgiven. */
const PIECE = /(-?)(?:([a-z]{2,12}):)?(?:"([^"]*)"?|([^\s"]+))/gi;

/** @param now for days like `7d`. @param zone where days begin: that of whoever asks. */
export function readQuery(typed: string, now: Date, zone: string): Query {
  const query: Draft = {
    terms: [],
    is: [],
    has: [],
    tags: [],
    mailboxes: [],
    before: undefined,
    after: undefined,
    conversation: undefined,
    plain: "",
    remarks: [],
  };
  const text = typed.slice(0, MOST_LETTERS).replace(QUOTES, '"');
  for (const [, minus = "", name = "", quoted, bare = ""] of text.matchAll(PIECE))
    readPiece(
      query,
      { negated: minus !== "", name: name.toLowerCase(), value: quoted ?? bare, quoted: quoted !== undefined },
      { now, zone },
    );
  if (query.terms.length > MOST_TERMS) {
    query.terms.length = MOST_TERMS;
    query.remarks.push(`Only the first ${MOST_TERMS} words were searched.`);
  }
  query.plain = query.plain.trim();
  return query;
}

interface Moment {
  readonly now: Date;
  readonly zone: string;
}

function readPiece(query: Draft, piece: Piece, moment: Moment): void {
  const { name, value, negated } = piece;
  if (name === "") readWord(query, piece);
  else if (name === "from" || name === "to" || name === "subject") addTerm(query, piece, name);
  else if (name === "is") readChoice(query, query.is, IS, piece);
  else if (name === "has") readChoice(query, query.has, HAS, piece);
  else if (name === "before" || name === "after") readTime(query, piece, moment);
  else if (name === "tag" || name === "mailbox") {
    if (value !== "") (name === "tag" ? query.tags : query.mailboxes).push({ value, negated });
  } else {
    // A web address and a time of day look like filters and are none.
    if (!/^(?:\/\/|\d|$)/.test(value) && !NO_FILTERS.has(name))
      query.remarks.push(`“${name}:” is not a filter here; it was searched as a word.`);
    readWord(query, { ...piece, name: "", value: `${name} ${value}`.trim(), quoted: value !== "" });
  }
}

const NO_FILTERS = new Set(["re", "aw", "fw", "fwd", "wg", "sv", "http", "https", "mailto"]);

function readTime(query: Draft, { name, value, negated }: Piece, { now, zone }: Moment): void {
  const day = readDay(value, now, zone);
  if (day) query[(name === "before") === negated ? "after" : "before"] = day;
  else
    query.remarks.push(`${name}: needs a day such as 2026-11-22 or a time back such as 7d; “${value}” was left out.`);
}

function readWord(query: Draft, piece: Piece): void {
  const number = /^#(\d{1,15})$/.exec(piece.value)?.[1];
  if (number !== undefined && !piece.quoted && !piece.negated) query.conversation ??= Number(number);
  if (!piece.negated) query.plain += `${piece.value} `;
  addTerm(query, piece, "anywhere");
}

function addTerm(query: Draft, { value, negated, quoted }: Piece, where: Term["where"]): void {
  const words = [...wordsOf(value)].map(({ word }) => word);
  const last = words.at(-1);
  if (last === undefined) return;
  const isName = where === "from" || where === "to";
  query.terms.push({ words, openEnded: !quoted && (isName || finds(last)), negated, where });
}

/** Whether the beginning of a word says enough: "refund" finds "refunded", but "to" does not find "tomorrow". */
const finds = (word: string): boolean =>
  word.length >= OPEN_FROM || /^[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]/u.test(word);

function readChoice<T extends string>(query: Draft, into: Sifted<T>[], known: readonly T[], piece: Piece): void {
  const wanted = piece.value.toLowerCase();
  const value = known.find((each) => each === wanted || `${each}s` === wanted);
  if (value !== undefined) into.push({ value, negated: piece.negated });
  else query.remarks.push(`“${piece.name}:${piece.value}” was left out: ${piece.name}: knows ${known.join(", ")}.`);
}
