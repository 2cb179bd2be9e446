/** Their name is missing, misspelt or said too often. */

import type { Draft } from "../draft.ts";
import { callsThem, folded, type KnownName, knownName, nameWordsIn } from "../names.ts";
import { plain } from "../pattern.ts";
import { type Pointed, rule } from "../rule.ts";

/** The words that greet, and whom: at the beginning of the reply, on a line of its own or not. */
const OPENING =
  /^\s*((?:dear|hello|hi|hey|good (?:morning|afternoon|evening|day)|greetings|(?=madam\b|sir\b))(?! all\b))(,?(?: |(?=[,.!:\n]|$)))([^,.!:;?\n]{0,50})(?=[,.!:;\n]|$)/i;
const TITLES = /^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Herr|Frau|Sir|Madam|Madame)\b\.?\s*)+/i;
const ANYBODY =
  /^(?:our )?(?:(?:valued|esteemed|dear) )?(?:customer|guest|user|client|member|applicant|passenger|patient|friend|subscriber|traveller|reader|parent|tenant|buyer|neighbour|sir|madam|sir or madam|sir\/madam|there)s?$/i;
/** Written to many at once. */
const TO_ALL = /\bto all\b|\ball customers\b|\bservice status\b|\bdear all\b|\bhello (?:all|everyone|everybody)\b/;
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

/** Whose name it is can be told by how they sign; a name that stands in the thread may be another person's and is left alone. */
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
      { name: "Ana Okafor", reply: "[[Dear guest]], the lamp is on its way and comes on Friday." },
      { name: "Ana Okafor", reply: "[[]]The lamp is on its way to you and comes on Friday." },
      { name: "Ana Okafor", reply: "Hello,\n\n[[]]the lamp is on its way and comes on Friday." },
      { name: "Ana Okafor", reply: "Hello [[Ben]],\n\nthe lamp is on its way and comes on Friday." },
      {
        name: "Ana Okafor",
        customer: "The lamp has no shade.\nA. Okafor",
        reply: "Hi [[Ana]], the shade is on its way and comes on Friday.",
      },
      {
        name: "Mrs Okafor",
        customer: "The lamp has no shade.\nAna Okafor",
        reply: "Dear [[Ana]],\n\nthe shade is on its way and comes on Friday.",
      },
      {
        name: "Ana",
        customer: "The lamp has no shade.\nAna Okafor",
        reply: "Dear Ms [[Okafer]],\n\nthe shade is on its way and comes on Friday.",
      },
    ],
    passes: [
      {
        customer: "any news on the bike?",
        name: "Ivana Petrak",
        reply: "hey ivana, the bike is ready since noon, come by whenever it suits you.",
      },
      { name: "Ana Okafor", reply: "Hello Ana,\n\nthe lamp is on its way and comes on Friday." },
      { name: "Ana Okafor", reply: "Dear Ms Okafor,\n\nthe lamp is on its way and comes on Friday." },
      { name: "Ana Okafor", reply: "The lamp is on its way and comes on Friday, Ana." },
      {
        name: "Ana Okafor",
        customer: "The lamp of my son Ben has no shade.",
        reply: "Hello Ben,\n\nthe lamp is on its way and comes on Friday.",
      },
      {
        name: "Ana",
        customer: "The lamp has no shade.\nAna Okafor",
        reply: "Dear Ms Okafor,\n\nthe shade is on its way and comes on Friday.",
      },
      { name: "Zoë Müller", reply: "Hi Zoe,\n\nthe lamp is on its way and comes on Friday." },
      { name: "Jürgen Groß", reply: "Dear Juergen,\n\nthe lamp is on its way and comes on Friday." },
      { name: "Ana Okafor", channel: "chat", reply: "The lamp is on its way and comes on Friday." },
      { name: "Ana Okafor", reply: "To all customers in Ashby: the power is back since noon today." },
      "Hello,\n\nthe lamp is on its way and comes on Friday.",
      { name: "Ana Okafor", reply: "Dear all,\n\nthe lamp is on its way and comes on Friday." },
    ],
  },
  *check(draft) {
    const name = knownName(draft);
    if (name === undefined || TO_ALL.test(draft.plain)) return;
    const found = [...greetingOff(draft, name), ...saidTooOften(draft, name)];
    yield* found.sort((a, b) => a.start - b.start);
  },
});

