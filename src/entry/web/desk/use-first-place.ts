/**
 * Reading begins at the newest letter; a long one is shown from its beginning. What comes a moment later (HTML in its frame, what
 * the coach hears) must not push it away: the letter keeps its place until the person moves the page.
 */
import { type RefObject, useEffect } from "react";

const MOVING = ["wheel", "touchstart", "pointerdown", "keydown"] as const;
/** After this, whatever grows is the person's own doing. */
const SETTLED_AFTER = 3_000;

/** @param placed becomes true; it is placed once. @param messageId the letter to begin with, once it is known. */
export function useFirstPlace(
  scroller: RefObject<HTMLElement | null>,
  placed: RefObject<boolean>,
  messageId: number | undefined,
  room: number,
): void {
  useEffect(() => {
    const box = scroller.current;
    const content = box?.firstElementChild;
    if (messageId === undefined || placed.current || !box || !content) return;
    placed.current = true;
    const place = (): void => {
      const first = document.getElementById(`message-${messageId}`);
      if (first) box.scrollTop = first.offsetTop - room;
    };
    place();
    const growth = new ResizeObserver(place);
    growth.observe(content);
    const stop = (): void => {
      growth.disconnect();
      clearTimeout(timer);
      for (const kind of MOVING) removeEventListener(kind, stop, true);
    };
    const timer = setTimeout(stop, SETTLED_AFTER);
    for (const kind of MOVING) addEventListener(kind, stop, { capture: true, passive: true });
    return stop;
  }, [scroller, placed, messageId, room]);
}
