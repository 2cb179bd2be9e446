/** The mailboxes of the desk, and how each is doing. */
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "../i18n.ts";
import { When } from "../look/when.tsx";
import { ask } from "../queries.ts";
import { useMay } from "../viewer.ts";
import { Empty, PageTitle } from "./page-parts.tsx";

/** How a sign-in at a mailbox's provider ended, by the code in the address; others are the provider's own. */
const ENDED: Readonly<Record<string, () => string>> = {
  agreed: () => t("mailboxes.provider.agreed"),
  "not-begun": () => t("mailboxes.provider.not-begun"),
  "not-agreed": () => t("mailboxes.provider.not-agreed"),
  "not-lasting": () => t("mailboxes.provider.not-lasting"),
  "mailbox-not-found": () => t("mailboxes.provider.mailbox-not-found"),
};

function HowItEnded(): ReactNode {
  const { provider } = useSearch({ from: "/inside/settings/mailboxes" });
  if (provider === undefined) return null;
  const words = Object.hasOwn(ENDED, provider) ? ENDED[provider]?.() : t("mailboxes.provider.refused");
  return (
    <p role="status" className={`mb-6 ${provider === "agreed" ? "" : "text-trouble"}`}>
      {words}
    </p>
  );
}

export function MailboxesPage(): ReactNode {
  const list = useQuery(ask.mailboxes());
  const isAdmin = useMay("admin");
  const items = list.data?.items ?? [];
  return (
    <>
      <PageTitle title={t("mailboxes.title")} lead={t("mailboxes.lead")}>
        {isAdmin ? (
          <Link to="/settings/mailboxes/new" className="btn btn-do">
            <Plus size={16} aria-hidden="true" />
            {t("connect.title")}
          </Link>
        ) : null}
      </PageTitle>
      <HowItEnded />
      {list.data && items.length === 0 ? <Empty title={t("mailboxes.empty")}>{t("mailboxes.empty-what")}</Empty> : null}
      <ul>
        {items.map((one) => (
          <li key={one.id} className="flex items-start gap-3 border-t py-3">
            <div className="min-w-0 flex-1">
              <p>
                <span className="font-medium">{one.name}</span> <span className="text-soft">{one.address}</span>{" "}
                {one.isSample ? <span className="chip">{t("head.sample")}</span> : null}
              </p>
              <p className="text-soft text-sm">
                {one.wayIn === "imap" ? t("mailboxes.by-imap", { host: one.imap?.host ?? "" }) : t("mailboxes.by-smtp")}{" "}
                ·{" "}
                {one.wayOut === "smtp"
                  ? t("mailboxes.out-smtp", { host: one.smtp?.host ?? "" })
                  : t("mailboxes.out-sink")}
                {one.inSeenAt ? (
                  <>
                    {" "}
                    · {t("mailboxes.seen")} <When at={one.inSeenAt} />
                  </>
                ) : null}
              </p>
              {[one.inTrouble, one.outTrouble].map((trouble) =>
                trouble ? (
                  <p key={trouble} className="text-sm text-trouble">
                    {trouble}
                  </p>
                ) : null,
              )}
            </div>
            {isAdmin ? (
              <Link
                to="/settings/mailboxes/$id"
                params={{ id: String(one.id) }}
                className="btn btn-small btn-quiet"
                aria-label={t("edit-this", { name: one.name })}
              >
                {t("edit")}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
