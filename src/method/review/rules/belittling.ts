/** This makes their trouble smaller than it is to them. */
import { wordsAnywhere } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const BELITTLING = everyPattern(
  "calm down",
  "(?:it's|it is|that's|that is|this is) (?:only|just|merely) (?:a|an|one) (?:small|minor|little|tiny|slight|short|simple|bit of a|two-day|one-day|few|couple)(?: \\w+)?",
  "(?:not|no|isn't|hardly) (?:such |really |that |exactly )?(?:a )?big deal",
  "over-?react(?:ing|ion)?",
  "(?:as|like) (?:i|we)(?:'ve| have)? (?:already |previously |just )?(?:said|explained|told you|mentioned|stated)(?: (?:before|already|earlier|above))?",
  "(?:nobody|no one|none of our (?:other )?customers) (?:else )?(?:has |have |ever )*(?:complain(?:s|ed)|had (?:a|this) problem|has this problem|minds?|noticed)",
  "(?:no need|no reason) to (?:be|get|feel) (?:so |this |that )?(?:upset|angry|rude|frustrated|annoyed|worked up|dramatic|emotional|aggressive)",
  "(?:don't|do not) (?:be|get) (?:so )?(?:upset|angry|rude|dramatic|emotional|aggressive|worked up|silly)",
  "(?:it's|it is|that's|this is) not (?:that|so) (?:bad|serious|important|urgent|difficult|hard)",
  "(?:a|just a|only a) (?:minor|slight|small) (?:inconvenience|delay|issue|hiccup|problem|matter)",
  "you(?:'re| are) (?:being (?:a bit |too |so )?(?:unreasonable|difficult|dramatic|emotional|impatient)|making a fuss)",
  "(?:simply|just) (?:relax|be patient)",
);
/** Said of ourselves, or wished away. */
const NOT_SAID_TO_THEM = pattern(
  "not (?:just|only|merely) a|more than (?:just )?a|isn't (?:just|only) a|(?:i|we) (?:over-?reacted|was over-?reacting)|never (?:just )?a (?:minor|small)|to you it|calm down the",
);

export default rule({
  id: "belittling",
  catalogue: "A3",
  step: "acknowledge",
  principle: "calm.respect",
  level: "nudge",
  see: "This makes their trouble smaller than it is to them.",
  why: "A feeling that is called out of place grows; one that is taken as valid falls.",
  do: "Leave it out, or say why it matters to them.",
  cites: ["herr-2015", "weger-2014"],
  examples: {
    flags: [
      "[[It's only a two-day delay]], so the parcel will be there on Friday.",
      "Please [[calm down]], and then we can talk about the refund.",
      "[[As I already explained]], the parcel left our depot on Monday morning.",
      "This is [[no big deal]], and I can change it in a minute.",
      "There is [[no need to be upset]], the money comes back on Friday.",
      "[[No one else has complained]] about the colour of this lamp.",
    ],
    passes: [
      "I've just sent the parcel, and it will be there on Friday.",
      "I see why this can't wait, so I called the depot.",
      "You wrote that it is “no big deal”, and I still want to fix it.",
      "This is not just a small delay when a wedding depends on it.",
      "It's only in the blue version that the lid cracks, so I sent a green one.",
      "Just a moment, please: I am reading the whole file first.",
      "It only takes a minute to reset, and nothing is lost.",
      "As I promised on Tuesday, the new lamp left our shop today.",
    ],
    misses: ["A short delay like this one should not spoil anybody's day."],
  },
  check: (draft) => wordsAnywhere(draft, BELITTLING, NOT_SAID_TO_THEM),
});
