/**
 * When an automatic mail would hurt: somebody speaks of ending their life, of a death, of violence, or hurls abuse. A machine
 * that answers "your message has reached us" then does harm, so all automatic mail asks here first. It errs on the side of
 * silence: a person reads the message anyway. Word lists only; irony, and grief without one of these words, pass unseen.
 */
import { type Danger, danger } from "./danger.ts";
import { isFigureOfSpeech } from "./figure-of-speech.ts";
import { WISH_TO_DIE } from "./wish-to-die.ts";

const KIN =
  "husband|wife|mother|father|mum|mom|mam|dad|son|daughter|child|baby|partner|brother|sister|grandmother|grandfather|grandma|grandpa|nan|gran|aunt|uncle|friend|fianc[ée]e?|neighbou?r|he|she";

const SOMEBODY =
  "(?:you(?!r (?:sales|business|reputation|company|brand|rating|profits?))\\b|him\\b|her\\b|them\\b|somebody|someone|one of you|every(?:one|body) (?:there|in|at)|(?:your|the|that) (?:driver|engineer|technician|courier|colleague|manager|staff|people|family|kids|children|man|guy|bloke|idiot))";

const INSULTS =
  "idiots?|morons?|imbeciles?|clowns?|crooks?|scum|cretins?|losers?|liars?|thieves|incompetents?|muppets?|parasites?";

