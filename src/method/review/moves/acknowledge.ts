/** Names or validates what this feels like for the customer. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "acknowledge",
  step: "acknowledge",
  principle: "ack.feeling",
  means: "Names or validates what this feels like for the customer.",
  cues: [
    [
      0.9,
      pattern(
        "(?:i|we)(?:'m| am| can|'d| would| do| could)?(?: certainly| fully| completely| totally| really| definitely| truly| only| well| absolutely| quite| just| also)* (?:understand|see|hear|imagine|appreciate|realise|realize|recognise|recognize|sense|tell|know|get|feel|empathi[sz]e)\\b.{0,70}{feeling}",
        "(?:you have|you've|you had|you'd have) (?:every|good|all the|a) (?:right|reason|cause) to",
        "you(?:'re| are)(?: absolutely| completely| quite| entirely)? right to (?:be|feel|expect|ask|want|complain|say)",
      ),
    ],
    [
      0.85,
      pattern(
        "(?:that|this|it|which)(?:'s| is| was| sounds?| must be| must have been| must feel| would be| feels| can be| has been| had to be| seems) (?:all |just |simply |clearly |no doubt |obviously )?{very}{feeling}",
        "how {feeling}",
        "(?:it makes|that makes|makes) (?:complete |perfect |total |a lot of )?sense that you",
        "no wonder (?:you|that you|it)",
        "(?:that|this|it)(?:'s| is| was) (?:clearly |simply |really |just )?(?:not|n't) (?:okay|ok|good enough|acceptable|right|fair|what you (?:expected|paid for|ordered|deserve|signed up for)|how (?:it|this|things) (?:should|was meant)|the (?:service|experience|standard) (?:we|you))",
        "(?:that|this|it|you) (?:should (?:not|never) have|shouldn't have)",
        "(?:that|this|it|your \\w+) should have (?:been|come|arrived|worked|gone|reached|happened)",
        "you(?:'re| are| were| have been|'ve been) (?:understandably|rightly|naturally)",
        "(?:i'm|i am|we're|we are) (?:so |very |truly |really |deeply |terribl[ey] )*sorry (?:for|about) your loss",
        "(?:sorry|sad|saddened|concerned|dismayed) to (?:hear|read|learn|see)",
        "(?:my|our|please accept my) (?:sincere |deepest |heartfelt )?(?:condolences|sympath(?:y|ies))",
        "(?:i|we) (?:feel|hear) (?:for )?you",
        "(?:losing|waiting|having|being|getting|paying|chasing|standing|finding|spending|missing|opening|going|hearing|seeing|coming|sitting|writing|explaining|repeating|staying)\\b.{0,120}(?:is|are|would be|must be|was|must have been|sounds) (?:\\w+ ){0,3}(?:{feeling}|bad|no fun|not okay|miserable|more than enough|no way to|the last thing)",
        "you(?:'ve| have) been (?:so |very |more than |really )?(?:patient|put through|through (?:a lot|so much)|passed|kept waiting|left)",
      ),
    ],
    [
      0.65,
      pattern(
        "(?:i|we) (?:can )?(?:completely |totally |fully |really |absolutely |certainly )?(?:understand|hear you|see)(?: that| how| why| what| your|,|\\.|$)",
        "thank you for (?:telling|letting|being (?:honest|open|frank)|raising|flagging|bringing|sharing|pointing)",
        "(?:i|we) (?:can |do )?(?:appreciate|realise|realize|recognise|recognize) (?:that |how |your (?:frustration|disappointment|concern|feelings|position|situation|patience))",
        "your (?:frustration|disappointment|anger|concern|worry|feelings?|reaction)s? (?:is|are|makes?|comes?)",
        "i(?:'d| would) (?:be|feel) .{0,30}(?:{feeling}|the same)",
      ),
    ],
  ],
  unless: pattern(
    "(?:i|we) (?:see|understand|know|realise|realize) (?:that )?(?:the|our|we|your (?:order|parcel|account|payment|invoice|refund|ticket|card|address|e-?mail|subscription|booking))(?: \\w+)? (?:has|was|is|had|were|have)",
  ),
  judge: (sentence, { customer, sharedStems }) =>
    // "Two engineers, two days off work, still no heat": the trouble itself, said without a verb of our own.
    customer?.hasLoss === true &&
    !sentence.isQuestion &&
    sharedStems >= 2 &&
    VERBLESS_TROUBLE.test(sentence.plain) &&
    !RULES_OR_ASKS.test(sentence.plain)
      ? 0.7
      : 0,
  examples: {
    is: [
      "I understand how frustrating this is.",
      "I can imagine how much this has inconvenienced you.",
      "I can tell you're frustrated.",
      "That sounds exhausting, and you have every right to be cross.",
      "Losing a whole morning to this is no fun.",
      "You should not have had to write twice.",
      [
        "My heating has failed again, two engineers came and it is still cold.",
        "Two engineers, and still a cold house.",
      ],
    ],
    isNot: [
      "I see that your order was shipped on Monday.",
      "Please open the settings and choose Reset.",
      "I have refunded 42.80 to your card.",
      "Your parcel will be there on Friday.",
    ],
  },
});

const VERBLESS_TROUBLE = pattern("(?:and |but )?(?:still|yet|no|not|never|without|nobody|nothing|for nothing|again)");
/** A rule, a request, a sentence about anybody: their words stand in it, and their trouble does not. */
const RULES_OR_ASKS = pattern(
  "(?:is|are) (?:responsible|required|excluded|not (?:covered|adjustable|refundable|included|possible|eligible|liable))|please|reply|choose|log in|upload|must|(?:can|may) (?:only|no longer|not)|can't|cannot|your (?:password|passcode|pin)",
);
