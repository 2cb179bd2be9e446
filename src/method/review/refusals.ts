/**
 * Where a reply says no, outright or between the lines: what is not given, what a rule forbids, what "stays as it is". Wider than
 * the move, which labels a sentence; rules that ask how a no is said start here. Not finding or not knowing is no refusal.
 */
import type { Span } from "../../kit/index.ts";
import type { Draft } from "./draft.ts";
import { pattern } from "./pattern.ts";
import type { Sentence } from "./sentence.ts";

export interface Refusal extends Span {
  readonly sentence: Sentence;
  /** The words of the no and what it is about, without the "but" behind it; plain. */
  readonly what: string;
}

const BY_THE_WAY =
  "(?: (?:unfortunately|also|really|simply|just|therefore|still|now|ever|yet|at present|at this time|however|in this case|\\w+ly))*";
const GIVE =
  "(?:offer|refund|replace|accept|approve|give|grant|make (?:an? |any )?(?:exceptions?|changes?|reductions?)|change|cancel|send|ship|extend|issue|waive|provide|do (?:that|this|it|so|more|anything|much)|allow|permit|reopen|return|exchange|credit|honou?r|reimburse|compensate|cover|support|deliver|go (?:back|beyond|higher|lower)|reverse|remove|lift|drop|lower|reduce|recall|restore|reconsider|pay|postpone|move|take (?:[\\w']+ ){0,3}back|take (?:any |the )?(?:responsibility|liability|blame)|help (?:you )?(?:with|here|further|any)|share|disclose|repair|process|fulfill?|meet|book|sell|match|unlock|release|discuss|respond to|deal with|hold|reserve|add|let you|be held)";
/** What we cannot do because we cannot, not because we will not. */
const TO_KNOW =
  "(?:find|see|locate|reproduce|reach|read|open|trace|confirm|verify|identify|get (?:through|hold)|tell (?:you )?(?:yet|from|why|when|how|whether)|say|(?:give|name|tell) (?:you )?(?:a|an|the|any) (?:date|time|day|hour|exact)|make out|connect|log)";
const GIVEN =
  "(?!found|reached|seen|read\\b|located|identified|traced|verified|scanned|recogni[sz]ed|loaded|connected|delivered|guaranteed|ruled|expected|blamed|undone|opened|sure|reproduced|determined|explained)(?:[a-z]+ed|made|given|taken|sent|paid|put|done|sold|met|cut|shown|withdrawn)";
const RULE =
  "(?:polic(?:y|ies)|terms|conditions|rules|regulations|contract|warranty|guarantee|tariff|insurance|licence|system|statutes|agreement|procedure)";
const PERIOD = "(?:exchange|return|refund|cancellation|withdrawal|warranty|guarantee|complaints?|claims?|appeals?)";

