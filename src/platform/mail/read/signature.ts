/**
 * Recognises where a signature begins: the "-- " line of RFC 3676, and the lines that telephones and mail programs add
 * ("Sent from my iPhone") in many languages. Greetings and names stay in the reply: they are what the person wrote.
 */
const DEVICE_SENT =
  /^[<("'*_\s]{0,4}(?:sent (?:from|via|with|by|using)|from my|enviado (?:desde|do|da|de|a partir)|enviada? (?:do|da|pelo)|envoyé (?:depuis|de|à partir|par|avec)|envoye depuis|gesendet (?:von|mit|via|aus)|von meinem?|von unterwegs|verstuurd vanaf|verzonden (?:vanaf|met|via|door|vanuit)|inviato (?:da|dal|con)|skickat? från|skickades från|sendt fra|sendt med|lähetetty|wysłane (?:z|za)|wysłano (?:z|za)|odesláno (?:z|ze)|odoslané (?:z|zo)|отправлено (?:с|из)|надіслано (?:з|із)|изпратено от|gönderildi|küldve|elküldve|trimis (?:de pe|din)|dikirim dari|được gửi từ|đã gửi từ|poslano (?:z|s|sa)|išsiųsta iš|στάλθηκε από|εστάλη από|נשלח מ|مرسل من|أرسلت من|發送自|發自|发自|从我的|從我的|寄自|送信元|나의|someone from)(?=[\s:：]|我|$|ה|ה)/iu;
const DEVICE_WORD =
  /iphon|ipad|ipod|android|galaxy|samsung|huawei|xiaomi|nokia|lumia|blackberry|htc|alcatel|motorola|oneplus|pixel|sony|windows|outlook|mail(?:box)?\b|gmail|yahoo|hotmail|airmail|typeapp|protonmail|proton|spark|thunderbird|k-9|bluemail|aquamail|mobil|handy|smartphone|smart phone|phone|cell|tablet|device|mobile|telefon|téléphone|teléfono|telefone|telefono|telefoon|puhelime|telefonu|телефон|смартфон|мобільн|мобильн|verizon|t-mobile|at&t|vodafone|ti-85|my mac\b|mijn mac|meinem mac|手机|手機|携帯|휴대/iu;
const DEVICE_OTHER =
  /^(?:get (?:\[)?outlook for|outlook für (?:ios|android) (?:beziehen|herunterladen)|télécharger outlook pour|obtenir outlook pour|obtener outlook para|obter (?:o )?outlook para|scarica outlook per|download outlook voor|diese nachricht wurde von meinem|diese e-?mail wurde von meinem|cet e-?mail a été envoyé depuis|dit bericht is verzonden vanaf|[从從]我的.{1,20}(?:傳送|发送|傳送|寄出)|.{0,6}iPhoneから送信|.{0,20}から送信|내 .{1,20}에서 보냄|나의 .{1,20}에서 보냄|.{1,20}에서 보냄|.{0,40}(?:cihazımdan|telefonumdan|iphone'umdan|ipad'imden) gönderildi|.{1,20}-?(?:ról|ről) küldve|sent using the|この.{1,20}から送信)/iu;

/** Whole-line device signatures only: a sentence that mentions a telephone is text. */
export function isDeviceSignature(line: string): boolean {
  if (line === "" || line.length > 160) return false;
  if (DEVICE_OTHER.test(line)) return true;
  const sent = DEVICE_SENT.exec(line);
  if (!sent) return false;
  const rest = line
    .slice(sent[0].length)
    .replace(/<?https?:[^\s>]{1,200}>?/g, "")
    .replace(/[[\]()<>*_]/g, " ");
  const device = (rest.split(/[,.;!]/)[0] ?? "").trim();
  const words = device === "" ? 0 : device.split(/\s+/).length;
  if (!DEVICE_WORD.test(device))
    return (
      words <= 5 &&
      rest.trim() === device &&
      /^(?:my|meinem|mon|mijn|min|moj\w*|mi|meu|mio)\s.{0,60}[A-Z0-9]/.test(device)
    );
  return words <= 9 && !/\b(?:to (?:all|our|the|you)|users|customers|is|was|were)\b/i.test(device);
}

/** The line above a signature: "-- " (RFC 3676 §4.3), "--" alone, or the underscores above a list's footer. */
export function isSignatureLine(raw: string): boolean {
  return /^(?:--|_{2,80})\s{0,3}$/.test(raw);
}
