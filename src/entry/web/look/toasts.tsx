/** Short messages at the bottom: what has just happened, and how to take it back. Announced politely. */
import { X } from "lucide-react";
import { type ReactNode, useSyncExternalStore } from "react";
import { Refused } from "../client.ts";
import { t } from "../i18n.ts";
import { IconButton } from "./icon-button.tsx";

interface Toast {
  readonly id: number;
  readonly words: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly grave: boolean;
}
interface ToastOptions {
  readonly action?: Toast["action"];
  /** Milliseconds until it leaves by itself. */
  readonly lasts?: number;
}

let toasts: readonly Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();
function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
export function dismiss(id: number): void {
  change(toasts.filter((one) => one.id !== id));
}

function show(words: string, grave: boolean, { action, lasts = 6_000 }: ToastOptions): number {
  count += 1;
  const id = count;
  change([...toasts.slice(-2), { id, words, grave, ...(action ? { action } : {}) }]);
  setTimeout(() => dismiss(id), lasts);
  return id;
}

export const tell = (words: string, options: ToastOptions = {}): number => show(words, false, options);

/** Says what went wrong: a refusal with its way out, anything else as the server being out of reach. */
export function tellProblem(problem: unknown): void {
  show(sayProblem(problem), true, { lasts: 12_000 });
}

export function sayProblem(problem: unknown): string {
  if (problem instanceof Refused) return [problem.message, problem.wayOut].filter(Boolean).join(" ");
  return t("problem.unreachable");
}

export function Toasts(): ReactNode {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <section
      aria-label={t("toasts.label")}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-50 flex flex-col items-center gap-2 px-4 lg:right-auto lg:left-56 lg:items-start print-hidden"
    >
      {shown.map((toast) => (
        <div
          key={toast.id}
          className={`floating pointer-events-auto flex max-w-full items-center gap-3 py-2 pr-2 pl-4 ${toast.grave ? "!border-trouble" : ""}`}
        >
          <span className={toast.grave ? "text-trouble" : ""}>{toast.words}</span>
          {toast.action ? (
            <button
              type="button"
              className="btn btn-small btn-quiet !text-accent"
              onClick={() => {
                toast.action?.run();
                dismiss(toast.id);
              }}
            >
              {toast.action.label}
            </button>
          ) : null}
          <IconButton icon={X} label={t("dismiss")} className="!h-6 !w-6" onPress={() => dismiss(toast.id)} />
        </div>
      ))}
    </section>
  );
}
