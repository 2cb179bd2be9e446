/**
 * The signs by which `judge-reply.ts` knows what a sentence does, per language. Plain words, no nested repetition, matched
 * against one lower-cased sentence. They miss much and are meant to be replaced by the coach; what they see, they can show.
 */
import type { Deed } from "./judge-reply.ts";
import type { Language } from "./story.ts";

type Signs = Readonly<Partial<Record<Deed, RegExp>>>;

const EN: Signs = {
  asks: /\b(could|can|would|will) you (please |kindly |just )?(send|tell|let|give|share|check|confirm|describe|say|look|reply|write)|please (send|tell|let me know|give|share|confirm|reply with)|i need to know|let me know (which|what|when|whether|if|how)/,
  checks:
    /do the trick|(solve|fix|sort|settle)[a-z]* (it|this|that|the|your)|anything else|does (that|this) (help|work|sound)|how does (that|this) sound|(is|are) (it|everything|all|they|things)( all)?( now)? (working|fine|well|all right|ok|better|sorted)|is that (right|all right|ok|fine)|happy with/,
  apologises: /\b(sorry|apolog[a-z]+|regret|forgive|our (mistake|fault)|my (mistake|fault)|condolence[s]?)\b/,
  acknowledges:
    /\b(i|we) (can )?(fully |really |quite |well )?(understand|see|hear|imagine)\b|(must|can) (have been|be|feel) |you (are|were|have every) right|that (is|was|sounds) (a |an |so |very |really |deeply )?(frustrat|upset|hard|awful|horrible|difficult|worr|frighten|annoy|disappoint|unfair|not good|bad|heavy|sad)|no wonder|any(one|body) would|thank you for (telling|trusting|your patience|bearing|letting|being|writing so)/,
  acts: /\b(i|we) ?('ve|have|'ll|will|'m|am|'re|are) ?(now |just |already |also |today |both |personally )?(refund|sen[dt]|replac|order|cancel|clos|book|credit|arrang|chang|correct|fix|stopp|stop|switch|remov|delet|reset|unlock|collect|post|ship|pay|paid|call|ring|write|ask|check|check|look|investigat|trac|extend|freez|froz|paus|block|add|issu|giv|mov|put|tak|speak|open|pass|hold|return|sign|releas|let |find|found|waiv|wip|going to|keep|bring|sort|see to|transfer|reserv|revers|repair|mend|record|mark|compar|prepar|end(ed|ing)?\b)|(is|are|was|were|will be|has been|have been|'s been) (now |already |just )?(refunded|sent|replaced|on (its|the|their) way|cancelled|canceled|closed|corrected|fixed|credited|with you|released|removed|deleted|reset|unlocked|stopped|back|waived|restored|paused|collected|posted|shipped|reversed)|\b(will|should) (arrive|reach|be (with|there|here|back|fixed|mended|yours|on)|come|leave|ship|follow)\b|(is|are) (now )?cancel|will (no longer|not|never) be (charged|billed|taken)|nothing (more|else) will be|nothing (more )?(you|to) (need to|have to|pay|do)/,
  // A day counts when it lies ahead: "you wrote on Monday" promises nothing.
  dates:
    /^(?=.*(\bwill\b|'ll\b|\bgoing to\b|\bdue\b|\barrives?\b|\bcomes\b|\blatest\b|\bby\b|\buntil\b|\bcan\b|\bam\b|'m\b|\bis\b)).*(\b(by|before|on|until|within|in|this|next|from) (the )?(end of )?(today|tomorrow|tonight|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the \d|\d{1,2}( |:|\.|th|st|nd|rd)|one |two |three |five |january|february|march|april|may \d|june|july|august|september|october|november|december|morning|afternoon|evening|week)|\btomorrow\b|\btoday\b|\bat \d{1,2})/,
  instructs:
    /^(\d+[.)] ?|[-*•] ?)?(then |now |please |first,? |next,? |after that,? |just )?(press|hold|tap|open|go to|turn|unplug|plug|choose|select|click|switch|remove|install|update|reset|log (in|out)|sign (in|out)|scan|wait|leave|put|do not use|don't use|stop using|keep|forward|delete|change your|call|ring)\b|\byou (can|may) (now |simply |also |just |always )?(?!see|imagine|understand|expect|rest|be )[a-z]+|here is (how|what)/,
  refuses:
    /\b(can ?not|can't|unable to|(won't be|not|aren't|isn't) able to|(have|has) no way to)\b(?! (promise|imagine|believe|thank|find|see|locate|tell you how|undo|say (yet|for certain)))|\b(not possible|no longer possible|not eligible|outside (of )?(our|the) (return|refund|warranty|guarantee|window|period|terms|sixty|60)|against our policy|we (do not|don't) (offer|refund|accept|cover|take)|have to (decline|refuse|say no)|not entitled|must decline|will not (be (able|possible)|refund)|won't refund|policy does not allow|non-refundable)\b/,
  offers:
    /\b(instead|alternatively|what i can|what we can|i can offer|we can offer|you could|either|option|or if you (prefer|like|would)|you can choose|would you (like|prefer|rather)|which (would|do) you (like|prefer)|if you (prefer|like))\b/,
  blames:
    /\b(you should have|you failed|you didn't|you did not|you must have|as (i|we) (already|previously)|your own (fault|mistake)|calm down|if you had)\b/,
};

const DE: Signs = {
  asks: /(können|könnten|würden) sie (mir|uns|bitte)|bitte (senden|schicken|nennen|teilen|sagen|schreiben|geben) sie (mir|uns)|ich brauche (noch|bitte)/,
  checks:
    /(problem|damit|das|alles) (gelöst|behoben|geklärt|erledigt|in ordnung)|noch etwas|klappt|funktioniert (es|jetzt|das|alles)|sonst noch|hat das geholfen|passt das|einverstanden/,
  apologises:
    /entschuldig|tut mir (sehr |wirklich |aufrichtig )?leid|verzeih|bedau(er|re)|unser fehler|mein fehler|beileid/,
  acknowledges:
    /ich (verstehe|sehe|kann (gut |sehr gut )?(verstehen|nachvollziehen))|verständlich|ärgerlich|zu recht|haben recht|danke, dass sie|geduld/,
  acts: /(ich|wir) (habe|haben|werde|werden|erstatte|erstatten|schicke|schicken|sende|senden|kündige|prüfe|prüfen|korrigiere|rufe|melde|veranlasse|ersetze|tausche|buche|storniere|lösche)|(habe|haben|wird|wurde|ist) .{0,80}(erstattet|geschickt|gesendet|storniert|korrigiert|unterwegs|ersetzt|gelöscht|gekündigt|behoben|gebucht|überwiesen|veranlasst)/,
  dates:
    /\b(bis|am|heute|morgen|innerhalb|spätestens|in) (zum |den |von )?(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|heute|morgen|mittag|ende|\d|zwei|drei|fünf|einer woche|wenigen tagen)|\bheute\b|\bmorgen\b/,
  instructs:
    /^(\d+[.)] ?|[-*•] ?)?(dann |bitte )?(drücken|halten|öffnen|gehen|wählen|tippen|ziehen|stecken|schalten|klicken|melden|warten|löschen|installieren|aktualisieren) sie/,
  refuses:
    /(leider nicht|können (wir|ich)? ?(leider )?(nicht|keine)|kann ich (leider )?(nicht|keine)|nicht möglich|ausgeschlossen|abgelaufen|ablehnen|kein anspruch|keine erstattung)/,
  offers:
    /(stattdessen|alternativ|ich kann ihnen|wir können ihnen|anbieten|wahlweise|entweder|oder wenn|möchten sie lieber|was ich tun kann)/,
  blames: /(sie hätten|hätten sie|ihr fehler|selbst schuld|beruhigen sie)/,
};

const FR: Signs = {
  asks: /(pouvez|pourriez)-vous|merci de (me|nous) (dire|donner|envoyer|préciser|indiquer)|dites-moi|j'aurais besoin/,
  checks: /(résolu|réglé)|autre chose|cela (vous )?(convient|aide|fonctionne|marche)|tout (est|va) (bien|en ordre)/,
  apologises: /(désolée?|excuse|pardon|navrée?|regrett|notre erreur|mon erreur|condoléances)/,
  acknowledges:
    /(je|nous) (comprends|comprenons|imagine|imaginons|vois)|vous avez raison|c'est (frustrant|pénible|triste|agaçant)|merci (de|pour) (votre patience|nous avoir|m'avoir)/,
  acts: /(j'ai|je vous|je vais|nous avons|nous allons|nous vous|je fais|j'envoie|je rembourse|j'annule) ?(déjà |bien |aussitôt )?(rembours|envo|expédi|rempla|annul|corrig|rappel|écri|vérifi|résili|ferm|demand|fai|command|repren|appel|transf|bloqu|supprim|clôtur)|(est|sont|sera|seront|a été|ont été) (rembours|envoy|expédi|rempla|annul|corrig|résili|clôtur|en route)/,
  dates:
    /(avant|d'ici|dès|le|sous|dans|jusqu'à) (le )?(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|ce soir|midi|\d{1,2} |deux|trois|quelques jours|la fin)|aujourd'hui|demain/,
  instructs:
    /^(\d+[.)] ?|[-*•] ?)?(puis |ensuite |d'abord,? )?(appuyez|maintenez|ouvrez|allez|choisissez|touchez|débranchez|branchez|cliquez|éteignez|allumez|attendez|gardez)/,
  refuses:
    /(ne (pouvons|peux|peut|puis) (malheureusement )?(pas|plus)|impossible|malheureusement pas|refus|hors délai|n'est pas possible|n'est plus possible)/,
  offers: /(en revanche|à la place|sinon|je peux vous|nous pouvons vous|soit |préférez|ce que je peux|ou bien)/,
  blames: /(vous auriez dû|votre faute|il fallait|calmez-vous)/,
};

const ES: Signs = {
  asks: /(puede|podría|puedes|podrías) (usted )?(enviar|decir|indicar|mandar|confirmar)|díga(me|nos)|necesito saber|envíe(me|nos)/,
  checks: /(resuelto|solucionado|arreglado)|algo más|le (sirve|parece|funciona)|todo (bien|en orden)/,
  apologises: /(lo siento|lamento|lamentamos|disculp|perd[oó]n|nuestro error|mi error|sentimos|pésame)/,
  acknowledges:
    /(entiendo|entendemos|comprendo|comprendemos|imagino)|tiene (toda la )?razón|gracias por (su paciencia|avisar|contar)/,
  acts: /(he|hemos|voy a|vamos a|le|ya) (ya )?(devuelto|devolver|devolvemos|devuelvo|enviado|enviar|envío|enviamos|reembols|cancelado|cancelar|cambiado|cambiar|corregido|corregir|llamar|llamo|llamaré|escribir|pedido|hablado|revisado|revisar|anulado|anular|reservado|mandado|mando)|(está|están|será|ha sido) .{0,40}(camino|devuelt|enviad|reembols|cancelad|anulad|corregid)/,
  dates:
    /(antes|el|para el|hasta|mañana|hoy|en|dentro) (de |del )?(lunes|martes|miércoles|jueves|viernes|sábado|domingo|mañana|mediodía|\d{1,2} |dos|tres|esta)|\bmañana\b|\bhoy\b/,
  instructs:
    /^(\d+[.)] ?|[-*•] ?)?(luego |primero,? |después,? )?(pulse|mantenga|abra|vaya|elija|toque|desenchufe|enchufe|apague|espere|seleccione)/,
  refuses: /(no (podemos|puedo|es posible|se puede|será posible)|imposible|fuera de plazo|lamentablemente no)/,
  offers: /(en cambio|en su lugar|si prefiere|puedo ofrecer|podemos ofrecer|o bien|lo que sí|prefiere)/,
  blames: /(debería haber|tendría que haber|es culpa suya|cálmese)/,
};

