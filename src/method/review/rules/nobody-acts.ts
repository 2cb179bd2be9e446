/** Something happens here, and nobody does it. */
import type { Draft } from "../draft.ts";
import { around, wordsIn } from "../look.ts";
import { isDone } from "../onward.ts";
import { everyPattern, pattern } from "../pattern.ts";
import { rule } from "../rule.ts";
import type { Sentence } from "../sentence.ts";

/** What still has to be done by somebody. */
const DONE_TO =
  "(?:looked (?:into|at|after)|escalated|processed|investigated|reviewed|handled|forwarded|passed (?:on|along|to)|dealt with|taken care of|addressed|actioned|assessed|considered|examined|worked on|improved|arranged|resolved|released|sorted|checked|clarified|initiated|published|fixed|restored|answered|followed up|seen to)";
/** Begun, and nobody says by whom. */
const BEGUN =
  "(?:escalated|forwarded|passed (?:on|along|to)|raised|submitted|opened|initiated|launched|started|taken|logged|registered|queued|flagged)";
const AGENTLESS = everyPattern(
  `(?:it|this|that|these|they|everything|all of (?:it|this)|(?:your|the|a|an|all|any|further|internal|appropriate) (?:[\\w'-]+ ){0,5}?[\\w'-]+)(?: will be|'ll be| is being|'s being| are being| is going to be)(?: now| also| further| currently| still| then| immediately| fully| carefully)* ${DONE_TO}`,
  `(?:it|this|that|(?:your|the|a|an|all|internal|appropriate|corrective|further) (?:[\\w'-]+ ){0,4}?(?:case|request|ticket|complaint|claim|matter|message|e-?mail|query|concerns?|application|feedback|report|issue|problem|investigation|review|enquiry|inquiry|measures?|steps|process|check))(?: has been|'s been| have been| was| were)(?: now| already| also| duly)* ${BEGUN}`,
  "(?:someone|somebody|one of us|a (?:colleague|representative|member of (?:the|our) (?:\\w+ )?team)|an? (?:agent|advisor|adviser|employee))(?: from [\\w ]{1,24}?)?(?: will|'ll)(?: then| also| soon)? (?:contact|call|ring|write|get back|be in touch|get in touch|look|reply|respond|reach out|come back|check|handle|take)",
  "you(?:'ll| will) be (?:informed|contacted|notified|told|updated|advised)",
);
/** Somebody is named after all: a person, a team of ours, the writer. */
const SOMEBODY = pattern(
  "i|i'm|i'll|i've|my|by (?!the (?:relevant|appropriate|responsible|time|end)|our|a |an |\\d|themselves|itself|hand|mail|post|e-?mail|phone|now|then|order|default)[a-z]+|status|automatic(?:ally)?|our (?:\\w+ ){0,2}(?:teams?|engineers?|developers?|technicians?|crew|lawyers?|drivers?|surveyors?|accountants?|specialists?|colleagues?)",
);
const A_NAME =
  /\b(?:Mr|Ms|Mrs|Miss|Dr)\b|(?<=[a-z,;:] )\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?(?:,(?= who| our| the| my)| (?:(?:in|from|at) (?=[a-z])|is|has|will|rings?|calls?|writes?|checks?|looks?|decides?|takes?|answers?|there)\b)/u;

export default rule({
  id: "nobody-acts",
  catalogue: "P12",
  step: "provide",
  principle: "expect.between",
  level: "nudge",
  mostCare: 2,
  see: "Something happens here, and nobody does it.",
  why: "A named person who acts is believed; a passive is a shelf.",
  do: "Say who does it and until when: Ravi in billing is checking it, I read his answer at ten.",
  cites: ["packard-2018", "buell-norton-2011"],
  examples: {
    flags: [
      "Thank you for the report. [[Your case has been escalated]].",
      "[[It will be looked into]]. Thank you for your patience with us.",
      "[[The issue is being investigated]] and you will be told.",
      "Thank you for the photo. [[An investigation has been opened]], and the lamps stay in the shop.",
      "We are sorry about the outage. [[It's being worked on]] at the moment, and the lights come back by themselves.",
      "We have your letter. [[Someone will contact]] you about the roof.",
      "We take this very seriously, and [[you will be informed]] about the outcome.",
      "Hello Ana,\n\n[[your complaint will be reviewed]] at the head office.",
    ],
    passes: [
      "Ravi in billing is checking it; I'll read his answer at ten.",
      "I've escalated your case to Ravi, who leads the night shift.",
      "Your refund is being processed and reaches your card by Friday.",
      "Your complaint will be reviewed by Dana, who heads the office.",
      "I asked Ravi. It is being looked into by him now.",
      "The fault is known, and our night crew, led by Sam, is being sent out to mend it.",
      "It is being looked at by Dana from quality; she writes to you on Friday.",
      "The second invoice has been cancelled, and the first one stands as it was.",
      "The status line says that your request has been processed.",
    ],
    misses: ["There is work under way on what you sent us last week."],
  },
  *check(draft) {
    for (const sentence of draft.body) {
      const [place] = wordsIn(sentence, AGENTLESS);
      if (RECEIPT.test(sentence.plain) && draft.body.some((other) => other !== sentence && isDone(other))) continue;
      if (
        place === undefined ||
        /\b(?:if|once|when|until|after|on which|where|whether)\b/.test(
          sentence.plain.slice(0, place.start - sentence.start),
        )
      )
        continue;
      if (draft.figuresOf(sentence).some(({ kind }) => kind === "day" || kind === "time")) continue;
      const said = draft.plain.slice(place.start, place.end);
      if (around(draft, sentence, 1).some((near) => names(draft, near, near === sentence ? said : undefined))) continue;
      yield place;
    }
  },
});

/** That something was written down is no step where the step is done. */
const RECEIPT = pattern("(?:has|have) been (?:logged|noted|received|recorded|registered)");

/** @param said the words without an agent, where it is their own sentence. */
const names = (draft: Draft, near: Sentence, said: string | undefined): boolean =>
  A_NAME.test(draft.text.slice(near.start, near.end)) ||
  (said !== undefined
    ? SOMEBODY.test(near.plain.replace(said, " "))
    : draft.does(near, "act", "promise", "escalate") && /\b(?:i|our \w+ team)\b/.test(near.plain));
