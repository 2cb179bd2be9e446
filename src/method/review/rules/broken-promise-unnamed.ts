/** A promise to this customer is overdue, and the reply does not say so. */

import { brokenPromisesIn } from "../broken-promises.ts";
import type { Draft } from "../draft.ts";
import { atBeginning } from "../look.ts";
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";
import type { Sentence } from "../sentence.ts";
import { ownWords } from "../sentence.ts";

const NAMES_IT = pattern(
  "let pass|(?:should have|ought to have|had to) (?:told|said so|let you know|warned|written|rung)|(?:i|we) (?:broke|did not keep|didn't keep) (?:it|that|my|our|both)|(?:was|were|is) my word|(?:i|we)(?:'d| had| have|'ve)? (?:said|promised|told you|gave you|missed|forgot|failed|broke|let you down|owed|owe you|put (?:it )?off)|(?:i|we) (?:didn't|did not|haven't|have not|never|should have|ought to have)(?: \\w+)? (?:call|called|write|written|send|sent|do|done|keep|kept|come|reply|replied|ring|rung|rang|get back|got back|follow|followed|deliver|delivered|update|updated|confirm|confirmed)",
  "(?:than|what|when) (?:i |we )?promised|(?:was|were) promised|(?:missed|broken|overdue) (?:promise|call|date|deadline)|did not keep|late with|later than (?:i|we)|(?:was|is) (?:my|our) word|(?:let|letting) (?:it|that|both|this|the \\w+|\\w+day) (?:pass|slip|go by)|(?:neither|nobody|none) (?:was |were |of them )?(?:kept|came|called|rang|happened)|dates? given|you were (?:told|promised|given)|(?:our|my|the) (?:promise|promised \\w+)",
);
/** The promise in the form of what the customer missed: "you should have heard from me last night". */
const OWED = pattern(
  "(?:no one|nobody|no-one|not one person|nothing) (?:showed|came|turned up|rang|called|wrote|arrived|happened)|you (?:waited|sat|stood|stayed)(?: \\w+)? (?:in|there|at home|up|from)|(?:you|he|she|they|somebody|someone|\\w+) (?:should|ought to)(?:'ve| have) (?:heard|had|got|been|received|stood|come|rung|called|known)|(?:kept|left|keeping|leaving) you (?:waiting|sitting|hanging|standing)|(?:both|all|twice) (?:\\w+ )?went by|dropped the ball|(?:i|we)(?: had| have|'d|'ve)? named|(?:was|were|is) (?:wrong|late|overdue) (?:both times|twice|with|on|again)|(?:he|she|they|nobody|no one|\\w+) (?:didn't|did not|never|hasn't|haven't) (?:come|came|call|called|ring|rang|show|showed|shown|turn up|turned up|write|wrote|go out|went)|(?:was|were) never (?:sent|ordered|booked|told|passed)|past (?:the hour|noon|midday|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|forgot the (?:clock|time|hour)",
);
const PUTS_RIGHT = ["act", "redress", "promise", "offer-option", "escalate"] as const;
const MISSED = {
  promises: [{ what: "call you about the boiler", due: "2026-03-02" }],
  at: "2026-03-05T10:00:00+01:00",
};

const SOFA = [
  { from: "customer", text: "Where is my sofa?", at: "2026-03-02T09:00:00+01:00" },
  { from: "agent", text: "I'll find out and ring you tomorrow by noon.", at: "2026-03-02T10:00:00+01:00" },
] as const;

