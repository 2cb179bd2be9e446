/**
 * Everything that can be done, in one place: screens register their commands while they are shown; the keyboard, the
 * palette and the help sheet all read the same list, so they can never disagree.
 */
import { useEffect, useRef, useSyncExternalStore } from "react";

export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  /** "r", "shift+r", "mod+k", or a sequence like "g m". */
  readonly keys?: string;
  /** Found by these words too. */
  readonly also?: string;
  /** Works while typing in a field, too. */
  readonly whileTyping?: boolean;
  /** Known to the keyboard but not listed. */
  readonly unlisted?: boolean;
  /** Listed here, and handled where the focus is: elsewhere the same key means something else. */
  readonly isLocal?: boolean;
  readonly run: () => void;
}

/** What is wanted most stands first; everything else in the order in which it was offered. */
const FIRST: readonly string[] = [
  "send",
  "reply",
  "note",
  "assign-me",
  "resolve",
  "reopen",
  "snooze",
  "wake",
  "assign",
  "tags",
  "forward",
];

const registered = new Map<symbol, readonly Command[]>();
const listeners = new Set<() => void>();
let all: readonly Command[] = [];
function changed(): void {
  const byId = new Map<string, Command>();
  for (const group of registered.values()) for (const command of group) byId.set(command.id, command);
  const rank = (one: Command): number => FIRST.indexOf(one.id) + 1 || FIRST.length + 1;
  all = [...byId.values()].sort((a, b) => rank(a) - rank(b));
  for (const listener of listeners) listener();
}

/** Offers commands while the calling component is on screen. `run` is always the newest one given. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const shape = commands.map((one) => `${one.id}|${one.title}|${one.keys ?? ""}`).join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of what is offered needs registering again
  useEffect(() => {
    const key = Symbol();
    registered.set(
      key,
      latest.current.map((one) => ({ ...one, run: () => latest.current.find((now) => now.id === one.id)?.run() })),
    );
    changed();
    return () => {
      registered.delete(key);
      changed();
    };
  }, [shape]);
}

export function useAllCommands(): readonly Command[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => all,
  );
}

const isMac = typeof navigator !== "undefined" && /mac|iphone|ipad/i.test(navigator.platform);
/** "mod+enter" as this keyboard shows it. */
export function sayKeys(keys: string): string {
  const names: Record<string, string> = isMac
    ? { mod: "⌘", shift: "⇧", enter: "↵", escape: "Esc" }
    : { mod: "Ctrl", shift: "Shift", enter: "Enter", escape: "Esc" };
  const one = (chord: string): string => {
    const parts = chord.split("+").map((part) => names[part] ?? part);
    return isMac ? parts.join("") : parts.join("+");
  };
  return keys.split(" ").map(one).join(" ");
}

function chordOf(event: KeyboardEvent): string {
  const named = event.key.length === 1 && event.key !== " ";
  const key = event.key === " " ? "space" : event.key.toLowerCase();
  const parts: string[] = [];
  if (event.metaKey || event.ctrlKey) parts.push("mod");
  if (event.altKey) parts.push("alt");
  // "?" and "#" already contain their shift; letters and named keys do not.
  if (event.shiftKey && (!named || /[a-z]/i.test(event.key))) parts.push("shift");
  return [...parts, key].join("+");
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable] , [contenteditable] *")
  );
}

/** Listens for keys on the whole page. `letters()` tells whether single letters are commands (people can switch that off). */
export function listenForKeys(letters: () => boolean): () => void {
  let first: string | undefined;
  let forgetting: ReturnType<typeof setTimeout> | undefined;
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
    const chord = chordOf(event);
    const plain = !chord.includes("mod+") && !chord.includes("alt+");
    const typing = isTyping(event.target);
    if (plain && event.key !== "Escape" && !letters()) return;
    const wanted = first ? `${first} ${chord}` : chord;
    clearTimeout(forgetting);
    first = undefined;
    const pageWide = all.filter((one) => !one.isLocal);
    const found = pageWide.find((one) => one.keys === wanted) ?? pageWide.find((one) => one.keys === chord);
    if (found && (!typing || found.whileTyping)) {
      event.preventDefault();
      found.run();
    } else if (!typing && plain && pageWide.some((one) => one.keys?.startsWith(`${chord} `))) {
      first = chord;
      forgetting = setTimeout(() => {
        first = undefined;
      }, 1_200);
    }
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}
