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
  `(?:there is|there's|there are|are|gives?|grants?|with|means?)? ?no ${BACK}(?: of| on| for| after| once| shall| may| must|,|\\.|;| is| are| arises?| can| will|$)`,
  `neither (?:an? )?(?:${MONEY}|transfer|return|repair)\\b.{0,60}\\bnor`,
  `${MONEY}(?: [\\w']+){0,5} (?:is|are)(?:n't| not| never| only)(?: [\\w']+){0,2} (?:paid(?: out)?|foreseen|provided for|due|owed|given|intended|granted|possible|available|issued|made)`,
  "(?:is|are|was|were|be|gets?)(?:n't| not| never| no longer) (?:taken back|refunded|returnable|refundable|reimbursed|paid (?:out|back)|exchanged|provided for|foreseen)|(?:fault|damage|loss|repair|claim|it|this|that|item|order|purchase|product|case|cost|breakage|battery)s? (?:is|are|was|were|be|gets?)(?:n't| not| never| no longer) covered|(?:can't|cannot|can not|won't|don't|do not|never) (?:\\w+ )?(?:take|accept|have) (?:it|them|that|these|those|the \\w+|any \\w+|\\w+) (?:back|returned)",
  "(?:deposits?|fares?|fees?|payments?|amounts?|price|sums?|money) (?:of [\\w ]{1,20} )?(?:remains?|stays?|is kept|are kept|belongs?) (?:with|to|by) (?:us|the|our)|(?:is|are|was|were) (?:forfeit(?:ed)?|lost|non-?refundable|non-?returnable)",
  "sold as (?:seen|is)|(?:every|each|all|any|the) (?:sales?|purchases?|bookings?|orders?)(?: of [\\w ]{1,20})? (?:is|are|was|were) final|no claims? (?:can|may|will|are)",
  "(?:is|are|was|be|now|therefore|thus|so) (?:\\w+ )?(?:out of|outside|past|beyond) (?:the |its |your |our )?(?:\\w+'?s? )?(?:cover|warranty|guarantee|return (?:window|period))|(?:past|beyond) the (?:producer|maker|manufacturer)'s (?:warranty|guarantee)",
  "(?:excluded|exempt) from (?:the )?(?:right of )?(?:return|refund|exchange|withdrawal|warranty)s?|(?:costs?|expenses|accommodation|hotel) (?:is|are) (?:borne|paid) by (?:the )?(?:traveller|passenger|customer|guest|buyer|you)|by which the contract is fulfilled|a wish and not a|not (?:a )?(?:binding|contract)",
  "once (?:a|an|the|it|they|you)\\b.{0,50}(?:we|i) (?:don't|do not|can't|cannot|won't|no longer) (?:take|refund|cancel|return|accept)",
);
/** The right itself is said to be gone, or the contract to hold. */
const NO_RIGHT = pattern(
  "(?:can't|cannot|can not|don't|do not|doesn't|does not|won't|will not|never|unable to|not able to|no longer) (?:\\w+ly )?(?:do|make|give|offer|process|arrange|accept|allow|issue|grant) (?:you )?(?:any |a |the |your )?(?:\\w+ )?(?:refunds?|returns?|exchanges?|cancellations?|money back|(?:repairs?|replacements?|new (?:one|\\w+))(?! (?:today|before|until|yet|this|by|with|on)))|(?:can|will|may|could) no longer be (?:\\w+ )?(?:repaired|replaced|returned|refunded|exchanged|taken back|cancelled|paid)",
  `nothing (?:is |was |will be |remains )?(?:left )?(?:to (?:be )?(?:(?:pay|paid) (?:out|back)|refund|refunded|reimburse|reimbursed)|owed to you|paid out|coming back)|not a (?:cent|penny|euro|pound) (?:is|will|goes|comes)`,
  "(?:los(?:e|es|ing)|lost|forfeit(?:s|ed)?|waiv(?:e|es|ed)|give up|gave up|given up) (?:your|their|the|any|all|his|her|a) (?:\\w+ )?(?:claims?|rights?|entitlements?)|(?:there is|there's|you have|have|with) no (?:longer (?:a |any )?)?(?:\\w+ )?(?:claim|right|entitlement)s? (?:to|for|of|on|against|any)|not entitled to|no entitlement",
  "(?:you|customers?|buyers?|guests?|passengers?|travellers?) (?:can't|cannot|can not|may not|are not able to|aren't able to) (?:\\w+ly |now |any longer |any more )?(?:withdraw|cancel|step back|return|send (?:it|them) back|give (?:it|them) back|terminate|rescind|claim)",
  "(?:refunds?|returns?|withdrawals?|cancellations?|exchanges?|repayments?)\\b.{0,20} (?:is|are) (?:not|never) (?:permissible|permitted|applicable|feasible|acceptable|entertained|a thing|something we do)|(?:refunds?|returns?|money back|cancelling) (?:is|are) not (?:something|a thing)",
  "(?:offer|give|have|there is|with|grant|carry) no (?:warranty|guarantee)|only (?:repair|exchange|replace|credit)\\w*,? (?:and |but )?not (?:refund|pay|give)\\w*",
  "(?:customer|buyer|owner|you) (?:must|have to|has to|needs? to|will have to) (?:pay|bear|cover|carry)\\b.{0,20}repairs?|repairs?\\b.{0,20} at your (?:own )?(?:cost|expense)",
  "(?:days|weeks|period|time|window|deadline) (?:for|to) (?:a |any |the )?(?:returns?|refunds?|return|withdraw\\w*|cancel\\w*|complain\\w*) (?:is|are|has|have|was|were) (?:\\w+ )?(?:over|past|up|gone|ended|expired|passed|closed)",
  "(?:contract|agreement|subscription|term|plan|order|booking|purchase|sale) (?:is|has|runs?|stands|remains|stays|was) (?:\\w+ ){0,2}?(?:binding|running|final|begun|started|as it is|in force|for (?:the )?(?:twelve|12|24|\\w+) months)|(?:on|against|for|upon) payment of (?:the|all)|remaining months|minimum term|(?:bound|tied|committed) (?:to|by|for) (?:the|it|this|twelve|12|24)",
);
/** Money for leaving what may be left free of charge. */
const FEE_TO_LEAVE = pattern(
  "(?:cancellation|termination|withdrawal|exit|restocking|handling|storno|change) (?:fees?|charges?|costs?) (?:is|are|of|comes? to|amounts? to|applies|apply|will be|has to)|(?:cancellation|withdrawal|stepping back) (?:would|will|is|has to) (?:be )?charged|(?:cancell\\w+|withdraw\\w*|stepping back|termination) (?:costs?|will cost|would cost|comes to)",
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
  "(?:i|we)(?:'ll| will| have to| must|) (?:keep|retain|hold back|deduct|withhold|charge) (?:a|an|the|our|\\d+ ?%?|[€£$]|half|part)(?: [\\w%€£$.,]+){0,5} (?:for|as|of|fee|charge|share)",
  "(?:we|i) (?:keep|retain|withhold) (?:\\d+ ?(?:%|per ?cent)|half|a (?:third|quarter|part)|part)|(?:the )?(?:rest|remainder|other (?:half|part)|difference) (?:(?:we|i) (?:keep|retain)|covers|stays|remains|is (?:kept|ours)|goes (?:to|towards) our)",
  "(?:cost|costs|price|bill) (?:of (?:the |a )?[\\w ]{1,24} )?(?:is|are|will be|gets) (?:shared|split)|(?:half|share) (?:is )?(?:you|yours|on you|on your side|to pay)|half you and half us|on your side",
  "if you (?:pay|cover|carry|bear) the (?:\\w+ )?(?:postage|repair|shipping|parts|labour|cost)s?(?: both ways)?",
);
const HOOPS = pattern(
  "(?:only|not|never|nothing)(?: [\\w']+){0,6} (?:if|when|once|after|until|unless) (?:a |the |our |an )?(?:\\w+ )?repair(?:s)?\\b.{0,40}(?:failed|tried|attempted|fail|unsuccessful)",
  "(?:we are|we're|i am|i'm) (?:only|just|merely) (?:the|a) (?:shop|seller|dealer|retailer|platform|middleman|agent|go-between)|(?:maker|manufacturer|producer|brand|supplier|[a-z]+) decides (?:on )?(?:this|that|it) (?:alone|itself)|(?:turn|write|apply|address yourself|go|talk) (?:directly )?to the (?:maker|manufacturer|producer|importer|supplier)",
);
export type Denial = "nothing" | "credit" | "part" | "fee" | "hoops";

