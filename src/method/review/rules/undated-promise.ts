/** This promises something and does not say by when. */
import { around, whole } from "../look.ts";
import { pattern } from "../pattern.ts";
import { CONDITION, isDoneAtOnce, promisesIn } from "../promises.ts";
import { rule } from "../rule.ts";

/** What the customer then waits for. */
const AWAITED = pattern(
  "(?:i|we){will}(?: now| then| also| personally| certainly| definitely| both| be| do (?:my|our) best to| make sure to| try to)* (?:call(?:ing)?|write|writing|e-?mail|get back|getting back|come back|let you know|letting you know|update|updating|follow(?:ing)? up|look(?:ing)? into|look(?:ing)? at|check(?:ing)?|find(?:ing)? out|investigat(?:e|ing)|in touch|contact(?:ing)?|keep you (?:posted|updated|informed)|ask(?:ing)?|chase|chasing|ring(?:ing)?|reply(?:ing)?|report(?:ing)?|speak(?:ing)?|talk(?:ing)?|send(?:ing)?|refund(?:ing)?|replace|replacing|arrange|arranging|ship(?:ping)?|pass(?:ing)?|forward(?:ing)?|discuss(?:ing)?|raise|raising|review(?:ing)?)",
  "(?:someone|somebody|a colleague|one of us|(?:our|the) (?:\\w+ ){0,2}(?:team|department|engineers?|technicians?|manager|office|workshop|supplier|surveyor)|they)(?: from [\\w ]{1,20}?)?(?:'ll| will)(?: then| also)? (?:look|check|get|contact|call|ring|write|reply|respond|be in touch|come back|come and|review|investigate|send|arrange)",
  "(?:will|'ll) follow(?: separately| by post| by mail| in a separate \\w+)?(?=[.,;!]|$)|you(?:'ll| will) (?:hear (?:back )?from (?:me|us|our|the|him|her)|(?:receive|get) (?:a|an|the|your|our|another) (?:\\w+ ){0,2}(?:refund|money|answer|reply|call|part|replacement|invoice|decision|update))",
);
const VAGUE = pattern(
  "{vague}",
  "next (?:week|month|year|time)|in {month}|this week|as soon as|once|when|until|any (?:moment|minute)|after (?:that|which)",
);
/** "Send me a picture and I'll pass it on": it waits for the customer. */
const ON_THEIR_MOVE =
  /\b(?:please|just|drop|send|bring|call|let|give|tell|reply|come|write|choose|pick|ring|say|answer|fill|upload)\b.{0,120}\b(?:and|then|so that|so)(?: then)? (?:i|we)(?:'ll| will)\b/;

export default rule({
  id: "undated-promise",
  catalogue: "P10",
  step: "provide",
  principle: "expect.timeline",
  level: "nudge",
  mostCare: 2,
  see: "This promises something and does not say by when.",
  why: "A kept promise is worth much, and only one with a day can be seen to be kept.",
  do: "Name the day on which they hear from you, done or not.",
  cites: ["gneezy-epley-2014", "seven-strategies"],
  examples: {
    flags: [
      "Thank you for the photo of the lamp. [[I'll look into it.]]",
      "[[I will call the depot and let you know.]] Thank you for waiting.",
      "Hello Ana,\n\n[[we'll get back to you about the second lamp.]]",
      "Thank you for your patience with us. [[The pictures will follow.]]",
      "We have your three questions. [[Somebody from the team will look into them and get back to you.]]",
      "That should not happen. [[We'll talk to the people who pack the boxes.]]",
      "The bank has the money. [[I'm going to check with them.]] Thank you.",
    ],
    passes: [
      "Is the old card still good? In that case I'll send it back there, or to an account.",
      "I'll call you on Tuesday before noon about the lamp.",
      "I'll look into it. You will hear from me by Friday.",
      "If you like, I'll call the depot for you and ask.",
      "I'll send you the link right now, in a second mail.",
      "I'll always check a box twice before it leaves our shop.",
      "I will not forget what you wrote about your mother's lamp.",
      "We'll get back to you shortly about the second lamp.",
      "Please send me a picture of the lamp and I'll pass it to our workshop.",
      "From next week your son has one teacher, and we'll talk to the other two.",
    ],
    misses: ["Leave it with me, and consider it as done for you."],
  },
  *check(draft) {
    if (promisesIn(draft).some(({ isDated }) => isDated)) return;
    for (const sentence of draft.body) {
      if (sentence.isQuestion || !AWAITED.test(sentence.plain) || CONDITION.test(sentence.plain)) continue;
      if (isDoneAtOnce(sentence) || ON_THEIR_MOVE.test(sentence.plain)) continue;
      const near = around(draft, sentence, 1);
      if (near.some(({ plain }) => VAGUE.test(plain))) continue;
      if (near.some((other) => draft.figuresOf(other).some(({ kind }) => kind === "day" || kind === "time"))) continue;
      yield whole(sentence);
      return;
    }
  },
});
