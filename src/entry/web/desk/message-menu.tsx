/** What can be done with one message: see it as it came, split it off, fold it, note a fact from it. */
import { useNavigate } from "@tanstack/react-router";
import { ChevronsDownUp, Ellipsis, FileCode, Forward, Scissors } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { ConversationRow, Message } from "../../contract/index.ts";
import { refreshConversation, refreshLists } from "../cache.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { AskText } from "../look/ask-text.tsx";
import { MenuButton, type MenuEntry } from "../look/menu.tsx";
import { tell } from "../look/toasts.tsx";
import type { Writing } from "./conversation.tsx";

interface MessageMenuProps {
  readonly message: Message;
  readonly conversation: ConversationRow | undefined;
  readonly onWrite: (kind: Writing) => void;
  readonly onFold: () => void;
}

export function MessageMenu({ message, conversation, onWrite, onFold }: MessageMenuProps): ReactNode {
  const go = useNavigate();
  const [splitting, setSplitting] = useState(false);
  const entries: MenuEntry[] = [
    { key: "fold", title: t("message.close"), icon: ChevronsDownUp, onPick: onFold },
    ...(message.kind === "note"
      ? []
      : [{ key: "forward", title: t("reply-bar.forward"), icon: Forward, onPick: () => onWrite("forward") }]),
    ...(conversation && conversation.messageCount > 1
      ? [{ key: "split", title: t("message.split"), icon: Scissors, onPick: () => setSplitting(true) }]
      : []),
    ...(message.hasSource
      ? [{ key: "source", title: t("message.source"), icon: FileCode, href: `/api/v1/messages/${message.id}/source` }]
      : []),
  ];
  return (
    <>
      <MenuButton label={t("message.menu")} icon={Ellipsis} entries={entries} className="-mt-1 -mr-2" />
      {splitting && conversation ? (
        <AskText
          title={t("split.title")}
          lead={t("split.lead")}
          label={t("split.subject")}
          initial={message.subject || conversation.subject}
          action={t("split.do")}
          onClose={() => setSplitting(false)}
          onDone={async (subject) => {
            const fresh = await call("POST /api/v1/conversations/:id/split", {
              params: { id: conversation.id },
              body: { messageId: message.id, subject },
            });
            refreshConversation(conversation.id);
            refreshLists();
            tell(t("split.done", { number: fresh.id }));
            void go({ to: "/desk/$view/$id", params: { view: "open", id: String(fresh.id) } });
          }}
        />
      ) : null}
    </>
  );
}