/** What this sentence denies, and how. */
export function denialIn(sentence: Sentence): Denial | undefined {
  if (sentence.isQuestion || DENIED_THING.test(sentence.plain)) return undefined;
  if (HOOPS.test(sentence.plain)) return "hoops";
  if (KEEPS_PART.test(sentence.plain) && !NO_FEE.test(sentence.plain)) return "part";
  if (FEE_TO_LEAVE.test(sentence.plain) && !NO_FEE.test(sentence.plain)) return "fee";
  if (!NOT_YET.test(sentence.plain) && !REASSURES.test(sentence.plain)) {
    if (NOTHING_BACK.test(sentence.plain)) return "nothing";
    if (NO_RIGHT.test(sentence.plain)) return "nothing";
  }
  if (ONLY_CREDIT.test(sentence.plain) && !OFFERS_CHOICE.test(sentence.plain) && IS_GIVEN.test(sentence.plain))
    return "credit";
  return undefined;
}

const IS_GIVEN = pattern(
  "(?:as an? (?:\\w+ )?(?:voucher|credit|gift card)|provides?|foresees?|issues?|issued|offer(?:s|ed)?|receive|get|find|enclosed|attached|written out|sent|have|in your account|instead of|in place of|only|valid|good for)",
);
const DENIED_THING = pattern(
  "shipping (?:fee|cost|upgrade)|delivery (?:fee|cost)|postage for|express|gift wrap|return (?:label|address)|was wrong|(?:is|was) mistaken|should not have|told you wrongly|you were told|hotline's|do not accept that|chat (?:was|told)",
);
/** "No return form is needed": the words of a no, and nothing is denied. */
export const reassures = ({ plain }: Sentence): boolean => REASSURES.test(plain);
/** "No deduction is made", "we keep nothing". */
const NO_FEE = pattern("no|not|nothing|without|never|neither|whatever");
/** A refund waits for the parcel by law; what waits is not denied. */
const NOT_YET = pattern(
  "(?:until|before|as long as|while|as soon as|once) (?:it|the|your|we|i|they|that|this)\\b.{0,40}(?:back|returned|arriv\\w+|received|here|with us|reach\\w*|checked|seen|have it)",
);
const REASSURES = pattern(
  "no (?:return|refund|exchange) (?:form|needed|necessary|label|fee)|not (?:only|just)|no (?:need|trouble|problem)|you are not|(?:is|are)n't (?:lost|your)|by (?:mistake|error)|engraved|made to (?:order|measure)|personali[sz]ed",
);
