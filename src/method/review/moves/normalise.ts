/** Says that anybody would feel so. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "normalise",
  step: "acknowledge",
  principle: "ack.normalise",
  means: "Says that anybody would feel so.",
  cues: [
    [
      0.9,
      pattern(
        "(?:anyone|anybody|any of us|everyone|most people|many people|all of us|a lot of people|lots of people|plenty of people) (?:would|in your|feels?|might|could|who|gets?|has felt)",
        "would (?:\\w+ )?(?:worry|upset|annoy|frustrate|anger|scare|frighten|bother|exhaust) (?:anyone|anybody|any of us|me|everyone)",
        "who wouldn't",
        "(?:perfectly|completely|entirely|totally|only|absolutely|quite|very) (?:natural|normal|understandable|reasonable|human|fair)",
        "(?:in|put myself in) your (?:place|shoes|position|situation)",
        "(?:natural|normal|understandable|human|reasonable) (?:to|that you|for you|reaction|response|for anyone)",
        "you(?:'re| are) not (?:alone|the only one) (?:in|to) (?:feel|think|worry|be)\\w*",
        "(?:i'd|i would|we'd|we would) (?:be|feel|have felt|have been) (?:\\w+ ){0,4}(?:too|as well|also|the same)",
      ),
    ],
  ],
  unless: pattern(
    "(?:normal|natural) (?:delay|for (?:a|the|this|our) (?:parcel|order|product|device|app|system|battery|software|machine))|it(?:'s| is) normal for (?:parcels|orders|deliveries)",
  ),
  examples: {
    is: [
      "Anyone would want this settled before Friday.",
      "It's perfectly natural to feel cross about it.",
      "I'd be annoyed too.",
    ],
    isNot: ["This delay is normal at this time of year.", "The people with the link can open the file."],
  },
});
