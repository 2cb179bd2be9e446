/**
 * Hears a message out: its feelings and heat, what it is about, the facts, what is asked, what is in danger and what is not
 * said, each with the words it rests on (METHOD listen.details, listen.unsaid). One pass over the words, linear in their
 * length. In a language it does not know it finds facts and keeps silent about feelings.
 */
import type { AskRead } from "./asks.ts";
import { findAsks } from "./asks.ts";
import type { Cue } from "./cues/cue-scanner.ts";
import type { Situation } from "./cues/situation-cues.ts";
import { isoDay, localMoment } from "./facts/calendar.ts";
import type { Fact } from "./facts/fact.ts";
import { findFacts } from "./facts/find-facts.ts";
import { type FeelingRead, type FeltHere, feelClauses, gatherFeelings, takeMockeryBack } from "./feelings.ts";
import { type HeardSentence, hearSentences } from "./hear-sentences.ts";
import { carryHeat, heatOf } from "./heat.ts";
import { type Language, languageOf, type TokenStretch } from "./language.ts";
import type { Token } from "./scan-words.ts";
import { isOwnVoice, type Segmentation, segment } from "./segment.ts";
import { findSignals, type SignalRead } from "./signals.ts";
import { rankSituations, type SituationRead } from "./situations.ts";
import { findUnsaid, type UnsaidRead } from "./unsaid.ts";
import { setRight, wordsOf } from "./word.ts";

/** A message of the same conversation, from before. */
export interface EarlierMessage {
  readonly from: "customer" | "agent";
  readonly text: string;
  /** ISO 8601. */
  readonly at?: string | undefined;
}

/** Trained models, where they are loaded. Each is asked once per message, in English and where the language is not told. */
export interface Scorers {
  /** Looks at what the cues say and gives what is felt after all: more, less, or the same. */
  readonly feelings?: (segmentation: Segmentation, worded: readonly FeltHere[]) => readonly FeltHere[];
  /** What to add to each situation; a strong cue is worth 3. */
  readonly situations?: (segmentation: Segmentation) => ReadonlyMap<Situation, number>;
}

export interface ReadSettings {
  /** ISO 8601: when the message was sent. */
  readonly sentAt?: string | undefined;
  /** IANA name: where the customer's calendar is. */
  readonly timeZone?: string | undefined;
  /** BCP 47: whether 3/4 is in March or April. */
  readonly locale?: string | undefined;
  /** The conversation so far, oldest first. */
  readonly earlier?: readonly EarlierMessage[] | undefined;
  readonly scorers?: Scorers | undefined;
}

export interface Reading {
  /** Undefined when it is not one of the known ones, or the words do not tell. */
  readonly language: Language | undefined;
  /** Strongest first; "neutral" alone when nothing is felt; empty when the reading abstains. */
  readonly feelings: readonly FeelingRead[];
  /** 0..1, or null when the reading abstains. */
  readonly heat: number | null;
  /** The heat of each of the customer's messages, oldest first, this one last. */
  readonly course: readonly (number | null)[];
  /** Likeliest first. */
  readonly situations: readonly SituationRead[];
  readonly facts: readonly Fact[];
  readonly asks: readonly AskRead[];
  readonly signals: readonly SignalRead[];
  readonly unsaid: readonly UnsaidRead[];
}

/** More messages of a conversation than this are not looked at again. */
const MOST_HEARD = 20;
/** Fewer words than this, with no cue in them, say nothing of a feeling. */
const ENOUGH_FOR_NEUTRAL = 3;

export function read(text: string, settings: ReadSettings = {}): Reading {
  const { earlier = [], sentAt, ...where } = settings;
  return readThread([...earlier, { from: "customer", text, at: sentAt }], { ...where, sentAt }).at(-1) as Reading;
}

/**
 * Every message of the customer in a conversation, each heard with those before it in mind; the latest last. More than the
 * last few are not looked at.
 */
export function readThread(thread: readonly EarlierMessage[], settings: Omit<ReadSettings, "earlier"> = {}): Reading[] {
  const told: Fact[] = [];
  const course: (number | null)[] = [];
  const readings: Reading[] = [];
  let language: Language | undefined;
  for (const { text, at } of thread.filter(({ from }) => from === "customer").slice(-MOST_HEARD)) {
    const heard = hear(
      text,
      { ...settings, sentAt: at ?? settings.sentAt },
      told,
      course.at(-1) ?? undefined,
      language,
    );
    told.push(...heard.facts);
    course.push(heard.heat);
    language = heard.language ?? language;
    readings.push({ ...heard, course: [...course] });
  }
  return readings;
}

