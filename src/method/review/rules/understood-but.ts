/** The “but” takes back the understanding before it. */
import { pattern } from "../pattern.ts";
import { rule } from "../rule.ts";

const TURN = /(?:,|;| -)? (?:but|however,?|although|yet)(?= )/;
const ACKNOWLEDGED = pattern(
  "(?:i|we) (?:do |can |fully |completely |totally |really |certainly )*(?:understand|appreciate|hear|see|know|realise|realize|recognise|recognize|sympathi[sz]e|imagine)(?<!what (?:i|we) (?:see|know|hear|understand))(?! (?:what|where|which|who)|(?<=see|know) (?:that )?you (?:opened|clicked|ordered|entered|signed|confirmed|logged|started|received|did|chose|selected|used|tried|booked|returned))",
  "(?:i'm|i am|we're|we are) (?:so |very |really |truly )*sorry",
  "sorry",
  "(?:i|we) (?:do )?apologi[sz]e",
);
/** After the turn comes help, not a no: then the turn does no harm. */
const HELP = pattern(
  "(?:i|we)(?:'ve|'ll| have| will| can| could|'m| am|'re| are)(?! not|not| unable| afraid| sorry)(?: \\w+){0,2} (?!not)\\w+|here(?:'s| is)|you (?:can|may|could|will|'ll)|let me|let's|(?:there is|there's) (?:a|one|another|still)|what (?:i|we) can|it(?:'s| is| will) (?:now|fixed|on its way|solved|sorted|already)|the good news|we do have|i do have|(?:today|tonight|tomorrow|now|from now on|this time)|(?:she|he|it|they|all|everything)(?:'s| is| are|'re) (?:alive|safe|well|fine|found|here|back|there|mended)",
);

export default rule({
  id: "understood-but",
  catalogue: "A6",
  step: "acknowledge",
  principle: "ack.notagree",
  level: "nudge",
  see: "The “but” takes back the understanding before it.",
  why: "What stands after the turn is what stays; the first half reads as a preface.",
  do: "Put a full stop there, and begin the next sentence with what you can do.",
  cites: ["rogers-2018", "yeomans-2020"],
  examples: {
    flags: [
      "I understand that you waited[[, but]] our policy is thirty days.",
      "I'm sorry about the parcel[[, but]] the courier decides the route.",
      "We appreciate your patience[[, however,]] the office is closed on Sundays.",
      "I see why you are cross[[ but]] nobody told the depot.",
    ],
    passes: [
      "I'm sorry about the fright at the gate, but she's safe with the keeper until you come.",
      "What I see in the book is that you paid in May, but the list was printed before.",
      "I understand that you waited three weeks. Here is what I can do today.",
      "I understand you would like it today, but I can offer you a courier for tomorrow.",
      "The lamp was shipped, but the courier has not scanned it.",
      "You waited three weeks, but the parcel came in one piece.",
      "I'm sorry about the wait, but I've found your parcel and it leaves today.",
      "But for the rain, the roof would be done. I understand that this is late.",
      "I understand how frustrating this is, but we will sort it out together.",
    ],
    misses: ["I understand that you waited. But our policy is thirty days."],
  },
  *check(draft) {
    for (const sentence of draft.body) {
      const turn = TURN.exec(sentence.plain);
      if (turn === null || turn.index < 8) continue;
      const before = sentence.plain.slice(0, turn.index);
      const after = sentence.plain.slice(turn.index + turn[0].length + 1);
      if (!ACKNOWLEDGED.test(before) || HELP.test(after)) continue;
      yield { start: sentence.start + turn.index, end: sentence.start + turn.index + turn[0].length };
    }
  },
});
