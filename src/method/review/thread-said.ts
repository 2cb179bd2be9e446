/**
 * What a thread has said so far in the forms in which a reply may get it wrong: numbers behind a noun, counted things, sums,
 * dates of events, names, kin, colours and sides, words between quotation marks. Lists only; contradictions.ts compares.
 */
import { stemOf } from "./content-words.ts";
import { type Day, figuresIn, type Time } from "./figures.ts";
import { cue, plain } from "./pattern.ts";
import type { ThreadMessage } from "./review-input.ts";

export interface ThreadSaid {
  /** Everything, plain. */
  readonly plain: string;
  /** Digits of every number, without what stands between them. */
  readonly numbers: ReadonlySet<string>;
  /** "lot" → 2217: by the stem of the word before the number. */
  readonly labelled: ReadonlyMap<string, ReadonlySet<string>>;
  /** "seat" → 40: by the stem of the thing counted. */
  readonly counted: ReadonlyMap<string, ReadonlySet<number>>;
  readonly sums: readonly string[];
  /** Days of the customer's events, as "6-6", oldest first. */
  readonly events: ReadonlyMap<string, readonly string[]>;
  /** Words with a capital inside a sentence. */
  readonly names: ReadonlySet<string>;
  readonly quotations: readonly string[];
  readonly times: readonly Time[];
  readonly months: readonly string[];
  readonly weekdays: readonly string[];
}

export const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
export const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
const AS_WORDS = new Map([...MONTHS, ...WEEKDAYS].map((name) => [name, new RegExp(`\\b${name}\\b`)]));

export const LABELLED = cue(/\b([a-z]{2,14}) (?:number |no\.? ?|nr\.? ?|#)?(\d{2,9})(?![\d.,:/%€-]*\d|[%€])/g);
const COUNT_WORDS = "two three four five six seven eight nine ten eleven twelve".split(" ");
export const COUNTED = cue(
  new RegExp(
    `(?<![\\w.,:-])(\\d{1,4}|${COUNT_WORDS.join("|")}) (?:(?!to\\b|of\\b|and\\b|or\\b|x\\b|per\\b|in\\b)[a-z-]{2,14} )?([a-z]{3,16}s|people|children)\\b`,
    "g",
  ),
);
const COUNTED_BEHIND = /\b([a-z]{3,16}s)(?: \w+){0,2} \((\d{1,4})\)/g;
export const SUM = cue(
  /(?<![\w.,:-])(\d{1,3}(?:[.,]\d{3})*[.,]\d{2}|\d{1,6}[.,]\d{2})(?![\d%]|[.,:]\d| ?(?:am|pm|m\b|km|kg|cm|mm|l\b|%))/g,
);
export const EVENTS = cue(
  /\b(wedding|birthday|party|funeral|flight|trip|exam|test|interview|surgery|operation|christening|anniversary|concert|premiere|opening|race|holiday|ceremony|graduation|baptism|launch|fair|conference)\b/g,
);
const QUOTED = /["“”«»„]([^"“”«»„\n]{6,60})["“”«»“]/g;
const INSIDE_NAME = /(?<=[a-zà-ÿ,;:"“(] ["“(]?)\p{Lu}[\p{L}'’-]{3,}/gu;

export const countOf = (word: string): number => (/^\d/.test(word) ? Number(word) : COUNT_WORDS.indexOf(word) + 2);

const cache = new WeakMap<object, ThreadSaid>();
const MOST_MESSAGES = 20;
const MOST_TEXT = 8_000;
const MOST_KEPT = 40;

export function threadSaid(thread: readonly ThreadMessage[]): ThreadSaid {
  const known = cache.get(thread);
  if (known !== undefined) return known;
  const said = gather(thread.slice(-MOST_MESSAGES));
  cache.set(thread, said);
  return said;
}

function gather(thread: readonly ThreadMessage[]): ThreadSaid {
  const labelled = new Map<string, Set<string>>();
  const counted = new Map<string, Set<number>>();
  const events = new Map<string, string[]>();
  const names = new Set<string>();
  const sums: string[] = [];
  const quotations: string[] = [];
  const raw = thread.map(({ text }) => text.slice(0, MOST_TEXT));
  const all = raw.map(plain).join(" \n ");
  for (const [, label = "", number = ""] of all.matchAll(LABELLED)) add(labelled, stemOf(label), number);
  for (const [, count = "", noun = ""] of all.matchAll(COUNTED)) add(counted, stemOf(noun), countOf(count));
  for (const [, noun = "", count = ""] of all.matchAll(COUNTED_BEHIND)) add(counted, stemOf(noun), countOf(count));
  for (const [, sum = ""] of all.matchAll(SUM)) sums.push(sum.replace(",", "."));
  for (const text of raw) {
    for (const [, words = ""] of text.matchAll(QUOTED)) quotations.push(words);
    for (const [name] of text.matchAll(INSIDE_NAME)) names.add(name.replace(/['’]s?$/, ""));
  }
  for (const { text, from } of thread)
    if (from === "customer")
      for (const sentence of plain(text.slice(0, MOST_TEXT)).split(/[.!?\n]+ /))
        for (const { event, day } of eventsIn(sentence)) events.set(event, [...(events.get(event) ?? []), day]);
  // A pasted list is no telling: what is compared one by one is kept short.
  sums.splice(MOST_KEPT);
  quotations.splice(MOST_KEPT);
  const numbers = new Set((all.match(/\d[\d.,'-]*/g) ?? []).map((number) => number.replace(/\D/g, "")));
  return {
    plain: all,
    numbers,
    labelled,
    counted,
    sums,
    events,
    names: new Set([...names].slice(0, MOST_KEPT)),
    quotations,
    times: figuresIn(all.slice(0, MOST_TEXT)).filter((figure): figure is Time => figure.kind === "time"),
    months: MONTHS.filter((name) => AS_WORDS.get(name)?.test(all)),
    weekdays: WEEKDAYS.filter((name) => AS_WORDS.get(name)?.test(all)),
  };
}

/** "9 November instead of 11 September" names the wrong one first. */
const CONTRAST = /\b(?:instead of|rather than|should be (?=(?:on )?(?:the )?\d))/;

/** An event and the day that is named behind it: "the wedding is on 6 June". Places are those of the day. */
export function eventsIn(
  sentence: string,
): { readonly event: string; readonly day: string; readonly start: number; readonly end: number }[] {
  const named = [...sentence.matchAll(EVENTS)];
  if (named.length === 0) return [];
  const days = figuresIn(sentence).filter(
    (figure): figure is Day => figure.kind === "day" && figure.date !== undefined,
  );
  const right = CONTRAST.test(sentence) ? days.at(-1) : undefined;
  return named.flatMap(({ 1: event = "", index }, nth) => {
    const until = Math.min(index + 60, named[nth + 1]?.index ?? Infinity);
    const day = right ?? days.find(({ start }) => start > index && start < until);
    return day === undefined ? [] : [{ event, day: `${day.date}-${day.month ?? "?"}`, start: day.start, end: day.end }];
  });
}

function add<T>(to: Map<string, Set<T>>, key: string, value: T): void {
  const known = to.get(key);
  if (known === undefined) to.set(key, new Set([value]));
  else known.add(value);
}
