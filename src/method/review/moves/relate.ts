/** Tells briefly of something like it in one's own life. */
import { pattern } from "../pattern.ts";
import { move } from "./move.ts";

export default move({
  id: "relate",
  step: "acknowledge",
  principle: "ack.relate",
  means: "Tells briefly of something like it in one's own life.",
  cues: [
    [
      0.85,
      pattern(
        "i(?:'ve| have) been (?:there|through (?:this|that|the same|something))(?: before| myself| too)?",
        "i(?:'ve| have)(?: also| once)? (?:had|lost|missed|moved|waited|lived|experienced|struggled|felt|gone through|broken|forgotten|dealt with|faced|been locked|been left) .{0,60}(?:myself|too|as well|once|before|in winter|last year|years ago)",
        "i (?:once|remember|recall|used to|also had|went through|had the same|know the feeling|know what (?:it's|it is|that's|that is) like)",
        "(?:the same(?: thing)?|something similar|a similar thing|something like (?:this|that)) (?:once )?happened to me",
        "when i (?:moved|bought|lost|had|was|broke|first|started|went|tried|worked)",
        "(?:as a|being a) (?:parent|mother|father|customer|renter|dog owner|cat owner|runner|cyclist|commuter|student|carer|nurse|teacher)(?: myself|,? i (?:know|can|understand|feel|remember))",
        "my (?:own )?(?:mother|father|mum|dad|son|daughter|wife|husband|partner|sister|brother|kids?|dog|cat|car|boiler|phone|laptop|flight|wedding|landlord) (?:also |once )?(?:had|was|did|broke|got|went|has)",
        "(?:happened|happens) to me (?:too|as well|once|before)",
        "me too",
      ),
    ],
  ],
  unless: pattern(
    "i(?:'ve| have) (?:had|experienced) (?:a look|a word|confirmation)|when i (?:was able|had a look|went through your|tried (?:the|your|to))|i remember (?:your|you|our)|please|\\w+ when i",
  ),
  examples: {
    is: [
      "I've been there.",
      "I've moved house in winter too.",
      "The same thing happened to me last spring.",
      "I know what it's like to sit in a cold flat.",
    ],
    isNot: ["I've checked the log.", "I've moved your booking to Friday.", "I remember your first letter."],
  },
});
