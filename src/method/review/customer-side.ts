/**
 * What a reply answers: the customer's latest words as the reading heard them, and every checkable thing the thread has said so
 * far, in the form the rules ask for it. There is one hearing of the customer: feelings, heat, asks, facts and signals come
 * from `reading`; only what nobody but a rule wants to know (a loss, whose doing it was) is looked for here.
 */
import type { Span } from "../../kit/index.ts";
import { type Fact, type FeelingRead, type Reading, readThread, type Signal, scanWords } from "../reading/index.ts";
import { type Burden, burdenIn } from "./burden.ts";
import { isContentWord, stemOf } from "./content-words.ts";
import { LOSS, OUR_FAULT } from "./customer-cues.ts";
import { figuresOf, keysOf } from "./customer-figures.ts";
import { type Figure, figuresIn, keyOf } from "./figures.ts";
import { plain } from "./pattern.ts";
import type { ThreadMessage } from "./review-input.ts";
import { type OwnWords, ownWords, type Sentence } from "./sentence.ts";
import { UPSET, upsetOf } from "./upset.ts";

export interface Ask extends Span {
  readonly plain: string;
  readonly isQuestion: boolean;
  readonly stems: ReadonlySet<string>;
}

export interface CustomerSide {
  /** What the customer wrote since the last answer, and its sentences. Offsets are in `text`. */
  readonly text: string;
  readonly plain: string;
  readonly sentences: readonly Sentence[];
  readonly words: number;
  /** What wants an answer; sighs are left out. */
  readonly asks: readonly Ask[];
  /** 0..1, after the latest words. */
  readonly heat: number;
  readonly isHot: boolean;
  /** Angry, in distress, let down again and again, or about to miss a day that matters: heat or what is told (upset.ts). */
  readonly isUpset: boolean;
  /** A death, an illness, debts and the like, where they tell of one. */
  readonly burden: Burden | undefined;
  readonly signals: ReadonlySet<Signal>;
  /** They say that it is solved, or only thank. */
  readonly isSettled: boolean;
  /** Something went wrong for the customer: broken, lost, late, charged twice. */
  readonly hasLoss: boolean;
  /** The thread lays it at our door: we sent, charged, lost or forgot it. */
  readonly isOurFault: boolean;
  readonly saysWhatTheyWant: boolean;
  /** Stems of everything the customer wrote in this thread. */
  readonly stems: ReadonlySet<string>;
  readonly latestStems: ReadonlySet<string>;
  /** Of all the customer's messages; those of earlier ones stand at -1, those of `text` where they are. */
  readonly figures: readonly Figure[];
  readonly figureKeys: ReadonlySet<string>;
  /** Everything checkable that the customer has written in this thread. Places are those of its own message. */
  readonly facts: readonly Fact[];
  /** Of the desk's own earlier messages. */
  readonly deskFigureKeys: ReadonlySet<string>;
  readonly earlierReplies: readonly string[];
  readonly messages: number;
  /** Everything said so far by either side, plain. For asking whether a value was ever mentioned. */
  readonly everything: string;
}

/** From here on a message is heated (CRAFT §7, "hot"). */
const HOT = 0.5;
/** So far back the thread is looked at, and so far into a message. */
const MOST_MESSAGES = 20;
const MOST_TEXT = 60_000;
/** No reply answers more than so many one by one. */
const MOST_ASKS = 60;

/** Undefined when no message in the thread is a customer's, or the latest is in a language that is not judged. */
export function customerSide(thread: readonly ThreadMessage[]): CustomerSide | undefined {
  const lastReply = thread.findLastIndex(({ from }) => from === "agent");
  const latest = thread.slice(lastReply + 1).filter(({ from }) => from === "customer");
  const turn = latest.length > 0 ? latest : thread.filter(({ from }) => from === "customer").slice(-1);
  if (turn.length === 0) return undefined;
  const text = turn.map((message) => message.text).join(BETWEEN);
  const own = ownWords(text);
  const theirs = thread
    .filter(({ from }) => from === "customer")
    .slice(-MOST_MESSAGES)
    .map((message) => ({ ...message, text: message.text.slice(0, MOST_TEXT) }));
  // An address or a few numbers are in no language; what they wrote before then tells it.
  if (!own.isEnglish && !ownWords(theirs.map((message) => message.text).join(BETWEEN)).isEnglish) return undefined;
  const readings = readThread(theirs);
  const heard = heardIn(turn, text, readings);
  const earlier = theirs.slice(0, -turn.length);
  const earlierOwn = earlier.map((message) => ownWords(message.text));
  const replies = thread.filter(({ from }) => from === "agent").map((message) => message.text);
  const plainText = own.isEnglish ? joined(own) : plain(text.slice(0, MOST_TEXT));
  const latestStems = stemsOf(own.sentences);
  const past = earlier.flatMap((message, index) =>
    (readings[index]?.facts ?? []).map((fact) => ({ text: message.text, fact })),
  );
  const everything = [plainText, ...earlierOwn.map(joined)].join(" ");
  const isOurFault = OUR_FAULT.test(everything);
  const hasLoss = isOurFault || LOSS.test(everything);
  const burden = burdenIn(everything);
  const { feelings, ...heardOfThem } = heard;
  const upset = heard.isSettled
    ? 0
    : upsetOf({
        ...heard,
        everything,
        latest: plainText,
        written: text,
        hasLoss,
        isOurFault,
        isBurdened: burden !== undefined,
        isAnswered: replies.length > 0,
      });
  return {
    ...heardOfThem,
    isUpset: heard.isHot || upset >= UPSET,
    burden,
    text,
    plain: plainText,
    sentences: own.sentences,
    words: own.words,
    hasLoss,
    isOurFault,
    stems: new Set([...latestStems, ...earlierOwn.flatMap(({ sentences }) => [...stemsOf(sentences)])]),
    latestStems,
    figures: [
      ...heard.figures,
      ...past.flatMap(({ text: words, fact }) => figuresOf(words, fact)).map((figure) => ({ ...figure, ...ELSEWHERE })),
    ],
    figureKeys: new Set([...heard.figureKeys, ...past.flatMap(({ text: words, fact }) => keysOf(words, fact))]),
    deskFigureKeys: new Set(
      replies
        .slice(-MOST_MESSAGES)
        .flatMap((reply) => ownWords(reply).sentences.flatMap((sentence) => figuresIn(sentence.plain)))
        .map(keyOf),
    ),
    facts: readings.flatMap(({ facts }) => facts),
    earlierReplies: replies,
    messages: thread.length,
    everything: [everything, ...replies.slice(-MOST_MESSAGES).map((reply) => plain(reply.slice(0, 20_000)))].join(" "),
  };
}

