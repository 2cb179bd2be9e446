/**
 * What was bought and how many: the words behind an ordering verb or "6 x", and capitalised product names behind "my" and
 * "the". A shop's own catalogue is not known here, so a name is taken as it was written.
 */
import type { Token } from "../scan-words.ts";
import type { Word } from "../word.ts";
import { MONTHS, UNITS, WEEKDAYS } from "./date-words.ts";
import type { Fact, FactScene } from "./fact.ts";
import { numberWord } from "./number-words.ts";
import { WAKES } from "./wakes.ts";

/** Behind one of these stands what was ordered. */
export const ORDERING_WORDS =
  "ordered bought purchased received got returned returning ordering buying purchase order preordered delivered bestellt gekauft erhalten commandé acheté reçu pedí compré pedido recibí comprado".split(
    " ",
  );
const ORDERING = new Set(ORDERING_WORDS);
const DETERMINERS = new Set(
  "a an the my our your this that these those some another one new ein eine einen die der das den meine meinen un une le la les mon ma mes una el los las mi mis".split(
    " ",
  ),
);
const OWNING = new Set(
  "my our the your a an this that new meine mein unsere die der ihre ihr mon ma notre votre la le mi nuestra el".split(
    " ",
  ),
);
const ENDS_NAME = new Set(
  "from for on in at by with to of and or but that which who was were is are has had have i we you it they he she because so when while as since last this today yesterday ago via through using off out up arrived came before after about again then and/or if not no von vom am im bei für mit und oder aber de del du para por con y et ou pour avec dans sur a an the my our your me us them him her".split(
    " ",
  ),
);
/** What an ordering verb may be followed by that is no product. */
const NOT_GOODS = new Set(
  "it them this that these one something nothing anything everything email emails mail mails message messages reply replies answer answers response responses refund refunds money confirmation notification notifications letter call calls text texts error news help number order orders parcel package delivery invoice charge back up home married worse better worried very really so too here there today yesterday online status tracking day days week weeks details reference".split(
    " ",
  ),
);
/** Capitalised after "the" or "my", and yet no product. */
const NOT_NAMES = new Set(
  "i internet english german french spanish google facebook twitter instagram reddit trustpilot ombudsman gdpr uk eu us usa god christmas easter netherlands ok pdf url id tv mr mrs dr ms sir madam lord".split(
    " ",
  ),
);

/** Every product and quantity between two tokens of one sentence, in order. */
export function findGoods(scene: FactScene, first: number, last: number, into: Fact[]): void {
  for (let at = first; at < last; at += 1) {
    const token = scene.segmentation.tokens[at] as Token;
    const end =
      token.kind !== "word"
        ? times(scene, at, last, into)
        : ((scene.words[at] as Word).wakes & WAKES.ordering) !== 0
          ? orderedAt(scene, at, last, into)
          : token.isCapital
            ? namedAt(scene, first, at, last, into)
            : undefined;
    if (end !== undefined) at = Math.max(at, end - 1);
  }
}

const countOf = (token: Token | undefined): number | undefined =>
  token === undefined
    ? undefined
    : /^\d{1,4}$/.test(token.norm)
      ? Number(token.norm)
      : token.kind === "word" && !DETERMINERS.has(token.norm)
        ? numberWord(token.norm)
        : token.norm === "dozen"
          ? 12
          : undefined;

function orderedAt(scene: FactScene, at: number, last: number, into: Fact[]): number | undefined {
  const { tokens } = scene.segmentation;
  let from = at + 1;
  if (/^(?:me|us|him|her|them|you|bei|from)$/.test(tokens[from]?.norm ?? "")) from += 1;
  if (tokens[from - 1]?.norm === "from" || tokens[from - 1]?.norm === "bei") from += 1;
  const token = tokens[at] as Token;
  if (
    (token.norm === "order" || token.norm === "purchase") &&
    tokens[from]?.norm !== "of" &&
    tokens[from]?.norm !== "for"
  )
    return undefined;
  if (token.norm === "order" || token.norm === "purchase") from += 1;
  if (from >= last) return undefined;
  while (from < last && DETERMINERS.has((tokens[from] as Token).norm) && numberAfterArticle(tokens, from)) from += 1;
  const count = countOf(tokens[from]);
  const isCounted =
    count !== undefined &&
    from + 1 < last &&
    !UNITS.has(tokens[from + 1]?.norm ?? "") &&
    tokens[from + 1]?.kind === "word";
  const start = isCounted ? from + (tokens[from + 1]?.norm === "x" || tokens[from + 1]?.norm === "of" ? 2 : 1) : from;
  const end = endOfName(scene, start, last, 5);
  if (
    end === undefined ||
    NOT_GOODS.has((tokens[end - 1] as Token).norm) ||
    NOT_GOODS.has((tokens[start] as Token).norm)
  )
    return undefined;
  if (token.norm === "got" && !isCounted && !DETERMINERS.has(tokens[start - 1]?.norm ?? "")) return undefined;
  if (isCounted) put(scene, into, "quantity", from, from + 1, String(count));
  put(scene, into, "product", start, end, undefined);
  return end;
}

