/**
 * `heard mail inspect FILE…`: one line of JSON for each raw mail, saying what Heard understands of it and why. Needs no
 * database and changes nothing. Files are read in the same limited workers as at intake.
 */
import { readFile } from "node:fs/promises";
import {
  createMailReader,
  type MailReader,
  type ParsedMail,
  readAuthentication,
  readTokens,
  spamHeaders,
  type TokenSecret,
} from "../../platform/mail/index.ts";

export interface MailInspectOptions {
  /** To check the signatures of threading tokens; without it every token counts as not trusted. */
  readonly secret?: TokenSecret;
  /** Names of the team's own mail servers, whose Authentication-Results count. */
  readonly ownServerNames?: readonly string[];
}

/** So many files are read ahead of the one that is printed. */
const AHEAD = 8;

/** Lines come in the order of the files. A file that cannot be read gives a line with `error`. */
export async function mailInspect(
  files: readonly string[],
  out: (line: string) => void,
  options: MailInspectOptions = {},
): Promise<void> {
  const reader = createMailReader();
  try {
    const reading: Promise<object>[] = [];
    for (const [i, file] of files.entries()) {
      reading.push(inspect(reader, file, options));
      if (i >= AHEAD) out(JSON.stringify(await reading[i - AHEAD]));
    }
    for (const line of reading.slice(Math.max(0, files.length - AHEAD))) out(JSON.stringify(await line));
  } finally {
    await reader.close();
  }
}

async function inspect(reader: MailReader, file: string, options: MailInspectOptions): Promise<object> {
  let raw: Uint8Array;
  try {
    raw = await readFile(file);
  } catch (error) {
    return { file, error: `This file cannot be read: ${error instanceof Error ? error.message : "unknown"}` };
  }
  const result = await reader.read(raw);
  return "mail" in result ? { file, ...described(result.mail, options) } : { file, error: result.unreadable };
}

function described(mail: ParsedMail, options: MailInspectOptions): object {
  const { messageId, inReplyTo, references, from, sender, to, cc, replyTo, returnPath, subject, sentAt, text, html } =
    mail;
  const tokens = readTokens(mail, options.secret ?? "").map((token) => (options.secret ? token : unchecked(token)));
  return {
    message: {
      messageId: messageId ?? null,
      inReplyTo,
      references,
      from: from ?? null,
      sender: sender ?? null,
      to,
      cc,
      replyTo,
      returnPath: returnPath ?? null,
      subject,
      date: sentAt?.toISOString() ?? null,
      text,
      html: html ?? null,
      hasRemoteImages: mail.hasRemoteImages,
      attachments: mail.attachments.map(({ content: _content, contentId, ...shown }) => ({
        ...shown,
        contentId: contentId ?? null,
      })),
    },
    reply: mail.reply,
    folded: mail.folded,
    class: mail.class,
    mayAnswerAutomatically: mail.mayAnswerAutomatically,
    bounce: mail.bounce ? { ...mail.bounce, originalMessageId: mail.bounce.originalMessageId ?? null } : null,
    tokens,
    authentication: readAuthentication(mail.headers, options.ownServerNames ?? []),
    spam: spamHeaders(mail),
    why: mail.why,
    problems: mail.problems,
  };
}

function unchecked<Token extends { readonly why: string }>(token: Token): Token & { trusted: false } {
  return {
    ...token,
    trusted: false,
    why: `${token.why.split(";")[0]}; it cannot be checked without the secret of the desk.`,
  };
}
