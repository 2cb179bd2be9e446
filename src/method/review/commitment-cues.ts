/** The words that give something away, by kind, and those that only seem to. Lists only; commitments.ts does the looking. */
import { pattern } from "./pattern.ts";
import type { CommitmentKind } from "./review-input.ts";

/** First person giving, now or from now on: "I've", "I'll", "we can", "I'm going to", "let me". */
const GIVER =
  "(?:(?:i|we)(?:'ve|'ll|'m|'re|'d| have| will| can| could| am| are| would| shall|)(?: going to| like to| happy to| glad to| able to| pleased to)?(?: just| now| already| also| gladly| hereby| herewith| certainly| of course| today| gone ahead and| immediately| personally| therefore| therefore also| then| be)*|let me|allow me to|what (?:i|we) can do is|(?:happy|glad) to)";
/** What the customer gets: "you'll get", "you're getting", "you have". */
const GETTER =
  "you(?:'ll|'re|'ve| will| can| are| also| each|)(?: also| now| then| each)?(?: be)? (?:get|getting|receive|receiving|have|having|see|find|keep)(?: back)?";
/** A thing that is given without anybody giving it: "has been refunded", "goes back". */
const IS =
  "(?:is|are|'s|was|has been|have been|will be|'ll be|is being|are being|gets|get)(?: now| already| also| of course)*";
const GOES =
  "(?:goes|go|went|comes|will go|'ll go|is going|are going|is going to go|has gone|is coming|returns|travels|is|are)(?: all| straight| right| already| now)*";
/** Up to so many words between a verb and what it gives. */
const FEW = "(?:[\\w'%€$£.,-]+ ){0,6}?";
const MONEY = "(?:[€$£] ?\\d[\\d.,]*|\\d[\\d.,]*(?: ?[€$£]| (?:eur|usd|gbp|euros?|pounds?|dollars?))?)";
/** Surely money, where a bare number might be an order. */
const CASH =
  "(?:[€$£] ?\\d[\\d.,]*|\\d[\\d,]*[.,]\\d{2}|\\d[\\d.,]*(?: ?[€$£]| (?:eur|usd|gbp|euros?|pounds?|dollars?)))";
const TIME = "(?:days?|weeks?|months?|years?|quarters?)";

