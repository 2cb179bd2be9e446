/**
 * Takes one slip back in the long words feelings are told by: "furstrated", "dissapointed", "unacceptible". Only words that
 * are no cue as they stand, of seven letters or more, one slip away. Other spelling is left as it is.
 */
import { expandPhrase } from "./cues/expand-phrase.ts";
import { FEELING_CUES } from "./cues/feeling-cues.ts";

const SHORTEST = 7;
const LONGEST = 18;
/** English words one letter from a cue that are no slip. */
const NO_SLIPS = new Set(
  "locking crashed morning mornings compliant sitting crushing garage premise splitting spotting freeing stepped licking flailing premises contused dreaming alarmed grateful worrying appealing wonderful cherished amusing cheating teaching".split(
    " ",
  ),
);

let cues: Set<string> | undefined;
let slips: Map<string, string> | undefined;

function learn(): Map<string, string> {
  const known = new Set<string>();
  // Words of longer phrases are too common to be guessed at.
  for (const [, , phrases] of FEELING_CUES)
    for (const phrase of phrases.split(";").filter((one) => !/\S\s+\S/.test(one)))
      for (const step of expandPhrase(phrase.trim()))
        for (const words of step)
          for (const word of words) if (word.length >= SHORTEST && /^[a-z]+$/.test(word)) known.add(word);
  const found = new Map<string, string>();
  for (const word of known) for (const shorter of withoutOne(word)) if (!found.has(shorter)) found.set(shorter, word);
  for (const word of known) found.set(`=${singled(word)}`, word);
  cues = known;
  slips = found;
  return found;
}

/** Doubled letters are what is most often got wrong, and twice in one word: "dissapointed". */
const singled = (word: string): string => word.replace(/(.)\1/g, "$1");

function* withoutOne(word: string): Generator<string> {
  for (let at = 0; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1);
}

/** What was meant, or undefined when it is no slip that is known. */
export function meantBy(norm: string): string | undefined {
  if (norm.length < SHORTEST - 1 || norm.length > LONGEST) return undefined;
  const known = slips ?? learn();
  return cues?.has(norm) || NO_SLIPS.has(norm) || !/^[a-z]+$/.test(norm) ? undefined : search(norm, known);
}

function search(norm: string, known: ReadonlyMap<string, string>): string | undefined {
  const doubled = known.get(`=${singled(norm)}`);
  if (doubled !== undefined) return doubled;
  const longer = known.get(norm);
  if (longer !== undefined && isSlip(norm, longer)) return longer;
  for (const shorter of withoutOne(norm)) {
    const candidate = cues?.has(shorter) ? shorter : known.get(shorter);
    if (candidate !== undefined && isSlip(norm, candidate)) return candidate;
  }
  return undefined;
}

/** A letter doubled, dropped, added, swapped with its neighbour, or one vowel for another. Endings change the word, not its spelling. */
function isSlip(written: string, meant: string): boolean {
  if (written.charAt(0) !== meant.charAt(0)) return false;
  let at = 0;
  while (at < written.length && written.charAt(at) === meant.charAt(at)) at += 1;
  const inEnding = at >= Math.min(written.length, meant.length) - 2;
  if (written.length === meant.length) {
    const isSwap =
      written.charAt(at) === meant.charAt(at + 1) &&
      written.charAt(at + 1) === meant.charAt(at) &&
      written.slice(at + 2) === meant.slice(at + 2);
    const isVowel =
      /[aeiou]/.test(written.charAt(at)) &&
      /[aeiou]/.test(meant.charAt(at)) &&
      written.slice(at + 1) === meant.slice(at + 1);
    return isSwap || isVowel;
  }
  if (inEnding) return false;
  return written.length > meant.length
    ? written.slice(at + 1) === meant.slice(at)
    : written.slice(at) === meant.slice(at + 1);
}
