/** Says what will be done. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "promise",
  step: "provide",
  principle: "close.through",
  means: "Says what will be done.",
  cues: [
    [
      0.85,
      pattern(
        "(?:i|we){will}(?: now| then| also| personally| certainly| definitely| be| both| make sure| immediately| gladly| of course| today| tomorrow| on \\w+| get)* (?!not\\b|need\\b|have to\\b|never\\b|be (?:able|unable|happy|glad|sorry|honest)\\b|require\\b|see\\b|miss\\b|remember\\b)\\w+",
        "you(?:'ll| will| should| can expect to)(?: then| also)? (?:hear|get(?! that\\b)|receive|have(?! (?:\\w+ed|been|done|known|read|told|sent|kept|seen|taken|written|made|put|thought|left|given)\\b)|see|be (?:contacted|called|told|refunded|updated|notified))",
        "(?:i|we) (?:promise|guarantee|commit|undertake)",
        "expect (?:it|them|a (?:reply|call|text|mail|message|refund|update)|an (?:update|answer|email|e-mail)|the|your)",
        "(?:a|the|your) (?:\\w+ ){1,3}(?:will|'ll) (?:be with you|arrive|reach|be (?:delivered|sent|shipped|refunded|there|collected|credited|done|fixed|ready)|leave|come|land|go out|ship)",
        "(?:let me|allow me to|i need to|i want to) (?:check|look|find out|ask|see what|investigate|speak|talk|confirm)",
      ),
    ],
  ],
  unless: pattern(
    "if you(?:'d| would)? (?:like|prefer|want|wish|choose|rather|decide|agree)|(?:i|we) (?:will|'ll) (?:not|never)|won't|(?:i|we)'ll (?:be here|need)|you(?:'ll| will) (?:have to|see (?:a|the|an) (?:button|link|page|list|menu|box|icon|screen))|let me know|let me (?:see|check) (?:if|that|whether) i",
  ),
  examples: {
    is: [
      "I'll call you on Tuesday before noon.",
      "We will get back to you.",
      "You'll hear from me by Friday.",
      "You should have it by Friday.",
      "Your refund will arrive by 9 May.",
    ],
    isNot: [
      "If you like, I'll call you.",
      "I will not close it.",
      "I'll need your order number.",
      "You'll see a button called Reset.",
      "You should have checked the lamp when it came.",
    ],
  },
});
