/**
 * Writing an answer, a note to colleagues, or a forward. The customer's words stay in view above; what is typed is kept as it
 * is typed; it leaves with Mod-Enter, and can be taken back for a moment.
 */
import type { EditorState } from "prosemirror-state";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ConversationWhole } from "../../contract/index.ts";
import { Margin } from "../coach/margin.tsx";
import { coachMarks } from "../coach/marks.ts";
import { useCoach } from "../coach/use-coach.ts";
import type { Writing } from "../desk/conversation.tsx";
import { LaterPick } from "../desk/later-pick.tsx";
import { AskedElsewhere } from "../desk/reply-bar.tsx";
import { useCommands } from "../frame/commands.ts";
import { t } from "../i18n.ts";
import { AskText } from "../look/ask-text.tsx";
import { tellProblem } from "../look/toasts.tsx";
import { fillSnippet, unfilledIn } from "../snippet/fill-snippet.ts";
import { useMailboxes, useMe } from "../viewer.ts";
import { ComposerFoot } from "./composer-foot.tsx";
import { ComposerHead } from "./composer-head.tsx";
import {
  insertHtml,
  insertNode,
  insertText,
  isBlank,
  letterHtml,
  letterText,
  mentionsIn,
  replaceLetter,
} from "./editor.ts";
import { setLink } from "./formats.ts";
import { MentionPick, SnippetPick } from "./insert-picks.tsx";
import { ElsewhereStrip, MeanwhileStrip } from "./strips.tsx";
import { Toolbar } from "./toolbar.tsx";
import { hrefFrom } from "./typed-link.ts";
import { useDraft } from "./use-draft.ts";
import { useEditor } from "./use-editor.ts";
import { useMeanwhile } from "./use-meanwhile.ts";
import { type SendOptions, useSend } from "./use-send.ts";

interface ComposerProps {
  readonly whole: ConversationWhole;
  readonly kind: Writing;
  readonly onKind: (kind: Writing) => void;
  readonly onClose: () => void;
  readonly onLeave: () => void;
  readonly onShow: (messageId: number) => void;
}
type Over = "snippet" | "mention" | "link" | "later" | "next-update" | null;

const INLINE = /^image\/(?:png|jpe?g|gif|webp)$/;

