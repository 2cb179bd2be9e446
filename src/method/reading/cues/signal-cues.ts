/**
 * The words that give a signal: danger, and things that change who should answer (CRAFT §7 S3-S5, P21). English, with the
 * plainest words of its neighbours; self-harm and abuse have lists of their own elsewhere. A phrase alone is enough.
 */
export const SIGNALS = [
  "abuse",
  "sarcasm",
  "legal",
  "complaint-body",
  "public-review",
  "churn",
  "safety",
  "self-harm",
  "threat",
  "vulnerable",
  "repeat-contact",
  "deadline",
  "wants-manager",
  "fraud",
  "data-protection",
  "bereavement",
  "wants-brevity",
  "solved",
] as const;
export type Signal = (typeof SIGNALS)[number];

export const SIGNAL_CUES: ReadonlyArray<readonly [Signal, phrases: string]> = [
  [
    "legal",
    "(my|our|a|an) (lawyer|solicitor|attorney|barrister|legal team|lawyers|solicitors); (lawyer|solicitor|attorney)'s letter; small claims; small-claims; (take|taking|see) (you|this|them) (to|in) court; court (action|proceedings|order); legal (action|advice|proceedings|steps|rights|right|route|claim|recourse|obligation); lawsuit; sue (you|them); suing; will sue; breach of contract; consumer (rights|law|protection act|rights act|guarantee|act|protection); statutory (rights|right); under (the )__ (act|law|directive|regulation|regulations); (the|eu|uk|australian|german) law; by law; against the law; legally; illegal; unlawful; is an attorney; letter before action; chargeback; charge back; trading standards; widerruf; widerrufsrecht; widerrufe; rechtsanwalt; anwalt; gesetzlich; bgb; dsgvo; avocat; droit de rétractation; abogado; derecho de desistimiento; my rights; liable; liability; damages; press charges; police report; report (you|this|it) to the police",
  ],
  [
    "complaint-body",
    "ombudsman; ombudsmann; trading standards; bbb; better business bureau; consumer affairs; (financial )conduct authority; (the )fca; ofcom; ofgem; ftc; (the )regulator; regulators; citizens advice; citizen's advice; consumer (council|association|tribunal|agency|watchdog|body|centre|center|organisation|organization|protection agency); information commissioner; (the )ico; data protection authority; verbraucherzentrale; schlichtungsstelle; médiateur; dgccrf; oficina del consumidor; watchdog; attorney general; section 75; financial ombudsman; formal complaint; official complaint; raise a complaint; lodge a complaint; make a complaint",
  ],
  [
    "public-review",
    "(leave|leaving|write|writing|post|posting|give|giving) (you )(a |an )(honest |bad |terrible |negative |one star |1 star |one-star |1-star |)review; (one|1) star; one-star; trustpilot; google review; google reviews; yelp; tripadvisor; reviews site; (post|tweet|share|put|write|posting|sharing|tweeting) (this |it |about this |about it |about you |about your service |my experience )(on|to|all over) (twitter|x|facebook|social media|instagram|reddit|tiktok|linkedin|youtube|the internet|my blog|my channel|a forum); social media; go(ing|) public; (tell|telling|warn|warning) (everyone|everybody|my friends|my followers|people|others|readers|the world); my (followers|readers|blog|channel|subscribers|audience); newspaper; the press; journalist; (writing|write) up; name and shame; viral; screenshots __ (post|posted|public)",
  ],
  [
    "churn",
    "(cancel|cancelling|canceling|close|closing|end|ending|terminate|terminating) (my|our|the|this) (account|subscription|membership|contract|plan|order and account|service); (switch|switching|move|moving|go|going) (to|over to) (a |another |your |the |one of your |)(competitor|competitors|competition|someone else|another company|another provider|another shop|another supplier|elsewhere|provider|supplier); (take|taking) (my|our) (business|money|custom) elsewhere; (going|go|shop|shopping|look|looking|order|ordering|buy|buying) elsewhere; lost (a|me as a|us as a|another|this) customer; losing (a|me as a|us as a) customer; (never|won't|will not|not going to) (be )(order|ordering|buy|buying|shop|shopping|use|using|come back|return|deal|dealing)(ing|) (from you |with you |here |your service |)(again|any more|anymore|ever); last (order|purchase|time i|time we); (done|finished|through) with (you|your company|this company|this shop|your service); no longer (a|your|be a|be your) customer; end (of )(my|our) (relationship|custom); leaving (you|your); find (another|someone else|somebody else|a different); (another|other|different) (supplier|provider|shop|manufacturer|manufacturers|company) instead; (begun|started) (to )(talk|talking|speak|speaking|look|looking) (to|with|at) (other|another); kündige; kündigung; résilier; darme de baja; goodwill __ gone; ほかのメーカー",
  ],
  [
    "safety",
    "(caught|catch|on|catching) fire; (smell|smells|smelled|smelt|smelling) (of )(burning|burnt|smoke|gas|plastic|something burning); burning smell; (electric|electrical) shock; electrocuted; (got|gave me|gave him|gave her) a shock; (smoke|sparks|flames|sparking|smoking) (came|coming|from|out|is|was|when); started (smoking|sparking|to smoke|to spark); overheat; overheats; overheated; overheating; (too|so|very|burning|red) hot to (touch|hold); exploded; explode; explosion; swollen battery; (battery )(is )swelling; melted; melting; scorched; scorch (mark|marks); burned (my|his|her|our); burnt (my|his|her|our); injured; injury; hurt (my|his|her|our|myself) (hand|head|foot|arm|back|leg|finger|child|son|daughter); (cut|burned|burnt|scalded) (myself|himself|herself|my|his|her); fell (on|from|off|down|out of the ceiling); came out of the ceiling; choking hazard; choked; allergic reaction; (rash|hives|anaphylaxis); food poisoning; (is (it|this) )(safe|dangerous) (to|for); dangerous; hazard; hazardous; not safe; unsafe; carbon monoxide; gas leak; hospital; ambulance; emergency room; a&e; nearly (fell|hit|killed|hurt); missed (my|his|her) (head|face|child); (in|the) (dark|pitch dark) __ stairs; met the stairs; fell down; brennt; verbrannt; brandgeruch; stromschlag; gefährlich; brûlé; prendre feu; dangereux; quemado; peligroso; spalenizny; spaleniznę; niebezpieczn(e|a|y); gorąca",
  ],
  [
    "vulnerable",
    "disabled; disability; wheelchair; blind; partially sighted; (visually|hearing) impaired; deaf; (my|his|her) (sight|eyesight|hearing|memory) (is|isn't|has); macula; dementia; alzheimer's; cancer; chemo; chemotherapy; terminally ill; terminal illness; (seriously|very|chronically) ill; in hospital; (my|our) (carer|caregiver|social worker|care worker); i am a carer; i'm a carer; caring for (my|a); mental health; (depression|depressed|anxiety disorder|panic attacks|bipolar|ptsd|autistic|autism|adhd); bereaved; bereavement; passed away; widow; widowed; widower; (my late|our late); pensioner; (i am|i'm|is|she's|he's|aged) (eighty|seventy|ninety) (one|two|three|four|five|six|seven|eight|nine); (she is|she's|he is|he's) (aged |now |)(75|76|77|78|79|80|81|82|83|84|85|86|87|88|89|90|91|92|93|94|95|96|97|98|99); elderly; (lost|losing) (my|our) (job|income|home|house); redundant; made redundant; unemployed; on benefits; universal credit; food bank; {cant} afford; (in|into) debt; in arrears; bailiffs; evicted; eviction; homeless; domestic (abuse|violence); abusive (partner|ex|husband|wife); pregnant; newborn; premature baby; dialysis; oxygen; insulin; nebuliser; stroke; epilepsy; epileptic; had (her|his|a) fall; care home; nursing home; {dont} (speak|read|write) (english|german) (well|very well|good); english is not my (first|native); dyslexia; dyslexic; learning (difficulty|difficulties|disability); became confused; (i|we) get (very )(confused|muddled); feel (very )foolish; one income gone; nobody to (ask|help); no one to (ask|help)",
  ],
  [
    "repeat-contact",
    "(second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|umpteenth) (time|email|e-mail|mail|message|letter|attempt|call|request|contact|ticket|complaint|reminder) (i|we|that|i'm|in|to|about|now|now that|and|i've|without|asking); (this is|for) (the|my|our) (second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|umpteenth) (time|email|e-mail|mail|message|letter|attempt|call|request|ticket|complaint); (i|we) (wrote|emailed|e-mailed|called|rang|phoned|messaged|contacted|asked) (you )(already|before|twice|on|last|again|two|three|several|yesterday|about|a); {ive} (already )(written|emailed|called|rung|phoned|messaged|contacted|asked|chased|sent) (you )(before|twice|several|three|four|five|many|two|multiple|about|already|countless); (written|emailed|called|contacted|chased|asked) (twice|three times|several times|multiple times|many times|repeatedly|four times|five times); (no|without) (a )(reply|response|answer|word) (to my|from you|yet|since|so far|at all|for); not (heard|had) (back|anything|a (reply|response|word)|from (you|anyone|anybody)); haven't (heard|had) (back|anything|a (reply|response|word)|from (you|anyone|anybody)); have not (heard|had) (back|anything|a (reply|response|word)|from (you|anyone|anybody)); still (waiting for|no) (a |an |)(reply|response|answer); following up; follow up on; follow-up; chasing (this|up|an); (its|it's|it is) me again; me again; (writing|write|contacting|emailing|asking|calling) (you )again; i am sorry to write again; as (i|we) (said|wrote|mentioned|explained) (before|in my (last|previous|first)|last time|already); my (previous|last|earlier|first) (email|e-mail|mail|message|letter|messages|emails|letters|ticket); same (problem|issue|fault|thing) (again|as (before|last)); happened again; (broken|failed|stopped|doing it) again; again (the same|this); schon (mehrfach|zweimal|dreimal); zum (zweiten|dritten|vierten) mal; déjà (écrit|appelé|contacté); (otra vez|de nuevo); 三度; (replacement|new one) (is|has|was|also|does) (also |)(broken|failed|faulty|the same|it); you sent me a new one",
  ],
  [
    "deadline",
    "(wedding|party|funeral|birthday|trip|flight|holiday|opening|exam|interview|meeting|presentation|anniversary|christening|launch|inspection|event|move|concert|graduation|ceremony|performance|show|surgery|operation) (is |are |starts |takes place |)(on|in|tomorrow|today|this|next|is (on|in|tomorrow|this|next)); (need|needs|needed|want|require|must have) (it|this|them|an answer|a reply|that|the _|to know|to be) (by|before|no later than|for|until); (by|before) (tomorrow|tonight|noon|midnight|the end of|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the weekend|christmas|easter|five|5); no later than; at the latest; latest by; deadline; due (on|by|tomorrow|today); expires (on|in|tomorrow|today|at); (if|unless) (i|we) {dont} (hear|receive|get) __ (by|before|within|until); if (i|we) (can't|cannot) agree by; within (24|48|72) hours; within (the next )_ (hours|days); time (is )(running out|sensitive|critical); before (it is|it's) too late; we set up; (leave|leaving|fly|flying|travel|travelling|moving|opening|open) (on|tomorrow|today|tonight|this|next); (tomorrow|today|tonight) at the latest; (bis|spätestens) (zum|am|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag); frist; monatsfrist; avant (lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le); antes del; abrimos el; で迫って; 迫って; by five o'clock",
  ],
  [
    "wants-manager",
    "(speak|talk|speaking|talking|escalate|escalated|escalating|put me through|pass|passed|connect me|forward|refer|complain) (this |it |me |)(to|with) (a|your|the|my|someone|somebody) (manager|supervisor|boss|team leader|director|ceo|owner|superior|senior|line manager|higher up|above you|in charge|more senior|who can decide|with authority|who can help|else); (get|give) me (a|your|the|my|somebody|someone) (manager|supervisor|boss|owner|director|ceo|superior|senior|in charge|above you); (want|need|demand|ask for|asking for|insist on) (a|an|your|the) (_ |)(manager|supervisor|director|ceo|boss|superior); (call|answer|word|letter|mail|reply) from (a|your|the) (manager|supervisor|director|ceo|boss|superior|head); (someone|somebody) (more senior|higher up|above you); (somebody|someone|person|anyone|anybody) (with _ |)(who is|who's) allowed to; who is your (manager|boss|supervisor); (your|the) (manager|supervisor|boss|ceo|director)('s|) (name|email|contact|number|details); manager (please|now); escalate (this|my|it|the); who can decide; (somebody|someone) who can (decide|make (a )decision|make decisions|actually help); someone (in charge|senior|higher|responsible|with authority); vorgesetzten; geschäftsführer; un responsable; el encargado; su supervisor",
  ],
  [
    "fraud",
    "fraud; fraudulent; fraudster; fraudsters; scammer; scammers; phishing; (i (was|have been|got|been)|been) scammed; (been|was|were|got|account (is|was|has been|got)) hacked; identity theft; stolen (card|identity|account); {didnt} (make|authorise|authorize|recognise|recognize|order|place|approve) (this|that|the|these|any|it); {dont} recognise; {dont} recognize; not authorised; unauthorised; unauthorized; without my (permission|consent|knowledge|authorisation); suspicious (email|e-mail|mail|message|text|link|activity|login|call|transaction|charge); (someone|somebody) (else )(has|used|is using|ordered|got into|logged|changed|accessed); fake (email|website|site|message|invoice|shop); is this (email|message|mail|text|letter|really) (from you|genuine|real|legit|you); (was|is) (he|she|it|this|that) (one of yours|really you|genuine|legit|legitimate); gave (him|her|them|out) (my|the) (card|code|number|password|pin|details); asked (me )for (my|the) (pin|password|code|card|bank); code (that )the bank; pretending to be; under review",
  ],
  [
    "data-protection",
    "gdpr; dsgvo; data protection; (subject access|access) request; right to (be forgotten|erasure|access); (delete|erase|remove|deleted|erased|removed) (all )(my|our|the|her|his|their) (data|personal data|account data|information|details|records|account and data); (all|what) (the |personal |)(data|information) (you )(have|hold|store|keep|collect|have on|hold on); data breach; leaked; data leak; privacy; personal (data|information) (was|were|has|have|is|you|of|about); article (15|17); art (15|17|. 15|. 17); (sold|sell|selling|share|shared|sharing) my (data|details|email|information|address|number); unsubscribe; stop (emailing|sending me|contacting); auskunft; données personnelles; rgpd; datos personales; who has access to my",
  ],
  [
    "wants-brevity",
    "just (tell|show|give|send) (me|us) _; just (answer|fix|sort) (it|this|the|my); {dont} (want|need|give me|send me|bother with) (any |your |another |more |)(apology|apologies|sympathy|excuses|platitudes|sorry); no (more )(apologies|excuses|sympathy); spare me; skip the; save (me )(the|your) (apology|apologies|sympathy|excuses); stop (apologising|apologizing); stop saying sorry; keep it short; keep it brief; (be|write|answer) (short|brief|briefly|in one line); short answer; in one line; to the point; don't understand me",
  ],
  [
    "solved",
    "problem (is )solved; (it|that|everything) works now; working now; (all|everything is|everything's|it's|it is|that's) (sorted|good|fixed|solved) now; all (sorted|fixed|solved); that (fixed|solved|sorted) it; (did|does) the trick; perfect thank",
  ],
];
