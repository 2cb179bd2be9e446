/**
 * Words without which none of the patterns of automatic-mail.ts can match, so that an ordinary message is not searched for
 * danger at length. Wider than the patterns on purpose; a test holds the two together.
 */
import type { Token } from "./scan-words.ts";

const WORDS: ReadonlyArray<readonly [reason: string, words: string]> = [
  [
    "self-harm",
    "kill killing killed myself end ending ended life died die dead born overdose overdosed pills tablets meds medication paracetamol painkillers insulin jump jumping step stepping train trains tracks bridge roof balcony rope noose garage wrist wrists veins throat gun knife knives razor goodbye goodbyes letter letters note notes problem insurance overdosing wish water sleep asleep worth exist overdoses drive driving finish finishing harm harming hurt hurting live living wake alive reason point sense go going carry carrying tired around here dead without afterwards afterward nobody umbringen leben sinn suicider vie viure vivre suicidarme vida vivir viv viva odebrać żyć togliermi vivere viver here",
  ],
  [
    "bereavement",
    "passed put late funeral deceased death passing estate executor died lost gestorben beerdigung trauerfall todesfall sterbeurkunde gegangen décès quitté quittés obsèques enterrement muerto entierro odszedł odeszła mort morto morta mancato mancata faleceu falecimento overleden begrafenis",
  ],
  [
    "threat",
    "kill shoot stab murder strangle hurt hurting harming killing punch hit break smash kick bash torch set run blow burn beat find out know come coming there bomb die dead pay watch sleep alive teeth petrol somebody someone wohn wohnst wohnt wohnen um tuer frapper sais matar dónde zabiję wiem",
  ],
  [
    "abuse",
    "you bunch pack gang bag fuck fucking fucker fuckers bastard bastards asshole assholes arsehole arseholes wanker wankers bitch bitches pieces piece hell screw connard connards salope salopes enculé enculés faire bande hijo hijos gilipollas cabrón cabrones cabron cabrones panda kurwa banda stronzo stronzi vaffanculo filho hurensohn wichser ihr c u",
  ],
];
/** Beginnings of words, where the patterns take any ending. */
const BEGINNINGS: ReadonlyArray<readonly [reason: string, beginning: RegExp]> = [
  ["self-harm", /^(?:suicid|selbstmord|suizid|samobójst|viv)/],
  ["bereavement", /^(?:bereave|widow|verstorben|décéd|falleci|defunci|zmarł|pogrzeb|zgon|decedut)/],
  ["threat", /^(?:wohn|bring|viv|mieszka)/],
  ["abuse", /^(?:motherfuck|cunt|arschl|fick|spierdal|skurwysyn)/],
];
const FIRST_LETTERS = new Set("sbvwdfzpmac".split(""));

const REASONS_OF = new Map<string, string[]>();
for (const [reason, words] of WORDS)
  for (const word of words.split(" ")) REASONS_OF.set(word, [...(REASONS_OF.get(word) ?? []), reason]);

/** Which dangers the words leave possible. Scripts without spaces are always searched. */
export function dangersPossible(tokens: readonly Token[]): (reason: string) => boolean {
  const possible = new Set<string>();
  let isUnsure = false;
  for (const { kind, norm } of tokens) {
    if (kind !== "word") {
      if (kind === "unspaced") isUnsure = true;
      continue;
    }
    for (const reason of REASONS_OF.get(norm) ?? []) possible.add(reason);
    if (norm.length >= 4 && FIRST_LETTERS.has(norm.charAt(0)))
      for (const [reason, beginning] of BEGINNINGS) if (beginning.test(norm)) possible.add(reason);
    if (norm.charCodeAt(0) >= 0x370) isUnsure = true;
  }
  return (reason) => isUnsure || possible.has(reason);
}
