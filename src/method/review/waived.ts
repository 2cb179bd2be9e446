/**
 * What a reply gives away by not taking money: "July is our treat", "you leave without paying", "whatever he charges comes out of
 * our pocket", "forget the bill". Said from the customer's side, so no verb of giving need be there. commitments.ts adds the sums.
 */
import type { Draft } from "./draft.ts";
import { pattern } from "./pattern.ts";
import type { CommitmentKind } from "./review-input.ts";

const BILL =
  "(?:bill|invoice|fee|fees|charge|charges|rent|balance|debt|payment|fine|instalment|amount|sum|costs?|money|excess|deposit)";
const US = "(?:us|me|the house|our (?:side|account|tab|bill|dime))";

/** The customer pays nothing for it. */
const PAYS_NOTHING = pattern(
  "(?:need not|needn't|(?:don't|do not|won't|will not) (?:need|have) to|not to|never have to|shan't|won't|will not) (?:pay|be (?:paying|charged|billed|invoiced|debited)|owe)(?: us| me)?(?: for)?(?: anything| a (?:cent|penny|thing)| it| that| this| the| any| until| till| again)?",
  "(?:pays?|paying|owes?|costs? you|charged?) (?:us )?(?:nothing|not a (?:cent|penny))|(?:leave|go|stay|travel|come|eat|receive|get|have|keep|use)(?: \\w+){0,5} without (?:payment|paying|charge|being charged|cost)",
  `forget (?:about )?(?:paying|(?:the|that|this|your) (?:whole |entire |full |\\w+ )?${BILL})|(?:the|your|that|this) (?:whole |entire |\\w+ )?${BILL} (?:is|are|has been|have been|was|were|goes|will be) (?:gone|torn up|written off|forgotten|wiped(?: out)?|scrapped|struck(?: out)?|void|cleared|history|no more|cancelled|on us)`,
  "(?:nothing|none|no part|not a (?:cent|penny|pound|euro)) (?:(?:of|on|from) (?:the|your|it|that|this)|(?:will|is|gets|more will))(?: [\\w.,€£$]+){0,4}? ?(?:taken|charged|debited|due|billed|owed|collected|bill|account|card|invoice)",
  "(?:your )?(?:card|account) (?:stays|remains|is left|will be left|won't be|will not be|isn't|is not) (?:untouched|alone|touched|charged|debited)",
  `(?:is|are|it's|that's|as|be|all) (?:our|my) (?:treat|guests?|gift)|sleep (?:here )?as our guests?|(?:is|are|it's|that's|be|goes|go|all|back|year|next one|drinks) (?:all )?on ${US}(?! (?:card|fault|side of|the))`,
  "(?:made|make|making|be|is|are|stays?|stay|go|goes|yours|comes?|come|have|get|run|runs) (?:\\w+ ){0,3}?(?:free|for free|free of charge|at no (?:extra )?(?:cost|charge)|at nil charge|without charge|gratis)(?! (?:to (?:ask|call|write|ring|reply|choose|contact)|return label|label|delivery|shipping|slot|seat|place|time|hand))",
  "\\d+ (?:\\w+,? ){0,6}(?:free of charge|at no (?:extra )?(?:cost|charge)|without charge|for nothing)",
  "consider (?:it|that|this|the (?:[\\w']+ ){1,3}|your (?:[\\w']+ ){1,3})(?:as )?(?:never paid|waived|settled|paid|gone|cancelled|refunded|covered|written off|taken care of|forgotten)",
  "(?:comes?|coming|go(?:es)?|paid|is|are|be|will be|done|reprinted|remade|repaired|redone|cleaned|replaced) (?:\\w+ )?(?:out of|from|at|on) (?:our|my) (?:own )?(?:pocket|pockets|cost|expense|account|tab|budget|till)(?! price)|at our (?:own )?(?:cost|expense)(?! price)",
  `(?:i|we)(?:'ll| will|'ve| have|'m| am|'re| are|)(?: just| simply| also)? (?:tear(?:ing)? up|torn up|wip(?:e|ed|ing)|writ(?:e|ten|ing) off|scrap(?:ped|ping)?|strik(?:e|ing)|struck|let(?:ting)? you off|forg(?:et|ive|iven|iving)|cancel(?:led)?|drop(?:ped)?|swallow(?:ed)?|absorb(?:ed)?|shoulder(?:ed|ing)?|not take) (?:the|your|that|this|it)(?: \\w+){0,2} ?${BILL}?`,
  `(?:you|your \\w+)(?:'ll| will|) (?:pay|owe) no (?:more )?${BILL}|(?:i|we)(?:'ve| have)? cancelled (?:invoice|bill|order) [\\w-]+(?: (?:over|of|for))?`,
  "yours for (?:nothing|free|keeps)|(?:my|our) treat|(?:i|we)(?:'ll| will|)? gift (?:you|it)|mak(?:e|ing) you whole|see you right for|on the (?:club|hotel|firm|company|team|school|studio|kitchen|chef|shop)|with our compliments|compliments of|my shout|(?:i|we)(?:'ll| will|) (?:eat|carry|foot|stand|stomach|settle|see to|take care of) (?:it|that|the|this|your|all|every) ?(?:whole |entire |\\w+ )?(?:bill|cost|costs|loss|damage|difference|invoice|fee|fare|rent)?",
  `(?:don't|do not|needn't|never|no need to)(?: you| even| ever)? (?:worry|think|bother|fret) (?:about|with) (?:paying|(?:the|that|this|your) (?:\\w+ )?${BILL})|(?:the|your|that) (?:\\w+ )?${BILL} (?:is|has been|have been|are|was) (?:taken care of|sorted|dealt with|seen to|ours|waived|settled)(?: by us)?`,
);
/** A sum is put where the customer has it. */
const PUT_BACK = pattern(
  "(?:i|we)(?:'ll| will|'ve| have|'m| am|'re| are|)(?: just| also| now)? (?:put|putting|plac(?:e|ed|ing)|load(?:ed|ing)?|drop(?:ped|ping)?|shift(?:ed|ing)?|mov(?:e|ed|ing)) (?:the |your |all |it )?(?:[\\w.,€£$]+ ){0,5}?(?:back$|back[,;]|back (?:on|in|to|into)|(?:on|to|onto|in|into) your (?:card|account|wallet|bank|paynow|momo))",
  "(?:[€£$] ?\\d[\\d.,]*|\\d[\\d.,]*(?: (?:kr|kronor|eur|euros?|pounds?|dollars?|pesos?|usd|gbp))?|whole (?:sum|amount)|full (?:sum|amount|price)|money|everything|all of it) (?:will be|is|lands|should be|shows up|appears|turns up|'ll be) (?:back )?(?:in|on) your (?:account|card|bank|wallet|statement)",
  "(?:the )?(?:accounts office|bank|colleagues|team|system|cashier|finance) (?:sends?|pays?|returns?) (?:it|the|all|your)(?: \\w+){0,3} (?:to|on|into|back)",
);
const LESS = pattern(
  "(?:i|we)(?:'ll| will|'ve| have|'m| am|'re| are|)(?: also| just)? (?:hold|keep|set|charge|bill|invoice|make|put|leave)(?: [\\w']+){0,5} (?:less|cheaper|lower|below)",
);
/** Rules that do not hold for this one customer. */
const LETS_PASS = pattern(
  "(?:even though|although|despite|no matter that) (?:[\\w']+ ){1,8}?(?:over|past|late|closed|full|passed|expired|ended|up|out|gone|rules?|policy|deadline)|(?:i|we)(?:'ll| will|'ve| have|) (?:take|took|accept|accepted|let|allow|allowed|squeeze|squeezed|slot|slip|slipped|wave|waved) (?:it|you|this|them|that)(?: \\w+){0,4} (?:anyway|all the same|regardless|nevertheless|nonetheless|through|ahead of)|(?:no|without (?:a|the|any)) (?:deposit|form|certificate|proof|receipt|notice|fee) (?:is )?(?:needed|required|necessary)|skip the (?:form|deposit|fee|queue|check|proof|notice)|(?:just|only) (?:for|between) (?:you|us)|this (?:one )?time only|special case|bend(?:ing)? the rules?",
  "as (?:long|late|loud|much|many|often) as you (?:like|want|please|wish)|(?:oh |ach )?go on,? then|(?:i'll|we'll|i will|we will) (?:square it|turn a blind eye|bend the rules?|look the other way|pretend|overlook)|never mind the (?:rules?|small print|deadline|contract|terms|policy)|(?:i|we)(?:'ll| will|'ve)? (?:let|letting) (?:it|that|this|you) (?:slide|slip|pass|through)|(?:rule|deadline|limit|policy|small print|contract) (?:doesn't|does not|won't|needn't) (?:matter|count|apply|bother)(?: \\w+)?",
);
const GOODS = pattern(
  "(?:pieces|copies|units|boxes|supply|reprint(?:ed)?|remade|redone|remake|replac\\w+|new (?:one|set|pair|box))",
);
/** Only if, only asked, only told of: nothing is given. */
const NOT_YET = pattern(
  "if(?! (?:it must|need|any|at all))|whether|unless|would|could|might|until (?:that|this|it|then)|ask(?:ed|ing)?|approv\\w+|permission|once|as soon as|normally|usually|not (?:free|on us)|never free|isn't free|is not free|nobody|you asked|you want(?:ed)?|you mention(?:ed)?|your wish|can't|cannot|not able|unable|refus\\w+|hotline|helpline|toll-free|(?:call|ring|line|advice|number) is free|feel free|free (?:slot|time|place|seat|return|label|from)",
);

