/**
 * Where the words for a death or for violence are a way of speaking: "I killed myself for that badge", "career suicide", "I'll shoot
 * you an email", "we'll hit you with a chargeback". Only what nobody would say who meant it; in doubt the words stand as they are.
 */

/** Behind the words, up to so far, it is told what is really meant. */
const LOOKED_ON = 60;
const LOOKED_BACK = 40;

/** Who writes this is laughing. */
const LAUGHS =
  /^[^.!?\n]{0,60}(?<![\p{L}])(?:lol|lmao|rofl|ha(?:ha)+|hehe|jk|just kidding)(?![\p{L}])|^[^.!?\n]{0,60}[😂🤣😆😅😜]/iu;

const LAUGHED = /(?<![\p{L}])(?:lol|lmao|rofl|ha(?:ha)+|hehe)(?![\p{L}])|[😂🤣😆😅😜]/iu;

interface Figure {
  readonly reason: string;
  /** What the danger was found by. */
  readonly said: RegExp;
  readonly before?: RegExp;
  readonly behind?: RegExp;
}

const PUBLIC =
  "(?:court|trustpilot|google|facebook|twitter|instagram|tiktok|reddit|yelp|tripadvisor|social media|every (?:site|forum|review)|the (?:press|papers|reviews|media)|public)";

const FIGURES: readonly Figure[] = [
  { reason: "self-harm", said: /to be dead/iu, behind: /^ (?:sure|certain|on time|clear|honest|serious)/iu },
  // Another's, or the thing itself that is spoken of.
  {
    reason: "self-harm",
    said: /suicide/iu,
    behind:
      /^ (?:at|in|by|of|on|last|prevention|awareness|bereavement|statistics|note in the|scene|watch)(?![\p{L}])/iu,
  },
  // "I could murder someone": nobody is meant, and nothing announced.
  {
    reason: "threat",
    said: /could (?:\p{L}+ )?(?:kill|murder|strangle|shoot|stab|punch|hit|hurt) (?:somebody|someone|every(?:one|body) (?:there|in|at))/iu,
    behind: /^(?!.{0,40}\b(?:at your|in your|if (?:he|she|they|you)|tomorrow|tonight|really|mean it))/iu,
  },
  // Nobody tells of it afterwards.
  {
    reason: "self-harm",
    said: /killed my ?self/iu,
    before: /^(?!.*(?:nearly|almost|have|had|should|could|would|'d|if i|wish|tried|rather) $)/iu,
  },
  {
    reason: "self-harm",
    said: /killing my ?self/iu,
    behind:
      /^ (?:laughing|working|trying|getting|studying|to (?:get|pay|earn|finish|meet|make|save|be|keep)|for|over|at work|with (?:work|overtime))/iu,
  },
  {
    reason: "self-harm",
    said: /suicid/iu,
    before:
      /(?:career|professional|commercial|political|social|financial|business|economic|brand|reputational|marketing) $/iu,
  },
  {
    reason: "self-harm",
    said: /suicide/iu,
    before: /(?:is|are|be|was|'s) (?:pure |sheer |just )?$/iu,
    behind: /^ (?:for|to) /iu,
  },
  {
    reason: "self-harm",
    said: /(?:die|dead) than/iu,
    behind:
      /^ (?:ever )?(?:use|buy|order|shop|call|ring|phone|eat|drink|wear|fly|book|install|download|recommend|set foot|go back|deal|do business|stay)/iu,
  },
  {
    reason: "self-harm",
    said: /want(?:ed)? to live|tired of living/iu,
    behind: /^ (?:in|next|near|above|below|beside|among|at|here|there|on (?:a|the|your)) /iu,
  },
  {
    reason: "self-harm",
    said: /be here/iu,
    behind:
      /^[^.!?]{0,50}\b(?:hotel|room|resort|camp|campsite|flat|apartment|hostel|course|class|meeting|queue|shop|forum|platform|club|gym|school)\b/iu,
  },
  {
    reason: "threat",
    said: /(?:shoot|hit|bomb|beat|punch|burn|hurt|stab|blow up|run over|kill) (?:you|him|her|them|someone|somebody)/iu,
    behind: new RegExp(
      `^ (?:(?:an?|the|some|another|my|over|up|back|through|to it|at (?:your|their) own)\\b|(?:with|in|on|by|all over) (?:[\\p{L}-]+ ){0,4}?(?:${PUBLIC}|reviews?|stars?|charge ?backs?|bills?|invoices?|lawyers?|lawsuits?|claims?|complaints?|letters?|mails?|e-?mails?|questions?|price|prices|score|facts|figures|numbers|tax|evidence)\\b)`,
      "iu",
    ),
  },
  {
    reason: "threat",
    said: /pay for this with/iu,
    behind:
      /^ (?:your|a|an|the) (?:[\p{L}-]+ )?(?:reputation|stars?|rating|business|licen[cs]e|customers|sales|jobs?|review|name|share price|money)/iu,
  },
  {
    reason: "threat",
    said: /(?:hammer|axe|bat|knife|crowbar|pipe|bar|iron|machete|petrol)/iu,
    behind:
      /^ (?:to|and) (?:fix|hang|mend|repair|assemble|open|put|mount|build|do it|finish|install|cut (?:the|it)|get it|help)/iu,
  },
  {
    reason: "threat",
    said: /know where/iu,
    behind: /^ \p{L}+ \p{L}+ (?:online|on (?:facebook|the net|linkedin|instagram))/iu,
  },
];

/** @param start and end of the words that sound dangerous. */
export function isFigureOfSpeech(text: string, reason: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + LOOKED_ON);
  if (LAUGHS.test(behind) || (reason === "threat" && LAUGHED.test(text.slice(Math.max(0, start - LOOKED_ON), start))))
    return true;
  const words = text.slice(start, end);
  const before = text.slice(Math.max(0, start - LOOKED_BACK), start);
  return FIGURES.some(
    (figure) =>
      figure.reason === reason &&
      figure.said.test(words) &&
      (figure.before?.test(upTo(before, figure.said, words)) ?? true) &&
      (figure.behind?.test(wordsBehind(text, figure.said, start, words)) ?? true),
  );
}

/** What stands before the telling words, whatever else the danger was found by. */
const upTo = (before: string, said: RegExp, words: string): string =>
  (before + words.slice(0, said.exec(words)?.index ?? 0)).replace(/[\n]/g, " ").replace(/^.*[.!?] /u, "");

function wordsBehind(text: string, said: RegExp, start: number, words: string): string {
  const found = said.exec(words);
  const from = start + (found === null ? words.length : found.index + found[0].length);
  return text.slice(from, from + LOOKED_ON);
}
