/** People who are named: behind a title, a kinship, "spoke to", "my name is", or in the signature. Not who they are. */
import type { Token } from "../scan-words.ts";
import type { Word } from "../word.ts";
import { MONTHS, WEEKDAYS } from "./date-words.ts";
import type { Fact, FactScene } from "./fact.ts";
import { WAKES } from "./wakes.ts";

const TITLES = new Set(
  "mr mrs ms miss mx dr prof professor sir herr frau monsieur madame mme señor señora sr sra pan pani".split(" "),
);
const KIN = new Set(
  "husband wife mother father mum mom dad son daughter partner brother sister grandmother grandfather grandma grandpa aunt uncle friend neighbour neighbor colleague boss assistant nephew niece cousin fiancé fiancée mann frau sohn tochter mutter vater bruder schwester freund freundin mari femme fils fille mère père frère sœur ami amie marido mujer hijo hija madre padre hermano hermana amigo amiga".split(
    " ",
  ),
);
const AFTER_PREPOSITION = new Set("to with by from named called person mit von avec con".split(" "));
const SPEAKING = new Set(
  "spoke speak speaking talked talking dealt chatted helped answered signed promised sent rang emailed gesprochen parlé hablé named called".split(
    " ",
  ),
);
const TELLING = new Set(
  "wrote said told promised assured confirmed answered replied explained rang phoned called helped emailed".split(" "),
);
/** Without one of these nobody is introduced. */
export const PERSON_WORDS: readonly string[] = [...TITLES, ...KIN, ...SPEAKING, ...TELLING, "name", "named", "called"];
const NOT_PEOPLE = new Set(
  "i customer support team service lumen order the my amazon paypal google apple royal mail dhl ups fedex hermes evri dpd your our someone somebody they he she it english reply hello hi dear thanks thank please invoice head sales billing help everyone all".split(
    " ",
  ),
);

export function findPeople(scene: FactScene, first: number, last: number, into: Fact[]): void {
  for (let at = first; at < last; at += 1) {
    const start = isIntroduced(scene, at) ? nameAfter(scene, at, last) : undefined;
    if (start === undefined) continue;
    const end = endOfName(scene, start, last);
    if (end === start) continue;
    put(scene, start, end, into);
    at = end - 1;
  }
}

/** Nobody is named without one of PERSON_WORDS here or beside it. */
const isIntroduced = ({ words }: FactScene, at: number): boolean =>
  (((words[at] as Word).wakes | (words[at + 1]?.wakes ?? 0) | (words[at - 1]?.wakes ?? 0)) & WAKES.person) !== 0;

/** The index where a name begins that this token introduces. */
function nameAfter(scene: FactScene, at: number, last: number): number | undefined {
  const { tokens } = scene.segmentation;
  const { norm } = tokens[at] as Token;
  const next = at + 1;
  if (TITLES.has(norm) && isCapital(scene, at)) return tokens[next]?.norm === "." ? next + 1 : next;
  if (KIN.has(norm) && next < last)
    return tokens[next]?.norm === "," || tokens[next]?.norm === "called" ? next + 1 : next;
  if (norm === "name" && (tokens[next]?.norm === "is" || tokens[next]?.norm === ":")) return next + 1;
  if (
    (norm === "named" || norm === "called") &&
    /^(?:person|lady|man|woman|someone|somebody|guy|agent|colleague|adviser|advisor)$/.test(tokens[at - 1]?.norm ?? "")
  )
    return next;
  if (AFTER_PREPOSITION.has(norm) && SPEAKING.has(tokens[at - 1]?.norm ?? "")) return next;
  if (
    next < last &&
    TELLING.has(tokens[next]?.norm ?? "") &&
    isCapital(scene, at) &&
    tokens[at - 1] !== undefined &&
    !/[.!?:]/.test(tokens[at - 1]?.norm ?? ".")
  )
    return at;
  return undefined;
}

const isCapital = (scene: FactScene, at: number): boolean => {
  const token = scene.segmentation.tokens[at];
  return token !== undefined && token.kind === "word" && token.isCapital;
};

function endOfName(scene: FactScene, from: number, last: number): number {
  const { tokens } = scene.segmentation;
  let end = from;
  while (end < last && end - from < 4) {
    const token = tokens[end] as Token;
    const isInitial =
      token.norm === "." && end > from && (tokens[end - 1] as Token).end - (tokens[end - 1] as Token).start === 1;
    const isOther =
      NOT_PEOPLE.has(token.norm) ||
      WEEKDAYS.has(token.norm) ||
      (MONTHS.has(token.norm) &&
        end === from &&
        token.norm !== "may" &&
        token.norm !== "april" &&
        token.norm !== "june" &&
        token.norm !== "jan");
    if (!isInitial && (!isCapital(scene, end) || isOther || (token.isShouted && token.norm.length > 4))) break;
    end += 1;
  }
  while (end > from && (tokens[end - 1] as Token).kind === "mark") end -= 1;
  return end;
}

/** The name under a mail; `from` and `to` are the signature's tokens. */
export function findSigner(scene: FactScene, from: number, to: number, into: Fact[]): void {
  const { text, tokens } = scene.segmentation;
  let at = from;
  while (at < to && (tokens[at] as Token).kind === "mark") at += 1;
  const first = tokens[at];
  if (first === undefined || at >= to) return;
  const lineEnd = text.indexOf("\n", first.start);
  let until = at;
  while (until < to && (lineEnd < 0 || (tokens[until] as Token).start < lineEnd)) until += 1;
  const end = endOfName(scene, at, until);
  if (end > at && end - at <= 4 && (tokens[end]?.norm !== "from" || end < until)) put(scene, at, end, into);
}

function put(scene: FactScene, from: number, to: number, into: Fact[]): void {
  const start = (scene.segmentation.tokens[from] as Token).start;
  const end = (scene.segmentation.tokens[to - 1] as Token).end;
  const text = scene.segmentation.text.slice(start, end);
  into.push({ kind: "person", start, end, text, value: text.replace(/\s+/g, " ") });
}