const PL: Signs = {
  asks: /(czy (może|mogłaby|mógłby|mogłby) (pani|pan)|proszę (o podanie|podać|przesłać|napisać|o przesłanie|o zdjęcie))/,
  checks:
    /(czy (to|wszystko|problem)? ?(działa|pomogło|rozwiązan|w porządku|jest dobrze)|coś jeszcze|czy to pani odpowiada)/,
  apologises: /(przepraszam|przepraszamy|przykro|nasz błąd|mój błąd|wybacz|współczu)/,
  acknowledges:
    /(rozumiem|rozumiemy|ma pani rację|ma pan rację|wyobrażam sobie|dziękuję za (cierpliwość|zgłoszenie|wiadomość))/,
  acts: /(wysłałam|wysłałem|wysyłam|wysyłamy|wyślę|wyślemy|zwracam|zwrócimy|zwróciłam|zwróciłem|zwrócę|zamówiłam|zamówiłem|zadzwonię|sprawdzę|sprawdzimy|sprawdziłam|wymienimy|wymienię|anuluję|anulowałam|przekazałam|przekazałem|odbierze|napiszę|został[ao]? (wysłan|zwrócon|anulowan))/,
  dates:
    /(do|w|we|od|przed|jutro|dziś|dzisiaj|ciągu) (poniedział|wtor|środ|czwart|piąt|sobot|niedziel|jutra|końca|\d{1,2}|dwóch|trzech)|\bjutro\b|\bdziś\b|\bdzisiaj\b/,
  instructs:
    /^(\d+[.)] ?|[-*•] ?)?(następnie |najpierw )?(proszę (natychmiast )?(odłączyć|nie używać|wyłączyć|nacisnąć|przytrzymać|otworzyć|wyjąć|odłożyć|zachować))/,
  refuses: /(nie możemy|nie mogę|niestety nie|nie jest możliw|odmawia|po terminie)/,
  offers: /(zamiast tego|mogę zaproponować|możemy zaproponować|albo|jeśli pani woli|do wyboru|mogę za to)/,
  blames: /(powinna była|pani wina|trzeba było|proszę się uspokoić)/,
};

