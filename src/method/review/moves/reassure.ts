/** Gives hope, courage or a hand: we will work this out. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "reassure",
  step: "acknowledge",
  principle: "attitude.positive",
  means: "Gives hope, courage or a hand: we will work this out.",
  cues: [
    [
      0.85,
      pattern(
        "(?:don't|do not|no need to|please don't|try not to) (?:\\w+ )?(?:worry|panic|be (?:nervous|afraid|scared|ashamed|embarrassed)|be hard on yourself|blame yourself)",
        "rest assured",
        "(?:i'm|i am|we're|we are) (?:here|glad|happy|on (?:it|this|your side)|with you)(?: to (?:help|listen)| for you|$|[,.])",
        "(?:we|i)(?:'ll| will| can|'re going to) (?:\\w+ )?(?:get|sort|work|see) (?:this|it|that|you|through|these) (?:\\w+ )?(?:out|through|sorted|solved|fixed|resolved|right|together|this)",
        "let's (?:work|sort|fix|get|solve|find|see|put|tackle|figure)",
        "you(?:'re| are) (?:not (?:alone|mad|crazy|stupid|silly|to blame|a (?:pain|bother|nuisance|burden))|in (?:good|the right|safe)|doing (?:great|well|the right|your best|a good)|stronger|safe|on the right)",
        "i(?:'ve| have) got (?:you|this)",
        "it(?:'ll| will| gets| is going to) (?:\\w+ )?(?:be (?:okay|ok|all right|alright|fine)|get better|pass|better)",
        "you (?:did|have done|'ve done) (?:\\w+ )?(?:the right|great|well|nothing wrong|exactly)",
        "i believe (?:in )?you|good (?:for|on) you|proud of you|that's (?:great|wonderful|a good (?:start|step|idea))|well done|(?:glad|happy|pleased) (?:that )?you (?:reached|wrote|contacted|asked|told|came|got)",
      ),
    ],
  ],
  examples: {
    is: ["Let's work this out.", "Rest assured, nothing is lost.", "You did nothing wrong."],
    isNot: ["The battery is not alone in the box.", "I've sorted the parcels."],
  },
});
