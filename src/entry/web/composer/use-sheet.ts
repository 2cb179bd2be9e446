/**
 * The sheet that a letter is written on: the editor on a draft, files that are dropped on it, and what is asked for over it.
 * What becomes of the letter is the matter of who shows it.
 */
import type { Plugin } from "prosemirror-state";
import { type RefObject, useRef, useState } from "react";
import { t } from "../i18n.ts";
import { tellProblem } from "../look/toasts.tsx";
import { unfilledIn } from "../snippet/fill-snippet.ts";
import { insertNode, insertText, isBlank, letterHtml, letterText, mentionsIn } from "./editor.ts";
import type { Drafting } from "./use-draft.ts";
import { type EditorInReact, useEditor } from "./use-editor.ts";

export type Over = "snippet" | "mention" | "link" | "later" | "next-update";

export interface Sheet extends EditorInReact {
  readonly draft: Drafting;
  readonly over: Over | null;
  readonly open: (what: Over) => boolean;
  readonly close: () => void;
  /** Something was chosen, or nothing was typed for it: no character has to stand for itself. */
  readonly picked: RefObject<boolean>;
  /** Nothing was chosen, so the character that was typed stands for itself. */
  readonly closePick: (character: string) => void;
  readonly uploading: number;
  readonly upload: (files: readonly File[]) => Promise<void>;
  /** What keeps it from leaving, in words. */
  readonly blocked: string | null;
  /** The letter as it may leave; null when something is missing, and then that is said. */
  readonly ready: () => { html: string; mentions: number[] } | null;
}

interface SheetOptions {
  readonly label: string;
  readonly placeholder: string;
  readonly draft: Drafting;
  /** Files are put beside the text only, and colleagues can be called. */
  readonly isNote: boolean;
  /** What else has to be there before it may leave. */
  readonly missing: () => string | null;
  readonly onSend: () => void;
  readonly onSendOpen: () => void;
  readonly onEscape: () => void;
  /** What else reads along on this sheet. */
  readonly plugins?: readonly Plugin[];
}

const INLINE = /^image\/(?:png|jpe?g|gif|webp)$/;

export function useSheet({ draft, isNote, missing, ...options }: SheetOptions): Sheet {
  const [over, setOver] = useState<Over | null>(null);
  const [uploading, setUploading] = useState(0);
  const [blocked, setBlocked] = useState<string | null>(null);
  const picked = useRef(false);
  const open = (what: Over): boolean => {
    picked.current = false;
    setOver(what);
    return true;
  };
  const editor = useEditor({
    ...options,
    html: draft.fields.html,
    onChange: () => {
      setBlocked(null);
      if (view.current) draft.change({ html: letterHtml(view.current.state) });
    },
    onFiles: (files) => void upload(files),
    onSlash: () => open("snippet"),
    onAt: () => isNote && open("mention"),
    onLink: () => void open("link"),
  });
  const { view } = editor;

  const upload = async (files: readonly File[]): Promise<void> => {
    setUploading((count) => count + files.length);
    try {
      for (const added of await draft.upload(files)) {
        if (INLINE.test(added.type) && !isNote && view.current)
          insertNode(view.current, "image", { src: `/api/v1/attachments/${added.id}`, alt: added.name });
      }
    } catch (problem) {
      tellProblem(problem);
    } finally {
      setUploading((count) => count - files.length);
    }
  };

  const missingHere = (): string | null => {
    const state = view.current?.state;
    if (!state || (isBlank(state) && draft.attachments.length === 0)) return t("composer.blank");
    const unfilled = unfilledIn(letterText(state));
    return unfilled.length > 0 ? t("composer.unfilled", { variables: unfilled.join(", ") }) : missing();
  };

  return {
    ...editor,
    draft,
    over,
    open,
    close: () => setOver(null),
    picked,
    closePick: (character) => {
      setOver(null);
      setTimeout(() => {
        if (!picked.current && view.current) insertText(view.current, character);
      }, 30);
    },
    uploading,
    upload,
    blocked,
    ready: () => {
      const said = uploading > 0 ? t("composer.uploading") : missingHere();
      setBlocked(said);
      if (said || !view.current) {
        view.current?.focus();
        return null;
      }
      return { html: letterHtml(view.current.state), mentions: mentionsIn(view.current.state) };
    },
  };
}
