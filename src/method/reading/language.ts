/**
 * Which of a few languages a message is in, by its small words and its letters, or undefined when they do not tell. Only good
 * enough to know when to keep silent: feelings are read in English alone.
 */
import type { Token } from "./scan-words.ts";

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
const LANGUAGES_OF = new Map<string, Language[]>();
for (const [language, words] of SMALL_WORDS)
  for (const word of words.split(" ")) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);

/** So many words are enough to tell; a long message costs no more than a short one. */
const ENOUGH = 240;

/** @param isVoice whether a token is the writer's own. */
export function languageOf(
  text: string,
  tokens: readonly Token[],
  isVoice: (at: number) => boolean,
): Language | undefined {
  const votes = new Map<Language, number>();
  let words = 0;
  let unspaced = 0;
  let foreign = 0;
  for (let at = 0; at < tokens.length && words + unspaced < ENOUGH; at += 1) {
    const token = tokens[at] as Token;
    if ((token.kind !== "word" && token.kind !== "unspaced") || !isVoice(at)) continue;
    if (token.kind === "unspaced") {
      unspaced += 1;
      continue;
    }
    words += 1;
    if (text.charCodeAt(token.start) >= 0x370) foreign += 1;
    for (const language of LANGUAGES_OF.get(token.norm) ?? []) votes.set(language, (votes.get(language) ?? 0) + 1);
  }
  if (unspaced > words) return /\p{Script=Hiragana}|\p{Script=Katakana}/u.test(text) ? "ja" : "zh";
  if (foreign * 2 > words)
    return /\p{Script=Arabic}/u.test(text)
      ? "ar"
      : /\p{Script=Hangul}/u.test(text)
        ? "ko"
        : /\p{Script=Cyrillic}/u.test(text)
          ? "ru"
          : undefined;
  const [best, second] = [...votes].sort((a, b) => b[1] - a[1]);
  if (best === undefined) return undefined;
  const isClear = best[1] >= (second?.[1] ?? 0) * 1.2 || best[1] - (second?.[1] ?? 0) >= 4;
  return isClear && best[1] >= Math.max(1, words * 0.12) ? best[0] : undefined;
}
