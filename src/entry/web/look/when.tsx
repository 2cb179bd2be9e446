/** A moment as people say it, kept fresh, with the exact time on hover and on focus. */
import { type ReactNode, useSyncExternalStore } from "react";
import { locale } from "../i18n.ts";
import { sayDate, sayExactly, sayShortly, sayWhen } from "../time/say-when.ts";
import { useZone } from "../viewer.ts";

let now = Date.now();
const listeners = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  ticking ??= setInterval(() => {
    now = Date.now();
    for (const one of listeners) one();
  }, 20_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(ticking);
      ticking = undefined;
    }
  };
}

/** The present moment, good to about twenty seconds; everything that shows it changes together. */
export function useNow(): Date {
  const value = useSyncExternalStore(subscribe, () => {
    if (!ticking) now = Date.now();
    return now;
  });
  return new Date(value);
}

/** A day far back, without a time: "26 January 2025". */
export function Day({ at }: { readonly at: string }): ReactNode {
  const zone = useZone();
  const moment = new Date(at);
  return (
    <time dateTime={at} data-tip={sayExactly(moment, zone, locale)}>
      {sayDate(moment, zone, locale)}
    </time>
  );
}

interface WhenProps {
  readonly at: string;
  readonly shortly?: boolean;
  /** In lists, which are one tab stop, moments cannot take the focus. */
  readonly focusable?: boolean;
  readonly className?: string;
}

export function When({ at, shortly = false, focusable = true, className }: WhenProps): ReactNode {
  const zone = useZone();
  const present = useNow();
  const moment = new Date(at);
  // A clock that is a little behind the server's must not say "in 3 seconds" of what has happened.
  const shown = moment > present && moment.getTime() - present.getTime() < 60_000 ? present : moment;
  const exact = sayExactly(moment, zone, locale);
  return (
    <time
      dateTime={at}
      data-tip={exact}
      tabIndex={focusable ? 0 : undefined}
      className={`rounded-sm tabular-nums ${className ?? ""}`}
    >
      <span className="print-hidden">
        {shortly ? sayShortly(shown, present, zone, locale) : sayWhen(shown, present, zone, locale)}
      </span>
      {focusable ? <span className="print-exact sr-only"> ({exact})</span> : null}
    </time>
  );
}
