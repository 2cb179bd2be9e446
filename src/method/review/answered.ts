/**
 * Whether what the customer asked is answered in a draft: by a word in common, by the kind of answer (a day for "when", a sum
 * for "how much"), or by being put off openly. Cautious: what cannot be told counts as answered.
 */
import { isCareless } from "./careless.ts";
import { mayExplain } from "./causes.ts";
import type { Ask } from "./customer-side.ts";
import { denialIn } from "./denials.ts";
import type { Draft } from "./draft.ts";
import { isForAnybody } from "./for-anybody.ts";
import { isHollow } from "./hollow.ts";
import { isDone, onwardOf } from "./onward.ts";
import { pattern } from "./pattern.ts";
import { refusalsIn } from "./refusals.ts";
import { sells } from "./selling.ts";
import type { Sentence } from "./sentence.ts";
import { asksForStars } from "./survey.ts";

/** Words that answer each other without looking alike. */
const FAMILIES: readonly (readonly string[])[] = [
  ["refund", "vouch", "money", "half", "reimburs", "credit", "repay", "pay", "charg", "bill", "bank"],
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
    "pickup",
    "collect",
    "carri",
    "fetch",
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

/** Asked in anger or wonder; what they want is not said in reply to it. */
const SIGH = pattern(
  "what would(?:'ve| have) happened|what if (?:i|we|he|she|they) (?:had|hadn't|had not)|(?:what|where) did i do|fix it|is (?:this|that) (?:a |some )?(?:robot|bot|joke|person|person|human)|are you (?:serious|kidding|joking)|what am i|what else|what (?:are you going to|will you) do|flagged|with whom|in your opinion|i need (?:it|them|this|my|the|phone|a)|i guess|how (?:could|can) (?:this|it|you)|you know\\?|again\\?$",
);
const MAY_THEY = pattern(
  "(?:can|could|may|might|would|will) (?:i|we|you|one|somebody|someone)|(?:is|are|would|was) (?:\\w+ ){0,4}(?:possible|allowed|an option|refundable|ok|okay)|do (?:i|we) (?:get|have to|need)|(?:i|we)(?:'d| would)? (?:want|like|hope|wish|need)|please|may",
);
const YES_OR_NO =
  /(?:^|[,;:] )(?:yes|no|yep|nope|exactly|correct|right|that's (?:right|correct|it)|you(?:'re| are) right|it (?:is|does|will|can|isn't|doesn't|won't)|you (?:can|may|do|will|don't|can't|needn't)|they (?:do|are|will|don't|aren't|won't)|of course|sure|certainly|gladly|unfortunately|sadly|i'm afraid)\b/;

/** When, where, how much, why, who: what an answer has to hold. */
const WHEN = /\bwhen\b|\bhow (?:long|soon)\b|\bwhat (?:time|day|date)\b|\btill when\b|\bby when\b/;
const HOW_MUCH =
  /\bhow much\b|\b(?:price|cost|cheaper|go down)\b|\bwhat (?:does|is|are|would|will) .{0,30}(?:cost|price|fee)|\bis the price\b/;
/** "Send me your list of what you need": a reply that asks has answered. */
const TO_BE_ASKED = /\b(?:list|information|info|details|questions)\b.{0,40}\byou (?:need|want)\b/;
/** What they would do in our customer's place. */
const OPINION =
  /\bwhat (?:would|do|should|can) (?:you|i|we) (?:pick|choose|recommend|suggest|take|advise|do|get|say)\b|\bwhich (?:one )?would you\b/;
const GIVES_OPINION = pattern(
  "i(?:'d| would) (?:say|pick|take|go|choose|suggest|recommend|start|get|leave|keep|use)|(?:my|our) (?:pick|tip|favourite|favorite|advice|choice)|(?:i|we) (?:recommend|suggest)|go for",
);
const HOW_MANY = /\bhow many\b/;
const WHY = /\bwhy\b|\bhow come\b|\bwhat(?:'s| has| is)? (?:happened|went wrong|gone wrong)\b/;
const WHO = /\bwho\b|\bwhom\b/;
const WHERE = /\bwhere\b/;
const HOW =
  /\bhow\b|\bany way\b|\bwhat (?:should|do|can|shall|must) (?:i|we)\b|\bwhat now\b|\bwhat does .{1,20} mean\b|\bwhat is\b|\bwhat's\b/;
/** A vague "soon" answers no when, and an apology no where. */
const PLACE = pattern(
  "(?:at|in|on|to|from|near|behind|outside|inside|with) (?:the|your|our|a|my|his|her) \\w+|(?:is|was|lies|stands|hangs) (?:still )?(?:at|in|on|here|there|with)",
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
  const isStrict = isCareless(draft);
  const telling = isStrict ? draft.body.filter((sentence) => states(draft, sentence)) : draft.body;
  for (const sentence of telling) {
    for (const stem of sentence.stems) {
      said.add(stem);
      for (const family of familyOf.get(stem) ?? []) families.add(family);
    }
    putsOff ||= PUT_OFF.test(sentence.plain) && isHeldBySomebody(draft, sentence);
  }
  return customer.asks.map((ask) => ({
    ask,
    isAnswered:
      putsOff ||
      isForHelp(ask) ||
      SIGH.test(ask.plain) ||
      isNoAsk(ask) ||
      isAnswered(draft, ask, said, families, isStrict),
  }));
}

/** "Tell me whose leak it was": what they want to know stands behind it, so not any reply answers it. */
const WANTS_TO_KNOW =
  /(?<![\w'])(?:(?:want|like|need|wish) to know|(?:please |just |and )?(?:tell|let) (?:me|us)(?: know)?|i(?:'d| would)? (?:want|like|need) (?:the|your|a) (?:name|address|number|date|reason|copy)|(?:please )?(?:explain|confirm|advise))(?: \(?(?:what|why|how|when|where|who|whom|whose|which|whether|if|the|your|that|of|in)\b.{8,}| .{0,12}(?:name|address|date|number))/;
const isForHelp = (ask: Ask): boolean =>
  FOR_HELP.test(ask.plain) && !(WANTS_TO_KNOW.test(ask.plain) && ask.stems.size > 0);

/** A wish told in passing, a snap of three words, an either-or that ends in a curse. */
const isNoAsk = ({ plain, isQuestion }: Ask): boolean =>
  isQuestion
    ? plain.split(" ").length < 4 || /\bor what\b|\bnow\?$|\bmuch\?$|\bby who\?$|\bnobody\b|\bshall i\b/.test(plain)
    : !ASKS_FOR.test(plain) && !WANTS_TO_KNOW.test(plain);
const ASKS_FOR = pattern(
  "please|(?:can|could|would|will) (?:you|we|i|somebody|someone)|(?:want|need|like|ask|expect) (?:you|to (?:cancel|return|change|know|have|get|book|move|end|stop|order|exchange|swap|close)|(?:a|an|my|the) (?:refund|copy|invoice|answer|list|date|name|reply|replacement|confirmation|certificate|number))|(?:send|give|tell|show|let) me",
);

/** "I'll find out and write by Friday", not "somebody will get back to you". */
const isHeldBySomebody = (draft: Draft, sentence: Sentence): boolean =>
  /(?<![\w'])(?:i|i'm|i'll|i've)(?![\w'])/.test(sentence.plain) ||
  draft.figuresOf(sentence).some(({ kind }) => kind === "day" || kind === "time");

function isAnswered(
  draft: Draft,
  ask: Ask,
  said: ReadonlySet<string>,
  families: ReadonlySet<number>,
  isStrict: boolean,
): boolean {
  // Only what the ask is about: words that stand in no other ask tell it apart.
  const others = new Set(draft.customer?.asks.filter((other) => other !== ask).flatMap((other) => [...other.stems]));
  const telling = [...ask.stems].filter((stem) => !others.has(stem));
  const has = (kind: string) => draft.figures.some((figure) => figure.kind === kind);
  const isSaid = ({ stems }: Pick<Ask, "stems">) =>
    [...stems].some((stem) => said.has(stem) || (familyOf.get(stem) ?? []).some((family) => families.has(family)));
  const isTold = isSaid({ stems: new Set(telling) });
  if (TO_BE_ASKED.test(ask.plain) && draft.body.some(({ isQuestion }) => isQuestion)) return true;
  if (WHEN.test(ask.plain)) return has("day") || has("time") || (isTold && !isForAnybodySurely(draft));
  if (HOW_MUCH.test(ask.plain))
    return has("amount") || isTold || draft.body.some(({ plain }) => /\b(?:free|nothing|same)\b/.test(plain));
  if (HOW_MANY.test(ask.plain)) return /\d/.test(draft.plain) || isTold;
  if (WHY.test(ask.plain))
    return isTold || draft.doing("explain", "own").length > 0 || draft.body.some((one) => mayExplain(draft, one));
  if (isTold) return true;
  if (OPINION.test(ask.plain) && draft.body.some(({ plain }) => GIVES_OPINION.test(plain))) return true;
  // Who is careless with the rest does not answer between the lines.
  const isMet = () => draft.body.some((one) => isDone(one) || YES_OR_NO.test(one.plain));
  if (isStrict && telling.length > 1 && refusalsIn(draft).length === 0 && !isMet()) return false;
  if (WHO.test(ask.plain)) return draft.doing("escalate", "redress", "act").length > 0;
  if (WHERE.test(ask.plain)) return has("time") || has("day") || draft.body.some(({ plain }) => PLACE.test(plain));
  // The ways to say how are without number: only a reply that could go to anybody surely does not.
  if (refusalsIn(draft).length > 0 || draft.body.some((one) => denialIn(one) !== undefined || SENDS_ON.test(one.plain)))
    return true;
  // Where another of their asks is plainly met, what is done belongs to that one.
  const isForAnother =
    telling.length > 0 && (draft.customer?.asks ?? []).some((other) => other !== ask && isSaid(other));
  if (/\bwill\b/.test(ask.plain) && has("day")) return true;
  if (HOW.test(ask.plain) && (draft.doing("instruct").length > 0 || draft.body.some((one) => isFetched(draft, one))))
    return true;
  if (isForAnother) return false;
  if (HOW.test(ask.plain) || telling.length === 0) return ask.stems.size === 0 || !isForAnybodySurely(draft);
  if (MAY_THEY.test(ask.plain) && (draft.doing(...DEEDS).length > 0 || draft.body.some(isDone))) return true;
  // One word may be said in another; of two, one would come back.
  if (telling.length < 2 && draft.customer?.asks.length === 1 && !isForAnybodySurely(draft)) return true;
  return draft.body.some(({ plain }) => YES_OR_NO.test(plain));
}

/** It says something: no demand, no sale, nothing that goes on somewhere. */
const states = (draft: Draft, sentence: Sentence): boolean =>
  !sells(sentence) &&
  !asksForStars(draft, sentence) &&
  !isHollow(sentence) &&
  !draft.does(sentence, "ask") &&
  onwardOf(draft, sentence) !== "adrift";

/** Somebody comes for it on a day. */
const isFetched = (draft: Draft, sentence: Sentence): boolean =>
  FETCHES.test(sentence.plain) && draft.figuresOf(sentence).some(({ kind }) => kind === "day" || kind === "time");
const FETCHES = pattern("collects?|fetches|fetch|picks? (?:it|them|this) up|comes? (?:for|to|by|round)|courier");
/** "Write to the factory": whoever is sent on has been answered, badly. */
const SENDS_ON = pattern(
  "(?:please |just |kindly )?(?:write to|contact|approach|turn to|ask|ring|call) (?:them|the (?:maker|factory|manufacturer|courier|carrier|seller|producer|bank|insurer|brand))|(?:we|i) only (?:sell|rent|book|deliver)",
);
const DEEDS = ["act", "redress", "promise", "offer-option", "alternative"] as const;
const isForAnybodySurely = (draft: Draft): boolean => isForAnybody(draft) >= 0.6;
