/** How a fault is put at somebody else's door: who else did it, runs it, decides it, or that our hands are tied. Lists only; the rule does the looking. */
import { everyPattern, pattern } from "./pattern.ts";

const OTHERS =
  "(?:courier|carrier|driver|warehouse|supplier|manufacturer|bank|post office|post|postal service|delivery (?:company|service|firm)|shipping company|billing|billing team|sales|sales team|technical team|previous agent|colleagues?|store|shop|airline|airport|hotel|app store|vendor|partner|provider|subcontractor|contractor|landlord|agency|department|network operator|operator|insurer|software|depot|garage|maker|printer|payment provider|organiser|organizer|platform|marketplace|seller|customs|kitchen|head office|branch|night shift|shift|intern|trainee|temp|substitute|computer|machine|algorithm|weather|technician|engineer|owner|parking company|ministry|government|authority|booking (?:platform|site|system)|lab|laboratory|school|council)s?";
const OUTSIDE =
  "(?:an? |our |the |some )?(?:outside|external|separate|independent|third-party|other|another|different|contracted) (?:\\w+ )?(?:company|firm|provider|contractor|team|department|system|supplier|agency|service|party|business|unit|vendor|partner)";
const RUN_BY =
  "(?:looked after|handled|run|sent(?: out)?|done|provided|managed|charged|operated|booked|processed|decided|set|delivered|supplied|issued|maintained|controlled|carried out|organised|organized|employed|hired|scheduled|collected|caused|lost|forgotten|held up|damaged|mislaid|passed on|entered|chosen)";
const THIRD = `(?:the |our |my |an? )?(?:\\w+ )?${OTHERS}`;

export const ELSEWHERE = everyPattern(
  `(?:that's|that is|this is|it's|it is|it was|that was) (?:a|an|the|our) ${OTHERS}(?:'s)? (?:problem|issue|fault|mistake|error|responsibility|matter|business)|(?:that|it) was (?:the|our|my|an) (?:new )?(?:intern|trainee|temp|substitute|night shift|colleague|driver)`,
  `(?:the|our|my) ${OTHERS}(?:'s|') (?:fault|problem|mistake|responsibility|error|business)`,
  "(?:not|isn't|wasn't) (?:my|our) (?:fault|department|responsibility|job|problem|doing|mistake|area|decision)|(?:not|isn't) (?:with)?in my (?:remit|power|control|hands)|my hands are tied|above my (?:head|pay)|before my time|i (?:only|just) (?:work|serve|answer|pass|take)|i (?:don't|do not) make the rules",
  "(?:that|this|it)(?:'s| is| was) (?:not|n't) (?:us|me|on us|on our (?:side|end)|down to us|up to (?:us|me))|,? not (?:us|by us|ours|by me)(?=[.,!;]|$)|, (?:we|i) (?:only|just|merely) (?:run|sell|list|host|serve|pass|show|provide|answer)",
  "(?:has|have|had) nothing to do with (?:us|me|our (?:team|company|shop))|we have nothing to do with",
  "(?:the|our) system (?:does not|doesn't|won't|will not|cannot|can't) (?:let|allow|permit)(?: (?:me|us|it|that|this))?|(?:the|our) (?:system|computer|software|machine|program) (?:did|does|generates?|sends?|decides?|booked|calculated|made|sent|creates?) [^.]{0,30}(?:automatically|by itself|on its own)",
  "(?:there's|there is) nothing (?:i|we) can do(?: about (?:it|that|this))?",
  `(?:is|are|was|were|gets?|has been|have been) (?:\\w+ )?${RUN_BY} (?:by|through|at|via) (?:${OUTSIDE}|${THIRD})|(?:mistake|error|decision|fault|slip) (?:was|is) (?:made|taken) by ${THIRD}`,
  `(?:belongs?|work(?:s|ed)?|is|are|comes?|came) (?:to|for|with|from|employed by|on the side of|at) (?:${OUTSIDE}|our ${OTHERS})|(?:isn't|aren't|is not|are not|wasn't) (?:employed|sent|hired|paid) by us`,
  `on the (?:side|end|part) of (?:our|the|a) (?:\\w+ )?${OTHERS}|on (?:our|the) ${OTHERS}'s (?:side|end|part)|(?:error|fault|problem) (?:of|at|with) (?:the|our) (?:provider|supplier|vendor|bank|carrier|courier|airline|manufacturer)`,
  `(?:servers|systems?|staff|people|drivers|lines|site|machines) of (?:our|the) (?:\\w+ )?${OTHERS} (?:are|is|were|was|have|has)`,
  `(?:lies?|rests?|falls?|remains?) (?:entirely |solely |only |alone )?(?:with|under|in the hands of) (?:the |our |a )?${OTHERS}|(?:is|are) (?:entirely |solely )?(?:a (?:matter|question) for|in the hands of|up to|the responsibility of) (?:the |our )?${OTHERS}|${THIRD} (?:is|are|was|were) (?:alone |solely |fully )?(?:responsible|to blame|at fault)|(?<=^|[.,;] )it is responsible for`,
  `(?:the|our|my|that) (?:\\w+ )?${OTHERS} (?:lost|forgot|messed|mixed|let us down|got it wrong|made (?:a|the) (?:mistake|error)|must have|should have (?:told|known|called|done|noticed)|(?:didn't|did not|never|failed to) (?:tell|pass|scan|deliver|send|inform|read|call))|decided by (?:a|the) (?:computer|algorithm|system|machine)`,
  "(?:we|i) (?:have|had) (?:no|absolutely no|little) (?:influence|control|say|power|bearing)(?: (?:on|over|in|about))?|(?:outside|beyond|out of) (?:of )?(?:our|my) (?:control|hands|influence|power)",
  "(?:we|i) (?:only|merely|just|simply) (?:display|pass on|forward|sell|resell|relay|show|arrange|mediate|act as|run|list)|(?:is|are) provided by (?:the|our|third|other) \\w+|we (?:rely|depend) on (?:the )?(?:information|data|figures)",
  `(?:was|were)(?:n't| not) (?:discussed|agreed|cleared|coordinated) with (?:us|me|our \\w+)|without (?:our|my) knowledge|(?:you(?:'ll| will|'d| would)? )(?:need|have) to (?:take (?:that|this|it) up with|ask|speak to|talk to|turn to) (?:the )?${OTHERS}|(?<=^|[.,;] )talk to the ${OTHERS}`,
);
/** Somebody here takes it up. */
export const OWNED = pattern(
  "i(?:'ve|'ll|'m| have| will| am)(?! afraid| sorry| unable| not| sent a note| passed a note) (?!not|sorry|afraid|unable|sent a note|passed a note)\\w+|(?:leave|it stays) (?:it )?with me|i (?:sent|booked|rang|took|put|made|got|went|found|wrote|paid|spoke|[a-z]{2,}ed)|i should|we should|i(?:'m| am) the one|we(?:'ve|'ll| have| will) (?!not|no |little |nothing)\\w+|what (?:i|we) can do|instead|(?:our|my) (?:mistake|fault|responsibility|job) (?:all the same|to|nonetheless|anyway)|as well as us|for both",
);
