/**
 * How mail programs quote the mail they answer: the line above the quote, and the quote, as text and as HTML. Each program has
 * its own way and each language its own words, because that is what a desk has to fold away.
 */
import { DateTime } from "luxon";
import type { Language, MailProgram } from "./story.ts";

export interface QuotedMail {
  readonly name: string;
  readonly address: string;
  readonly date: Date;
  readonly text: string;
  /** Whom it was written to and what about, for programs that repeat the headers. */
  readonly to: string;
  readonly subject: string;
}

interface Reader {
  readonly program: MailProgram;
  readonly language: Language;
  readonly timeZone: string;
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** The line above the quoted text, as programs of that language write it. */
function attribution({ name, address, date }: QuotedMail, { language, timeZone }: Reader): string {
  const when = DateTime.fromJSDate(date, { zone: timeZone }).setLocale(language === "en" ? "en-GB" : language);
  const who = `${name} <${address}>`;
  switch (language) {
    case "en":
      return `On ${when.toFormat("d LLL yyyy, 'at' HH:mm")}, ${who} wrote:`;
    case "de":
      return `Am ${when.toFormat("dd.MM.yyyy")} um ${when.toFormat("HH:mm")} schrieb ${who}:`;
    case "fr":
      return `Le ${when.toFormat("d LLL yyyy")} à ${when.toFormat("HH:mm")}, ${who} a écrit :`;
    case "es":
      return `El ${when.toFormat("d LLL yyyy")} a las ${when.toFormat("HH:mm")}, ${who} escribió:`;
    case "pl":
      return `W dniu ${when.toFormat("d.MM.yyyy")} o ${when.toFormat("HH:mm")}, ${who} pisze:`;
    case "ja":
      return `${when.toFormat("yyyy年M月d日(ccc) H:mm")} ${who}:`;
    case "ar":
      return `في ${when.toFormat("yyyy/MM/dd HH:mm")}، كتب ${who}:`;
  }
}

/** The words of Outlook's header block; languages without an entry are shown the English ones. */
const OUTLOOK_WORDS: Partial<
  Record<Language, readonly [rule: string, from: string, sent: string, to: string, subject: string]>
> = {
  de: ["-----Ursprüngliche Nachricht-----", "Von", "Gesendet", "An", "Betreff"],
  fr: ["-----Message d'origine-----", "De", "Envoyé", "À", "Objet"],
  es: ["-----Mensaje original-----", "De", "Enviado el", "Para", "Asunto"],
  pl: ["-----Wiadomość oryginalna-----", "Od", "Wysłano", "Do", "Temat"],
};

function outlookBlock(quoted: QuotedMail, reader: Reader): { rule: string; lines: [label: string, value: string][] } {
  const [rule, from, sent, to, subject] = OUTLOOK_WORDS[reader.language] ?? [
    "-----Original Message-----",
    "From",
    "Sent",
    "To",
    "Subject",
  ];
  const when = DateTime.fromJSDate(quoted.date, { zone: reader.timeZone })
    .setLocale(reader.language === "en" ? "en-GB" : reader.language)
    .toFormat("cccc, d. LLLL yyyy HH:mm");
  return {
    rule,
    lines: [
      [from, `${quoted.name} <${quoted.address}>`],
      [sent, when],
      [to, quoted.to],
      [subject, quoted.subject],
    ],
  };
}

export function quoteAsText(quoted: QuotedMail, reader: Reader): string {
  if (reader.program === "outlook") {
    const { rule, lines } = outlookBlock(quoted, reader);
    return [rule, ...lines.map(([label, value]) => `${label}: ${value}`), "", quoted.text].join("\n");
  }
  const marked = quoted.text
    .split("\n")
    .map((line) => (line === "" || line.startsWith(">") ? `>${line}` : `> ${line}`));
  const gap = reader.program === "iphone" || reader.program === "apple-mail" ? ["> "] : [];
  const above = attribution(quoted, reader);
  if (reader.program === "iphone") return [`> ${above}`, ...gap, ...marked].join("\n");
  return [above, ...(reader.program === "thunderbird" ? [] : [""]), ...marked].join("\n");
}

export function quoteAsHtml(quoted: QuotedMail, reader: Reader): string {
  const body = escapeHtml(quoted.text).replace(/\n/g, "<br>\r\n");
  if (reader.program === "outlook") {
    const lines = outlookBlock(quoted, reader).lines.map(
      ([label, value]) => `<b>${escapeHtml(label)}:</b> ${escapeHtml(value)}`,
    );
    return `<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${lines.join("<br>")}</p></div>\r\n<p class="MsoNormal">${body}</p>`;
  }
  const above = escapeHtml(attribution(quoted, reader));
  if (reader.program === "apple-mail" || reader.program === "iphone")
    return `<div><br><blockquote type="cite"><div>${above}</div><br><div>${body}</div></blockquote></div>`;
  return `<div class="gmail_quote"><div dir="ltr" class="gmail_attr">${above}<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">${body}</blockquote></div>`;
}
