/**
 * The promises a reply makes: what, and by when. A promise is born in a sentence of the first person (or of what the customer
 * will get) and is none while it hangs on a condition. METHOD close.through.
 */
import type { Span } from "../../kit/index.ts";
import type { Draft } from "./draft.ts";
import { dueAhead, dueOf, isSaidTwice, writingMoment } from "./due.ts";
import type { Figure } from "./figures.ts";
import { pattern } from "./pattern.ts";
import type { Sentence } from "./sentence.ts";

export interface FoundPromise extends Span {
  /** The words that promise, as written. */
  readonly text: string;
  /** Without the "I will": "call you on Tuesday before noon". */
  readonly what: string;
  /** "me" for I, "us" for we, "other" for what will happen or who else will act. */
  readonly who: "me" | "us" | "other";
  /** ISO date, or date and time with its offset; null when no day is said, or none can be reckoned without `at`. */
  readonly due: string | null;
  /** A day or a time is said, whether or not it could be reckoned. */
  readonly isDated: boolean;
}

export const CONDITION = pattern(
  "in (?:that|which|this) case|(?:code|link|mail|form|label|text|sms|number|letter)(?: that| which)? (?:i|we)(?:'ll| will) send|if (?:you|not|they|he|she)|should (?:you|it|they)|unless|once you(?:'ve| have)?|as soon as you|when you(?:'ve| have| reply| answer| send| tell| confirm)|if (?:it|that|this|the)",
);
const HAPPENS_NOW = pattern(
  "(?<!from )(?:right )?now(?! on)|right away|straight away|immediately|at once|this (?:minute|moment|second)|while (?:you|we)|in this (?:mail|message)|below|always|never|keep|continue",
);
const LEAD =
  /^(?:.*?)(?<![\w'])(i|we|you)(?:'ll| will|'m going to| am going to|'re going to| are going to)(?: now| then| also| personally| certainly| definitely)? (?!not\b|never\b)/;

const isFixed = ({ kind }: Figure) => kind === "day" || kind === "time";

/** Several rules ask the same draft. */
const found = new WeakMap<Draft, readonly FoundPromise[]>();

export function promisesIn(draft: Draft): readonly FoundPromise[] {
  const known = found.get(draft);
  if (known !== undefined) return known;
  const promises = lookForPromises(draft);
  found.set(draft, promises);
  return promises;
}

function lookForPromises(draft: Draft): FoundPromise[] {
  const { at, timeZone } = draft.input;
  const writing = at === undefined ? undefined : writingMoment(at, timeZone);
  const found: FoundPromise[] = [];
  for (const sentence of draft.sentences) {
    if (!draft.does(sentence, "promise") || sentence.isQuestion || CONDITION.test(sentence.plain)) continue;
    const figures = draft.figuresOf(sentence);
    const dated = figures.some(isFixed);
    const written = draft.text.slice(sentence.start, sentence.end);
    const lead = LEAD.exec(sentence.plain);
    const rest = lead === null ? written : written.slice(lead[0].length);
    found.push({
      start: sentence.start,
      end: sentence.end,
      text: written,
      what: rest.replace(/[.!\s]+$/, ""),
      who: lead?.[1] === "i" ? "me" : lead?.[1] === "we" ? "us" : "other",
      due: writing === undefined ? null : (dueAhead(figures, writing) ?? null),
      isDated: dated,
    });
  }
  return found;
}

/** A promise that happens while it is said needs no day. */
export const isDoneAtOnce = (sentence: Sentence): boolean => HAPPENS_NOW.test(sentence.plain);

/** Days and times that the reply names, with what they come to. METHOD confirm.readback. */
export interface DateSaid extends Span {
  readonly text: string;
  readonly value: string | null;
}

export function datesIn(draft: Draft): DateSaid[] {
  const { at, timeZone } = draft.input;
  const writing = at === undefined ? undefined : writingMoment(at, timeZone);
  return draft.figures
    .filter((figure) => isFixed(figure) && !isSaidTwice(figure, draft.figures))
    .map((figure) => ({
      start: figure.start,
      end: figure.end,
      text: draft.text.slice(figure.start, figure.end),
      value: writing === undefined ? null : (dueOf([figure], writing) ?? null),
    }));
}
