/** This makes their trouble smaller than it is to them. */
import { wordsIn } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import type { Pointed } from "../rule.ts";
import { rule } from "../rule.ts";

const FEELING =
  "(?:upset|angry|rude|frustrated|annoyed|worked up|dramatic|emotional|aggressive|hysterical|excited|hasty|impatient|silly)";
const BELITTLING = everyPattern(
  "calm down|cheer up|lighten up|chill(?: out)?(?=[,.!]|$)",
  "(?:it's|it is|that's|that is|this is|was|it was) (?:really |after all )?(?:only|just|merely) (?:a|an|one) (?:small|minor|little|tiny|slight|short|simple|bit of a|two-day|one-day|few|couple)(?: \\w+)?",
  "(?:it's|it is|that's|that is|this is) really (?:only|just) (?:a|an|one) \\w+",
  "(?:not|no|isn't|hardly) (?:such |really |that |exactly )?(?:a )?big deal|not the end of the world|no (?:harm|damage) done|(?:hardly|scarcely) (?:a (?:tragedy|disaster|catastrophe|reason|drama))|nothing to (?:get (?:upset|excited|worked up)|make a fuss)",
  "over-?react(?:ing|ion)?|(?:making|make) (?:such )?a (?:fuss|scene|drama)|storm in a teacup|out of (?:all )?proportion|too sensitive",
  "(?:as|like) (?:i|we|our \\w+|my \\w+)(?:'ve| have)? (?:already |previously |just )?(?:said|explained|told you|mentioned|stated)(?: (?:before|already|earlier|above))?",
  "(?:nobody|no one|none of our (?:other )?customers) (?:else )?(?:has |have |ever )*(?:complain(?:s|ed)|had (?:a|this) problem|has this problem|minds?|noticed)",
  "(?:most|all|many|other|hundreds of|thousands of|plenty of) (?:other )?(?:people|customers|users|guests|patients|parents|passengers|members|families|others|children) (?:\\w+ )?(?:manage|cope|don't mind|do not mind|don't complain|get used|have no (?:problem|trouble)|are (?:perfectly |quite |very )?(?:happy|satisfied|fine|pleased) with)",
  "(?:many|lots of|plenty of) (?:others|other \\w+) (?:were|are|have|did|had|got)(?: not|n't) \\w+(?: \\w+)? either",
  `(?:no need|no reason) to (?:be|get|feel) (?:so |this |that )?${FEELING}|(?:don't|do not) (?:be|get) (?:so )?${FEELING}`,
  "(?:don't|do not) take (?:it|this|that|things|the \\w+) (?:too |so )?(?:personally|to heart|seriously|hard|badly)",
  "(?:it's|it is|that's|this is) not (?:that|so) (?:bad|serious|important|urgent|difficult|hard)",
  "(?:a|just a|only a) (?:minor|slight|small|little|tiny) (?:inconvenience|delay|issue|hiccup|problem|matter|glitch|mishap|blip|hitch|snag|setback|mistake)",
  "(?:just|only) (?:an? )?(?:bit|drop|touch|spot|splash) of \\w+",
  "you(?:'re| are) (?:being (?:a bit |too |so |rather )?(?:unreasonable|difficult|dramatic|emotional|impatient|hysterical)|making a fuss|lucky)",
  "(?:simply|just) (?:relax|be patient|live with it|get used to it)|(?:you'll|you will|you|one) (?:just |simply )?(?:(?:have|has|need|needs) to |must |will )?(?:soon )?(?:get used to|learn to live with)(?= |$)|(?:have|has|need|learn|must)(?: to)? (?:just |simply )?(?:live|put up) with (?:it|that|this|them|\\w+)",
  "(?:we|you|you'll|you will|everyone|she|he|they)(?: \\w+){0,3} (?:laugh|smile) (?:about|at|over) (?:it|this|that)|(?:will|would've|would have|had|have|having) (?:had |have )?a (?:good )?laugh|see the funny side|so will you(?: one day| soon)?|(?:you'll|you will|she'll|he'll) (?:survive|get over it|soon forget)|(?:it )?won't kill (?:you|her|him|anyone)",
  "(?:look on|see) the bright side|(?:everything|things|it|the world) (?:always )?(?:looks?|will look|seems?) (?:brighter|better) (?:in|tomorrow|after)|tomorrow is another day|time heals|get some sleep|sleep on it|a good night's sleep",
  "(?:it|things|that) could (?:be|have been) (?:much |far |a lot )?worse|there are worse (?:things|fates)|worse things (?:happen|have)|(?:count|consider) yourself lucky|be (?:glad|thankful|grateful|happy) (?:that|it|you|nobody|nothing)|you should be (?:glad|happy|grateful|pleased|thankful|flattered)",
  "that's (?:just |simply )?(?:life|how it is|the way it (?:is|goes)|show ?business|how things are)|such is life|c'est la vie|it is what it is|nobody is irreplaceable",
  "(?:a little|a bit of|slight|minor|some) \\w+ is (?:quite |perfectly |completely |absolutely |entirely |totally )?(?:normal|harmless|to be expected|no (?:problem|reason))",
  "(?:numbers|dates|looks|colours|details|pictures|things|names|days|prizes|marks) (?:don't|do not) (?:really )?matter",
  "at your age|for (?:someone|somebody) (?:of )?your age",
  "(?:nearly|almost) as (?:good|nice|fresh|fast|pretty)",
  "(?:he|she|it|they)(?:'ll| will) (?:come|be there|arrive|be ready|call|ring) when (?:he|she|it|they) (?:comes?|is|are|arrives?|calls?|rings?)",
);
/** A bare thing in place of an adjective: small only beside somebody who has lost by it. */
const ONLY_A_THING = everyPattern(
  "(?:it's|it is|that's|that is|this is|(?<=^|[.,;:] )just|(?<=^|[.,;:] )only) (?:only|just|merely|nothing (?:more|but)|after all just) (?:a|an|one|about \\d+|\\d+) (?!moment|minute|second|note|question|reminder|matter|click|step|draft|copy|precaution|guess|suggestion|thought|formality|test|quick|call|first|way|sign|friendly|\\w+ (?:away|from))\\w+",
  "at least (?:you|nobody|no one|it|nothing|it's|it was|they|everyone) (?:\\w+ )?(?:is|are|was|were|have|has|had|got|isn't|wasn't|can|didn't|works?|hurt)",
  "(?:soft|alive|safe|insured|warm|dry|whole|edible|free|quick|cheap) at least",
);
/** "Things are things", "damage is damage". */
const SAME_AGAIN = /(?<![\w'])(\w{4,}) (?:is|are) \1(?![\w'])/g;
/** Said of ourselves, wished away, or on their side. */
const NOT_SAID_TO_THEM = pattern(
  "not (?:just|only|merely) (?:a|about)|more than (?:just )?a|isn't (?:just|only) a|(?:i|we) (?:over-?reacted|was over-?reacting)|never (?:just )?a (?:minor|small)|to you it|calm down the|you(?:'re| are) (?:\\w+ )?right|not just|no consolation|(?:i|we) (?:would|wouldn't|won't|can't|don't) (?:\\w+ )?(?:say|tell|ask|expect)",
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
      "Please [[don't take it personally]], the letters write themselves.",
      "The tent is wet inside, yes, but [[most people cope]] with that.",
      "In a year [[you'll all laugh about it]], and the cat as well.",
      "The repair takes a week; [[at your age]] one has time, surely.",
      "[[Slight rust is quite normal]] on a bolt of this kind.",
      {
        customer: "The cake came squashed, the party is ruined.",
        reply: "[[It's only a cake]], and it tastes the same.",
      },
      {
        customer: "Your movers broke my grandfather's clock.",
        reply: "We are sorry about the clock, but [[things are things]], as they say.",
      },
    ],
    passes: [
      "I've just sent the parcel, and it will be there on Friday.",
      "I see why this can't wait, so I called the depot.",
      "You wrote that it is “no big deal”, and I still want to fix it.",
      "This is not just a small delay when a wedding depends on it.",
      "It's only in the blue version that the lid cracks, so I sent a green one.",
      "Just a moment, please: I am reading the whole file first.",
      "It only takes a minute to reset, and nothing is lost.",
      {
        customer: "The printer is broken and I'm late with the thesis!!",
        reply: "It's just a matter of the cable: pull it out, count to ten, and put it back in.",
      },
      "I won't tell you to calm down; I'd shout as well.",
      "A broken promise is a broken promise, you are right.",
      "As I promised on Tuesday, the new lamp left our shop today.",
    ],
    misses: ["A short delay like this one should not spoil anybody's day."],
  },
  *check(draft) {
    const { customer } = draft;
    const isHurt = customer !== undefined && (customer.isUpset || customer.hasLoss);
    for (const sentence of draft.sentences) {
      if (NOT_SAID_TO_THEM.test(sentence.plain)) continue;
      const found: Pointed[] = wordsIn(sentence, BELITTLING);
      if (isHurt) found.push(...wordsIn(sentence, ONLY_A_THING), ...wordsIn(sentence, SAME_AGAIN));
      let end = 0;
      for (const place of found.sort((one, other) => one.start - other.start)) {
        if (place.start >= end) yield place;
        end = Math.max(end, place.end);
      }
    }
  },
});
