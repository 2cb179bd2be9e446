/**
 * How rules and moves say what they look for: an ordinary regular expression over plain lower-case text, in which {name} stands
 * for a small list of words kept here. No quantifier may hold another, so every pattern is linear in a sentence (tested).
 */
import { Cue } from "./cue.ts";

/** Words that mean the same to every detector. Written once, so that "couldn't" is never forgotten in one of them. */
const WORDS = {
  will: "(?:'ll| will|'m going to| am going to|'re going to| are going to)",
  have: "(?:'ve| have)",
  now: "(?: just| now| already| also| since| today| personally| gone ahead and| immediately)?",
  cant: "(?:can't|cannot|can not|couldn't|could not|(?:am|'m|are|'re|were|was) (?:not able|unable) to|aren't able to|won't be able to|will not be able to|unable to)",
  very: "(?:really |very |so |truly |incredibly |deeply |terribly |extremely |sincerely |quite |rather |most |genuinely |absolutely |how )?",
  feeling:
    "(?:frustrat(?:ed|ing|ion)|annoy(?:ed|ing|ance)|disappoint(?:ed|ing|ment)|upset(?:ting)?|ang(?:ry|er)|anxi(?:ous|ety)|worr(?:y|ied|ying|ies)|stress(?:ed|ful|ing)?|distress(?:ed|ing)?|concern(?:ed|ing)|confus(?:ed|ing|ion)|inconvenien(?:t|ce|ced|cing)|irritat(?:ed|ing|ion)|exasperat(?:ed|ing)|difficult|hard|painful|tiring|tiresome|maddening|infuriating|unsettling|unnerving|alarming|frightening|scary|awful|horrible|terrible|dreadful|unpleasant|unfair|let down|fed up|exhaust(?:ed|ing)|overwhelm(?:ed|ing)|embarrass(?:ed|ing)|heart ?break(?:ing)?|sad|disheartening|tough|rough|sickening|galling|aggravating|nerve-?racking|a (?:real )?(?:pain|headache|nuisance|hassle|worry|shock|blow|let-?down)|the last thing (?:you|anyone|anybody))",
  trouble:
    "(?:trouble|inconvenience|delay|wait|mistake|mix-?up|error|confusion|mess|upset|frustration|disappointment|worry|stress|hassle|disruption|hold-?up|experience|problem|issue|fault|slip|oversight|misunderstanding|distress)",
  weekday: "(?:mon|tues|wednes|thurs|fri|satur|sun)day",
  month:
    "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)",
  vague:
    "(?:soon|shortly|asap|a\\.s\\.a\\.p\\.?|as soon as (?:possible|we can|i can|we are able|i am able)|in due course|in the near future|at (?:the|our|my) earliest (?:convenience|opportunity)|when(?:ever)? possible|before (?:too )?long|(?:with)?in (?:a few|a couple of|several|some|the next few|the coming) (?:hours|days|weeks|moments|minutes)|(?:over|during) the (?:next few|coming) (?:days|weeks)|at some point|eventually|momentarily|in a (?:bit|while|little while))",
  repair:
    "(?:refund|replac|resen[dt]|re-sen[dt]|reship|re-ship|credit|cancel|revers|correct|fix|repair|reinstat|restor|reorder|re-order|rebook|reissu|compensat|waiv|remov|taken off|take off|reset|updat|reopen|unlock|collect|put (?:it|this|that) right|sort(?:ed)? (?:it|this|that)? ?out|upgrad|courier|book|ship|sen[dt]|arrang|return|paid|pay|cover|adjust|extend|issu)",
} as const;

const expand = (source: string): string =>
  source.replace(/\{([a-z]+)\}/g, (whole, name: string) => {
    if (/^\d/.test(name)) return whole;
    const words = (WORDS as Record<string, string>)[name];
    if (words === undefined) throw new Error(`No word list is called ${name}.`);
    return words;
  });

/** Whole words only. */
const BEFORE = "(?<![\\w'])";
const BEHIND = "(?!\\w)";

/** @param alternatives sources matched as whole words, any of them. The text is plain(): lower case, straight quotes. */
export const pattern = (...alternatives: readonly string[]): RegExp =>
  new Cue(alternatives.map(expand).join("|"), "", BEFORE, BEHIND);

/** The same, for finding every place. Callers use matchAll, which copies it: no state is shared. */
export const everyPattern = (...alternatives: readonly string[]): RegExp =>
  new Cue(alternatives.map(expand).join("|"), "g", BEFORE, BEHIND);

/** Any expression, asked of sentences as those are. Not for the ends and beginnings of one: each of them is a text to remember. */
export const cue = (words: RegExp): RegExp => new Cue(words.source, words.flags);

const SAME_LENGTH: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "‑": "-",
};

/** Lower case, straight quotes, ordinary spaces; same length as the text, so that every offset holds. */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : Array.from(text, lowerUnit).join("");
  return same.replace(/[’‘ʼ“”–—‑]/g, (mark) => SAME_LENGTH[mark] ?? mark).replace(/[^\S ]/g, " ");
}

/** A few letters grow when lowered ("İ"); those stay as they are. */
const lowerUnit = (letter: string): string => {
  const lower = letter.toLowerCase();
  return lower.length === letter.length ? lower : letter;
};
