/**
 * What a mail shows of the program it was written with: its headers, whether it is HTML, how paragraphs, signatures and
 * pictures look in it. Only looks; the words come from the story.
 */
import { escapeHtml } from "./quoting.ts";
import type { Language, MailProgram, SampleCustomer } from "./story.ts";

interface Looks {
  readonly html: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

export const PROGRAMS: Readonly<Record<MailProgram, Looks>> = {
  gmail: { html: true, headers: {} },
  iphone: { html: false, headers: { "X-Mailer": "iPhone Mail (22H31)", "Mime-Version": "1.0 (1.0)" } },
  outlook: {
    html: true,
    headers: {
      "X-Mailer": "Microsoft Outlook 16.0",
      "X-Priority": "3",
    },
  },
  thunderbird: { html: false, headers: { "User-Agent": "Mozilla Thunderbird" } },
  "apple-mail": { html: true, headers: { "X-Mailer": "Apple Mail (2.3826.700.81)" } },
  android: { html: false, headers: { "X-Mailer": "FairEmail 1.2245" } },
  webmail: { html: false, headers: { "User-Agent": "Roundcube Webmail/1.6.9", "X-Priority": "3 (Normal)" } },
};

const SENT_FROM_PHONE: Readonly<Record<Language, string>> = {
  en: "Sent from my iPhone",
  de: "Von meinem iPhone gesendet",
  fr: "Envoyé de mon iPhone",
  es: "Enviado desde mi iPhone",
  pl: "Wysłane z iPhone'a",
  ja: "iPhoneから送信",
  ar: "أُرسلت من الـ iPhone",
};

/** Programs that put the old `-- ` line above a signature (RFC 3676 §4.3). */
const WITH_DASHES: ReadonlySet<MailProgram> = new Set(["gmail", "thunderbird", "webmail"]);

/** The lines below the letter: the phone's own, and the person's where they keep one. Empty when there are none. */
export function signatureOf(customer: SampleCustomer, program: MailProgram, language: Language): string {
  if (program === "iphone") return SENT_FROM_PHONE[language];
  if (customer.signature === undefined) return "";
  return WITH_DASHES.has(program) ? `-- \n${customer.signature}` : customer.signature;
}

const IMAGE = /\{\{image ([\w.-]{1,60})\}\}/g;

/** In plain text a picture leaves its name, as Gmail does it. */
export function picturesAsText(text: string): string {
  return text.replace(IMAGE, (_, name: string) => `[image: ${name}]`);
}

/** The letter as this program's HTML, with pictures by `cid` (RFC 2392). `cidOf` names the part of a picture. */
export function asProgramHtml(
  text: string,
  signature: string,
  looks: {
    readonly program: MailProgram;
    readonly language: Language;
    readonly cidOf: (file: string) => string;
    readonly signatureCid?: string;
  },
): string {
  const withPictures = (escaped: string): string =>
    escaped.replace(IMAGE, (_, name: string) => `<img src="cid:${looks.cidOf(name)}" alt="${name}">`);
  const paragraphs = text.split(/\n{2,}/).map((one) => withPictures(escapeHtml(one)).replace(/\n/g, "<br>\r\n"));
  const direction = looks.language === "ar" ? "rtl" : "ltr";
  const logo =
    looks.signatureCid === undefined ? "" : `<br><img src="cid:${looks.signatureCid}" alt="" width="120" height="40">`;
  const signed = signature === "" ? "" : escapeHtml(signature).replace(/\n/g, "<br>\r\n") + logo;
  if (looks.program === "outlook") {
    const normal = paragraphs
      .map((one) => `<p class="MsoNormal">${one}<o:p></o:p></p>`)
      .join('\r\n<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\r\n');
    const below =
      signed === ""
        ? ""
        : `\r\n<p class="MsoNormal"><o:p>&nbsp;</o:p></p>\r\n<p class="MsoNormal"><span style="font-size:9.0pt;color:#444444">${signed}</span></p>`;
    return `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style>p.MsoNormal{margin:0cm;font-size:11.0pt;font-family:"Calibri",sans-serif}</style></head><body lang="${looks.language}"><div class="WordSection1">\r\n${normal}${below}\r\n`;
  }
  const body = paragraphs.map((one) => `<div>${one}</div>`).join("\r\n<div><br></div>\r\n");
  const below =
    signed === ""
      ? ""
      : looks.program === "gmail"
        ? `\r\n<div><br></div><div class="gmail_signature" dir="${direction}">${signed}</div>`
        : `\r\n<div><br></div><div>${signed}</div>`;
  return `<html><head><meta charset="utf-8"></head><body><div dir="${direction}">${body}${below}\r\n`;
}

/** Closes what `asProgramHtml` opened. */
export const END_OF_HTML = "</div></body></html>";
