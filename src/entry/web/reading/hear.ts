/**
 * What is shown of a reading: the engine's, with what people have put right laid over it (METHOD
 * listen.details, listen.unsaid). Whispers are left out: what is barely heard is not shown. Pure; draws nothing.
 */
import type { Span } from "../../../kit/index.ts";
import type {
  Fact,
  FactKind,
  Feeling,
  FeelingRead,
  Reading,
  Signal,
  Situation,
  Unsaid,
} from "../../../method/reading/index.ts";
import type { Message, ReadingCorrection } from "../../contract/index.ts";

export interface HeardFact extends Span {
  readonly kind: FactKind;
  /** As it was written. */
  readonly text: string;
  readonly value: string;
  readonly currency?: string;
  /** They said something else in its place later. */
  readonly isCorrected: boolean;
  /** What the engine said here. */
  readonly heard: { readonly name: FactKind; readonly value: string };
}

/** A name with all the words it rests on. */
export interface Evidence<Name extends string> {
  readonly name: Name;
  readonly spans: readonly Span[];
}

/** How sure the engine is of a situation; said: a person has said so. */
export type Sureness = "said" | "sure" | "perhaps" | "unsure";

export interface Heard {
  /** Strongest first; empty when the reading abstains. */
  readonly feelings: readonly FeelingRead[];
  /** What the engine alone said, for the record of a correction. */
  readonly engineFeeling: { readonly name: Feeling; readonly share: number } | null;
  /** The heat of each of the customer's messages up to this one; null where it abstains. */
  readonly course: readonly (number | null)[];
  readonly situation: Situation;
  readonly sureness: Sureness;
  readonly engineSituation: { readonly name: Situation; readonly share: number };
  readonly facts: readonly HeardFact[];
  readonly asks: readonly Span[];
  readonly signals: readonly Evidence<Signal>[];
  readonly unsaid: readonly Evidence<Unsaid>[];
  /** What people have put right in this message. */
  readonly corrections: readonly ReadingCorrection[];
}

const LEAST_SHOWN = 0.2;
/** A polite "thanks" or "ok" is no feeling yet. */
const LEAST_GLADNESS = 0.32;
const GLAD: ReadonlySet<string> = new Set(["pleased", "grateful"]);
const SURE = 0.6;
const PERHAPS = 0.35;
const MOST_FACTS = 60;

/** Does the coach listen to this message? */
export const isListenedTo = (message: Message): boolean => message.kind === "inbound" && message.class === "human";

/** @param reading the engine's. @param thread the messages of the conversation, oldest first. */
export function hear(
  message: Message,
  reading: Reading,
  thread: readonly Message[],
  corrections: readonly ReadingCorrection[],
): Heard {
  const at = thread.findIndex((one) => one.id === message.id);
  const before = thread.slice(0, Math.max(0, at)).filter(isListenedTo);
  const text = message.replyText;
  const put = corrections.filter((one) => one.messageId === message.id);
  const feeling = put.find((one) => one.aspect === "feeling")?.said?.name as Feeling | undefined;
  const situation = put.find((one) => one.aspect === "situation")?.said?.name as Situation | undefined;
  const isNotSo = (aspect: "signal" | "unsaid", name: string): boolean =>
    put.some((one) => one.aspect === aspect && one.heard?.name === name);
  const signals = together(reading.signals, ({ signal }) => signal)
    // What is meant the other way round is told among what is not said.
    .filter(({ name }) => name !== "sarcasm" && !isNotSo("signal", name));
  const isInDespair = signals.some(({ name }) => name === "self-harm");
  const [top] = reading.feelings;
  const [likeliest] = reading.situations;
  const share = likeliest?.confidence ?? 0;
  return {
    feelings:
      feeling === undefined
        ? reading.feelings.filter((one) => isLoudEnough(one) && !(isInDespair && GLAD.has(one.feeling)))
        : saidFeeling(feeling, reading),
    engineFeeling: top === undefined ? null : { name: top.feeling, share: top.intensity },
    course: courseOf(reading.course, [...before, message], corrections),
    situation: situation ?? likeliest?.situation ?? "other",
    sureness: situation !== undefined ? "said" : surenessOf(likeliest?.situation, share),
    engineSituation: { name: likeliest?.situation ?? "other", share },
    facts: factsOf(reading, put, message, text),
    asks: reading.asks.filter((one) => one.kind !== "rhetorical" && !isCryOfDespair(one, reading)),
    signals,
    unsaid: together(reading.unsaid, ({ unsaid }) => unsaid).filter(({ name }) => !isNotSo("unsaid", name)),
    corrections: put,
  };
}

