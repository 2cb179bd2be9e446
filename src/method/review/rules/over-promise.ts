/** Nobody can be sure of this. */
import { wordsAnywhere } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const TOO_MUCH = everyPattern(
  "(?:i|we) (?:can |do |will |hereby )?guarantee",
  "(?:is|are|be) guaranteed (?:to|that|by)",
  "(?:it|this|that|they|your \\w+|the \\w+)(?:'ll| will) (?:definitely|certainly|absolutely|surely|without fail) \\w+",
  "(?:will|'ll) (?:definitely |certainly )?never (?:ever )?happen again",
  "(?:won't|will not|is not going to|isn't going to) (?:ever )?happen again",
  "100 ?% (?:sure|certain|guaranteed|safe|secure)",
  "(?:never|no) (?:ever )?(?:have|has|had) (?:this|that|a) (?:problem|issue|trouble) again",
);
const FAIR = pattern(
  "(?:can't|cannot|can not|don't|do not|not|unable to|nobody can) (?:\\w+ )?(?:guarantee|promise)|guarantee (?:period|covers|card|lasts|runs)|money-?back guarantee|under guarantee|so that (?:it|this)|make sure|to stop|working (?:on|to)|hope (?:that )?(?:it|this)",
);

export default rule({
  id: "over-promise",
  catalogue: "P11",
  step: "provide",
  principle: "expect.timeline",
  level: "nudge",
  see: "Nobody can be sure of this.",
  why: "Beating a promise earns little; breaking one costs.",
  do: "Say what you expect, and what you will do if it slips.",
  cites: ["gneezy-epley-2014", "seven-strategies"],
  examples: {
    flags: [
      "I'm sorry about the box. This [[will never happen again]].",
      "[[We guarantee]] that the parcel reaches you before the wedding.",
      "[[It will definitely arrive]] on Friday, so you can plan with it.",
      "Your data is [[100% safe]] with us, and always was.",
    ],
    passes: [
      "I expect it on Friday and will write to you even if it slips.",
      "I can't guarantee Friday; the road is closed in two places.",
      "The guarantee covers the pump until May, parts and labour.",
      "I've changed the label so that it will not happen again that way.",
      "You have a money-back guarantee on this lamp until 4 May.",
      "I will definitely read the file again before I call you on Friday.",
    ],
    misses: ["You have my word that nothing of the kind is possible any more."],
  },
  check: (draft) => wordsAnywhere(draft, TOO_MUCH, FAIR),
});
