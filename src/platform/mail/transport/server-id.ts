/**
 * Finds the id under which a server keeps a mail, in the words of its last answer: what a postmaster asks for first.
 * The forms are those of Postfix, Exim, sendmail, Gmail, Microsoft 365, Amazon SES and smtp-server; others give undefined.
 */
const FORMS: readonly RegExp[] = [
  /\bqueued as ([A-Za-z0-9._-]+)/i,
  /\bid=([A-Za-z0-9._-]+)/,
  /\bInternalId=(\d+)/,
  /^250 2\.0\.0 OK +\d+ ([A-Za-z0-9._-]+) - gsmtp/,
  /^250 2\.0\.0 ([A-Za-z0-9]{8,}) Message accepted/,
  /^250 Ok ([0-9a-f]{8,}(?:-[0-9a-f]+)*)$/i,
];

/** `response` is the server's answer after the mail, e.g. `250 2.0.0 Ok: queued as 4F2B1`. */
export function serverIdIn(response: string): string | undefined {
  const line = response.slice(0, 500).trim();
  for (const form of FORMS) {
    const id = form.exec(line)?.[1];
    if (id !== undefined) return id.replace(/[.]+$/, "");
  }
  return undefined;
}
