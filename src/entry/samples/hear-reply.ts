/**
 * Reads a mail of the desk the way its customer does: which of their stories it belongs to, whether a person wrote it, and
 * which words are new. It judges nothing.
 */
import { parseMail } from "../../platform/mail/index.ts";
import type { Story } from "./story.ts";
import { latestMark, type Mark } from "./turn.ts";

export interface HeardReply {
  /** With angle brackets, as are the references; "" when the mail has none. */
  readonly messageId: string;
  readonly references: readonly string[];
  readonly subject: string;
  readonly from: { readonly name: string; readonly address: string };
  /** Where an answer goes. */
  readonly replyTo: string;
  /** In small letters. */
  readonly recipients: readonly string[];
  /** The whole text, for quoting, and only the new words, for judging. */
  readonly text: string;
  readonly newWords: string;
  readonly date: Date | undefined;
  readonly automatic: boolean;
  readonly mark: Mark | undefined;
}

/** Parses a mail that the sink caught. */
export async function hearReply(raw: Uint8Array): Promise<HeardReply> {
  const mail = await parseMail(raw);
  const address = mail.from?.address ?? "";
  return {
    messageId: mail.messageId === undefined ? "" : `<${mail.messageId}>`,
    references: mail.references.map((id) => `<${id}>`),
    subject: mail.subject,
    from: { name: mail.from?.name || address, address },
    replyTo: mail.replyTo[0]?.address ?? address,
    recipients: [...mail.to, ...mail.cc].map((one) => one.address.toLowerCase()),
    text: mail.text.trim(),
    newWords: withoutQuotes(mail.reply),
    date: mail.sentAt,
    // Only what the desk itself says counts: its own ids make every mail of ours look like a machine's to the reader.
    automatic: mail.headers.some(({ name, value }) => name.toLowerCase() === "auto-submitted" && value.trim() !== "no"),
    mark: latestMark(mail.inReplyTo, mail.references),
  };
}

/** What is left when quoted lines go, and with them the line that announces a quote. Answers between the lines stay. */
function withoutQuotes(text: string): string {
  const lines = text.split("\n");
  return lines
    .filter((line, at) => !line.startsWith(">") && !(lines[at + 1]?.startsWith(">") && line.trimEnd().endsWith(":")))
    .join("\n")
    .trim();
}

/** A subject without its Re:, Aw:, Fwd: and the like, for the fallback when no id came back. */
function bareSubject(subject: string): string {
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
  stories: readonly { readonly story: Story; readonly addresses: readonly string[]; readonly subject: string }[],
  reply: Pick<HeardReply, "subject" | "recipients">,
): Story | undefined {
  const wanted = bareSubject(reply.subject);
  return stories.find(
    ({ addresses, subject }) =>
      bareSubject(subject) === wanted && addresses.some((one) => reply.recipients.includes(one.toLowerCase())),
  )?.story;
}
