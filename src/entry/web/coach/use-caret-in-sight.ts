/** Keeps the line that is being written in sight when the room for the text gets smaller, because hints came below it. */
import type { EditorView } from "prosemirror-view";
import { type RefObject, useEffect } from "react";

/** Room left under the line; in pixels. */
const AIR = 8;

export function useCaretInSight(sheet: RefObject<HTMLElement | null>, view: RefObject<EditorView | null>): void {
  useEffect(() => {
    const box = sheet.current;
    if (!box) return;
    let before = box.clientHeight;
    const watch = new ResizeObserver(() => {
      const lost = before - box.clientHeight;
      before = box.clientHeight;
      const now = view.current;
      if (lost <= 0 || !now?.hasFocus()) return;
      const below = now.coordsAtPos(now.state.selection.head).bottom + AIR - box.getBoundingClientRect().bottom;
      // A line that was out of sight before is left there: somebody has scrolled away from it.
      if (below > 0 && below <= lost + AIR) box.scrollTop += below;
    });
    watch.observe(box);
    return () => watch.disconnect();
  }, [sheet, view]);
}
