/**
 * One draft with everything the rules look at, worked out once: the writer's sentences, what each does (moves), the customer's
 * side, and the figures. Rules read it and change nothing.
 */
import { remembered } from "../../kit/index.ts";
import { type CustomerSide, customerSide } from "./customer-side.ts";
import { type Figure, figuresIn } from "./figures.ts";
import { type FoundMove, findMoves, type MoveName } from "./moves/find-moves.ts";
import { plain } from "./pattern.ts";
import type { ReviewInput, ThreadMessage } from "./review-input.ts";
import { sameThread } from "./same-thread.ts";
import { ownWords, type Sentence } from "./sentence.ts";

export interface Draft {
  readonly input: ReviewInput;
  readonly text: string;
  /** Of the text as a whole, same length; quoted words included. For looking between sentences only. */
  readonly plain: string;
  readonly sentences: readonly Sentence[];
  /** Without greeting, closing and signature. */
  readonly body: readonly Sentence[];
  /** Words of the body. */
  readonly words: number;
  readonly isEnglish: boolean;
  readonly isCut: boolean;
  readonly customer: CustomerSide | undefined;
  readonly moves: readonly FoundMove[];
  readonly figures: readonly Figure[];
  /** Does this sentence do this, as far as we can tell? */
  readonly does: (sentence: Sentence, ...moves: MoveName[]) => boolean;
  /** The sentences that do any of these. */
  readonly doing: (...moves: MoveName[]) => Sentence[];
  readonly figuresOf: (sentence: Sentence) => Figure[];
}

/** Below this a move is listed but no rule leans on it. */
export const SURE_ENOUGH = 0.6;

/** Of a sameThread(): kept as long as that is. */
const readThreads = new WeakMap<object, { readonly side: CustomerSide | undefined }>();

function sideOf(thread: readonly ThreadMessage[]): CustomerSide | undefined {
  const known = readThreads.get(thread);
  if (known !== undefined) return known.side;
  const side = customerSide(thread);
  readThreads.set(thread, { side });
  return side;
}

const figuresSaid = remembered((plain): readonly Figure[] => figuresIn(plain));

/** "Nico", "Regards, the office", "With respect, Giulia Conti": a name below the letter that stands on no line of its own kind. */
const MOST_IN_NAME = 6;

function withoutName(body: readonly Sentence[], text: string): readonly Sentence[] {
  const last = body.at(-1);
  if (last === undefined || body.length < 2 || last.words > MOST_IN_NAME) return body;
  const written = text.slice(last.start, last.end).trim();
  return isNameLike(written) && !SAYS_SOMETHING.test(written) ? body.slice(0, -1) : body;
}

const SAYS_SOMETHING = /[!?]$|^(?:Yes|No|Done|Sorry|Thanks|Fixed|Sorted|Sent|Today|Tomorrow|Sold|Closed|Open|Never)\b/;

/** Every word begins with a capital, or is one that stands in names of teams. */
const isNameLike = (written: string): boolean =>
  written
    .split(/[\s,]+/)
    .every(
      (word) =>
        /^\p{Lu}|^\P{L}*$/u.test(word) ||
        /^(?:regards|wishes|respect|hug|office|team|support|service|desk|customer|care|and|of|the|kind|best|warm|yours|truly|sincerely|faithfully|head|department)$/.test(
          word,
        ),
    );

export function draftOf(given: ReviewInput): Draft {
  const input = { ...given, thread: sameThread(given.thread) };
  const own = ownWords(input.reply);
  const customer = sideOf(input.thread);
  const body = withoutName(
    own.sentences.filter(({ part }) => part === "prose" || part === "list-item"),
    input.reply,
  );
  const figures = own.sentences.flatMap((sentence) =>
    figuresSaid(sentence.plain).map((figure) => ({
      ...figure,
      start: figure.start + sentence.start,
      end: figure.end + sentence.start,
    })),
  );
  const moves = findMoves(own.sentences, customer, figures);
  const sure = new Map<number, Set<MoveName>>();
  for (const { move, sentence, confidence } of moves) {
    if (confidence < SURE_ENOUGH) continue;
    const known = sure.get(sentence);
    if (known === undefined) sure.set(sentence, new Set([move]));
    else known.add(move);
  }
  const does = (sentence: Sentence, ...wanted: MoveName[]) => {
    const done = sure.get(sentence.index);
    return done !== undefined && wanted.some((move) => done.has(move));
  };
  return {
    input,
    text: input.reply,
    plain: plain(input.reply.slice(0, 60_000)),
    sentences: own.sentences,
    body,
    words: body.reduce((sum, sentence) => sum + sentence.words, 0),
    isEnglish: own.isEnglish,
    isCut: own.isCut,
    customer,
    moves,
    figures,
    does,
    doing: (...wanted) => own.sentences.filter((sentence) => does(sentence, ...wanted)),
    figuresOf: (sentence) => figures.filter(({ start, end }) => start >= sentence.start && end <= sentence.end),
  };
}
