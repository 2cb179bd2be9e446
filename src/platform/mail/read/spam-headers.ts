/**
 * Reads what the upstream server thought of a mail: SpamAssassin, rspamd, Microsoft, Barracuda and others. A stranger may
 * have written these headers too; they can only make a mail more suspect, never less.
 */
import { headerValue } from "./headers.ts";
import type { ParsedMail } from "./parsed-mail.ts";

export interface SpamOpinion {
  readonly isSpam: boolean;
  /** Points as the server counts them; scales differ. */
  readonly score?: number;
  readonly why: readonly string[];
}

/** Header, and what its value looks like where the server says spam. */
const SAYS_SPAM: readonly (readonly [string, RegExp])[] = [
  ["X-Spam-Flag", /^\s*(?:yes|true|1)\b/i],
  ["X-Spam-Status", /^\s*(?:yes|spam)\b/i],
  ["X-Spam", /^\s*(?:yes|true|spam)\b/i],
  ["X-Spamd-Result", /^\s*[\w-]{1,40}:\s*True\b/i],
  ["X-Rspamd-Action", /^\s*(?:reject|add header|rewrite subject|soft reject)\b/i],
  ["X-Barracuda-Spam-Flag", /^\s*yes\b/i],
  ["X-Barracuda-Spam-Status", /^\s*yes\b/i],
  ["X-DSPAM-Result", /^\s*spam\b/i],
  ["X-Bogosity", /^\s*(?:spam|yes)\b/i],
  ["X-CRM114-Status", /^\s*spam\b/i],
  ["X-Forefront-Antispam-Report", /\b(?:SFV:(?:SPM|SKS|SKB)|SCL:[5-9])\b/],
  ["X-Forefront-Antispam-Report-Untrusted", /\bSFV:SPM\b/],
  ["X-MS-Exchange-Organization-SCL", /^\s*[5-9]\b/],
  ["X-Microsoft-Antispam-Mailbox-Delivery", /\bdest:J\b/],
  ["X-Proofpoint-Spam-Details", /\brule=(?:spam|phish|malware)/i],
  ["X-Mimecast-Spam-Score", /^\s*(?:[7-9]|\d{2,})\b/],
  ["X-Ham-Report", /^\s*spam\b/i],
  ["X-Virus-Status", /^\s*(?:yes|infected)\b/i],
  ["X-VR-SPAMSTATE", /^\s*spam\b/i],
  ["X-Spam-Action", /^\s*(?:reject|junk|quarantine)\b/i],
];
const SCORES: readonly (readonly [string, RegExp])[] = [
  ["X-Spam-Status", /\bscore=(-?\d{1,4}(?:\.\d{1,4})?)/i],
  ["X-Spamd-Result", /\[\s{0,3}(-?\d{1,4}(?:\.\d{1,4})?)\s{0,3}\//],
  ["X-Rspamd-Score", /^\s*(-?\d{1,4}(?:\.\d{1,4})?)/],
  ["X-Spam-Score", /^\s*(-?\d{1,4}(?:\.\d{1,4})?)/],
  ["X-Spam-Bar", /^(\+{1,100})/],
  ["X-Spam-Level", /^(\*{1,100})/],
  ["X-MS-Exchange-Organization-SCL", /^\s*(-?\d{1,2})/],
];

export function spamHeaders(mail: Pick<ParsedMail, "headers">): SpamOpinion {
  const why: string[] = [];
  for (const [name, pattern] of SAYS_SPAM) {
    const value = headerValue(mail.headers, name);
    if (value !== undefined && pattern.test(value)) why.push(`${name}: ${value.slice(0, 100)}`);
  }
  const score = SCORES.map(([name, pattern]) => pattern.exec(headerValue(mail.headers, name) ?? "")?.[1]).find(
    (text) => text !== undefined,
  );
  const points = score === undefined ? undefined : /^[*+]+$/.test(score) ? score.length : Number(score);
  return { isSpam: why.length > 0, why, ...(points === undefined ? {} : { score: points }) };
}
