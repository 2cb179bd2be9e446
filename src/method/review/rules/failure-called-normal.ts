/** This calls the failure normal. */
import { wordsAnywhere } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const OFTEN =
  "(?:a lot|all the time|often|sometimes|quite often|frequently|every now and then|now and (?:then|again)|occasionally|from time to time|once in a while|regularly|every (?:day|week|winter|summer|year)|these days|everywhere|in the best (?:of )?\\w+|to (?:everyone|everybody|all of us|the best of us|many|most|quite a few|a lot of|lots of|some)(?: \\w+)?|(?:on|in|at|with) (?:every|all|any|each) \\w+|(?:in|during|at) (?:busy|peak|high) \\w+)";
const FAILURE =
  "(?:delays?|mistakes?|errors?|crash(?:es)?|swelling|noises?|smells?|smoke|wear|scratches|cancellations?|changes|queues?|waits?|waiting times?|outages?|faults?|defects?|hiccups?|glitch(?:es)?|mix-?ups?|shortages?|bugs?|leaks?|breakages?|losses|disruptions?|interruptions?|failures?|damage|dents?|confusion|misunderstandings?|deviations?)";
const NORMAL = everyPattern(
  `(?:this |that |it )?(?:just |simply |unfortunately |does |do |can |will |may )*happens? ${OFTEN}(?! (?:to feel|feel))`,
  "(?:these|such|these kinds? of|things like (?:this|that)|accidents|mistakes|mix-ups|slips) (?:things )?(?:do |can |will |simply |just )*happen",
  "(?:a|an) (?:very |quite |fairly |pretty |rather )?(?:common|frequent|known and common|widespread|typical|usual|everyday) (?:issue|problem|error|fault|mistake|complaint|occurrence|thing|defect|phenomenon)",
  "(?:we|i) (?:get|hear|see|have) (?:this|that|these|such \\w+|it) (?:a lot|all the time|often|every (?:day|week)|quite often|from many|regularly)",
  "(?:it's|it is|that's|that is|this is) (?:quite |completely |perfectly |absolutely |nothing )?(?:normal|usual|unusual|not unusual|nothing new|to be expected|par for the course) (?:for (?:parcels|orders|deliveries|our|this|the|a)|in|at|with|during|after|before) ",
  `(?:a )?(?:normal|usual|customary) ${FAILURE}`,
  `${FAILURE} (?:in \\w+ |of \\w+ |on \\w+ |of this \\w+ )?(?:is|are) (?:quite |completely |perfectly |absolutely |entirely |totally |very |fairly |pretty |rather |unfortunately |sadly |just )?(?:normal|common|usual|not unusual|nothing unusual|nothing out of the ordinary|typical|to be expected|part of|unavoidable|inevitable|par for)`,
  "(?:it's|it is|that's|is) (?:the|exactly the|just the) same (?:at|in|with|for|on|everywhere) ?(?:every|all|any|other|most|everywhere)?(?: other)?(?: \\w+)?",
  "(?:many|lots of|plenty of|most|quite a few|several) (?:of our )?(?:other )?(?:customers|people|users|guests|members|patients|clients) (?:have|had|report|reported|are having|get|experience|see|complain of|complain about) (?:this|the same|such|similar)(?: (?:problem|issue|error|fault|trouble|thing))?",
  "(?:everybody|everyone|we all) (?:does|do|has|makes?|gets?|forgets?) (?:that|this|it|mistakes?|such things)(?: once| sometimes| now and then)?|nobody(?:'s| is) perfect|(?:we(?:'re| are)|to err is) (?:all |only )*human|no (?:system|software|machine|company|one) is perfect",
  "teething (?:troubles|problems)|one of those (?:things|days)|par for the course|comes with the territory|(?:in|among) thousands of (?:orders|parcels|deliveries|bookings)|when you (?:ship|send|handle|deliver) (?:thousands|so many|that many)",
  "(?:need|needs|have|has) (?:a while |time |some time )?to (?:settle|bed in|be run in|be broken in)|(?:brakes|belts|seams|doors|floors|screws|springs|shoes|mattresses|engines) (?:always |usually )?(?:settle|loosen|creak|squeak|give|stretch)(?: a bit| a little)? (?:after|with|over|in)",
);
const OF_THE_REACTION = pattern(
  "(?:feel|feeling|upset|angry|worried|annoyed|reaction|frustrat\\w+) .{0,40}(?:normal|common)|common question|should (?:not|never)|not (?:be )?(?:normal|acceptable)|no excuse|doesn't make it|does not make it|happens (?:a lot|often) (?:here )?(?:and|that) (?:you|people) (?:feel|worry)|careful (?:parents|people)|not (?:to|for) you|anyone would|what happens|whenever|so that (?:this|it)|i see (?:this|that) (?:often )?in people",
);

export default rule({
  id: "failure-called-normal",
  catalogue: "A15",
  step: "acknowledge",
  principle: "ack.normalise",
  level: "nudge",
  see: "This calls the failure normal.",
  why: "Their reaction is normal; what went wrong for them must not be.",
  do: "Say that anyone would feel so, and leave out how often it fails.",
  cites: ["normalising-limits", "herr-2015"],
  examples: {
    flags: [
      "Don't worry, [[it happens all the time]] with this kind of lamp.",
      "This is [[a common issue]] with the lid of the kettle.",
      "The courier was late, but [[these things happen]] in the winter.",
      "[[We get this a lot]] since the update of the app on Monday.",
      "Teachers fall ill, and [[it's the same at every school]] in this town.",
      "The wrong bouquet was sent, but wrong ribbons [[do happen in busy weeks]].",
      "[[Delays are unfortunately normal]] between the holidays and the new year.",
      "The lid leaks because [[nobody is perfect]], not even our potter.",
    ],
    passes: [
      "Anyone would want this settled before Friday, and so do I.",
      "It is perfectly normal to be annoyed when a kettle leaks twice.",
      "That should not happen, and it does not make it better that it is rare.",
      "The bell rings when this happens, so that nobody misses the door.",
      "That is a common question, and the answer is in the blue box.",
      "About one in ten boxes of Monday had it, and yours was among them.",
      "It can happen when the cable is loose, so please push it in once more.",
      "What happens often is that the code lands in the junk folder; is it there?",
      "Your light goes out every hour; what happens just before it?",
    ],
    misses: ["Everybody's parcel was late this week, not only yours."],
  },
  check: (draft) => wordsAnywhere(draft, NORMAL, OF_THE_REACTION),
});
