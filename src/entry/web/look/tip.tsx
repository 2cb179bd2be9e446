/**
 * Tooltips for the whole app: anything with `data-tip` shows its words on hover and on keyboard focus, above or below it.
 * Escape hides; the pointer may rest on the tip (WCAG 1.4.13). Hidden from screen readers, which find the same words in the element itself.
 */
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";

interface Shown {
  readonly words: string;
  readonly keys: string | undefined;
  readonly at: DOMRect;
}

export function TipHost(): ReactNode {
  const [shown, setShown] = useState<Shown | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let current: Element | null = null;
    const hide = (): void => {
      clearTimeout(timer);
      current = null;
      setShown(null);
    };
    const show = (target: Element, delay: number): void => {
      if (target === current) return;
      clearTimeout(timer);
      current = target;
      timer = setTimeout(() => {
        const words = target.getAttribute("data-tip");
        if (words && target.isConnected)
          setShown({
            words,
            keys: target.getAttribute("data-tip-keys") ?? undefined,
            at: target.getBoundingClientRect(),
          });
      }, delay);
    };
    const tipOf = (event: Event): Element | null =>
      event.target instanceof Element ? event.target.closest("[data-tip]") : null;
    const over = (event: PointerEvent): void => {
      if (event.pointerType === "touch") return;
      if (event.target instanceof Node && box.current?.contains(event.target)) return;
      const target = tipOf(event);
      if (target) show(target, 350);
      else if (current) hide();
    };
    const focus = (event: FocusEvent): void => {
      const target = tipOf(event);
      if (target?.matches(":focus-visible")) show(target, 0);
      else hide();
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key === "Escape") hide();
    };
    document.addEventListener("pointerover", over);
    document.addEventListener("focusin", focus);
    document.addEventListener("focusout", hide);
    document.addEventListener("pointerdown", hide);
    document.addEventListener("keydown", key);
    document.addEventListener("scroll", hide, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointerover", over);
      document.removeEventListener("focusin", focus);
      document.removeEventListener("focusout", hide);
      document.removeEventListener("pointerdown", hide);
      document.removeEventListener("keydown", key);
      document.removeEventListener("scroll", hide, true);
    };
  }, []);

  useLayoutEffect(() => {
    const tip = box.current;
    if (!tip || !shown) return;
    tip.showPopover();
    const width = tip.offsetWidth;
    const height = tip.offsetHeight;
    const left = Math.max(8, Math.min(innerWidth - width - 8, shown.at.left + shown.at.width / 2 - width / 2));
    const below = shown.at.bottom + 6;
    tip.style.left = `${left}px`;
    tip.style.top = `${below + height + 8 > innerHeight ? shown.at.top - height - 6 : below}px`;
  }, [shown]);

  if (!shown) return null;
  return (
    <div
      ref={box}
      popover="manual"
      aria-hidden="true"
      className="m-0 max-w-72 rounded-md border-0 bg-ink px-2 py-1 text-paper text-xs print-hidden"
      style={{ position: "fixed", inset: "auto" }}
    >
      {shown.words}
      {shown.keys ? <span className="ml-2 opacity-75">{shown.keys}</span> : null}
    </div>
  );
}
