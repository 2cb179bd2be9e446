/** What an attack is, and how it becomes a mail. Sends nothing and judges nothing. */

/**
 * One thing a stranger tries. In every string `%JS%` stands for a script that gives itself away, `%URL%` for an address at
 * the stranger's server, `%ID%` for the attack's number: whatever gets through can be told from every other attack.
 */
export interface Attack {
  readonly family: string;
  /** An HTML body, or a piece of one. */
  readonly html?: string;
  /** A plain-text body. */
  readonly text?: string;
  /** As it stands in the header, unencoded and unchecked. */
  readonly subject?: string;
  /** The display name, as it stands in the header. */
  readonly from?: string;
  /** More header lines. */
  readonly headers?: readonly string[];
  /** Content-Type and body of the mail itself, where the attack is the shape of the mail. */
  readonly whole?: { readonly type: string; readonly body: string | Buffer };
  readonly attachments?: readonly { readonly headers: readonly string[]; readonly body: string | Buffer }[];
}

/** Sets a mark on the top page and opens a dialog: seen from the same origin, and seen from any other. No quotes, no spaces. */
const SCRIPT = "alert(top.owned=%ID%)";

export const EVIL_HOST = "evil.test";

const fillIn = (text: string, id: number): string =>
  text
    .replaceAll("%JS%", SCRIPT)
    .replaceAll("%URL%", `http://${EVIL_HOST}/%ID%`)
    .replaceAll("%HOST%", `${EVIL_HOST}/%ID%`)
    .replaceAll("%ID%", String(id));

const filled = (body: string | Buffer, id: number): Buffer =>
  typeof body === "string" ? Buffer.from(fillIn(body, id)) : body;

/** The HTML of an attack as a browser without any fence would be given it. */
export const bareHtml = (attack: Attack, id: number): string => fillIn(attack.html ?? "", id);

export interface Envelope {
  readonly id: number;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  readonly inReplyTo: string | undefined;
}

/**
 * The raw mail. An HTML attack stands in it twice, above and inside the quoted history, so that the folded part is attacked
 * too; a picture of the stranger's stands above, so that there is always something to ask for.
 */
export function mailOf(attack: Attack, { id, from, to, subject, messageId, inReplyTo }: Envelope): Buffer {
  const lines = [
    fillIn(`From: ${attack.from ?? "Mallory"} <${from}>`, id),
    `To: ${to}`,
    fillIn(`Subject: ${attack.subject ?? subject}`, id),
    `Message-ID: ${messageId}`,
    ...(inReplyTo ? [`In-Reply-To: ${inReplyTo}`, `References: ${inReplyTo}`] : []),
    `Date: ${new Date().toUTCString()}`,
    "MIME-Version: 1.0",
    ...(attack.headers ?? []).map((line) => fillIn(line, id)),
  ];
  const { type, body } = attack.whole
    ? { type: fillIn(attack.whole.type, id), body: filled(attack.whole.body, id) }
    : bodyOf(attack, id);
  if (!attack.attachments)
    return Buffer.concat([Buffer.from(`${[...lines, `Content-Type: ${type}`].join("\r\n")}\r\n\r\n`), body]);
  const line = `edge-${id}`;
  return Buffer.concat([
    Buffer.from(`${[...lines, `Content-Type: multipart/mixed; boundary="${line}"`].join("\r\n")}\r\n\r\n`),
    Buffer.from(`--${line}\r\nContent-Type: ${type}\r\n\r\n`),
    body,
    ...attack.attachments.flatMap((part) => [
      Buffer.from(`\r\n--${line}\r\n${part.headers.map((each) => fillIn(each, id)).join("\r\n")}\r\n\r\n`),
      filled(part.body, id),
    ]),
    Buffer.from(`\r\n--${line}--\r\n`),
  ]);
}

function bodyOf({ html, text }: Attack, id: number): { type: string; body: Buffer } {
  if (html === undefined) return { type: "text/plain; charset=utf-8", body: filled(text ?? `Attack %ID%`, id) };
  const page = `<p>Attack %ID%</p><img src="%URL%.png" alt="">${html}<p>end</p><div class="gmail_quote"><div class="gmail_attr">On Mon, 5 Jan 2026 at 10:00, Help &lt;help@shop.test&gt; wrote:</div><blockquote class="gmail_quote">old ${html}</blockquote></div>`;
  return { type: "text/html; charset=utf-8", body: filled(page, id) };
}