export const GIVING: ReadonlyArray<readonly [kind: CommitmentKind, cues: RegExp]> = [
  [
    "refund",
    pattern(
      `${GIVER} (?:issue[d]?|issuing|process(?:ed|ing)?|arrang(?:e|ed|ing)|giv(?:e|en|ing)|offer(?:ed|ing)?|sen[dt]|mak(?:e|ing)|made|start(?:ed)?|approved?|book(?:ed)?|grant(?:ed|ing)?) (?:you )?(?:with )?(?:a|an|the|your) (?:\\w+ ){0,3}(?:refund|reimbursement)`,
      `${GIVER} (?:refund(?:ed|ing)?|reimburs(?:e|ed|ing)|repa(?:y|id)|pa(?:y|id|ying) (?:you|it|that|the|your) (?:back|difference|rest|fare|taxi|hotel|cost|bill|trousers|pane)|pa(?:y|id|ying) (?:for (?:the|your|it|a new)|back)|return(?:ed|ing)? (?:your|the) (?:money|payment|deposit|fee|fare)|releas(?:e|ed|ing) (?:your|the) deposit|cover(?:ed|ing)?|revers(?:e|ed|ing)|pick(?:ed)? up the (?:cost|bill|tab)|foot(?:ed)? the bill|settl(?:e|ed|ing) (?:your|the) (?:bill|invoice)|mak(?:e|ing) (?:up|good) (?:the|for the)|compensat(?:e|ed|ing))`,
      `${GIVER} (?:[\\w']+ ){1,4}(?:and|or) (?:refund|reimburse)(?:d|ed)? (?:you|it|the|all|everything|your)`,
      `${GIVER} (?:sen[dt]|sending|transfer(?:red|ring)?|paid|pay|wir(?:e|ed|ing)|return(?:ed|ing)?|giv(?:e|en|ing)|credit(?:ed|ing)?) ${FEW}(?:back|as a (?:bank )?transfer)(?! (?:to you (?:with|by|on)|in touch|to work))`,
      `${GIVER} (?:sen[dt]|sending|transfer(?:red|ring)?|paid|pay|wir(?:e|ed|ing)|credit(?:ed|ing)?) (?:you )?(?:the |your |another )?(?:full |whole |second |remaining )?${MONEY} (?:to (?:your|the|you|her|his)|into your|for the)`,
      `${GETTER} ${FEW}(?:refund|reimbursement|money|fare|deposit|price|fee|amount|sum|total|charge|rest|whole|${MONEY}|half|all of it|everything|it|that)(?: of it| of that)? (?:back|refunded|reimbursed|returned|again|in (?:your|the) account|on (?:your|the) (?:card|account|statement)|to your (?:card|account))`,
      `${GETTER} (?:a |the |your |it )?(?:\\w+ ){0,2}(?:refund|money back|all of it back|back (?:the |your )?(?:full |whole )?${MONEY})`,
      `(?:your|the|a) (?:full |partial |complete )?(?:refund|reimbursement) (?:of .{1,20} )?(?:${IS}|will) (?:\\w+ ){0,2}(?:issued|processed|sent|on its way|made|approved|started|arranged|with you|reach|be|arrive)`,
      `(?:amount|charges?|money|payment|fee|fees|fare|price|deposit|difference|total|sum|cost|costs|order|it|all of it|rest|half|${MONEY})(?: of [\\w'-]+(?: [\\w'-]+)?)?,? ${IS} (?:fully )?(?:refunded|reimbursed|repaid|returned to (?:your|you)|paid back|released|credited back)`,
      `(?:amount|charges?|money|payment|fee|fees|fare|price|deposit|difference|total|sum|it|all of it|rest|half|${MONEY})(?: of [\\w'-]+(?: [\\w'-]+)?)?,? (?:${GOES}|(?:will|should) be) (?:back|returned|on (?:its|the|their) way back)`,
      `(?:repairs?|taxi|hotel|pane|cleaning|shipping|postage|returns?|costs?|bill|breakfast|lunch|dinner|drinks?|ride|delivery|${MONEY}) (?:is|are|'s|will be) on (?:us|me|the house)|on the house`,
      `${GIVER} (?:approv(?:e|ed)|releas(?:e|ed|ing)|pa(?:y|id|ying)(?: out)?|paid) (?:you |the |your |another |full |whole |remaining |fare of |payment of )*${MONEY}(?! (?:days?|weeks?|months?|hours?|minutes?|people|items?))`,
      `${MONEY}(?:,? [\\w'-]+){0,6}?,? (?:left|leaves?|went|goes?|comes?|${IS}) (?:\\w+ ){0,2}(?:yours again|back with you|paid(?: out)?|sent back|our (?:bank|account)|to (?:your|the) (?:card|bank|account))`,
      `(?:${CASH}|money)(?:,? [\\w'-]+){0,6}?,? (?:is|are|was) (?:\\w+ )?on (?:the|its|their) way(?: back)?`,
      `you(?:'ll| will|'re| are|)(?: also)? (?:get|getting|receive|receiving) (?:back )?(?:the |your )?(?:full |whole |remaining )?${MONEY}(?=[,.;!]|$| (?:in|by|today|booked|within|this|tomorrow|the same))`,
      `(?:i|we)(?:'ll|'re|'d| will| are| would)?(?: also| gladly)? (?:pay|paying|carry|bear|cover|take on|make good) (?:you )?(?:for )?(?:the|your|it|that|all|any|half|a new|another|her|his|both|every) ?(?:cost|costs|difference|bill|bills|electricity|water|taxi|fare|fares|hotel|damage|repair|fees?|stamps|pane|loss|rest|\\d)`,
      "(?:i|we)(?:'ll| will|) pay (?:it|for it|you|that)(?! (?:attention|a visit))|(?:bill|costs?|fees?|difference|damage) (?:is|are) ours",
      `and (?:refunded|reimbursed|transferred|returned|paid back) (?:you )?(?:the |your |all |another )?${CASH}`,
      `^(?:refunding|reimbursing|refunded)(?: (?:you|in full|the|your|${MONEY}))?|consider (?:it|that|the|your) ${FEW}(?:refunded|paid|reimbursed)`,
    ),
  ],
  [
    "credit",
    pattern(
      `(?:${GIVER}|${GETTER}) ${FEW}(?:credits?|credited|crediting|vouchers?|gift cards?|store credit|goodwill|coupons?|bonus (?:points|miles)|miles|gems|\\d+ ?% code)`,
      `(?:a|an|your|the|${MONEY}) ${FEW}(?:credit|voucher|gift card|coupon) (?:${IS}|goes|lies) (?:\\w+ )?(?:added|applied|issued|sent|on its way|attached|waiting|enclosed|yours|to your)`,
      `(?:accept|there(?:'s| is)|here(?:'s| is)|find) ${FEW}(?:credit|voucher|gift card|coupon)`,
      `${GIVER} (?:book(?:ed|ing)?|giv(?:e|en|ing)|add(?:ed|ing)?|offer(?:ed|ing)?|put|send|sent|transfer(?:red)?|pay|paid|throw in|grant(?:ed)?|let you have) (?:you )?(?:with )?(?:an? |another |an extra )?${CASH} (?:extra |more |on top )?(?:for (?:the|your|all the|this|that|any) (?:\\w+ )?(?:trouble|wait|waiting|inconvenience|hassle|upset|mess|delay|stress|patience|disappointment|nerves)|as (?:a|an) (?:\\w+ )?(?:apology|thank|gesture|compensation|consolation|sorry|token)|in compensation|by way of (?:apology|compensation)|on top)`,
      `(?:credited|crediting) (?:your account|you) with|(?:plus|and) (?:a|an) ${MONEY} (?:credit|voucher|gift card|coupon)`,
    ),
  ],
  [
    "replacement",
    pattern(
      `${GIVER} (?:replac(?:e|ed|ing)|re-?sen(?:d|t|ding)|re-?ship(?:ped|ping)?|swap(?:ped|ping)?|exchang(?:e|ed|ing))`,
      `${GIVER} (?:sen[dt]|sending|ship(?:ped|ping)?|order(?:ed|ing)?|book(?:ed)?|arrang(?:e|ed|ing)|giv(?:e|en|ing)|offer(?:ed)?|get|put|post(?:ed)?|courier(?:ed)?|dispatch(?:ed)?|bring(?:ing)?|brought|deliver(?:ed|ing)?|fit(?:ted|ting)?|make|making|cast) (?:you |out |for you )*(?:a|an|the|your|another|one|two|three|twelve|\\d+) (?:\\w+ ){0,2}(?:replacements?|new ones?|new \\w+|another|second one|fresh one|fresh \\w+)`,
      `${GIVER} (?:sen[dt]|ship(?:ped)?|bring|brought) (?:you |out |round )*(?:another|a new|a second|a fresh|a replacement)`,
      "(?:will|'ll|is going to|are going to) (?:bring|send|deliver|fit|make|hand|post|give) you (?:an?|another|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\\d{1,3}) (?:(?:brand[ -])?new|fresh|replacement|spare)",
      `(?:an?|another|two|three|four|five|six|\\d{1,3}) (?:brand[ -])?(?:new|fresh|replacement) (?:\\w+ ){0,2}(?:leaves?|goes? out|is on (?:its|the) way|are on (?:their|the) way|will be with you)`,
      `${GETTER} (?:a |the |your |another )(?:\\w+ )?(?:replacement|new one|new \\w+|another one|fresh one)`,
      "(?:a|your|the) (?:\\w+ )?replacement (?:\\w+ )?(?:has been|is|was|will be|will|left|leaves|arrives|goes|comes|lies)",
      "(?:a|another) (?:brand[ -])?new (?:one|\\w+) (?:is on its way|will be with you|leaves|left|goes out|will reach you|comes|is in the post|has left)",
    ),
  ],
  [
    "discount",
    pattern(
      `(?:${GIVER}|${GETTER}) ${FEW}(?:discount|rebate|price reduction)`,
      `${GIVER} (?:tak(?:e|en|ing)|took|knock(?:ed|ing)?|giv(?:e|en|ing)|gave|offer(?:ed|ing)?|dropp?(?:ed)?|reduc(?:e|ed|ing)|deduct(?:ed|ing)?|struck|strik(?:e|ing)|clear(?:ed|ing)?) (?:you )?(?:[\\w'.,%€$£]+ ){0,5}(?:off(?! (?:the|your|our) (?:shel|list|wall|floor|hook|record|table|road|line|truck|lorry))|lower|less|from (?:the|your) (?:bill|invoice|price|account|next))`,
      `${GIVER} (?:lower|reduc|bring|brought|tak|took|cut)(?:e|ed|en|ing)? ${FEW}(?:down to|by) (?:the )?(?:\\d|half)`,
      `${GETTER} ${FEW}(?:off|cheaper|for less)(?! (?:the list|work|guard))`,
      `(?:here(?:'s| is)|enjoy) (?:a |an )?(?:\\d+ ?%|[\\w.,%€$£]+ ){1,3}(?:off|discount)`,
      `${GIVER} .{0,60}\\d+ ?% off|(?:grant|give|gave|offer|allow)(?:ed|ing)? you \\d+ ?(?:%|per ?cent)(?! of)`,
      `${MONEY}(?:,? [\\w']+){0,4} (?:${IS}|i(?:'ve| have)|we(?:'ve| have)|comes?|will come) (?:already )?(?:taken |knocked |struck )?off (?:your|the|it)`,
      `(?:i|we)(?:'ll| will)? ?(?:won't|will not|'m not going to|'re not going to|aren't going to|don't|do not|am not|are not) (?:charge|charging|bill|billing|invoice|invoicing) (?:you|it|for|the)`,
      `(?:what (?:i|we) can (?:do|offer)(?: you| is)?|how about|we could do|i can do|as a (?:gesture|thank[- ]you))[:,]? .{0,20}\\d+ ?%(?: off)?`,
      `(?:forget|never mind|skip|don't worry about) (?:about )?(?:the|that|those) ${MONEY}`,
      "(?:at |for )?half(?: the)? price|price (?:is|drops|goes down|will be) (?:\\w+ ){0,2}(?:half|lower|reduced|to)",
    ),
  ],
  [
    "free-period",
    pattern(
      `${GIVER} (?:add(?:ed|ing)?|giv(?:e|en|ing)|extend(?:ed|ing)?|offer(?:ed|ing)?|put|includ(?:e|ed)|prolong(?:ed)?) (?:[\\w']+ ){0,5}(?:(?:free|extra|more|additional) (?:\\w+ )?(?:${TIME}|period)|${TIME} (?:free|for free|extra|more|on top|of free|at no (?:extra )?(?:cost|charge)|on us|to your (?:plan|subscription|membership)))`,
      `(?:the |your )?(?:next|this|coming) (?:\\w+ )?(?:month|year|quarter|bill|invoice|payment|renewal|months|instalment)(?:'s \\w+)?(?: is|'s| are| will be|,) (?:free|on us|on me|on the house|without charge)`,
      `(?:next|this|coming|first) (?:\\w+ )?${TIME} (?:costs? you nothing|is yours for free)|get (?:the|this|a|next) ${TIME} (?:free|for free)`,
      `${GIVER} (?:extend|prolong|pause|freez|froze)(?:e|ed|ing|n)? (?:your|the) (?:subscription|plan|membership|licen[cs]e|trial|contract|warranty|access)`,
      `(?:an?|one|two|three|four|six|twelve|\\d+) (?:free |extra )?${TIME} (?:free|on us|for free|without charge|at no (?:extra )?(?:cost|charge))`,
      `(?:${GIVER}|${GETTER}) ${FEW}(?:free|extra) (?:\\w+ )?${TIME}|(?:i|we)(?:'ve| have)? (?:set|switched|put|moved) (?:your|the) (?:\\w+ )?(?:account|plan|contract|membership) (?:to|on) (?:[\\w-]+ ){1,2}free ${TIME}`,
    ),
  ],
  [
    "exception",
    pattern(
      `${GIVER} (?:mak(?:e|ing)|made|grant(?:ed)?|allow(?:ed)?) (?:you )?(?:an|a one-?off|this one|one|a one-?time|a special) (?:\\w+ )?exception`,
      `${GIVER} (?:waiv(?:e|ed|ing)|drop(?:ped)? (?:the|your) (?:fee|charge|fine)|cancel(?:led)? (?:the|your) (?:\\w+ )?(?:fee|charge|fine)|overrul(?:e|ed|ing)|let (?:you|this|it) (?:[\\w']+ ){0,5}(?:anyway|this once|this time|just this once|all the same|even though|outside|beyond|after the)|allow(?:ed)? (?:you|this|it) (?:[\\w']+ ){0,5}(?:anyway|this once|this time|just this once|all the same|even though|outside|beyond|after the))`,
      `(?:fee|charge|fine|penalty|surcharge)s? (?:${IS}) (?:waived|dropped|cancelled|written off|lifted|withdrawn|gone|void)`,
      "as (?:a|an) (?:one-?off|exception|gesture of goodwill|goodwill gesture|courtesy)|by way of exception",
    ),
  ],
];
/** Without one of these no cue can match. */
export const GIVES_ANYTHING =
  /forget|never mind|skip|how about|worry about|trouble|apolog|on top|inconv|compens|refund|reimburs|repa|pa(?:y|id)|back|return|releas|cover|revers|cost|bill|compens|settl|make|making|good|credit|voucher|gift|coupon|points|replac|re-?s|swap|exchang|new|another|second|fresh|discount|rebate|off|less|lower|cheaper|from|price|charg|invoic|free|extra|more|extend|exten|prolong|paus|freez|next|exception|waiv|drop|cancel|overrul|anyway|once|gesture|courtesy|on us|on me|house|account|card|statement|transfer|bear|take/;

