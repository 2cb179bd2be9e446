/**
 * Where a reply names another thing, place or name of the same kind than the only one that the thread speaks of: "your armchair" of a
 * sofa, "the hotel in Kyoto" of one in Kanazawa, "harrow-line.example" of harrow-lane. A choice, an offer or something new is left alone.
 */
import type { Contradiction } from "./contradiction.ts";
import type { Draft } from "./draft.ts";
import { cue, pattern } from "./pattern.ts";
import type { Sentence } from "./sentence.ts";
import type { ThreadSaid } from "./thread-said.ts";

/** Nobody calls one of these by the name of another. */
const KINDS: readonly string[] = [
  "sofa|armchair|table|bed|wardrobe|desk|lamp|bookcase|mattress|rug",
  "car|van|bike|bicycle|scooter|motorbike|caravan|boat",
  "dress|jacket|coat|skirt|trousers|shoes|boots|jumper|suit|shirt",
  "dishwasher|fridge|oven|kettle|dryer|toaster|washing machine|freezer|boiler",
  "pizza|burger|salad|soup|drink|curry|sushi|cake",
  "matinee|evening performance|evening show",
  "wine|beer|coffee|tea",
  "ring|necklace|bracelet|earrings|watch",
];
const OF_A_KIND = KINDS.map((kind) => ({
  yours: cue(new RegExp(`\\b(?:your|the missing|the broken|the faulty|the damaged|as your) (${kind})(?![\\w-])`)),
  any: cue(new RegExp(`(?<![\\w-])(?:${kind})(?![\\w-])`, "g")),
}));
const OURS = pattern("new|another|instead|offer|could|or|also|rather|swap|replacement|lend|loan|model|both|either|not");

export function* otherOfTheKind(draft: Draft, sentence: Sentence, said: ThreadSaid): Generator<Contradiction> {
  if (OURS.test(sentence.plain)) return;
  for (const { yours, any } of OF_A_KIND) {
    const here = yours.exec(sentence.plain);
    if (here === null || said.plain.includes(here[1] as string)) continue;
    const theirs = new Set([...said.plain.matchAll(any)].map(([one]) => one));
    const [meant] = theirs;
    if (meant === undefined || theirs.size > 1 || draft.plain.includes(meant)) continue;
    yield { start: sentence.start + here.index, end: sentence.start + here.index + here[0].length, said: meant };
  }
}

const HOUSE =
  "(?:hotel|hostel|shop|store|branch|office|apartment|flat|airport|station|warehouse|school|clinic|restaurant)";
const HOUSE_IN = cue(
  new RegExp(`\\b(?:[Tt]he|[Yy]our|[Oo]ur|[Mm]y|[Aa]) (${HOUSE}) (?:in|at) (\\p{Lu}[\\p{L}-]{3,})`, "gu"),
);
const ROUTE = cue(/\bfrom (\p{Lu}[\p{L}-]{2,}) to (\p{Lu}[\p{L}-]{2,})/gu);
const ADDRESS = cue(/(?<![\w.@-])(?:[a-z0-9._-]+@)?(?:[a-z0-9-]+\.)+[a-z]{2,12}(?![\w-])/gi);
const FEW = 8;

/** Places and addresses of which the thread names one. */
export function* otherPlace(draft: Draft, sentence: Sentence, said: ThreadSaid): Generator<Contradiction> {
  const written = draft.text.slice(sentence.start, sentence.start + sentence.plain.length);
  const thread = draft.input.thread.slice(-20).map(({ text }) => text.slice(0, 8_000));
  const at = (index: number, length: number) => ({
    start: sentence.start + index,
    end: sentence.start + index + length,
  });
  if (!OURS.test(sentence.plain))
    for (const { 0: whole, 1: house = "", 2: place = "", index } of [...written.matchAll(HOUSE_IN)].slice(0, FEW)) {
      if (said.plain.includes(place.toLowerCase()) || /^(?:the|your) /i.test(whole) === false) continue;
      const theirs = new Set(
        thread.flatMap((text) =>
          [...text.matchAll(HOUSE_IN)].flatMap(([, one, where = ""]) => (one === house ? [where] : [])),
        ),
      );
      const [meant] = theirs;
      if (meant !== undefined && theirs.size === 1 && !draft.text.includes(meant))
        yield { ...at(index, whole.length), said: `${house} in ${meant}` };
    }
  if (!OURS.test(sentence.plain))
    for (const { 0: whole, 1: from = "", 2: to = "", index } of [...written.matchAll(ROUTE)].slice(0, FEW)) {
      const theirs = thread.flatMap((text) => [...text.matchAll(ROUTE)]);
      const [one] = theirs;
      if (one === undefined || theirs.length > 1) continue;
      const isOff =
        (one[1] === from) !== (one[2] === to) && !said.plain.includes((one[1] === from ? to : from).toLowerCase());
      if (isOff && !draft.text.includes((one[1] === from ? one[2] : one[1]) as string))
        yield { ...at(index, whole.length), said: one[0] };
    }
  for (const { 0: address, index } of [...written.matchAll(ADDRESS)].slice(0, FEW)) {
    const here = address.toLowerCase();
    if (said.plain.includes(here) || here.length < 8) continue;
    const theirs = thread.flatMap((text) => text.slice(0, 4_000).toLowerCase().match(ADDRESS) ?? []).slice(0, FEW);
    const meant = theirs.find((other) => isLetterOff(here, other));
    if (meant !== undefined && !draft.plain.includes(meant)) yield { ...at(index, address.length), said: meant };
  }
}

/** The same length, and one letter another or two neighbours changed about. */
function isLetterOff(one: string, other: string): boolean {
  if (one.length !== other.length || one === other) return false;
  const off = [...one].flatMap((char, place) => (char === other[place] ? [] : [place]));
  const [a, b] = off as [number, number];
  return off.length === 1 ? !/\d/.test(one[a] as string) : off.length === 2 && b === a + 1 && one[a] === other[b];
}