const isLoudEnough = ({ feeling, intensity }: FeelingRead): boolean =>
  intensity >= (GLAD.has(feeling) ? LEAST_GLADNESS : LEAST_SHOWN);

/** A person's word has the strength and the words that the engine heard for it, where it heard it too. */
function saidFeeling(feeling: Feeling, reading: Reading): FeelingRead[] {
  const heard = reading.feelings.find((one) => one.feeling === feeling);
  return [heard ?? { feeling, intensity: feeling === "neutral" ? 0 : 0.5, spans: [] }];
}

function surenessOf(situation: Situation | undefined, share: number): Sureness {
  if (situation === undefined || situation === "other" || share < PERHAPS) return "unsure";
  return share >= SURE ? "sure" : "perhaps";
}

/** Where a person heard nothing hot, the course is cool. */
function courseOf(
  course: Reading["course"],
  messages: readonly Message[],
  corrections: readonly ReadingCorrection[],
): (number | null)[] {
  const shown = messages.slice(-course.length);
  return course.map((heat, index) => {
    const said = corrections.find((one) => one.aspect === "feeling" && one.messageId === shown[index]?.id)?.said?.name;
    return said !== undefined && (said === "neutral" || GLAD.has(said)) ? 0 : heat;
  });
}

/** "I want to end it all" is nothing that is asked for. */
const isCryOfDespair = (ask: Span, { signals }: Reading): boolean =>
  signals.some((one) => (one.signal === "self-harm" || one.signal === "threat") && overlap(one, ask));

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function factsOf(reading: Reading, put: readonly ReadingCorrection[], message: Message, text: string): HeardFact[] {
  const corrections = put.filter((one) => one.aspect === "fact");
  const kept = reading.facts
    .filter((fact) => !isTheirOwn(fact, message) && !corrections.some((one) => overlap(one, fact)))
    .map(
      (fact): HeardFact => ({
        kind: fact.kind,
        text: fact.text,
        value: fact.value,
        ...(fact.currency === undefined ? {} : { currency: fact.currency }),
        start: fact.start,
        end: fact.end,
        isCorrected: fact.isCorrected === true,
        heard: { name: fact.kind, value: fact.value },
      }),
    );
  const said = corrections.flatMap(({ start, end, heard, said: instead }): HeardFact[] =>
    instead === null || heard === null
      ? []
      : [
          {
            kind: instead.name as FactKind,
            text: text.slice(start, end),
            value: instead.value ?? "",
            start,
            end,
            isCorrected: false,
            heard: { name: heard.name as FactKind, value: heard.value ?? "" },
          },
        ],
  );
  return [...kept, ...said].sort((a, b) => a.start - b.start || a.end - b.end).slice(0, MOST_FACTS);
}

/** Who writes, and from where, stands above the letter already. */
function isTheirOwn({ kind, value }: Fact, { from }: Message): boolean {
  const words = (name: string): string[] =>
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
  if (kind === "email") return value.toLowerCase() === from.address.toLowerCase();
  return kind === "person" && words(value).every((word) => words(from.name).includes(word));
}

function together<One extends Span, Name extends string>(
  all: readonly One[],
  nameOf: (one: One) => Name,
): Evidence<Name>[] {
  const found = new Map<Name, Span[]>();
  for (const one of all) {
    const spans = found.get(nameOf(one)) ?? [];
    spans.push({ start: one.start, end: one.end });
    found.set(nameOf(one), spans);
  }
  return [...found].map(([name, spans]) => ({ name, spans }));
}
