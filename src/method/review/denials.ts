/**
 * How a right is denied without a plain "we can't": no money under this heading, a voucher and nothing else, a part kept back, the
 * maker sent for, a repair before the refund. Whether the customer has the right is looked at elsewhere (rights-claimed.ts).
 */
import { pattern } from "./pattern.ts";
import type { Sentence } from "./sentence.ts";

const MONEY = "(?:money|cash|payouts?|refunds?|reimbursements?|compensation|repayments?|payments?)";
const BACK =
  "(?:returns?|refunds?|reimbursements?|compensation|repayments?|comebacks?|payouts?|exchanges?|withdrawals?|cancellations?)";
const NOTHING_BACK = pattern(
  `(?:there is|there's|there are|are|gives?|grants?|with|means?)? ?no ${BACK}(?: of| on| for| after| once|,|\\.|;| is| are| arises?| can| will|$)`,
  `neither (?:an? )?(?:${MONEY}|transfer|return|repair)\\b.{0,60}\\bnor`,
  `${MONEY}(?: [\\w']+){0,5} (?:is|are)(?:n't| not| never| only)(?: [\\w']+){0,2} (?:paid(?: out)?|foreseen|provided for|due|owed|given|intended|granted|possible|available|issued|made)`,
  "(?:is|are|was|were|be|gets?)(?:n't| not| never| no longer) (?:taken back|refunded|returnable|refundable|reimbursed|paid (?:out|back)|exchanged|covered|provided for|foreseen)|(?:can't|cannot|can not|won't|don't|do not|never) (?:\\w+ )?(?:take|accept|have) (?:it|them|that|these|those|the \\w+|any \\w+|\\w+) (?:back|returned)",
  "(?:deposits?|fares?|fees?|payments?|amounts?|price|sums?|money) (?:of [\\w ]{1,20} )?(?:remains?|stays?|is kept|are kept|belongs?) (?:with|to|by) (?:us|the|our)|(?:is|are|was|were) (?:forfeit(?:ed)?|lost|non-?refundable|non-?returnable)",
  "sold as (?:seen|is)|(?:every|each|all|any|the) (?:sales?|purchases?|bookings?|orders?)(?: of [\\w ]{1,20})? (?:is|are|was|were) final|no claims? (?:can|may|will|are)",
  "(?:is|are|was|be|now|therefore|thus|so) (?:\\w+ )?(?:out of|outside|past|beyond) (?:the |its |your |our )?(?:\\w+'?s? )?(?:cover|warranty|guarantee|return (?:window|period))|(?:past|beyond) the (?:producer|maker|manufacturer)'s (?:warranty|guarantee)",
  "(?:excluded|exempt) from (?:the )?(?:right of )?(?:return|refund|exchange|withdrawal|warranty)s?|(?:costs?|expenses|accommodation|hotel) (?:is|are) (?:borne|paid) by (?:the )?(?:traveller|passenger|customer|guest|buyer|you)|by which the contract is fulfilled|a wish and not a|not (?:a )?(?:binding|contract)",
  "once (?:a|an|the|it|they|you)\\b.{0,50}(?:we|i) (?:don't|do not|can't|cannot|won't|no longer) (?:take|refund|cancel|return|accept)",
);
const ONLY_CREDIT = pattern(
  "(?:travel |gift |shop |store )?(?:vouchers?|credit note|store credit|shop credit|gift card|tokens?)",
);
const OFFERS_CHOICE = pattern(
  "or (?:a |the |your |have )?(?:full |whole )?(?:money|refund|cash|amount|sum|price)|(?:refund|money|cash) or|if you(?:'d| would)? (?:rather|prefer)|as you (?:like|prefer|choose)|your choice|on top|as well|in addition|besides|extra|gesture|sorry|apolog\\w+",
);
const KEEPS_PART = pattern(
  "(?:less|minus|after deducting|after taking off|reduced by|except for|apart from) (?:our|a|an|the) (?:[\\w-]+ ){0,3}(?:share|fee|charge|deduction|percentage|costs?|part|margin)",
  "(?:a (?:quarter|third|fifth|tenth|part)|half|some|(?:[€£$] ?)?\\d[\\d.,]*(?: ?%| per cent| percent| ?€| euros?| pounds?)?)(?: of (?:it|that|the \\w+))? (?:stays?|remains?|is kept|is retained|is ours)(?: with us| by us| here)?",
  "(?:i|we)(?:'ll| will| have to| must|) (?:keep|retain|hold back|deduct|withhold|charge) (?:a|an|the|our|\\d+|[€£$]|half|part)(?: [\\w%€£$.,]+){0,5} (?:for|as|of|fee|charge|share)",
  "(?:cost|costs|price|bill) (?:of (?:the |a )?[\\w ]{1,24} )?(?:is|are|will be|gets) (?:shared|split)|(?:half|share) (?:is )?(?:you|yours|on you|on your side|to pay)|half you and half us|on your side",
  "if you (?:pay|cover|carry|bear) the (?:\\w+ )?(?:postage|repair|shipping|parts|labour|cost)s?(?: both ways)?",
);
const HOOPS = pattern(
  "(?:only|not|never|nothing)(?: [\\w']+){0,6} (?:if|when|once|after|until|unless) (?:a |the |our |an )?(?:\\w+ )?repair(?:s)?\\b.{0,40}(?:failed|tried|attempted|fail|unsuccessful)",
  "(?:we are|we're|i am|i'm) (?:only|just|merely) (?:the|a) (?:shop|seller|dealer|retailer|platform|middleman|agent|go-between)|(?:maker|manufacturer|producer|brand|supplier|[a-z]+) decides (?:on )?(?:this|that|it) (?:alone|itself)|(?:turn|write|apply|address yourself|go|talk) (?:directly )?to the (?:maker|manufacturer|producer|importer|supplier)",
);
export type Denial = "nothing" | "credit" | "part" | "hoops";

/** What this sentence denies, and how. */
export function denialIn(sentence: Sentence): Denial | undefined {
  if (sentence.isQuestion || DENIED_THING.test(sentence.plain)) return undefined;
  if (HOOPS.test(sentence.plain)) return "hoops";
  if (KEEPS_PART.test(sentence.plain) && !NO_FEE.test(sentence.plain)) return "part";
  if (NOTHING_BACK.test(sentence.plain) && !REASSURES.test(sentence.plain)) return "nothing";
  if (ONLY_CREDIT.test(sentence.plain) && !OFFERS_CHOICE.test(sentence.plain) && IS_GIVEN.test(sentence.plain))
    return "credit";
  return undefined;
}

const IS_GIVEN = pattern(
  "(?:provides?|foresees?|issues?|issued|offer(?:s|ed)?|receive|get|find|enclosed|attached|written out|sent|have|in your account|instead of|in place of|only|valid|good for)",
);
const DENIED_THING = pattern(
  "shipping (?:fee|cost|upgrade)|delivery (?:fee|cost)|postage for|express|gift wrap|return (?:label|address)|was wrong|(?:is|was) mistaken|should not have|told you wrongly|you were told|hotline's|do not accept that|chat (?:was|told)",
);
/** "No deduction is made", "we keep nothing". */
const NO_FEE = pattern("no|not|nothing|without|never|neither|whatever");
const REASSURES = pattern(
  "no (?:return|refund|exchange) (?:form|needed|necessary|label|fee)|not (?:only|just)|no (?:need|trouble|problem)|you are not|(?:is|are)n't (?:lost|your)|by (?:mistake|error)|engraved|made to (?:order|measure)|personali[sz]ed",
);
