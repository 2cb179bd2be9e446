/**
 * Which of a customer's statutory rights are in play: what the law of the place gives, read against what they and the reply say of
 * the thing.
 */
import type { Draft } from "./draft.ts";
import { figuresIn } from "./figures.ts";
import { pattern, plain } from "./pattern.ts";
import { type RightKind, rightsFor } from "./rights.ts";

/** Made for them, perishing, or for one date: no right to change one's mind. */
const NOT_COVERED = pattern(
  "(?:printed|woven|embroidered|stamped|branded) with (?:your|our|my|the|his|her) (?:\\w+ )?(?:logo|name|text|design|photo)|(?:our|my|your) (?:\\w+ )?logo|customer printing",
  "(?:cast|cut|made|moulded|fitted) (?:individually|from the mould|from your|after your|for (?:you|one) (?:alone|ear|person))|individually (?:cast|cut|made|moulded)|(?:from|by) the mould of|(?:made|ground|cut|built|sewn|cast|mixed|printed|produced|tailored) (?:\\w+ )?(?:to|for|in) (?:your|my|our|her|his) (?:own )?(?:\\w+ )?(?:strength|prescription|eyes?|ears?|feet|teeth|measurements?|name|text|order|specification|specs?|size|sizes|colours?|colors?|wishes|design)|custom(?:-?made|ised|ized)?|made[- ]to[- ](?:measure|order|size)|(?:our|my|your) own (?:measurements?|measures|design|text|photos?|pictures?|pattern|drawing|sizes?)|(?:to|by|from|after) (?:our|my|your) (?:measurements?|measures|specifications?|order|wishes|drawing|design)|fabric (?:we|you|i) chose|(?:cut|built|printed|sewn|woven|cast) (?:to|for) (?:size|you|us|me|measure)|bespoke|tailor-?made|personali[sz]ed|engraved|monogram\\w*|perishable|fresh|flowers?|bouquet|wreath|cakes?|download(?:ed)?|digital|e-?books?|newspapers?|magazines?|concert|tickets?|seats?|matinee|theatre|theater|hotel|room for|flights?|event|streaming|hire|rental|opened food",
);
const OPENED = pattern(
  "opened|unsealed|used|worn|wore|tried|slept|sleep|i open|once (?:\\w+ ){0,3}open|(?:seal|bag|plastic|pack|wrapper|foil) (?:is |was )?(?:open|broken|torn|removed)",
);
const SEALED = pattern(
  "hygien\\w+|sealed|underwear|earrings?|swimwear|cosmetics?|mattress topper|pillows?|ear ?(?:plugs?|tips|buds)|piercings?|razors?|nappies|bras?|lingerie|bikinis?|swimsuits?|perfume|toothbrush\\w*|software",
);
const STILL_SHUT = pattern(
  "in (?:its|the|their) (?:closed |sealed |original )?(?:box|packaging) (?:closed|unopened|sealed|shut)|closed box|unopened|not opened|never opened|still (?:sealed|closed|shut)|unworn|unused|seal is (?:intact|unbroken)",
);
const IN_A_SHOP = pattern(
  "in (?:the|your|their|our) (?:shop|store|branch|showroom|market)|at (?:the|your) (?:till|counter|stall|market)|(?:bought|got|picked) (?:it|them|this) (?:up )?in person|in your \\w+ (?:shop|store|branch)",
);
const SOLD_IN_OURS = pattern(
  "(?:bought|purchased|sold|collected|picked up)(?: \\w+){0,5} (?:in|at|from) (?:the|our) (?:shop|store|branch|cellar|till|counter)",
);
const FAULTY = pattern(
  "broken|broke|faulty|defective|dead|died|doesn't work|does not work|stopped working|won't (?:start|turn on|charge|close|open)|not working|cracked|leak(?:s|ing|ed)?|torn|came apart|fell apart|fault|failed|defect|damaged|mould(?:y|ed)?(?! of| for)|mold(?:y|ed)?(?! of| for)|rotten|rotted|rancid|spoiled|wilted|burst|shattered|warped|peel(?:s|ed|ing)|faded|flickers?|stripes?|dead pixels?|crooked|rust\\w*|frayed|split|seam|came off|fell off|doesn't (?:close|open|charge|heat|fit together|turn on|start)|out of order|no longer works?|gave up|(?:does not|doesn't|won't|will not|did not|didn't) (?:\\w+ )?(?:charge|fire|start|turn on|switch on|hold|heat|cool|print|connect|focus|open|close|lock|ring|spin|drain)(?: any ?more| properly)?|jam(?:s|med|ming)?|blurred|flicker(?:s|ing)?|rattl(?:es|ing)|stutter(?:s|ing)?|(?:is|are|was) not (?:good|right|what i ordered)|wrong (?:prescription|size|model|lens|part|colou?r|item|version|strength|voltage|dimensions)|gives? (?:out|up)|defective|stain(?:s|ed)|scratch(?:es|ed)|dent(?:s|ed)|chipped|smok(?:es|ing)|(?:went|gone|goes|turned) (?:black|dark|dead|blank)|lines across|collapsed|(?:a|two|three) holes?|as new|not as described|out of true|rusty|mouldy|peel(?:s|ing|ed)|shrunk|bent|wobbl(?:es|ing|y)",
);
/** They ask for the money, not for another one. */
export const WANTS_MONEY = pattern(
  "refund\\w*|money back|my money|(?:my |the |have |get |want )(?:[€£$] ?)?\\d[\\d.,]* ?(?:[€£$]|eur|euros?|pounds?|kr)? back|have the money|reimburs\\w*|reject (?:it|them|the \\w+)|(?:return|send (?:it|them|both|the \\w+) back)",
);
const OF_A_PERSON =
  /\b(?:broke|broken|died|failed|cracked|torn|damaged) (?:(?:his|her|my|their|our|an?) (?:hip|leg|arm|wrist|foot|ankle|heart|neck|hand|finger|rib|knee|nose|exam|test)s?|on \w+day|last|in)|\b(?:he|she|husband|wife|mother|father|mum|dad|dog|cat) died\b/g;