/** May be an idiom: too little for a signal, enough to keep a machine from answering. */
const PERHAPS_SELF_HARM =
  /\b(?:can'?t go on like this|hurt(?:ing)? myself|won'?t be here (?:any ?more|much longer)|(?:can'?t|cannot) (?:take|do|bear|stand) (?:it|this|life) any ?more)\b/iu;

export const REASONS: ReadonlyArray<readonly [reason: string, dangers: readonly Danger[]]> = [
  [
    "self-harm",
    [
      ...WISH_TO_DIE,
      danger(
        "selbstmord* suizid* umbringen leben sinn suicid* vie jours vivre vida viv* samobójst* odebrać żyć togliermi viver",
        /(?:^|[^\p{L}])(?:selbstmord|suizid\p{L}*|mich umbringen|mir das leben nehmen|nicht mehr leben|keinen sinn mehr|me suicider|en finir avec la vie|mettre fin à mes jours|plus envie de vivre|suicidarme|quitarme la vida|no quiero (?:seguir )?viv\p{L}*|samobójst\p{L}*|odebrać sobie życie|nie chcę (?:już )?żyć|togliermi la vita|suicidar-me|não quero (?:mais )?viver)(?![\p{L}])/iu,
      ),
      danger("", /自殺|死にたい|消えてしまいたい|انتحار|أريد أن أموت|不想活/u),
    ],
  ],
  [
    "bereavement",
    [
      danger(
        "passed late funeral bereave* deceased death passing estate executor widow*",
        /\b(?:passed away|my late (?:husband|wife|mother|father|mum|mom|dad|son|daughter|partner|brother|sister)|funeral|bereave\w*|deceased|death certificate|(?:death|passing) of (?:my|our)|(?:his|her|their) (?:death|passing)\b|estate of|(?:I am|I'm) (?:the|an) executor|widow(?:er|ed)?)\b/iu,
      ),
      danger(
        "died",
        new RegExp(
          `\\b(?:${KIN}) (?:(?:has|had|have|just|recently|suddenly|sadly|unexpectedly|also) ){0,3}died\\b`,
          "iu",
        ),
      ),
      danger(
        "dog cat horse pony rabbit hamster parrot pet puppy kitten tomcat; died passed put",
        /\b(?:dog|cat|horse|pony|rabbit|hamster|parrot|pet|puppy|kitten|tomcat)(?: \p{L}+){0,2} (?:(?:has|had|have|just|recently|sadly|suddenly|was|were|to be|been) ){0,4}(?:died|passed (?:away|on)|put (?:to sleep|down))\b/iu,
      ),
      danger(
        "lost; my our",
        new RegExp(`\\b(?:I|we) (?:(?:have|just|recently|also) ){0,2}lost (?:my|our) (?:${KIN})\\b`, "iu"),
      ),
      danger(
        "verstorben* gestorben beerdigung trauerfall todesfall sterbeurkunde gegangen décéd* décès quitté quittés obsèques enterrement falleci* muerto defunci* entierro zmarł* odszedł odeszła pogrzeb* zgon* morto morta decedut* mancato mancata faleceu falecimento overleden begrafenis",
        /(?:^|[^\p{L}])(?:verstorben\p{L}*|gestorben|beerdigung|trauerfall|todesfall|sterbeurkunde|von uns gegangen|décéd\p{L}*|décès|nous a quittés?|nous ont quittés?|obsèques|enterrement|falleci\p{L}*|ha muerto|defunci\p{L}*|entierro|zmarł\p{L}*|odszedł od nas|odeszła od nas|pogrzeb\p{L}*|zgon\p{L}*|è mort[oa]|decedut\p{L}*|è mancat[oa]|faleceu|falecimento|overleden|begrafenis)(?![\p{L}])/iu,
      ),
      danger("", /亡くな|他界|葬儀|توفي|وفاة|去世/u),
    ],
  ],
  [
    "threat",
    [
      danger(
        "kill shoot stab murder strangle hurt burn beat punch hit run blow bomb break smash kick bash torch set wreck",
        new RegExp(
          `\\b(?:i'?ll|i will|i'?m going to|i am going to|gonna|we'?ll|we will|i swear|i want to|i could|i'?d) (?:\\p{L}+ ){0,2}(?:(?:kill|shoot|stab|murder|strangle|hurt|burn|beat|punch|hit|run over|blow up|bomb) ${SOMEBODY}|(?:break|smash|kick|bash) (?:your|his|her|their) (?:face|head|teeth|nose|neck|legs?|arms?|bones|skull|jaw|fingers|windows)|(?:burn|torch|blow up|smash up|set fire to) (?:down )?(?:your|the|that|this) (?:\\p{L}+ )?(?:office|shop|store|house|home|building|place|depot|van|car)|(?:come|drive|go) (?:to |by |round to |over to )?(?:your|the) (?:\\p{L}+ )?(?:office|shop|store|house|depot|branch)(?: in \\p{L}+)? and (?:burn|torch|smash|wreck|blow) (?:it|the|this|that|your|up))`,
          "iu",
        ),
      ),
      danger(
        "bar knife gun axe bat hammer machete crowbar pipe brother brothers mates friends petrol; go going come coming drive driving up",
        /\b(?:i(?:'m| am|'ll| will)?|we(?:'re| are|'ll| will)?|next time|tomorrow)(?: \p{L}+){0,4} (?:go|going|come|coming|drive|driving)(?: \p{L}+){0,3} with (?:my |a |the |his |some )?(?:brothers?|mates|friends|\p{L}+)?(?: and)? ?(?:a |an |the |my )?(?:iron |bar of |big |baseball )?(?:iron|bar|knife|gun|axe|bat|hammer|machete|crowbar|pipe)\b(?! (?:to (?:fix|hang|mend|repair|assemble|open|get|put)|set))/iu,
      ),
      danger(
        "do have take crack snap rearrange knock cave; knee knees kneecap kneecaps leg legs face teeth head skull arm arms fingers",
        /\b(?:i'?ll|i will|i'?m going to|gonna|we'?ll) (?:do|have|take out|crack|snap|rearrange|knock out|cave in) (?:his|her|their|your) (?:knees?|kneecaps?|legs?|face|teeth|head|skull|arms?|fingers)\b/iu,
      ),
      danger("car; drive drives", /\bknow (?:what|which) car (?:you|he|she|your \p{L}+|they) drives?\b/iu),
      danger("petrol", /\b(?:come|coming|turn up|be there|be back|round) .{0,40}with (?:some )?petrol\b/iu),
      danger("teeth", /\b(?:lose|eat|swallow|spit|pick up|collect|miss)\p{L}* .{0,30}(?:your|her|his|their) teeth\b/iu),
      danger(
        "somebody someone one; hurt find regret bleed",
        /\bor (?:else )?(?:somebody|someone|one of you) (?:will|is going to) (?:get hurt|find out what|regret|bleed)\b/iu,
      ),
      danger(
        "know; where; live sleep park go",
        /\bknow where (?:you(?: all)?|he|she|they|your (?:kids|children|family|wife|husband|people|staff)) (?:live|sleep|park|go to school)\b/iu,
      ),
      danger("find; where; live lives", /\bfind out where (?:you|he|she|they) lives?\b/iu),
      danger(
        "knife gun axe bat hammer petrol crowbar",
        /\bcom(?:e|ing) (?:over |round |down |there |to (?:your|the) (?:office|home|house|shop|depot|desk) )?(?:with|and bring) (?:a |my )?(?:big |kitchen )?(?:knife|gun|axe|bat|hammer|petrol|crowbar)\b/iu,
      ),
      danger(
        "hurt; someone somebody people",
        /\b(?:someone|somebody|people)(?:'s|'ll| will| is| are|'re)? (?:going to |gonna )?(?:get|be) (?:badly |seriously )?hurt\b/iu,
      ),
      danger(
        "knife gun axe bat hammer machete petrol acid; office branch shop car desk counter you house there driver him her them he she",
        /\bi(?:'m| am|'ll| will)(?: be)? (?:bring|bringing|taking|fetching|getting|coming with|carrying) (?:a|my) (?:\p{L}+ )?(?:knife|gun|axe|bat|machete|rifle|crowbar|hammer)\b(?! (?:to (?:be|get|have)|back|in for))|\bi(?:'ve got|'ve| have(?: got)?|'ll bring| own|'m bringing) (?:a|my|an) (?:\p{L}+ )?(?:knife|gun|axe|bat|machete|rifle)\b(?! (?:set|block|sharpener|collection|shop|from|that i|of|with the))/iu,
      ),
      danger(
        "deserve deserves; shot die burn hanged hang beaten dead killed",
        /\b(?:you|they|he|she|your \p{L}+|people)(?: \p{L}+){0,3} deserves? (?:to )?(?:be |get )?(?:shot|die|burn(?:ed)?|hanged|hang|beaten|dead|killed)\b/iu,
      ),
      danger(
        "kill kills killing hurt hurts beat beats stab harm; husband wife partner boyfriend girlfriend ex he she father mother son brother",
        /\b(?:he|she|my (?:\p{L}+ )?(?:husband|wife|partner|boyfriend|girlfriend|ex|father|mother|son|brother|neighbour|flatmate)) (?:\p{L}+ ){0,2}(?:says?|said|told me|threatens?|threatened|swears?|swore|wants?|tried|will|'ll|is going|keeps)(?: \p{L}+| he'?ll| she'?ll){0,3} (?:to )?(?:kill|hurt|beat|stab|harm)(?:ing)? (?:me|us|the (?:kids|children|baby)|my (?:kids|son|daughter|baby)|himself|herself)\b(?! if (?:it|the|this) (?:\p{L}+ )?(?:is late|isn'?t|doesn'?t|breaks))/iu,
      ),
      danger(
        "comes come outside; walk see regret leave",
        /\b(?:(?:if|when) (?:he|she|they|you|one of you)(?: \p{L}+){0,3} (?:comes?|shows?|turns?)(?: \p{L}+){0,3},? (?:he|she|they|you)(?:'ll| will|'ll not| won'?t) (?:not )?(?:walk (?:out|away|home)|regret|bleed|leave on)|wait(?:ing)? for (?:you|him|her|them|your \p{L}+) outside\b.{0,40}(?:see|learn|regret|feel))/iu,
      ),
      danger("bomb", /\b(?:plant(?:ed)? a|there is a|there's a|put a) bomb\b/iu),
      danger("bomb", /\bbomb threat\b/iu),
      danger(
        "die dead pay",
        /\byou(?:'ll| will| are all going to| are going to) (?:all )?(?:die\b(?! (?:laughing|of))|be dead|pay for this with)/iu,
      ),
      danger(
        "watch back sleep eye dead leave alive",
        /\b(?:watch your back|sleep with one eye open|dead man walking|you(?:'re| are) (?:all )?dead(?: meat)?(?=[.!])|won'?t leave (?:there |here |that place )?alive)\b/iu,
      ),
      danger(
        "thoughts; hurting harming killing",
        /\bthoughts (?:of|about) (?:hurting|harming|killing) (?:my|the|him|her|them|some|you)/iu,
      ),
      danger(
        "wohn* bring* tuer frapper sais matar dónde zabiję wiem",
        /(?:^|[^\p{L}])(?:ich weiß,? wo (?:du|ihr|sie) wohn\p{L}*|ich bring\p{L}* (?:dich|euch|sie) um|je vais (?:te|vous) (?:tuer|frapper)|je sais où (?:tu|vous)|(?:te|os|los) voy a matar|sé dónde viv\p{L}*|zabiję (?:cię|was)|wiem,? gdzie mieszka\p{L}*)(?![\p{L}])/iu,
      ),
    ],
  ],
  [
    "abuse",
    [
      danger(
        "fuck* motherfuck* cunt* c bastard bastards asshole assholes arsehole arseholes wanker wankers bitch bitches piece pieces hell screw",
        /\b(?:fuck(?:ing|ers?| you| off)?|motherfuck\w*|c[u*]nts?|bastards?|assholes?|arseholes?|wankers?|bitch(?:es)?|pieces? of shit|go to hell|screw you)\b/iu,
      ),
      danger(
        "idiot idiots moron morons imbecile imbeciles clown clowns crook crooks scum cretin cretins loser losers liar liars thieves incompetent incompetents muppet muppets parasite parasites",
        new RegExp(
          `\\byou (?:\\p{L}+ ){0,2}(?:${INSULTS})\\b|\\b(?:bunch|pack|gang|bag) of (?:\\p{L}+ ){0,2}(?:${INSULTS})\\b`,
          "iu",
        ),
      ),
      danger(
        "arschl* hurensohn fick* wichser idioten versager betrüger penner connard connards salope salopes enculé enculés faire bande hijo hijos gilipollas cabrón cabrones cabron panda kurwa spierdal* skurwysyn* banda stronzo stronzi vaffanculo filho",
        /(?:^|[^\p{L}])(?:arschl[oö]ch\p{L}*|hurensohn|fick\p{L}* (?:dich|euch)|wichser|ihr (?:\p{L}+ )?(?:idioten|versager|betrüger|penner)|connards?|salopes?|enculés?|va te faire|bande (?:d'|de )(?:incapables|idiots|escrocs|voleurs|cons)|hijos? de puta|gilipollas|cabr[oó]n(?:es)?|panda de (?:inútiles|ladrones|idiotas)|kurwa|spierdal\p{L}*|skurwysyn\p{L}*|banda (?:idiotów|złodziei|oszustów)|stronzi?|vaffanculo|filho da puta)(?![\p{L}])/iu,
      ),
    ],
  ],
];

/** Only so much is looked at: what matters is said early, and a long pasted log must not cost time. */
const MOST_READ = 20_000;

/**
 * Where such words stand, each reason at most once and where it is said first; what is only like them in another spelling of
 * the letters is passed over.
 * @param possible those that the words of the text leave possible (danger-words.ts); all of them unless told otherwise.
 */
export function findDanger(
  text: string,
  possible?: ReadonlySet<Danger>,
): { readonly reason: string; readonly start: number; readonly end: number }[] {
  if (possible?.size === 0) return [];
  const read = text.slice(0, MOST_READ).replaceAll("’", "'");
  const found: { reason: string; start: number; end: number }[] = [];
  for (const [reason, dangers] of REASONS) {
    let first: RegExpExecArray | undefined;
    for (const one of dangers) {
      if (possible?.has(one) === false) continue;
      const place = meantIn(read, reason, one.pattern);
      if (place !== null && (first === undefined || place.index < first.index)) first = place;
    }
    if (first !== undefined) found.push({ reason, start: first.index, end: first.index + first[0].length });
  }
  return found;
}

/** Where it is said and meant, and no figure of speech. */
function meantIn(read: string, reason: string, pattern: RegExp): RegExpExecArray | null {
  const first = pattern.exec(read);
  if (first === null || !isFigureOfSpeech(read, reason, first.index, first.index + first[0].length)) return first;
  for (const place of read.matchAll(new RegExp(pattern, `${pattern.flags}g`)))
    if (!isFigureOfSpeech(read, reason, place.index, place.index + place[0].length)) return place;
  return null;
}

/** @returns why no automatic mail of any kind may answer this, or undefined when one may. METHOD calm.respect. */
export function unfitForAutomaticMail(text: string): string | undefined {
  const read = text.slice(0, MOST_READ).normalize("NFC").replaceAll("’", "'");
  if (PERHAPS_SELF_HARM.test(read)) return "self-harm";
  return REASONS.find(([, dangers]) => dangers.some(({ pattern }) => pattern.test(read)))?.[0];
}