const JA: Signs = {
  asks: /(でしょうか|ますか|ですか|か。?$|教えて(ください|いただ)|お知らせ(ください|いただ)|お送り(ください|いただけ))/,
  checks: /(解決(しました|でき|いた)|ほかに|他に|直りました|いかがでしょう|問題なく|よろしいでしょうか)/,
  apologises: /(申し訳|お詫び|ごめん|失礼いたしました|すみません)/,
  acknowledges: /(お察し|ごもっとも|ご心配|ご不便を|お気持ち|ご不安|お待たせ)/,
  acts: /(いたします|致します|いたしました|致しました|しました|お送りします|返金|手配|交換|発送|修正(し|い)|調査(し|い)|ご連絡(し|い|を差)|差し上げ)/,
  dates: /(\d+月|\d+日|明日|本日|今日|今週|来週|曜日|時まで|以内|までに)/,
  instructs: /(押して|開いて|選んで|タップ|選択して|更新して|設定して|抜いて)/,
  refuses: /(できません|出来ません|できかね|いたしかね|致しかね|お断り|対象外|不可能)/,
  offers: /(代わりに|代わりまして|もしくは|または|あるいは|お選び|ご希望)/,
  blames: /(お客様の(ミス|責任|誤り)|確認すべき)/,
};

