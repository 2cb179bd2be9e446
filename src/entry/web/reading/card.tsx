/**
 * A small card beside what it is about: words in a letter, or a button. Closed by Escape and by pressing elsewhere; the focus
 * goes in and comes back. The browser's own popover does the work, so it lies over everything and is cut off by nothing.
 */
import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";

interface CardProps {
  readonly label: string;
  /** Where that is now, in the window. */
  readonly anchor: () => DOMRect;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const GAP = 8;

function placeBeside(card: HTMLElement, at: DOMRect): void {
  const left = Math.max(GAP, Math.min(innerWidth - card.offsetWidth - GAP, at.left));
  const lowest = innerHeight - card.offsetHeight - GAP;
  const above = at.top - card.offsetHeight - GAP;
  const isRoomBelow = at.bottom + GAP <= lowest || above < GAP;
  const top = Math.max(GAP, isRoomBelow ? Math.min(at.bottom + GAP, lowest) : above);
  Object.assign(card.style, { left: `${left}px`, top: `${top}px` });
}

export function Card({ label, anchor, onClose, children }: CardProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(anchor);
  latest.current = anchor;
  useLayoutEffect(() => {
    const returnTo = document.activeElement;
    const card = box.current;
    if (!card) return;
    card.showPopover();
    placeBeside(card, latest.current());
    card.focus({ preventScroll: true });
    return () => {
      const isInside = document.activeElement === document.body || card.contains(document.activeElement);
      if (isInside && returnTo instanceof HTMLElement && returnTo.isConnected) returnTo.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    const again = (): void => {
      if (box.current) placeBeside(box.current, latest.current());
    };
    const size = new ResizeObserver(again);
    if (box.current) size.observe(box.current);
    document.addEventListener("scroll", again, true);
    return () => {
      size.disconnect();
      document.removeEventListener("scroll", again, true);
    };
  }, []);
  return (
    <div
      ref={box}
      popover="auto"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className="floating m-0 w-[min(22rem,calc(100vw-1rem))] p-4 text-ink outline-none print-hidden"
      style={{ position: "fixed", inset: "auto" }}
      onToggle={(event) => {
        if (event.newState === "closed") onClose();
      }}
      onKeyDown={(event) => {
        // The browser closes the card; nothing else hears of it.
        if (event.key === "Escape") event.nativeEvent.stopImmediatePropagation();
        event.stopPropagation();
      }}
    >
      {children}
    </div>
  );
}
