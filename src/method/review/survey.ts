/**
 * Whether asking for stars, or selling something, would hurt now, and which sentences do it. Used by the rule on a draft, and for
 * the survey that a desk sends by itself. METHOD close.feedback.
 */
import type { Signal } from "../reading/index.ts";
import type { Draft } from "./draft.ts";
import { pattern } from "./pattern.ts";
import { refusalsIn } from "./refusals.ts";
import type { Sentence } from "./sentence.ts";

const GRAVE = ["bereavement", "self-harm", "threat"] as const;
const HURT = ["vulnerable", "complaint-body", "wants-manager", "legal", "abuse"] as const;

const ASKS_FOR_STARS = pattern(
  "(?:leav|giv|writ|drop|shar|post|add)(?:e|ing)?(?: us| me)?(?: a| an| your| some)?(?: \\w+){0,3} (?:rating|review|stars?|score|testimonial)",
  "rate (?:us|me|this|your|our|my|it)",
  "(?:was|is|did) (?:this|my|our) (?:reply|answer|message|response|mail|e-?mail|conversation|chat) (?:helpful|useful|help)",
  "how (?:satisfied|happy|pleased|likely) (?:are|were|would) you",
  "on a scale (?:of|from)|from (?:1|one) to (?:5|10|five|ten)",
  "(?:take part in|complete|fill (?:in|out)|answer|take) (?:a|our|the|this) (?:\\w+ ){0,2}(?:survey|questionnaire|poll)",
  "(?:mind|time|moment|minute|seconds?)(?: for us)? (?:to )?(?:rat(?:e|ing)|review(?:ing)?|scor(?:e|ing)|fill(?:ing)? (?:in|out)|answer(?:ing)?)|(?:click|tap|choose) (?:on )?(?:a|the|one of the) (?:smiley|stars?|face|thumb)|(?:leave|give) (?:us|me) (?:a few |some )?(?:stars|thumbs up|kudos)|(?:survey|questionnaire|feedback form) (?:below|attached|at the|is|link|takes)|hear (?:your|some) feedback on|rate (?:how|the way)",
  "how (?:did|do|are|were) we (?:do|did|doing)|how (?:we|i) did today|(?:tap|press|pick|hit|choose) (?:a|one|the) (?:\\w+ )?(?:paw|star|heart|face|smiley|number|thumb)s?|(?:a few|some|five|5) stars (?:on|for|at|in|would)|(?:\\w+ )?(?:quick|short|little) questions? (?:behind|below|in|at|about|wait)|stars on the (?:map|page|portal)|(?:would|could) (?:mean the world|make our day)",
  "tell (?:us|me) how (?:we|i) did|your opinion (?:matters|counts|is)|recommend us|say a (?:good|kind) word",
);
/** A review is not for sale, whatever state the customer is in. */
const WANTS_REVIEW_CHANGED = pattern(
  "(?:chang|updat|edit|remov|delet|amend|withdraw|improv|rais|revis)(?:e|ed|ing) (?:your|the|that|this) (?:[\\w-]+ ){0,3}(?:review|rating|stars)|(?:take|taking|taken) (?:down )?(?:your|the|that) (?:[\\w-]+ ){0,3}(?:review|rating)(?: down)?",
);
/** Something else of ours with a price, a lower price or a name, held out to them. */
const HOLDS_OUT = pattern(
  "(?:want|shall|should|may|can|would you like) (?:me|i|us|we)?(?: to)? (?:pop|put|lay|send|add|book|reserve|flip|throw|slip|sign|save|keep)(?: [\\w']+){0,4} (?:down|aside|link|in|up|one|it|for you|you)|want it\\?|(?:just )?say yes|grab (?:it|one|yours)|shall i send the link",
  "would you be interested in|(?:our|the) (?:\\w+[- ]){0,3}(?:add-?on|upgrade|bundle|plan|set|pack)(?: \\w+){0,3} (?:lets|gives|comes|costs|covers)|(?:warmly |also |especially )?(?:recommend|suggest) (?:you )?(?:our|the new)|come and (?:try|see|taste|visit)|(?:try|taste|discover|see) our (?:new )?[\\w-]+(?: menu| range| box| card)?|(?:give|giving) us a second chance|don't (?:you )?(?:miss|want to miss)|you'd kick yourself",
  "(?:while|since|as|now that) (?:i have you|i've got you|you're here|we're at it|i'm at it|we speak)|before you (?:go|leave|vanish)|don't go (?:just )?yet|by the way,? (?:our|we|there)|ps:? .{0,60}(?:off|offer|new|sale)|there's (?:a|an) (?:\\w+[- ]){0,3}(?:rate|offer|discount|deal) (?:of .{0,20})?(?:waiting|for)",
);
const OFFER_PRICE =
  /\d+ ?(?:%|per cent|percent) (?:off|cheaper|less|discount)|half(?: the)? price|(?<!\w)(?:[€£$] ?\d|\d[\d.,]* ?(?:€|£|\$|euros?|eur|pounds?|dollars?|usd|gbp))|on offer|free (?:batteries|trial|months?|weeks?|gift|planner)|plan(?!t)|menu|premium|bundle|set\b|pack\b|season|rate\b/;
