/**
 * How a sentence receives a person who is upset. "warm" takes up what it felt like, owns it, or gives back what happened to them;
 * "harsh" blames, cheers, thanks by rote or owns nothing; "cold" reads out a rule or demands; "engaged" is somebody at work on it; anything else is "plain". A form of words that owns nothing
 * is cold, however many of their words stand in it.
 */
import { BELITTLING, NOT_BELITTLING } from "./belittling-cues.ts";
import { ASKED_BLAME, BLAME, NOT_BLAME } from "./blame-cues.ts";
import type { Draft } from "./draft.ts";
import { keyOf } from "./figures.ts";
import { isHollow } from "./hollow.ts";
import { sharedWith, wordsIn } from "./look.ts";
import { NORMAL, OF_THE_REACTION } from "./normalising-cues.ts";
import { pattern } from "./pattern.ts";
import type { Sentence } from "./sentence.ts";

const WARM = ["acknowledge", "reflect", "normalise", "relate", "apologise", "own", "set-boundary", "reassure"] as const;
/** Short words that meet somebody and are none of the moves. */
const MEETS = pattern(
  "(?:my|our) (?:own )?(?:mistake|fault|slip|error|bad)|(?:i|we) broke (?:it|that|my|our)|(?:was|is) my word|(?:i|we) can (?:well |only )?(?:imagine|understand)(?: that)? you(?:'re| are|'ve been| have been| must| were)|(?:glad|good|right) (?:that )?you (?:told|wrote|said|asked|are safe)|(?:frightens|worries|shames|shocks|upsets|saddens) (?:me|us)|(?:i|we)(?:'m| am|'re| are) (?:ashamed|relieved|shocked|worried|appalled)|no excuses?|you(?:'re| are| were) (?:\\w+ )?right|thank god|i had to (?:put|read)|(?:it|that)(?:'s| is| was) (?:what i said|on (?:me|us)|us)|it (?:is|was)n't you|it(?:'s| is) not you|(?:fault|failure|mistake|slip|error) (?:is|was) (?:ours|mine)|no (?:reason|need) to be ashamed|i get (?:it|that)[:,]|i (?:can |do |quite |fully )?(?:get|see) why(?! (?:it|this|that|the))|within your rights|(?:that's|that is|how|what a) (?:\\w+ )?(?:gutting|rotten|rough|grim|a shame|a pity|miserable|shame)|(?:i|we) (?:feel|felt) (?:\\w+ )?(?:bad|awful|terrible) (?:about|for)|someone in charge|in your (?:place|shoes)|what you (?:wrote|told)|you(?:'d| had|'ve| have)? (?:told (?:me|us)|asked) (?:\\w+ )?(?:twice|before|already|three|four|,|and)|(?:i|we)(?:'ve| have)? read (?:your|every|it|all|this|the mail)|(?:no|not a) joke|nothing (?:i|we) can (?:send|say|do) (?:makes|will)|forgive (?:me|us|the)|thinking of you|(?:that|it|this) (?:hurts|stings|must|had to|should(?:n't| not))|no way to|what a (?:night|week|day|mess|shame|start|fright|shock|blow)|^(?:oh no|oh dear|oh my|ouch|good grief|how (?:awful|sad|horrible|terrible))|neither (?:came|was|did)|and (?:i|we|nobody) (?:didn't|did not|never|let)|no small thing|for nothing|still no \\w+|more than enough|by (?:me|us) (?:and|,)|fair (?:questions?|point)|how is (?:your|he|she)",
);
const PROCEDURE = pattern(
  "(?:we|i) (?:need|require)|(?:is|are) required|(?:terms|conditions|policy|rules|regulations|section|manual|procedure|criteria|guidelines|order)(?: and \\w+)?(?: of \\w+)? (?:say|says|state|states|is|are|apply)|(?:as|according|subject|pursuant) (?:set out|stated|laid|required|per|to|described)|must be|have to be|customers are|(?:applications?|requests?|cases?|fees|items|tickets|fines|payments?) (?:are|is|can|cannot|can't|have to)|(?:we|i) take .{0,40}seriously",
);
const THROWN_BACK = pattern(
  "(?:i'm|i am|we're|we are) (?:not an? \\w+, and|neither \\w+ nor)|you (?:should|could|ought to|might|must) (?:really |just |at least )?have|you really ought|won't (?:speed|help|change)|does(?:n't| not) (?:repair|help|change|make)|you (?:signed|accepted|agreed)|which you|as (?:(?:we|i|our \\w+|my \\w+) )?(?:already |previously )?(?:said|told|explained|stated|set out|mentioned)|threats?|improper|perhaps (?:you|your)",
);
const BREEZY = pattern(
  "(?:concern|feedback|satisfaction|opinion|safety|wellbeing) (?:is|are) (?:very |extremely |really )?important to us|we hear you,? but|(?:great|good|fantastic|exciting) news|no (?:problem|worries)|sure thing|thanks? (?:you )?(?:so much |very much )?for (?:your|the|this|reaching|contacting|getting in|riding|choosing|being|informing|bringing|coming back|writing|raising)|(?:sorry|sad) to see you (?:go|leave)|happy to help|crazy week|valued (?:customer|guest|member)",
);
/** Done by nobody, or by somebody who is not here. */
const FAR_OFF = pattern(
  "(?:has|have) been (?:escalated|forwarded|passed|logged|received|noted|registered|initiated|opened)|(?:is|are) (?:being |currently )?(?:scheduled|working on|sent out by|looked after|responsible|investigated|processed|handled)|(?:outside|external) (?:company|firm|provider)|our (?:provider|vendor|partner|supplier|courier|technicians?|engineers?|staff)|due to (?:operational|technical|high|improper)|there is (?:currently )?(?:a|an) (?:disturbance|disruption|issue|problem|outage)|we were (?:held up|busy)|(?:it's|it is) (?:only|just)",
);
/** Seconds count, and the reply uses them. */
const EMERGENCY = pattern(
  "(?:ring|call|dial|text) (?:\\d{2,3}|the (?:fire|police|ambulance))|unplug|everybody out|leave (?:the|your) (?:flat|house|room|building)|(?:don't|do not|don't) (?:drive|use|touch|open|ride) (?:it|the|them)|(?:don't|do not) go (?:back|in|near|home)|stay (?:where you|inside|away|with)|are you (?:safe|hurt|thinking of)",
);

