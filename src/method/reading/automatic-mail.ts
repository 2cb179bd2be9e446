/**
 * When an automatic mail would hurt: somebody speaks of ending their life, of a death, of violence, or hurls abuse. A machine
 * that answers "your message has reached us" then does harm, so all automatic mail asks here first. It errs on the side of
 * silence: a person reads the message anyway. Word lists only; irony, and grief without one of these words, pass unseen.
 */

const KIN =
  "husband|wife|mother|father|mum|mom|mam|dad|son|daughter|child|baby|partner|brother|sister|grandmother|grandfather|grandma|grandpa|nan|gran|aunt|uncle|friend|fianc[ée]e?|neighbou?r|he|she";

const NO_WISH_TO_LIVE =
  "(?:(?:don'?t|do not|can'?t|cannot|no longer) (?:really )?(?:want|wish) to (?:live|be alive|wake up|be here any ?more)|(?:don'?t|do not|can'?t|cannot) (?:really )?(?:see|find|have) (?:a|any|the|much) (?:reason|point|sense) (?:to|in|of) (?:live|living|keep (?:on|going|living|things going)|keeping (?:on|going|things going)|go on|going on|carry on|carrying on|be here|being here)|no (?:reason|point) (?:to|in) (?:live|living|go(?:ing)? on|carry(?:ing)? on)|can'?t go on(?: like this| any ?more|\\.|,|$)|tired of (?:living|being alive)|(?:won'?t|will not) be (?:around|here) (?:any ?more|much longer|for much longer)|better off (?:dead|without me)|better (?:\\p{L}+ ){0,4}if (?:I|i) (?:wasn'?t|weren'?t|was not|were not) (?:here|around|alive)|nobody (?:has|will have) to deal with (?:it|me|this) afterwards?)";

const INSULTS =
  "idiots?|morons?|imbeciles?|clowns?|crooks?|scum|cretins?|losers?|liars?|thieves|incompetents?|muppets?|parasites?";

