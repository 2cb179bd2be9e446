/** What came with a message. Pictures are shown small; everything else is a name, a size, and is saved when asked for. */
import { FileText, Image, Paperclip } from "lucide-react";
import type { ReactNode } from "react";
import type { Attachment, Message } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { saySize } from "../look/say-size.ts";

const PICTURES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

function iconOf(one: Attachment): typeof Paperclip {
  if (one.type.startsWith("image/")) return Image;
  return one.type.startsWith("text/") || one.type === "application/pdf" ? FileText : Paperclip;
}

export function AttachmentList({ message }: { message: Message }): ReactNode {
  // Pictures that stand in the text are not listed again.
  const shown = message.attachments.filter((one) => !(one.inline && message.replyHtml));
  if (shown.length === 0) return null;
  return (
    <ul aria-label={t("attachments.label")} className="mt-4 flex flex-wrap gap-2">
      {shown.map((one) => {
        const Icon = iconOf(one);
        return (
          <li key={one.id} className="min-w-0 max-w-full">
            <a
              href={`/api/v1/attachments/${one.id}`}
              download={one.name}
              className="flex min-h-9 max-w-full flex-col overflow-hidden rounded-md border bg-raised hover:border-line"
            >
              {PICTURES.has(one.type) && one.size < 8_000_000 ? (
                <img
                  src={`/api/v1/attachments/${one.id}`}
                  alt=""
                  loading="lazy"
                  className="h-28 w-full max-w-72 border-b object-cover"
                />
              ) : null}
              <span className="flex min-w-0 items-center gap-2 px-2.5 py-1.5">
                <Icon size={15} aria-hidden="true" className="shrink-0 text-soft" />
                <span className="min-w-0 truncate">{one.name || t("attachments.nameless")}</span>
                <span className="shrink-0 text-soft text-xs">{saySize(one.size)}</span>
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