const NEVER_CAME = pattern(
  "never (?:came|arrived|delivered|took place|happened)|(?:hasn't|has not|didn't|did not|haven't) (?:arrive|arrived|come|been delivered|take place|taken place)|(?:you|was|were|been) cancelled(?: by you)?|cancelled (?:by you|on us|the (?:course|class|lesson|concert|event|session|trip))|nobody came|still not here|not delivered",
  "(?:is|was|were|are|been|got) (?:just |now |suddenly )?(?:cancelled|canceled|called off)(?! by (?:me|us))|(?:given|let|rented|sold) (?:away )?to (?:others|another|someone else|somebody else)|(?:our|my) (?:room|pitch|table|seats?|place|cabin|car|booking) (?:is|was|had been|has been) (?:gone|given|taken|not there|double)|(?:had|got|were|was) only \\d+ (?:of|hours|lessons|days|instead)|(?:teacher|trainer|guide|band|singer|coach)(?: \\w+){0,3} (?:is|was) (?:absent|ill|missing|not there)",
  "(?:film|show|concert|class|course|lesson|session|performance|match|game|tour|play|workshop|treatment|screening|stream) (?:\\w+ ){0,2}(?:stopped|was (?:stopped|cut short|called off|interrupted|abandoned|broken off)|broke off|ended (?:early|after)|didn't (?:start|finish|take place)|never (?:started|finished))|(?:cut short|broken off|called off)|stopped .{0,20}before the end",
);
const FLIGHT_OFF = pattern("flight\\b.{0,40}cancelled|cancelled\\b.{0,40}flight");
const PACKAGE = pattern("package (?:holiday|tour|trip)|(?:tour|cruise|holiday|trip|excursion|pilgrimage|safari)");
const CHANGED = pattern(
  "(?:hotel|ship|cabin|route|flights?|itinerary|programme|program|guide|resort|lodge|airport|date)s? (?:\\w+ ){0,4}(?:changed|replaced|swapped|moved|exchanged|downgraded|dropped|cancelled)|(?:changed|replaced|swapped|downgraded|moved) (?:the|our|my|us) ?(?:\\w+ )?(?:hotel|ship|cabin|route|flight|itinerary|to)|not what (?:we|i) (?:paid|booked)|(?:an?)?other (?:hotel|ship|cabin|route|resort|airport)|(?:different|lower|worse|smaller) (?:hotel|ship|cabin|category|class|resort)|(?:\\d|\\w+)[ -]?stars? (?:becomes?|became|turned)",
);
/** "Our hotel on Kos is replaced by a comparable one." */
const OTHER_HOUSE =
  /(?<![\w'])(?:our|my) (?:\w+ )?(?:hotel|ship|cruise|resort|apartment|lodge|villa)\b.{0,70}(?:is|was|has been|were|been|gets) [^.]{0,12}(?:replaced|changed|swapped|downgraded|exchanged)/;
/** "It was not engraved." */
const NOT_SO =
  /(?<![\w'])(?:not|never|isn't|wasn't|aren't|nor) (?:\w+ )?(?:engraved|personali[sz]ed|made to order|made to measure|custom\w*|monogram\w*|bespoke)/g;
/** Who buys for a firm is no consumer. */
const FOR_A_FIRM = pattern(
  "(?:for|by|of|from) (?:our|my|the|a) (?:\\w+ )?(?:company|firm|business|restaurant|café|cafe|hotel|agency|office|practice|clients?)|(?:our|my) (?:company|firm|business) (?:\\w+ )?(?:bought|ordered|booked|needs)|gmbh|ltd|b\\.?v\\.|s\\.?r\\.?l\\.|vat (?:number|id)|purchase order",
);
/** They want out of it: who only asks when it comes uses no right to withdraw. */
const WANTS_OUT = pattern(
  "refund\\w*|returns?|returned|returning|(?:send|give|bring|take|sent|gave|took) (?:\\w+ ){0,4}back|cancel\\w*|money|withdraw\\w*|step back|out of (?:it|this|the)|(?:do not|don't|no longer|didn't) (?:\\w+ )?(?:want|like|need|suit|fit)|chang(?:ed?|ing) (?:my|our) mind|(?:can|could|may|please|to|must|want) (?:\\w+ )?(?:stop|end|leave|quit)|want out|(?:is|are|'s) too \\w+|not (?:my|for me|what i)|terminat\\w*|exchange",
);
/** Or we speak of it ourselves. */
const OUT_OF_IT = pattern(
  "refund\\w*|return(?:s|ed|able|ing)?|money back|cancel\\w*|withdraw\\w*|taken back|take \\w+ back",
);
const ARRIVED = pattern("(?:came|arrived|was delivered|got (?:it|them|here)|received|delivery was|got here)");

const SENT_BACK = pattern(
  "(?:sent|posted|shipped|brought|returned|gave|handed) (?:\\w+ ){0,3}(?:back|return)|(?:i|we) (?:returned|withdrew|cancelled)",
);

/** Which of the rights that hold the customer's own words call upon. */
export function rightsClaimed(
  draft: Draft,
  rights: { readonly jurisdiction: string; readonly orderDate: string },
  at: string,
): ReadonlySet<RightKind> {
  const sentBack = dayOf(draft, at, SENT_BACK);
  // Who sent it back in time has used the right in time, however long we take over it.
  const held = rightsFor(rights, sentBack ?? at, dayOf(draft, at, ARRIVED));
  const theirs = draft.input.thread
    .filter(({ from }) => from === "customer")
    .slice(-MOST_MESSAGES)
    .map(({ text }) => plain(text.slice(0, MOST_TEXT)))
    .join(" \n ");
  if (FOR_A_FIRM.test(theirs)) return new Set();
  const ours = draft.body.map(({ plain }) => plain).join(" ");
  const claimed = new Set<RightKind>();
  if (held.has("faulty") && FAULTY.test(theirs.replace(OF_A_PERSON, " "))) claimed.add("faulty");
  if (held.has("reject") && claimed.has("faulty") && WANTS_MONEY.test(theirs)) claimed.add("reject");
  if (held.has("not-delivered") && NEVER_CAME.test(theirs)) claimed.add("not-delivered");
  if (held.has("package") && ((PACKAGE.test(theirs) && CHANGED.test(theirs)) || OTHER_HOUSE.test(theirs)))
    claimed.add("package");
  if (held.has("flight") && FLIGHT_OFF.test(theirs)) claimed.add("flight");
  const isSealed = (SEALED.test(theirs) || SEALED.test(ours)) && OPENED.test(theirs);
  const isExcepted =
    NOT_COVERED.test(theirs.replace(NOT_SO, " ")) || NOT_COVERED.test(ours) || (isSealed && !STILL_SHUT.test(theirs));
  if (
    held.has("withdrawal") &&
    (WANTS_OUT.test(theirs) || OUT_OF_IT.test(ours)) &&
    !isExcepted &&
    !IN_A_SHOP.test(theirs) &&
    !SOLD_IN_OURS.test(ours)
  )
    claimed.add("withdrawal");
  return claimed;
}

/** The day on which it came, or went back, where the customer names it anywhere in the thread. */
function dayOf({ input }: Draft, at: string, told: RegExp): string | undefined {
  const year = new Date(Date.parse(at)).getUTCFullYear();
  for (const { from, text } of input.thread.slice(-MOST_MESSAGES)) {
    if (from !== "customer") continue;
    for (const sentence of plain(text.slice(0, MOST_TEXT)).split(/(?<=[.!?\n]) /)) {
      if (!told.test(sentence)) continue;
      for (const figure of figuresIn(sentence)) {
        if (figure.kind !== "day" || figure.date === undefined || figure.month === undefined) continue;
        const day = (of: number) => Date.UTC(of, (figure.month as number) - 1, figure.date);
        const came = figure.year === undefined && day(year) > Date.parse(at) ? day(year - 1) : day(figure.year ?? year);
        return new Date(came).toISOString();
      }
    }
  }
  return undefined;
}

const MOST_MESSAGES = 20;
const MOST_TEXT = 8_000;