const AR: Signs = {
  asks: /(هل يمكن(ك|كم)|أرجو (إرسال|تزويد)|يرجى (إرسال|تزويد|إخبار)|أخبريني|أرسلي|ما هو رقم|ما هي)/,
  checks: /(هل (حُل|حل|تم حل|انحل|كل شيء|هذا يناسب|نجح)|شيء آخر|أمر آخر)/,
  apologises: /(آسف|نأسف|اعتذر|أعتذر|نعتذر|عذر|خطؤنا|خطئي|تعازي)/,
  acknowledges: /(أفهم|نفهم|أتفهم|نتفهم|معك حق|من حقك|شكرا على صبر|شكرًا على صبر|أقدّر|أقدر)/,
  acts: /(أعدت|أعدنا|سأعيد|سنعيد|أرسلت|أرسلنا|سأرسل|سنرسل|ألغيت|ألغينا|سألغي|سأتصل|سنتصل|سأكتب|صححت|صححنا|سأتحقق|تم (إرجاع|إرسال|إلغاء|تصحيح|رد|استرداد|فتح|إعادة)|سيصل|ستصل|سأتابع)/,
  dates:
    /(غد|اليوم|يوم (الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)|خلال|قبل نهاية|حتى|صباح|مساء|بحلول)/,
  instructs: /(اضغطي|افتحي|اختاري|أعيدي|انقري|ادخلي|اضغط|افتح|اختر|ثم )/,
  refuses: /(لا (نستطيع|أستطيع|يمكننا|يمكنني|يمكن)|غير ممكن|للأسف لا|نرفض|خارج المدة)/,
  offers: /(بدلا|بدلًا|بدلاً|يمكنني أن أعرض|إذا كنت تفضل|تفضلين|أو إذا|إما)/,
  blames: /(كان عليك|خطؤك|كان يجب عليك|اهدئي)/,
};

