/** Says the customer's matter again in other words. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "paraphrase",
  step: "listen",
  principle: "listen.paraphrase",
  means: "Says the customer's matter again in other words.",
  cues: [
    [
      0.9,
      pattern(
        "(?:if i|let me (?:see|check|make sure|be sure|know) (?:if |that |whether )?i|(?:make|be) sure (?:that )?i|have i|did i|do i) (?:understand|understood|have understood|'ve understood|got|get|have got|'ve got|have|heard|have heard) (?:\\w+ ){0,5}(?:correctly|right|clearly|properly|straight|everything)",
        "what i(?:'m| am) hearing",
        "in other words,? you",
        "(?:you(?:'re| are)) (?:saying|telling me|asking|describing) (?:that|whether|if|me|for|about)",
        "(?:to|let me) (?:summari[sz]e|sum up|recap|put (?:it|that) in my own words)",
        "(?:so,?|as i understand(?: it| you)?,?|from what (?:you(?:'ve| have)?|i) (?:\\w+ ){0,2}(?:say|said|describe|described|told me|tell me|wrote|write|read|understand|gather),?) (?:you|your|the|it|this|after|since|when|nobody|what|there)",
        "i understand (?:that )?you(?:'d| would| want| are looking| were| have|'ve|'re)",
      ),
    ],
    [
      0.65,
      pattern(
        "^(?:and |ok(?:ay)?,? |right,? )?so,? (?:you|your|the|after|since|what you)",
        "it sounds (?:like|as if|as though) (?:you|the|your)",
        "you (?:mentioned|said|wrote|told (?:me|us)|described|reported|explained|asked)",
      ),
    ],
  ],
  judge: (sentence, { customer, sharedFigures, sharedStems }) =>
    customer !== undefined &&
    !sentence.isQuestion &&
    sharedStems + sharedFigures >= 3 &&
    /\byour?\b|\byou'/.test(sentence.plain) &&
    !OWN_WORK.test(sentence.plain)
      ? 0.65
      : 0,
  examples: {
    is: [
      "Let me see if I understand everything clearly.",
      "So you ordered two lamps and only one came.",
      "If I understand you correctly, the June charge is wrong.",
      [
        "The blue kettle arrived on 3 March with a cracked lid and leaks all over my kitchen.",
        "Your blue kettle came with a cracked lid, and the kitchen floor was wet.",
      ],
    ],
    isNot: ["So let's get started.", "I've refunded the charge.", "We'll write by Friday."],
  },
});

const OWN_WORK = pattern("i|we|i've|we've|i'll|we'll|i'm|we're");
