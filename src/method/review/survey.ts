/**
 * Whether asking for stars, or selling something, would hurt now, and which sentences ask. Used by the rule on a draft, and for the
 * survey that a desk sends by itself; what is a sale stands in selling.ts. METHOD close.feedback.
 */
import type { Signal } from "../reading/index.ts";
import type { Draft } from "./draft.ts";
import { pattern } from "./pattern.ts";
import { refusalsIn } from "./refusals.ts";
import type { Sentence } from "./sentence.ts";

const GRAVE = ["bereavement", "self-harm", "threat"] as const;
const HURT = ["vulnerable", "complaint-body", "wants-manager", "legal", "abuse", "safety"] as const;

const ASKS_FOR_STARS = pattern(
  "(?:leav|giv|writ|drop|shar|post|add)(?:e|ing)?(?: us| me)?(?: a| an| your| some)?(?: \\w+){0,3} (?:rating|review|stars?|score|testimonial)",
  "rate (?:us|me|this|your|our|my|it)",
  "(?:was|is|did) (?:this|my|our) (?:reply|answer|message|response|mail|e-?mail|conversation|chat) (?:helpful|useful|help)",
  "how (?:satisfied|happy|pleased|likely) (?:are|were|would) you",
  "on a scale (?:of|from)|from (?:1|one) to (?:5|10|five|ten)",
  "(?:take part in|complete|fill (?:in|out)|answer|take) (?:a|our|the|this) (?:\\w+ ){0,2}(?:survey|questionnaire|poll)",
  "(?:mind|time|moment|minute|seconds?)(?: for us)? (?:to )?(?:rat(?:e|ing)|review(?:ing)?|scor(?:e|ing)|fill(?:ing)? (?:in|out)|answer(?:ing)?)|(?:click|tap|choose) (?:on )?(?:a|the|one of the) (?:smiley|stars?|face|thumb)|(?:leave|give) (?:us|me) (?:a few |some )?(?:stars|thumbs up|kudos)|(?:survey|questionnaire|feedback form) (?:below|attached|at the|is|link|takes)|hear (?:your|some) feedback on|rate (?:how|the way)",
  "how (?:did|do|are|were) we (?:do|did|doing)|how (?:we|i) did today|(?:tap|press|pick|hit|choose) (?:a|one|the) (?:\\w+ )?(?:paw|star|heart|face|smiley|number|thumb)s?|(?:a few|some|five|5) stars (?:on|for|at|in|would)|(?:\\w+ )?(?:quick|short|little) questions? (?:behind|below|in|at|about|wait)|stars on the (?:map|page|portal)|(?:would|could) (?:mean the world|make our day)",
  "(?:satisfaction|feedback|rating) (?:form|survey|page|link)|(?:feedback|rating|review)\\b.{0,30} (?:would be|is|are) (?:\\w+ )?(?:appreciated|welcome)|tell (?:us|me) how (?:we|i) did|your opinion (?:matters|counts|is)|recommend us|say a (?:good|kind) word",
);
/** A review is not for sale, whatever state the customer is in. */
const WANTS_REVIEW_CHANGED = pattern(
  "(?:chang|updat|edit|remov|delet|amend|withdraw|improv|rais|revis)(?:e|ed|ing) (?:your|the|that|this) (?:[\\w-]+ ){0,3}(?:review|rating|stars)|(?:take|taking|taken) (?:down )?(?:your|the|that) (?:[\\w-]+ ){0,3}(?:review|rating)(?: down)?",
);
/** Asks for later, or about a thing that is bought next. */
const ONCE_SOLVED = pattern(
  "(?:now that|once|when|after|as soon as) (?:it|this|that|all|everything|the \\w+)(?:'s| is| has| was)",
);

/** The survey itself is the matter. */
const ABOUT_SURVEYS = pattern(
  "(?:switch(?:ed)? off|leav(?:e|ing) (?:off|out)|left (?:off|out)|skip(?:ped|ping)?|spar(?:e|ed|ing) you|drop(?:ped|ping)?|instead of|turn(?:ed)? off|stop(?:ped)?|cancel(?:led)?|no|not|never|remov(?:e|ed)|without|taken off)",
);

export const asksForStars = (draft: Draft, sentence: Sentence): boolean =>
  !ONCE_SOLVED.test(sentence.plain) &&
  !ABOUT_SURVEYS.test(sentence.plain) &&
  !ALREADY_GIVEN.test(sentence.plain) &&
  (ASKS_FOR_STARS.test(sentence.plain) ||
    (OF_AN_OPINION.test(sentence.plain) &&
      draft.does(sentence, "ask-feedback") &&
      !OUR_OWN_REVIEW.test(sentence.plain)));

/** What the model hears is only believed where a word says that an opinion of us is wanted. */
const OF_AN_OPINION =
  /feedback|rat(?:e|ing)|review|survey|questionnaire|(?<!(?:three|four|five|one|two|\d)[ -])stars?\b|score|opinion|recommend|experience|satisf|how (?:did )?(?:we|i) (?:do|did)|thoughts|testimonial|kind word|out of (?:ten|10|five|5)/;

/** Feedback that they have given, and what became of it. */
const ALREADY_GIVEN = pattern(
  "(?:thank(?:s| you)|grateful|glad) for (?:your|the|this|that) (?:\\w+ )?(?:feedback|review|rating|comments?|kind words|stars)",
  "(?:feedback|review|rating|comments?|report)\\b.{0,60}? (?:has|have|was|were|is|are|will be|i've|we've) (?:been |now )*(?:recorded|noted|received|passed|forwarded|logged|taken|registered|shared|valued|reviewed|read|given)",
);

