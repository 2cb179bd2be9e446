/** What has happened to one conversation, newest first: deeds, never words. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { t } from "../i18n.ts";
import { Modal } from "../look/modal.tsx";
import { When } from "../look/when.tsx";
import { ask } from "../queries.ts";
import { sayDeed } from "../settings/say-deed.ts";
import { useNaming } from "../settings/use-naming.ts";

export default function History({
  conversationId,
  onClose,
}: {
  conversationId: number;
  onClose: () => void;
}): ReactNode {
  const lines = useQuery(ask.conversationLog(conversationId)).data?.items;
  const say = useNaming();
  const newestFirst = [...(lines ?? [])].sort((a, b) => b.id - a.id);
  return (
    <Modal title={t("history.title", { number: conversationId })} onClose={onClose}>
      {lines?.length === 0 ? <p className="text-soft">{t("history.empty")}</p> : null}
      <ol>
        {newestFirst.map((line) => (
          <li key={line.id} className="flex items-baseline gap-3 border-t py-2 first:border-t-0">
            <span className="min-w-0 flex-1">
              <span className="font-medium">{line.personId ? say.person(line.personId) : t("log.heard-itself")}</span>{" "}
              {sayDeed(line, say)}
            </span>
            <When at={line.at} className="shrink-0 text-soft text-sm" />
          </li>
        ))}
      </ol>
    </Modal>
  );
}