function hear(
  text: string,
  settings: Omit<ReadSettings, "earlier">,
  told: readonly Fact[],
  heatBefore: number | undefined,
  languageBefore: Language | undefined,
): Omit<Reading, "course"> {
  const segmentation = segment(text);
  const written = wordsOf(segmentation.tokens);
  const own = ownStretches(segmentation);
  const language =
    languageOf(text, segmentation.tokens, written, own) ??
    (segmentation.tokens.length <= 12 ? languageBefore : undefined);
  const facts = findFacts(segmentation, written, { ...settings, language, earlier: told });
  const { tokens, words } =
    language === undefined || language === "en"
      ? setRight(segmentation.tokens, written)
      : { tokens: segmentation.tokens, words: written };
  const sentences = hearSentences(segmentation, tokens, words);
  const signals = findSignals(segmentation, tokens, written, sentences, facts, todayOf(settings));
  const situations = rankSituations(sentences, settings.scorers?.situations?.(segmentation));
  const asks = findAsks(text, tokens, sentences);
  if (language !== "en") {
    const isShort =
      language === undefined &&
      segmentation.tokens.length > 0 &&
      sentences.some(({ hits }) => hits.some(({ cue }) => cue.is === "feeling"));
    if (!isShort) return { language, feelings: [], heat: null, situations, facts, asks, signals, unsaid: [] };
  }
  const cued = feelClauses(sentences, tokens);
  const worded = settings.scorers?.feelings?.(segmentation, cued) ?? cued;
  const hasTrouble = situations.some(({ situation, confidence }) => situation !== "other" && confidence >= 0.4);
  const unsaid = findUnsaid(text, tokens, sentences, worded, hasTrouble);
  const felt = takeMockeryBack(
    worded,
    sentences,
    unsaid.filter((one) => one.unsaid === "sarcasm"),
  );
  const allSignals = withSarcasm(signals, unsaid);
  felt.push(...resigned(unsaid, felt));
  const feelings = gatherFeelings(felt);
  const spoken = countWords(segmentation, own);
  const ownHeat = heatOf(
    feelings,
    allSignals.map(({ signal }) => signal),
    loudness(sentences),
    grievancesIn(sentences, tokens),
  );
  const isThankful = feelings.some(({ feeling, intensity }) => feeling === "grateful" && intensity >= 0.4);
  return {
    language,
    feelings:
      feelings.length > 0
        ? feelings
        : spoken >= ENOUGH_FOR_NEUTRAL && ownHeat < 0.15
          ? [{ feeling: "neutral", intensity: 1, spans: [] }]
          : [],
    heat: carryHeat(ownHeat, heatBefore, spoken, isThankful),
    situations,
    facts,
    asks,
    signals: allSignals,
    unsaid,
  };
}

/** Giving up is disappointment, even where no word says so. */
function resigned(unsaid: readonly UnsaidRead[], felt: readonly FeltHere[]): FeltHere[] {
  if (felt.some(({ feeling }) => feeling !== "pleased" && feeling !== "grateful")) return [];
  const first = unsaid.find((one) => one.unsaid === "resignation" || one.unsaid === "veiled-goodbye");
  return first === undefined ? [] : [{ feeling: "disappointed", intensity: 0.35, start: first.start, end: first.end }];
}

/** Where the writer speaks, as stretches of tokens. */
function ownStretches({ parts, tokens }: Segmentation): TokenStretch[] {
  const own: TokenStretch[] = [];
  let at = 0;
  for (const part of parts) {
    const first = at;
    while (at < tokens.length && (tokens[at] as Token).start < part.end) at += 1;
    if (isOwnVoice(part) && at > first) own.push([first, at]);
  }
  return own;
}

function countWords({ tokens }: Segmentation, own: readonly TokenStretch[]): number {
  let words = 0;
  for (const [first, last] of own)
    for (let at = first; at < last && words < 200; at += 1) if ((tokens[at] as Token).kind !== "mark") words += 1;
  return words;
}

function todayOf(settings: ReadSettings): string | undefined {
  const sent = settings.sentAt === undefined ? undefined : localMoment(settings.sentAt, settings.timeZone);
  return sent === undefined ? undefined : isoDay(sent.day);
}

/** The loudest third of the sentences speaks for the message: one shouted line among ten is still a shout. */
function loudness(sentences: readonly HeardSentence[]): number {
  const all = sentences
    .filter(({ part }) => part !== "greeting")
    .map(({ emphasis }) => emphasis)
    .sort((a, b) => b - a);
  const loudest = all.slice(0, Math.max(1, Math.ceil(all.length / 3)));
  return loudest.length === 0 ? 0 : loudest.reduce((sum, one) => sum + one, 0) / loudest.length;
}

/** Each kind once; what stands in quotation marks is somebody else's. */
function grievancesIn(sentences: readonly HeardSentence[], tokens: readonly Token[]): number[] {
  const told = new Map<Cue, number>();
  for (const { hits, isQuoted } of sentences)
    for (const { cue, from } of hits)
      if (cue.is === "grievance" && !told.has(cue) && !isQuoted((tokens[from] as Token).start)) told.set(cue, cue.heat);
  return [...told.values()];
}

function withSarcasm(signals: readonly SignalRead[], unsaid: readonly UnsaidRead[]): SignalRead[] {
  const mocking = unsaid
    .filter((one) => one.unsaid === "sarcasm")
    .map(({ start, end }): SignalRead => ({ signal: "sarcasm", start, end }));
  return mocking.length === 0
    ? [...signals]
    : [...signals, ...mocking].sort((a, b) => a.start - b.start || a.end - b.end);
}
