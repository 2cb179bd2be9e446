/** The editor inside React: made once, its callbacks always the newest, its state told to whoever draws the toolbar. */
import type { EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { type RefObject, useEffect, useRef, useState } from "react";
import { createEditor, type EditorOptions } from "./editor.ts";

export interface EditorInReact {
  readonly place: RefObject<HTMLDivElement | null>;
  readonly view: RefObject<EditorView | null>;
  readonly state: EditorState | null;
}

export function useEditor(options: Omit<EditorOptions, "onState">): EditorInReact {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const [state, setState] = useState<EditorState | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    if (!place.current) return;
    const now = latest.current;
    const made = createEditor(place.current, {
      label: now.label,
      placeholder: now.placeholder,
      html: now.html,
      onState: setState,
      onChange: () => latest.current.onChange(),
      onSend: () => latest.current.onSend(),
      onSendOpen: () => latest.current.onSendOpen(),
      onEscape: () => latest.current.onEscape(),
      onFiles: (files) => latest.current.onFiles(files),
      onSlash: () => latest.current.onSlash(),
      onAt: () => latest.current.onAt(),
      onLink: () => latest.current.onLink(),
      plugins: now.plugins ?? [],
    });
    view.current = made;
    setState(made.state);
    return () => {
      view.current = null;
      made.destroy();
    };
  }, []);
  return { place, view, state };
}
