/**
 * Hard things of life that customers tell beside their matter: a death, an illness, a fall, debts, caring for somebody. Told as
 * happening to them or theirs; a battery that died and a charity for the blind are none. What the reading hears is heard too.
 */
import { pattern } from "./pattern.ts";

const THEIRS =
  "(?:my|our|his|her) (?:late |old |little |young |elderly |only |poor )?(?:husband|wife|partner|mother|father|mum|mom|mam|dad|parents?|mother-in-law|father-in-law|son|daughter|child|baby|brother|sister|gran|granny|grandma|grandmother|grandad|grandpa|grandfather|nan|aunt|uncle|cousin|nephew|niece|friend|cat|dog|horse|rabbit|pet)";
const DIED =
  "(?:died|passed(?: away)?|was put (?:to sleep|down)|is dying|was buried|was cremated|lost (?:his|her) life)";

const BURDEN = pattern(
  `${THEIRS}(?: \\w+){0,3} (?:has |had )?(?:just )?${DIED}`,
  `(?:he|she) (?:has |had )?${DIED}(?! of (?:boredom|laughter))`,
  "put to sleep|funeral|burial|cremat(?:ed|ion)|wreath|hospice|palliative|embalming|widow(?:ed|er)?|bereave\\w+|condolences|grieving|miscarriage|stillborn",
  `(?:lost|losing|buried) ${THEIRS}|the loss of ${THEIRS}|my late \\w+|death of \\w+`,
  "cancer|chemo(?:therapy)?|tumou?r|dementia|alzheimer(?:'?s)?|parkinson(?:'?s)?|leuka?emia|asthma(?:tic)?|diabet(?:es|ic)|insulin|bronchi\\w+|pneumonia|autis(?:m|tic)|dyslexi[ac]|adhd|steroids|inhaler|nebuli[sz]er|in traction|heart tablets|sickle cell|transplant|biopsy|the icu|sheltered housing|a stroke|stroke (?:in|last|and)|dialysis|epilep\\w+|terminal(?:ly)? ill\\w*|mental health|depress(?:ion|ed)|panic attacks?|psychiatric|(?:my|his|her|our|after|before|for|had|has|having|needs?|from|the day of) (?:\\w+ )?surgery(?! on the)|chronic(?:ally)? \\w+|multiple sclerosis|in (?:hospital|rehab|intensive care|the icu)|oxygen machine|life support|heart (?:attack|condition|failure|surgery)|diagnos(?:ed|is)",
  `${THEIRS}(?: \\w+){0,4} (?:is|are|was|has been|'s|got|fell|had|has) (?:\\w+ )?(?:very |seriously |badly |so |quite |really )?(?:ill|sick|fell|disabled|blind|deaf|dying|a stroke|a fall|an accident|in a wheelchair|on oxygen|bedridden|unwell)`,
  "(?:was|were|ended up|spent|went|rushed|taken|straight|two|three|another|night) (?:\\w+ ){0,3}(?:in|to|at) (?:a&e|hospital|the (?:er|emergency room)|casualty)|a&e (?:trips?|visits?)|(?:my|his|her) (?:new )?(?:hip|knee) (?:date|operation|op|replacement)|(?:maintenance|heart|daily) medicine|(?:needed|needs?|got|had) (?:\\w+ )?stitches|(?:he|she)(?:'s| is) (?:in|going into) a (?:care |nursing )?home|(?:wife|husband|mother|mum|dad|father|partner)(?:'s| is) in a (?:care |nursing )?home|in a (?:care|nursing) home|(?:wife|husband|she|he|daughter|son|girl|boy) (?:\\w+ )?(?:cries (?:every|all)|came home crying)",
  "my (?!phone|car|laptop|battery|app|line|time|day|turn|exam|test)\\w+ passed (?:in|on|last|this|away)|he hit (?:us|me|her|them)|(?:has|have|'s) (?:gone and )?(?:left me|taken the (?:girls|boys|kids|children))|fianc[eé]e? (?:said no|left)|eulogy|between jobs|universal credit|behind with (?:everything|the rent|rent|my rent)|(?:lost|losing) the (?:\\w+ )?job",
  "(?:fell and )?broke(?:n)? (?:my|her|his) (?:\\w+ )?(?:hip|wrist|arm|leg|back|neck|ankle|hand|foot|shoulder)",
  "i(?:'m| am) (?:\\w+ )?(?:a carer|a caregiver|disabled|blind|deaf|hard of hearing|in a wheelchair|ill|unwell|bedridden|eight months pregnant|on sick pay|unemployed|homeless)|carer for|caring for (?:my|a|our)|look after (?:my|our) (?:\\w+ )?(?:mother|father|mum|dad|husband|wife|brother|sister|son|daughter|parents)",
  "(?:lost|losing) (?:my|our|his|her) (?:job|income|home|house|flat)|made redundant|laid off|cut my hours|bailiffs?|evict(?:ed|ion)|(?:to|at|from|using|use|visit) (?:the|a) food bank|(?<!(?:asking|asked|thinking|thought|wondering|joking) (?:if|whether) (?:i'd|i had|we'd|i was|we were) (?:gone |going )?)bankrupt(?:cy)?|can't (?:pay|afford)|cannot (?:pay|afford)|in debt|on benefits|(?:haven't|have not) worked since",
  "(?:wife|husband|partner) (?:\\w+ ){0,2}(?:left|moved out|hits|beats|threatens|walked out)|domestic (?:abuse|violence)|women's shelter|restraining order|divorce",
);
/** Said of things. */
const OF_THINGS =
  /\b(?:phone|battery|laptop|app|screen|computer|car|device|charger|lamp|engine|router|line|signal|printer|plant|tree)s? (?:has |have |just )*(?:died|passed)/;

const WHO = new RegExp(`(?<![\\w'])${THEIRS}(?!\\w)`, "g");
const AROUND = 80;

export interface Burden {
  /** The words that tell it. */
  readonly told: string;
  /** Single words by which a reply would show that it took it up: "husband", "hospice", "wrist". */
  readonly words: ReadonlySet<string>;
}

/** @param plain of everything the customer wrote. */
/** "You nearly gave me a heart attack." */
const SAID_SO =
  /\b(?:gave|give|giving|had|having|have) (?:me |us )?(?:half |nearly |almost )?an? (?:heart attack|stroke|breakdown)\b(?=.{0,3}(?:$|[.!?,]))|\bgave me (?:nearly |almost )?a heart attack\b/g;

export function burdenIn(told: string): Burden | undefined {
  const plain = told.replace(SAID_SO, (said) => " ".repeat(said.length));
  const found = BURDEN.exec(plain);
  if (found === null || OF_THINGS.test(found[0])) return undefined;
  const near = plain.slice(Math.max(0, found.index - AROUND), found.index + found[0].length + AROUND);
  const who = [...near.matchAll(WHO)].map(([words]) => words.split(" ").at(-1) as string);
  const words = found[0].match(/[a-z'-]{3,}/g) ?? [];
  return { told: found[0], words: new Set([...who, ...words.filter((word) => !SAYS_NOTHING.has(word))]) };
}

const SAYS_NOTHING = new Set(
  "the was had has for are her his out not and get got have been just this that they with from their over into down after lost late gone passed taken came home went ended spent everything".split(
    " ",
  ),
);