function greetingOff(draft: Draft, name: KnownName): Pointed[] {
  const opening = OPENING.exec(draft.text);
  const [whole = "", greets = "", gap = "", called = ""] = opening ?? [];
  const from = (opening?.index ?? 0) + whole.length - called.length;
  const titles = TITLES.exec(called)?.[0] ?? "";
  const words = nameWordsIn(called.slice(titles.length)).map(({ 0: word, index }) => ({
    word,
    start: from + titles.length + index,
    end: from + titles.length + index + word.length,
  }));
  for (const { word, start, end } of words) {
    const right = [...name.all].find((part) => isNearly(plain(folded(word)), part));
    if (right === undefined || name.all.has(folded(word))) continue;
    const instead = name.parts.find((part) => folded(part) === right);
    return [{ start, end, see: "Their name is spelt another way.", ...(instead === undefined ? {} : { instead }) }];
  }
  const own = draft.sentences.map(({ start, end }) => draft.text.slice(start, end)).join("\n");
  if (callsThem(name, own) || callsThem(name, called)) return tooFamiliar(draft, name, titles, words);
  if (draft.input.channel === "chat" || isCalledSmall(draft, name)) return [];
  if (opening !== null && ANYBODY.test(`${called.trim() === "" ? greets : called.trim()}`)) {
    const start = draft.text.search(/\S/);
    const instead = greets === "" ? undefined : `${greets}${gap.trimEnd()} ${name.parts[0]}`;
    const see = "You know their name, and the greeting does not.";
    return [{ start, end: from + called.trimEnd().length, see, ...(instead === undefined ? {} : { instead }) }];
  }
  const [other] = words;
  if (other !== undefined && draft.input.thread.some(({ text }) => text.includes(other.word))) return [];
  if (other !== undefined) return [{ start: other.start, end: other.end, see: "You know them by another name." }];
  const start = draft.body[0]?.start ?? 0;
  return [{ start, end: start, see: "You know their name, and it stands nowhere here." }];
}

/** "hey zoltan": no capitals, and yet a name. */
const isCalledSmall = (draft: Draft, { all }: KnownName): boolean =>
  draft.sentences.some(({ plain }) => (plain.match(/[\p{L}'-]{3,}/gu) ?? []).some((word) => all.has(folded(word))));

/** Only the first name for somebody who gives their surname, unless that was how we wrote before. */
function tooFamiliar(draft: Draft, name: KnownName, titles: string, words: readonly (Pointed & { word: string })[]) {
  const [first] = words;
  if (!name.isFormal || titles !== "" || first === undefined || words.length > 1) return [];
  const surname = name.parts.at(-1) as string;
  if (folded(first.word) === folded(surname) && name.parts.length > 0) return [];
  if (draft.customer?.earlierReplies.some((reply) => reply.includes(first.word))) return [];
  const { start, end } = first;
  return [{ start, end, see: "They sign with their surname, and this greets them by the first name." }];
}

function saidTooOften(draft: Draft, { parts: [first = ""] }: KnownName): Pointed[] {
  const said = draft.sentences.flatMap((sentence) =>
    nameWordsIn(draft.text.slice(sentence.start, sentence.end))
      .filter((match) => match[0] === first)
      .map((match) => sentence.start + match.index),
  );
  const third = said[ONCE_TOO_OFTEN - 1];
  return third === undefined || draft.words >= 200
    ? []
    : [{ start: third, end: third + first.length, see: "Their name comes a third time here." }];
}
