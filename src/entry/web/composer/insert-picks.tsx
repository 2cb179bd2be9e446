/** What can be put into a letter by name: snippets, and colleagues in a note. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Person, Snippet } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { Pick } from "../look/pick.tsx";
import { ask } from "../queries.ts";
import { useMe, usePeople } from "../viewer.ts";

function beginningOf(html: string): string {
  const text = new DOMParser().parseFromString(html, "text/html").body.textContent ?? "";
  return text.replace(/\s+/g, " ").trim().slice(0, 80);
}

interface SnippetPickProps {
  readonly mailboxIds: readonly number[];
  readonly onPick: (snippet: Snippet) => void;
  readonly onClose: () => void;
}

export function SnippetPick({ mailboxIds, onPick, onClose }: SnippetPickProps): ReactNode {
  const snippets = useQuery(ask.snippets()).data?.items ?? [];
  const mine = snippets.filter((one) => one.mailboxId === null || mailboxIds.includes(one.mailboxId));
  return (
    <Pick
      label={t("snippets.insert")}
      placeholder={t("snippets.find")}
      empty={t("snippets.none")}
      items={mine.map((one) => ({
        key: String(one.id),
        title: one.name,
        detail: beginningOf(one.html),
        also: beginningOf(one.html),
        onPick: () => onPick(one),
      }))}
      footer={
        <Link to="/settings/snippets" className="link text-sm">
          {t("snippets.manage")}
        </Link>
      }
      onClose={onClose}
    />
  );
}

export function MentionPick({ onPick, onClose }: { onPick: (person: Person) => void; onClose: () => void }): ReactNode {
  const me = useMe();
  const people = usePeople().filter((one) => !one.disabled && one.id !== me.id);
  return (
    <Pick
      label={t("mention.title")}
      empty={t("mention.nobody")}
      items={people.map((one) => ({
        key: String(one.id),
        title: one.name,
        detail: one.email,
        also: one.email,
        onPick: () => onPick(one),
      }))}
      onClose={onClose}
    />
  );
}
