/** Takes responsibility in the first person. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "own",
  step: "acknowledge",
  principle: "ack.apology",
  means: "Takes responsibility in the first person.",
  cues: [
    [
      0.9,
      pattern(
        "(?:that|this|it|the (?:mistake|error|fault|delay|mix-?up|confusion|slip))(?:'s| is| was)(?: entirely| completely| all| clearly| simply| purely| wholly| absolutely)? (?:my|our|mine|ours|on (?:me|us)|down to (?:me|us))(?: (?:own )?(?:fault|mistake|error|responsibility|doing|slip|oversight|failing|end))?",
        "(?:a|an) (?:mistake|error|slip|oversight|fault|failure|mix-?up|typo|bug) (?:on (?:my|our) (?:part|side|end)|of (?:mine|ours|my own|our own)|in our (?!policy)\\w+)",
        "(?:i|we) (?:said|told you|promised) .{0,60}(?:and|but) (?:i |we )?(?:didn't|did not|never|nothing|neither|nobody|let (?:it|both|that|you|friday|\\w+day))|wrong of (?:me|us)|(?:was|were|'s|is) (?:up to|my job|our job) (?:me|us)|(?:i|we) let .{0,30}(?:go by|pass|slip)",
        "(?:i|we) (?:take|accept|bear) (?:full |complete |the )?(?:responsibility|blame)",
        "(?:i|we) (?:really |clearly |simply |also |then |have |'ve )*(?:made (?:a|an|this|that|the) (?:\\w+ )?(?:mistake|error|slip)|missed (?:it|this|that|your|the|our)|forgot|failed|got (?:this|that|it|your) (?:\\w+ )?wrong|messed (?:this|that|it)? ?up|dropped (?:this|the)|let you down|overlooked|mixed up|lost your|misread|mistyped|miscounted|broke (?:my|our|that|the) (?:word|promise)|fell short|kept you waiting|left you)",
        "(?:i|we) (?:entered|sent|shipped|charged|billed|gave|told|used|quoted|packed|put|posted|booked|took|delivered) (?:you )?(?:\\w+ ){0,3}(?:wrong|twice|the wrong|incorrect|another|in error|by mistake|too much|late)",
        "(?:i|we) (?:should have|should not have|shouldn't have|ought to have|didn't|did not|never|hadn't|haven't) (?:\\w+ )?(?:told|tell|called|call|replied|reply|write|written|wrote|sent|send|do|done|keep|kept|update|updated|check|checked|let|answer|answered|warn|warned|notice|noticed|come|came|caught|catch|deliver|delivered|ship|shipped|explain|explained|got|get|asked|been|read)",
      ),
    ],
  ],
  unless: pattern(
    "(?:if|whether) (?:i|we) (?:\\w+ ){0,2}(?:failed|missed|made|got)|(?:i|we) never (?:tell|told|share|charge|send|ask)",
  ),
  examples: {
    is: [
      "That was our mistake.",
      "I entered the wrong address.",
      "We charged you twice.",
      "We should have told you on Monday.",
    ],
    isNot: ["The courier was late.", "You entered the wrong address.", "I never share your address with anybody."],
  },
});
