/**
 * Which words carry the matter of a message, and their stems, so that a sentence about *this* customer's trouble can be told
 * from one that would fit anybody. The stems are rough on purpose: two forms of a word need only meet, not be right.
 */

/** Grammar, and the words of every support mail: sharing one of these says nothing about having listened. */
const EVERYBODYS = new Set(
  (
    "the a an and or but nor so yet if then than because while when where why how what which who whom whose that this these those there here of to in on at for with from by about into onto over under up down out off again once twice very too also just only even still already always never ever not no yes is are was were be been being am have has had having do does did doing done will would shall should can could may might must i me my mine myself we us our ours ourselves you your yours yourself he him his she her hers it its they them their theirs one ones some any all both each every other another such own same more most much many few less least lot lots bit than as " +
    "i'm i've i'll i'd you're you've you'll you'd he's she's it's that's there's what's we're we've we'll we'd they're they've don't doesn't didn't can't couldn't won't wouldn't isn't aren't wasn't weren't haven't hasn't hadn't shouldn't let's ain't cannot " +
    "get gets got getting give gives gave given go goes going went gone come comes came make makes made making take takes took taken put keep kept know knows knew known think thought see sees saw seen look looks looked looking want wants wanted need needs needed like likes liked try tries tried trying use uses used using find found tell tells told say says said ask asks asked asking feel feels felt seem seems let lets help helps helped helping please thank thanks hello hi hey dear sorry apologise apologize apology apologies appreciate understand hope really actually simply maybe perhaps well good great best better bad sure right okay ok able happy glad kind way thing things something anything nothing everything someone anyone everyone " +
    "time times day days week weeks month months year years hour hours minute minutes today tomorrow yesterday now later soon first last next back new old long number " +
    "customer customers service support team company business people person matter issue issues problem problems trouble question questions request requests case ticket email emails mail mails message messages reply replies replied response write writes wrote written writing contact contacted call information info details detail experience situation inconvenience concern concerns frustration frustrating frustrated regards sincerely order orders ordered product products item items account accounts happen happens happened happening work works worked working send sends sent sending receive received fix fixed fixing check checked checking solve solved solution resolve resolved resolution change changed policy website site online page"
  ).split(/\s+/),
);

/** @param norm a token in lower case with straight apostrophes. */
export function isContentWord(norm: string): boolean {
  const first = norm.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return norm.length >= 2;
  return norm.length >= 3 && !EVERYBODYS.has(norm);
}

const IRREGULAR: Readonly<Record<string, string>> = {
  broke: "break",
  broken: "break",
  bought: "buy",
  paid: "pay",
  lost: "lose",
  missed: "miss",
  slept: "sleep",
  children: "child",
  stole: "steal",
  stolen: "steal",
  flew: "fly",
  flown: "fly",
  froze: "freez",
  frozen: "freez",
};

/** "waited", "waiting" and "waits" meet in "wait"; "delivered" and "delivery" in "deliver". */
export function stemOf(norm: string): string {
  const known = IRREGULAR[norm];
  if (known !== undefined) return known;
  let stem = norm.endsWith("'s") ? norm.slice(0, -2) : norm;
  if (stem.length < 4 || (stem.charCodeAt(0) >= 0x30 && stem.charCodeAt(0) <= 0x39)) return stem;
  for (const end of ENDINGS)
    if (stem.endsWith(end) && stem.length - end.length >= 3) {
      stem = stem.slice(0, -end.length);
      break;
    }
  if (stem.length > 3 && stem.at(-1) === stem.at(-2) && !/[lsz]$/.test(stem)) stem = stem.slice(0, -1);
  return stem.length > 3 && /[ey]$/.test(stem) ? stem.slice(0, -1) : stem;
}

const ENDINGS = [
  "ations",
  "ation",
  "ings",
  "ing",
  "ments",
  "ment",
  "edly",
  "ied",
  "ies",
  "ers",
  "ed",
  "er",
  "es",
  "ly",
  "s",
];