const numberAfterArticle = (tokens: readonly Token[], at: number): boolean =>
  (tokens[at] as Token).norm !== "one" || DETERMINERS.has(tokens[at + 1]?.norm ?? "");

/** A run of plain words, at most so many, that ends before a verb-like or joining word. */
function endOfName(scene: FactScene, from: number, last: number, most: number): number | undefined {
  const { tokens } = scene.segmentation;
  let end = from;
  while (end < last && end - from < most) {
    const { kind, norm } = tokens[end] as Token;
    if (
      kind !== "word" &&
      kind !== "code" &&
      !(kind === "number" && end > from && /^\d{1,4}$/.test(norm)) &&
      !(kind === "mark" && norm === "-" && end > from)
    )
      break;
    if (
      ENDS_NAME.has(norm) ||
      ORDERING.has(norm) ||
      WEEKDAYS.has(norm) ||
      (MONTHS.has(norm) && norm.length > 3) ||
      /(?:ly|n't)$/.test(norm)
    )
      break;
    end += 1;
  }
  while (end > from && (tokens[end - 1] as Token).kind === "mark") end -= 1;
  return end === from || (tokens[from] as Token).kind === "number" ? undefined : end;
}

/** "6 x Wren", "3x filters". */
function times(scene: FactScene, at: number, last: number, into: Fact[]): number | undefined {
  const { tokens } = scene.segmentation;
  const token = tokens[at] as Token;
  const stuck = token.kind === "code" ? /^(\d{1,4})x$/.exec(token.norm) : null;
  const isApart = token.kind === "number" && /^\d{1,4}$/.test(token.norm) && /^[x×]$/.test(tokens[at + 1]?.norm ?? "");
  if (stuck === null && !isApart) return undefined;
  const start = isApart ? at + 2 : at + 1;
  const end = endOfName(scene, start, last, 4);
  if (end === undefined) return undefined;
  put(scene, into, "quantity", at, at + 1, stuck?.[1] ?? token.norm);
  put(scene, into, "product", start, end, undefined);
  return end;
}

/** "my Heron", "the Fjord throw", "two Kites": a capital in the middle of a sentence behind an article or a count. */
function namedAt(scene: FactScene, first: number, at: number, last: number, into: Fact[]): number | undefined {
  const { tokens } = scene.segmentation;
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  if (at === first || token.kind !== "word" || token.isShouted || before === undefined) return undefined;
  const count = countOf(before);
  if (!(OWNING.has(before.norm) || (count !== undefined && count > 1))) return undefined;
  if (
    NOT_NAMES.has(token.norm) ||
    UNITS.has(token.norm) ||
    WEEKDAYS.has(token.norm) ||
    MONTHS.has(token.norm) ||
    token.norm.length < 3
  )
    return undefined;
  if (scene.language === "de") return undefined;
  const end = endOfName(scene, at, last, 3) ?? at + 1;
  if (count !== undefined) put(scene, into, "quantity", at - 1, at, String(count));
  put(scene, into, "product", at, end, undefined);
  return end;
}

function put(
  scene: FactScene,
  into: Fact[],
  kind: "product" | "quantity",
  from: number,
  to: number,
  value: string | undefined,
): void {
  const start = (scene.segmentation.tokens[from] as Token).start;
  const end = (scene.segmentation.tokens[to - 1] as Token).end;
  const text = scene.segmentation.text.slice(start, end);
  into.push({ kind, start, end, text, value: value ?? text.replace(/\s+/g, " ") });
}
