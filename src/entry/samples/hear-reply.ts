/**
 * Reads a mail of the desk the way its customer does: which of their stories it belongs to, whether a person wrote it, and
 * which words are new. It judges nothing.
 */
import PostalMime, { type Address, type Email } from "postal-mime";
import type { Story } from "./story.ts";
import { latestMark, type Mark } from "./turn.ts";

export interface HeardReply {
  readonly messageId: string;
  readonly references: readonly string[];
  readonly subject: string;
  readonly from: { readonly name: string; readonly address: string };
  /** Where an answer goes. */
  readonly replyTo: string;
  readonly recipients: readonly string[];
  /** The whole text, for quoting, and only the new words, for judging. */
  readonly text: string;
  readonly newWords: string;
  readonly date: Date | undefined;
  readonly automatic: boolean;
  readonly mark: Mark | undefined;
}

const plainAddress = (one: Address | undefined): string => one?.address ?? "";

/** Parses a mail that the sink caught. */
export async function hearReply(raw: Uint8Array): Promise<HeardReply> {
  const mail = await PostalMime.parse(raw);
  const text = textOf(mail);
  const references = (mail.references ?? "").split(/\s+/).filter((id) => id !== "");
  const replyTo = plainAddress(mail.replyTo?.[0]) || plainAddress(mail.from);
  const date = mail.date === undefined ? undefined : new Date(mail.date);
  return {
    messageId: mail.messageId ?? "",
    references,
    subject: mail.subject ?? "",
    from: { name: mail.from?.name || plainAddress(mail.from), address: plainAddress(mail.from) },
    replyTo,
    recipients: [...(mail.to ?? []), ...(mail.cc ?? [])].map((one) => plainAddress(one).toLowerCase()),
    text,
    newWords: newWordsOf(text),
    date: date === undefined || Number.isNaN(date.getTime()) ? undefined : date,
    automatic: mail.headers.some(({ key, value }) => key === "auto-submitted" && value.trim().toLowerCase() !== "no"),
    mark: latestMark(mail.inReplyTo ?? "", references.join(" ")),
  };
}

function textOf(mail: Email): string {
  if (mail.text !== undefined && mail.text.trim() !== "") return mail.text.replace(/\r\n/g, "\n").trim();
  const html = (mail.html ?? "").slice(0, 200_000);
  return html
    .replace(/<(br|\/p|\/div|\/li)[^<>]{0,200}>/gi, "\n")
    .replace(/<[^<>]{0,2000}>/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .trim();
}

/** Everything above the quoted history and the signature, as the desk writes them: a `>` line or the line before it, or `-- `. */
export function newWordsOf(text: string): string {
  const lines = text.split("\n");
  let end = lines.findIndex((line) => line.startsWith(">") || line === "-- " || line === "--");
  if (end === -1) end = lines.length;
  if (lines[end]?.startsWith(">")) {
    while (end > 0 && lines[end - 1]?.trim() === "") end -= 1;
    if (end > 0 && /:\s*$/.test(lines[end - 1] ?? "")) end -= 1;
  }
  const signature = lines.slice(0, end).findIndex((line) => line === "-- " || line === "--");
  return lines
    .slice(0, signature === -1 ? end : signature)
    .join("\n")
    .trim();
}

/** A subject without its Re:, Aw:, Fwd: and the like, for the fallback when no id came back. */
export function bareSubject(subject: string): string {
  let bare = subject.trim().toLowerCase();
  for (let turns = 0; turns < 8; turns++) {
    const shorter = bare.replace(/^(re|aw|sv|vs|rép|odp|antw|fwd?|wg|tr)\s?(\[\d{1,3}\])?\s?[:：]\s*/, "");
    if (shorter === bare) break;
    bare = shorter;
  }
  return bare;
}

/** The story among `stories` that this recipient has with this subject. */
export function storyBySubject(
  stories: readonly { story: Story; addresses: readonly string[]; subject: string }[],
  reply: HeardReply,
): Story | undefined {
  const wanted = bareSubject(reply.subject);
  return stories.find(
    ({ addresses, subject }) =>
      bareSubject(subject) === wanted && addresses.some((one) => reply.recipients.includes(one.toLowerCase())),
  )?.story;
}
