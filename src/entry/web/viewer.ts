/** Who is looking, and what follows from it: time zone, role, names of colleagues and mailboxes. */
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import type { Mailbox, Me, Person } from "../contract/index.ts";
import { t } from "./i18n.ts";
import { ask, client } from "./queries.ts";

export function useMe(): Me {
  return useSuspenseQuery(ask.me()).data;
}

/** The browser's own zone, for people who are not signed in yet. */
export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** The time zone in which the viewer reads times. */
export function useZone(): string {
  return useQuery({ ...ask.me(), enabled: false }).data?.timeZone || browserZone();
}

export function usePeople(): readonly Person[] {
  return useQuery(ask.people()).data?.items ?? [];
}

export function useMailboxes(): readonly Mailbox[] {
  return useQuery(ask.mailboxes()).data?.items ?? [];
}

const RANK = { agent: 0, lead: 1, admin: 2 } as const;
export function useMay(role: "lead" | "admin"): boolean {
  const me = useQuery({ ...ask.me(), enabled: false }).data;
  return me !== undefined && RANK[me.role] >= RANK[role];
}

/** A colleague's name from the cache; for places where a hook cannot go. */
export function nameOf(personId: number | null): string {
  const people = client.getQueryData(ask.people().queryKey)?.items;
  return people?.find((one) => one.id === personId)?.name ?? t("people.someone");
}

/** Two letters for a small round mark. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s._@-]+/).filter(Boolean);
  const first = [...(words[0] ?? "?")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toUpperCase();
}
