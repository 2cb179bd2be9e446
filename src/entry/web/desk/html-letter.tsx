/** An HTML message: set as a letter where it is no more than words, otherwise as it was designed, in its frame. */
import { createElement, type ReactNode, useMemo } from "react";
import type { Attachment } from "../../contract/index.ts";
import { MailFrame } from "./mail-frame.tsx";
import { type CleanMail, cleanMail } from "./mail-html.ts";
import type { LetterPart } from "./simple-letter.ts";

interface HtmlLetterProps {
  readonly title: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
  readonly face?: "serif" | "plain";
  readonly quiet?: boolean;
  /** Told what holds the letter each time it is drawn, and null when it is gone. */
  readonly onLetter?: ((letter: HTMLElement | null) => void) | undefined;
}

/** Purifying costs a few milliseconds; a letter that was shown before is not purified again. */
const cleaned = new Map<string, CleanMail>();
function cleanedMail(html: string, attachments: readonly Attachment[]): CleanMail {
  const key = `${html.length}|${attachments.map((one) => one.id).join(",")}|${html}`;
  let found = cleaned.get(key);
  if (!found) {
    found = cleanMail(html, attachments);
    if (cleaned.size > 200) cleaned.clear();
    cleaned.set(key, found);
  }
  return found;
}

/** Makes a letter harmless ahead of its being shown. */
export function prepareLetter(html: string, attachments: readonly Attachment[]): void {
  cleanedMail(html, attachments);
}

/** Elements are made one by one from a short list; no markup of a stranger is ever put into the page as it is. */
function draw(part: LetterPart, key: number): ReactNode {
  if (typeof part === "string") return part;
  const { tag, href, title, dir, isMention, children } = part;
  const leads = href ? { href, title, target: "_blank", rel: "noopener noreferrer" } : {};
  const given = { key, dir, className: isMention ? "mention" : undefined, ...leads };
  return tag === "br" || tag === "hr" ? createElement(tag, { key }) : createElement(tag, given, ...children.map(draw));
}

export default function HtmlLetter({
  title,
  html,
  attachments,
  face = "serif",
  quiet = false,
  onLetter,
}: HtmlLetterProps): ReactNode {
  const mail = useMemo(() => cleanedMail(html, attachments), [html, attachments]);
  const words = useMemo(() => mail.simple?.map(draw), [mail]);
  if (!words) return <MailFrame title={title} mail={mail} face={face} onLetter={onLetter} />;
  return (
    <div
      ref={onLetter}
      className={`letter letter-html ${face === "plain" ? "letter-plain" : ""} ${quiet ? "text-soft" : ""}`}
      dir="auto"
    >
      {words}
    </div>
  );
}