/** Their own matter, or a way out of it, is no sale. */
const THEIR_MATTER = pattern(
  "suggest:|forget the|(?:bill|bad blood)|refund\\w*|(?:your|the) (?:order|claim|case|invoice|bill|booking|repair|replacement|deposit|appointment|visit|account|payment|cancellation)|free of charge|without charge|at no (?:extra )?(?:cost|charge)|no extra cost|instead of the|in the meantime|lend|loan|compensation|goodwill|apolog\\w+|sorry|approved|excess|per night|postage|label",
);
const SELLS = pattern(
  "did you know (?:that )?(?:with|you (?:can|could)|our|we)",
  "why not (?:try|download|upgrade|switch|get|order|take|treat|join|add|have a look)",
  "(?:upgrade|upgrading|switch|switching|sign up|signing up|subscribe|go|going|moving|change) (?:to |for )?(?:our |the |a )?(?:premium|pro|plus|gold|platinum|deluxe|vip|annual|yearly)",
  "(?:download|try|discover|explore|browse|check out|(?:have|take) a look at|visit|see) our (?:new |latest |other |current |great )?(?:\\w+ )?(?:app|range|collection|offers?|deals?|catalogue|plans?|sale|packages?|bestsellers?)",
  "(?<!a )great deals?|(?:best|special|exclusive|latest|current|limited|seasonal) (?:\\w+ )?(?:offers?|deals?|discounts?)",
  "you (?:might|may|would|will|'ll)(?: also| really| surely)? (?:like|love|enjoy|be interested in) our",
  "(?:save|get|enjoy|earn) (?:up to )?(?:\\d+ ?%|[€$£] ?\\d+)(?! (?:back|of (?:it|that|the)))",
  "\\d+ ?% (?:off|cheaper|discount)(?: \\w+){0,4} (?:today only|this (?:week|month)(?: only)?|if you (?:sign|order|buy|upgrade|book|subscribe)|on (?:all|our))",
  "(?:is|are) (?:\\d+ ?% off|on (?:offer|sale))",
  "(?:with|our) (?:\\w+ )?(?:premium|pro|plus|gold) (?:plan|membership|package|tariff|version|boxes|you)",
  "(?:right|perfect|good|ideal|best)? ?(?:time|moment) to (?:upgrade|go|switch|join|treat|stock up)",
  "(?:only|just|for) (?:an? )?(?:extra |additional )?(?:[€$£] ?\\d[\\d.,]*|\\d[\\d.,]* ?(?:[€$£]|eur|euros?|pounds?|dollars?)?) (?:more|extra|a month|per month|a year|monthly)(?: per \\w+| a \\w+)?,? (?:and )?you|(?:become|becoming|be) (?:an? |our )?(?:\\w+ )?(?:gold|silver|platinum|premium|vip|club|plus|pro) (?:friend|member|customer|partner|guest)|have you (?:ever )?(?:thought (?:about|of)|considered|tried|seen|heard of) (?:our|upgrading|the new)|(?:you may|you might|perhaps you(?:'d| would)) (?:also )?(?:be interested|want to (?:try|upgrade|look at our|switch))|members (?:get|save|receive|enjoy)|(?:while|since) (?:you're|you are) (?:here|at it|waiting)|our (?:insurance|protection|extended warranty|care plan|maintenance plan|newsletter)\\b.{0,60}(?:from|for|only|just|protect|cover|avoid|worth|sign up)|(?:book|order|sign up|upgrade|subscribe|join|buy) (?:now|today|this week|before \\w+) (?:and|to|for) (?:get|save|receive|enjoy|secure|benefit)",
  "have you (?:\\w+ )?(?:seen|tried|discovered|met) (?:our|the new)|(?:\\d+|some|a few) (?:free|bonus) (?:spins?|coins?|credits?|chips?|tokens?|tickets?)|stay (?:another|with us (?:for|and)|on for)|(?:how about|what about|instead of cancelling,?) (?:upgrading|switching|staying|an upgrade)|\\d+ ?% off (?:a|an|any|your|the) (?:new|next|first|second)|for half(?: the)? price|perfect for (?:guests|you|families|the weekend)|enter (?:the|our) (?:draw|raffle|competition)|(?:tell|let) us (?:know )?why you(?:'re| are) (?:leaving|cancelling|going)|why are you leaving",
  "refer a friend|treat yourself|today only|shall i add (?:a|one|it to)",
);
/** Given for a loss, not sold. */
const MAKES_GOOD = pattern("sorry|apolog\\w+|gesture|goodwill|make up for|compensat\\w+|refund\\w*|free of charge");
/** Asks for later, or about a thing that is bought next. */
const ONCE_SOLVED = pattern(
  "(?:now that|once|when|after|as soon as) (?:it|this|that|all|everything|the \\w+)(?:'s| is| has| was)",
);

