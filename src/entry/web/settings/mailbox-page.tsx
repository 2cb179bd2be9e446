/** One mailbox: how it answers, who sees it, and how mail comes and goes. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Mailbox } from "../../contract/index.ts";
import { call } from "../client.ts";
import { t } from "../i18n.ts";
import { Problem } from "../look/problem.tsx";
import { tell } from "../look/toasts.tsx";
import { ask, client } from "../queries.ts";
import { type Connection, connectionOf, wiresOf } from "./connection.ts";
import { ConnectionForm } from "./connection-form.tsx";
import { MailboxManners } from "./mailbox-manners.tsx";
import { MailboxRemove } from "./mailbox-remove.tsx";
import { PageTitle, Section } from "./page-parts.tsx";
import { ProbeList } from "./probe-list.tsx";
import { providerOf } from "./providers.ts";
import { useProbe } from "./use-probe.ts";

function MailboxForm({ mailbox }: { mailbox: Mailbox }): ReactNode {
  const [value, setValue] = useState(mailbox);
  const [connection, setConnection] = useState<Connection>(() => connectionOf(mailbox));
  const probing = useProbe(connection, mailbox.id);
  const keep = useMutation({
    mutationFn: () => {
      const {
        inTrouble,
        inTroubleSince,
        inSeenAt,
        outTrouble,
        outTroubleSince,
        suffixArrives,
        isSample,
        id,
        ...fields
      } = value;
      return call("PATCH /api/v1/mailboxes/:id", {
        params: { id: mailbox.id },
        body: { ...fields, ...wiresOf(connection) },
      });
    },
    onSuccess: async (fresh) => {
      setValue(fresh);
      await client.invalidateQueries({ queryKey: ask.mailboxes().queryKey });
      void client.invalidateQueries({ queryKey: ask.status().queryKey });
      tell(t("saved"));
    },
  });
  const provider = providerOf(mailbox.address);
  const oauth = useMutation({
    mutationFn: (kind: "google" | "microsoft" | "custom") =>
      call("POST /api/v1/mailboxes/:id/oauth", { params: { id: mailbox.id }, body: { provider: kind } }),
    onSuccess: ({ url }) => location.assign(url),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate();
      }}
    >
      <PageTitle
        title={mailbox.name}
        lead={
          <>
            {mailbox.address} ·{" "}
            <Link to="/settings/mailboxes" className="link">
              {t("mailboxes.all")}
            </Link>
          </>
        }
      />
      {[mailbox.inTrouble, mailbox.outTrouble].map((trouble) =>
        trouble ? (
          <p key={trouble} className="mb-4 rounded-md bg-trouble-soft px-3 py-2 text-trouble">
            {trouble}
          </p>
        ) : null,
      )}
      <MailboxManners value={value} onChange={(patch) => setValue((before) => ({ ...before, ...patch }))} />
      <Section title={t("mailbox.connection")} lead={t("mailbox.connection-lead")}>
        <ConnectionForm
          value={connection}
          provider={provider}
          isKept
          maySink={mailbox.isSample}
          onChange={(patch) => setConnection((before) => ({ ...before, ...patch }))}
          onProvider={() => undefined}
        />
        {mailbox.isSample ? null : (
          <p className="mt-4 text-soft">{t(mailbox.suffixArrives ? "mailbox.suffix" : "mailbox.no-suffix")}</p>
        )}
        {connection.oauth ? (
          <button
            type="button"
            className="btn btn-plain mt-4"
            disabled={oauth.isPending}
            onClick={() => connection.oauth && oauth.mutate(connection.oauth)}
          >
            {t("mailbox.oauth-again")}
          </button>
        ) : null}
        <div className="mt-5 flex flex-col gap-3">
          {probing.probes ? <ProbeList probes={probing.probes} /> : null}
          {probing.isOld ? <p className="text-soft">{t("connect.changed")}</p> : null}
          <Problem error={probing.problem || oauth.error} />
          <div>
            <button type="button" className="btn btn-plain" disabled={probing.isRunning} onClick={probing.run}>
              {probing.isRunning ? t("connect.testing") : t("connect.test")}
            </button>
          </div>
        </div>
      </Section>
      <footer className="sticky bottom-0 -mx-5 flex items-center gap-3 border-t bg-sheet px-5 py-3">
        <button type="submit" className="btn btn-do" disabled={keep.isPending}>
          {t("save")}
        </button>
        <Problem error={keep.error} />
      </footer>
    </form>
  );
}

export function MailboxPage(): ReactNode {
  const { id } = useParams({ strict: false }) as { id?: string };
  const list = useQuery(ask.mailboxes());
  const mailbox = list.data?.items.find((one) => one.id === Number(id));
  if (!list.data) return null;
  return mailbox ? (
    <>
      <MailboxForm key={mailbox.id} mailbox={mailbox} />
      {mailbox.isSample ? null : <MailboxRemove key={`remove-${mailbox.id}`} mailbox={mailbox} />}
    </>
  ) : (
    <PageTitle title={t("lost.title")} lead={t("lost.words")} />
  );
}
