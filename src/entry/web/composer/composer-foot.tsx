/** Under the text: what goes along with it, what keeps it from leaving, and the buttons. */
import { CalendarClock, ChevronDown, Trash2, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Mailbox } from "../../contract/index.ts";
import type { Writing } from "../desk/conversation.tsx";
import { sayKeys } from "../frame/commands.ts";
import { t } from "../i18n.ts";
import { IconButton } from "../look/icon-button.tsx";
import { MenuButton } from "../look/menu.tsx";
import { saySize } from "../look/say-size.ts";
import { StepDot } from "../look/step-dot.tsx";
import { tellProblem } from "../look/toasts.tsx";
import { When } from "../look/when.tsx";
import { useMe } from "../viewer.ts";
import { Toolbar } from "./toolbar.tsx";
import type { Sheet } from "./use-sheet.ts";

interface FootProps {
  readonly kind: Writing | "letter";
  readonly sheet: Sheet;
  readonly mailbox: Mailbox | undefined;
  readonly problem: string | null;
  readonly isSending: boolean;
  readonly nextUpdateDueAt?: string | null;
  readonly onNoNextUpdate?: () => void;
  readonly onSend: () => void;
  /** Answers only: send, and keep the conversation open. */
  readonly onSendOpen?: () => void;
  readonly onDiscarded: () => void;
}

function Along({ kind, sheet, mailbox, nextUpdateDueAt, onNoNextUpdate }: FootProps): ReactNode {
  const me = useMe();
  const { draft, uploading } = sheet;
  const signatureHtml = mailbox?.signatureHtml || me.signatureHtml;
  const quotes = draft.fields.quotesHistory;
  const signature = new DOMParser()
    .parseFromString(signatureHtml, "text/html")
    .body.textContent?.replace(/\s+/g, " ")
    .trim();
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      {draft.attachments.map((one) => (
        <span key={one.id} className="chip !min-h-6 !border-line max-w-60">
          <span className="truncate text-ink">{one.name}</span> {saySize(one.size)}
          <button
            type="button"
            aria-label={t("attachments.remove", { name: one.name })}
            className="-mr-1.5 grid size-6 place-items-center"
            onClick={() => void draft.removeAttachment(one.id).catch(tellProblem)}
          >
            <X size={12} aria-hidden="true" />
          </button>
        </span>
      ))}
      {uploading > 0 ? <span className="text-soft">{t("attachments.uploading", { count: uploading })}</span> : null}
      {kind === "note" ? null : (
        <>
          {kind === "letter" || (mailbox?.quotesHistory === false && kind === "reply") ? null : (
            <label className="flex min-h-6 items-center gap-1.5 text-soft">
              <input
                type="checkbox"
                checked={quotes}
                onChange={(event) => draft.change({ quotesHistory: event.target.checked })}
              />
              {t("composer.quotes")}
            </label>
          )}
          {signature ? (
            <span className="max-w-44 truncate text-faint" data-tip={signature}>
              {t("composer.signature", { signature })}
            </span>
          ) : null}
          {kind === "reply" ? (
            <span className="flex items-center gap-1.5 text-soft">
              <StepDot step="provide" size={10} fill={nextUpdateDueAt ? "full" : "faint"} />
              <button
                type="button"
                className="min-h-6 rounded-sm underline decoration-dotted underline-offset-4 hover:text-ink"
                onClick={() => sheet.open("next-update")}
              >
                {nextUpdateDueAt ? t("composer.next-update") : t("composer.no-next-update")}
              </button>
              {nextUpdateDueAt ? (
                <>
                  <When at={nextUpdateDueAt} />
                  <IconButton
                    icon={X}
                    label={t("next-update.clear")}
                    onPress={() => onNoNextUpdate?.()}
                    className="!h-6 !w-6"
                  />
                </>
              ) : null}
            </span>
          ) : null}
        </>
      )}
    </div>
  );
}

export function ComposerFoot(props: FootProps): ReactNode {
  const { kind, sheet, onSendOpen } = props;
  const [asksDiscard, setAsksDiscard] = useState(false);
  return (
    <div className="@container mx-auto flex w-full max-w-[42rem] flex-col gap-1.5">
      <Along {...props} />
      {props.problem ? (
        <p role="alert" className="text-trouble">
          {props.problem}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="inline-flex">
          <button
            type="button"
            className={`btn btn-do ${kind === "note" ? "" : "!rounded-r-none"}`}
            disabled={props.isSending}
            data-tip={sayKeys("mod+enter")}
            onClick={props.onSend}
          >
            {kind === "note" ? t("composer.add-note") : t("composer.send")}
          </button>
          {kind === "note" ? null : (
            <MenuButton
              label={t("composer.send-more")}
              icon={ChevronDown}
              className="!w-8 !rounded-l-none !border-l-on-accent/30 !bg-accent !text-on-accent hover:!bg-accent-strong"
              entries={[
                ...(onSendOpen
                  ? [
                      {
                        key: "open",
                        title: t("composer.send-open"),
                        keys: sayKeys("mod+shift+enter"),
                        onPick: onSendOpen,
                      },
                    ]
                  : []),
                {
                  key: "later",
                  title: t("composer.send-later"),
                  icon: CalendarClock,
                  onPick: () => void sheet.open("later"),
                },
              ]}
            />
          )}
        </span>
        <Toolbar
          view={sheet.view.current}
          state={sheet.state}
          onLink={() => void sheet.open("link")}
          onFiles={(files) => void sheet.upload(files)}
          onSnippet={() => {
            sheet.open("snippet");
            sheet.picked.current = true;
          }}
        />
        <span className="ml-auto flex items-center gap-1">
          {asksDiscard ? (
            <span className="flex items-center gap-1">
              <button
                type="button"
                className="btn btn-small btn-grave"
                onClick={() => {
                  void sheet.draft.discard().catch(tellProblem);
                  props.onDiscarded();
                }}
              >
                {t("draft.discard-do")}
              </button>
              <button type="button" className="btn btn-small btn-quiet" onClick={() => setAsksDiscard(false)}>
                {t("cancel")}
              </button>
            </span>
          ) : (
            <IconButton icon={Trash2} label={t("draft.discard")} onPress={() => setAsksDiscard(true)} />
          )}
        </span>
      </div>
    </div>
  );
}
