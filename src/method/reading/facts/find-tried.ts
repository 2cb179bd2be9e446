/**
 * Steps the customer has already tried, so that nobody asks for them again. The clause is the fact; its value is the kind of
 * step, or the words where it is none of the known. English; elsewhere only the word for "tried" is known.
 */
import type { Span } from "../../../kit/index.ts";
import type { Token } from "../scan-words.ts";
import type { Word } from "../word.ts";
import type { Fact, FactScene } from "./fact.ts";
import { WAKES } from "./wakes.ts";

const STEPS: ReadonlyArray<readonly [value: string, verbs: string]> = [
  ["restart", "restarted rebooted restarting rebooting"],
  ["reset", "reset resetted resetting"],
  ["reinstall", "reinstalled re-installed uninstalled reinstalling"],
  ["update", "updated upgraded updating"],
  ["replace", "swapped replaced swapping replacing"],
  ["unplug", "unplugged replugged unplugging disconnected reconnected"],
  ["log-in-again", "relogged"],
  ["clear-cache", "cleared clearing"],
  ["check", "checked checking looked"],
  ["press", "pressed pressing clicked clicking"],
  ["clean", "cleaned cleaning"],
  ["charge", "recharged"],
  ["pair-again", "re-paired repaired paired"],
  ["contact", "called phoned rang emailed messaged contacted"],
];
const VALUE_OF: ReadonlyMap<string, string> = new Map(
  STEPS.flatMap(([value, verbs]) => verbs.split(" ").map((verb) => [verb, value] as const)),
);
const TRYING = new Set(
  "tried trying attempted versucht probiert essayé probé intenté intentado próbowałam próbowałem".split(" "),
);
/** Without one of these nothing was tried. */
export const TRIED_WORDS: readonly string[] = [...VALUE_OF.keys(), ...TRYING, "turned", "switched", "logged", "signed"];
/** A verb alone is a step only when the writer did it: "I restarted", "already updated", "have reset". */
const DOER = new Set("i i've we we've have also already even then and just twice".split(" "));
const CONTACTING = new Set([...VALUE_OF.keys()].filter((verb) => VALUE_OF.get(verb) === "contact"));
/** To look or call is a step only where it is told as one of several. */
const SOFT = new Set(["check", "press", "contact"]);

export function findTried(scene: FactScene, clauses: readonly Span[], first: number, last: number, into: Fact[]): void {
  const { text, tokens } = scene.segmentation;
  let at = first;
  for (const clause of clauses) {
    let said: string | undefined;
    for (; at < last && (tokens[at] as Token).start < clause.end; at += 1) {
      const token = tokens[at] as Token;
      if (said !== undefined || token.kind !== "word") continue;
      if (((scene.words[at] as Word).wakes & WAKES.tried) !== 0) said = stepAt(tokens, at, first);
    }
    if (said === undefined) continue;
    const words = text.slice(clause.start, clause.end);
    const start = clause.start;
    const end = clause.start + words.trimEnd().replace(/[.,;:!?]+$/, "").length;
    if (end > start)
      into.push({
        kind: "tried",
        start,
        end,
        text: text.slice(start, end),
        value: said === "other" ? text.slice(start, end).toLowerCase().replace(/\s+/g, " ") : said,
      });
  }
}

function stepAt(tokens: readonly Token[], at: number, first: number): string | undefined {
  const { norm } = tokens[at] as Token;
  const word = (index: number) => (index >= first ? (tokens[index]?.norm ?? "") : "");
  if (TRYING.has(norm)) {
    // "I tried to be patient", "I keep trying to reach you" are no steps.
    if (/^(?:my|our)$/.test(word(at + 1)) && word(at + 2) === "best") return undefined;
    if (word(at + 1) === "to" && /^(?:be|reach|contact|call|explain|stay|understand)$/.test(word(at + 2)))
      return undefined;
    for (let next = at + 1; next < Math.min(at + 6, tokens.length); next += 1) {
      const value = VALUE_OF.get(word(next)) ?? PLAIN.get(word(next));
      if (value !== undefined) return value;
    }
    return "other";
  }
  if (
    (norm === "turned" || norm === "switched") &&
    (word(at + 2) === "off" || word(at + 1) === "off" || word(at + 3) === "off")
  )
    return "restart";
  if ((norm === "logged" || norm === "signed") && word(at + 1) === "out") return "log-in-again";
  const value = VALUE_OF.get(norm);
  if (value === undefined || CONTACTING.has(norm) || SOFT.has(value)) return undefined;
  const before = word(at - 1);
  if (
    before === "be" ||
    before === "been" ||
    before === "get" ||
    before === "was" ||
    before === "is" ||
    before === "it"
  )
    return undefined;
  return DOER.has(before) || DOER.has(word(at - 2)) ? value : undefined;
}

const PLAIN: ReadonlyMap<string, string> = new Map([
  ["restart", "restart"],
  ["reboot", "restart"],
  ["reset", "reset"],
  ["reinstall", "reinstall"],
  ["update", "update"],
  ["another", "replace"],
  ["different", "replace"],
  ["cache", "clear-cache"],
  ["unplug", "unplug"],
]);