export default rule({
  id: "broken-promise-unnamed",
  catalogue: "P20",
  step: "provide",
  principle: "close.through",
  level: "nudge",
  needs: ["at"],
  mostCare: 1,
  see: "A promise to this customer is overdue, and the reply does not say so.",
  why: "After a second failure, naming it together with a remedy is what turns people round.",
  do: "Say first what you promised and missed, then what you do now and by when.",
  cites: ["joireman-2013", "gneezy-epley-2014"],
  examples: {
    flags: [
      { customer: "Any news?", reply: "[[]]Just following up on your boiler: the part is ordered.", ...MISSED },
      {
        customer: "Hello?",
        reply: "Hello Ana,\n\n[[]]thank you for your patience. The engineer comes on Friday.",
        ...MISSED,
      },
      { customer: "Any news?", reply: "[[]]I said that I would call you about the boiler on Monday.", ...MISSED },
      {
        thread: [
          ...SOFA,
          { from: "customer", text: "It's Thursday, and nobody rang.", at: "2026-03-05T09:00:00+01:00" },
        ],
        reply: "Dear Ana,\n\n[[]]the sofa is on the van of Saturday, between ten and one.",
        at: MISSED.at,
      },
      {
        customer: "I was told I'd have the permit by 12 February. I've paid two fines since then.",
        reply: "[[]]The permit is printed and leaves today, with a copy by mail.",
        at: MISSED.at,
      },
      {
        customer: "Any news?",
        reply: "[[]]The part is here, and the engineer has the key.",
        ...MISSED,
        promises: [{ what: "send the part", due: "2026-03-01", state: "broken" }],
      },
    ],
    passes: [
      {
        customer: "Any news?",
        reply: "You should have heard from me on Monday. I've taken off the fee, and the engineer comes today at four.",
        ...MISSED,
      },
      {
        customer: "Any news?",
        reply: "I said Monday and did not call. I've taken off the fee and booked Thursday at nine.",
        ...MISSED,
      },
      {
        customer: "Any news?",
        reply: "The part is here, and the engineer has the key.",
        ...MISSED,
        promises: [{ what: "call you", due: "2026-03-09" }],
      },
      {
        customer: "Any news?",
        reply: "The part is here, and the engineer has the key.",
        ...MISSED,
        promises: [{ what: "call you", due: "2026-03-02", state: "moved" }],
      },
      {
        customer: "Any news?",
        reply: "The part is here, and the engineer has the key.",
        ...MISSED,
        promises: [{ what: "call you", due: "2026-03-02", state: "kept" }],
      },
      {
        thread: [
          ...SOFA,
          { from: "customer", text: "Thank you for the call! Which hour?", at: "2026-03-05T09:00:00+01:00" },
        ],
        reply: "The sofa is on the van of Saturday, between ten and one.",
        at: MISSED.at,
      },
      {
        customer: "You told me 20 March for the permit. Does that still hold?",
        reply: "It does. The permit is printed and leaves in time.",
        at: MISSED.at,
      },
      {
        customer: "Any news?",
        reply: "I missed the call that I promised. The engineer rings you today at four; I've asked him to.",
        ...MISSED,
      },
      {
        customer: "Any news?",
        reply: "I should have called you on Monday. I'll call today at four, with the engineer.",
        ...MISSED,
      },
    ],
  },
  *check(draft) {
    const [first] = brokenPromisesIn(draft);
    if (first === undefined) return;
    const names = draft.body.some((sentence) => NAMES_IT.test(sentence.plain) || OWED.test(sentence.plain));
    if (!names)
      yield {
        ...atBeginning(draft),
        see: `This promise is overdue, and the reply does not say so: “${shortly(first.what)}”`,
      };
    else if (!draft.body.some((sentence) => putsRight(draft, sentence)))
      yield { ...atBeginning(draft), see: "The missed promise is named, and nothing is put in its place." };
  },
});

/** Something that is done, given or dated now; the promise said again does not count. */
const putsRight = (draft: Draft, sentence: Sentence): boolean =>
  draft.does(sentence, "redress") ||
  (!/\b(?:said|promised|would|told)\b/.test(sentence.plain) &&
    (draft.does(sentence, ...PUTS_RIGHT) || NOW.test(sentence.plain)));
const NOW = pattern(
  "(?:i|we)(?:'m| am|'re| are) (?:now |just )?\\w+ing|(?:i|we)(?:'ve| have) (?:now |just )?(?:re)?(?:booked|arranged|moved|credited|put|ordered|sent)|(?:comes?|opens?|brings?|rings?|fetches|leaves?) .{0,60}(?:today|tomorrow|at \\d|by \\d)",
);
const shortly = (what: string): string => {
  const words = ownWords(what).words > 0 ? what.trim() : what;
  return words.length > 80 ? `${words.slice(0, 80)}…` : words;
};
