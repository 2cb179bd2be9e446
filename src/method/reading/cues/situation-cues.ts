/**
 * What speaks for each kind of trouble, with a weight: 3 nearly names it, 2 speaks for it, 1 leans to it, below zero speaks
 * against. English, and the plainest words of German, French and Spanish. Beside a trained model these are its floor.
 */
export const SITUATIONS = [
  "product-fault",
  "wrong-item",
  "late-delivery",
  "software-bug",
  "misunderstood-policy",
  "unanswered-ticket",
  "billing-error",
  "double-charge",
  "refund-outside-window",
  "refund-legal-right",
  "cancellation",
  "outage",
  "account-access",
  "how-to",
  "feature-request",
  "data-privacy",
  "suspected-fraud",
  "bereavement",
  "cannot-pay",
  "compensation-demand",
  "other",
] as const;
export type Situation = (typeof SITUATIONS)[number];

export const SITUATION_CUES: ReadonlyArray<readonly [Situation, weight: number, phrases: string]> = [
  [
    "product-fault",
    3,
    "(arrived|came|was|is|are|were) (already |completely |badly |)(broken|damaged|cracked|faulty|defective|smashed|shattered|dented|scratched|chipped|dead|torn); (stopped|quit) working; (broke|broken|died|cracked|snapped|tore) (after|within|in|on|down|off|again); faulty; defective; defect; (smell|smells|smelled|smelt) (of )(burning|smoke|burnt); (shade|screen|lid|handle|cable|plug|motor|battery|lamp|glass|leg|wheel|zip|button|hinge|seam) (is|was|has|came|fell|broke) (broken|cracked|loose|missing|damaged|off|dead|bent|come off|stuck); in pieces; falling apart; fell apart; came apart; manufacturing fault; malfunction; malfunctioning; looks as if it had already been; bits of it; hums; humming; buzzing; flickers; flickering; flickered; leaks; leaking; overheats; defekt; kaputt; beschädigt; flackert; cassé; cassée; défectueux; abîmé; roto; rota; defectuoso; dañado; spalenizny; came out of the ceiling; fell out of the ceiling",
  ],
  [
    "product-fault",
    1.5,
    "broken; damaged; cracked; {doesnt} (turn on|switch on|work|charge|light|start|close|open|fit); won't (turn|switch) (on|off); stopped; crack; it forgets; warranty; repair; replacement; mend",
  ],
  [
    "wrong-item",
    3,
    "wrong (item|product|colour|color|size|model|order|parcel|lamp|one|ones|thing|things|version|part|book|shoes|shirt|article); not (what|the one|the ones|the item|the colour|the color|the size) (i|we) (ordered|bought|asked|paid for|chose); (sent|received|got|delivered|shipped) (me |us |the |a |an |)(wrong|different|someone else's|somebody else's|another); (ordered|asked for|bought) __ but (got|received|you sent|i got|we got|was sent); someone else's (order|parcel|package); mix-up; mixed up; (missing|short) (item|items|part|parts|one|two|a lamp|from (the|my) (order|box|parcel)); (was|were|is|are) missing from; falsche(r|s|n) (artikel|ware|farbe|größe|lampe); falsch geliefert; mauvais (article|produit|coloris); artículo equivocado; pedido equivocado",
  ],
  [
    "late-delivery",
    3,
    "(where|when) (is|are|'s|will) (my|our|the) (order|parcel|package|delivery|shipment|lamp|lamps|item|items|goods|letter|stuff) ; where is it; (hasn't|has not|haven't|have not|not|never|didn't|did not|still not|yet to) (yet |)(arrived|been delivered|shipped|come|turned up|showed up|arrive|come|received (it|my|the|them|anything)|be delivered); (late|delayed|overdue|slow) (delivery|parcel|order|shipment|package|again); delivery (is|was|has been) (late|delayed|overdue); (in transit|out for delivery) (since|for); stuck (in|at) (transit|customs|the depot|a depot); tracking (says|said|shows|has|hasn't|has not|number|still|page|status|stopped); says (it was )delivered; says (it's )delivered; marked (as )delivered; (supposed|meant|due|promised|expected) to (be delivered|arrive|come|get here|be here) ; left (it )(with|at) (a |the |my |)(neighbour|neighbor|door|porch); \"with neighbour\"; lost (parcel|package|in (the )(post|mail|transit)); lieferung (ist|kam|verspätet); noch nicht (angekommen|geliefert|da); wo (ist|bleibt) (mein|meine|die); pas (encore )(arrivé|reçu|livré); où est (ma|mon); dónde (está|están) (mi|mis); no ha llegado; en tránsito; seguimiento; livraison",
  ],
  [
    "late-delivery",
    1,
    "delivery; deliver; delivered; courier; parcel; package; shipping; shipment; dispatch; dispatched; tracking; arrive; depot; driver; carrier; still waiting; paket; colis",
  ],
  [
    "software-bug",
    3,
    "(app|application|website|site|page|program|software|plugin|extension|update|browser|portal|dashboard) (keeps |always |just |)(crashes|crashed|crashing|freezes|froze|freezing|hangs|hung|closes|is broken|glitches|shows an error|gives an error|throws|won't load|won't open|doesn't load|doesn't open|does not|doesn't work|isn't working|stopped working|is not working); crash (log|report|on|in|when); crashes (on|when|every|after|at); reproducible; steps to reproduce; stack trace; exception; error (message|code|500|404|when|on|log); bug; bugs; since the (last |latest |new )(update|upgrade|release|version); after (the )(update|updating|upgrade|upgrading); (blank|white|black) (page|screen); (could|can) not be saved; could not be saved; an hour (off|late|early); (wrong|off by) (one|an) hour; {doesnt} (sync|save|load|update|export|import|upload|print); glitch; regression; stürzt ab; absturz; fehlermeldung; plante; se bloquea; アプリ",
  ],
  [
    "software-bug",
    1.2,
    "the app; app; version; build; firmware; log attached; log; screenshot; android; ios; browser; update; it doesn't work; doesn't work; it does not work; not working; schedule; settings",
  ],
  [
    "misunderstood-policy",
    2.6,
    "(your|the) (terms|policy|policies|small print|fine print|conditions|rules|website|page|banner|advert|ad|listing|site|faq) (say|says|said|states|stated|promise|promises|promised|claim|claims|don't|doesn't|clearly|mentions|reads|is|are) ; (i|we) (thought|assumed|understood|was under the impression|took it|believed|was told|were told) (that |it |this |the |you |your |i |we ); not eligible; ineligible; (does|do) that mean; what (does|do) (this|that|it) mean; it (says|said|clearly says) ; (it's|it is) not (in|on) the (cart|product page|website|site|page); fine print; small print; misleading; nowhere (does it|did it) say; (what|wofür) (am|do|are) (i|we) (paying|pay) for; rundum-sorglos; laut ihrem; auf ihrer (seite|website) steht; kein garantieanspruch; selon vos conditions; según sus condiciones; (isn't|is not|not) (covered|included|valid)",
  ],
  [
    "unanswered-ticket",
    3,
    "(no|without) (a |any |)(reply|response|answer|word) (to my|from you|yet|since|so far|at all|for|in); not (heard|had) (back|anything|from (you|anyone)) ; haven't heard; have not heard; (nobody|no one) (has |ever |)(answered|answers|replied|replies|responded|responds|got back|come back|called back|called|wrote back); still (waiting|no) (for )(a |an |)(reply|response|answer); (wrote|written|emailed|e-mailed|sent|messaged|contacted) (to you |you |it |this |)(twice|three times|several times|on|two weeks ago|weeks ago|last week|last month|a week ago|days ago|before|already|about); (second|third|fourth|fifth) (email|e-mail|mail|message|letter|time i|time writing|request|reminder); (is|are) (anyone|anybody|you) (even |actually |)there; (ignored|ignoring) (my|me|us|our); my (previous|last|earlier|first|original) (email|e-mail|mail|message|letter|messages|emails|letters|ticket|question|request); following up; follow up on my; chasing; ticket (is|has been|was) (still )(open|closed|unanswered); unanswered; keine antwort; sans réponse; sin respuesta; 三度目",
  ],
  [
    "billing-error",
    3,
    "(wrong|incorrect|false|inflated) (amount|invoice|bill|price|charge|total|rate|vat|tax|sum|address on the invoice); (charged|billed|invoiced) (me |us |for |the |at |)(too much|wrong|incorrectly|more|extra|full price|an extra|something|a |the wrong|for something); over-?charged; overcharged; overbilled; (bill|invoice|statement|receipt) (is|was|shows|does not|doesn't|has|contains|lists|seems|without|missing|needs) ; (discount|voucher|coupon|promo code|code|credit) (was|has|is|did|didn't|wasn't|hasn't|not) (not |)(been |)(applied|work|accepted|honoured|honored|missing|deducted|apply); vat (is|was|number|missing); without vat; invoice (correction|corrected); corrected invoice; unexpected (charge|fee|bill|invoice); hidden (fee|charge|cost); (what|why) (is|was|am) (this|the|i being|that) (charge|fee|charged|amount); price (was|is|on|changed|went up|differs|different); umsatzsteuer; ust-idnr; falsche rechnung; korrigierte rechnung; fehlen die; facture (erronée|incorrecte|fausse); factura incorrecta; cobrado de más",
  ],
  [
    "billing-error",
    1,
    "invoice; bill; billed; billing; charged; charge; statement; rechnung; facture; factura; fee; vat",
  ],
  [
    "double-charge",
    3.4,
    "(charged|billed|paid|taken|debited|deducted|took|charge|charging|bill|invoiced) (me |us |for (it|this|them) |my card |my account |the (money|amount) |it |)(twice|two times|double|2 times|2x|three times|a second time|again for the same); double-?charged?; double (charge|charges|charged|charging|payment|billing|billed|debit|debited); duplicate (charge|charges|payment|payments|transaction|transactions|debit|order|subscription); two (charges|payments|transactions|debits|identical|withdrawals|subscriptions); second (charge|payment|debit|subscription|withdrawal); (same|identical) (charge|amount|payment) twice; zweimal (ab|abgebucht|belastet|berechnet); doppelt (abgebucht|belastet|berechnet|bezahlt); (débité|facturé|prélevé|payé) deux fois; deux (prélèvements|débits); (cobrado|cobro|cobrasteis|pagado) (dos veces|doble|duplicado); dos (veces|cobros); dos cobros; twice instead of (once|one); buchen sie __ zweimal",
  ],
  [
    "refund-outside-window",
    3,
    "(too late|outside|past|beyond|after) (to return|the (return|returns|refund) (window|period|deadline|policy)|the deadline|the (30|60|14|28|90)|of the (return|window)|your (return|returns)); (return|refund) (window|period) (is|has|was|ended|closed|expired|passed); (30|60|14|28|90|sixty|thirty|fourteen|ninety|_)( |-)days (ago|are (up|over)|have passed|policy|return|returns); only (one|a|two|a few|1|2) (day|days) (late|over|past|too late); (one|a) day (late|over|too late|past); much too late to return; sixty-one; missed the (return|deadline|window); make an exception; an exception; goodwill (refund|return|gesture); (know|realise|realize|understand|appreciate) (it's|it is|this is|that it is|i am|i'm|the rule|that i'm) (too late|late|outside|past|over|the rule); i know the rule; returns run to; (months|weeks) (ago|later) __ (return|refund|send it back); still (take|accept) it back; (it is )much too late; unused __ (return|take it back)",
  ],
  [
    "refund-legal-right",
    3,
    "(consumer|statutory|legal) (law|rights|right|guarantee|guarantees|protection); consumer rights act; (cooling|cooling-off|withdrawal) (off |)(period|right|form); right (of|to) (withdrawal|withdraw|cancel|return|reject|refund|a refund); (14|fourteen)( |-)day (right|withdrawal|cooling|return|cancellation); within (14|fourteen) days; (legally|by law) (entitled|obliged|required|have to|must); entitled to (a |an |my |the )(refund|replacement|repair|full refund); distance selling; reasonable (time|period|quality|lifetime); not fit for purpose; (reject|rejecting) (the goods|it|the item); widerruf; widerrufe; widerrufsrecht; widerrufsfrist; fernabsatz; gewährleistung; sachmängel; droit de rétractation; garantie légale; derecho de desistimiento; garantía legal; refund is my right; my (legal |statutory )right",
  ],
  [
    "cancellation",
    3,
    "(cancel|cancelling|canceling|terminate|end|stop|close|closing|cancelled) (my|our|the|this|his|her) (account|subscription|membership|contract|plan|order|service|trial|booking|renewal|policy|direct debit|circle|auto-renewal|circle subscription); (want|like|wish|trying|tried|need|how (do|can) i|how to|please|unable|can't) (to |)(cancel|unsubscribe|terminate); cancel (it|this|everything|button|immediately|before|by); (where|which) (is|do i find) the cancel; cancellation; unsubscribe; (don't|do not) (want to )renew; auto-?renew(ed|al|s); auto-renewed; kündigen; kündigung; kündige; stornieren; résilier; résiliation; annuler; darme de baja; cancelar; anular (el|mi)",
  ],
  [
    "outage",
    3,
    "(is|are|was) (your |the |it |everything |)(service |site |website |server |servers |system |app |network |)(down|offline|unavailable|unreachable) (again|for|since|right|now|today|everywhere|at the moment|for everyone); (service|site|website|server|servers|system|network|platform|internet|connection|api|everything) (is|are|has been|went|seems|appears) (down|offline|unavailable|unreachable|dead|out|not responding); outage; downtime; status page; (503|502|504); can't reach; (we )can't reach your; (nothing|none of them|none of (the|my) (lamps|devices)) (works|work|responds|respond|reachable); all (of |)(my|our|the|them) (lamps|devices|lights|customers|users|staff|team) (are|is|went|cannot|can't|have) ; every (lamp|light|device) (in|went|is|has) ; went (off|down|dark|offline) (and stayed|at|all|since); is it (you|me|just me) or; störung; ausfall; ausgefallen; server (nicht )erreichbar; en panne; caído; no funciona nada",
  ],
  [
    "account-access",
    3,
    "(can't|cannot|can not|couldn't|unable to|won't let me|not able to|trouble|problem|problems|issue|issues|impossible to|want to|try to|trying to|tried to) (log|sign|get|login|logging|signing|access)( |-)(in|into|on|my account|to my account|back in); {cant} (login|access (my|the|our)); locked (out|me out|out of|my account); account (is|was|has been|got) (locked|blocked|suspended|disabled|deactivated|frozen|closed|banned); (forgot|forgotten|lost|reset|resetting|wrong|change|changed|new|incorrect|invalid) (my |the |)(password|passwort|pin|username|login|login details|credentials); password (reset|is|isn't|not|doesn't|was|link|email|mail|wrong); reset (link|email|mail|code|password|my password); (verification|security|login|two-factor|2fa|authentication|sms|access) (code|codes|app|mail|email); two-factor; 2fa; new phone __ (code|login|log in|number); old (phone|number|email|e-mail|address) (is|was|no longer|any more|anymore|number); (passwort|kennwort) (vergessen|zurück); einloggen; anmelden; mot de passe; me connecter; contraseña; iniciar sesión; كلمة المرور; حسابي",
  ],
  [
    "how-to",
    2.8,
    "how (do|can|could|should|would|to) (i|we|you|one|someone|the|it|connect|change|set|use|install|turn|add|remove|make|get|find|export|clean) ; is there (a|any|some) way (to|of|i|for); is it possible (to|that); (is|are) there (a|any) (setting|settings|option|options|button|manual|guide|instructions|tutorial); where (do|can|could|would) (i|we) (find|set|change|see|turn|download|enter|get|buy|add) ; can (i|we|it|you|the|this) (also |)(use|connect|change|set|turn|add|make|be|wash|dim|pair|combine|do|get|put|have) ; (what|which) (is the (best|right|difference|setting|size|bulb)|bulb|size|setting|settings|cable|version) ; (instructions|manual|guide|tutorial|booklet) (for|on|to|is|are|say|only) ; (quick|simple|small|little|general) (question|one); do you know (if|how|whether); (does|do|will|would) (it|this|they|the) (work|fit|shed|come|support|last|need) ; meant to; supposed to; wie (kann|kann ich|geht|stelle|lässt|schalte|ändere) ; comment (puis-je|faire|on|est-ce); existe-t-il; cómo (puedo|se|hago|cambio); jak (wyłączyć|zmienić|ustawić|mogę); can i wash; explain how",
  ],
  [
    "feature-request",
    3,
    "(feature|enhancement) (request|idea|suggestion|suggestions); (would|it'd|it would) be (nice|great|lovely|good|helpful|useful|amazing|cool|wonderful|handy) (if|to (have|be able|see)|having); (could|can|will|would) you (please |ever |)(add|build|make|support|offer|open|publish|release|introduce|consider|implement|bring|create) ; (please|pls) (add|support|implement|consider|make|offer|bring) ; (any|are there|is there) (plans|plan|chance) (to|for|of) (add|support|make|open|a|an|the|adding|supporting) ; roadmap; i (have|had) (an|a) (idea|suggestion|proposal|wish); an idea; suggestion; suggest (that|adding|you|a); i wish (it|you|the|there) (could|had|would|was|were|offered|supported); missing (feature|option|a dark|an export); (add|support) (for )(a |an |the |)(dark|api|export|import|integration|keyboard|option|feature|language|widget|mode); open (source|the hub|api|up the); will you ever; api; vorschlag; wunsch; une idée; una idea; sugerencia; when can i buy it",
  ],
  [
    "data-privacy",
    3,
    "gdpr; dsgvo; rgpd; data protection; (subject access|access) request; right to (be forgotten|erasure|access); (delete|erase|remove|deleted|erased) (all )(my|our|the|his|her) (data|personal data|details|information|account and data); (what|which|all|any) (the |personal |)(data|information) (do |does |)(you |)(have|hold|store|keep|collect|record|know|is stored); (personal|my|private|our) (data|information|details) (was|were|has been|have been|is|are|got) (leaked|exposed|shared|sold|stolen|breached|visible|public|seen|accessed|used|stored); data (breach|leak|privacy|controller|processor); privacy (policy|officer|concern|concerns|question); privacy; (share|shared|sharing|sell|sold|selling|pass|passed) my (data|details|email|address|information); who (can see|has access|sees|turned on|has been|else (can|has)) ; (someone|somebody|a stranger|strangers|another (customer|person|user)) (can |could |)(see|sees|saw|seeing|control|controls|turned|turn|watch|using|has access|is using|switches); (spy|spying|spied|tracking me|recording|recorded|listening) ; auskunft; art. 15; art 15; personenbezogene; données personnelles; datos personales",
  ],
  [
    "suspected-fraud",
    3,
    "fraud; fraudulent; scam; scammed; scammer; phishing; hacked; stolen card; identity theft; unauthorised; unauthorized; {didnt} (make|authorise|authorize|recognise|recognize|order|place) (this|that|the|these|any) ; {dont} (recognise|recognize) (this|that|the|these|it) ; suspicious; (was|is) (he|she|it|this|that) (one of yours|really (from )you|genuine|legit|legitimate|real|fake) ; is this (email|message|mail|text|letter|really|from you|genuine|real|legit) ; (fake|strange) (email|mail|website|site|message|invoice|shop|call|text|link) ; gave (him|her|them|it) (my|the) (card|code|number|password|pin|details) ; gave the number; number of my card; code (that )the bank; pretending; refunds department; under review; (order|account|payment) (is |has been |was |)(under review|on hold|held|flagged|blocked for); i'm a crook; betrug; betrüger; arnaque; escroc; fraude; estafa; pay (a |the )(customs |)(fee|duty) __ (link|click)",
  ],
  [
    "bereavement",
    3.6,
    "(husband|wife|mother|father|mum|mom|dad|son|daughter|brother|sister|partner|grandmother|grandfather|gran|nan|aunt|uncle|friend|he|she|who) (has |had |sadly |recently |suddenly |just |)(died|passed away|passed on|passed); passed away; (death|passing|loss) of (my|our|his|her|a) ; my late (husband|wife|mother|father|mum|mom|dad|son|daughter|brother|sister|partner|grandmother|grandfather); deceased; bereaved; bereavement; funeral; (death|dödsattest) certificate; executor; estate of; probate; widow; widowed; widower; verstorben; gestorben; todesfall; nous a quittés; décédé; décédée; décès; falleció; fallecimiento; fallecido; zmarł; zmarła",
  ],
  [
    "cannot-pay",
    3.2,
    "{cant} (pay|afford) ; can't (make|keep up) (the|my|this|with|this month's) (payment|payments|instalment|instalments|bill); (lost|losing) (my|our) (job|income|work); (pay|paying) (in |by |it in |it off in |smaller |)(instalments|installments|parts|later|monthly|bits); payment (plan|holiday|break|arrangement|deferral|extension); (more|extra|some) time to pay; (behind|struggling) (with|on) (my |the |)(payments|bills|rent|money|payment); struggling (financially|to pay|with money); in arrears; in debt; debt; bailiffs; (money|things) (is|are) (very |really |)(tight|short); (one|no|without) (an )income (gone|at the moment|now); on benefits; redundant; redundancy; unemployed; insolvency; bankrupt; nicht (bezahlen|zahlen) ; ratenzahlung; (can|could) i pay (less|later|next|half|in); theatre closed",
  ],
  [
    "compensation-demand",
    3,
    "(compensation|compensate|compensated|damages|reimburse|reimbursement|reimbursed|indemnify|recompense|goodwill payment|make good); (i|we) (want|demand|expect|claim|insist on|require|am claiming|will be claiming) (a |my |the |at least |)($|£|€) ; (cost|costs|costing) (me|us) ($|£|€|a|an|the|two|three|hundreds|thousands|over|around|about|nearly|almost|my|our) ; (lost|loss of) (earnings|income|business|revenue|wages|a day's|a day of|profit|profits|sales|customers|bookings); (pay|cover|refund) (for )(the |my |our |)(damage|damages|loss|losses|cost|costs|expenses|taxi|hotel|repair bill|lost) ; out of pocket; consequential loss; invoice you for; (my|our) (expenses|losses|costs) ; here's what __ cost; itemised; schadensersatz; entschädigung; dédommagement; indemnisation; indemnización; what would you consider right; for my trouble; for the inconvenience (caused )(i|we) (want|expect|demand)",
  ],
  [
    "other",
    1.6,
    "just (wanted to say )thank you; no problem to report; no complaint; (out of (the )office|automatic reply|auto-reply|automatische antwort|on (annual )leave); undelivered mail; (undeliverable|mailer-daemon|could not be delivered to one); (your amazing website|page 1|seo|guest post|backlinks|rank|partnership (opportunity|proposal)|special offer|unsubscribe from this list|newsletter); invitation; (are you a person|are you human); (press|media|interview|job|vacancy|internship|sponsorship|donation|wholesale|trade) (enquiry|inquiry|request|application|account|prices)",
  ],
];
