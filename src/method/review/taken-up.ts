/**
 * Whether a letter takes up that a life may be in danger, in whatever words: it asks straight out, names help that is there now,
 * comes back to what was written as the thing that matters, or has somebody ring at once. What was written is told elsewhere.
 */
import type { Draft } from "./draft.ts";
import { pattern } from "./pattern.ts";

/** Asks straight out, which does no harm and is what those who are trained do. */
const ASKS = pattern(
  "are you (?:\\w+ )?(?:thinking|having thoughts|considering|planning|safe|in danger|somewhere safe|able to (?:stay|keep) safe|alone|by yourself|on your own|hurt|all right|alright|ok|okay)|(?:thinking|thought|thoughts) (?:of|about) (?:killing|ending|harming|hurting|taking|suicide|dying|not (?:being|waking))|(?:have|did) you (?:already )?(?:taken?|done|hurt|swallow(?:ed)?)(?: any| some| anything| them| yourself| something)|(?:hurt|harm|kill)(?:ing)? yourself|(?:end|ending|take|taking) your (?:own )?life|is (?:there )?(?:anyone|anybody|somebody|someone)(?: there| else)?(?: who| that)? (?:with you|you can|you could|near you|near by|nearby|in the house|can be|could be|can come|could come|can sit|could sit)|who(?:'s| is) with you|(?:can|could) (?:somebody|someone|anyone) (?:be|come|sit|stay) (?:with|over|round)|you(?:'re| are) safe",
);
/** Help that is there at any hour. */
const LINE = pattern(
  "samaritans|988|116 ?123|116-123|0?800 \\d[\\d ]{4,}|13 ?11 ?14|85258|emergency (?:services|number|line|room|doctor)|a&e|(?:call|dial|ring|text|phone|on|to|or) (?:999|112|911|000|111|113|15|144|988|110|101)|(?:suicide|crisis|listening|pastoral|distress) (?:help ?line|line|team|text|service|centre|center|chat)|help ?lines?|lifeline|suicide|telefonseelsorge|sos amiti[eé]|(?:number|line|people|somebody|someone)\\b.{0,40}(?:at any hour|day (?:and|or) night|24 ?(?:/7|hours)|round the clock|any time of (?:day|night)|all night)|free and confidential",
);
const PERSON = pattern(
  "(?:trained|counsell?ors?|psychologist|nurse|doctor|gp|chaplain|social worker|crisis|mental health|care team|welfare|safeguarding|wellbeing).{0,60}(?:call|phone|ring|speak|talk|reach|come|contact|visit)(?:s|ing)?|(?:call|phone|ring|speak|talk|reach|tell)(?:ing)? (?:to |with )?(?:your|a|our|the) (?:\\w+ )?(?:counsell?or|psychologist|nurse|doctor|gp|crisis team|social worker|chaplain)|(?:talk|speak) (?:to|with) (?:someone|somebody|a (?:friend|doctor)|your (?:doctor|gp|family)|one of them) (?:now|right now|right away|today|tonight|you trust)|someone you trust|somebody you trust",
);
/** Comes back to their words as words that were read. */
const THEIR_WORDS = pattern(
  "(?:what|the thing|the (?:last |end of |part |other )?(?:sentence|line|part|words?|message)|those (?:last )?words|words) (?:that )?you(?:'ve| have)? (?:just )?(?:wrote|said|told|written|wr[io]te|put)(?! (?:was|were|is) (?:wrong|unclear|rude))|your (?:last|final|closing) (?:lines?|sentences?|words?)|(?:the )?(?:end|last line|last sentence|last part) of your (?:message|mail|e-?mail|letter|note)|you (?:wrote|said|write|say|told (?:me|us)) (?:that |about )?(?:\\w+ ){0,6}?(?:you (?:can't|cannot|don't|do not|didn't|might|would|want|wish|have (?:thought|nothing)|think|keep)|not (?:waking|being|wanting)|going on|ending|dying|the (?:pills|tablets|bridge|train|rope))|(?:i|we) (?:did )?(?:read|heard?)(?: \\w+){0,3} (?:twice|more than once|again|first|sentence|line|what you)",
);
const CARES = pattern(
  "worr(?:y|ied|ying|ies) (?:about|for) (?:you|your (?:safety|life))|worries me|(?:concerned|afraid|frightened|scared) (?:about|for) you|(?:frightens|scares|alarms) me|you(?:'re| are) not alone|not alone with|matters? (?:far |much |a lot )?(?:more|most) than|matters? most|more important than|(?:comes?|goes?) (?:first|before)|(?:nothing|none) (?:of (?:this|it|that) )?(?:\\w+ )?is worth (?:your|a) life|glad (?:that )?you (?:told|wrote|said|got in touch)|thank you for (?:telling|saying|trusting)|(?:stay|keep|be|are|get (?:you )?) (?:safe|with me|in this chat|on the line)|your (?:life|safety)|(?:don't|do not|won't|can't|cannot|not) (?:want to )?(?:pass|skip|read|go|brush|walk) (?:over|past|by)|taking (?:it|that|this|you) seriously|tak(?:e|ing|en) (?:[\\w']+ ){1,9}seriously",
);
/** A person who rings within the hour. */
const AT_ONCE = pattern(
  "(?:call|phone|ring|speak|talk|with you)(?:s|ing|ed)?\\b.{0,50}(?:right now|straight away|at once|immediately|right away|within the (?:next )?(?:hour|\\w+ minutes)|in (?:the next )?(?:\\w+ )?(?:minutes?|five|ten)|this minute|(?<!until )now)|(?:pick up|answer)(?: \\w+){0,3} (?:when|if|phone|call)|please pick up",
);
const TO_SAFETY = pattern(
  "safety officer|is there a (?:risk|danger)|(?:or|ring|call|dial) (?:999|911|112|110|101|000)|(?:don't|do not|please) (?:go (?:up |over |round )?there|go near|wait for|approach|confront|touch|lay)|before (?:anybody|anyone|somebody|someone) (?:is|gets) hurt|(?:don't|do not|nobody|no one|no-one|won't|not) (?:\\w+ ){0,4}(?:get |gets |be |is )?(?:hurt|harmed|violence)",
  "(?:not|n't|never|nor|cannot|no) (?:be )?(?:tolerated?|accept(?:ed|able)?|stand for|put up with|ignored?)|(?:your|that|this|the|a|such|any|no|making|made) (?:\\w+ )?threat\\w*|threaten\\w*|legal steps|criminal offence|police|authorities|safety team|security|safeguarding|(?:take|taking|treat|treating|took|taken) (?:threats|this|that|it|what you (?:wrote|said)|such words|words like (?:that|these)) (?:very |extremely )?(?:serious(?:ly)?|as)|violen(?:ce|t)",
  "(?:what you (?:wrote|said|write|say)|sentence|line|words|remark|comment|part|bit) (?:about|on|against) (?:the|our|my|him|her|them|his|breaking|hurting|coming|burning|beating)|(?:off|out of) (?:the|that|your|this) (?:round|route|street)|(?:send|sent|another|a different) (?:\\w+ )?(?:driver|courier|engineer|colleague|technician) (?:instead|from now)|(?:he|she|they|our \\w+|driver|colleagues?|people|staff|anyone|nobody) (?:has|have) (?:a|the) right|(?:my|our) (?:colleagues?|drivers?|people|staff|team) (?:are|is|has|have|must|should|need)\\b.{0,30}(?:safe|afraid|scared|protected|frightened)",
);

/** Somebody who speaks of ending or harming their own life is met in this letter. */
export const takesUpDespair = (draft: Draft): boolean => says(draft, ASKS, LINE, PERSON, THEIR_WORDS, CARES, AT_ONCE);

/** A threat against others is met: a limit, a warning passed on, a question, or help. */
export const takesUpThreat = (draft: Draft): boolean => says(draft, ASKS, LINE, PERSON, TO_SAFETY, THEIR_WORDS);

const says = (draft: Draft, ...cues: RegExp[]): boolean =>
  draft.sentences.some(({ plain }) => cues.some((cue) => cue.test(plain)));
