/** Whether a new conversation goes to the spam view, and why, in one sentence. Spam is shown there, never dropped. */
import { type ParsedMail, spamHeaders } from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import { knownOfSender } from "../../records/conversation/index.ts";

const SURE = 0.97;

/** @returns the reason it is taken for spam, or undefined. */
export async function judgeSpam(tx: Kysely<Tables>, mail: ParsedMail, sender: string): Promise<string | undefined> {
  const upstream = spamHeaders(mail);
  const isJudged = !upstream.isSpam && mail.class !== "bounce";
  const { isBlocked, spam: learned } = await knownOfSender(tx, sender, isJudged ? `${mail.subject}\n${mail.text}` : "");
  if (isBlocked) return `Mail from ${sender} is blocked.`;
  if (upstream.isSpam) return `The mail server before this desk marked it as spam (${upstream.why.join("; ")}).`;
  if (learned && learned.likelihood >= SURE)
    return `It reads like what this team has marked as spam${learned.because.length ? `: ${learned.because.join(", ")}` : ""}.`;
  return undefined;
}
