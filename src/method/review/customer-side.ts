/**
 * What a reply answers: the customer's latest words, what they ask, how heated they are, what went wrong, and every checkable
 * thing the thread has said so far. Only as much as the rules need; the full reading of a message belongs to `reading`.
 */
import type { Span } from "../../kit/index.ts";
import {
  ASKS,
  HEAT,
  IMPATIENT,
  LOSS,
  OUR_FAULT,
  RHETORICAL,
  SIGNALS,
  type SignalName,
  WISHES,
} from "./customer-cues.ts";
import { type Figure, figuresIn, keyOf } from "./figures.ts";
import { plain } from "./pattern.ts";
import type { ThreadMessage } from "./review-input.ts";
import { type OwnWords, ownWords, type Sentence } from "./sentence.ts";

export interface Ask extends Span {
  readonly text: string;
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
  readonly asks: readonly Ask[];
  /** 0..1, of the latest words alone. */
  readonly heat: number;
  readonly isHot: boolean;
  /** Wants the way, not the sympathy: "just tell me how". */
  readonly isImpatientOfWords: boolean;
  readonly signals: ReadonlySet<SignalName>;
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
  /** Of the desk's own earlier messages. */
  readonly deskFigureKeys: ReadonlySet<string>;
  readonly earlierReplies: readonly string[];
  readonly messages: number;
  /** Everything said so far by either side, plain. For asking whether a value was ever mentioned. */
  readonly everything: string;
}

/** Undefined when no message in the thread is a customer's, or the latest is in a language that is not judged. */
export function customerSide(thread: readonly ThreadMessage[]): CustomerSide | undefined {
  const lastReply = thread.findLastIndex(({ from }) => from === "agent");
  const latest = thread.slice(lastReply + 1).filter(({ from }) => from === "customer");
  const turn = latest.length > 0 ? latest : thread.filter(({ from }) => from === "customer").slice(-1);
  if (turn.length === 0) return undefined;
  const text = turn.map((message) => message.text).join("\n\n");
  const own = ownWords(text);
  if (!own.isEnglish) return undefined;
  const earlier = thread
    .filter(({ from }, index) => from === "customer" && !turn.includes(thread[index] as ThreadMessage))
    .slice(-20);
  const earlierOwn = earlier.map((message) => ownWords(message.text));
  const replies = thread.filter(({ from }) => from === "agent").map((message) => message.text);
  const plainText = joined(own);
  const stems = new Set<string>();
  const latestStems = new Set<string>();
  for (const sentence of own.sentences)
    for (const stem of sentence.stems) {
      latestStems.add(stem);
      stems.add(stem);
    }
  for (const past of earlierOwn)
    for (const sentence of past.sentences) for (const stem of sentence.stems) stems.add(stem);
  const figures = own.sentences.flatMap((sentence) =>
    figuresIn(sentence.plain).map((figure) => ({
      ...figure,
      start: figure.start + sentence.start,
      end: figure.end + sentence.start,
    })),
  );
  for (const { sentences } of earlierOwn)
    for (const sentence of sentences)
      for (const figure of figuresIn(sentence.plain)) figures.push({ ...figure, ...ELSEWHERE });
  const deskFigures = replies
    .slice(-20)
    .flatMap((reply) => ownWords(reply).sentences.flatMap((sentence) => figuresIn(sentence.plain)));
  const heat = heatOf(text, own, plainText);
  const everything = [plainText, ...earlierOwn.map(joined)].join(" ");
  return {
    text,
    plain: plainText,
    sentences: own.sentences,
    words: own.words,
    asks: asksIn(own),
    heat,
    isHot: heat >= 0.5,
    isImpatientOfWords: IMPATIENT.test(plainText),
    signals: new Set(
      SIGNALS.filter(([, cue, unless]) => cue.test(plainText) && !(unless?.test(plainText) ?? false)).map(
        ([name]) => name,
      ),
    ),
    hasLoss: LOSS.test(everything) || OUR_FAULT.test(everything),
    isOurFault: OUR_FAULT.test(everything),
    saysWhatTheyWant: WISHES.test(plainText),
    stems,
    latestStems,
    figures,
    figureKeys: new Set(figures.map(keyOf)),
    deskFigureKeys: new Set(deskFigures.map(keyOf)),
    earlierReplies: replies,
    messages: thread.length,
    everything: [everything, ...replies.slice(-20).map((reply) => plain(reply.slice(0, 20_000)))].join(" "),
  };
}

/** In an earlier message: it has no place in `text`. */
const ELSEWHERE = { start: -1, end: -1 } as const;

const joined = ({ sentences }: OwnWords): string => sentences.map((sentence) => sentence.plain).join(" ");

/** Each cue takes a share of what is left, so that many small signs add up and never pass 1. */
function heatOf(text: string, own: OwnWords, plainText: string): number {
  let calm = 1;
  for (const [weight, cue] of HEAT) if (cue.test(plainText)) calm *= 1 - weight;
  const voice = own.sentences
    .map(({ start, end }) => text.slice(start, end))
    .join(" ")
    .slice(0, 5_000);
  const shouted = voice.match(/\b[A-Z]{4,}\b/g)?.length ?? 0;
  if (shouted >= 3) calm *= 0.5;
  else if (shouted >= 1) calm *= 0.85;
  if (/!{2,}|[!?]{3,}/.test(voice)) calm *= 0.7;
  else if ((voice.match(/!/g)?.length ?? 0) >= 3) calm *= 0.75;
  return 1 - calm;
}

function asksIn({ sentences }: OwnWords): Ask[] {
  const asks: Ask[] = [];
  for (const sentence of sentences) {
    if (RHETORICAL.test(sentence.plain)) continue;
    if (!sentence.isQuestion && !ASKS.test(sentence.plain)) continue;
    if (sentence.words < 2) continue;
    asks.push({
      start: sentence.start,
      end: sentence.end,
      text: sentence.plain,
      plain: sentence.plain,
      isQuestion: sentence.isQuestion,
      stems: sentence.stems,
    });
  }
  return asks;
}