export const WORDS: Readonly<Record<Language, Signs>> = { en: EN, de: DE, fr: FR, es: ES, pl: PL, ja: JA, ar: AR };

/** Phrases that could stand in any answer to anybody. A sentence that holds one counts as nothing else. */
export const STOCK_PHRASES: Readonly<Record<Language, RegExp>> = {
  en: /any inconvenience|value your (feedback|business|custom|patience)|(thank you|thanks) for (contacting|reaching out|getting in touch|your (message|email|e-mail|mail|enquiry|inquiry|feedback|patience and understanding))|has been (received|forwarded|escalated|logged)|relevant (team|department)|looking into (it|this|the matter|your)|as soon as possible|in due course|customer satisfaction|your (call|opinion|satisfaction) is important|do not hesitate|don't hesitate|feel free to|rest assured|hope this email finds you|high volume|normal procedure/,
  de: /etwaige unannehmlichkeiten|(vielen )?dank für ihre (nachricht|anfrage|e-mail|mitteilung)|zuständige abteilung|so schnell wie möglich|schnellstmöglich|wird bearbeitet|ist uns wichtig|stehen wir (ihnen )?(gerne )?zur verfügung|zögern sie nicht/,
  fr: /(merci|remercions) (de|pour) (nous avoir contact|votre (message|courriel|mail|demande))|dans les (meilleurs|plus brefs) délais|service concerné|désagrément|n'hésitez pas|a bien été (reçu|transmis)|est importante? pour nous/,
  es: /(gracias por|agradecemos) (contactar|escribir|ponerse|su (mensaje|correo|consulta))|lo antes posible|departamento (correspondiente|pertinente)|molestias|no dude en|ha sido recibid|a la mayor brevedad/,
  pl: /(dziękujemy|dziękuję) za kontakt|niezwłocznie|właściw(ego|emu) dział|niedogodności|zgłoszenie zostało (przyjęte|przekazane)|jest dla nas ważn|w razie pytań/,
  ja: /お問い合わせ(いただき|ありがとう|を承)|ご意見を|今後の参考|順次|担当部署|しばらくお待ち|ご不便をおかけして/,
  ar: /(شكرا|شكرًا|نشكر(ك|كم)) (لتواصل|على تواصل)|القسم المختص|في أقرب وقت|تم استلام|أي إزعاج|لا تترد/,
};
