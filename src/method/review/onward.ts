/**
 * What a sentence tells of the next step. "firm": somebody does a thing that can be seen or by a time that is said, something is
 * asked or handed over, or it is the customer's turn and they know what to do. "adrift": it goes on, and nobody knows who or
 * when ("it is being looked into", "you'll hear from us soon"). Anything else says nothing of what comes next.
 */
import { remembered } from "../../kit/index.ts";
import type { Draft } from "./draft.ts";
import { keyOf } from "./figures.ts";
import { pattern } from "./pattern.ts";
import { sells } from "./selling.ts";
import type { Sentence } from "./sentence.ts";
import { asksForStars } from "./survey.ts";

/** Done by nobody in particular, begun and not finished, or only meant. */
const NOBODYS = pattern(
  "(?:has|have|had|is|are|was|were|will|'ll|to|can)(?: now| already| also| currently| still| all| then| just)*(?: be| been| being|)(?: \\w+ly)?(?: given (?:\\w+ )?priority| (?:passed|forwarded|escalated|logged|registered|noted|recorded|received|opened|initiated|contacted|raised|sent on|processed|reviewed|checked|investigated|examined|assessed|handled|looked (?:at|into|after)|dealt with|worked on|sorted(?: out)?|addressed|considered|taken (?:up|care of|into account|seriously)|informed|notified|arranged|released|improved|corrected|resolved|fixed|published|returned|sent|made|done|settled|decided|discussed|prioriti[sz]ed|updated|monitored|answered|clarified|restored|mended|repaired)\\b)",
  "(?:is|are)(?: \\w+ly)? (?:working|on it|at it|busy|looking|dealing)|(?:working|being worked) on (?:it|this|a|the)|under way|in progress|in hand|in process|a priority",
  "(?:some(?:body|one)|a colleague|an? (?:agent|member|specialist|expert|adviser|advisor|employee)|the (?:relevant|responsible|competent|appropriate) \\w+|(?:our|the|my) (?:\\w+ )?(?:team|department|colleagues?|staff|technicians?|engineers?|office|workshop|warehouse|provider|partner|supplier|administration|courier|depot))(?: \\w+){0,5}? (?:will|'ll|would|is going to|are going to|should|is|are|has|have)",
  "you(?:'ll| will) (?:\\w+ )?(?:hear|receive|get|be (?:contacted|informed|notified|updated|told)|have)|(?:we|i)(?:'ll| will| hope to| try to| want to| aim to| would| shall)(?: \\w+)? (?:be in touch|get back|come back|contact|let you know|keep you|inform|update|respond|reply|look|check|see|try|do (?:our|my) best|talk|speak|discuss|pass|forward|make sure|ensure|take|work|improve|learn|consider|monitor)",
  "(?:updates?|news|answers?|repl(?:y|ies)|information|pictures?|numbers|fix|refund|replacement|new \\w+|it|this|they|that)(?:'ll| will| should| is| are)(?: \\w+)? (?:follow|catch up|come|coming|be back|be (?:there|ready|with you)|take|sorted|soon|shortly|reach|arrive|posted|published)",
  "(?:we|i)(?:'re| are|'m| am)(?: \\w+ly| still| all| now| just| also| already)* (?:waiting|working|looking|aware|doing|trying|checking|investigating|hoping|on it|in contact|in touch|monitoring)|as soon as|(?:it|this|they|that|power|everything|things?)(?: \\w+)? should(?:n't| not)? (?:\\w+ )?(?:be|take|come|arrive|last|resolve)|{vague}",
);
/** Politeness in the form of a request: it hands nothing over. */
const IDLE_REQUEST = pattern(
  "please (?:be (?:patient|assured|aware)|bear with|understand|note|accept|excuse|forgive|don't|do not|rest|know|refrain|feel free|have (?:some |a little )?patience|keep in mind|consider|wait|allow)|(?:we|i) ask (?:for|you to (?:be|understand|bear|excuse|accept))|thank (?:you|s) (?:\\w+ ){0,3}for|if you have (?:any|further|other|more)|should you have|(?:don't|do not) hesitate|let (?:me|us) know if you(?:'d| would| have| need)? ?(?:like|any|need|have|want)? ?(?:any|anything|further|help|more|questions)?",
);
const RHETORICAL = pattern(
  "(?:was it|did you|do you (?:really|think|know)|what did you|who knows|isn't it|aren't|why not|how can|what (?:else|more)|and did you know|ok\\?)",
);
const YOUR_TURN = pattern(
  "(?<=^|[,;:] |and |then |or |please |just |simply )(?:send|reply|answer|call|ring|write|tell|choose|pick|press|open|click|hold|take|bring|keep|put|go|come|use|try|check|enter|confirm|sign|scan|upload|fill|let me know (?:which|what|when|whether|how|if it|if that|if the))\\b",
  "(?:i|we)(?:'ll)? (?:only |still |just )?need(?::| (?:you|your|the|a|one|two))|you(?:'ll| will|) (?:need|have) to (?:send|give|bring|show|fill|provide|upload|sign|call|apply|pay)|you (?:can|could|may) (?:\\w+ )?(?:send|reply|answer|call|ring|write|choose|pick|open|use|try|collect|drop|reach|keep|return|cancel|order|book|appeal)|which (?:one|of|day|would|do)|shall i|would you (?:like|prefer|rather)|may i|is (?:that|it|this) (?:all right|ok|okay|right|correct)|the (?:link|steps|form|label|number|file|invoice|certificate|document)\\w* (?:is|are) (?:below|attached|enclosed|here)|attached|enclosed",
);
/** Finished, and to be seen. */
const DONE = pattern(
  "(?:i|we)(?:'ve| have)(?: \\w+ly| just| now| already| also)* (?:set (?:it|this|that|them|your|the)|put (?:it|them|that|your) (?:back|right|on|in)|cut|taken|given you|got you|built|struck|let you|brought|written off|paid|made (?:the|your|all|both|that))",
  "(?:is|are|'s|'re) (?:already |now |waiting )?(?:at|on|in|with) (?:the|your) (?:desk|counter|reception|mail|e-?mail|inbox|account|door|post|table|car|shelf)|forget (?:about )?(?:the|that) (?:\\d|fee|charge|bill|fine)",
  "(?:i|we)(?:'ll| will)(?: \\w+ly| now| also| just| then)* (?!be\\b|get back|come back|contact|let you|keep|inform|update|respond|reply|look|check|see|try|do (?:our|my|what|every)|talk|speak|discuss|pass|forward|make sure|ensure|take (?:it|this|that|care)|work|improve|learn|consider|monitor|need|have to|not|never|investigate|review|follow|hope|find out|assess|examine|handle|process|deal|sort|hear)[a-z]{3,}",
  "(?:i|we)(?:'ve| have)(?: \\w+ly| just| now| already| also| therefore| today)* (?!noted|passed|forwarded|escalated|asked|contacted|informed|checked|looked|received|logged|registered|opened|reported|raised|started|tried|apologi|notified|shared|discussed|reviewed|investigated|sent (?:a|this|it|your) (?:\\w+ )?(?:note|message|on|to)|been|had|read\\b)(?:un|re|over|dis)?[a-z]{3,}ed\\b|(?:i|we)(?:'ve| have)(?: now| just| already| also)? made (?:the|your|all|both|that)",
  "(?:(?:i|we)(?:'ve| have)?(?: \\w+ly| just| now| already| also| therefore| today)*|^|, |and) (?:refunded|cancelled|replaced|sent|booked|rebooked|changed|corrected|moved|credited|removed|restored|paid|transferred|unlocked|fixed|stopped|struck|taken|put|attached|ordered|switched|closed|reserved|shipped|posted|waived|extended|added|reset|ended|updated|repaired|mended|filed|reinstated)",
  "(?:refund|payment|credit|cancellation) (?:has|have) (?:now |already |also |just )?been (?:processed|made|issued|booked)|(?:(?:has|have) (?:now |already |also |just )?been (?:returned|fixed|corrected|resolved|repaired|mended|sent|changed|updated|posted)|(?:is|are) (?:now |already |all )*(?:fixed|corrected|resolved|repaired|back|off|void|clear|switched off|free))",
  "(?:is|are) yours (?:again|to keep|now)|say the word|(?:has|have|is|are|was|were|'s)(?: now| already| also| been| today)* (?:deleted|set (?:again|back)|refunded|cancelled|replaced|credited|removed|restored|paid|transferred|unlocked|stopped|struck|ended|gone|booked|reserved|on (?:its|their) way|done|closed|waived|void|shipped|reinstated)",
  "(?:i'm|i am|we're|we are) (?:waiving|sending|refunding|coming|ringing|calling|moving|taking|transferring|ordering|booking|cancelling|on my way|on our way)|(?:i|we) (?:send|refund|transfer|take (?!.{0,30}seriously)|come|ring|call|order|book|cancel|put|bring|pay)\\b|nothing (?:more|else) (?:to do|is needed|will|for you)|you(?:'ll)? (?:don't|do not|needn't) (?:need|have|owe)|next(?: step)?:",
);

