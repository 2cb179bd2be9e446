/**
 * What a reply did, as a customer without any training would notice: asked, answered, refused, said sorry, or said nothing
 * at all. It looks for plain signs in each sentence and gives the words it saw as the reason. It does not judge a person,
 * it does not know whether the answer is true, and the coach is to replace it.
 */

import { STOCK_PHRASES, WORDS } from "./reply-words.ts";
import type { BranchCondition, Condition, Language } from "./story.ts";

const DEEDS = [
  "asks",
  "checks",
  "apologises",
  "acknowledges",
  "acts",
  "dates",
  "instructs",
  "refuses",
  "offers",
  "blames",
  "stock",
  "explains",
] as const;
/** One thing a sentence does. `stock` fits every customer alike; `explains` is a longer sentence without any other sign. */
export type Deed = (typeof DEEDS)[number];

interface Reason {
  readonly deed: Deed;
  /** The sentence it was seen in. */
  readonly sentence: string;
}

export interface Judgement {
  /** The one word for the whole reply. */
  readonly verdict: Condition;
  readonly deeds: ReadonlySet<Deed>;
  readonly reasons: readonly Reason[];
  /** The sentences that ask for something, for a customer who wants to answer them. */
  readonly questions: readonly string[];
}

/** Sentences with their closing mark. Linear: every character belongs to one piece. */
function sentencesOf(text: string): string[] {
  return (text.match(/[^.!?。！？؟\n]+[.!?。！？؟]*/g) ?? [])
    .map((one) => one.trim())
    .filter((one) => /[\p{L}\p{N}]/u.test(one));
}

/** What a question can do besides asking. "Could you send it by Friday?" promises nothing for Friday. */
const BESIDE_A_QUESTION: ReadonlySet<Deed> = new Set(["apologises", "acknowledges", "offers"]);

/** From this length on (in letters of any script) a sentence says something, even if we cannot tell what. */
const SAYS_SOMETHING = 40;

function deedsOf(sentence: string, languages: readonly Language[]): Deed[] {
  const small = sentence.toLowerCase();
  const says = (deed: Deed): boolean => languages.some((language) => WORDS[language][deed]?.test(small) ?? false);
  if (languages.some((language) => STOCK_PHRASES[language].test(small))) return ["stock"];
  const questioning = /[?？؟]\s*$/.test(sentence) || says("asks");
  if (questioning && says("checks")) return ["checks"];
  const found = DEEDS.filter((deed) => deed !== "asks" && deed !== "checks" && says(deed));
  if (questioning) return ["asks", ...found.filter((deed) => BESIDE_A_QUESTION.has(deed))];
  return found.length === 0 && sentence.length >= SAYS_SOMETHING ? ["explains"] : found;
}

/**
 * Judges the new words of a reply (no quoted history). English is always understood, and the story's own language with it.
 * The verdict is the first that fits of `VERDICTS`; "otherwise" when the words say something that no sign stands for.
 */
export function judgeReply(text: string, language: Language = "en"): Judgement {
  const languages: Language[] = language === "en" ? ["en"] : [language, "en"];
  const reasons = sentencesOf(text).flatMap((sentence) =>
    deedsOf(sentence, languages).map((deed) => ({ deed, sentence })),
  );
  const deeds = new Set(reasons.map(({ deed }) => deed));
  const questions = reasons.filter(({ deed }) => deed === "asks").map(({ sentence }) => sentence);
  return { verdict: verdictOf(deeds), deeds, reasons, questions };
}

function verdictOf(deeds: ReadonlySet<Deed>): Condition {
  return VERDICTS.find((name) => holds(name, { deeds })) ?? "otherwise";
}

const VERDICTS = [
  "blamed",
  "refused",
  "refused-with-alternative",
  "made-right",
  "answered",
  "asked",
  "checked",
  "apologised",
  "boilerplate",
] as const satisfies readonly Condition[];

/** Whether a branch's condition holds for a reply. These few lines are the whole of the customers' reasoning. */
export function holds(
  condition: BranchCondition,
  { deeds, text = "" }: { readonly deeds: ReadonlySet<Deed>; readonly text?: string },
): boolean {
  if (typeof condition !== "string") {
    const small = text.toLowerCase();
    return condition.mentions.some((word) => small.includes(word.toLowerCase()));
  }
  const has = (...any: Deed[]): boolean => any.some((deed) => deeds.has(deed));
  const substance = has("acts", "dates", "instructs", "offers");
  switch (condition) {
    case "blamed":
      return has("blames");
    case "refused":
      return has("refuses") && !has("offers", "acts");
    case "refused-with-alternative":
      return has("refuses") && has("offers", "acts");
    case "made-right":
      return has("apologises", "acknowledges") && substance && !has("refuses");
    case "answered":
      return substance && !has("refuses");
    case "asked":
      return has("asks");
    case "checked":
      return has("checks");
    case "apologised":
      return has("apologises", "acknowledges");
    case "boilerplate":
      return (
        !substance &&
        !has("asks", "checks", "refuses", "apologises", "acknowledges", "blames") &&
        (has("stock") || !has("explains"))
      );
    case "otherwise":
      return true;
  }
}
