/** What the server reads in a playbook that is being written: looked at again in each pause of the typing. Nothing is kept by it. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { LookedPlaybook, Playbook } from "../../contract/index.ts";
import { call } from "../client.ts";

const PAUSE_MS = 350;

export type Written = { readonly source: string } | { readonly playbook: Playbook };

export const look = (written: Written): Promise<LookedPlaybook> =>
  call("POST /api/v1/playbooks/look", { body: written });

interface Looked {
  readonly looked: LookedPlaybook | undefined;
  /** What could be read last; it stays while something is being mended. */
  readonly lastRead: Playbook | null;
  readonly error: unknown;
}

export function useLooked(written: Written): Looked {
  const text = JSON.stringify(written);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const found = useQuery({
    queryKey: ["playbook-look", settled],
    queryFn: () => look(JSON.parse(settled) as Written),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  const [lastRead, setLastRead] = useState<Playbook | null>(null);
  const read = found.data?.playbook ?? null;
  if (read !== null && read !== lastRead) setLastRead(read);
  return { looked: found.data, lastRead: read ?? lastRead, error: found.error };
}
