/**
 * What a reply asks for although the thread holds it: a paper that was sent along, a step that was done, a question that we asked
 * before and they answered, a when or a which that stands in their letter. Found by what is asked and what was told, not by lists
 * of products; in doubt it was not said.
 */
import { remembered } from "../../kit/index.ts";
import type { Draft } from "./draft.ts";
import { pattern } from "./pattern.ts";
import type { ThreadMessage } from "./review-input.ts";
import { ownWords, type Sentence } from "./sentence.ts";

const SENT_ALONG = pattern(
  "attached|enclosed|here(?:'s| is| are)|(?:i|we)(?:'ve| have)? (?:already |also |just )?(?:sent|uploaded|attached|enclosed|mailed|posted|provided|included|given)|see (?:the )?(?:photo|picture|attachment)|(?<=^)sent",
);
const WANTS_SENT = pattern(
  "(?:please |kindly |to |you(?:'ll)? (?:need|have) to )(?:also )?(?:send|provide|upload|attach|forward|submit|enclose|supply|e-?mail)|(?:can|could|would) you (?:please |also )?(?:send|provide|upload|attach|forward)|(?:we|i)(?:'ll)? (?:need|require)|send (?:us|me)",
);
/** Done by them: "restarted the router four times", "swapped the cable", "done the reset". */
const TRIED = pattern(
  "(?:i|we)(?:'ve| have|'d| had)? (?:already |also |just |even |now |then )?(?:re-?\\w+ed|tried|done|did|swapped|reset|checked|changed|turned|switched|cleaned|cleared|unplugged|plugged|pressed|deleted|installed|updated|tightened|lowered|charged|replaced|moved|opened|closed|held|put|taken|took|\\w{3,}ed)",
  "(?:i|we) did",
);
/** Tells of a trouble, not of a remedy. */
const NOT_A_STEP =
  /\b(?:ordered|bought|received|paid|waited|called|phoned|wrote|emailed|asked|needed|wanted|booked|returned|noticed|missed|lost|expected|planned|happened|started|stopped|charged me|worked)\b/;
const SAID_WHEN =
  /\bsince (?:\w+day|yesterday|this|last|the|\d|about|january|february|march|april|may|june|july|august|september|october|november|december)|\bfor (?:\d+|two|three|four|five|six|a few|several|over) (?:hours|days|weeks|months)|\b(?:yesterday|this morning|last (?:night|week|month|\w+day))\b|\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b/;
const ASKS_WHEN = /\b(?:since when|how long has|when did (?:it|this|the \w+|that) |from when)\b/;
const ASKS_MANY = /\bhow many (?:\w+ ){0,2}(?:are|is|of|have|were|devices|items|pieces|units|people)\b/;
const SAID_MANY =
  /\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:\w+ ){0,2}(?:out )?of (?:the |our |them |\d+)|\b\d+ [a-z]{4,}s\b/;
const WHICH = /\b(?:which|what) (?:kind of |type of |sort of |model of )?([a-z]{3,16})\b/g;
const COLOURS =
  /\b(?:red|blue|green|black|white|grey|gray|brown|yellow|orange|purple|pink|beige|silver|gold|brass|navy)\b/;
const ADDRESS = /(?<!e-?mail |mail |web |ip |new |the new )\baddress\b(?! (?:is|was|on|in|has))/;
const SAID_ADDRESS =
  /\b(?:i'm|i am|we're|we are|live|lives|located|address is|delivered to|deliver to|send it to) (?:at |in )?(?:[\w.'-]+ ){0,3}\d+|\b\d+[a-z]? (?:[\w'-]+ ){1,2}(?:street|road|lane|avenue|drive|close|court|place|st|rd|ave)\b|\b\w{3,}(?:stra(?:ss|ß)e|str\.?|gasse|weg|platz|allee|straat|gatan|vej) \d+/;
const ASKS_NOT = new Set(
  "one ones of way time day date kind type sort else happened exactly can could should would do is are was were the you your error message help other option solution works suits".split(
    " ",
  ),
);
/** Asked again for safety. */
const FOR_SAFETY = pattern(
  "verif\\w+|security|identity|confirm (?:that )?(?:it|this) is you|data protection|which (?:one )?of|both",
);
const MOST_TEXT = 8_000;
const ALIKE = 0.6;

const sentencesOf = remembered((text: string): readonly Sentence[] => ownWords(text.slice(0, MOST_TEXT)).sentences);

