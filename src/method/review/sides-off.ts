/** Where a reply takes the other side, colour or stuff than the thread: left for right, beech for oak. What may be a choice is left alone. */
import type { Contradiction } from "./contradiction.ts";
import type { Draft } from "./draft.ts";
import { cue, pattern } from "./pattern.ts";
import type { Sentence } from "./sentence.ts";
import type { ThreadSaid } from "./thread-said.ts";

const MOST_MATCHES = 12;

/** Things of which only one can be right. */
const ASPECTS: readonly string[] = [
  "red|blue|green|black|white|grey|gray|brown|yellow|orange|purple|pink|beige|turquoise|silver|golden|brass|navy",
  "left|right",
  "front|rear",
  "upper|lower",
  "small|medium|large",
  "morning|evening",
  "outward|return",
];
const ASPECT = cue(new RegExp(`\\b(?:your|the|his|her|its|their) (${ASPECTS.join("|")}) ([a-z]{3,16})\\b`, "g"));
const ONE_OF_SEVERAL = pattern("(?:i|we|you) can|could|offer|swap|available|stock|also|both|either|choose|or");

export function* sidesOff(draft: Draft, sentence: Sentence, said: ThreadSaid): Generator<Contradiction> {
  if (ONE_OF_SEVERAL.test(sentence.plain)) return;
  for (const { 0: whole, 1: aspect = "", 2: noun = "", index } of [...sentence.plain.matchAll(ASPECT)].slice(
    0,
    MOST_MATCHES,
  )) {
    const others = ASPECTS.find((all) => all.split("|").includes(aspect)) as string;
    const theirs = new RegExp(`\\b(${others}) ${noun.replace(/s$/, "")}`).exec(said.plain)?.[1];
    if (theirs === undefined || theirs === aspect || new RegExp(`\\b${aspect}\\b`).test(said.plain)) continue;
    if (!new RegExp(`\\b${theirs}\\b`).test(draft.plain))
      yield { start: sentence.start + index, end: sentence.start + index + whole.length, said: `${theirs} ${noun}` };
  }
}

/** What a thing is made of: one of a kind, named without a noun. */
const STUFFS: readonly string[] = [
  "oak|beech|pine|walnut|birch|maple|cherry|teak|mahogany|bamboo",
  "leather|suede|cotton|wool|linen|silk|velvet|cashmere|polyester",
  "marble|granite|slate|quartz|concrete",
  "brass|copper|chrome|aluminium|aluminum",
  "salmon|chicken|beef|lamb|pork|turkey",
];
const ANY_STUFF = STUFFS.map((all) => cue(new RegExp(`(?<![\\w-])(?:${all})(?![\\w-])`)));

export function* stuffOff(draft: Draft, sentence: Sentence, said: ThreadSaid): Generator<Contradiction> {
  if (ONE_OF_SEVERAL.test(sentence.plain)) return;
  for (const stuff of ANY_STUFF) {
    const here = stuff.exec(sentence.plain);
    if (here === null || said.plain.includes(here[0])) continue;
    const theirs = stuff.exec(said.plain)?.[0];
    if (theirs === undefined || draft.plain.includes(theirs)) continue;
    yield { start: sentence.start + here.index, end: sentence.start + here.index + here[0].length, said: theirs };
  }
}
