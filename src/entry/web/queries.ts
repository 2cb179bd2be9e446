/** What the app asks the server for: one function per question, so that every screen shares one cache. */
import { infiniteQueryOptions, MutationCache, QueryCache, QueryClient, queryOptions } from "@tanstack/react-query";
import type { View } from "../contract/index.ts";
import { call, Refused } from "./client.ts";

/** A session that has ended elsewhere is noticed here, once, wherever it shows first. */
function noticeSignedOut(problem: unknown): void {
  const wasSignedIn = client.getQueryData(["me"]) !== undefined;
  if (!(problem instanceof Refused) || problem.code !== "signed-out" || !wasSignedIn) return;
  client.clear();
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
}

export const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignedOut }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 15 * 60_000,
      retry: (count, problem) => !(problem instanceof Refused) && count < 3,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});

export interface ListFilter {
  readonly view: View;
  readonly mailboxId?: number | undefined;
  readonly tag?: string | undefined;
}

export const ask = {
  setup: () =>
    queryOptions({ queryKey: ["setup"], queryFn: ({ signal }) => call("GET /api/v1/setup", {}, { signal }) }),
  me: () =>
    queryOptions({
      queryKey: ["me"],
      queryFn: ({ signal }) => call("GET /api/v1/session", {}, { signal }),
      staleTime: 5 * 60_000,
    }),
  status: () =>
    queryOptions({
      queryKey: ["status"],
      queryFn: ({ signal }) => call("GET /api/v1/status", {}, { signal }),
      refetchInterval: 60_000,
    }),
  counts: () =>
    queryOptions({ queryKey: ["counts"], queryFn: ({ signal }) => call("GET /api/v1/counts", {}, { signal }) }),
  list: (filter: ListFilter) =>
    infiniteQueryOptions({
      queryKey: ["list", filter.view, filter.mailboxId ?? null, filter.tag ?? null],
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) =>
        call("GET /api/v1/conversations", { query: { ...filter, cursor: pageParam, limit: 60 } }, { signal }),
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  conversation: (id: number) =>
    queryOptions({
      queryKey: ["conversation", id],
      queryFn: ({ signal }) => call("GET /api/v1/conversations/:id", { params: { id }, query: {} }, { signal }),
    }),
  conversationLog: (id: number) =>
    queryOptions({
      queryKey: ["conversation-log", id],
      queryFn: ({ signal }) => call("GET /api/v1/conversations/:id/log", { params: { id } }, { signal }),
    }),
  promises: (whose: "all" | "mine") =>
    infiniteQueryOptions({
      queryKey: ["promises", whose],
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) =>
        call("GET /api/v1/promises", { query: { whose, cursor: pageParam } }, { signal }),
      getNextPageParam: (page) => page.next ?? undefined,
      // What was due later today is overdue at some moment, though nobody did anything.
      refetchInterval: 60_000,
    }),
  keptRate: () =>
    queryOptions({
      // Reckoned over all that fell due: not with every event, as the list is.
      queryKey: ["kept-rate"],
      queryFn: ({ signal }) => call("GET /api/v1/promises/rate", { query: {} }, { signal }),
    }),
  letter: () =>
    queryOptions({ queryKey: ["letter"], queryFn: ({ signal }) => call("GET /api/v1/letter", {}, { signal }) }),
  people: () =>
    queryOptions({
      queryKey: ["people"],
      queryFn: ({ signal }) => call("GET /api/v1/people", {}, { signal }),
      staleTime: 5 * 60_000,
    }),
  mailboxes: () =>
    queryOptions({
      queryKey: ["mailboxes"],
      queryFn: ({ signal }) => call("GET /api/v1/mailboxes", {}, { signal }),
      staleTime: 5 * 60_000,
    }),
  snippets: () =>
    queryOptions({
      queryKey: ["snippets"],
      queryFn: ({ signal }) => call("GET /api/v1/snippets", {}, { signal }),
      staleTime: 5 * 60_000,
    }),
  playbooks: () =>
    queryOptions({
      queryKey: ["playbooks"],
      queryFn: ({ signal }) => call("GET /api/v1/playbooks", {}, { signal }),
      staleTime: 5 * 60_000,
    }),
  playbook: (id: number) =>
    queryOptions({
      queryKey: ["playbook", id],
      queryFn: ({ signal }) => call("GET /api/v1/playbooks/:id", { params: { id } }, { signal }),
    }),
  tags: () => queryOptions({ queryKey: ["tags"], queryFn: ({ signal }) => call("GET /api/v1/tags", {}, { signal }) }),
  customers: (q: string) =>
    queryOptions({
      queryKey: ["customers", q],
      queryFn: ({ signal }) => call("GET /api/v1/customers", { query: { q, limit: 50 } }, { signal }),
    }),
  customer: (id: number) =>
    queryOptions({
      queryKey: ["customer", id],
      queryFn: ({ signal }) => call("GET /api/v1/customers/:id", { params: { id } }, { signal }),
    }),
  organisations: (q: string) =>
    queryOptions({
      queryKey: ["organisations", q],
      queryFn: ({ signal }) => call("GET /api/v1/organisations", { query: { q, limit: 50 } }, { signal }),
    }),
  organisation: (id: number) =>
    queryOptions({
      queryKey: ["organisation", id],
      queryFn: ({ signal }) => call("GET /api/v1/organisations/:id", { params: { id } }, { signal }),
    }),
  search: (q: string) =>
    infiniteQueryOptions({
      queryKey: ["search", q],
      initialPageParam: undefined as string | undefined,
      queryFn: ({ pageParam, signal }) => call("GET /api/v1/search", { query: { q, cursor: pageParam } }, { signal }),
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  quarantine: () =>
    queryOptions({ queryKey: ["quarantine"], queryFn: ({ signal }) => call("GET /api/v1/quarantine", {}, { signal }) }),
  blocked: () =>
    queryOptions({ queryKey: ["blocked"], queryFn: ({ signal }) => call("GET /api/v1/blocked", {}, { signal }) }),
  sessions: () =>
    queryOptions({ queryKey: ["sessions"], queryFn: ({ signal }) => call("GET /api/v1/sessions", {}, { signal }) }),
  log: (filter: { readonly personId?: number | undefined; readonly kind?: string | undefined }) =>
    infiniteQueryOptions({
      queryKey: ["log", filter.personId ?? null, filter.kind ?? null],
      initialPageParam: undefined as number | undefined,
      queryFn: ({ pageParam, signal }) =>
        call("GET /api/v1/log", { query: { ...filter, before: pageParam, limit: 100 } }, { signal }),
      getNextPageParam: (page) => (page.items.length < 100 ? undefined : page.items.at(-1)?.id),
    }),
};
