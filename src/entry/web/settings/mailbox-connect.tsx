/** Connecting a mailbox: the address first, then how mail comes and goes, then a live test, then it is kept. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Hours } from "../../contract/index.ts";
import { looksLikeAddress } from "../address/parse-addresses.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { Field } from "../look/field.tsx";
import { Problem } from "../look/problem.tsx";
import { tell } from "../look/toasts.tsx";
import { ask, client } from "../queries.ts";
import { browserZone } from "../viewer.ts";
import { type Connection, freshConnection, wiresOf } from "./connection.ts";
import { ConnectionForm } from "./connection-form.tsx";
import { ProbeList } from "./probe-list.tsx";
import { type Provider, providerOf } from "./providers.ts";
import { useProbe } from "./use-probe.ts";

const WORKDAY: [string, string][] = [["09:00", "17:00"]];
const USUAL_HOURS: Hours = {
  mon: WORKDAY,
  tue: WORKDAY,
  wed: WORKDAY,
  thu: WORKDAY,
  fri: WORKDAY,
  sat: [],
  sun: [],
};

interface ConnectProps {
  readonly onDone: () => void;
  readonly onBack: () => void;
}

export default function MailboxConnect({ onDone, onBack }: ConnectProps): ReactNode {
  const me = useQuery({ ...ask.me(), enabled: false }).data;
  const [name, setName] = useState("");
  const [provider, setProvider] = useState<Provider | undefined>(undefined);
  const [connection, setConnection] = useState<Connection>(() => freshConnection("", undefined));
  const change = (patch: Partial<Connection>): void => setConnection((before) => ({ ...before, ...patch }));
  const isAddress = looksLikeAddress(connection.address);
  const probing = useProbe(connection, null);

  const setAddress = (address: string): void => {
    const found = providerOf(address);
    setProvider(found);
    setConnection((before) => {
      const fresh = freshConnection(address.trim(), found);
      return { ...fresh, wayIn: before.wayIn, password: before.password };
    });
  };
  const keep = useMutation({
    mutationFn: async () => {
      const mailbox = await call("POST /api/v1/mailboxes", {
        body: {
          name: name.trim() || connection.address,
          address: connection.address,
          timeZone: me?.timeZone || browserZone(),
          hours: USUAL_HOURS,
          ...wiresOf(connection),
        },
      });
      if (!connection.oauth) return { mailbox, url: null };
      const { url } = await call("POST /api/v1/mailboxes/:id/oauth", {
        params: { id: mailbox.id },
        body: { provider: connection.oauth },
      });
      return { mailbox, url };
    },
    onSuccess: async ({ mailbox, url }) => {
      if (url) {
        location.assign(url);
        return;
      }
      await client.invalidateQueries();
      tell(t("connect.done", { name: mailbox.name }));
      onDone();
    },
  });
  const mayKeep = connection.oauth !== null || (probing.probes !== undefined && !probing.isOld);

  return (
    <form
      className="flex flex-col gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (mayKeep) keep.mutate();
        else probing.run();
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t("connect.address")}
          type="email"
          required
          autoFocus
          placeholder="help@example.com"
          value={connection.address}
          onChange={(event) => setAddress(event.target.value)}
        />
        <Field
          label={t("connect.name")}
          hint={t("connect.name-hint")}
          placeholder={t("connect.name-example")}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      {isAddress ? (
        <ConnectionForm
          value={connection}
          provider={provider}
          isKept={false}
          maySink={false}
          onChange={change}
          onProvider={(chosen) => {
            setProvider(chosen);
            const fresh = freshConnection(connection.address, chosen);
            change({ imapServer: fresh.imapServer, smtpServer: fresh.smtpServer, oauth: null });
          }}
        />
      ) : null}
      {probing.probes ? <ProbeList probes={probing.probes} /> : null}
      {probing.isOld ? <p className="text-soft">{t("connect.changed")}</p> : null}
      <Problem error={keep.error || probing.problem} />
      <div className="flex flex-wrap gap-2">
        <button type="button" className="btn btn-quiet" onClick={onBack}>
          {t("connect.back")}
        </button>
        {mayKeep ? (
          <>
            {connection.oauth ? null : (
              <button type="button" className="btn btn-plain" disabled={probing.isRunning} onClick={probing.run}>
                {probing.isRunning ? t("connect.testing") : t("connect.test")}
              </button>
            )}
            <button
              type="submit"
              className={`btn ${probing.isProved || connection.oauth ? "btn-do" : "btn-plain"}`}
              disabled={keep.isPending}
            >
              {probing.isProved || connection.oauth ? t("connect.keep") : t("connect.keep-anyway")}
            </button>
          </>
        ) : (
          <button type="submit" className="btn btn-do" disabled={!isAddress || probing.isRunning}>
            {probing.isRunning ? t("connect.testing") : t("connect.test")}
          </button>
        )}
      </div>
    </form>
  );
}
