/** A promise to this customer is overdue, and the reply does not say so. */

import { atBeginning } from "../look.ts";
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";
import { ownWords } from "../sentence.ts";

const NAMES_IT = pattern(
  "(?:i|we) (?:had )?(?:said|promised|told you|missed|forgot|failed|broke|let you down|owed|owe you)|(?:i|we) (?:didn't|did not|haven't|have not|never|should have|ought to have)(?: \\w+)? (?:call|called|write|written|send|sent|do|done|keep|kept|come|reply|replied|ring|rung|get back|got back|follow|followed|deliver|delivered|update|updated)|(?:as|like|than|what) (?:i |we )?promised|(?:missed|broken|overdue) (?:promise|call|date|deadline)|did not keep|late with|later than (?:i|we)",
);
const PUTS_RIGHT = ["act", "redress", "promise", "offer-option", "escalate"] as const;
const MISSED = {
  promises: [{ what: "call you about the boiler", due: "2026-03-02" }],
  at: "2026-03-05T10:00:00+01:00",
};

export default rule({
  id: "broken-promise-unnamed",
  catalogue: "P20",
  step: "provide",
  principle: "close.through",
  level: "nudge",
  needs: ["promises", "at"],
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
        customer: "Any news?",
        reply: "[[]]The part is here, and the engineer has the key.",
        ...MISSED,
        promises: [{ what: "send the part", due: "2026-03-01", state: "broken" }],
      },
    ],
    passes: [
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
    const { promises = [], at } = draft.input;
    const now = Date.parse(at ?? "");
    const broken = promises.filter(
      ({ state = "open", due }) => state === "broken" || (state === "open" && endOf(due) < now),
    );
    const [first] = broken;
    if (first === undefined) return;
    const names = draft.body.some((sentence) => NAMES_IT.test(sentence.plain));
    if (!names)
      yield {
        ...atBeginning(draft),
        see: `This promise is overdue, and the reply does not say so: “${shortly(first.what)}”`,
      };
    else if (
      draft
        .doing(...PUTS_RIGHT)
        .filter(
          (sentence) => !/\b(?:said|promised|would|told)\b/.test(sentence.plain) || draft.does(sentence, "redress"),
        ).length === 0
    )
      yield { ...atBeginning(draft), see: "The missed promise is named, and nothing is put in its place." };
  },
});

/** A day lasts until it ends somewhere on earth; in doubt a promise is not yet broken. */
const endOf = (due: string): number => (due.length <= 10 ? Date.parse(`${due}T23:59:59-12:00`) : Date.parse(due));
const shortly = (what: string): string => {
  const words = ownWords(what).words > 0 ? what.trim() : what;
  return words.length > 80 ? `${words.slice(0, 80)}…` : words;
};