/** What stands between the messages of one turn. */
const BETWEEN = "\n\n";
/** In an earlier message: it has no place in `text`. */
const ELSEWHERE = { start: -1, end: -1 } as const;

type Heard = Pick<
  CustomerSide,
  "asks" | "heat" | "isHot" | "signals" | "isSettled" | "saysWhatTheyWant" | "figures" | "figureKeys"
> & { readonly feelings: readonly FeelingRead[] };

/** What the readings of the messages of one turn come to, with places in the whole turn. */
function heardIn(turn: readonly ThreadMessage[], text: string, all: readonly Reading[]): Heard {
  const asks: Ask[] = [];
  const figures: Figure[] = [];
  const figureKeys = new Set<string>();
  const signals = new Set<Signal>();
  let saysWhatTheyWant = false;
  let offset = 0;
  const readings = all.slice(-turn.length);
  for (const [index, message] of turn.slice(-readings.length).entries()) {
    const reading = readings[index] as Reading;
    if (index === 0) offset = text.length - lengthOf(turn.slice(-readings.length));
    for (const { kind, start, end } of reading.asks) {
      saysWhatTheyWant ||= kind === "wish" || kind === "request";
      if (kind === "rhetorical" || asks.length >= MOST_ASKS) continue;
      for (const part of partsOf(text, offset + start, offset + end)) {
        const ask = askOf(text, part.start, part.end, kind === "question");
        if (text[part.end] === ":" || ask.plain.endsWith(":")) continue;
        if (!ONLY_WONDERS.test(ask.plain)) asks.push(ask);
      }
    }
    for (const fact of reading.facts) {
      for (const figure of figuresOf(message.text, fact))
        figures.push({ ...figure, start: figure.start + offset, end: figure.end + offset });
      for (const key of keysOf(message.text, fact)) figureKeys.add(key);
    }
    for (const { signal } of reading.signals) signals.add(signal);
    offset += message.text.length + BETWEEN.length;
  }
  const last = readings.at(-1);
  const heat = last?.heat ?? 0;
  const top = last?.feelings[0];
  const onlyThanks = top?.feeling === "grateful" && top.intensity >= THANKFUL && asks.length === 0 && heat < CALM;
  return {
    asks,
    heat,
    isHot: heat >= HOT,
    feelings: last?.feelings ?? [],
    signals,
    isSettled: signals.has("solved") || onlyThanks,
    saysWhatTheyWant,
    figures,
    figureKeys,
  };
}

/** "I don't know when I last felt so small" wants no answer, "I don't know how to reset it?" does. */
const ONLY_WONDERS = /^(?:and |but |so )?(?:(?:i|we) (?:don't|do not) know|not sure|i wonder)\b[^?]*$/;
/** "Thank you so much." */
const THANKFUL = 0.6;
const CALM = 0.22;

const lengthOf = (turn: readonly ThreadMessage[]): number =>
  turn.reduce((sum, message) => sum + message.text.length, 0) + BETWEEN.length * (turn.length - 1);

/** "What happened, and who pays?" asks two things, "(1) … (2) …" as many as it counts. */
const ANOTHER =
  /(?:[,;.?] and |\? )(?=(?:what|who|where|when|why|how|which|is|are|can|could|may|do|does|did|will|would|has|have|please)\b)|[,;:]? ?(?=\([1-9a-e]\) )/gi;
const FEWEST_LETTERS = 8;

function partsOf(text: string, start: number, end: number): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const { 0: gap, index } of text.slice(start, end).matchAll(ANOTHER)) {
    if (start + index - from < FEWEST_LETTERS) continue;
    parts.push({ start: from, end: start + index });
    from = start + index + gap.length;
  }
  parts.push({ start: from, end });
  return parts;
}

function askOf(text: string, start: number, end: number, isQuestion: boolean): Ask {
  const words = text.slice(start, end);
  const stems = new Set<string>();
  for (const { kind, norm } of scanWords(words))
    if (kind !== "mark" && kind !== "emoji" && isContentWord(norm)) stems.add(stemOf(norm));
  return { start, end, plain: plain(words), isQuestion, stems };
}

function stemsOf(sentences: readonly Sentence[]): Set<string> {
  const all = new Set<string>();
  for (const { stems } of sentences) for (const stem of stems) all.add(stem);
  return all;
}

const joined = ({ sentences }: OwnWords): string => sentences.map((sentence) => sentence.plain).join(" ");
