/** The formats of the toolbar: how each is named, whether it is on at the cursor, and what turns it on or off. */
import { lift, toggleMark, wrapIn } from "prosemirror-commands";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import type { Command, EditorState } from "prosemirror-state";
import { letterSchema } from "./schema.ts";

export type MarkName = "strong" | "em" | "underline" | "code" | "link";
export type BlockName = "bullet_list" | "ordered_list" | "blockquote";

export function isMarked(state: EditorState, name: MarkName): boolean {
  const mark = letterSchema.marks[name];
  if (!mark) return false;
  const { from, to, empty, $from } = state.selection;
  return empty
    ? mark.isInSet(state.storedMarks ?? $from.marks()) !== undefined
    : state.doc.rangeHasMark(from, to, mark);
}

export function isInside(state: EditorState, name: BlockName): boolean {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) if ($from.node(depth).type.name === name) return true;
  return false;
}

export const toggle = (name: Exclude<MarkName, "link">): Command => toggleMark(letterSchema.marks[name] as never);

export function toggleBlock(name: BlockName): Command {
  return (state, dispatch) => {
    const type = letterSchema.nodes[name];
    const item = letterSchema.nodes["list_item"];
    if (!type || !item) return false;
    if (isInside(state, name))
      return name === "blockquote" ? lift(state, dispatch) : liftListItem(item)(state, dispatch);
    return name === "blockquote" ? wrapIn(type)(state, dispatch) : wrapInList(type)(state, dispatch);
  };
}

/** Links what is chosen; without a choice the address itself is written. An empty address takes the link away. */
export function setLink(href: string): Command {
  return (state, dispatch) => {
    const mark = letterSchema.marks["link"];
    if (!mark) return false;
    const { from, to, empty } = state.selection;
    const change = state.tr;
    if (!href) change.removeMark(from, to, mark);
    else if (empty)
      change.replaceSelectionWith(letterSchema.text(href.replace(/^mailto:/, ""), [mark.create({ href })]), false);
    else change.addMark(from, to, mark.create({ href }));
    dispatch?.(change);
    return true;
  };
}
