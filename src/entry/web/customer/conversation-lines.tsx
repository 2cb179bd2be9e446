/** Conversations as short lines that lead to them: on the page of a customer and of an organisation. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ConversationRow } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { StepDot } from "../look/step-dot.tsx";
import { When } from "../look/when.tsx";

interface ConversationLinesProps {
  readonly conversations: readonly ConversationRow[];
  /** Where several people are on one page. */
  readonly named?: true;
}

export function ConversationLines({ conversations, named }: ConversationLinesProps): ReactNode {
  if (conversations.length === 0) return <p className="border-t py-3 text-soft">{t("customer.no-conversations")}</p>;
  return (
    <ul>
      {conversations.map((one) => (
        <li key={one.id} className="border-t">
          <Link
            to="/desk/$view/$id"
            params={{ view: "all", id: String(one.id) }}
            className="-mx-3 block rounded-md px-3 py-2.5 hover:bg-[color-mix(in_oklab,var(--ink)_3.5%,transparent)]"
          >
            <span className="flex items-baseline gap-3">
              <span className="min-w-0 flex-1 truncate font-medium">{one.subject || t("row.no-subject")}</span>
              <When at={one.lastActivityAt} shortly focusable={false} className="text-soft text-sm" />
            </span>
            <span className="flex items-center gap-2 text-soft text-sm">
              {one.status === "resolved" ? (
                <StepDot step="check" size={10} fill={one.ending === "confirmed" ? "full" : "faint"} />
              ) : null}
              <span className="shrink-0">{one.ending ? t(`ending.${one.ending}`) : t(`status.${one.status}`)}</span>
              {named ? <span className="shrink-0">{one.customer.name || one.customer.address}</span> : null}
              <span className="min-w-0 truncate text-faint">{one.preview}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
