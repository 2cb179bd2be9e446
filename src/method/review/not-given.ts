/**
 * Where words that seem to give something away are about another thing: a sum put to whoever decides, blame that is taken, what is
 * free for everybody, what was given long ago, an amount that is still to be found. commitments.ts asks before it counts anything.
 */
import { pattern } from "./pattern.ts";

const DECIDER =
  "(?:lead|leader|manager|supervisor|superior|colleagues?|boss|head|director|team|office|department|board|accounts|committee|chief|owner|principal|finance|insurers?|adjuster|management|carrier|bank|seller|partner|upstairs|workshop|maker)";
/** "I've put the other 27 to my lead", "your wish for 120 is with Ms Tan". */
const PUT_UP = pattern(
  `(?:put|puts|putting|pass|passed|passing|hand|handed|took|taken|taking|bring|brought|sent|forward(?:ed)?|submit(?:ted)?|refer(?:red)?|escalat(?:e|ed|ing)|recommend(?:ed)?|propos(?:e|ed|ing)|suggest(?:ed)?|request(?:ed|ing)?|appl(?:y|ied)|rais(?:e|ed|ing))\\b.{0,60}? (?:to|before|with|at|by) (?:(?:my|our|the|her|his|their) (?:[\\w'-]+ ){0,2}${DECIDER}|mrs?\\.? \\w+|ms\\.? \\w+|dr\\.? \\w+)`,
  `(?:is|are|lies?|sits?|waits?) (?:now )?(?:with|before|on the desk of) (?:(?:my|our|the) (?:[\\w'-]+ ){0,2}${DECIDER}|mrs?\\.? \\w+|ms\\.? \\w+)`,
  "(?:i've|i have|we've|we have|i|we) (?:also )?(?:recommended|proposed|suggested|requested|applied for|put in for|filed for|asked for)",
);
/** "That's on us": the fault, unless a bill is meant. */
const BLAME = pattern(
  "(?:that|this|it|this one|that one|delay|mistake|error|slip|mix-up|fault|failure|mess|wait|blame|responsibility|damage|confusion|misunderstanding|oversight|bug|outage)(?:'s| is| was| are|) (?:\\w+ly |all |purely |squarely |only )?(?:on|down to) (?:us|me)",
);
const OF_MONEY = pattern(
  "\\d.*|bill|invoice|costs?|fees?|charges?|repair|taxi|drinks?|dinner|breakfast|nights?|weeks?|months?|delivery|postage|shipping|price|rent|payment|paid|pay",
);
/** What costs nobody anything: to ask, to complain, to change, to cancel, to have put right what was sold. */
const FREE_FOR_ALL = pattern(
  "(?:office|arbitration|ombudsman|body|hotline|helpline|line|number|call|calls|advice|consultation|appeal|complaint|procedure|form|service|app|account|listing|relisting|cancel(?:ling|lation)?|chang(?:e|ing)|rebook(?:ing)?|mov(?:e|ing)|swap(?:ping)?|loan \\w+|lend(?:ing)?|repair(?:s|ed|ing)?|mend(?:ed|ing)?|fix(?:ed|ing)?|right|adjust\\w*|look|check(?:ed)?|inspect\\w*|guarantee|warranty|returns?|return label|label|collect(?:ed|ion)?|pick(?:ed)? up|claim|slot|update|sign up|registration|keep)\\b.{0,40}(?:free|no (?:extra )?(?:cost|charge)|nothing|without (?:charge|cost))",
  "(?:free|no (?:extra )?(?:cost|charge)|nothing|without (?:charge|cost)) (?:\\w+ ){0,4}(?:repair|label|return|call|advice|under (?:the|your|our) (?:guarantee|warranty)|for (?:everyone|everybody|all)|for as long as|as long as|while the|each (?:year|month)|every (?:year|month))",
);
/** Told of the past. */
const LONG_AGO = pattern(
  "(?:in (?:january|february|march|april|may|june|july|august|september|october|november|december|\\d{4})|last (?:month|year|time|spring|summer|autumn|winter)|back (?:in|then)|at the time|earlier this year|\\w+ (?:weeks|months|years) ago),? (?:i|we|you|they|the|it) (?:\\w+ )?(?:refunded|paid|sent|credited|gave|replaced|waived|got|received|took)",
  "(?:i|we) (?:refunded|paid|sent|credited|gave|replaced|waived) (?:[\\w'.,€£$]+ ){1,6}(?:in (?:january|february|march|april|may|june|july|august|september|october|november|december)|last (?:month|year|time)|back then|at the time|\\w+ (?:weeks|months|years) ago)",
);
const BY_ANOTHER = pattern(
  "not by us|(?:paid|carried|covered|borne|refunded|settled) by (?:the|your|his|her|their) (?:\\w+ )?(?:club|insurers?|insurance|landlord|owner|council|state|bank|maker|manufacturer|employer|airline|seller|organi[sz]er|school|other \\w+)",
);
const TO_BE_FOUND = pattern(
  "(?:settle|agree|discuss|work out|talk (?:about|through|over)|decide|calculate|look at|sort out|go through|find out|see) (?:on |about )?(?:the|a|your|any|how much) (?:\\w+ )?(?:credit|refund|compensation|discount|amount|sum|money)",
  "(?:wish|request|claim|application|demand) (?:for|over|of) ",
  "(?:pay|charged?|billed) (?:[\\w']+ ){0,3}(?:again|twice|a second time)",
);
/** A paper over a sum, not the sum. */
const PAPER =
  /(?<![\w'])(?:sent|passed|forwarded|shown|gave|given|handed|put|booked)\b.{0,40}\d (?:\w+ )?(?:invoice|bill|claim|receipt|request|case|quote|estimate|statement)(?!\w)/;
/** A bill that was wrong, and the right one in its place. */
const WRONG_BILL = pattern(
  "(?:cancel(?:l?ed|ling)?|withdr[ae]wn?|void(?:ed)?|scrap(?:ped)?|pulled|torn up|wiped|struck out|replac\\w+|correct\\w+|credited)\\b.{0,50} (?:bill|invoice|statement|charge)",
  "(?:bill|invoice|statement|charge)\\b.{0,40} (?:is|are|has been|was|gets) (?:\\w+ )?(?:cancelled|withdrawn|void|scrapped|torn up|wiped|replaced)",
);
const RIGHT_BILL = pattern(
  "(?:new|usual|correct(?:ed)?|right|fresh|amended|revised|proper|normal|another) (?:\\w+ )?(?:bill|invoice|statement|one|charge|reading)",
);
/** It comes to us. */
const TO_US = /(?<![\w'])(?:to|in|into|on|at|with) our (?:bank |own )?(?:account|bank|till)(?!\w)/;

/** @param clause plain. @param sentence plain, the clause in it. */
export function isNotGiven(clause: string, sentence: string): boolean {
  if (
    PUT_UP.test(clause) ||
    LONG_AGO.test(sentence) ||
    BY_ANOTHER.test(clause) ||
    TO_BE_FOUND.test(clause) ||
    TO_US.test(clause) ||
    PAPER.test(clause) ||
    (WRONG_BILL.test(clause) && RIGHT_BILL.test(sentence))
  )
    return true;
  if (BLAME.test(clause)) return !OF_MONEY.test(clause.replace(BLAME, " "));
  return !/\d/.test(clause) && FREE_FOR_ALL.test(clause);
}

/** "If the seam turns out to be our fault, …": a thing that is still to be found out. What they need only say is no condition. */
const FOUND_OUT =
  /^(?:and |but |so )?(?:if|should|once|provided(?: that)?|as soon as|in case|where) (?:(?:the|it|he|she|they|this|that|our|its|a|an) )(?:[\w']+ ){0,8}?(?:turns?|turned|shows?|finds?|found|proves?|confirms?|agrees?|says?|is|are|was|were|does|did|has|have|fails?|comes?|can't|cannot)(?!\w)/;
const NO_MATTER =
  /^(?:and |but |so )?(?:if|should) (?:it|that|this) (?:helps|suits|is (?:ok|okay|all right|fine)|works for you|must)/;

/** @param upTo plain, its sentence from the beginning to the end of the clause. Whether it is given only if something is found out. */
export const hangsOn = (upTo: string): boolean => FOUND_OUT.test(upTo) && !NO_MATTER.test(upTo);

const SMALL = "an? one two three four five six seven eight nine ten eleven twelve".split(" ");
const PIECES =
  /(?<![\w.,:€£$])(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|another) (?:(?:brand[ -])?new|fresh|spare|replacement|other|more|further)(?!\w)/;

/** How many pieces are sent anew: 1 unless the words say more. */
export function piecesIn(clause: string): number {
  const count = PIECES.exec(clause)?.[1] ?? "1";
  if (/^\d/.test(count)) return Number(count);
  return Math.max(1, SMALL.indexOf(count));
}
