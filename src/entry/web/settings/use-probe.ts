/** The live test of a connection, and whether what it found is still about what stands in the form. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Probe } from "../../contract/index.ts";
import { call } from "../client.ts";
import { ask, client } from "../queries.ts";
import { type Connection, wiresOf } from "./connection.ts";

export interface Probing {
  readonly probes: readonly Probe[] | undefined;
  readonly isRunning: boolean;
  readonly problem: unknown;
  /** Both directions worked, for exactly this connection. */
  readonly isProved: boolean;
  /** The form has changed since. */
  readonly isOld: boolean;
  readonly run: () => void;
}

export function useProbe(connection: Connection, mailboxId: number | null): Probing {
  const now = JSON.stringify(wiresOf(connection));
  const [tested, setTested] = useState<string | null>(null);
  const probe = useMutation({
    mutationFn: () =>
      call("POST /api/v1/mailboxes/probe", {
        body: { mailboxId, address: connection.address, ...wiresOf(connection) },
      }),
    onMutate: () => setTested(now),
    onSuccess: () => void client.invalidateQueries({ queryKey: ask.mailboxes().queryKey }),
  });
  const probes = probe.data?.probes;
  return {
    probes,
    isRunning: probe.isPending,
    problem: probe.error,
    isProved: tested === now && (probes?.every((one) => one.ok) ?? false),
    isOld: tested !== null && tested !== now,
    run: () => probe.mutate(),
  };
}
