/** This denies what the law gives this customer. */

import { commitmentsIn } from "../commitments.ts";
import { denialIn, reassures } from "../denials.ts";
import type { Draft } from "../draft.ts";
import { whole } from "../look.ts";
import { pattern } from "../pattern.ts";
import { refusalsIn } from "../refusals.ts";
import type { RightKind } from "../rights.ts";
import { rightsClaimed, WANTS_MONEY } from "../rights-claimed.ts";
import { rule } from "../rule.ts";
import type { Sentence } from "../sentence.ts";

/** What a customer wants when they use a right. */
const REMEDY = pattern(
  "(?:refund|return|cancel|exchang|money back|withdraw|(?:send|tak|bring|giv)(?:e|en|ing)? (?:it|them|back|the \\w+ back)|repair|replac|reimburs|payout|pay|payment|cover|anything|step(?:ping)? back|terminat|rescind)\\w*",
);
/** Nothing but credit, or a time shorter than the law's. */
const CREDIT = pattern("(?:store |shop )?(?:credit|vouchers?|gift cards?)");
const DENIES_ALONE = pattern(
  "(?:only|just) (?:offer |give |issue )?(?:you )?(?:a )?(?:store credit|voucher|gift card)|store credit only|(?:sale|discounted|reduced|opened|used) (?:items|goods|articles|products) are (?:never|not) (?:refunded|refundable|returnable)|(?:non-?refundable|final sale|all sales (?:are|were) final)|no (?:refunds|returns|exchanges)|(?:excluded|exempt) from (?:the |any |our |all )?(?:return|refund|exchange|withdrawal|warranty)s?",
  "(?:exchange|return|refund|withdrawal|warranty|guarantee|complaint|cancellation) (?:period|window|time|deadline) (?:is|was|of|has|ended|ran|expired|lasts)",
  "(?:returns?|exchanges?|refunds?|withdrawals?) (?:is|are) only (?:possible|accepted)|(?:restocking|handling|processing|return) (?:fee|charge) of",
);
/** Money that goes back, or a way to have it. */
const MONEY_BACK = pattern(
  "refund\\w*|money back|(?:goes|go|going|went|comes?|coming|sent|sending|paid|pay|get|getting|have it all) (?:[\\w.,€£$]+ ){0,5}back|back (?:on|to|in) your|reimburs\\w*|full amount|or (?:a|your) (?:full )?(?:refund|money)|money is yours|(?:full|whole|entire|all of the) (?:\\w+ ){0,2}(?:fare|price|amount|sum|fee|deposit|payment) (?:is|are|was) (?:due|owed|yours)|(?:i|we) owe you (?:the|your|all)",
);
/** What comes before the money, where money follows unless a voucher is named instead. */
const TAKEN_BACK = pattern(
  "(?:send|return|post|bring) (?:it|them|both|the \\w+) (?:back|to us)|return label|(?:have|ve) (?:\\w+ )?cancelled|(?:is|are) cancelled (?:from|as of|without)",
);
/** A no in front of the money, in whatever dialect. */
const NEGATED = pattern(
  "(?:no|nae|nay|never|not|cannot|can't|won't|don't|doesn't|isn't|aren't|neither|refus\\w+|declin\\w+|reject\\w+) (?:[\\w']+ ){0,3}(?:refund\\w*|money back|reimburs\\w*|returns?|paid back|money)",
);
/** Put right in kind: enough for a fault, unless the money may be asked at once. */
const PUT_RIGHT = pattern("repair\\w*|replac\\w*|new one|swap\\w*|exchang\\w*|remak\\w*|remade|fix(?:ed)?|another one");
/** Granted in the breath that denies the other remedy: "we can't repair it; a new one leaves today". */
const NEW_ONE_COMES = pattern(
  "(?:a|the|your) (?:brand[ -])?(?:new|replacement|right|correct|fresh) (?:one|\\w+) (?:leaves?|left|comes?|goes|went|is (?:on|with|in|here)|has left|was sent|arrives|reaches)",
  "(?:i|we)(?:'ve|'ll| have| will|'m| am) (?:also |already )?(?:sent|send|sending|order(?:ed)?|ship(?:ped)?|put) (?:you )?(?:a (?:brand[ -])?new|another|a replacement|the right)",
);
const GRANTED = pattern(
  "or (?:a|your) (?:full )?refund|refund or|not only|(?:within|inside) (?:the|your) (?:14|fourteen)",
);
/** Held out beside the money. */
const IS_CHOICE = pattern(
  "if you(?:'d| would)? (?:rather|prefer|like)|you don't have to|you need not|as you (?:like|prefer)",
);
/** What waits is not denied. */
const NOT_NOW = pattern(
  "today|tonight|yet|right now|at the moment|this (?:minute|morning|afternoon|evening)|(?:before|until|unless|without) (?:\\w+ ){1,4}(?:has|have|is|are|it|back|here|seen|slip|poles|number)",
);
const OTHER_MATTER = pattern(
  "(?:was|is|were) wrong|you choose|the choice is yours|never the only",
  "(?:your|the|lost|time) (?:time|income|wages|earnings)|time spent|travel costs|shipping (?:fee|cost|upgrade)|delivery (?:fee|cost)|postage|express|gift wrap|return (?:label|address)",
);
const INSIDE = { rights: { jurisdiction: "DE", orderDate: "2026-03-01" }, at: "2026-03-09T10:00:00+01:00" };

