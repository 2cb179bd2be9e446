/**
 * Writing an answer, a note to colleagues, or a forward. The customer's words stay in view above; what is typed is kept as it
 * is typed; it leaves with Mod-Enter, and can be taken back for a moment.
 */
import { type ReactNode, useEffect, useState } from "react";
import type { ConversationWhole } from "../../contract/index.ts";
import { LetterGround } from "../coach/letter-ground.tsx";
import { coachMarks } from "../coach/marks.ts";
import type { Writing } from "../desk/conversation.tsx";
import { AskedElsewhere } from "../desk/reply-bar.tsx";
import { useCommands } from "../frame/commands.ts";
import { t } from "../i18n.ts";
import { PromisesAlong, usePromisesAlong } from "../promise/promises-along.tsx";
import { useMailboxes, useMe } from "../viewer.ts";
import { ComposerFoot } from "./composer-foot.tsx";
import { ComposerHead } from "./composer-head.tsx";
import { deliverAnswer } from "./deliver-answer.ts";
import { answerPlace } from "./draft-places.ts";
import { replaceLetter } from "./editor.ts";
import { Gate } from "./gate-strip.tsx";
import { SheetPicks } from "./sheet-picks.tsx";
import { ElsewhereStrip, MeanwhileStrip } from "./strips.tsx";
import { useDraft } from "./use-draft.ts";
import { useMeanwhile } from "./use-meanwhile.ts";
import { type SendOptions, useSend } from "./use-send.ts";
import { useSheet } from "./use-sheet.ts";

interface ComposerProps {
  readonly whole: ConversationWhole;
  readonly kind: Writing;
  readonly onKind: (kind: Writing) => void;
  readonly onClose: () => void;
  readonly onLeave: () => void;
  readonly onShow: (messageId: number) => void;
}

export default function Composer({ whole, kind, onKind, onClose, onShow }: ComposerProps): ReactNode {
  const me = useMe();
  const row = whole.conversation;
  const mailbox = useMailboxes().find((one) => one.id === (whole.replyTo.mailboxId ?? row.mailboxIds[0]));
  const meanwhile = useMeanwhile(whole);
  const draft = useDraft(answerPlace(whole, kind, meanwhile.seenMessageId));
  // An answer is the word that was promised; the next one is promised anew, or not.
  const [nextUpdateDueAt, setNextUpdateDueAt] = useState<string | null>(null);
  const sending = useSend(draft, {
    ...deliverAnswer({
      whole,
      kind,
      draft,
      undoSeconds: me.undoSeconds,
      nextUpdateDueAt,
      promises: () => along.settled,
      seen: meanwhile.seenMessageId,
    }),
    onDone: onClose,
  });

  const send = (more: Partial<SendOptions> = {}): void => {
    const letter = sheet.ready();
    if (letter) void sending.send({ ...letter, ...more });
  };
  const sheet = useSheet({
    label: t(`composer.label.${kind}`),
    placeholder: t(`composer.placeholder.${kind}`),
    draft,
    isNote: kind === "note",
    missing: () => (kind !== "note" && draft.fields.to.length === 0 ? t("composer.no-recipient") : null),
    onSend: () => send(),
    onSendOpen: () => send({ afterwards: "open" }),
    onEscape: onClose,
    plugins: [coachMarks],
  });
  const { view, state, open } = sheet;
  const along = usePromisesAlong(whole, view, kind === "reply" && state !== null);

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
  // The draft in the other window was this answer, and has left.
  const answeredMyself = meanwhile.arrived.some((one) => one.personId === me.id);
  return (
    <section
      aria-label={t(`composer.label.${kind}`)}
      className={`coach-room flex max-h-[62%] min-h-0 flex-col border-t shadow-[0_-8px_24px_-16px_var(--shade)] max-sm:max-h-[78%] print-hidden ${kind === "note" ? "bg-note" : "bg-raised"}`}
    >
      <MeanwhileStrip
        // What is on its way from this very sheet has not arrived from elsewhere.
        arrived={sending.isSending ? [] : meanwhile.arrived}
        isHeldBack={heldBack !== null}
        onLook={() => {
          const first = meanwhile.arrived[0] ?? whole.messages.at(-1);
          if (answeredMyself) draft.keepMine();
          meanwhile.look();
          sending.forget();
          if (first) onShow(first.id);
        }}
        onAnyway={() => heldBack && void sending.send({ ...heldBack, anyway: true })}
      />
      {draft.other && !answeredMyself ? (
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
      <LetterGround
        place={sheet.place}
        view={view}
        state={state}
        whole={whole}
        letterKey={draft.fields.key}
        isReply={kind === "reply"}
      />
      <Gate sending={sending} view={view} />
      {sending.gate ? null : (
        <footer className="px-5 pt-1 pb-3 sm:px-8">
          {kind === "reply" ? (
            <div className="mx-auto mb-1.5 max-w-[42rem]">
              <PromisesAlong {...along} />
            </div>
          ) : null}
          <ComposerFoot
            kind={kind}
            sheet={sheet}
            mailbox={mailbox}
            problem={sheet.blocked ?? sending.problem}
            isSending={sending.isSending}
            nextUpdateDueAt={nextUpdateDueAt}
            onNoNextUpdate={() => setNextUpdateDueAt(null)}
            onSend={() => send()}
            onSendOpen={() => send({ afterwards: "open" })}
            onDiscarded={onClose}
          />
        </footer>
      )}
      <SheetPicks
        sheet={sheet}
        mailboxIds={row.mailboxIds}
        facts={{
          customer: row.customer,
          agent: me,
          conversation: { number: row.id, subject: row.subject },
          mailbox: { name: mailbox?.name ?? "", address: mailbox?.address ?? "" },
        }}
        onLater={(at) => send({ sendAt: at })}
        onNextUpdate={(at) => setNextUpdateDueAt(at.toISOString())}
      />
    </section>
  );
}