interface Told {
  readonly told: string;
  readonly along: ReadonlySet<string>;
  readonly tried: ReadonlySet<string>;
}

const known = new WeakMap<object, Told>();

function toldIn(thread: readonly ThreadMessage[]): Told {
  const before = known.get(thread);
  if (before !== undefined) return before;
  const theirs = thread.filter(({ from }) => from === "customer").flatMap(({ text }) => [...sentencesOf(text)]);
  const now = {
    told: theirs.map((sentence) => sentence.plain).join(" "),
    along: stemsOf(theirs.filter((sentence) => SENT_ALONG.test(sentence.plain))),
    tried: stemsOf(
      theirs.filter(
        (sentence) => TRIED.test(sentence.plain) && !NOT_A_STEP.test(sentence.plain) && !sentence.isQuestion,
      ),
    ),
  };
  known.set(thread, now);
  return now;
}

/** Sentences of the reply that ask for what was said. */
export function* asksAgain(draft: Draft): Generator<Sentence> {
  const { customer, input } = draft;
  if (customer === undefined) return;
  const { told, along, tried } = toldIn(input.thread);
  const asked = askedBefore(draft);
  for (const sentence of draft.body) {
    if (FOR_SAFETY.test(sentence.plain)) continue;
    const stems = [...sentence.stems].filter((stem) => stem.length > 2);
    const isOrder =
      /^(?:please )?(?:\d[.)] )?(?:press|use|try|check|open|unplug|reset|restart|turn|switch|hold|clean|clear|lower|lay|install|re\w+|delete|remove|change|replace|pull|put|take|tighten|close|lock|log)\b/.test(
        sentence.plain,
      );
    const isAsking = sentence.isQuestion || WANTS_SENT.test(sentence.plain);
    if (WANTS_SENT.test(sentence.plain) && stems.some((stem) => along.has(stem) && !isShared(stem))) yield sentence;
    else if ((isOrder || draft.does(sentence, "instruct")) && stems.filter((stem) => tried.has(stem)).length >= 2)
      yield sentence;
    else if (isAsking && asked.some((one) => alike(one, stems) >= ALIKE)) yield sentence;
    else if (isAsking && ADDRESS.test(sentence.plain) && SAID_ADDRESS.test(told)) yield sentence;
    else if (sentence.isQuestion && isTold(sentence.plain, told)) yield sentence;
  }
}

/** Too common in such letters to tell one paper from another. */
const isShared = (stem: string): boolean =>
  /^(?:mail|messag|day|tim|nam|monda|tuesda|wednesda|thursda|frida|saturda|sunda)$/.test(stem);

function isTold(question: string, told: string): boolean {
  if (ASKS_WHEN.test(question) && SAID_WHEN.test(told)) return true;
  if (ASKS_MANY.test(question) && SAID_MANY.test(told)) return true;
  for (const [, noun = ""] of question.matchAll(WHICH)) {
    if (ASKS_NOT.has(noun)) continue;
    if (/^colou?rs?$/.test(noun) && COLOURS.test(told)) return true;
    if (noun.length < 3 || /^colou?r/.test(noun)) continue;
    if (new RegExp(`\\b${noun}s? ?(?:[(“"'#]|(?:no\\.? ?|number |nr\\.? ?)?#?\\d)|["”'] ?${noun}\\b`).test(told))
      return true;
  }
  return false;
}

/** What we asked in our last letters, where the customer has written since. */
function askedBefore({ input }: Draft): string[][] {
  const last = input.thread.findLastIndex(({ from }) => from === "customer");
  return input.thread
    .slice(0, Math.max(0, last))
    .filter(({ from }) => from === "agent")
    .flatMap(({ text }) => [...sentencesOf(text)])
    .filter((sentence) => sentence.isQuestion || WANTS_SENT.test(sentence.plain))
    .map(({ stems }) => [...stems])
    .filter((stems) => stems.length >= 2);
}

function alike(one: readonly string[], other: readonly string[]): number {
  const both = other.filter((stem) => one.includes(stem)).length;
  return both < 2 && one.length > 2 ? 0 : both / Math.min(one.length, Math.max(2, other.length));
}

function stemsOf(sentences: readonly Sentence[]): Set<string> {
  const all = new Set<string>();
  for (const { stems } of sentences) for (const stem of stems) if (!/^\d/.test(stem)) all.add(stem);
  return all;
}
