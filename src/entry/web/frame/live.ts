/**
 * Keeps every screen true without reloading: one event stream; each event says what to look at again. While the stream is
 * down that is said, and after it has come back everything is looked at once more.
 */
import { useEffect, useSyncExternalStore } from "react";
import type { LiveEvent } from "../../contract/index.ts";
import { refreshConversation, refreshLists, refreshPromises } from "../cache.ts";
import { ask, client } from "../queries.ts";

const LIVE = "/api/v1/live";
type Connection = "up" | "down";
let connection: Connection = "up";
const listeners = new Set<() => void>();
function setConnection(next: Connection): void {
  if (next === connection) return;
  connection = next;
  for (const listener of listeners) listener();
}

function apply(event: LiveEvent): void {
  switch (event.kind) {
    case "conversation":
      // What could not be sent may have left by now.
      if (client.getQueryData(ask.status().queryKey)?.troubles.length)
        void client.invalidateQueries({ queryKey: ask.status().queryKey });
      refreshConversation(event.conversationId);
      refreshLists();
      refreshPromises();
      void client.invalidateQueries({ queryKey: ["customer"] });
      break;
    case "presence":
      refreshConversation(event.conversationId);
      break;
    case "mailboxes":
      void client.invalidateQueries({ queryKey: ask.mailboxes().queryKey });
      void client.invalidateQueries({ queryKey: ask.status().queryKey });
      void client.invalidateQueries({ queryKey: ask.setup().queryKey });
      refreshLists();
      break;
    case "quarantine":
      void client.invalidateQueries({ queryKey: ask.quarantine().queryKey });
      refreshLists();
      break;
    case "people":
      void client.invalidateQueries({ queryKey: ask.people().queryKey });
      void client.invalidateQueries({ queryKey: ask.me().queryKey });
      break;
    case "customers":
      for (const key of ["customer", "customers", "organisation", "organisations"])
        void client.invalidateQueries({ queryKey: [key] });
      refreshLists();
      break;
    case "blocked":
      void client.invalidateQueries({ queryKey: ask.blocked().queryKey });
      break;
    case "snippets":
      void client.invalidateQueries({ queryKey: ask.snippets().queryKey });
      break;
    case "playbooks":
      for (const key of ["playbooks", "playbook"]) void client.invalidateQueries({ queryKey: [key] });
      break;
    case "again":
      void client.invalidateQueries();
      break;
  }
}

export function useLive(): void {
  useEffect(() => {
    let stream: EventSource;
    let wasDown = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    let grace: ReturnType<typeof setTimeout> | undefined;
    const open = (): void => {
      stream = new EventSource(LIVE);
      stream.onopen = () => {
        clearTimeout(grace);
        grace = undefined;
        setConnection("up");
        if (wasDown) void client.invalidateQueries();
        wasDown = false;
      };
      stream.onmessage = (message) => apply(JSON.parse(message.data as string) as LiveEvent);
      stream.onerror = () => {
        wasDown = true;
        // A short break heals by itself; only a lasting one is worth a word.
        grace ??= setTimeout(() => setConnection("down"), 4_000);
        if (stream.readyState === EventSource.CLOSED) again = setTimeout(open, 3_000);
      };
    };
    open();
    return () => {
      clearTimeout(again);
      clearTimeout(grace);
      stream.close();
    };
  }, []);
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => connection,
  );
}
