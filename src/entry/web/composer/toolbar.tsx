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
import { type BlockName, isInside, isMarked, type MarkName, toggle, toggleBlock } from "./formats.ts";

interface ToolbarProps {
  readonly view: EditorView | null;
  readonly state: EditorState | null;
  readonly onLink: () => void;
  readonly onFiles?: (files: File[]) => void;
  readonly onSnippet?: () => void;
}

interface Format {
  readonly name: "bold" | "italic" | "underline" | "bullets" | "numbers" | "quote" | "code";
  readonly icon: LucideIcon;
  readonly keys: string;
  readonly isOn: (state: EditorState) => boolean;
  readonly command: Command;
  /** Left out where there is little room. */
  readonly isRare?: true;
}

const mark = (name: Exclude<MarkName, "link">): Pick<Format, "isOn" | "command"> => ({
  isOn: (state) => isMarked(state, name),
  command: toggle(name),
});
const block = (name: BlockName): Pick<Format, "isOn" | "command"> => ({
  isOn: (state) => isInside(state, name),
  command: toggleBlock(name),
});

const FORMATS: readonly Format[] = [
  { name: "bold", icon: Bold, keys: "mod+b", ...mark("strong") },
  { name: "italic", icon: Italic, keys: "mod+i", ...mark("em") },
  { name: "underline", icon: Underline, keys: "mod+u", ...mark("underline"), isRare: true },
  { name: "bullets", icon: List, keys: "mod+shift+8", ...block("bullet_list") },
  { name: "numbers", icon: ListOrdered, keys: "mod+shift+7", ...block("ordered_list") },
  { name: "quote", icon: TextQuote, keys: "mod+shift+9", ...block("blockquote") },
  { name: "code", icon: Code, keys: "mod+e", ...mark("code"), isRare: true },
];

export function Toolbar({ view, state, onLink, onFiles, onSnippet }: ToolbarProps): ReactNode {
  const bar = useRef<HTMLDivElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const run = (command: Command): void => {
    if (!view) return;
    command(view.state, view.dispatch);
    view.focus();
  };
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
      {FORMATS.map(({ name, icon, keys, isOn, command, isRare }) => (
        <IconButton
          key={name}
          icon={icon}
          label={t(`format.${name}`)}
          keys={sayKeys(keys)}
          pressed={state !== null && isOn(state)}
          keepsFocus
          onPress={() => run(command)}
          className={isRare ? "@max-[29rem]:!hidden" : ""}
        />
      ))}
      <IconButton
        icon={Link2}
        label={t("format.link")}
        keys={sayKeys("mod+shift+k")}
        pressed={state !== null && isMarked(state, "link")}
        keepsFocus
        onPress={onLink}
      />
      {onFiles ? (
        <IconButton icon={Paperclip} label={t("attachments.add")} keepsFocus onPress={() => picker.current?.click()} />
      ) : null}
      {onSnippet ? (
        <IconButton icon={Zap} label={t("snippets.insert")} keys={sayKeys("/")} keepsFocus onPress={onSnippet} />
      ) : null}
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
