/**
 * Whether what the customer asked is answered in a draft: by a word in common, by the kind of answer (a day for "when", a sum
 * for "how much"), or by being put off openly. Cautious: what cannot be told counts as answered.
 */
import type { Ask } from "./customer-side.ts";
import type { Draft } from "./draft.ts";
import { pattern } from "./pattern.ts";

/** Words that answer each other without looking alike. */
const FAMILIES: readonly (readonly string[])[] = [
  ["refund", "money", "half", "reimburs", "credit", "repay", "pay", "charg", "bill", "bank"],
  ["cancel", "stop", "clos", "end", "terminat", "unsubscrib", "membership", "subscription"],
  [
    "deliver",
    "arriv",
    "ship",
    "courier",
    "parcel",
    "dispatch",
    "track",
    "packag",
    "driver",
    "leave",
    "depot",
    "arrival",
  ],
  ["fix", "repair", "engineer", "technician", "mend", "workshop"],
  ["replac", "exchang", "swap", "another"],
  ["password", "login", "access", "log", "sign", "code"],
  ["invoic", "receipt", "bill", "copy", "attach"],
  ["price", "cost", "enough", "euro", "dollar", "pound", "fee"],
  ["manager", "supervisor", "boss", "senior", "lead", "head"],
  ["delet", "remov", "eras"],
  ["address", "postcod", "street", "mov"],
  ["stock", "available", "availabl", "sell"],
  ["explain", "reason", "caus", "becaus"],
];
const familyOf = new Map<string, number[]>();
for (const [family, stems] of FAMILIES.entries())
  for (const stem of stems) familyOf.set(stem, [...(familyOf.get(stem) ?? []), family]);

const PUT_OFF = pattern(
  "(?:your |the )?(?:other|second|third|last|remaining|further) (?:question|point|request|part|two|one)s?|(?:look|looking|looked) into|find(?:ing)? out|(?:come|get|write|be|call|go) back to you|rest of (?:it|your)|everything else|all (?:of )?your questions|each (?:of your )?(?:question|point)|let me check|check(?:ing)? (?:with|this|that|it)|(?:ask|asking|asked) (?:my|our|the)|still (?:checking|waiting)",
);
/** Asks for a person's attention, not for a thing: any reply answers them. */
const FOR_HELP = pattern(
  "are you (?:a |an )?(?:bot|human|real|robot|machine|there|ai)|(?:can|could|would|will) (?:you|anyone|someone|somebody)(?: please)?(?: kindly)? (?:help|assist|advise|respond|reply|answer|look|sort|fix|explain|tell|let|check|get back|do something|confirm|resolve|solve|investigate)|please (?:help|advise|respond|reply|answer|sort|fix|look|get back|do|let|explain|resolve|check|tell|confirm|investigate|contact|call|write)|let me know|what (?:can|should|do) (?:i|you|we) do|any (?:idea|news|update|help)|i (?:expect|demand|want|need|would like|'d like) (?:an? |some )?(?:answer|reply|response|explanation|help|solution|to know|this|it|you|to speak|to be|someone|somebody|your)",
);

export interface AnsweredAsk {
  readonly ask: Ask;
  readonly isAnswered: boolean;
}

export function answersOf(draft: Draft): AnsweredAsk[] {
  const { customer } = draft;
  if (customer === undefined) return [];
  const said = new Set<string>();
  const families = new Set<number>();
  let putsOff = false;
  for (const sentence of draft.body) {
    for (const stem of sentence.stems) {
      said.add(stem);
      for (const family of familyOf.get(stem) ?? []) families.add(family);
    }
    putsOff ||= PUT_OFF.test(sentence.plain);
  }
  return customer.asks.map((ask) => ({
    ask,
    isAnswered: putsOff || FOR_HELP.test(ask.plain) || isAnswered(draft, ask, said, families),
  }));
}

function isAnswered(draft: Draft, ask: Ask, said: ReadonlySet<string>, families: ReadonlySet<number>): boolean {
  // Only what the ask is about: words that stand in no other ask tell it apart.
  const others = new Set(draft.customer?.asks.filter((other) => other !== ask).flatMap((other) => [...other.stems]));
  const telling = [...ask.stems].filter((stem) => !others.has(stem));
  if (telling.length === 0) return true;
  for (const stem of telling) {
    if (said.has(stem)) return true;
    for (const family of familyOf.get(stem) ?? []) if (families.has(family)) return true;
  }
  const has = (kind: string) => draft.figures.some((figure) => figure.kind === kind);
  if (/\bwhen\b|how (?:long|soon)|what (?:time|day|date)/.test(ask.plain)) return has("day") || has("time");
  if (/how much|what (?:does|is|are) .{0,30}(?:cost|price|fee)/.test(ask.plain)) return has("amount");
  if (/\bhow many\b/.test(ask.plain)) return /\d/.test(draft.plain);
  if (/\bwhy\b|how come|what happened|what went wrong/.test(ask.plain)) return draft.doing("explain", "own").length > 0;
  if (/\bwho\b/.test(ask.plain)) return draft.doing("escalate").length > 0;
  if (/\bhow (?:do|can|should|would) (?:i|we)\b/.test(ask.plain)) return draft.doing("instruct", "suggest").length > 0;
  return draft.body.some((sentence) => /^(?:yes|no)\b/.test(sentence.plain)) && draft.customer?.asks.length === 1;
}