const REASONS: ReadonlyArray<readonly [reason: string, patterns: readonly RegExp[]]> = [
  [
    "self-harm",
    [
      /\b(?:suicid\w*|kill(?:ing)? my ?self|end(?:ing)? (?:it all|my (?:own )?life)|harm(?:ing)? myself|hurt(?:ing)? myself|self[- ]harm\w*)\b/iu,
      new RegExp(`\\b${NO_WISH_TO_LIVE}`, "iu"),
      /(?:^|[^\p{L}])(?:selbstmord|suizid\p{L}*|mich umbringen|mir das leben nehmen|nicht mehr leben|keinen sinn mehr|me suicider|en finir avec la vie|mettre fin à mes jours|plus envie de vivre|suicidarme|quitarme la vida|no quiero (?:seguir )?viv\p{L}*|samobójst\p{L}*|odebrać sobie życie|nie chcę (?:już )?żyć|togliermi la vita|suicidar-me|não quero (?:mais )?viver)(?![\p{L}])/iu,
      /自殺|死にたい|消えてしまいたい|انتحار|أريد أن أموت|不想活/u,
    ],
  ],
  [
    "bereavement",
    [
      /\b(?:passed away|my late (?:husband|wife|mother|father|mum|mom|dad|son|daughter|partner|brother|sister)|funeral|bereave\w*|deceased|death certificate|(?:death|passing) of (?:my|our)|(?:his|her|their) (?:death|passing)\b|estate of|(?:I am|I'm) (?:the|an) executor|widow(?:er|ed)?)\b/iu,
      new RegExp(
        `\\b(?:${KIN}) (?:(?:has|had|have|just|recently|suddenly|sadly|unexpectedly|also) ){0,3}died\\b`,
        "iu",
      ),
      new RegExp(`\\b(?:I|we) (?:(?:have|just|recently|also) ){0,2}lost (?:my|our) (?:${KIN})\\b`, "iu"),
      /(?:^|[^\p{L}])(?:verstorben\p{L}*|gestorben|beerdigung|trauerfall|todesfall|sterbeurkunde|von uns gegangen|décéd\p{L}*|décès|nous a quittés?|nous ont quittés?|obsèques|enterrement|falleci\p{L}*|ha muerto|defunci\p{L}*|entierro|zmarł\p{L}*|odszedł od nas|odeszła od nas|pogrzeb\p{L}*|zgon\p{L}*|è mort[oa]|decedut\p{L}*|è mancat[oa]|faleceu|falecimento|overleden|begrafenis)(?![\p{L}])/iu,
      /亡くな|他界|葬儀|توفي|وفاة|去世/u,
    ],
  ],
  [
    "threat",
    [
      /\b(?:i'?ll|i will|i'?m going to|gonna|we'?ll|we will) (?:kill|shoot|stab|hurt|burn|beat|find) (?:you|all of you|your|every one of you)\b|\bfind out where you\b|\bknow where you (?:live|work|are)\b|\bcome (?:over )?(?:there|to your (?:office|home|house|shop)) (?:and|with)\b|\b(?:a|the) bomb\b|\byou(?:'ll| will) (?:all )?(?:die|pay for this with)\b/iu,
      /(?:^|[^\p{L}])(?:ich weiß,? wo (?:du|ihr|sie) wohn\p{L}*|ich bring\p{L}* (?:dich|euch|sie) um|je vais (?:te|vous) (?:tuer|frapper)|je sais où (?:tu|vous)|(?:te|os|los) voy a matar|sé dónde viv\p{L}*|zabiję (?:cię|was)|wiem,? gdzie mieszka\p{L}*)(?![\p{L}])/iu,
    ],
  ],
  [
    "abuse",
    [
      /\b(?:fuck(?:ing|ers?| you| off)?|motherfuck\w*|c[u*]nts?|bastards?|assholes?|arseholes?|wankers?|bitch(?:es)?|pieces? of shit|go to hell|screw you)\b/iu,
      new RegExp(
        `\\byou (?:\\p{L}+ ){0,2}(?:${INSULTS})\\b|\\b(?:bunch|pack|gang|bag) of (?:\\p{L}+ ){0,2}(?:${INSULTS})\\b`,
        "iu",
      ),
      /(?:^|[^\p{L}])(?:arschl[oö]ch\p{L}*|hurensohn|fick\p{L}* (?:dich|euch)|wichser|ihr (?:\p{L}+ )?(?:idioten|versager|betrüger|penner)|connards?|salopes?|enculés?|va te faire|bande (?:d'|de )(?:incapables|idiots|escrocs|voleurs|cons)|hijos? de puta|gilipollas|cabr[oó]n(?:es)?|panda de (?:inútiles|ladrones|idiotas)|kurwa|spierdal\p{L}*|skurwysyn\p{L}*|banda (?:idiotów|złodziei|oszustów)|stronzi?|vaffanculo|filho da puta)(?![\p{L}])/iu,
    ],
  ],
];

/** Only so much is looked at: what matters is said early, and a long pasted log must not cost time. */
const MOST_READ = 20_000;

/** Where such words stand, each kind at most once; what is only like them in another spelling of the letters is passed over. */
export function findDanger(
  text: string,
  mayHold: (reason: string) => boolean,
): { readonly reason: string; readonly start: number; readonly end: number }[] {
  const read = text.slice(0, MOST_READ).replaceAll("’", "'");
  return REASONS.flatMap(([reason, patterns]) => {
    if (!mayHold(reason)) return [];
    for (const pattern of patterns) {
      const found = pattern.exec(read);
      if (found !== null) return [{ reason, start: found.index, end: found.index + found[0].length }];
    }
    return [];
  });
}

/** @returns why no automatic mail of any kind may answer this, or undefined when one may. METHOD calm.respect. */
export function unfitForAutomaticMail(text: string): string | undefined {
  const read = text.slice(0, MOST_READ).normalize("NFC").replaceAll("’", "'");
  return REASONS.find(([, patterns]) => patterns.some((pattern) => pattern.test(read)))?.[0];
}