/** Nothing is given here: asked for, refused, already theirs, a condition, or somebody else's doing. */
export const NOT_GIVING = pattern(
  "(?:ask|asked|asking|check|checking|need|needs|waiting|request(?:ed|ing)?|seek(?:ing)?|get|getting) (?:[\\w']+ ){0,6}(?:approv\\w*|permission|authori[sz]\\w*|sign-?off|whether|if (?:i|we))|(?:to|for) approv\\w+|see (?:if|whether) (?:i|we|he|she|they)|(?:can't|cannot|can not|unable to|not able to|couldn't|never|not (?:be )?(?:possible|able|eligible)|no (?:refund|credit|voucher|discount|exception))|cover(?:ed)? (?:by|under|with|that (?:topic|point|in)|(?:in|all) (?:the|this|your|of))|refund (?:policy|request|form)|replacement (?:policy|parts? (?:list|are))|why (?:i|we)|whether|(?:is|are) (?:more than|above|beyond) (?:what )?(?:i|we|my)|(?:asked|asking|suggested|proposed|recommended|applied|put it to) (?:(?!i\\b|we\\b)[\\w']+ ){1,6}(?:for|to)|what (?:it|the \\w+) pays|once (?:approved|agreed|decided)|must (?:be|have)|until (?:the|it|all)|will be charged",
  "^(?:as )?you (?:asked|wanted|requested|would like|mentioned|want)(?: me| us)? (?:to|for|about|a|the|whether|if)",
);
export const REFUSES = pattern("won't|will not|don't|do not|isn't|is not|aren't|are not|wasn't|not going to");
/** "I won't charge you the rest" gives, in the words of a no. */
export const NOT_CHARGED = pattern("(?:charge|charging|bill|billing|invoice|invoicing) (?:you|it|for|the)");
/** A wish, until somebody who may has said yes. */
export const WISHES = pattern("(?:i|we)(?:'d| would) (?:like|love|want) to|(?:i|we) (?:want|hope|wish) to");
export const PUT_TO_SOMEBODY = pattern(
  "approv\\w+|more than (?:i|we) (?:may|can|am|are)|above (?:my|what i|what we)|beyond (?:my|what i|what we)|(?:may|can) (?:not )?decide|can't decide|put (?:it|this|that|both) (?:to|before)|(?:asked|asking) [a-z]+|(?:his|her|their) (?:answer|yes|decision|word)|has to (?:agree|decide)|decides",
);
/** A question only by its tail: "I'll put it on your account, ok?" */
export const TAIL =
  /[,;-] ?(?:ok|okay|all right|alright|right|yes|agreed|deal|good|fair|how(?:'s| is) that|how about that|what do you say|sound (?:good|fair)|is that (?:ok|okay|all right|fine))\?\W*$/;
