/** Writing to a customer first: a new conversation. The same sheet as for an answer, with its own head. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Draft } from "../../contract/index.ts";
import { refreshLists } from "../cache.ts";
import { call } from "../client.ts";
import { useCommands } from "../frame/commands.ts";
import { t } from "../i18n.ts";
import { SelectField } from "../look/field.tsx";
import { sayProblem } from "../look/toasts.tsx";
import { ask } from "../queries.ts";
import { useMailboxes, useMe } from "../viewer.ts";
import { Addresses } from "./addresses.tsx";
import { ComposerFoot } from "./composer-foot.tsx";
import { letterPlace } from "./draft-places.ts";
import { replaceLetter } from "./editor.ts";
import { Gate } from "./gate-strip.tsx";
import { SheetPicks } from "./sheet-picks.tsx";
import { DraftWord, ElsewhereStrip } from "./strips.tsx";
import { useDraft } from "./use-draft.ts";
import { type SendOptions, tellSent, useSend } from "./use-send.ts";
import { useSheet } from "./use-sheet.ts";

export function WritePage(): ReactNode {
  // Looked at anew each time: it may have been begun, or sent, on another device.
  const letter = useQuery({ ...ask.letter(), gcTime: 0 });
  const [sheets, setSheets] = useState(0);
  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-sheet px-5 py-8 sm:px-8">
      <div className="mx-auto flex max-w-[42rem] flex-col gap-3">
        <h1 className="title text-2xl leading-8">{t("write.title")}</h1>
        {letter.error && !letter.data ? <p className="text-trouble">{sayProblem(letter.error)}</p> : null}
        {letter.data ? (
          <LetterSheet
            key={sheets}
            kept={sheets === 0 ? letter.data.draft : null}
            onDiscarded={() => setSheets(sheets + 1)}
          />
        ) : null}
      </div>
    </main>
  );
}

function LetterSheet({ kept, onDiscarded }: { kept: Draft | null; onDiscarded: () => void }): ReactNode {
  const me = useMe();
  const go = useNavigate();
  const mailboxes = useMailboxes();
  const [place] = useState(() => letterPlace(kept));
  const draft = useDraft(place);
  const { fields, change } = draft;
  const mailbox = mailboxes.find((one) => one.id === fields.mailboxId) ?? mailboxes[0];
  const leaveFor = (id?: number): void =>
    void (id
      ? go({ to: "/desk/$view/$id", params: { view: "waiting", id: String(id) } })
      : go({ to: "/desk/$view", params: { view: "waiting" } }));
  const sending = useSend(draft, {
    deliver: async ({ html, sendAt, reasons = [] }) => {
      const { to, cc, bcc, key } = fields;
      const { conversationId, message } = await call("POST /api/v1/conversations", {
        body: {
          mailboxId: mailbox?.id ?? 0,
          to,
          cc,
          bcc,
          subject: fields.subject.trim(),
          html,
          key,
          sendAt: sendAt?.toISOString() ?? null,
          reasons,
        },
      });
      place.show(null);
      tellSent(message, conversationId, me.undoSeconds);
      leaveFor(conversationId);
    },
    // Whoever finds out here that it left before finds it among those that wait.
    onDone: () => {
      if (draft.state === "left") leaveFor();
    },
    refresh: refreshLists,
  });
  const send = (more: Partial<SendOptions> = {}): void => {
    const letter = sheet.ready();
    if (letter) void sending.send({ ...letter, ...more });
  };
  const sheet = useSheet({
    label: t("write.title"),
    placeholder: t("write.placeholder"),
    draft,
    isNote: false,
    missing: () =>
      fields.to.length === 0
        ? t("composer.no-recipient")
        : !fields.subject.trim()
          ? t("write.no-subject")
          : mailbox
            ? null
            : t("write.no-mailbox"),
    onSend: () => send(),
    onSendOpen: () => send(),
    onEscape: () => undefined,
  });
  const { view } = sheet;
  useCommands([
    {
      id: "send",
      title: t("composer.send"),
      group: t("group.writing"),
      keys: "mod+enter",
      whileTyping: true,
      run: () => send(),
    },
    { id: "snippet", title: t("snippets.insert"), group: t("group.writing"), run: () => void sheet.open("snippet") },
  ]);

  return (
    <>
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
      {mailboxes.length > 1 ? (
        <SelectField
          label={t("write.from")}
          value={String(mailbox?.id ?? "")}
          onChange={(value) => change({ mailboxId: Number(value) })}
          options={mailboxes.map((one) => ({ value: String(one.id), label: `${one.name} <${one.address}>` }))}
        />
      ) : null}
      <Addresses fields={fields} onChange={change} autoFocus={kept === null} />
      <div ref={sheet.place} className="min-h-60 py-2" />
      <Gate sending={sending} view={view} />
      {sending.gate ? null : (
        <ComposerFoot
          kind="letter"
          sheet={sheet}
          mailbox={mailbox}
          problem={sheet.blocked ?? sending.problem}
          isSending={sending.isSending}
          onSend={() => send()}
          onDiscarded={onDiscarded}
        />
      )}
      <p className="min-h-5">
        {fields.html || draft.attachments.length > 0 ? <DraftWord state={draft.state} /> : null}
      </p>
      <SheetPicks
        sheet={sheet}
        mailboxIds={mailbox ? [mailbox.id] : []}
        facts={{
          customer: fields.to[0] ?? { name: "", address: "" },
          agent: me,
          conversation: { number: 0, subject: fields.subject },
          mailbox: { name: mailbox?.name ?? "", address: mailbox?.address ?? "" },
        }}
        onLater={(at) => send({ sendAt: at })}
      />
    </>
  );
}