const OUTRIGHT = pattern(
  `(?:i|we|they|the \\w+)(?:'m| am|'re| are)?(?: afraid)?(?:,? (?:that )?(?:i|we))?${BY_THE_WAY} (?:can't|cannot|can not|could not|couldn't|won't|will not|don't|do not|no longer|never)${BY_THE_WAY} ${GIVE}(?! (?:you )?(?:a|an|the|any) (?:date|time|day|hour))`,
  `(?:i|we|they)(?:'m| am|'re| are)${BY_THE_WAY} (?:unable|not able|not prepared|not willing|not allowed|not permitted|not qualified|not in a position) to (?!${TO_KNOW})\\w+|(?:i|we|they) (?:won't|will not|would not|wouldn't)${BY_THE_WAY} be able to (?!${TO_KNOW})\\w+|(?:i|we) may not (?:tell|share|disclose|discuss|give|put|send|go into)|(?:i|we) (?:won't|will not) be (?:sending|doing|making|paying|offering|taking|giving|changing)`,
  "(?:is|are) not (?:admitted|returned|refunded|reimbursed|discussed|paid|exchanged|transferred|replaced|granted|issued|being (?:processed|accepted))|(?:refunds?|returns?|exchanges?) (?:is|are) (?:\\w+ )?excluded|(?:claim|request|application) (?:denied|declined|rejected|refused)",
  `(?:is|are|was|were|it's|that's|this is|be|being|'re)${BY_THE_WAY}(?: not|n't| no longer| never)${BY_THE_WAY} (?:possible|available|eligible|entitled|allowed|permitted|covered|refundable|returnable|provided for|foreseen|intended|included|supported|offered|accepted|an option|negotiable|something (?:that )?(?:we|i) (?:can|could|offer|do|cover|provide|give|sell|pay)|able to be|owed)`,
  `(?:can't|cannot|can not|won't|will not)(?: \\w+)? be (?:\\w+ly )?${GIVEN}`,
  "(?:request|claim|application|appeal|refund|return|complaint)(?: [\\w']+){0,3} (?:has been|was|is|were|had to be|remains|stays) (?:declined|refused|rejected|denied|turned down|unsuccessful|not (?:approved|accepted|granted))",
  `(?:have|had|need) to (?:decline|refuse|say no|turn (?:this|that|it) down|reject|disappoint you)|(?:must|i|we)${BY_THE_WAY} (?:decline|refuse|reject) (?:your|the|this|to|any)|decided (?:against|not to)|(?:are|is) (?:declined|rejected|refused) (?:if|when|unless)`,
  "(?:is|are) (?:non-?refundable|non-?returnable|excluded from|exempt from)|no (?:refunds?|returns?|exchanges?|exceptions?|reductions?|compensation)(?= (?:are|is|can|will|on|for|after|once|possible|given|made)|[.,;!]|$)",
  "(?:nothing|little) (?:more |else |further )?(?:that )?(?:i|we) (?:can|could) do|nothing (?:more|else|further) can be done|(?:can't|cannot|can not|unable to)(?: therefore)? do anything|(?:nothing|not (?:really )?(?:anything|something)) that (?:would|could|can) be",
  "(?:accept|take|assume|bear|have) no (?:liability|responsibility)|(?:not|\\w+n't) (?:responsible|liable) for|there(?:'s| is| are)? no (?:possibility|way|option|provision|right|entitlement|basis|scope) (?:to|for|of|in)|(?:i|we) have no (?:possibility|way|option|means|room) (?:to|for|of)",
  `${RULE},?(?: [\\w',]+){0,6}? (?:does not|doesn't|do not|don't|would not|wouldn't|will not|won't)(?: \\w+)? (?:allow|permit|cover|provide for|include|foresee|extend|apply|let)`,
);
/** Not one word of no, and yet it is one. */
const IMPLIED = pattern(
  "(?:the|your) (?:\\w+ )?(?:fees?|charges?|prices?|fine|costs?|decision|bill|invoice|deduction|entry|amount)s? (?:stays?|stands?|remains?|has to be paid|is due|are due)(?= ?[.,;!]|$| as)|you (?:booked|ordered|signed|broke|bought) (?:it|this|that),? (?:so )?you (?:pay|keep|live|have to)|take it or leave it|end of (?:story|discussion|the matter)(?= ?[.!]|$)|(?<=^)end of(?= ?\\.|$)|there it is|not (?:open to|up for) (?:discussion|negotiation|debate)|(?:is|are|was|am) not negotiable|not negotiable|(?:isn't|is not|aren't|are not) (?:a|any) (?:reason|ground|grounds|cause|case) (?:for|to)|(?:can't|cannot|can not) expect (?:anyone|anybody|us|me|somebody|someone|a)",
  "bans? (?:is|are) final|(?:staff|we|i) (?:can't|cannot|won't) discuss|(?:decision|outcome|verdict|assessment|ruling|casting|result)s?(?: [\\w']+){0,7} (?:is|are|remains?|stays?|stands|will (?:stay|remain|stand))(?: the)?(?: \\w+)? (?:final|unchanged|as it is|as before|same|way it is|appropriate one|firm|upheld|binding)|(?:decision|outcome|verdict|ruling|fine|fee|charge)(?: of (?:the|our) \\w+)? (?:stands|is final)|(?:stays?|remains?) (?:declined|rejected|refused|no\\b)|(?:deductions?|charges?|fees?|decisions?) stand\\b",
  "can only be (?!reached|seen|read|found|opened|a\\b)(?:[a-z]+ed|made|taken|given|sent)|(?:is|are) only (?:possible|accepted|allowed|granted|given|refunded|returnable|refundable)",
  `${PERIOD} (?:period|window|time|deadline) (?:is|was|of|for|ended|expired|lasts|has (?:\\w+ )?(?:passed|ended|expired))`,
  "(?:window|deadline|period|guarantee|warranty) (?:for [\\w ]{1,30} )?(?:has|had) (?:\\w+ )?(?:passed|ended|expired|closed|run out)|(?:received|arrived|sent|came|submitted) (?:\\w+ )?(?:too late|after the (?:deadline|end))|(?:returns?|refunds?|exchanges?|cancellations?) only (?:within|with|if|before)|(?:i|we) (?:can |will )?only (?:refund|return|exchange|talk to|speak to|accept|pay|reimburse|cancel)",
  "no longer (?:offered|available|possible|supported|sold|accepted|valid)|outside (?:of )?(?:our|the|your) (?:\\w+ )?(?:policy|warranty|period|terms|(?:return|refund|cancellation) window|window (?:for|of))",
  "(?:not|\\w+n't) enough (?:places|seats|room|spaces|funds|tickets)|(?:all|no) (?:places|seats|slots|rooms|tickets|spaces) (?:are |were |have been )?(?:taken|gone|full|booked|left|free)|fully booked|too short (?:a )?notice|too late (?:to|for) (?!worry)",
);
/** It only sounds like one: taken back, told of others, about what cannot be known or done by anybody. */
const NO_REFUSAL = pattern(
  "(?:can't|cannot) (?:\\w+ )?(?:take|undo|make) (?:it |that |this )?(?:back|good|undone)(?= ?[.,;!]|$)|(?:won't|will not|don't have to|shouldn't) be (?:called|insulted|threatened|shouted|spoken to|sworn|abused)|can only be \\w+ed once|if not,|[:;]-?\\)|(?:normally|usually|strictly speaking),? (?:i|we|it) (?:couldn't|could not|wouldn't|can't|cannot)|not possible that (?:you|it)|outside the window(?! (?:for|of|to))|has been (?:approved|accepted|granted|processed|honoured)|is (?:approved|accepted|granted)|(?:won't|will not|don't|do not|never) (?:give|help|fix|change|make|cover|provide|meet|do this|send you|let you) (?:up|you have to|it all|again|this happen|wait|down)|(?:don't|do not) (?:make|do) (?:you|that mistake|this mistake)|can't (?:thank|wait|imagine|tell you|know|undo|change what|promise)|will not (?:make you|do this again|give up)|you(?:'re| are) (?:not )?outside|(?:you were|i was|we) (?:told|wrong)|that was wrong|should (?:have|never|not)|nothing more will|no longer (?:receive|get|charged)|(?:won't|will not) (?:be charged|charge|cost|happen|affect|lose)|do not need|don't need|isn't (?:your|you)|(?:unable to|not able to|can't|cannot) (?:give|name|tell) (?:you )?(?:a|an|the|any) (?:\\w+ )?(?:date|time|day|hour)|not (?:your|the customer's) (?:fault|mistake|doing)",
);
/** What stands in such a clause has not happened. */
const SUPPOSED =
  /\b(?:if|unless|until|whether|in case|should (?:it|the|this|they|you)|once|when|while|so that|where|what)\b/;

const known = new WeakMap<Draft, readonly Refusal[]>();

export function refusalsIn(draft: Draft): readonly Refusal[] {
  const before = known.get(draft);
  if (before !== undefined) return before;
  const found = draft.body.flatMap((sentence): Refusal[] => {
    if (sentence.isQuestion || NO_REFUSAL.test(sentence.plain)) return [];
    const said = OUTRIGHT.exec(sentence.plain) ?? IMPLIED.exec(sentence.plain);
    if (said === null) return draft.does(sentence, "refuse") ? [place(sentence, 0, 0)] : [];
    const before = sentence.plain.slice(0, said.index);
    const clause = /[^,;:]*$/.exec(before)?.[0] ?? "";
    return SUPPOSED.test(clause) ? [] : [place(sentence, said.index - clause.length, said.index)];
  });
  known.set(draft, found);
  return found;
}

/** @param from where its clause begins. @param said where the no stands. */
function place(sentence: Sentence, from: number, said: number): Refusal {
  const end = /[;:]|,? (?:but|however|though) /.exec(sentence.plain.slice(said))?.index;
  const what = sentence.plain.slice(from, end === undefined ? undefined : said + end);
  return { sentence, start: sentence.start, end: sentence.end, what };
}
