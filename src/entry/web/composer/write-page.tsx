/** Writing to a customer first: a new conversation. What is typed stays in this browser until it is sent. */
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import type { Address } from "../../contract/index.ts";
import { refreshLists } from "../cache.ts";
import { call } from "../client.ts";
import { useCommands } from "../frame/commands.ts";
import { t } from "../i18n.ts";
import { SelectField } from "../look/field.tsx";
import { sayProblem, tell } from "../look/toasts.tsx";
import { fillSnippet, unfilledIn } from "../snippet/fill-snippet.ts";
import { useMailboxes, useMe } from "../viewer.ts";
import { insertHtml, isBlank, letterHtml, letterText } from "./editor.ts";
import { SnippetPick } from "./insert-picks.tsx";
import { Recipients } from "./recipients.tsx";
import { useEditor } from "./use-editor.ts";

interface Kept {
  readonly to: Address[];
  readonly cc: Address[];
  readonly subject: string;
  readonly html: string;
}
const KEY = "heard.new-letter";
const EMPTY: Kept = { to: [], cc: [], subject: "", html: "" };

function keptLetter(): Kept {
  try {
    return { ...EMPTY, ...(JSON.parse(sessionStorage.getItem(KEY) ?? "{}") as Partial<Kept>) };
  } catch {
    return EMPTY;
  }
}

export function WritePage(): ReactNode {
  const me = useMe();
  const go = useNavigate();
  const mailboxes = useMailboxes();
  const [chosen, setChosen] = useState<number | null>(null);
  const mailbox = mailboxes.find((one) => one.id === chosen) ?? mailboxes[0];
  const [letter, setLetter] = useState(keptLetter);
  const [blocked, setBlocked] = useState<string | null>(null);
  const [picking, setPicking] = useState<"slash" | null>(null);
  const change = (patch: Partial<Kept>): void => setLetter((before) => ({ ...before, ...patch }));
  useEffect(() => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(letter));
    } catch {
      // Storage may be full or forbidden; the letter then lives as long as the page.
    }
  }, [letter]);

  const { place, view } = useEditor({
    label: t("write.title"),
    placeholder: t("composer.placeholder.reply"),
    html: letter.html,
    onChange: () => view.current && change({ html: letterHtml(view.current.state) }),
    onSend: () => send(),
    onSendOpen: () => send(),
    onEscape: () => undefined,
    onFiles: () => setBlocked(t("write.no-files")),
    onSlash: () => {
      setPicking("slash");
      return true;
    },
    onAt: () => false,
    onLink: () => undefined,
  });
  const sending = useMutation({
    mutationFn: () =>
      call("POST /api/v1/conversations", {
        body: {
          mailboxId: mailbox?.id ?? 0,
          to: letter.to,
          cc: letter.cc,
          subject: letter.subject.trim(),
          html: letter.html,
        },
      }),
    onSuccess: ({ conversationId }) => {
      sessionStorage.removeItem(KEY);
      refreshLists();
      tell(t("sent.soon"));
      void go({ to: "/desk/$view/$id", params: { view: "waiting", id: String(conversationId) } });
    },
  });
  const send = (): void => {
    const state = view.current?.state;
    if (!state || sending.isPending) return;
    const open = unfilledIn(letterText(state));
    const said =
      letter.to.length === 0
        ? t("composer.no-recipient")
        : !letter.subject.trim()
          ? t("write.no-subject")
          : isBlank(state)
            ? t("composer.blank")
            : open.length > 0
              ? t("composer.unfilled", { variables: open.join(", ") })
              : null;
    setBlocked(said);
    if (!said) sending.mutate();
  };
  useCommands([
    {
      id: "send",
      title: t("composer.send"),
      group: t("group.writing"),
      keys: "mod+enter",
      whileTyping: true,
      run: send,
    },
  ]);
  const problem = blocked ?? (sending.error ? sayProblem(sending.error) : null);

  return (
    <main className="min-h-0 flex-1 overflow-y-auto bg-sheet px-5 py-8 sm:px-8">
      <div className="mx-auto flex max-w-[42rem] flex-col gap-3">
        <h1 className="title text-2xl leading-8">{t("write.title")}</h1>
        {mailboxes.length > 1 ? (
          <SelectField
            label={t("write.from")}
            value={String(mailbox?.id ?? "")}
            onChange={(value) => setChosen(Number(value))}
            options={mailboxes.map((one) => ({ value: String(one.id), label: `${one.name} <${one.address}>` }))}
          />
        ) : null}
        <div>
          <Recipients label={t("message.to-line")} value={letter.to} onChange={(to) => change({ to })} autoFocus />
          <Recipients label={t("message.cc-line")} value={letter.cc} onChange={(cc) => change({ cc })} />
          <label className="flex items-baseline gap-2 border-b py-1">
            <span className="w-12 shrink-0 text-soft text-sm">{t("message.subject-line")}</span>
            <input
              className="min-h-7 flex-1 bg-transparent outline-none"
              value={letter.subject}
              onChange={(event) => change({ subject: event.target.value })}
            />
          </label>
        </div>
        <div ref={place} className="min-h-60 py-2" />
        {problem ? (
          <p role="alert" className="text-trouble">
            {problem}
          </p>
        ) : null}
        <div className="flex gap-2">
          <button type="button" className="btn btn-do" disabled={sending.isPending || !mailbox} onClick={send}>
            {t("composer.send")}
          </button>
          {mailbox ? null : <p className="self-center text-soft">{t("write.no-mailbox")}</p>}
        </div>
      </div>
      {picking && mailbox ? (
        <SnippetPick
          mailboxIds={[mailbox.id]}
          onClose={() => setPicking(null)}
          onPick={(snippet) => {
            const to = letter.to[0] ?? { name: "", address: "" };
            const facts = { customer: to, agent: me, conversation: { number: 0, subject: letter.subject }, mailbox };
            if (view.current) insertHtml(view.current, fillSnippet(snippet.html, facts));
          }}
        />
      ) : null}
    </main>
  );
}
