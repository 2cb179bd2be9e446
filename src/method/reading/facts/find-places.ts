/**
 * Postal addresses: a house number with a street word, with the postcode and town that follow; or a postcode with its town.
 * English, German, French and Spanish ways of writing them. Does not check that a place exists.
 */
import type { Token } from "../scan-words.ts";
import type { Word } from "../word.ts";
import type { Fact, FactScene } from "./fact.ts";
import { WAKES } from "./wakes.ts";

const STREET_AFTER = new Set(
  "street st road rd lane ln avenue ave drive close way court ct boulevard blvd place terrace gardens square crescent wharf row hill grove mews parade highway parkway walk green quay".split(
    " ",
  ),
);
const STREET_BEFORE = new Set(
  "rue avenue boulevard allée allee chemin impasse quai calle avenida plaza paseo camino via viale piazza ulica ul".split(
    " ",
  ),
);
const GERMAN_STREET = /(?:straße|strasse|str|weg|platz|allee|gasse|damm|ufer|ring|steig)$/;
/** Without one of these, or a postcode, there is no address. */
export const isStreetWord = (norm: string): boolean =>
  STREET_AFTER.has(norm) || STREET_BEFORE.has(norm) || GERMAN_STREET.test(norm);
const UK_POSTCODE = /[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?![\p{L}\d])/uy;
const LONDON_DISTRICT = /(?:EC|WC|E|N|NW|SE|SW|W)\d{1,2}[A-Z]?(?![\p{L}\d])/uy;
/** A comma or a line break, then at most four words of town, state or postcode; repeated a fixed number of times. */
const REST =
  /(?:,\s{0,2}|\s{0,2}\n\s{0,4}|\s)(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2} \d{5}(?:-\d{4})?|(?:D-|F-|CH-|A-)?\d{4,5}(?: \p{Lu}[\p{L}'-]{1,25}){1,3}|\p{Lu}[\p{L}'-]{1,25}(?: (?:\p{Lu}[\p{L}'-]{1,25}|[A-Z]{1,2}\d{1,2}[A-Z]?(?: \d[A-Z]{2})?)){0,2})(?![\p{L}\d])/uy;
const MOST_PARTS = 4;

/** Every address between two tokens. `last` may lie beyond the sentence: an address runs over several lines. */
export function findPlaces(scene: FactScene, first: number, last: number, into: Fact[]): void {
  let from = first;
  for (let at = first; at < last; at += 1) {
    if (((scene.words[at] as Word).wakes & WAKES.place) === 0) continue;
    const found = streetAt(scene, at, from, last) ?? postcodeAt(scene, at, from);
    if (found === undefined) continue;
    const text = scene.segmentation.text.slice(found.start, found.end);
    into.push({ kind: "address", ...found, text, value: text.replace(/\s*\n\s*/g, ", ").replace(/\s+/g, " ") });
    while (at + 1 < last && (scene.segmentation.tokens[at + 1] as Token).start < found.end) at += 1;
    from = at + 1;
  }
}

const isHouseNumber = (token: Token | undefined): boolean => token !== undefined && /^\d{1,5}[a-z]?$/.test(token.norm);
const isName = (token: Token | undefined): boolean => token !== undefined && token.kind === "word" && token.isCapital;

function streetAt(
  scene: FactScene,
  at: number,
  from: number,
  last: number,
): { start: number; end: number } | undefined {
  const { tokens, text } = scene.segmentation;
  const token = tokens[at] as Token;
  if (token.kind !== "word") return undefined;
  if (STREET_AFTER.has(token.norm) && isName(token)) {
    let index = at - 1;
    while (index > from && at - index < 5 && isName(tokens[index])) index -= 1;
    if (index < from || at - index < 2 || !isHouseNumber(tokens[index])) return undefined;
    const flat = /^(?:flat|apartment|apt|unit|suite)$/.test(tokens[index - 3]?.norm ?? "") ? index - 3 : index;
    return withRest(text, (tokens[Math.max(flat, from)] as Token).start, token.end);
  }
  if (STREET_BEFORE.has(token.norm)) return romanceStreet(scene, at, from, last);
  const isGerman = GERMAN_STREET.test(token.norm) && isName(token) && (token.norm.length > 5 || isName(tokens[at - 1]));
  const dotted = tokens[at + 1]?.norm === "." ? at + 2 : at + 1;
  if (!isGerman || dotted >= last || !isHouseNumber(tokens[dotted])) return undefined;
  const start = token.norm.length <= 7 && isName(tokens[at - 1]) && at - 1 >= from ? at - 1 : at;
  return withRest(text, (tokens[start] as Token).start, (tokens[dotted] as Token).end);
}

/** "12 bis, rue de la Paix, 75002 Paris", "Calle Mayor, 14, 28013 Madrid". */
function romanceStreet(
  scene: FactScene,
  at: number,
  from: number,
  last: number,
): { start: number; end: number } | undefined {
  const { tokens, text } = scene.segmentation;
  let end = at + 1;
  while (
    end < last &&
    end - at < 8 &&
    (isName(tokens[end]) ||
      /^(?:de|du|des|la|le|les|del|las|los|l|d|di)$/.test(tokens[end]?.norm ?? "") ||
      /^[dl]'/.test(tokens[end]?.norm ?? ""))
  )
    end += 1;
  if (end === at + 1 || !isName(tokens[end - 1])) return undefined;

  const before = tokens[at - 1]?.norm === "," ? at - 2 : at - 1;
  const number = /^(?:bis|ter)$/.test(tokens[before]?.norm ?? "") ? before - 1 : before;
  if (number >= from && isHouseNumber(tokens[number]))
    return withRest(text, (tokens[number] as Token).start, (tokens[end - 1] as Token).end);
  const comma = tokens[end]?.norm === "," ? end + 1 : end;
  return isHouseNumber(tokens[comma]) && comma < last
    ? withRest(text, (tokens[at] as Token).start, (tokens[comma] as Token).end)
    : undefined;
}

function postcodeAt(scene: FactScene, at: number, from: number): { start: number; end: number } | undefined {
  const { tokens, text } = scene.segmentation;
  const token = tokens[at] as Token;
  if (token.kind !== "code" || token.end - token.start > 4) return undefined;
  UK_POSTCODE.lastIndex = token.start;
  const found = UK_POSTCODE.exec(text) ?? undefined;
  LONDON_DISTRICT.lastIndex = token.start;
  const isLondon = tokens[at - 1]?.norm === "london" && at - 1 >= from;
  const district = found === undefined && isLondon ? LONDON_DISTRICT.exec(text) : null;
  const code = found ?? district;
  if (code === null || code === undefined) return undefined;
  return { start: isLondon ? (tokens[at - 1] as Token).start : token.start, end: token.start + code[0].length };
}

function withRest(text: string, start: number, end: number): { start: number; end: number } {
  let until = end;
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    REST.lastIndex = until;
    const rest = REST.exec(text);
    if (rest === null || (/^\s/.test(rest[0]) && !/\d/.test(rest[0]))) break;
    until = REST.lastIndex;
  }
  return { start, end: until };
}
