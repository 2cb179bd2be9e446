/**
 * A text as rules and moves see it: the writer's own sentences, English only, in plain lower case with exact places. Greetings
 * and closings are kept and marked; quoted history, signatures, logs, words between quotation marks and other languages are not.
 */
import { remembered, type Span } from "../../kit/index.ts";
import { isOwnVoice, type PartKind, type Segmentation, segment, type Token } from "../reading/index.ts";
import { isContentWord, stemOf } from "./content-words.ts";
import { plain } from "./pattern.ts";

export interface Sentence extends Span {
  readonly index: number;
  readonly part: PartKind;
  /** Blank lines and list items begin a new one. */
  readonly paragraph: number;
  /** plain() of the sentence, so that `start + match.index` is a place in the text. Words in quotation marks are blanked. */
  readonly plain: string;
  readonly words: number;
  readonly isQuestion: boolean;
  /** Stems of the words that carry matter, and numbers. */
  readonly stems: ReadonlySet<string>;
}

export interface OwnWords {
  readonly sentences: readonly Sentence[];
  readonly words: number;
  readonly isEnglish: boolean;
  /** Something was written that was not looked at: longer than the budget. */
  readonly isCut: boolean;
}

/** Budget: a reply longer than this is judged by its beginning, and a sentence by so many characters. */
const MOST_SENTENCES = 400;
const MOST_CHARACTERS = 1_000;
const MOST_TEXT = 60_000;

const ENGLISH = new Set(
  "the a an and or but of to in on at for with from by is are was were be been have has had do does did will would can could should may might must not no yes i you he she it we they me him her us them my your his its our their this that these those there here what which who when where why how if so as than then because about into out up down over again just only also very too any some all more most other such own same i'm i've i'll i'd you're you've you'll it's that's we're we've we'll don't can't won't didn't isn't let please thank thanks sorry hello hi dear".split(
    " ",
  ),
);
const OTHER = new Set(
  "der die das und ist nicht ich sie wir ihr mit für auf ein eine den dem von zu wurde haben werden bitte leider le la les des et est pas je vous nous avec pour sur un une du votre que qui dans el los las y no es con para por una su que il lo gli e di con per che una del della ik je het een en niet van voor met wij uw jest nie się na do w że och att det är inte jag vi för med o os as um uma não".split(
    " ",
  ),
);

function isEnglish(tokens: readonly Token[], first: number, last: number): boolean {
  let words = 0;
  let english = 0;
  let other = 0;
  let foreign = 0;
  for (let index = first; index < last; index += 1) {
    const { kind, norm } = tokens[index] as Token;
    if (kind === "unspaced") foreign += 2;
    if (kind !== "word") continue;
    words += 1;
    if (ENGLISH.has(norm)) english += 1;
    else if (OTHER.has(norm)) other += 1;
    else if (norm.charCodeAt(0) > 0x24f) foreign += 1;
  }
  if (foreign > words / 2) return false;
  if (other === 0 && words < 8) return true;
  return english > other && english * 8 >= words;
}

const NOTHING = "";
/** The stem of a word that carries matter. */
const matterOf = remembered((norm) => (isContentWord(norm) ? stemOf(norm) : NOTHING));
/** The very same string for the same words, so that whatever is remembered of them is found at once. */
const oneAndTheSame = remembered((words) => words);

/** @param text any string; lone surrogates and control characters included. */
export function ownWords(text: string): OwnWords {
  const read = text.length > MOST_TEXT ? text.slice(0, MOST_TEXT) : text;
  const cut = segment(read);
  const bare = blankQuotations(plain(read), cut);
  const sentences: Sentence[] = [];
  let words = 0;
  let paragraph = 0;
  let isCut = read.length < text.length;
  let end = 0;
  let englishWords = 0;
  for (const part of cut.parts) {
    if (!isOwnVoice(part)) continue;
    paragraph += 1;
    for (const sentence of part.sentences) {
      if (sentence.start - end > 1 && /\n\s*\n/.test(text.slice(end, Math.min(sentence.start, end + 200))))
        paragraph += 1;
      end = sentence.end;
      const own = bare.slice(sentence.start, Math.min(sentence.end, sentence.start + MOST_CHARACTERS));
      if (own.trim() === "") continue;
      if (sentences.length >= MOST_SENTENCES) {
        isCut = true;
        break;
      }
      const stems = new Set<string>();
      let many = 0;
      for (let index = sentence.firstToken; index < sentence.lastToken; index += 1) {
        const token = cut.tokens[index] as Token;
        if (token.kind === "mark" || token.kind === "emoji") continue;
        many += 1;
        const stem = matterOf(token.norm);
        if (stem !== NOTHING) stems.add(stem);
      }
      words += many;
      if (many >= 4 && !isEnglish(cut.tokens, sentence.firstToken, sentence.lastToken)) continue;
      englishWords += many;
      sentences.push({
        start: sentence.start,
        end: sentence.end,
        index: sentences.length,
        part: part.kind,
        paragraph,
        plain: oneAndTheSame(own),
        words: many,
        isQuestion: /\?["')\]]*\s*$/.test(own),
        stems,
      });
    }
  }
  const judged = isEnglish(cut.tokens, 0, Math.min(cut.tokens.length, 2_000)) && englishWords * 2 >= words;
  return { sentences: judged ? sentences : [], words, isEnglish: judged, isCut };
}

function blankQuotations(text: string, { quotations }: Segmentation): string {
  // Short ones hold a word or two, which the cut into sentences does not count as a quotation.
  let bare = text.replace(/"[^"]{1,80}"/g, (words) => " ".repeat(words.length));
  for (const { start, end } of quotations.slice(0, 200))
    bare = bare.slice(0, start) + " ".repeat(end - start) + bare.slice(end);
  return bare;
}
