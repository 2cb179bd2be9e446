/**
 * The words of "From / Sent / To / Subject" and of "-----Original Message-----" in the languages we know them. Data only:
 * how they are matched is in field-block.ts.
 */

/** Phrases divided by commas; a line break within one is a space. */
const list = (text: string): readonly string[] => text.split(",").map((phrase) => phrase.trim().replace(/\s+/g, " "));

export const FIELD_LABELS: Readonly<Record<"from" | "date" | "to" | "subject" | "cc" | "reply", readonly string[]>> = {
  from: list(`
    from, von, de, da, van, från, fra, od, lähettäjä, от, від, kimden, gönderen, 发件人, 寄件者, 寄件人, 差出人, 送信者, 보낸 사람,
    보낸사람, 발신, από, מאת, من, feladó, dari, từ, nuo, no, saatja, expéditeur, remitente, mittente, afzender, de la,
    frá, pošiljatelj, šalje, от кого, nga, จาก, message de, message du, nhãn
  `),
  date: list(`
    date, sent, datum, gesendet, envoyé, envoyé le, enviado, enviado el, enviado em, enviada em, fecha, data,
    inviato, data invio, verzonden, skickat, sendt, dato, wysłano, wyslano, data wysłania, odesláno, odoslané,
    lähetetty, päivämäärä, pvm, отправлено, дата, надіслано, gönderildi, gönderme tarihi, tarih, 发送时间, 发送日期, 日期,
    寄件日期, 傳送時間, 送信日時, 日時, 日付, 보낸 날짜, 보낸날짜, 날짜, ημερομηνία, στάλθηκε, נשלח, תאריך, التاريخ, تاريخ الإرسال, تم
    الإرسال, elküldve, dátum, trimis, data trimiterii, dikirim, tanggal, đã gửi, ngày, išsiųsta, nosūtīts, saadetud,
    kuupäev, poslano, datum slanja, изпратено, sendur, วันที่
  `),
  to: list(`
    to, an, à, a, para, aan, till, til, do, komu, dla, vastaanottaja, кому, до, kime, alıcı, 收件人, 收件者, 宛先, 받는 사람,
    받는사람, 수신, προς, אל, إلى, címzett, kepada, către, đến, kam, kellele, prima, za, pre, ถึง, destinataire,
    destinatario, empfänger
  `),
  subject: list(`
    subject, betreff, objet, sujet, asunto, assunto, oggetto, onderwerp, ämne, emne, temat, předmět, predmet, aihe,
    тема, konu, 主题, 主旨, 件名, 제목, θέμα, נושא, الموضوع, tárgy, subiect, perihal, subjek, chủ đề, tema, temats, teema,
    efni, assumpte, gaia, naslov, относно, เรื่อง
  `),
  cc: list(`
    cc, kopie, copie, copie à, copia, kopia, kopi, kopio, копия, копія, bilgi, 抄送, 副本, 참조, κοιν, עותק, másolatot
    kap, dw, cópia, v kopii
  `),
  reply: list(`
    reply-to, reply to, risposta, antwort an, répondre à, responder a, rispondi a, antwoord aan, svara till, svar
    til, odpowiedz do, importance, priority, attachments, anlagen
  `),
};

/** Between dashes: "-----Original Message-----". Compared in lower case. */
export const SEPARATORS = new Set(
  list(`
    original message, original appointment, original mail, original email, reply message, forwarded message,
    forwarded by, begin forwarded message, forward message, forwarded mail, originalnachricht, original-nachricht,
    ursprüngliche nachricht, ursprungliche nachricht, ursprüngliche mitteilung, originale nachricht, original
    nachricht, weitergeleitete nachricht, originaltermin, message d'origine, message d’origine, message original,
    message initial, courriel original, message transféré, forwarded, mail original, message d'origine d'e-mail,
    mensaje original, mensaje reenviado, mensaje remitido, mensaje de origen, mensagem original, mensagem
    encaminhada, mensagem reencaminhada, messaggio originale, messaggio inoltrato, messaggio originario,
    oorspronkelijk bericht, oorspronkelijke bericht, origineel bericht, doorgestuurd bericht, originalmeddelande,
    ursprungligt meddelande, vidarebefordrat meddelande, ursprungsmeddelande, oprindelig meddelelse, oprindelig
    besked, original besked, original meddelelse, videresendt besked, videresendt meddelelse, opprinnelig melding,
    original melding, videresendt melding, alkuperäinen viesti, välitetty viesti, oryginalna wiadomość, wiadomość
    oryginalna, wiadomość przekazana, przekazana wiadomość, původní zpráva, přeposlaná zpráva, pôvodná správa,
    preposlaná správa, eredeti üzenet, továbbított üzenet, mesaj original, mesajul original, mesaj redirecționat,
    исходное сообщение, оригинальное сообщение, пересылаемое сообщение, пересланное сообщение, пересылаемое письмо,
    оригінальне повідомлення, вихідне повідомлення, переслане повідомлення, първоначално съобщение, оригинално
    съобщение, orijinal mesaj, özgün ileti, özgün mesaj, iletilen mesaj, yönlendirilmiş ileti, αρχικό μήνυμα,
    προωθημένο μήνυμα, הודעה מקורית, ההודעה המקורית, הודעה שהועברה, الرسالة الأصلية, رسالة معاد توجيهها, 原始邮件, 原始郵件,
    原邮件, 转发的邮件, 轉寄郵件, 转发邮件信息, 邮件原件, 转发邮件, 元のメッセージ, 元のメール, オリジナルメッセージ, 転送メッセージ, 원본 메시지, 원본 메일, 전달된 메시지, 전달된 메일, pesan
    asli, pesan terusan, thư gốc, tin nhắn gốc, thư đã chuyển tiếp, izvorna poruka, izvorno sporočilo, originalus
    laiškas, algne kiri, sākotnējais ziņojums, missatge original
  `),
);

/** "Begin forwarded message:" of Apple Mail, and its sisters. */
export const FORWARD_OPENERS =
  /^(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail|mail)|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|início da mensagem (?:reencaminhada|encaminhada)|inizio messaggio inoltrato|begin doorgestuurd bericht|vidarebefordrat brev|start på videresendt (?:besked|melding|e-mail|e-post)|videresendt melding|välitetty viesti alkaa|początek przekazywanej wiadomości|начало переадресованного (?:сообщения|письма)|начало пересылаемого сообщения|转发的邮件|開始轉寄郵件|下面是被转发的邮件|転送されたメッセージ|전달된 메시지의 시작|iletilmiş ileti başlangıcı|started forwarded message|začátek přeposílané zprávy|továbbított levél kezdete)\s*[:：]$/i;
