/** Their name is missing, misspelt or said too often. */

import { plain } from "../pattern.ts";
import type { Pointed } from "../rule.ts";
import { rule } from "../rule.ts";

const NOBODY =
  /^((?:dear|hello|hi|hey|good (?:morning|afternoon|evening)),?)( (?:customer|valued customer|sir|madam|sir or madam|sir\/madam|user|client|there))?(?=\s*[,.!:]?\s*$)/i;
const ONCE_TOO_OFTEN = 3;

/** At most one letter put in, left out, changed, or two neighbours swapped. */
function isNearly(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1 || Math.min(one.length, other.length) < 3) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [restOne, restOther] = [one.slice(at), other.slice(at)];
  return (
    restOne.slice(1) === restOther.slice(1) ||
    restOne === restOther.slice(1) ||
    restOne.slice(1) === restOther ||
    (restOne[0] === restOther[1] && restOne[1] === restOther[0] && restOne.slice(2) === restOther.slice(2))
  );
}

/** A name spelt otherwise may be another person's, so only the greeting is read, and only a slip of one letter. */
export default rule({
  id: "name-amiss",
  catalogue: "S8",
  step: "acknowledge",
  principle: "connect.personal",
  level: "nudge",
  needs: ["name"],
  see: "Their name is missing, misspelt or said too often.",
  why: "A name said once and spelt right is a small respect; anything else is noticed.",
  do: "Greet them by name, once.",
  cites: ["name-studies"],
  examples: {
    flags: [
      { name: "Ana Okafor", reply: "[[Dear customer]],\n\nthe lamp is on its way and comes on Friday." },
      { name: "Ana Okafor", reply: "Hello [[Anna]],\n\nthe lamp is on its way and comes on Friday." },
      { name: "Ana Okafor", reply: "Hello Ana,\n\nI hear you, Ana. The lamp, [[Ana]], is on its way." },
      { name: "Ana Okafor", reply: "[[Hi there]],\n\nthe lamp is on its way and comes on Friday." },
    ],
    passes: [
      { name: "Ana Okafor", reply: "Hello Ana,\n\nthe lamp is on its way and comes on Friday." },
      { name: "Ana Okafor", reply: "Dear Ms Okafor,\n\nthe lamp is on its way and comes on Friday." },
      { name: "Ana Okafor", reply: "The lamp is on its way and comes on Friday, Ana." },
      { name: "Ana Okafor", reply: "Hello Ben,\n\nthe lamp is on its way and comes on Friday." },
      "Hello,\n\nthe lamp is on its way and comes on Friday.",
      { name: "Ana Okafor", reply: "Dear all,\n\nthe lamp is on its way and comes on Friday." },
    ],
  },
  *check(draft) {
    const name = draft.input.customer?.name?.trim() ?? "";
    const parts = name.split(/\s+/).filter((part) => /^\p{Lu}[\p{L}'’-]+$/u.test(part));
    const [first] = parts;
    if (first === undefined) return;
    const found: Pointed[] = [];
    const greeting = draft.sentences.find(({ part }) => part === "greeting");
    if (greeting !== undefined) {
      const written = draft.text.slice(greeting.start, greeting.end);
      const nobody = NOBODY.exec(written);
      if (nobody !== null && draft.input.channel !== "chat")
        found.push({
          start: greeting.start,
          end: greeting.start + nobody[0].length,
          see: "You know their name, and the greeting does not.",
          instead: `${nobody[1]} ${first}`,
        });
      for (const match of written.matchAll(/\p{Lu}[\p{L}'’-]+/gu)) {
        const right = parts.find((part) => isNearly(plain(match[0]), plain(part)));
        if (right === undefined || parts.some((part) => plain(part) === plain(match[0]))) continue;
        const start = greeting.start + match.index;
        found.push({ start, end: start + match[0].length, see: "Their name is spelt another way.", instead: right });
      }
    }
    const said = draft.sentences.flatMap((sentence) =>
      [...draft.text.slice(sentence.start, sentence.end).matchAll(/\p{Lu}[\p{L}'’-]+/gu)]
        .filter((match) => match[0] === first)
        .map((match) => sentence.start + match.index),
    );
    const third = said[ONCE_TOO_OFTEN - 1];
    if (third !== undefined && draft.words < 200)
      found.push({ start: third, end: third + first.length, see: "Their name comes a third time here." });
    yield* found.sort((a, b) => a.start - b.start);
  },
});