export default function Composer({ whole, kind, onKind, onClose, onShow }: ComposerProps): ReactNode {
  const me = useMe();
  const row = whole.conversation;
  const mailbox = useMailboxes().find((one) => one.id === (whole.replyTo.mailboxId ?? row.mailboxIds[0]));
  const meanwhile = useMeanwhile(whole);
  const draft = useDraft(whole, kind, meanwhile.seenMessageId);
  const sending = useSend(whole, kind, draft, onClose);
  const [over, setOver] = useState<Over>(null);
  const [uploading, setUploading] = useState(0);
  const [blocked, setBlocked] = useState<string | null>(null);
  const picked = useRef(false);
  // An answer is the word that was promised; the next one is promised anew, or not.
  const [nextUpdateDueAt, setNextUpdateDueAt] = useState<string | null>(null);

  const upload = async (files: readonly File[]): Promise<void> => {
    setUploading((count) => count + files.length);
    try {
      for (const added of await draft.upload(files)) {
        if (INLINE.test(added.type) && kind !== "note" && view.current)
          insertNode(view.current, "image", { src: `/api/v1/attachments/${added.id}`, alt: added.name });
      }
    } catch (problem) {
      tellProblem(problem);
    } finally {
      setUploading((count) => count - files.length);
    }
  };

  const send = (more: Partial<SendOptions> = {}): void => {
    const state = view.current?.state;
    if (!state) return;
    const open = unfilledIn(letterText(state));
    const said = blockedBecause(state, open);
    setBlocked(said);
    if (said) {
      view.current?.focus();
      return;
    }
    void sending.send({
      html: letterHtml(state),
      mentions: mentionsIn(state),
      seenMessageId: meanwhile.seenMessageId(),
      nextUpdateDueAt,
      ...more,
    });
  };
  const blockedBecause = (state: EditorState, open: readonly string[]): string | null => {
    if (uploading > 0) return t("composer.uploading");
    if (isBlank(state) && draft.attachments.length === 0) return t("composer.blank");
    if (open.length > 0) return t("composer.unfilled", { variables: open.join(", ") });
    if (kind !== "note" && draft.fields.to.length === 0) return t("composer.no-recipient");
    return null;
  };

  const { place, view, state } = useEditor({
    label: t(`composer.label.${kind}`),
    placeholder: t(`composer.placeholder.${kind}`),
    html: draft.fields.html,
    onChange: () => {
      setBlocked(null);
      if (view.current) draft.change({ html: letterHtml(view.current.state) });
    },
    onSend: () => send(),
    onSendOpen: () => send({ afterwards: "open" }),
    onEscape: onClose,
    onFiles: (files) => void upload(files),
    onSlash: () => open("snippet"),
    onAt: () => kind === "note" && open("mention"),
    onLink: () => void open("link"),
    plugins: [coachMarks],
  });
  const coach = useCoach({ view, state, whole, letterKey: draft.fields.key, isReply: kind === "reply" });
  const open = (what: Over): boolean => {
    picked.current = false;
    setOver(what);
    return true;
  };
  /** Nothing was chosen, so the character that was typed stands for itself. */
  const closePick = (character: string): void => {
    setOver(null);
    setTimeout(() => {
      if (!picked.current && view.current) insertText(view.current, character);
    }, 30);
  };

  useEffect(() => {
    if (kind !== "forward") view.current?.focus();
  }, [kind, view]);
  useCommands([
    {
      id: "send",
      title: t(kind === "note" ? "composer.add-note" : "composer.send"),
      group: t("group.writing"),
      keys: "mod+enter",
      whileTyping: true,
      run: () => send(),
    },
    ...(kind === "note"
      ? []
      : [
          {
            id: "send-open",
            title: t("composer.send-open"),
            group: t("group.writing"),
            keys: "mod+shift+enter",
            whileTyping: true,
            run: () => send({ afterwards: "open" }),
          },
          {
            id: "send-later",
            title: t("composer.send-later"),
            group: t("group.writing"),
            run: () => void open("later"),
          },
        ]),
    { id: "snippet", title: t("snippets.insert"), group: t("group.writing"), run: () => void open("snippet") },
  ]);

  const heldBack = sending.heldBack;
  return (
    <section
      aria-label={t(`composer.label.${kind}`)}
      className={`coach-room flex max-h-[62%] min-h-0 flex-col border-t shadow-[0_-8px_24px_-16px_var(--shade)] max-sm:max-h-[78%] print-hidden ${kind === "note" ? "bg-note" : "bg-raised"}`}
    >
      <MeanwhileStrip
        arrived={meanwhile.arrived}
        isHeldBack={heldBack !== null}
        onLook={() => {
          const first = meanwhile.arrived[0] ?? whole.messages.at(-1);
          meanwhile.look();
          sending.forget();
          if (first) onShow(first.id);
        }}
        onAnyway={() => heldBack && void sending.send({ ...heldBack, anyway: true })}
      />
      {draft.other ? (
        <ElsewhereStrip
          other={draft.other}
          onKeepMine={draft.keepMine}
          onTakeOther={() => {
            const taken = draft.takeOther();
            if (taken && view.current) replaceLetter(view.current, taken.html);
          }}
        />
      ) : null}
      <ComposerHead kind={kind} draft={draft} onKind={onKind} onClose={onClose} />
      {kind === "reply" ? (
        <div className="px-5 sm:px-8">
          <div className="mx-auto max-w-[42rem]">
            <AskedElsewhere whole={whole} />
          </div>
        </div>
      ) : null}
      <div className="coach-ground">
        <div className="coach-sheet px-5 py-3 sm:px-8">
          <div ref={place} className="mx-auto max-w-[42rem]" />
        </div>
        {coach ? <Margin coach={coach} /> : null}
      </div>
      <ComposerFoot
        kind={kind}
        draft={draft}
        mailbox={mailbox}
        signatureHtml={mailbox?.signatureHtml || me.signatureHtml}
        uploading={uploading}
        problem={blocked ?? sending.problem}
        isSending={sending.isSending}
        nextUpdateDueAt={nextUpdateDueAt}
        onNextUpdate={() => void open("next-update")}
        onNoNextUpdate={() => setNextUpdateDueAt(null)}
        onSend={() => send()}
        onSendOpen={() => send({ afterwards: "open" })}
        onLater={() => void open("later")}
        onDiscarded={onClose}
        toolbar={
          <Toolbar
            view={view.current}
            state={state}
            onLink={() => void open("link")}
            onFiles={(files) => void upload(files)}
            onSnippet={() => {
              open("snippet");
              picked.current = true;
            }}
          />
        }
      />
      {over === "snippet" ? (
        <SnippetPick
          mailboxIds={row.mailboxIds}
          onClose={() => closePick("/")}
          onPick={(snippet) => {
            picked.current = true;
            if (!view.current) return;
            const filled = fillSnippet(snippet.html, {
              customer: row.customer,
              agent: me,
              conversation: { number: row.id, subject: row.subject },
              mailbox: { name: mailbox?.name ?? "", address: mailbox?.address ?? "" },
            });
            insertHtml(view.current, filled);
          }}
        />
      ) : null}
      {over === "mention" ? (
        <MentionPick
          onClose={() => closePick("@")}
          onPick={(person) => {
            picked.current = true;
            if (!view.current) return;
            insertNode(view.current, "mention", { person: person.id, name: person.name });
            insertText(view.current, " ");
          }}
        />
      ) : null}
      {over === "link" ? (
        <AskText
          title={t("link.title")}
          label={t("link.address")}
          action={t("link.do")}
          mayBeEmpty
          onClose={() => setOver(null)}
          onDone={async (typed) => {
            if (view.current) setLink(hrefFrom(typed))(view.current.state, view.current.dispatch);
          }}
        />
      ) : null}
      {over === "later" ? (
        <LaterPick
          label={t("composer.send-later")}
          note={t("composer.later-note")}
          onClose={() => setOver(null)}
          onPick={(at) => send({ sendAt: at })}
        />
      ) : null}
      {over === "next-update" ? (
        <LaterPick
          label={t("next-update.title")}
          note={t("next-update.note")}
          onClose={() => setOver(null)}
          onPick={(at) => setNextUpdateDueAt(at.toISOString())}
        />
      ) : null}
    </section>
  );
}