export type Onward = "firm" | "adrift" | "none";

/** Several rules ask the same sentence; each belongs to one draft. */
const weighed = new WeakMap<Sentence, Onward>();

export function onwardOf(draft: Draft, sentence: Sentence): Onward {
  const before = weighed.get(sentence);
  if (before !== undefined) return before;
  const onward = weigh(draft, sentence);
  weighed.set(sentence, onward);
  return onward;
}

function weigh(draft: Draft, sentence: Sentence): Onward {
  const { plain } = sentence;
  const isTimed = draft
    .figuresOf(sentence)
    .some(
      (figure) =>
        (figure.kind === "time" || figure.kind === "day") &&
        (!draft.customer?.figureKeys.has(keyOf(figure)) ||
          /(?:'ll| will|'m|'re|'ve| am| are| have) |^will /.test(plain)),
    );
  // What is sold, or asked for our own sake, is nobody's next step.
  if (sells(sentence) || asksForStars(draft, sentence)) return "none";
  const isIdle = IDLE_REQUEST.test(plain);
  if ((isTimed || CALENDAR.test(plain)) && !HAPPENED.test(plain)) return "firm";
  if (sentence.isQuestion && !RHETORICAL.test(plain)) return "firm";
  if (!isIdle && REQUEST.test(plain) && !draft.does(sentence, "ask-feedback") && !SELLS.test(plain)) return "firm";
  if (NOBODYS.test(plain)) return saysDone(plain) && !VAGUELY.test(plain) ? "firm" : "adrift";
  if (saysDone(plain)) return "firm";
  if (!isIdle && YOUR_TURN.test(plain)) return "firm";
  if (!isIdle && draft.does(sentence, "instruct", "ask", "offer-option", "set-boundary", "step-away")) return "firm";
  return draft.does(sentence, "promise", "escalate") ? "adrift" : "none";
}

