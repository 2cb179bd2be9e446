/** What is asked for over a sheet: a snippet, a colleague, the address of a link, a later moment. */
import type { ReactNode } from "react";
import { LaterPick } from "../desk/later-pick.tsx";
import { t } from "../i18n.ts";
import { AskText } from "../look/ask-text.tsx";
import { fillSnippet, type SnippetFacts } from "../snippet/fill-snippet.ts";
import { insertHtml, insertNode, insertText } from "./editor.ts";
import { setLink } from "./formats.ts";
import { MentionPick, SnippetPick } from "./insert-picks.tsx";
import { hrefFrom } from "./typed-link.ts";
import type { Sheet } from "./use-sheet.ts";

interface SheetPicksProps {
  readonly sheet: Sheet;
  readonly mailboxIds: readonly number[];
  /** What a snippet's variables stand for. */
  readonly facts: SnippetFacts;
  readonly onLater: (at: Date) => void;
  readonly onNextUpdate?: (at: Date) => void;
}

export function SheetPicks({ sheet, mailboxIds, facts, onLater, onNextUpdate }: SheetPicksProps): ReactNode {
  const { view, picked } = sheet;
  switch (sheet.over) {
    case "snippet":
      return (
        <SnippetPick
          mailboxIds={mailboxIds}
          onClose={() => sheet.closePick("/")}
          onPick={(snippet) => {
            picked.current = true;
            if (view.current) insertHtml(view.current, fillSnippet(snippet.html, facts));
          }}
        />
      );
    case "mention":
      return (
        <MentionPick
          onClose={() => sheet.closePick("@")}
          onPick={(person) => {
            picked.current = true;
            if (!view.current) return;
            insertNode(view.current, "mention", { person: person.id, name: person.name });
            insertText(view.current, " ");
          }}
        />
      );
    case "link":
      return (
        <AskText
          title={t("link.title")}
          label={t("link.address")}
          action={t("link.do")}
          mayBeEmpty
          onClose={sheet.close}
          onDone={async (typed) => {
            if (view.current) setLink(hrefFrom(typed))(view.current.state, view.current.dispatch);
          }}
        />
      );
    case "later":
      return (
        <LaterPick
          label={t("composer.send-later")}
          note={t("composer.later-note")}
          onClose={sheet.close}
          onPick={onLater}
        />
      );
    case "next-update":
      return (
        <LaterPick
          label={t("next-update.title")}
          note={t("next-update.note")}
          onClose={sheet.close}
          onPick={(at) => onNextUpdate?.(at)}
        />
      );
    case null:
      return null;
  }
}
