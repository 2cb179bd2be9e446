/**
 * Whether asking for stars, or selling something, would hurt now, and which sentences do it. Used by the rule on a draft, and for
 * the survey that a desk sends by itself. METHOD close.feedback.
 */
import type { Signal } from "../reading/index.ts";
import type { Draft } from "./draft.ts";
import { pattern } from "./pattern.ts";
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
  "tell (?:us|me) how (?:we|i) did|your opinion (?:matters|counts|is)|recommend us|say a (?:good|kind) word",
);
/** A review is not for sale, whatever state the customer is in. */
const WANTS_REVIEW_CHANGED = pattern(
  "(?:chang|updat|edit|remov|delet|amend|withdraw|improv|rais|revis)(?:e|ed|ing) (?:your|the|that|this) (?:[\\w-]+ ){0,3}(?:review|rating|stars)|(?:take|taking|taken) (?:down )?(?:your|the|that) (?:[\\w-]+ ){0,3}(?:review|rating)(?: down)?",
);
const SELLS = pattern(
  "did you know (?:that )?(?:with|you (?:can|could)|our|we)",
  "why not (?:try|download|upgrade|switch|get|order|take|treat|join|add|have a look)",
  "(?:upgrade|upgrading|switch|switching|sign up|signing up|subscribe|go|going|moving|change) (?:to |for )?(?:our |the |a )?(?:premium|pro|plus|gold|platinum|deluxe|vip|annual|yearly)",
  "(?:download|try|discover|explore|browse|check out|(?:have|take) a look at|visit|see) our (?:new |latest |other |current |great )?(?:\\w+ )?(?:app|range|collection|offers?|deals?|catalogue|plans?|sale|packages?|bestsellers?)",
  "(?:best|special|exclusive|latest|great|current|limited|seasonal) (?:\\w+ )?(?:offers?|deals?|discounts?)",
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

export const sells = ({ plain }: Sentence): boolean => SELLS.test(plain) && !MAKES_GOOD.test(plain);

/** Somebody is hurt, was told no, or has a complaint that this reply does not settle. */
export function surveyIsUnkind(draft: Draft): boolean {
  const { customer } = draft;
  if (customer === undefined) return false;
  const has = (signals: readonly Signal[]) => signals.some((signal) => customer.signals.has(signal));
  if (has(GRAVE) || draft.doing("refuse").length > 0) return true;
  if (customer.isSettled) return false;
  if (has(HURT)) return true;
  return (
    customer.isHot ||
    (customer.hasLoss &&
      (customer.heat >= WARM || draft.doing("act", "redress").every(({ plain }) => STILL_AT_IT.test(plain))))
  );
}

const STILL_AT_IT = pattern("working on|looking into|checking|investigating|aware of");
/** Not angry, and no longer quite calm. */
const WARM = 0.3;
