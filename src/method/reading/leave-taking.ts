/**
 * A danger that no single phrase names: who has the tablets there, has written the letters, says what the insurance would settle. Each
 * piece alone is everyday; together they are a goodbye, or an ambush. Plain words for it stand in wish-to-die.ts and automatic-mail.ts.
 */
import type { Span } from "../../kit/index.ts";

interface Piece {
  /** 2 where hardly anybody says so lightly, 1 where many do. */
  readonly weight: 1 | 2;
  readonly said: RegExp;
}

const DRUGS = "(?:tablets|pills|medicines?|medication|meds|insulin|morphine|painkillers|sleepers|patches)";
const HIGH = "(?:bridge|roof|rooftop|platform|cliff|pier|ledge|railway|tracks|parapet|viaduct)";
const OTHER =
  "(?:everyone|everybody|everything|it all|them all|you all|them|us all|the lot|the house|you lot|the kids|the debt|the arrears)";

const DESPAIR: readonly Piece[] = [
  // The means at hand, or the place.
  {
    weight: 2,
    said: new RegExp(
      `\\b(?:i'?ve got|i have|got|there'?s|i kept|i'?ve (?:kept|saved|counted))\\b[^.!?\\n]{0,30}\\b(?:(?:dad|mum|mam|mother|father|husband|wife|gran|nan)'?s|his|her|my|the|enough) (?:\\p{L}+ ){0,2}${DRUGS} (?:here|left|saved|counted|ready|beside|next|on the (?:table|bed))|\\benough of (?:his|her|my|the|mum'?s|dad'?s) ${DRUGS}\\b`,
      "iu",
    ),
  },
  {
    weight: 2,
    said: new RegExp(
      `\\b(?:stood|standing|sat|sitting|was up|stayed|ended up|walked)\\b[^.!?\\n]{0,20} (?:on|at|by|up|to|over) (?:the|a|that) (?:\\p{L}+ )?${HIGH}\\b(?=[^.!?\\n]{0,80}\\b(?:thinking|thought|long time|hours?|looking|water|trains?|wondered|settle|easy|over)\\b)`,
      "iu",
    ),
  },
  { weight: 2, said: /\b(?:pillow|knife|rope|belt|razor) (?:was )?in my hands?\b/iu },
  {
    weight: 1,
    said: /\bstood (?:there|here|over (?:him|her)) (?:for )?(?:a long time|ages|an hour|i don'?t know how long)\b/iu,
  },
  // What the others would have of it.
  {
    weight: 2,
    said: new RegExp(
      `\\b(?:sorts?|squares?|settles?|clears?|solves?|would (?:sort|square|settle|clear|solve|fix)|pays? off|looks after) (?:\\p{L}+ )?${OTHER}\\b(?=[^.!?\\n]{0,40}\\b(?:better than i|insurance|without me|up\\b|policy|cover))|\\b(?:life (?:cover|insurance|policy|assurance)|death in service)\\b[^!?\\n]{0,60}\\b(?:better than i can|sorts?|squares?|settles?|if i (?:wasn'?t|weren'?t)|without me|when i'?m gone)\\b`,
      "iu",
    ),
  },
  {
    weight: 2,
    said: /\bif (?:we|i)(?: both| just| all)? (?:went|go|died|slipped away|passed)\b[^.!?\n]{0,12} in (?:our|my) sleep\b|\bone (?:bill|thing|debt) i could (?:settle|pay|sort) (?:on my own|myself)\b/iu,
  },
  { weight: 2, said: /\b(?:i'?ve|i have)(?: even| also)? (?:thought|worked out|decided) how\b(?= ?[.!,]|$)/iu },
  {
    weight: 2,
    said: /\b(?:be seeing|see|be with|join|joining) (?:her|him|them|my \p{L}+) (?:very )?soon\b(?=[.!,]|$)/iu,
  },
  { weight: 1, said: /\bwhere i'?m (?:headed|going)\b|\bif i(?:'?m| am| was| were) not here\b/iu },
  {
    weight: 2,
    said: /\bsince i (?:last|first) (?:hurt|cut|harmed|burned) my ?self\b|\bdays? (?:clean|free) (?:of|from) (?:cutting|self[- ]harm)/iu,
  },
  { weight: 1, said: /\b(?:made it true|did it again|back to zero|zero then)\b/iu },
  // The last things done.
  {
    weight: 2,
    said: /\b(?:written|wrote|finished|posted|done) (?:my|the|all the|all my) (?:(?:two|three|four|last) )?(?:letters|notes)(?! (?:of|to (?:you|the (?:bank|council|court|landlord|school))|for (?:the|my) (?:course|school|class|job|application)))\b/iu,
  },
  {
    weight: 1,
    said: /\bleft (?:the|my) (?:keys?|ring|cards?|bank card|phone|watch) (?:on|in|by|with|for)\b[^.!?\n]{0,40}\b(?:for|to|with) (?:my|her|him|the) (?:sister|brother|mum|mam|mother|dad|father|son|daughter|wife|husband|kids|neighbour)/iu,
  },
  {
    weight: 1,
    said: /\bgive my (?:room|place|dog|cat|things|seat|stuff|bike) to (?:someone|somebody|anyone|whoever)|\bfound (?:a |someone to take )?(?:home|the dog|the cat)s?\b[^.!?\n]{0,20}\b(?:dog|cat|him|her)\b|\byou can have (?:the|my) (?:room|flat|keys|house) back\b/iu,
  },
  // No time to come.
  {
    weight: 1,
    said: /\b(?:won'?t|will not|not going to|not gonna) be (?:around|here|there|about) (?:by then|then|for (?:it|that|long)|to see|any ?more|much longer|after)|\bafter (?:tonight|today|the weekend|this|tomorrow) (?:you|u|they|nobody|it|there|i)\b|\bby (?:the weekend|tomorrow|sunday|monday) it(?:'ll| will) (?:all )?be (?:over|done|sorted)/iu,
  },
  // How it is with them.
  {
    weight: 1,
    said: /\bcan'?t go home\b|\b(?:not|haven'?t) (?:opened the curtains|got out of bed|slept in days|eaten since)|\bsorry for (?:messing everyone|everything|being (?:a|such)|letting)|\bi can'?t (?:do|take|face|carry) (?:this|it|any) (?:any ?more|of it)|\b(?:won'?t|wont|wouldn'?t|nobody would|no one would|nobody will) (?:even )?(?:notice|miss me)\b|\bnot got it in me\b|\bnowhere (?:left )?to go\b|\bno way out\b|\bi don'?t know what\.|\bdo(?:n'?t| not) bother (?:putting me|saving me|ringing)/iu,
  },
  {
    weight: 1,
    said: /\b(?:gone|left|left me) and taken the (?:girls|boys|kids|children|baby)|\b(?:wife|husband|partner|she|he)(?:'s| has)? (?:left me|gone for good|walked out)|\bi was in (?:a&e|a and e|hospital|resus) (?:on )?(?:\p{L}+day|last) night\b/iu,
  },
];

const THREAT: readonly Piece[] = [
  // What is to become of somebody.
  {
    weight: 2,
    said: /\b(?:he|she|they|that man|him|dem)(?:'ll| will|'s| is| are|)? (?:not|never|no go) (?:be )?(?:have (?:hands|legs|teeth|fingers|a face)|walk(?:ing)? (?:out|away|again|home|straight)|drive again|drive any ?more|see (?:morning|tomorrow|another)|get(?:ting)? up)|\bhe won'?t (?:have (?:hands|legs|teeth|fingers)|walk (?:out|away|again|straight)|get up again)|\b(?:break|broke|cut|chop|crush)(?:ing)? (?:him|his|her|their|dem|your) (?:two |both )?(?:legs?|hands?|arms?|fingers|kneecaps?|jaw|neck)\b(?!,? (?:on|in|at|when|last|his|her))/iu,
  },
  {
    weight: 2,
    said: /\b(?:he|she|they|you)(?:'s|'ll be|'re| is| are| will be)? (?:leaving|going|coming|goes|leaves) (?:out )?(?:through|out of|by) (?:the|my|that) window\b|\bi(?:'ll| will|ll) be waiting for (?:him|her|them)\b|\b(?:her|his|their) (?:window|car|door) first,? (?:after|then) (?:her|his|their) (?:hands|face|legs|head)\b/iu,
  },
  { weight: 1, said: /\bpast caring what happens\b|\b(?:she|he|they) will remember\b|\bour (?:own )?way\b/iu },
  // Where he is to be found, and by whom.
  {
    weight: 1,
    said: /\bknow (?:where|the \p{L}+ where|which \p{L}+ where) (?:he|she|they|them|him|dem|you|this man|that man)(?: \p{L}+)? (?:parks?|parking|lives?|works?|sleeps?|stays?|drinks?|eats?|goes|dey)\b/iu,
  },
  {
    weight: 1,
    said: /\b(?:my|the|our) (?:brothers?|boys|cousins?|lads|mates|uncles|guys)(?: and (?:me|i))?\b[^.!?\n]{0,40}\b(?:on the way|on their way|wait(?:ing)?|go wait|will (?:find|meet|visit|see to|deal)|are (?:going|coming|there)|looking for)|\b(?:they|we) are (?:already )?(?:on the way|going there|waiting for (?:him|her|them))/iu,
  },
  {
    weight: 2,
    said: /\b(?:i'?ve|i|i have)(?: got)? (?:got )?an? (?:\p{L}+ )?(?:hammer|knife|bat|crowbar|machete|axe|iron|cutlass|panga|blade) (?:with me|in the car|in my (?:hand|bag|coat|boot)|ready|by the (?:door|bed))\b|\bthe (?:\p{L}+ )?(?:hammer|knife|bat|axe|machete) (?:is )?by the (?:door|bed)\b|\b(?:rifle|shotgun|pistol|gun) is in (?:the|my)\b/iu,
  },
];
const ENOUGH = 3;
/** Without one of these nothing here weighs two. */
const MAY_BE =
  /thought how|worked out how|soon|myself|window|waiting|rifle|gun|tablets|pills|medic|meds|insulin|morphine|painkillers|sleepers|patches|bridge|roof|platform|cliff|pier|ledge|railway|tracks|parapet|viaduct|in my hand|life (?:cover|ins|pol|ass)|death in service|sleep|on my own|letters|notes|around|after t|my room|hands|legs|walk|break|hammer|knife|bat|machete|squares?|sorts/i;

export interface TakenLeave extends Span {
  readonly signal: "self-harm" | "threat";
}

const MOST_READ = 20_000;

/** At most one of each, where its first piece stands. METHOD calm.respect. */
export function leaveTaking(text: string): readonly TakenLeave[] {
  const read = text.slice(0, MOST_READ).replaceAll("’", "'");
  if (!MAY_BE.test(read)) return [];
  return (
    [
      ["self-harm", DESPAIR],
      ["threat", THREAT],
    ] as const
  ).flatMap(([signal, pieces]) => {
    let weight = 0;
    let first: Span | undefined;
    for (const piece of pieces) {
      const found = piece.said.exec(read);
      if (found === null) continue;
      weight += piece.weight;
      if (first === undefined || found.index < first.start)
        first = { start: found.index, end: found.index + found[0].length };
    }
    return first === undefined || weight < ENOUGH ? [] : [{ signal, ...first }];
  });
}
