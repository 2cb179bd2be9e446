/**
 * When an automatic mail would hurt: somebody speaks of ending their life, of a death, of violence, or hurls abuse. A machine
 * that answers "your message has reached us" then does harm, so all automatic mail asks here first. It errs on the side of
 * silence: a person reads the message anyway. (The coach's signals will refine it; the wording lists stay a floor.)
 */
const REASONS: ReadonlyArray<readonly [reason: string, pattern: RegExp]> = [
  [
    "self-harm",
    /\b(?:suicid\w*|kill(?:ing)? my ?self|end(?:ing)? (?:it all|my life)|(?:don'?t|do not|no longer) want to (?:live|be alive|be here any ?more)|better off dead|harm(?:ing)? myself|hurt(?:ing)? myself|self[- ]harm|selbstmord|suizid\w*|(?:mich|mir) (?:umbringen|das leben nehmen)|nicht mehr leben|me suicider|en finir avec la vie|mettre fin à mes jours|suicidarme|quitarme la vida|no quiero vivir|samobójst\w*|odebrać sobie życie|nie chcę (?:już )?żyć|togliermi la vita|suicidar-me)\b|自殺|死にたい|انتحار/iu,
  ],
  [
    "bereavement",
    /\b(?:passed away|(?:has|have|had|just|recently) died|died (?:last|on|in|this|suddenly|yesterday)|my late (?:husband|wife|mother|father|mum|mom|dad|son|daughter|partner|brother|sister)|funeral|bereave\w*|deceased|death certificate|death of my|lost my (?:husband|wife|mother|father|mum|mom|dad|son|daughter|partner|brother|sister|baby)|verstorben\w*|gestorben|beerdigung|trauerfall|décéd\w*|obsèques|enterrement|falleci\w*|ha muerto|funeral\w*|zmarł\w*|pogrzeb\w*|è (?:morto|morta)|decedut\w*|faleceu|overleden|begrafenis)\b|亡くな|葬儀|توفي/iu,
  ],
  [
    "threat",
    /\b(?:(?:i'?ll|i will|i'?m going to|gonna|we'?ll|we will) (?:kill|shoot|stab|hurt|burn|beat|find (?:you|out where you)|come (?:to your|for you))|know where you (?:live|work)|bomb|you(?:'ll| will) (?:all )?(?:die|pay with|be sorry you)|umbringen|ich weiß,? wo (?:du|ihr|sie) wohn\w*|je vais (?:te|vous) (?:tuer|frapper)|(?:te|os|los) voy a matar|zabiję)\b/iu,
  ],
  [
    "abuse",
    /\b(?:fuck(?:ing|ers?| you| off)?|motherfuck\w*|c[u*]nts?|bastards?|assholes?|arseholes?|wankers?|bitch(?:es)?|piece of shit|go to hell|screw you|arschl[oö]ch\w*|hurensohn|fick\w* (?:dich|euch)|wichser|connards?|salopes?|enculés?|va te faire|hijos? de puta|gilipollas|cabr[oó]n(?:es)?|kurwa|spierdal\w*|skurwysyn\w*|stronzi?|vaffanculo|filho da puta)\b/iu,
  ],
];

/** Only so much is looked at: what matters is said early, and a long pasted log must not cost time. */
const MOST_READ = 20_000;

/** @returns why no automatic mail of any kind may answer this, or undefined when one may. METHOD calm.respect. */
export function unfitForAutomaticMail(text: string): string | undefined {
  const read = text.slice(0, MOST_READ).normalize("NFC");
  return REASONS.find(([, pattern]) => pattern.test(read))?.[0];
}