/** The survey itself is the matter. */
const ABOUT_SURVEYS = pattern(
  "(?:switch(?:ed)? off|turn(?:ed)? off|stop(?:ped)?|cancel(?:led)?|no|not|never|remov(?:e|ed)|without|taken off)",
);

export const asksForStars = (draft: Draft, sentence: Sentence): boolean =>
  !ONCE_SOLVED.test(sentence.plain) &&
  !ABOUT_SURVEYS.test(sentence.plain) &&
  (draft.does(sentence, "ask-feedback") || ASKS_FOR_STARS.test(sentence.plain));

export const wantsReviewChanged = ({ plain }: Sentence): boolean => WANTS_REVIEW_CHANGED.test(plain);

export const sells = ({ plain }: Sentence): boolean =>
  (SELLS.test(plain) && !MAKES_GOOD.test(plain)) ||
  (HOLDS_OUT.test(plain) && OFFER_PRICE.test(plain) && !THEIR_MATTER.test(plain)) ||
  (/\d+ ?(?:%|per cent) off|half(?: the)? price|welcome-back/.test(plain) &&
    OUR_THING.test(plain) &&
    !THEIR_MATTER.test(plain));

/** "12% off our plan", "the bundle is 30% off until Sunday". */
const OUR_THING = pattern(
  "our|bundle|plan|premium|box|set|range|collection|season|rate|until (?:sunday|monday|friday|saturday|the end)|till|valid|new friend|next one|grab",
);

/** Somebody is hurt, was told no, or has a complaint that this reply does not settle. */
export function surveyIsUnkind(draft: Draft): boolean {
  const { customer } = draft;
  if (customer === undefined) return false;
  const has = (signals: readonly Signal[]) => signals.some((signal) => customer.signals.has(signal));
  if (has(GRAVE) || draft.doing("refuse").length > 0 || refusalsIn(draft).length > 0) return true;
  if (customer.isSettled) return false;
  if (has(HURT) || customer.isUpset || customer.burden !== undefined) return true;
  return (
    customer.isHot ||
    (customer.hasLoss &&
      (customer.heat >= WARM || draft.doing("act", "redress").every(({ plain }) => STILL_AT_IT.test(plain))))
  );
}

/** Selling wants more calm than asking for stars: nobody with a trouble, a loss or a wish to go is sold anything. */
export function saleIsUnkind(draft: Draft): boolean {
  const { customer } = draft;
  if (customer === undefined) return false;
  if (surveyIsUnkind(draft)) return true;
  return !customer.isSettled && (customer.hasLoss || customer.isOurFault || TROUBLED.test(customer.everything));
}

const TROUBLED = pattern(
  "cancel(?:led|ling)?|refund|money back|give (?:me )?back|locked|blocked|banned|bleed(?:ing)?|bled|broken?|hurt|nobody|no one|not one|complain(?:t|ing)?|wrong(?:ly)?|charged|took|hospital|ambulance|vet|ill|died|passed away|didn't wake|funeral|allerg\\w+|wth|crooks?|disappointed|ashamed|can't (?:go|afford|pay|use)|too (?:loud|small|big|dark|tight)|leak(?:s|ing)?|late|missing|lost|never (?:came|arrived)|fined?|stuck",
);

const STILL_AT_IT = pattern("working on|looking into|checking|investigating|aware of");
/** Not angry, and no longer quite calm. */
const WARM = 0.3;
