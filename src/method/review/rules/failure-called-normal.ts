/** This calls the failure normal. */
import { wordsAnywhere } from "../look.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const NORMAL = everyPattern(
  "(?:this|that|it)(?: just| simply| unfortunately)? happens (?:a lot|all the time|often|sometimes|from time to time|quite often|frequently|to everyone|every now and then|occasionally)",
  "(?:these|such) things (?:do |can )?happen",
  "(?:a|an) (?:very |quite |fairly |pretty )?common (?:issue|problem|error|fault|mistake|complaint)",
  "(?:we|i) (?:get|hear|see) (?:this|that) (?:a lot|all the time|often|every day)",
  "(?:it's|it is|that's|that is|this is) (?:quite |completely |perfectly )?(?:normal|usual|not unusual) (?:for (?:parcels|orders|deliveries|our|this|the|a) )",
  "(?:a )?(?:normal|usual) delay",
  "(?:many|lots of|plenty of) (?:other )?(?:customers|people|users) (?:have|report|reported|are having|get) (?:this|the same) (?:problem|issue|error|fault|trouble)",
);
const OF_THE_REACTION = pattern(
  "(?:feel|feeling|upset|angry|worried|annoyed|reaction|frustrat\\w+) .{0,40}(?:normal|common)|common question|should (?:not|never)|not (?:be )?(?:normal|acceptable)|no excuse|doesn't make it|does not make it",
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
    ],
    passes: [
      "Anyone would want this settled before Friday, and so do I.",
      "It is perfectly normal to be annoyed when a kettle leaks twice.",
      "That should not happen, and it does not make it better that it is rare.",
      "The bell rings when this happens, so that nobody misses the door.",
      "That is a common question, and the answer is in the blue box.",
      "Your light goes out every hour; what happens just before it?",
    ],
    misses: ["Everybody's parcel was late this week, not only yours."],
  },
  check: (draft) => wordsAnywhere(draft, NORMAL, OF_THE_REACTION),
});
