/**
 * Where one sentence ends and the next begins, for prose as people mail it: abbreviations, decimals, initials, ellipses,
 * emoji instead of full stops, lines broken by hand or by a mail program, scripts with their own marks. Never changes the
 * text; clauses are cut elsewhere.
 */
import type { Span } from "../../kit/index.ts";
import type { Token } from "./scan-words.ts";

/** Never the end of a sentence, whatever follows. */
const NEVER_ENDS = new Set(
  "mr mrs ms mx dr prof st mt sr jr rev hon gen capt sgt vs e.g i.e eg ie cf approx ca nr no vol fig art ref tel ext dept z.b d.h u.a bzw ggf evtl zzgl inkl hr fr str abs mme mlle mm env p.ex av ud uds sra srta dña tzn np ul".split(
    " ",
  ),
);
/** The end of a sentence only when what follows looks like a beginning. */
const MAY_END = new Set(
  "a.m p.m am pm etc inc ltd co corp gmbh usw min max sec hrs hr jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun okt dez approx incl excl qty pcs u.s u.k".split(
    " ",
  ),
);
const AFTER_TIME =
  /^(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?s?$|^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*$|^(?:[a-z]{2,4}t|utc|gmt|mez|mesz)$/;
const MONTH_AFTER_ORDINAL =
  /^(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|mal|stock|etage|klasse|jan|feb|mär|apr|jun|jul|aug|sep|sept|okt|nov|dez)$/;
/** A capital after an emoji begins a sentence only with one of these: "I ❤ London" goes on. */
const OPENERS = new Set(
  "i i'm i've i'd i'll we we're we've my our it it's the this that these there they he she where when why what which who how can could would will do does did is are was were please thanks thank but and so also if you your no not yes any anyway sorry let just in on at for after as now still after".split(
    " ",
  ),
);
const CLOSERS = /["'”’»)\]}*_]/;
const STOPS = new Set([".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।", "．", "‼", "⁉", "⁇"]);
const FULL_WIDTH_STOPS = new Set(["。", "！", "？", "؟", "۔", "।", "．"]);

/** A line shorter than this was broken by the writer when the next word would still have fitted. */
const USUAL_WIDTH = 60;

/**
 * The sentences of one stretch of the text, in order, each without outer white space. `tokens` are those of the whole text;
 * the ones from `first` to before `last` lie in the stretch.
 */
export function splitSentences(text: string, tokens: readonly Token[], first: number, last: number): Span[] {
  const sentences: Span[] = [];
  let begin = first;
  const writesCapitals = hasCapitalLine(text, tokens, first, last);
  for (let index = first; index < last; index += 1) {
    const token = tokens[index] as Token;
    const next = index + 1 < last ? tokens[index + 1] : undefined;
    if (next === undefined || endsHere(text, tokens, index, next, writesCapitals)) {
      if (next !== undefined && isOnlyMarks(tokens, begin, index)) continue;
      sentences.push({ start: (tokens[begin] as Token).start, end: token.end });
      begin = index + 1;
    }
  }
  return sentences;
}

const isOnlyMarks = (tokens: readonly Token[], from: number, to: number): boolean => {
  if (to - from > 3) return false;
  for (let index = from; index <= to; index += 1) if ((tokens[index] as Token).kind !== "mark") return false;
  return true;
};

const isCapital = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : /\p{Lu}/u.test(text.charAt(at));
};
const isSmall = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit < 0x80 ? unit >= 0x61 && unit <= 0x7a : /\p{Ll}/u.test(text.charAt(at));
};

function endsHere(
  text: string,
  tokens: readonly Token[],
  index: number,
  next: Token,
  writesCapitals: boolean,
): boolean {
  const token = tokens[index] as Token;
  const touches = next.start === token.end;
  const nextIsStop = next.kind === "mark" && STOPS.has(next.norm);
  if (touches && (nextIsStop || (next.kind === "mark" && CLOSERS.test(next.norm)))) return false;
  const breaks = touches ? 0 : countBreaks(text, token.end, next.start);
  if (breaks >= 2) return true;
  if (breaks === 1 && isLineBrokenByHand(text, token.end, next.start, writesCapitals)) return true;
  const stop = stopBefore(tokens, index);
  if (stop === undefined)
    return token.kind === "emoji" && !touches && isCapital(text, next.start) && OPENERS.has(next.norm);
  const mark = (tokens[stop] as Token).norm;
  if (FULL_WIDTH_STOPS.has(mark)) return true;
  if (next.kind === "mark" && touches) return false;
  if (next.kind === "emoji") return false;
  if (mark === "." || mark === "…") return endsWithStop(text, tokens, stop, next, touches);
  // "Yahoo! mail" and "“Stop!” she said" go on.
  if (mark === "!" && isSmall(text, next.start) && (index !== stop || touches)) return false;
  return !touches || isCapital(text, next.start);
}

