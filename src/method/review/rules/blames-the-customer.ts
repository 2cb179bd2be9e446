/** This sentence points a finger at the customer. */
import { wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const DUTY =
  "(?:read|check|follow|tell|send|provide|include|enter|fill|update|cancel|pay|respond|reply|return|attach|save|confirm|use|mention|sign|back|complete|notice|contact|inform|keep|register|renew|look|wait|ask|test|try|report|call|plan|book|allow|take care|make sure)";
const DUTY_DONE =
  "(?:read|checked|followed|told|sent|provided|included|entered|filled|updated|cancelled|paid|responded|replied|returned|attached|saved|confirmed|used|mentioned|signed|backed|completed|noticed|contacted|informed|kept|registered|renewed|looked|waited|asked|tested|tried|reported|called|rung|phoned|planned|booked|allowed|taken care|made sure|chosen|ordered|said|warned|thought|bought|packed|insured|tightened|come|left earlier|let us)";
const DONE_WRONG =
  "(?:entered|typed|used|chose|selected|gave|provided|put|sent|ordered|picked|clicked|pressed|deleted|misread|misunderstood|missed|forgotten|mistyped|made a mistake|overlooked|ignored|pulled|dropped|opened|damaged|broken|left|moved|changed|cut)";
const PEOPLE =
  "(?:customers?|users?|clients?|owners?|parents?|passengers?|guests?|tenants?|travellers?|riders?|members?|buyers?|patients?|applicants?|account holders?|people|everyone|everybody)";
const BLAME = everyPattern(
  "you (?:have |had |'ve |clearly |obviously |simply |also )*(?:failed|neglected|forgot|forgotten|ignored|refused|overlooked)(?: to)?(?! your password)",
  `you (?:really |surely )?(?:should|ought to|could|might)(?:'ve| have) (?:simply |at least |just |also |first |better )?${DUTY_DONE}`,
  "you (?:really )?(?:should|ought to)(?:'ve| have) had .{0,40}(?:inspected|checked|serviced|repaired|tested|looked at|insured)",
  `you really (?:ought|need|have) to ${DUTY}`,
  "you (?:should not|shouldn't) have",
  `(?:you|your \\w+) must have ${DONE_WRONG}`,
  `(?:perhaps|maybe|presumably|probably|i (?:suspect|assume|presume|imagine)) (?:that )?(?:you|your \\w+)(?: did| just| simply| may have| might have| have| has)* (?:pull|drop|press|forget|miss|leave|break|use|${DONE_WRONG})`,
  `you (?:didn't|did not|never|have not|haven't)(?: even| actually)? ${DUTY}(?:ed|d|ied)?`,
  "which you (?:did not|didn't|have not|haven't|evidently|obviously|clearly|apparently|accepted|agreed to|signed|confirmed|failed)(?: (?:do|read|follow|notice)(?:ne)?)?",
  "you (?:were|are) (?:supposed|told|asked|required|meant|obliged|warned) to(?! (?:wait|pay twice|come back|ring))",
  `you(?:'ve| have)? ${DONE_WRONG} (?:us |in )?(?:the |an |a )?(?:wrong|incorrect)`,
  "(?:as|which is|this is|it's all|it is all) (?:\\w+ )?(?:stated|written|mentioned|explained|set out|laid down|printed) (?:clearly )?(?:in|on) (?:the|our|your) (?:\\w+ )?(?:terms|contract|policy|conditions|manual|booklet|handbook|instructions|small print|rules)(?: (?:and conditions )?(?:that )?you (?:accepted|agreed to|signed))?",
  "you (?:signed|accepted|agreed to|ticked|confirmed) (?:the|our|these) (?:terms|conditions|contract|rules|agreement|policy)",
  "(?:this|that|it)(?:'s| is| was) (?:entirely |completely |actually )?your (?:own )?(?:fault|mistake|error|responsibility|choice|decision|doing)",
  "your own (?:carelessness|negligence|fault|mistake|error|doing)|only yourself to blame|asking for trouble|should know better|self-inflicted",
  "if you(?:'d| had) (?:only |just |simply )?(?:read|checked|followed|told|sent|asked|paid|waited|listened|planned|tested|called|reported)",
  `had you (?:only |just |simply )?${DUTY_DONE}`,
  "it (?:would|might|could)(?:'ve| have) (?:helped|been (?:better|wiser|easier|quicker|simpler|good|nice|enough))(?: if you| to| had you)",
  "could have been (?:avoided|prevented)(?: if you| by you| had you| with (?:a little|more|some))",
  `(?:every|each|the) ${PEOPLE} (?:is|are) (?:\\w+ )?responsible|${PEOPLE} are (?:\\w+ )?(?:responsible|required|obliged|expected|supposed)|(?:the |your |a )?${PEOPLE}(?:'s|s'|')? (?:own |sole )?responsibility|responsibility (?:lies|rests|is) with (?:you|the ${PEOPLE})`,
  "(?:due to|because of|caused by|result of|down to|comes from|stems from|a case of|points to|indicates|suggests|mean) (?:an? |the |your |some )?(?:\\w+ )?(?:improper|incorrect|wrong|careless|inappropriate|rough|user|operator|operating|handling|inadequate|insufficient) (?:\\w+ )?(?:use|usage|handling|storage|treatment|care|laying|installation|operation|entry|input|error|mistake|cleaning|assembly|connection|maintenance|fitting|washing|charging)(?: by \\w+(?: \\w+)?)?|(?:user|operator|operating|handling) error|(?:results?|came|comes) from (?:wrong|improper|incorrect) \\w+",
  "(?:problem|issue|fault|error|cause|mistake|trouble) (?:is|lies|must be|seems to be) (?:on|at|with) your (?:end|side|part)",
  "(?:people|most people|customers|users) (?:\\w+ )?(?:forget|overlook|misread|ignore|don't read)",
  "(?:(?<=^|[,;:] )|please |and (?=take care|make sure))(?:use|check|plan|read|make sure|ensure|follow|enter|mind|look|take care|observe|allow|pay attention|order|think)\\b[^.]{0,60} (?:in (?:the )?future|next time|from now on)",
  "be (?:a bit |a little )?(?:more )?(?:careful|attentive|precise|thorough) (?:in future|next time|when|with)",
  "(?:in (?:the )?future|next time|from now on),? please (?:use|check|plan|read|be|make sure|ensure|follow|enter|mind|look|take care|observe|allow|pay attention|order|think)",
  "(?:please )?(?:read|check|study) [^.]{0,40}(?:before (?:complaining|contacting us|writing to us|applying|ordering|booking|you (?:complain|order|apply|write|book)))",
  "(?:we|i) (?:would )?(?:recommend|advise|suggest) (?:that you |you )?(?:to )?(?:always )?(?:plan|book|allow|check|leav|order|read|tak|arriv|insur|back|mak|keep)\\w*[^.]{0,40}(?:earlier|in advance|more time|more carefully|enough time|in good time|for important|regularly|next time)",
);
/** A question may reproach as well: "Had you tested it, as required?" */
const ASKED = everyPattern(`had you (?:only |just |simply )?${DUTY_DONE}`, "as required");
const NOT_BLAME = pattern(
  "if you (?:forgot|forget|didn't|did not|never|have not|haven't|ignored)|(?:said|say|mentioned|wrote|told (?:me|us)|worried|sure|understand|glad|wonder(?:ed)?|whether|grateful|so that|in case|means|happy|pleased|sorry)(?: that)? you|(?:don't|do not) (?:think|believe|mean)|you (?:didn't|did not) (?:ask for (?:this|that|any)|send (?:it|that|this) (?:wrong|twice)|keep anything)|not (?:that )?you|used (?:more|up|all|any|less)|as if you|not your (?:own )?(?:fault|mistake|doing)|reason you|why you|never your|(?:we|i)(?:'ll| will|'ve| have| should| shall) [^.]{0,60}(?:in (?:the )?future|next time|from now on)|(?:our|my) (?:own )?(?:responsibility|mistake|error)",
);

export default rule({
  id: "blames-the-customer",
  catalogue: "A13",
  step: "acknowledge",
  principle: "calm.respect",
  level: "nudge",
  see: "This sentence points a finger at the customer.",
  why: "People defend themselves against a “you did not”; they take a fact as a fact.",
  do: "Say what is so, without you: the form came without page 2.",
  cites: ["rogers-2018", "packard-2018"],
  examples: {
    flags: [
      "[[You forgot]] page 2 of the form, so nothing happened.",
      "[[You should have checked]] the size before you ordered the coat.",
      "The parcel came back because [[you entered the wrong]] house number.",
      "[[You didn't follow]] the steps that we sent on Monday.",
      "[[As stated in the terms you accepted]], the fee is not returned.",
      "I looked at it, and [[that is your own mistake]], I am afraid.",
      "[[You could have asked]] at the desk before you drove home.",
      "[[Had you tested]] the lamp in the shop, as others do?",
      "We have moved the date. [[Please plan better next time]].",
      "Broken clasps are mostly [[due to rough handling]] at home.",
      "[[Perhaps your son did pull]] the handle, as children do.",
      "[[Every guest is responsible]] for the safe in the room.",
      "[[It would have helped to]] show the ticket a little sooner.",
    ],
    passes: [
      "The bill covers two months, so you haven't used more than usual.",
      "The form arrived without page 2, so nothing happened yet.",
      "You should have received an e-mail with the label on Monday.",
      "If you forgot your password, choose Reset on the first page.",
      "You must have been worried when the light went out.",
      "You didn't do anything wrong: the page lost what you typed.",
      "You said you didn't cancel, and the log says the same.",
      "You had to write twice about this lamp.",
      "I'll check the list twice next time, so that no bag is left behind.",
      "You could have your money back today, or a new lamp on Friday.",
      "It would have been our duty to tell you before the train left.",
      "Perhaps you would like to keep the old one until the new one comes.",
      "The manual has a picture of it: the screw sits under the lid.",
      { customer: "What did I do wrong?", reply: "You entered the wrong house number; it says 12 instead of 21." },
    ],
    misses: ["The address on the label was mistyped by the buyer, as so often."],
  },
  *check(draft) {
    if (draft.customer !== undefined && OWN_UP.test(draft.customer.plain)) return;
    for (const sentence of draft.body) {
      const isQuestion = sentence.isQuestion;
      if (NOT_BLAME.test(sentence.plain)) continue;
      let end = 0;
      for (const place of wordsIn(sentence, isQuestion ? ASKED : BLAME)) {
        // "You should not have had to" is an acknowledgement.
        if (
          /^you (?:should not|shouldn't) have$/.test(draft.plain.slice(place.start, place.end)) &&
          EMPATHY.test(sentence.plain)
        )
          continue;
        if (place.start >= end) yield place;
        end = place.end;
      }
    }
  },
});

const OWN_UP = pattern(
  "what (?:did|have) i (?:do|done) wrong|my (?:own )?(?:mistake|fault|error)|i (?:made a mistake|messed up|must have)|did i (?:do|make|enter|forget|miss)",
);
const EMPATHY = pattern("you (?:should not|shouldn't) have (?:had|been|to|gone|needed|waited|received|got|paid|seen)");
