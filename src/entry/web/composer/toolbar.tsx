/** The formats of a letter as a toolbar: one tab stop, arrows move within. */
import {
  Bold,
  Code,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Paperclip,
  TextQuote,
  Underline,
  Zap,
} from "lucide-react";
import type { Command, EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { sayKeys } from "../frame/commands.ts";
import { t } from "../i18n.ts";
import { IconButton } from "../look/icon-button.tsx";
import { isInside, isMarked, toggle, toggleBlock } from "./formats.ts";

interface ToolbarProps {
  readonly view: EditorView | null;
  readonly state: EditorState | null;
  readonly onLink: () => void;
  readonly onFiles?: (files: File[]) => void;
  readonly onSnippet?: () => void;
}

export function Toolbar({ view, state, onLink, onFiles, onSnippet }: ToolbarProps): ReactNode {
  const bar = useRef<HTMLDivElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const run = (command: Command) => (): void => {
    if (!view) return;
    command(view.state, view.dispatch);
    view.focus();
  };
  const buttons: {
    isRare?: boolean;
    icon: LucideIcon;
    label: string;
    keys?: string;
    pressed?: boolean;
    onPress: () => void;
  }[] = [
    {
      icon: Bold,
      label: t("format.bold"),
      keys: "mod+b",
      pressed: state ? isMarked(state, "strong") : false,
      onPress: run(toggle("strong")),
    },
    {
      icon: Italic,
      label: t("format.italic"),
      keys: "mod+i",
      pressed: state ? isMarked(state, "em") : false,
      onPress: run(toggle("em")),
    },
    {
      isRare: true,
      icon: Underline,
      label: t("format.underline"),
      keys: "mod+u",
      pressed: state ? isMarked(state, "underline") : false,
      onPress: run(toggle("underline")),
    },
    {
      icon: List,
      label: t("format.bullets"),
      keys: "mod+shift+8",
      pressed: state ? isInside(state, "bullet_list") : false,
      onPress: run(toggleBlock("bullet_list")),
    },
    {
      icon: ListOrdered,
      label: t("format.numbers"),
      keys: "mod+shift+7",
      pressed: state ? isInside(state, "ordered_list") : false,
      onPress: run(toggleBlock("ordered_list")),
    },
    {
      icon: TextQuote,
      label: t("format.quote"),
      keys: "mod+shift+9",
      pressed: state ? isInside(state, "blockquote") : false,
      onPress: run(toggleBlock("blockquote")),
    },
    {
      isRare: true,
      icon: Code,
      label: t("format.code"),
      keys: "mod+e",
      pressed: state ? isMarked(state, "code") : false,
      onPress: run(toggle("code")),
    },
    {
      icon: Link2,
      label: t("format.link"),
      keys: "mod+shift+k",
      pressed: state ? isMarked(state, "link") : false,
      onPress: onLink,
    },
    ...(onFiles ? [{ icon: Paperclip, label: t("attachments.add"), onPress: () => picker.current?.click() }] : []),
    ...(onSnippet ? [{ icon: Zap, label: t("snippets.insert"), keys: "/", onPress: onSnippet }] : []),
  ];
  const onKey = (event: KeyboardEvent): void => {
    const all = [...(bar.current?.querySelectorAll<HTMLButtonElement>("button") ?? [])];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const next = all[(to + all.length) % all.length];
    for (const one of all) one.tabIndex = one === next ? 0 : -1;
    next?.focus();
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t("format.label")}
      className="flex min-w-0 items-center overflow-x-auto"
      onKeyDown={onKey}
    >
      {buttons.map((button) => (
        <IconButton
          key={button.label}
          icon={button.icon}
          label={button.label}
          keepsFocus
          onPress={button.onPress}
          className={button.isRare ? "max-sm:!hidden" : ""}
          {...(button.keys ? { keys: sayKeys(button.keys) } : {})}
          {...(button.pressed === undefined ? {} : { pressed: button.pressed })}
        />
      ))}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onFiles?.([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </div>
  );
}