/** The stop that ends a run such as `.`, `?!`, `."`, `!)` at this token, or undefined. */
function stopBefore(tokens: readonly Token[], index: number): number | undefined {
  for (let at = index; at >= 0 && at > index - 4; at -= 1) {
    const token = tokens[at] as Token;
    if (token.kind === "emoji") {
      // An emoji after the stop belongs to the sentence before it.
      if (at !== index) return undefined;
      continue;
    }
    if (token.kind !== "mark") return undefined;
    if (STOPS.has(token.norm)) return at;
    if (!CLOSERS.test(token.norm)) return undefined;
  }
  return undefined;
}

function endsWithStop(text: string, tokens: readonly Token[], stop: number, next: Token, touches: boolean): boolean {
  const before = tokens[stop - 1];
  const dot = tokens[stop] as Token;
  if (before === undefined || before.end !== dot.start) return !touches && !isSmall(text, next.start);
  // An ellipsis, or two dots: the thought goes on when a small letter follows.
  if (dot.norm === "…" || (before.kind === "mark" && before.norm === "."))
    return isCapital(text, next.start) || (!touches && !isSmall(text, next.start) && next.kind !== "mark");
  if (touches) {
    // A missing space after a full stop, but not a file name or an address.
    return (
      isSmall(text, before.end - 1) &&
      before.end - before.start > 1 &&
      isCapital(text, next.start) &&
      (isSmall(text, next.start + 1) || next.norm === "i")
    );
  }
  if (before.kind === "number")
    return !(MONTH_AFTER_ORDINAL.test(next.norm) || startsLine(text, before.start) || isSmall(text, next.start));
  const short = shortForm(text, tokens, stop);
  if (NEVER_ENDS.has(short)) return short === "no" && next.kind !== "number";
  if (MAY_END.has(short)) {
    if (short.includes(".") || before.end - before.start <= 4)
      return (
        isCapital(text, next.start) && !AFTER_TIME.test(next.norm) && (next.kind === "word" || next.kind === "code")
      );
    return !isSmall(text, next.start);
  }
  const isInitial = before.end - before.start === 1 && isCapital(text, before.start) && before.norm !== "i";
  if (isInitial && isCapital(text, next.start)) {
    const name = tokens[stop - 2];
    return name !== undefined && /^(?:plan|option|step|type|vitamin|part|grade|class|point)$/.test(name.norm);
  }
  return true;
}

/** The abbreviation before a full stop with its inner dots: "p.m", "e.g". */
function shortForm(text: string, tokens: readonly Token[], stop: number): string {
  let from = stop - 1;
  for (let steps = 0; steps < 2; steps += 1) {
    const dot = tokens[from - 1];
    const earlier = tokens[from - 2];
    const word = tokens[from] as Token;
    if (
      dot?.norm !== "." ||
      earlier === undefined ||
      dot.end !== word.start ||
      earlier.end !== dot.start ||
      earlier.end - earlier.start > 2
    )
      break;
    from -= 2;
  }
  const start = (tokens[from] as Token).start;
  const end = (tokens[stop] as Token).start;
  return end - start > 8 ? "" : text.slice(start, end).toLowerCase();
}

function countBreaks(text: string, from: number, to: number): number {
  let breaks = 0;
  for (let at = from; at < to && breaks < 2; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10) || unit === 0x2028) breaks += 1;
    else if (unit === 0x2029) breaks += 2;
  }
  return breaks;
}

const startsLine = (text: string, at: number): boolean => {
  let before = at - 1;
  while (before >= 0 && before > at - 6 && (text.charCodeAt(before) === 32 || text.charCodeAt(before) === 9))
    before -= 1;
  return before < 0 || text.charCodeAt(before) === 10 || text.charCodeAt(before) === 13;
};

/** Looked back no further than a line can be for this to matter, so a text without breaks stays linear. */
function isLineBrokenByHand(text: string, end: number, nextStart: number, writesCapitals: boolean): boolean {
  if (writesCapitals && isSmall(text, nextStart)) return false;
  if (/[,;–—-]/.test(text.charAt(end - 1))) return false;
  let lineStart = end;
  while (lineStart > 0 && end - lineStart <= USUAL_WIDTH && text.charCodeAt(lineStart - 1) !== 10) lineStart -= 1;
  let wordEnd = nextStart;
  while (wordEnd < text.length && wordEnd - nextStart <= 20 && text.charCodeAt(wordEnd) > 32) wordEnd += 1;
  return end - lineStart + 1 + (wordEnd - nextStart) <= USUAL_WIDTH;
}

function hasCapitalLine(text: string, tokens: readonly Token[], first: number, last: number): boolean {
  for (let index = first; index < last; index += 1) {
    const { start, kind, norm } = tokens[index] as Token;
    if (kind === "word" && norm !== "i" && !norm.startsWith("i'") && isCapital(text, start)) return true;
  }
  return false;
}