const REQUEST = pattern(
  "you (?:must|have to|need to|should) (?:now |then |first )?(?:call|ring|phone|contact|write to|ask|go to|speak (?:to|with)) (?:them|him|her|the|your|our|me|us|(?=\\d))|have your (?:[\\w-]+ ){1,3}(?:ready|handy|to hand)",
  "(?:please|pls|plz|kindly) (?:just |simply |also |kindly )?(?:approach|turn to|send|reply|answer|call|ring|write|tell|choose|pick|press|open|click|hold|take|bring|keep|put|go|come|drop|pop|use|try|check|enter|confirm|sign|scan|upload|fill|let me know|get in touch|contact|give|ask|look)",
);
/** Somebody did something that ends it. */
export const isDone = (sentence: Sentence): boolean => !sentence.isQuestion && saysDone(sentence.plain);

const saysDone = remembered((plain) => DONE.test(plain));

const SELLS = pattern("why not|(?:our|the) (?:new )?(?:app|offers?|range)|five stars|rate");
const VAGUELY = pattern("{vague}");
const CALENDAR = pattern(
  "(?:from|by|in|until|at) (?:the )?(?:next|this|end of (?:the|this|next)) (?:week|month|year|season)|tonight|next (?:week|month)|every (?:day|evening|night|morning|week|month|year|hour|\\w+day|\\w+ (?:hours|days|minutes))",
);
const HAPPENED = pattern(
  "(?:was|were|had|did|didn't|broke|came|happened|happens|ended|expired|flooded|returned|answered|said|told)",
);