/** No sum can be as much as this: "however long it takes", "whatever he charges". */
export const isBoundless = (clause: string): boolean =>
  /(?<![\w'])(?:however (?:long|much|many)|whatever (?:it|he|she|they|the \w+|that) (?:costs?|charges?|asks?|takes?|comes? to)|no matter (?:how (?:much|long|many)|what))(?!\w)/.test(
    clause,
  );
/** Little things beside the bill: that they are free says nothing of the bill. */
export const isLittle = (clause: string): boolean =>
  /(?<![\w'])(?:drinks?|coffees?|teas?|breakfasts?|lunch|dinner|desserts?|deliver(?:y|ies)|shipping|postage|labels?|returns?|parking|taxi|cocoa|lemonade|snacks?|gift wrap|courier|visit|check|call|carriers?|labour|removal|collection)(?!\w)/.test(
    clause,
  );

export type Waived = { readonly kind: CommitmentKind; readonly end: number };

/** @param clause plain. @param lead what stands before it in its sentence. What it gives by taking nothing, and where the words for it end. */
export function waivedIn(clause: string, lead: string): Waived | undefined {
  if (!MAY_WAIVE.test(clause)) return undefined;
  const nothing = PAYS_NOTHING.exec(clause);
  const back = nothing === null ? PUT_BACK.exec(clause) : null;
  const less = nothing === null && back === null ? LESS.exec(clause) : null;
  const passes = nothing ?? back ?? less ?? LETS_PASS.exec(clause);
  if (passes === null) return undefined;
  const end = passes.index + passes[0].length;
  // What stands in front is what it hangs on; "whatever it costs" is no condition.
  if (/(?<![\w'])(?:whether|until (?:that|this|it|then)|unless|if)(?!\w)/.test(lead)) return undefined;
  if (NOT_YET.test(clause.slice(0, end)) || /(?<![\w'])(?:if|once|provided)(?!\w)/.test(clause.slice(end)))
    return undefined;
  if (POSTPONED.test(clause)) return undefined;
  if (back !== null) return { kind: "refund", end };
  if (less !== null) return { kind: "discount", end };
  if (nothing === null) return { kind: "exception", end };
  return { kind: SPAN_OF_TIME.test(clause) ? "free-period" : GOODS.test(clause) ? "replacement" : "refund", end };
}

/** "Forget about the rent until next month": the worry is taken away, not the debt. */
const POSTPONED = pattern(
  "(?:forget|worry|think|bother|fret)(?: about| with| of| over)? (?:the|your|that|this|any) (?:[\\w']+ ){1,5}(?:until|till|for now|for the moment|for the time being|before|in the meantime|while|this (?:week|month)|today|tonight|yet)",
);

const MAY_WAIVE =
  /pay|paid|owe|cost|charg|bill|free|treat|guest|forget|gone|nothing|none|cent|penny|card|account|pocket|whole|tab|house|on (?:us|me)|consider|expense|gratis|off|back|less|cheaper|lower|as you|go on|square|blind|bend|rule|never mind|slide|slip|pass|print|tear|torn|wip|scrap|str[iu]|forgiv|swallow|absorb|shoulder|drop|cancel/;

const MONTHS = "january february march april may june july august september october november december".split(" ");
const MONTH = `(${MONTHS.join("|")})`;
const SPAN_OF_TIME = new RegExp(
  `\\b(?:until|till|through|up to|to) (?:the )?(?:end of )?(?:${MONTH.slice(1, -1)}|the (?:year|month|summer|winter)|christmas|new year|next \\w+|\\d)|\\b(?:next|this|coming|whole|first|\\d+|two|three|six|twelve) (?:\\w+ )?(?:months?|years?|quarter)\\b|\\b${MONTH} (?:is|'s|are|stays?|remains?)`,
);

/** Months from the writing until the time that is named; undefined where none is. */
export function monthsUntil({ input: { at } }: Draft, clause: string): string | undefined {
  const [, named] =
    new RegExp(
      `\\b(?:until|till|through|to|up to) (?:the )?(?:end of |beginning of )?(?:the )?(${MONTHS.join("|")}|year|christmas|new year)`,
    ).exec(clause) ?? [];
  if (named !== undefined && at !== undefined) {
    const now = new Date(at);
    if (Number.isNaN(now.getTime())) return undefined;
    const until = /year|christmas/.test(named) ? 11 : MONTHS.indexOf(named);
    const months = (until - now.getUTCMonth() + 12) % 12;
    return String(months === 0 ? 1 : months);
  }
  // "June and July are free": as many as are named.
  const listed = new RegExp(`\\b((?:${MONTH}(?:,| and|, and) )*)${MONTH} (?:are|stay|remain)\\b`).exec(clause)?.[0];
  if (listed !== undefined) return String(listed.split(/[ ,]+/).filter((word) => MONTHS.includes(word)).length);
  if (new RegExp(`\\b${MONTH} (?:is|'s)`).test(clause) || /\b(?:this|next|coming) (?:\w+ )?month\b/.test(clause))
    return "1";
  return /\b(?:this|next|whole) year\b/.test(clause) ? "12" : undefined;
}

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const IN_WORDS =
  /(?<![\w-])(?:(a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty) (hundred|thousand|grand)(?:,? (?:and )?([a-z]+)(?:[ -]([a-z]+))?)?|(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-([a-z]+))? (?=euros?|pounds?|dollars?|quid|less|off|back|kr\b|bucks))(?!\w)/;

/** "six hundred and eighty" is 680. Only what is surely a sum: from a hundred on, or with a currency behind it. */
export function sumInWords(clause: string): string | undefined {
  const found = IN_WORDS.exec(clause);
  if (found === null) return undefined;
  const [, many = "", scale, one = "", two = "", tens, unit = ""] = found;
  const small = (word: string) => Math.max(0, UNITS.indexOf(word));
  const ten = (word: string) => Math.max(0, TENS.indexOf(word)) * 10;
  if (tens !== undefined) return String(ten(tens) + small(unit));
  const rest = ten(one) + (ten(one) > 0 ? small(two) : small(one));
  return String((many === "a" ? 1 : small(many) + ten(many)) * (scale === "hundred" ? 100 : 1000) + rest);
}
