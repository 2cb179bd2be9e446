/**
 * Which of a few languages a message is in, by its small words and its letters, or undefined when they do not tell. Only good
 * enough to know when to keep silent: feelings are read in English alone.
 */
import type { Token } from "./scan-words.ts";

/** Index of a first token, and the index after the last. */
export type TokenStretch = readonly [first: number, last: number];

export const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ja", "ar", "ru", "zh", "ko"] as const;
export type Language = (typeof LANGUAGES)[number];

const SMALL_WORDS: ReadonlyArray<readonly [Language, string]> = [
  [
    "en",
    "the and i to you is it my of that this was have for not with be are on your but me we they what can from would had an if so please just when will there been or i'm don't it's i've do did has how does she he at by as am our thanks hi hello no now still why who where",
  ],
  [
    "de",
    "der die das und ich nicht ist sie mit ein eine zu für auf den von es im dem wir haben habe aber auch bei nach noch wie mir mich bitte ihr ihre ihnen einen einem dass oder wurde kann wird ja nur aus",
  ],
  [
    "fr",
    "le la les des et je ne pas que est vous un une pour dans en du mon ma mes ce cette avec qui sur il elle nous j'ai mais plus au bien votre vos suis ont très merci bonjour",
  ],
  [
    "es",
    "el los las y que no es un una por para con mi me se lo en de su pero más muy como está han he ha nos del al hola gracias cuando ya qué si yo",
  ],
  ["it", "il gli e che non è un una per con mi si lo di ho ma più come sono del della alla questo anche grazie ciao"],
  ["pt", "o os e que não é um uma por para com meu minha se em do da mas mais muito como está obrigado obrigada olá"],
  ["nl", "het een en ik niet is van dat met voor op mijn maar ook bij nog jullie deze heb heeft graag dit naar wel"],
  ["pl", "się nie i w na z do że to jest mam jak ale czy po mi dla proszę już tak od przez"],
];
const LANGUAGES_OF = new Map<string, number[]>();
for (const [language, words] of SMALL_WORDS)
  for (const word of words.split(" "))
    LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), LANGUAGES.indexOf(language)]);

const NONE: readonly number[] = [];
/** The languages whose small words this is one of, by their place in LANGUAGES. */
export const languagesOf = (norm: string): readonly number[] => LANGUAGES_OF.get(norm) ?? NONE;

interface VotingWord {
  readonly languages: readonly number[];
}

/** So many words are enough to tell; a long message costs no more than a short one. */
const ENOUGH = 240;

/** @param own the stretches of tokens that are the writer's own, as first and last. */
export function languageOf(
  text: string,
  tokens: readonly Token[],
  words: readonly VotingWord[],
  own: readonly TokenStretch[],
): Language | undefined {
  const votes = LANGUAGES.map(() => 0);
  let spoken = 0;
  let unspaced = 0;
  let foreign = 0;
  for (const [first, last] of own)
    for (let at = first; at < last && spoken + unspaced < ENOUGH; at += 1) {
      const token = tokens[at] as Token;
      if (token.kind === "unspaced") unspaced += 1;
      if (token.kind !== "word") continue;
      spoken += 1;
      if (text.charCodeAt(token.start) >= 0x370) foreign += 1;
      const { languages } = words[at] as VotingWord;
      if (languages.length > 0) for (const language of languages) votes[language] = (votes[language] as number) + 1;
    }
  if (unspaced > spoken) return /\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text) ? "ja" : "zh";
  if (foreign * 2 > spoken)
    return /\p{Script=Arabic}/u.test(text)
      ? "ar"
      : /\p{Script=Hangul}/u.test(text)
        ? "ko"
        : /\p{Script=Cyrillic}/u.test(text)
          ? "ru"
          : undefined;
  let best = 0;
  let second = 0;
  let found: Language | undefined;
  for (let language = 0; language < votes.length; language += 1) {
    const count = votes[language] as number;
    if (count > best) {
      second = best;
      best = count;
      found = LANGUAGES[language];
    } else if (count > second) second = count;
  }
  const isClear = best >= second * 1.2 || best - second >= 4;
  return isClear && best >= Math.max(1, spoken * 0.12) ? found : undefined;
}
