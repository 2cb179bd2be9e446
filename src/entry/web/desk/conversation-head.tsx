/** The head of a conversation: what it is about, who it is with, in what state, and what can be done with it. */
import { Link } from "@tanstack/react-router";
import { ArrowLeft, PanelRightClose, PanelRightOpen } from "lucide-react";
import type { ReactNode } from "react";
import type { ConversationRow, ConversationWhole } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { IconButton } from "../look/icon-button.tsx";
import { StepDot } from "../look/step-dot.tsx";
import { When } from "../look/when.tsx";
import { useMailboxes } from "../viewer.ts";
import { ConversationActions } from "./conversation-actions.tsx";

interface HeadProps {
  readonly row: ConversationRow;
  readonly whole: ConversationWhole | undefined;
  readonly guideOpen: boolean;
  readonly onGuide: () => void;
  readonly onBack: () => void;
  readonly onLeave: () => void;
}

function State({ row }: { row: ConversationRow }): ReactNode {
  if (row.snoozedUntil)
    return (
      <span>
        {t("row.snoozed")} <When at={row.snoozedUntil} />
      </span>
    );
  if (row.status === "resolved")
    return (
      <span className="flex items-center gap-1.5">
        <StepDot step="check" size={11} fill={row.ending === "confirmed" ? "full" : "faint"} />
        {row.ending ? t(`ending.${row.ending}`) : t("status.resolved")}
      </span>
    );
  if (row.status === "open" && row.waitingSince)
    return (
      <span>
        {t("head.waits")} <When at={row.waitingSince} />
      </span>
    );
  return <span>{t(`status.${row.status}`)}</span>;
}

export function ConversationHead({ row, whole, guideOpen, onGuide, onBack, onLeave }: HeadProps): ReactNode {
  const mailboxes = useMailboxes();
  const ours = mailboxes.filter((one) => row.mailboxIds.includes(one.id)).map((one) => one.name);
  return (
    <header className="print-flush border-b px-5 pt-3 pb-3 sm:px-8">
      <div className="flex items-start gap-2 max-sm:flex-wrap">
        <IconButton
          icon={ArrowLeft}
          label={t("head.back")}
          onPress={onBack}
          className="-ml-2 lg:!hidden print-hidden"
        />
        <h1
          id="subject"
          dir="auto"
          className="title min-w-0 flex-1 pt-0.5 text-xl leading-7 [overflow-wrap:anywhere] max-sm:order-last max-sm:basis-full"
        >
          {row.subject || t("row.no-subject")}
        </h1>
        <div className="ml-auto flex shrink-0 items-center">
          <ConversationActions row={row} mergedFrom={whole?.mergedFrom ?? []} onLeave={onLeave} />
          <IconButton
            icon={guideOpen ? PanelRightClose : PanelRightOpen}
            label={t("command.guide")}
            keys="."
            onPress={onGuide}
            className="-mr-2 print-hidden"
          />
        </div>
      </div>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-soft text-sm">
        <Link
          to="/customers/$id"
          params={{ id: String(row.customer.id) }}
          className="font-medium text-ink hover:underline"
        >
          {row.customer.name || row.customer.address}
        </Link>
        <span>#{row.id}</span>
        {ours.length > 0 && mailboxes.length > 1 ? <span>{ours.join(", ")}</span> : null}
        <State row={row} />
        {row.isSample ? <span className="chip">{t("head.sample")}</span> : null}
        {row.tags.map((tag) => (
          <Link
            key={tag}
            to="/desk/$view"
            params={{ view: "open" }}
            search={{ tag }}
            className="chip hover:border-line"
          >
            {tag}
          </Link>
        ))}
      </p>
      {row.trouble ? <p className="mt-1 text-sm text-trouble">{row.trouble}</p> : null}
    </header>
  );
}