/** "So that we can review the miles": we look at something again. */
const OUR_OWN_REVIEW =
  /(?<![\w'])review(?:s|ed|ing)? (?:the|your|this|that|it|these|those|all|my|every)(?!\w)(?! (?:\w+ )?(?:experience|service|visit|stay|chat|conversation|support|help|answer|reply|agent)\b)/;

/** They want to rate us, or ask for more of our things themselves. */
const WANTS_TO_RATE = pattern(
  "(?:where|how|can|could|may|shall|would like|want(?:ed)?|happy|glad|i'll|i will|let me|love)\\b[^.?!]{0,40}(?:reviews?|rat(?:e|ing)|stars|recommend|feedback|survey|questionnaire)(?! (?:says?|is wrong))",
);
const WANTS_TO_BUY = pattern(
  "(?:any|is there an?|are there|do you (?:also )?(?:have|sell|offer|stock|do)) (?:\\w+ ){0,4}(?:offers?|discounts?|deals?|plans?|sets?|packs?|versions?|models?|sizes?|options?|packages?|upgrades?|tickets?|rooms?)",
  "(?:what|how much) (?:would you (?:pick|recommend|suggest|choose|take)|would|does|do|is|are|will) (?:\\w+ ){0,5}(?:cost|price|pay|for)|(?:what|how)(?:'s| is| are| about)(?: also)? (?:the|your) (?:\\w+ )?(?:discount|rate|price|offer|deal)s?|price of|looking for|interested in|(?:can|could|may|like to|want to|wanted to|thinking of|how do i|how can i) (?:\\w+ ){0,2}(?:add|buy|order|book|upgrade|switch|rent|reserve|get (?:a|an|another|the|one))",
);

export const wantsStars = ({ customer }: Draft): boolean => WANTS_TO_RATE.test(customer?.plain ?? "");

/** They ask for something to buy, and this speaks of it. */
export function wantsThat({ customer }: Draft, { stems }: Sentence): boolean {
  if (customer === undefined || !WANTS_TO_BUY.test(customer.plain)) return false;
  return customer.sentences.some(
    (theirs) => WANTS_TO_BUY.test(theirs.plain) && [...theirs.stems].some((stem) => stems.has(stem)),
  );
}

export const wantsReviewChanged = ({ plain }: Sentence): boolean => WANTS_REVIEW_CHANGED.test(plain);

/** Somebody is hurt, was told no, or has a complaint that this reply does not settle. */
export function surveyIsUnkind(draft: Draft): boolean {
  const { customer } = draft;
  if (customer === undefined) return false;
  const has = (signals: readonly Signal[]) => signals.some((signal) => customer.signals.has(signal));
  if (has(GRAVE) || draft.doing("refuse").length > 0 || refusalsIn(draft).length > 0) return true;
  if (customer.isSettled) return false;
  if (has(HURT) || customer.isUpset || customer.burden !== undefined || UNHEARD.test(customer.plain)) return true;
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
  return (
    !customer.isSettled &&
    (customer.hasLoss ||
      customer.isOurFault ||
      TROUBLED.test(PLEASED.test(customer.plain) ? customer.plain : customer.everything))
  );
}

/** An old trouble is over for whoever writes so. */
const PLEASED = pattern(
  "(?:it|they|that|this|everything|all)(?:'s| is| are|'re)? (?:\\w+ )?(?:here|works?|fits?|arrived|perfect|lovely|great|brilliant|sorted)|thank you so much|thanks so much|love it|you're a (?:star|doll|legend|gem)|made my day|delighted|so happy",
);

const TROUBLED = pattern(
  "cancel(?:led|ling)?|refund|money back|give (?:me )?back|locked|blocked|banned|bleed(?:ing)?|bled|broken?|hurt|nobody|no one|not one|complain(?:t|ing)?|wrong(?:ly)?|charged|took|hospital|ambulance|vet|ill|died|passed away|didn't wake|funeral|allerg\\w+|wth|crooks?|disappointed|ashamed|can't (?:go|afford|pay|use)|too (?:loud|small|big|dark|tight)|leak(?:s|ing)?|late|off since|down since|been (?:off|down|out)|no (?:internet|power|water|heating|hot water)|missing|lost|never (?:came|arrived)|fined?|stuck",
);

/** Something of it is still wrong, or was passed over. */
const UNHEARD = pattern(
  "money back|refund me|want (?:a|my) refund|give (?:me )?(?:my|the) money",
  "you (?:did(?:n't| not)|have(?:n't| not)|never|still (?:don't|do not|haven't)) (?:\\w+ )?(?:answer\\w*|repl\\w+|said?|told|tell|fix\\w*|read|call\\w*|come|send|sent)|(?:stays?|remains?|is|are) (?:still )?(?:wrong|unanswered|broken|unsolved|missing)|(?:look|looked|looking|feel|felt) like (?:an? )?(?:idiot|fool|thief|beggar|criminal)|stitches|bleeding|ambulance",
);

const STILL_AT_IT = pattern("working on|looking into|checking|investigating|aware of");
/** Not angry, and no longer quite calm. */
const WARM = 0.3;
