/** The questions that actions ask before they act: who, until when, why, which tag, which mailbox, which other conversation. */
import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { ConversationRow } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { AskText } from "../look/ask-text.tsx";
import { Pick, type PickItem } from "../look/pick.tsx";
import { ask } from "../queries.ts";
import { useMailboxes, useMe, usePeople } from "../viewer.ts";
import type { Choice } from "./conversation-actions.tsx";
import { LaterPick } from "./later-pick.tsx";
import { MergePick } from "./merge-pick.tsx";
import { SpamAsk } from "./spam-ask.tsx";
import type { Actions } from "./use-actions.ts";

interface ChoicesProps {
  readonly choice: Choice;
  readonly row: ConversationRow;
  readonly mergedFrom: readonly number[];
  readonly actions: Actions;
  readonly onClose: () => void;
}

function AssignPick({ row, actions, onClose }: ChoicesProps): ReactNode {
  const me = useMe();
  const people = usePeople().filter((one) => !one.disabled);
  const tick = <Check size={15} aria-hidden="true" className="text-accent" />;
  const items: PickItem[] = [...people]
    .sort((a, b) => Number(b.id === me.id) - Number(a.id === me.id) || a.name.localeCompare(b.name))
    .map((one) => ({
      key: String(one.id),
      title: one.id === me.id ? t("assign.me", { name: one.name }) : one.name,
      detail: one.id === row.assigneeId ? tick : one.invited ? t("assign.invited") : one.email,
      also: one.email,
      onPick: () => void actions.assign(one.id),
    }));
  return (
    <Pick
      label={t("assign.title")}
      items={[...items, { key: "nobody", title: t("assign.nobody"), onPick: () => void actions.assign(null) }]}
      onClose={onClose}
    />
  );
}

function ResolvePick({ actions, onClose }: ChoicesProps): ReactNode {
  const reasons = [
    t("resolve.answered"),
    t("resolve.thanks"),
    t("resolve.no-reply"),
    t("resolve.duplicate"),
    t("resolve.elsewhere"),
  ];
  return (
    <Pick
      label={t("resolve.title")}
      placeholder={t("resolve.placeholder")}
      items={reasons.map((reason) => ({
        key: reason,
        title: reason,
        onPick: () => void actions.setStatus("resolved", { reason }),
      }))}
      otherwise={(reason) => ({
        key: "own",
        title: t("resolve.own", { reason }),
        onPick: () => void actions.setStatus("resolved", { reason }),
      })}
      footer={<p className="text-soft text-sm">{t("resolve.honest")}</p>}
      onClose={onClose}
    />
  );
}

function TagsPick({ row, actions, onClose }: ChoicesProps): ReactNode {
  const known = useQuery(ask.tags()).data?.items.map((one) => one.name) ?? [];
  const all = [...new Set([...row.tags, ...known])];
  const set = (tags: string[]): void => void actions.setTags(tags);
  return (
    <Pick
      label={t("tags.title")}
      placeholder={t("tags.placeholder")}
      empty={t("tags.none")}
      items={all.map((tag) => ({
        key: tag,
        title: tag,
        detail: row.tags.includes(tag) ? t("tags.remove") : undefined,
        onPick: () => set(row.tags.includes(tag) ? row.tags.filter((one) => one !== tag) : [...row.tags, tag]),
      }))}
      otherwise={(tag) =>
        all.some((one) => one.toLowerCase() === tag.toLowerCase())
          ? undefined
          : { key: "new", title: t("tags.add", { tag }), onPick: () => set([...row.tags, tag]) }
      }
      onClose={onClose}
    />
  );
}

function MovePick({ row, actions, onClose }: ChoicesProps): ReactNode {
  const mailboxes = useMailboxes();
  return (
    <Pick
      label={t("move.title")}
      items={mailboxes.map((one) => ({
        key: String(one.id),
        title: one.name,
        detail: row.mailboxIds.includes(one.id) ? t("move.here") : one.address,
        also: one.address,
        onPick: () => void actions.move(one.id),
      }))}
      onClose={onClose}
    />
  );
}

export default function Choices(props: ChoicesProps): ReactNode {
  const { choice, row, actions, onClose } = props;
  const [subject] = useState(row.subject);
  switch (choice) {
    case "assign":
      return <AssignPick {...props} />;
    case "snooze":
      return (
        <LaterPick
          label={t("snooze.title")}
          onClose={onClose}
          onPick={(at) => void actions.snooze(at)}
          note={t("snooze.note")}
        />
      );
    case "resolve":
      return <ResolvePick {...props} />;
    case "tags":
      return <TagsPick {...props} />;
    case "move":
      return <MovePick {...props} />;
    case "merge":
      return <MergePick row={row} onClose={onClose} onPick={(id) => void actions.merge(id)} />;
    case "unmerge":
      return (
        <Pick
          label={t("unmerge.title")}
          items={props.mergedFrom.map((id) => ({
            key: String(id),
            title: t("unmerge.one", { number: id }),
            onPick: () => void actions.unmerge(id),
          }))}
          onClose={onClose}
        />
      );
    case "rename":
      return (
        <AskText
          title={t("rename.title")}
          lead={t("rename.lead")}
          label={t("split.subject")}
          initial={subject}
          action={t("save")}
          onClose={onClose}
          onDone={(text) => actions.rename(text)}
        />
      );
    case "spam":
      return (
        <SpamAsk
          address={row.customer.address}
          onClose={onClose}
          onDone={(blockSender) => void actions.setStatus("spam", { blockSender })}
        />
      );
    case "trash":
      return null;
  }
}
