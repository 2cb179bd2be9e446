/**
 * The coach's marks in the letter: a line under words, a sign in the gutter where something is missing. They are drawn by the
 * editor and are no part of the letter; while it is edited they move along until the next look.
 */
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type { DraftText } from "./draft-text.ts";
import type { Hint } from "./look-at-draft.ts";

interface Marked {
  readonly hints: readonly Hint[];
  readonly text: DraftText;
  readonly current: string | null;
  /** Somebody clicked on marked words. */
  readonly onPick: (key: string) => void;
}

const KEY = new PluginKey<DecorationSet>("coach");

export const coachMarks: Plugin<DecorationSet> = new Plugin<DecorationSet>({
  key: KEY,
  state: {
    init: () => DecorationSet.empty,
    apply: (change, before) => {
      const marked = change.getMeta(KEY) as Marked | undefined;
      if (marked) return DecorationSet.create(change.doc, decorationsFor(change.doc, marked));
      return change.docChanged ? before.map(change.mapping, change.doc) : before;
    },
  },
  props: {
    decorations: (state) => KEY.getState(state),
    handleClick: (view, at) => {
      const [found] = KEY.getState(view.state)?.find(at, at) ?? [];
      (found?.spec as { pick?: () => void } | undefined)?.pick?.();
      return false;
    },
  },
});

/** Draws the hints of a look at exactly the letter that is on the sheet now; where they stand already, nothing is touched. */
export function drawMarks(view: EditorView, marked: Marked): void {
  const told = (all: readonly Decoration[]): string =>
    all
      .map(({ from, to, spec }) => `${from} ${to} ${(spec as { look: string }).look}`)
      .sort()
      .join("\n");
  const there = KEY.getState(view.state)?.find() ?? [];
  if (told(there) !== told(decorationsFor(view.state.doc, marked))) view.dispatch(view.state.tr.setMeta(KEY, marked));
}

function decorationsFor(doc: Node, { hints, text, current, onPick }: Marked): Decoration[] {
  return hints.flatMap((hint) => {
    const { key, level } = hint;
    const classes = `coach-${level} ${key === current ? "coach-current" : ""}`;
    const places = text.placesOf(hint);
    const spec = { pick: () => onPick(key), look: `${key} ${classes}` };
    if (places.length > 0)
      return places.map(({ from, to }) => Decoration.inline(from, to, { class: `coach-mark ${classes}` }, spec));
    const $at = doc.resolve(text.placeAt(hint.start));
    if ($at.depth === 0) return [];
    const side = hint.start > 0 && $at.parentOffset === $at.parent.content.size ? "after" : "before";
    const gap = { class: `coach-gap coach-gap-${side} ${classes}` };
    return [Decoration.node($at.before(), $at.after(), gap, { look: `${key} ${gap.class}` })];
  });
}