/** They are told what to do, or what holds for everybody: their words come back in it, but nothing is given back. */
const TELLS_THEM = pattern(
  "^(?:just |simply |kindly |then |now |also |so )?(?:send|log|pop|reply|choose|click|visit|go|get|use|open|fill|complete|upload|attach|enter|call|ring|contact|wipe|switch|turn|check|try|note|make sure|have you|tell|give|confirm|return|bring|take)|(?:i'm gonna|i'll|we'll|i|we|you'll|you) need|(?:is|are) responsible for|need(?:s)? to be|(?:can|must|may) (?:only )?be|reply (?:with|here)|(?:is|are) excluded|(?:your|an|the) (?:password|pin|passcode|recovery phrase)",
);

export type Reception = "warm" | "harsh" | "cold" | "engaged" | "plain";

export function receives(draft: Draft, sentence: Sentence): Reception {
  const { plain } = sentence;
  if (EMERGENCY.test(plain)) return "warm";
  if (isHollow(sentence) || BREEZY.test(plain) || THROWN_BACK.test(plain) || pointsOrShrinks(sentence)) return "harsh";
  if (draft.does(sentence, ...WARM) || MEETS.test(plain)) return "warm";
  if (PROCEDURE.test(plain) || FAR_OFF.test(plain) || draft.does(sentence, "ask", "instruct", "refuse")) return "cold";
  if (!/^(?:if|when|once|should) |please /.test(plain) && !TELLS_THEM.test(plain) && givesBack(draft, sentence))
    return "warm";
  return I_AM_ON_IT.test(plain) || draft.does(sentence, "set-boundary") || sharedWith(draft, sentence) >= 2
    ? "engaged"
    : "plain";
}

/** Warm by what it says of them, not only by what of theirs comes back in it. */
export const isHeartfelt = (draft: Draft, sentence: Sentence): boolean =>
  receives(draft, sentence) === "warm" &&
  (EMERGENCY.test(sentence.plain) || MEETS.test(sentence.plain) || draft.does(sentence, ...WARM));

const OWNS = pattern("sorry|apolog\\w+|our (?:own )?(?:fault|mistake|slip)|on us|mine|i get (?:that|it)");

/** Blames them, makes it small, or calls it normal. */
const pointsOrShrinks = (sentence: Sentence): boolean =>
  (wordsIn(sentence, NORMAL).length > 0 && !OF_THE_REACTION.test(sentence.plain) && !OWNS.test(sentence.plain)) ||
  (wordsIn(sentence, BELITTLING).length > 0 && !NOT_BELITTLING.test(sentence.plain)) ||
  (!NOT_BLAME.test(sentence.plain) &&
    wordsIn(sentence, sentence.isQuestion ? ASKED_BLAME : BLAME).length > 0 &&
    !/you should(?:n't| not) have/.test(sentence.plain));

const I_AM_ON_IT = pattern(
  "i(?:'ve|'ll|'m| have| will| am| can see| called| rang| found| looked)|we(?:'ve| have) (?!no )\\w+|yes|welcome",
);

/** "coconut milk, the rice and tonight the salmon": what happened to them, in their words. A date for it is not. */
function givesBack(draft: Draft, sentence: Sentence): boolean {
  const { customer } = draft;
  if (customer === undefined) return false;
  let shared = 0;
  for (const stem of sentence.stems) if (customer.stems.has(stem)) shared += 1;
  for (const figure of draft.figuresOf(sentence)) if (customer.figureKeys.has(keyOf(figure))) shared += 1;
  return shared >= 3 || (shared === 2 && HAPPENED.test(sentence.plain));
}

const HAPPENED = pattern(
  "you(?:'ve|'d| have| had)|but|and (?:nobody|nothing|then|still|yet)|not|never|nobody|without|again|still|no|wrong|ours?|i (?:said|told|promised|wrote)|we (?:said|told|promised)|which",
);
