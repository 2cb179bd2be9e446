/** What is wrong right now, in sentences, above everything: a mailbox in trouble, the server out of reach. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { TriangleAlert, WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { t } from "../i18n.ts";
import { When } from "../look/when.tsx";
import { ask } from "../queries.ts";
import { useMay } from "../viewer.ts";
import { useConnection } from "./live.ts";

export function Banner(): ReactNode {
  const status = useQuery(ask.status());
  const connection = useConnection();
  const mayMend = useMay("admin");
  const troubles = status.data?.troubles ?? [];
  return (
    <div role="status" className="print-hidden">
      {connection === "down" ? (
        <p className="flex items-center gap-2 border-b bg-trouble-soft px-4 py-2 text-sm">
          <WifiOff size={16} aria-hidden="true" className="shrink-0 text-trouble" />
          {t("banner.offline")}
        </p>
      ) : null}
      {troubles.map((trouble) => (
        <p
          key={`${trouble.code}-${trouble.mailboxId ?? ""}`}
          className="flex flex-wrap items-center gap-x-2 border-b bg-trouble-soft px-4 py-2 text-sm"
        >
          <TriangleAlert size={16} aria-hidden="true" className="shrink-0 text-trouble" />
          <span>{trouble.sentence}</span>
          {trouble.since ? (
            <span className="text-soft">
              {t("banner.since")} <When at={trouble.since} />
            </span>
          ) : null}
          {trouble.mailboxId && mayMend ? (
            <Link className="link" to="/settings/mailboxes/$id" params={{ id: String(trouble.mailboxId) }}>
              {t("banner.mend")}
            </Link>
          ) : null}
        </p>
      ))}
    </div>
  );
}
