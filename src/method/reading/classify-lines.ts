/**
 * Tells the customer's own lines from what mail programs and copying put around them: greetings, closings, signatures,
 * quoted history, pasted logs. Looks at lines and their neighbours only; what a line means is read elsewhere.
 */
import type { Span } from "../../kit/index.ts";

export type LineKind = "blank" | "prose" | "list-item" | "greeting" | "closing" | "signature" | "quoted" | "log";

/** `end` includes the line break. */
export interface Line extends Span {
  kind: LineKind;
  /** The line without its break and outer white space. */
  readonly words: string;
  /** Where those words begin in the text. */
  readonly wordsAt: number;
}

/** A line longer than this is never a greeting, a closing, a header or part of a signature. */
const SHORT = 80;
/** So many short lines after a closing may be a signature. */
const LONGEST_SIGNATURE = 10;

const CLOSING =
  /^(?:(?:with )?(?:many |very |my |our )?(?:thanks|thank you|thx|cheers|best|all the best|(?:best|kind|kindest|warm|warmest|friendly|good) (?:wishes|regards)|regards|sincerely|yours|yours (?:sincerely|faithfully|truly|ever)|sincerely yours|respectfully|cordially|take care|greetings|ta|xx?o?|bye)(?: (?:again|in advance|so much|very much|and (?:best|kind) (?:wishes|regards)|and regards|a lot|from \p{L}{1,20}))?|(?:mit )?(?:freundlichen?|besten?|herzlichen?|lieben?|schönen?|viele[nr]?|vielen)(?: und (?:freundlichen?|besten?|herzlichen?))? (?:grüßen?|gruß|gruss|grüssen?|dank)|(?:grüße|gruß|gruss|lg|mfg|vg|hochachtungsvoll|vielen dank|danke)(?: (?:aus|und gruß) ?\p{L}{0,20})?|(?:bien )?(?:cordialement|sincèrement|amicalement|respectueusement)(?: vôtre| à vous)?|(?:bien|très) (?:à vous|cordialement)|salutations(?: distinguées)?|merci(?: d'avance| beaucoup| par avance)?|(?:un )?(?:cordial )?(?:saludos?|abrazo)(?: cordial(?:es)?)?|atentamente|gracias(?: de antemano)?|(?:muchas|mil) gracias|cordiali saluti|distinti saluti|grazie(?: mille)?|pozdrawiam(?: serdecznie)?|z poważaniem|met vriendelijke groet(?:en)?|groet(?:en|jes)?|com os melhores cumprimentos|atenciosamente|obrigad[oa]|よろしくお願い(?:いた|致)?します|よろしくお願い申し上げます|مع (?:خالص )?(?:التحية|الشكر|تحياتي)|شكرا(?: جزيلا)?)\s*[,.!،。–-]{0,3}$/iu;

const GREETING =
  /^(?:(?:hi|hiya|hey|hello|hallo|hullo|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|dear|to whom it may concern|moin|servus|grüezi|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rs]?|bonjour|bonsoir|salut|cher|chère|chers|chères|madame|monsieur|messieurs|hola|buenos días|buenas(?: (?:tardes|noches))?|buen día|estimad[oa]s?|querid[oa]s?|ciao|salve|buongiorno|buonasera|gentile|egregio|dzień dobry|cześć|witam|szanowni|szanowny|szanowna|olá|bom dia|boa (?:tarde|noite)|prezad[oa]s?|hoi|goedemorgen|goedemiddag|goedenavond|beste|geachte)(?![\p{L}\p{N}'’-])|お世話になっております|はじめまして|こんにちは|拝啓|السلام عليكم|مرحبا|السادة)/iu;

const QUOTE_HEADER =
  /^(?:-{2,}\s{0,3}(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message transféré|mensaje original|messaggio originale|oryginalna wiadomość)\b|begin forwarded message:|(?:on|am|le|el|il|em|op|dnia)\s.{4,200}(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|napisał\(?a?\)?)(?: .{0,80})?\s?:?$|.{3,100}(?:のメール|が書きました|さんは書きました|كتب)\s?[::]$|_{20,}$)/iu;
const MAIL_HEADER = /^\*?(?:from|von|de|da|od|van|差出人|من)\*?\s?[::]\*?\s.{0,200}(?:@|<)/iu;
const MAIL_HEADER_AFTER =
  /^\*?(?:sent|to|date|subject|cc|gesendet|an|datum|betreff|envoyé|à|date|objet|enviado|para|fecha|asunto|inviato|data|oggetto|wysłano|do|temat|verzonden|aan|onderwerp)\*?\s?[::]/iu;

const SENT_FROM =
  /^(?:sent from (?:my|mail|outlook|yahoo|proton)|get outlook for|von meinem .{1,30} gesendet|gesendet (?:von|mit) |envoyé (?:de(?:puis)?|à partir) |enviado desde |inviato da(?:l mio)? |wysłane z |verzonden vanaf|iphoneから送信)/iu;

const LIST_MARKER =
  /^(?:[-*•·‣▪◦–—]\s+(?=\S)|\(?\d{1,2}[.):]\s+(?=\S)|\(?[a-hA-H]\)\s+(?=\S)|(?:\p{Extended_Pictographic}️?|[✓✔✗✘→])\s+(?=\S))/u;

const LOG =
  /^(?:at [\w$.<>[\]/ ]{1,120}\(|at (?:async )?(?:file|https?|node|webpack)[\w.:/\\-]{1,160}|traceback \(|file "[^"]{1,200}", line \d|caused by: |exception in thread|[\w.$]{2,120}(?:exception|error)(?::|$)|\[?\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d)?|\[?\d\d:\d\d:\d\d[.,\]]|\[?(?:error|warn(?:ing)?|info|debug|trace|fatal)\]?(?::| \[| \d{4}-)|[\w.-]{1,60} \w{1,40}\[\d{1,8}\]:|\$ \S|> ?npm |(?:get|post|put|delete|head) \/\S{0,200} http\/|http\/\d|<\/?[a-z][^>]{0,200}>$|[{}[\]();]{1,4},?$|"[\w-]{1,60}"\s?:|0x[0-9a-f]{4,})/i;
const FENCE = /^(?:```|~~~)/;

/** How long a line may be for the patterns above to look at it whole. */
const LOOKED_AT = 400;

export function classifyLines(text: string): Line[] {
  const lines = cutLines(text);
  markQuotedAndLogs(lines);
  markSignature(lines);
  markGreeting(lines);
  return lines;
}

function cutLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found + 1;
    const whole = text.slice(start, end);
    const words = whole.trim();
    const wordsAt = end - whole.trimStart().length;
    lines.push({
      start,
      end,
      words,
      wordsAt,
      kind: words === "" ? "blank" : LIST_MARKER.test(words) ? "list-item" : "prose",
    });
    start = end;
  }
  return lines;
}

function markQuotedAndLogs(lines: Line[]): void {
  let isFenced = false;
  let isHistory = false;
  for (const [index, line] of lines.entries()) {
    if (line.kind === "blank") continue;
    const words = line.words.length > LOOKED_AT ? line.words.slice(0, LOOKED_AT) : line.words;
    if (isHistory) line.kind = "quoted";
    else if (FENCE.test(words)) {
      line.kind = "log";
      isFenced = !isFenced;
    } else if (isFenced) line.kind = "log";
    else if (words.startsWith(">") && !/^>[:;][-(]/.test(words)) line.kind = "quoted";
    else if (beginsHistory(lines, index, words)) {
      line.kind = "quoted";
      // A marked reply goes on below its quotation; an unmarked one never does.
      isHistory = !nextWords(lines, index).startsWith(">");
    } else if (LOG.test(words)) line.kind = "log";
  }
  // A fence that is never closed is more likely a decoration than a log of everything below it.
  if (isFenced) {
    const open = lines.findLastIndex((line) => FENCE.test(line.words));
    for (const line of lines.slice(open))
      if (line.kind === "log" && !LOG.test(line.words.slice(0, LOOKED_AT))) line.kind = "prose";
  }
}

const nextWords = (lines: readonly Line[], index: number): string => {
  for (let next = index + 1; next < Math.min(index + 4, lines.length); next += 1) {
    const words = (lines[next] as Line).words;
    if (words !== "") return words;
  }
  return "";
};

function beginsHistory(lines: readonly Line[], index: number, words: string): boolean {
  const first = words.charCodeAt(0);
  const isPlain = (first >= 0x61 && first <= 0x7a) || words.length < 4;
  if (isPlain && first !== 0x62 && first !== 0x69) return false;
  if (QUOTE_HEADER.test(words)) return !/^_+$/.test(words) || MAIL_HEADER.test(nextWords(lines, index));
  if (MAIL_HEADER.test(words)) return MAIL_HEADER_AFTER.test(nextWords(lines, index));
  // "On Monday, Ana <ana@…>" is often broken before "wrote:".
  return (
    /^(?:On|Am|Le|El|Il|Em|Op|Dnia) /.test(words) &&
    !/[.!?]$/.test(words) &&
    /\d/.test(words) &&
    words.length <= 200 &&
    /^.{0,100}(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|napisał\(?a?\)?)(?: .{0,60})?:$/u.test(
      nextWords(lines, index).slice(0, LOOKED_AT),
    )
  );
}

function markSignature(lines: Line[]): void {
  let inSignature = false;
  for (const [index, line] of lines.entries()) {
    if (line.kind === "quoted" || line.kind === "log") {
      inSignature = false;
      continue;
    }
    if (line.kind === "blank") continue;
    if (line.words === "--" || line.words === "—" || SENT_FROM.test(line.words.slice(0, SHORT))) {
      line.kind = "signature";
      inSignature ||= line.words === "--" || line.words === "—";
    } else if (inSignature) line.kind = "signature";
    else if (line.words.length <= SHORT && CLOSING.test(line.words)) closeWith(lines, index);
  }
  markBareName(lines);
}

/** "Thanks" is a closing only where nothing but a short block of short lines follows it. A postscript is prose again. */
function closeWith(lines: Line[], closing: number): void {
  const after: Line[] = [];
  for (const line of lines.slice(closing + 1, closing + 1 + LONGEST_SIGNATURE * 2)) {
    if (
      line.kind === "quoted" ||
      line.kind === "log" ||
      line.words === "--" ||
      SENT_FROM.test(line.words.slice(0, SHORT))
    )
      break;
    if (/^(?:ps|p\.s\.|pps)\b/i.test(line.words)) break;
    if (line.kind === "blank") continue;
    const isSentence =
      line.words.length > SHORT ||
      /[?!]$/.test(line.words) ||
      (/[a-zäöüß]{2}\.$/.test(line.words) && line.words.split(" ").length > 3);
    if (isSentence || after.length === LONGEST_SIGNATURE) return;
    after.push(line);
  }
  // A lone "Thanks." as the last line of a mail without a name is what the customer says.
  (lines[closing] as Line).kind = "closing";
  for (const line of after) line.kind = "signature";
}

const NAME =
  /^(?:[-–—~]\s?)?\p{Lu}[\p{L}'’-]{1,20}(?: (?:\p{Lu}\.|\p{Lu}[\p{L}'’-]{1,20}|van|von|de|der|den|bin|al)){0,4},?$/u;

/** A name alone in the last line is a signature even without a closing. */
function markBareName(lines: Line[]): void {
  const own = lines.filter(
    (line) => line.kind !== "blank" && line.kind !== "quoted" && line.kind !== "signature" && line.kind !== "log",
  );
  const last = own.at(-1);
  const before = own.at(-2);
  if (last === undefined || before === undefined || last.kind !== "prose" || last.words.length > 50) return;
  if (!NAME.test(last.words) || before.kind === "closing") return;
  const gap = lines[lines.indexOf(last) - 1];
  const follows = gap === before && /[.!?…:)]$/u.test(before.words);
  const stands = /^[-–—~]/.test(last.words) || gap?.kind === "blank" || follows;
  if (
    stands &&
    !/^(?:thanks|thank you|yes|no|please|ok|okay|help|hello|hi|urgent|danke|merci|gracias)\b/i.test(last.words)
  )
    last.kind = "signature";
}

function markGreeting(lines: Line[]): void {
  const first = lines.findIndex((line) => line.kind !== "blank" && line.kind !== "quoted" && line.kind !== "log");
  const line = lines[first];
  if (line === undefined || (line.kind !== "prose" && line.kind !== "closing")) return;
  if (endOfGreeting(line.words) > 0) line.kind = "greeting";
}

/** How far the greeting at the start of a line reaches; 0 when there is none. "Hi, my lamp broke" greets for four characters. */
export function endOfGreeting(words: string): number {
  const found = GREETING.exec(words.slice(0, SHORT));
  if (found === null) return 0;
  const rest = words.slice(found[0].length, SHORT + 20);
  const mark = /^[^,!.:;،、。–—\n]{0,60}?(?:[,!:;،、。–—]|\.(?!\s?[a-z])|$)/u.exec(rest);
  const said = mark?.[0].replace(/[\p{P}\s]+$/u, "").trim() ?? "";
  // More than a name after "Hello" is already the matter itself: only the word greets.
  if (mark === null || said.split(/\s+/).length > 7 || STARTS_MATTER.test(said))
    return /^[\s\p{L}]/u.test(rest) && !/^dear|^lieb|^cher|^best|^gentile/iu.test(found[0]) ? found[0].length : 0;
  const end = found[0].length + mark[0].length;
  return end;
}

const STARTS_MATTER =
  /(?:^|\s)(?:i|i'm|i’m|i've|i’ve|my|we|our|it|it's|is|are|was|can|could|please|where|when|why|how|what|the|this|that|just|ich|mein\p{L}*|wir|je|j'ai|mon|ma|mi|yo|not|have)(?=\s|$|['’])/iu;
