/** The words of a message. Quoted history is folded behind a button, never thrown away; HTML goes into its sandbox. */
import { Ellipsis, ImageOff } from "lucide-react";
import { type ReactNode, Suspense, useState } from "react";
import type { Message } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { IconButton } from "../look/icon-button.tsx";
import { HtmlLetter, MailFrame } from "./lazy-parts.ts";
import { PlainLetter } from "./plain-letter.tsx";

const isForwarded = (subject: string): boolean => /^\s*(?:fwd?|wg|tr|rv|vs|doorst)\s*:/i.test(subject);

interface MessageBodyProps {
  readonly message: Message;
  readonly onLetter?: ((letter: HTMLElement | null) => void) | undefined;
}

export function MessageBody({ message, onLetter }: MessageBodyProps): ReactNode {
  // What somebody forwards is not history that stands above already: it is the matter itself.
  const [unfolded, setUnfolded] = useState(message.kind === "inbound" && isForwarded(message.subject));
  const [images, setImages] = useState(false);
  const title = t("message.label", { who: message.from.name || message.from.address });
  const folded = message.foldedText.trim() !== "" || (message.foldedHtml ?? "").trim() !== "";
  const plain = message.kind === "note" && message.replyHtml === null;
  return (
    <>
      {message.hasRemoteImages && !images ? (
        <p className="mb-3 flex flex-wrap items-center gap-x-2 text-soft text-sm print-hidden">
          <ImageOff size={14} aria-hidden="true" />
          {t("message.images-blocked")}
          <button type="button" className="link min-h-6" onClick={() => setImages(true)}>
            {t("message.images-show")}
          </button>
        </p>
      ) : null}
      {images ? (
        <Suspense fallback={null}>
          <MailFrame title={title} page={`/api/v1/messages/${message.id}/page?images=show`} onLetter={onLetter} />
        </Suspense>
      ) : message.replyHtml === null ? (
        <PlainLetter text={message.replyText} face={plain ? "plain" : "serif"} onLetter={onLetter} />
      ) : (
        <Suspense fallback={<PlainLetter text={message.replyText} face="serif" />}>
          <HtmlLetter
            title={title}
            html={message.replyHtml}
            attachments={message.attachments}
            face={message.kind === "note" ? "plain" : "serif"}
            onLetter={onLetter}
          />
        </Suspense>
      )}
      {!images && !message.replyText.trim() && !message.replyHtml?.trim() ? (
        <p className="text-soft">
          {message.attachments.length > 0 ? t("message.only-attachments") : t("message.empty")}
        </p>
      ) : null}
      {folded && !images ? (
        <div className="mt-2">
          <IconButton
            icon={Ellipsis}
            label={unfolded ? t("message.fold") : t("message.unfold")}
            expanded={unfolded}
            onPress={() => setUnfolded(!unfolded)}
            className="!h-6 !w-9 border !border-hair print-hidden"
          />
          {unfolded ? (
            <div className="mt-3 border-l-2 pl-4">
              {message.foldedHtml === null ? (
                <PlainLetter text={message.foldedText} face="serif" quiet />
              ) : (
                <Suspense fallback={null}>
                  <HtmlLetter
                    title={t("message.history")}
                    html={message.foldedHtml}
                    attachments={message.attachments}
                    quiet
                  />
                </Suspense>
              )}
            </div>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