export default rule({
  id: "right-denied",
  catalogue: "P7",
  step: "provide",
  principle: "expect.boundary",
  level: "gate",
  needs: ["rights", "at"],
  evenShort: true,
  see: "This denies what the law gives this customer.",
  why: "A right is not ours to refuse, and a letter that denies one misleads.",
  do: "Grant it, or have somebody who knows the law look at it first.",
  cites: ["consumer-law"],
  examples: {
    flags: [
      {
        customer: "I want to return the lamp, I don't like it.",
        reply: "[[I'm sorry, we cannot refund lamps.]] Thank you for your understanding.",
        ...INSIDE,
      },
      {
        customer: "Please cancel my order of the coat.",
        reply: "Hello Ana,\n\n[[your return cannot be accepted.]]",
        ...INSIDE,
      },
      {
        customer: "The boots don't fit, I'd like my money back.",
        reply: "[[Sale items are never refunded.]] Have a look at our new boots.",
        ...INSIDE,
      },
      {
        customer: "The boots don't fit.",
        reply: "[[We can only offer you store credit.]] It lasts for a year.",
        ...INSIDE,
        rights: { jurisdiction: "GB", orderDate: "2026-03-01" },
      },
      {
        customer: "The kettle from your shop in Graz has been dead since Monday. I have the receipt.",
        reply: "[[The exchange period is four weeks, as the receipt says.]] Kettles wear out.",
        rights: { jurisdiction: "AT", orderDate: "2026-01-12" },
        at: "2026-03-09T10:00:00+01:00",
      },
      {
        customer: "The chair is too low for me. I'd like to send it back and have my money.",
        reply: "I'm sorry that it is too low. [[As it was sat on, you get a voucher for the price.]]",
        ...INSIDE,
      },
      {
        customer: "The rug came on 7 March and is too dark. I want to return it.",
        reply: "[[Rugs are excluded from return once they were rolled out.]] Thank you for your order.",
        rights: { jurisdiction: "FR", orderDate: "2026-02-16" },
        at: "2026-03-09T10:00:00+01:00",
      },
      {
        customer: "The kettle from your online shop broke after two days. I want my money back.",
        reply: "[[A refund isn't possible; our engineer will repair it.]]",
        rights: { jurisdiction: "GB", orderDate: "2026-03-01" },
        at: "2026-03-09T10:00:00Z",
      },
      {
        customer: "Our package tour: you changed the hotel to a worse one. I want to cancel free of charge.",
        reply: "[[A cancellation costs 40% of the price.]]",
        rights: { jurisdiction: "DE", orderDate: "2026-03-01" },
        at: "2026-03-09T10:00:00+01:00",
      },
      {
        customer: "My flight from Berlin was cancelled. I want the 300 EUR back.",
        reply: "[[Who declines the other flight loses the claim, so there is nothing to pay out.]]",
        rights: { jurisdiction: "DE", orderDate: "2026-03-01" },
        at: "2026-03-09T10:00:00+01:00",
      },
      {
        customer: "I signed up by phone on 2 March and changed my mind. Stop it please.",
        reply: "[[You agreed on the phone, so the contract is binding.]]",
        rights: { jurisdiction: "GB", orderDate: "2026-03-01" },
        at: "2026-03-09T10:00:00Z",
      },
      {
        customer: "I ordered the lamp online and don't like it. May I send it back?",
        reply: "[[Kindly note no refund shall be given on online orders.]]",
        rights: { jurisdiction: "DE", orderDate: "2026-03-01" },
        at: "2026-03-09T10:00:00+01:00",
      },
    ],
    passes: [
      {
        customer: "I want to return the lamp.",
        reply: "You're inside fourteen days, so the full amount goes back to your card.",
        ...INSIDE,
      },
      {
        customer: "I want to return the lamp.",
        reply: "I'm sorry, we cannot refund lamps.",
        ...INSIDE,
        rights: { jurisdiction: "DE", orderDate: "2025-11-01" },
      },
      {
        customer: "I bought the wine in your shop last week. May I bring it back?",
        reply: "I can't refund wine that has left our cellar. I'll swap it for a lighter one.",
        ...INSIDE,
      },
      {
        customer: "My grandmother fell and we can't use the two seats on Saturday.",
        reply: "Tickets cannot be refunded. I can move them to another evening.",
        ...INSIDE,
      },
      {
        customer: "The kettle is dead since Monday.",
        reply: "We can't send a new one today. I'll repair yours by Friday, free of charge.",
        ...INSIDE,
      },
      {
        customer: "I want to return the engraved ring.",
        reply: "We cannot refund a ring that was engraved for you.",
        ...INSIDE,
      },
      {
        customer: "Please cancel my order.",
        reply: "I cannot refund the express shipping fee, as the parcel is already with you.",
        ...INSIDE,
      },
      {
        customer: "I want to return the lamp.",
        reply: "We cannot send the lamp in red, but I have cancelled the order.",
        ...INSIDE,
      },
      {
        customer: "I want to return the lamp, I don't like it.",
        reply: "I cannot send the 80 EUR before the lamp is back with us.",
        rights: { jurisdiction: "DE", orderDate: "2026-03-01" },
        at: "2026-03-09T10:00:00+01:00",
      },
      {
        customer: "The lamp is too big, I want my money.",
        reply: "If you'd rather have a voucher, say so; else the 80 EUR go back to your card.",
        rights: { jurisdiction: "DE", orderDate: "2026-03-01" },
        at: "2026-03-09T10:00:00+01:00",
      },
      {
        customer: "The sofa you built to our own measurements is too big. I want to return it.",
        reply: "Made-to-measure sofas are excluded from returns.",
        rights: { jurisdiction: "DE", orderDate: "2026-03-01" },
        at: "2026-03-09T10:00:00+01:00",
      },
      {
        customer: "I slept on the pillows for two nights and want to send them back.",
        reply: "They come sealed for hygiene, and once open they can't be returned.",
        rights: { jurisdiction: "DE", orderDate: "2026-03-01" },
        at: "2026-03-09T10:00:00+01:00",
      },
      {
        customer: "Can I stop the plan that I took on 1 March?",
        reply: "You're inside fourteen days, so there's nothing to pay, and it's off.",
        rights: { jurisdiction: "DE", orderDate: "2026-03-01" },
        at: "2026-03-09T10:00:00+01:00",
      },
      {
        customer: "Can you send me the invoice again?",
        reply: "I can't send it as Word, only as PDF.",
        rights: { jurisdiction: "DE", orderDate: "2026-03-01" },
        at: "2026-03-09T10:00:00+01:00",
      },
      {
        customer: "My company bought 40 tents. We want to return them.",
        reply: "Tents bought for a company can't be returned.",
        rights: { jurisdiction: "DE", orderDate: "2026-03-01" },
        at: "2026-03-09T10:00:00+01:00",
      },
    ],
    misses: [
      {
        customer: "I want to return the lamp.",
        reply: "Lamps stay with those who bought them, I am afraid.",
        ...INSIDE,
      },
    ],
  },
  *check(draft) {
    const { rights, at } = draft.input;
    if (rights === undefined || at === undefined) return;
    const claimed = rightsClaimed(draft, rights, at);
    if (claimed.size === 0) return;
    const denied = new Map(draft.body.map((sentence) => [sentence, denialIn(sentence)]));
    const refused = new Map(refusalsIn(draft).map(({ sentence, what }) => [sentence, what]));
    const isRefusing = (sentence: Sentence) =>
      refused.has(sentence) || denied.get(sentence) !== undefined || DENIES_ALONE.test(sentence.plain);
    const gives = (what: RegExp) =>
      draft.body.some(
        (sentence) =>
          !isRefusing(sentence) &&
          !NEGATED.test(sentence.plain) &&
          !/% off|half (?:the )?price/.test(sentence.plain) &&
          what.test(sentence.plain),
      );
    const givesCredit = [...denied.values()].includes("credit");
    const isGranted =
      gives(MONEY_BACK) ||
      givesAll(draft) ||
      (claimed.has("faulty") && !claimed.has("reject") && draft.body.some(({ plain }) => NEW_ONE_COMES.test(plain))) ||
      (!givesCredit && gives(TAKEN_BACK)) ||
      (!claimed.has("reject") && inKind(claimed, draft) && gives(PUT_RIGHT));
    for (const sentence of draft.body) {
      const how = denied.get(sentence);
      // A part kept back, or a repair before the refund, is denied in the breath that gives the rest.
      const isSure = how === "part" || (how === "hoops" && claimed.has("faulty"));
      if (isSure || (how === "fee" && (claimed.has("package") || claimed.has("withdrawal")))) yield whole(sentence);
      else if (isGranted || OTHER_MATTER.test(sentence.plain)) continue;
      else if (
        (how !== undefined && how !== "hoops" && how !== "fee") ||
        denies(draft, sentence, refused.get(sentence))
      )
        yield whole(sentence);
    }
  },
});

/** A refund that commitments.ts finds, in a letter that denies nothing else of the kind. */
const givesAll = (draft: Draft): boolean =>
  commitmentsIn(draft).some(({ kind, start, end }) => kind === "refund" && !CREDIT.test(draft.plain.slice(start, end)));

/** What is faulty may be put right in kind; for the rest only if nobody asks for the money. */
const inKind = (claimed: ReadonlySet<RightKind>, { customer }: Draft): boolean =>
  claimed.has("faulty") || !WANTS_MONEY.test(customer?.everything ?? "");

/** @param refused what this sentence says no to. */
function denies(draft: Draft, sentence: Sentence, refused: string | undefined): boolean {
  if (GRANTED.test(sentence.plain) || IS_CHOICE.test(sentence.plain) || reassures(sentence)) return false;
  if (DENIES_ALONE.test(sentence.plain)) return true;
  if (refused !== undefined && REMEDY.test(refused)) return !NOT_NOW.test(refused);
  return (
    !sentence.isQuestion &&
    CREDIT.test(sentence.plain) &&
    draft.does(sentence, "redress", "offer-option", "alternative")
  );
}
