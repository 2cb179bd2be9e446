/**
 * Turns the parts of a mail into attachments that are safe to list and to open: named and typed by us, winmail.dat kept
 * and unpacked, invitations and carried mails kept. It never drops a part.
 */
import { safeName, safeType } from "./attachment.ts";
import { summariseCalendar } from "./calendar.ts";
import type { MailAttachment } from "./parsed-mail.ts";
import type { RawPart } from "./read-parts.ts";
import { readWinmail } from "./winmail.ts";

export interface ReadAttachments {
  readonly attachments: readonly MailAttachment[];
  /** Text found inside winmail.dat, "" mostly. */
  readonly winmailText: string;
  readonly winmailHtml: string;
  /** What the invitations say, "" where there is none. */
  readonly calendarText: string;
  readonly problems: readonly string[];
}

const MAX_ATTACHMENTS = 1000;

/** @param html the sanitised HTML, to see which images it shows in place. */
export function readAttachments(parts: readonly RawPart[], html: string): ReadAttachments {
  const attachments: MailAttachment[] = [];
  const problems: string[] = [];
  const summaries: string[] = [];
  const shown = shownContentIds(html);
  let winmailText = "";
  let winmailHtml = "";
  for (const part of parts.slice(0, MAX_ATTACHMENTS)) {
    const attachment = readAttachment(part, attachments.length, shown);
    attachments.push(attachment);
    if (attachment.type === "text/calendar") summaries.push(summariseCalendar(new TextDecoder().decode(part.content)));
    if (attachment.type !== "application/ms-tnef" && !/^winmail\.dat$/i.test(attachment.name)) continue;
    const winmail = readWinmail(part.content);
    if (!winmail) problems.push("The attachment winmail.dat could not be opened.");
    winmailText ||= winmail?.text ?? "";
    winmailHtml ||= winmail?.html ?? "";
    for (const file of winmail?.files ?? []) {
      attachments.push(readAttachment({ ...file, disposition: "attachment" }, attachments.length, shown));
    }
  }
  if (parts.length > MAX_ATTACHMENTS) {
    problems.push(`Only the first ${MAX_ATTACHMENTS} of ${parts.length} parts are listed.`);
  }
  const calendarText = [...new Set(summaries)].filter(Boolean).join("\n\n");
  return { attachments, winmailText, winmailHtml, calendarText, problems };
}

function readAttachment(part: RawPart, index: number, shown: ReadonlySet<string>): MailAttachment {
  const type = safeType(part.type, part.name ?? "", part.content);
  const inline = part.contentId !== undefined && type.startsWith("image/") && shown.has(part.contentId.toLowerCase());
  return {
    name: safeName(part.name, type, index),
    type,
    size: part.content.length,
    content: part.content,
    inline,
    ...(part.contentId ? { contentId: part.contentId } : {}),
  };
}

function shownContentIds(html: string): Set<string> {
  const ids = new Set<string>();
  for (const match of html.matchAll(/src="cid:([^"]{1,500})"/gi)) {
    const id = (match[1] as string).replaceAll("&amp;", "&");
    ids.add(id.toLowerCase());
    try {
      ids.add(decodeURIComponent(id).toLowerCase());
    } catch {
      // A stray percent sign: the id as written is enough.
    }
  }
  return ids;
}
