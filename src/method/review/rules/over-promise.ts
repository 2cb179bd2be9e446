/** Nobody can be sure of this. */
import { wordsAnywhere } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const CERTAINLY =
  "(?:definitely|certainly|absolutely|surely|without fail|guaranteed|for sure|100 ?%|one hundred percent|without (?:any |a )?doubt|no doubt)";
const TOO_MUCH = everyPattern(
  "(?:i|we) (?:can |do |will |hereby )?guarantee",
  "(?:is|are|be) guaranteed (?:to|that|by)|guaranteed(?=[.!]|$)",
  `(?:it|this|that|they|you|he|she|everything|your \\w+|the \\w+)(?:'ll| will) ${CERTAINLY} \\w+`,
  `(?:it|this|that|they|you|everything|your \\w+|the \\w+)(?:'ll| will) (?:[\\w'%€$£.,-]+ ){1,14}?${CERTAINLY}(?=[.,!]|$)`,
  "(?:will|'ll) (?:definitely |certainly )?(?:never|not),? (?:ever )?(?:again )?happen(?: to you)? (?:again|any more)|will never,? ever happen(?: again)?|(?:nothing|no such thing|nothing like (?:this|that|it)) (?:will|can|could) (?:ever )?happen(?: again)?",
  "(?:won't|will not|is not going to|isn't going to|can't|cannot) (?:ever )?happen(?: to you)? again",
  "100 ?% (?:sure|certain|guaranteed|safe|secure)",
  "(?:never|no|not) (?:ever )?(?:have|has|had) (?:this|that|a|any) (?:more )?(?:problem|issue|trouble)s? again|there (?:will|'ll) be no (?:more|further) (?:problems?|trouble|delays?|issues?|mistakes?|mix-ups?)",
  "(?:i|we) promise(?: you)?(?: that)? (?:every|each|all|no|nothing|nobody|it|this|that|they|your \\w+|the \\w+)(?: \\w+){0,4}(?:'ll| will| won't| is| are)|you have (?:my|our) word(?: that)? (?:nothing|no|it|this|that|every|your|the|they)",
  "(?:will|'ll) (?:all )?(?:be|work|run) (?:perfect(?:ly)?|flawless(?:ly)?)(?: from now on)?",
);
const FAIR = pattern(
  "(?:can't|cannot|can not|don't|do not|not|unable to|nobody can) (?:\\w+ )?(?:guarantee|promise)|guarantee (?:period|covers|card|lasts|runs)|money-?back guarantee|under guarantee|so that (?:it|this)|to stop|working (?:on|to)|hope (?:that )?(?:it|this)|(?:will|'ll) not happen again that way|if",
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
      "We'll see to it that this [[will never, ever happen again]].",
      "[[You'll have the whole sum in your account on Friday, definitely]]. No need for a lawyer.",
      "[[We promise every box will]] be complete from now on.",
      "[[You have my word that nothing]] of the kind is possible any more.",
      "Your data is [[100% safe]] with us, and always was.",
    ],
    passes: [
      "I expect it on Friday and will write to you even if it slips.",
      "I can't guarantee Friday; the road is closed in two places.",
      "The guarantee covers the pump until May, parts and labour.",
      "I've changed the label so that it will not happen again that way.",
      "You have a money-back guarantee on this lamp until 4 May.",
      "I promise to ring you on Friday at nine, whatever the depot says.",
      "If it breaks again within a year, you will certainly get a new one.",
      "It will be there on Friday, says the courier; I look at ten.",
      "I will definitely read the file again before I call you on Friday.",
    ],
    misses: ["Consider every worry about the parcel as good as forgotten."],
  },
  check: (draft) => wordsAnywhere(draft, TOO_MUCH, FAIR),
});
