/**
 * Words without which a pattern of automatic-mail.ts cannot match, so that an ordinary message is not searched for danger at
 * length. One line for each pattern, in its order; wider than the patterns on purpose, never narrower: a test holds the two
 * together. A word that ends in * stands for every word that begins so.
 */

/** Of each reason for silence, the words of each of its patterns. A pattern without any is in a script whose every word makes all possible. */
export const DANGER_WORDS: ReadonlyArray<readonly [reason: string, patterns: readonly string[]]> = [
  [
    "self-harm",
    [
      "suicid* myself self life end ending ended take taking finish finishing wrist wrists veins throat noose",
      "live living alive exist wake here around reason point sense dead die born without go problem nobody afterwards afterward christmas morning birthday goodbye goodbyes letter letters note notes",
      "pills tablets meds paracetamol painkillers medication insulin overdos* bridge roof balcony window train trains track tracks rails lorry lorries truck bus cliff traffic river building sea lake tree wall pillar ledge windowsill rope gun knife knives razor blade garage water car platform canal insurance",
      "selbstmord* suizid* umbringen leben sinn suicid* vie jours vivre vida viv* samobójst* odebrać żyć togliermi viver",
      "",
    ],
  ],
  [
    "bereavement",
    [
      "passed late funeral bereave* deceased death passing estate executor widow*",
      "died",
      "dog cat horse pony rabbit hamster parrot pet puppy kitten tomcat",
      "lost",
      "verstorben* gestorben beerdigung trauerfall todesfall sterbeurkunde gegangen décéd* décès quitté quittés obsèques enterrement falleci* muerto defunci* entierro zmarł* odszedł odeszła pogrzeb* zgon* morto morta decedut* mancato mancata faleceu falecimento overleden begrafenis",
      "",
    ],
  ],
  [
    "threat",
    [
      "kill shoot stab murder strangle hurt burn beat punch hit run blow bomb break smash kick bash torch set",
      "know drive drives petrol teeth somebody someone one find coming come knife gun axe bat hammer crowbar bomb die dead pay watch sleep leave thoughts",
      "wohn* bring* tuer frapper sais matar dónde zabiję wiem",
    ],
  ],
  [
    "abuse",
    [
      "fuck* motherfuck* cunt* c bastard bastards asshole assholes arsehole arseholes wanker wankers bitch bitches piece pieces hell screw",
      "idiot idiots moron morons imbecile imbeciles clown clowns crook crooks scum cretin cretins loser losers liar liars thieves incompetent incompetents muppet muppets parasite parasites",
      "arschl* hurensohn fick* wichser idioten versager betrüger penner connard connards salope salopes enculé enculés faire bande hijo hijos gilipollas cabrón cabrones cabron panda kurwa spierdal* skurwysyn* banda stronzo stronzi vaffanculo filho",
    ],
  ],
];

const BITS = new Map<string, number>();
const BEGINNINGS: (readonly [beginning: string, bit: number])[] = [];
const SHORTEST_BEGINNING = 3;
let next = 0;
for (const [, patterns] of DANGER_WORDS)
  for (const words of patterns) {
    const bit = 1 << next;
    next += 1;
    for (const word of words.split(" "))
      if (word.endsWith("*")) BEGINNINGS.push([word.slice(0, -1), bit]);
      else BITS.set(word, (BITS.get(word) ?? 0) | bit);
  }
const ALL = (1 << next) - 1;

/** Bits of the patterns that this word makes possible; the first pattern of the first reason is 1. */
export function dangersIn(norm: string, kind: "word" | "unspaced"): number {
  // In other scripts nothing is known of words.
  if (kind === "unspaced" || norm.charCodeAt(0) >= 0x370) return ALL;
  let bits = BITS.get(norm) ?? 0;
  if (norm.length >= SHORTEST_BEGINNING)
    for (const [beginning, bit] of BEGINNINGS) if (norm.startsWith(beginning)) bits |= bit;
  return bits;
}

/** The same of a whole text. */
export function dangersOf(words: readonly { readonly dangers: number }[]): number {
  let bits = 0;
  for (const { dangers } of words) bits |= dangers;
  return bits;
}
