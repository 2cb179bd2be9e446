/**
 * How far a reply is written for anybody: what of this customer's case stands in it, what it says that is new and definite, and
 * how many of the turns of phrase that ready-made texts are built of. The weights were fitted to `training/blind/first`; the score is
 * an opinion of the wording, and below its threshold nobody should hear of it.
 */
import type { Draft } from "./draft.ts";
import { keyOf } from "./figures.ts";
import { folded, knownName, nameWordsIn } from "./names.ts";
import { everyPattern, pattern } from "./pattern.ts";

export interface Particulars {
  /** Words of matter that the customer used too, their name left out. */
  readonly shared: number;
  /** Sums, days, times and numbers of theirs. */
  readonly sharedFigures: number;
  /** Days, times, sums and numbers that the reply brings. */
  readonly newFigures: number;
  /** Names inside sentences that are not the customer's. */
  readonly names: number;
  /** Sentences in which the writer says what they did, saw or will do. */
  readonly ownDeeds: number;
  /** Turns of phrase that ready-made texts are built of. */
  readonly turns: number;
}

const READY_MADE = everyPattern(
  // Thanks and greetings for whoever it is.
  "thank(?:s| you)(?: so much| very much| again)? for (?:your (?:\\w+ )?(?:message|enquiry|inquiry|e-?mail|mail|letter|request|feedback|patience|understanding|trust|interest|loyalty|report)|contacting|getting (?:in|back)|reaching|writing|bringing|reporting|raising|letting us know|the (?:feedback|message)|choosing|coming back|being|informing|taking the time)|(?:hi|hello|hey)(?: there)?!|dear (?:\\w+ )?(?:customer|guest|user|client|applicant|member|passenger|friend|sir|madam)|valued (?:customer|guest|member|client|partner)",
  // The matter by its general name.
  "(?:your|the|this|any|such) (?:request|case|matter|enquiry|inquiry|issue|problem|feedback|experience|concerns?|situation|satisfaction|query|submission|disturbance|incident)(?! of| with| on| that)",
  // Kindness without a thing.
  "any (?:inconvenience|trouble|confusion)|(?:we|i)(?: do| would like to| sincerely| deeply| truly)* (?:apologi[sz]e|regret)|apologies for|ask for your (?:understanding|patience)|(?:please )?(?:be patient|bear with)|bearing with|(?:we|i)(?: do| really| can| fully| completely| totally)* (?:appreciate|understand) (?:that|how|your|you)|look(?:ing)? forward to|take (?:this|it|such|all|every|\\w+) (?:\\w+ )?(?:very )?seriously|hesitate to|happy to help|(?:any|anything) (?:further|other|else)|doing (?:our|everything)|do (?:our|my) best|we(?:'re| are) here",
  // Rules, numbers and nobody.
  "terms(?: and conditions)?|polic(?:y|ies)|conditions|in accordance with|for security reasons|high(?:er)? (?:volume|number|demand|load)|busy (?:period|time|season)|in the order (?:in which|of|they)|chronological|(?:relevant|responsible|appropriate|competent|respective) (?:department|team|colleagues?|person|office)|our (?:team|website|site|faq|help|experts?|specialists?|technicians?|engineers?|staff|hotline|portal|form|app|support|customer service|customers|guests|users|patients|members)|working (?:days|hours)|business days|through (?:this|our|the) \\w+|contact form|help (?:centre|center|page)|article|as soon as|in due (?:course|time)|at this time|currently|{vague}",
  "(?:is|are|was|were|has been|have been|will be|'ll be|being|cannot be|can't be|must be|be) (?:\\w+ly )?(?:forwarded|escalated|processed|dealt|handled|received|registered|logged|opened|resolved|corrected|published|informed|reviewed|checked|looked|credited|cancelled|removed|excluded|refunded|required|credited automatically|considered|improved|initiated|discussed|reversed|offered|decided)",
);
const DEED = pattern(
  "i(?:'ve|'ll|'m| have| will| am| rang| sent| found| took| put| made| spoke| went| got| can see| see| called| looked| asked| saw| checked| read| wrote| know| think| did|(?= \\w{3,}ed)) ?(?! ?(?:\\w+ )?(?:sorry|afraid|sure you|understand|appreciate|happy to))\\w*",
);

const known = new WeakMap<Draft, Particulars>();

export function particularsOf(draft: Draft): Particulars {
  const before = known.get(draft);
  if (before !== undefined) return before;
  const { customer } = draft;
  const called = [...(knownName(draft)?.all ?? [])];
  const shared = new Set<string>();
  let names = 0;
  for (const sentence of draft.body) {
    for (const stem of sentence.stems)
      if (customer?.stems.has(stem) && !called.some((name) => name.startsWith(stem))) shared.add(stem);
    const written = draft.text.slice(sentence.start, sentence.end);
    for (const { 0: word, index } of nameWordsIn(written))
      if (index > 2 && !/[.!?:"“(]\s*$/.test(written.slice(0, index)) && !called.includes(folded(word))) names += 1;
  }
  const isTheirs = (key: string) => customer?.figureKeys.has(key) === true;
  const found: Particulars = {
    shared: shared.size,
    sharedFigures: draft.figures.filter((figure) => isTheirs(keyOf(figure))).length,
    newFigures: draft.figures.filter(
      (figure) =>
        !isTheirs(keyOf(figure)) &&
        (figure.kind !== "day" ||
          figure.weekday !== undefined ||
          figure.date !== undefined ||
          figure.inDays === 0 ||
          figure.inDays === 1),
    ).length,
    names,
    ownDeeds: draft.body.filter(({ plain }) => DEED.test(plain)).length,
    turns: [...draft.plain.matchAll(READY_MADE)].length,
  };
  known.set(draft, found);
  return found;
}

/** How sure one may be, 0..1, that the whole reply could go to anybody with such a matter. */
export function isForAnybody(draft: Draft): number {
  const { shared, sharedFigures, newFigures, names, ownDeeds, turns } = particularsOf(draft);
  const weight =
    2.29 * Math.log1p(turns) +
    Math.log1p(draft.words) -
    0.94 * Math.log1p(shared) -
    1.34 * Math.min(sharedFigures, 3) -
    0.4 * Math.min(newFigures, 4) -
    0.32 * Math.min(names, 4) -
    0.69 * Math.min(ownDeeds, 4) -
    5.22;
  return 1 / (1 + Math.exp(-weight));
}
