/**
 * Money or goods on their way from us to the customer, whatever the verb: we send, add or book it, it goes or lies with them, or
 * they get it. For clauses in which no wording of commitment-cues.ts was found; a bill, a quote or a receipt is no money.
 */
import { pattern } from "./pattern.ts";
import type { CommitmentKind } from "./review-input.ts";

const MONEY =
  "(?:[€£$₹₱₦₪] ?\\d[\\d.,]*|(?:r|rs\\.?) ?\\d[\\d.,]*|(?:eur|usd|gbp|chf|inr|hkd|sgd|nzd|mxn|brl|zar|ngn|kes|czk|huf|ron|isk|thb|php|idr|myr|aed|sar|ils|krw|cny) \\d[\\d.,]*|r\\$ ?\\d[\\d.,]*|(?:the |your |another |a |full |whole |extra )*\\d[\\d.,]*(?: ?€| ?£| (?:eur|euros?|usd|dollars?|gbp|pounds?|quid|kr|kronor|pesos?|reais|chf|francs?))|(?:the |your )?(?:whole|full|entire) (?:sum|amount|price|fare|fee|payment|bill|stay|deposit|rent|ticket|course)|(?<=(?:send|sent|sending|pay|paying|paid|you|back|give|giving|gave|add|added|adding|put|putting|transferred|transferring|booked|issued|released|wired|returned|all|the|your|full|another|extra|get|getting|receive|have|knocked|taken|^) )\\d{2,6}(?:[.,]\\d{2})?(?=[,.;!)]|$| (?:back|to|into|onto|on|off|today|tonight|extra|more|less|goes|is|are|will|has|comes|lands|arrives)(?!\\w))|half (?:of it|the (?:price|fee|bill|fare|rent))|everything you(?:'ve| have)? paid|all of your money)";
const WE =
  "(?:i|we)(?:'ve|'ll|'m|'re| have| will| am| are|)(?: just| now| already| also| gladly| happily| therefore| then| going to| both)*";
const FEW = "(?: [\\w']+){0,4}?";
const WE_GIVE = pattern(
  `${WE} (?:sen[dt]|sending|pay(?:ing)?|paid|transfer(?:red|ring)?|giv(?:e|en|ing)|gave|add(?:ed|ing)?|put(?:ting)?|book(?:ed|ing)?|issu(?:e|ed|ing)|releas(?:e|ed|ing)|hand(?:ed|ing)?|wir(?:e|ed|ing)|return(?:ed|ing)?|allow(?:ed|ing)?|grant(?:ed|ing)?|contribut(?:e|ed|ing)|top(?:ped|ping)? (?:it|that|this) up|throw(?:n|ing)? in|knock(?:ed|ing)?|tak(?:e|en|ing)|deduct(?:ed|ing)?|set aside|arrang(?:e|ed|ing)(?: for)?|mov(?:e|ed|ing)|slip(?:ped)?|load(?:ed|ing)?|chip(?:ped)? in|shav(?:e|ed|ing)|tuck(?:ed)?)${FEW} ${MONEY}`,
);
const IT_GOES = pattern(
  `(?<!(?:for|about|over|regarding|concerning|behind) (?:the |your |my |those )?)${MONEY}(?:,? [\\w']+){0,4}? (?:is|are|was|were|has|have|will|goes|go|went|comes?|lands?|arrives?|reach(?:es)?|waits?|gets?|leaves?|left|falls?|lies)(?: [\\w']+){0,3} (?:yours|to you|your way|with you|back|your (?:account|card|bank|wallet|balance)|refunded|repaid|transferred|credited|reimbursed|paid out|coming to you|off (?:your|the) (?:bill|invoice|price|rent|next \\w+))`,
);
const THEY_GET = pattern(
  `you(?:'ll| will|'re| are|)(?: also| now| then| each| both)* (?:get|getting|receive|receiving|have|see|find|keep|collect|be (?:given|paid|sent|refunded)|pick up)${FEW} ${MONEY}(?! (?:bill|invoice|ticket|charge|fine|fee)s?)`,
  `(?:here(?:'s| is| are)|there(?:'s| is)|enclosed (?:is|are)|with) ${MONEY} (?:for|as|on top|towards)(?: [\\w']+){0,4} (?:trouble|wait|upset|nerves|pains|taxi|fright|evening|day|time|goodwill|apology|gesture|compensation|hassle)`,
);
/** Said without a verb of giving, or with none at all. */
const IN_SHORT = pattern(
  `here(?:'s| is| are|'re) (?:[\\w']+ ){1,6}back, ${MONEY}|${MONEY} (?:of|in|as) (?:a )?(?:credit|refund|compensation),? which (?:i|we)(?:'ve| have) `,
  `(?:have|take|enjoy|accept) ${MONEY} (?:off|back|from us)`,
  `${MONEY}:? (?:is |are |goes |will be |straight )*(?:back|again) (?:in|on|to|into|onto) your (?:\\w+ )?(?:pocket|visa|mastercard|amex|card|account|bank|wallet|paypal|purse)`,
  `(?:refund|repayment|reimbursement|credit) of ${MONEY} (?:is|was|has been|have been|will be) (?:\\w+ )?(?:done|made|processed|sent|issued|executed|initiated|completed|on (?:its|the) way|credited|with you)`,
  `(?:money|sum|amount|${MONEY})(?:, [^,]{1,40},)? (?:is|are|will be) yours(?: again| back)?`,
);
/** Documents over a sum, and money that flows to us. */
const NO_GIFT = pattern(
  "if|whether|unless|would|could|might|ask(?:ed|ing)?|approv\\w+|permission|once|as soon as|provided|not|never|can't|cannot|won't|don't|isn't|unable|(?:i|we) (?:may|can)|invoice (?:of|over|for)|bill (?:of|over|for)|quote|receipt|estimate|reminder|offer of|you (?:paid|owe|still owe|were charged|pay)|please pay|charged? you|to pay|you asked|your wish|took|taken from|due|debited|voucher|credit|discount|until (?:he|she|they)|puts?? it to|suggest\\w*|propos\\w*|for approval|let me (?:see|ask|check)",
);

/** @param clause plain. @param lead what stands before it in its sentence. */
export function flowsOut(
  clause: string,
  lead: string,
): { readonly kind: CommitmentKind; readonly end: number } | undefined {
  if (!/\d|whole|full|entire|half|everything|all of your/.test(clause)) return undefined;
  const found = WE_GIVE.exec(clause) ?? IT_GOES.exec(clause) ?? THEY_GET.exec(clause) ?? IN_SHORT.exec(clause);
  if (found === null || NO_GIFT.test(clause) || /(?<![\w'])(?:if|whether|unless|once|provided)(?!\w)/.test(lead))
    return undefined;
  const isOff = /(?<![\w'])off(?!\w)|deduct|knock|shav/.test(clause);
  // "We take the usual £85" takes.
  if (
    !isOff &&
    /(?<!\w)tak(?:e|en|ing) $/.test(
      found[0]
        .replace(/[€£$\d].*$/, "")
        .replace(/(?:the |your |\w+ )*$/, (rest) => /tak(?:e|en|ing) /.exec(rest)?.[0] ?? ""),
    )
  )
    return undefined;
  return { kind: isOff ? "discount" : "refund", end: found.index + found[0].length };
}
