/** Says no to what was asked. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "refuse",
  step: "provide",
  principle: "expect.alternative",
  means: "Says no to what was asked.",
  cues: [
    [
      0.85,
      pattern(
        "(?:i|we)(?:'m| am|'re| are|'ve)?(?: afraid)?(?: (?:i|we|that i|that we))?(?: unfortunately| also| really| simply| just| currently| therefore| sadly| still)* (?:can't|cannot|can not|could not|couldn't|won't be able to|will not be able to|are unable to|am unable to|unable to|(?:are|am) not able to|not able to|aren't able to|won't|will not|don't|do not)(?: currently| simply| just| also| really| now| ever| yet| therefore)* (?:offer|refund|replace|accept|approve|give|grant|make|change|cancel|send|ship|extend|issue|waive|provide|do (?:that|this|it|so|more|anything)|allow|reopen|return|exchange|credit|honour|honor|reimburse|compensate|cover|add|support|deliver|go (?:back|beyond|higher|lower)|reverse|remove|take (?:[\\w']+ ){1,3}back|help (?:you )?with|share|disclose|move|repair|fix|process|fulfil|fulfill|meet|book|sell|match|unlock|release|restore|discuss)",
        "(?:is|are|was|were|it's|that's|this is)(?: simply| just| unfortunately| sadly| currently| therefore)?(?: not|n't) (?:possible|available|eligible|allowed|permitted|covered|refundable|returnable|something (?:we|i) (?:can|offer|do)|able to be|included|supported)",
        "(?:is|are) (?:no longer|non-?) ?(?:available|possible|refundable|returnable|supported|covered|offered|sold|eligible|valid)",
        "(?:i|we)(?:'ll| will)? (?:have|need) to (?:decline|refuse|say no|turn (?:this|that|it) down|reject)|(?:must|i|we) (?:decline|refuse) (?:your|the|this|to)",
        "(?:your|the) (?:request|claim|application|refund|return)(?: \\w+){0,3} (?:has been|was|is|cannot be|can't be|could not be) (?:declined|refused|rejected|denied|approved|accepted|granted|processed|honoured)",
        "(?:cannot|can't|can not|may not|must not) be (?:returned|refunded|exchanged|cancelled|changed|reopened|reversed|extended|accepted|offered|shipped|combined|waived|moved|transferred|replaced|credited|repaired)",
        "(?:sale|discounted|opened|used|worn|custom|personalised|digital) (?:items|goods|products|orders) are (?:never|not) (?:refunded|returnable|refundable|exchanged|accepted)",
        "(?:warranty|guarantee|insurance|plan|contract) (?:does not|doesn't|won't|will not) (?:cover|include|apply|extend)",
        "outside (?:of )?(?:our|the) (?:\\w+ )?(?:window|policy|warranty|period|terms)",
      ),
    ],
  ],
  unless: pattern(
    "has been (?:approved|accepted|granted|processed|honoured)|was (?:approved|accepted|granted|processed|honoured)|is (?:approved|accepted|granted|processed)|(?:won't|will not|don't|do not) (?:give|help|fix|change|make|cover|provide|meet|do this) (?:up|you have to|it all|again)|(?:don't|do not) (?:make|do) (?:you|that mistake|this mistake)|can't (?:thank|wait|imagine|tell you|know|undo|change what|promise)|will not (?:make you|do this again|give up)|you(?:'re| are) (?:not )?outside",
  ),
  examples: {
    is: [
      "I can't reopen it after 90 days.",
      "Unfortunately this is not possible.",
      "We are unable to refund opened items.",
      "Sale items are never refunded.",
      "Your request has been declined.",
    ],
    isNot: [
      "I can't thank you enough.",
      "You couldn't log in because the mail was not confirmed.",
      "I won't give up until it is sorted.",
      "I can't find the parcel in the depot yet.",
    ],
  },
});
