/** One conversation in the list: who, about what, how it begins, when; and only what is true and worth knowing besides. */
import { Paperclip } from "lucide-react";
import { memo, type ReactNode } from "react";
import type { ConversationRow, Person } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { Bars, strengthOf } from "../look/bars.tsx";
import { StepDot } from "../look/step-dot.tsx";
import { useNow, When } from "../look/when.tsx";
import { initialsOf } from "../viewer.ts";

const PLAIN = 84;
const WITH_MARKS = 110;

const hasMarks = (row: ConversationRow): boolean =>
  row.trouble !== null ||
  row.nextUpdateDueAt !== null ||
  row.snoozedUntil !== null ||
  row.tags.length > 0 ||
  row.status === "resolved";

/** Pixels; known beforehand, so that the list need not measure. */
export const rowHeight = (row: ConversationRow | undefined): number => (row && hasMarks(row) ? WITH_MARKS : PLAIN);

function Marks({ row }: { row: ConversationRow }): ReactNode {
  const now = useNow();
  const due = row.nextUpdateDueAt;
  const overdue = due !== null && new Date(due) < now;
  return (
    <span className="mt-1 flex h-5 items-center gap-2 overflow-hidden text-xs">
      {row.trouble ? <span className="truncate font-medium text-trouble">{row.trouble}</span> : null}
      {due && row.status !== "resolved" ? (
        <span className={`flex shrink-0 items-center gap-1 ${overdue ? "font-medium text-trouble" : "text-soft"}`}>
          <StepDot step="provide" size={9} fill={overdue ? "full" : "outline"} />
          {overdue ? t("row.overdue") : t("row.due")} <When at={due} focusable={false} />
        </span>
      ) : null}
      {row.snoozedUntil ? (
        <span className="shrink-0 text-soft">
          {t("row.snoozed")} <When at={row.snoozedUntil} focusable={false} />
        </span>
      ) : null}
      {row.status === "resolved" && row.ending ? (
        <span className="flex shrink-0 items-center gap-1 text-soft">
          <StepDot step="check" size={10} fill={row.ending === "confirmed" ? "full" : "faint"} />
          {t(`ending.${row.ending}`)}
        </span>
      ) : null}
      {row.tags.map((tag) => (
        <span key={tag} className="chip shrink-0">
          {tag}
        </span>
      ))}
    </span>
  );
}

interface RowProps {
  readonly row: ConversationRow;
  readonly isSelected: boolean;
  readonly assignee: Person | undefined;
  readonly isMine: boolean;
  readonly position: number;
  readonly total: number;
  readonly top: number;
  readonly height: number;
  readonly onSelect: (id: number, options?: { readonly replace: boolean }) => void;
}

export const ConversationRowView = memo(function ConversationRowView(props: RowProps): ReactNode {
  const { row, isSelected } = props;
  const { assignee } = props;
  const who = row.customer.name || row.customer.address;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it has the keys
    <div
      id={`row-${row.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      aria-setsize={props.total}
      aria-posinset={props.position}
      onClick={() => props.onSelect(row.id, { replace: matchMedia("(min-width: 64rem)").matches })}
      className={`absolute inset-x-0 top-0 cursor-default border-b py-2.5 pr-4 pl-7 ${isSelected ? "bg-accent-soft" : "hover:bg-[color-mix(in_oklab,var(--ink)_3.5%,transparent)]"}`}
      style={{ transform: `translateY(${props.top}px)`, height: props.height }}
    >
      {isSelected ? <span className="absolute inset-y-0 left-0 w-[3px] bg-accent" /> : null}
      {row.unread ? (
        <span className="absolute top-[15px] left-[11px]">
          <StepDot step="listen" size={9} />
          <span className="sr-only">{t("row.unread")}</span>
        </span>
      ) : null}
      <span className="flex items-baseline gap-2">
        <span className={`min-w-0 flex-1 truncate ${row.unread ? "font-semibold" : "font-medium"}`}>
          <bdi>{who}</bdi>
          {row.messageCount > 1 ? (
            <span className="ml-1.5 font-normal text-soft text-xs">{row.messageCount}</span>
          ) : null}
        </span>
        {row.hasAttachments ? (
          <Paperclip
            size={13}
            className="shrink-0 self-center text-soft"
            role="img"
            aria-label={t("row.attachments")}
          />
        ) : null}
        <When at={row.lastActivityAt} shortly focusable={false} className="shrink-0 text-soft text-xs" />
      </span>
      <span dir="auto" className={`block truncate text-left ${row.unread ? "font-medium" : ""}`}>
        {row.subject || t("row.no-subject")}
      </span>
      <span className="flex items-center gap-2">
        <span dir="auto" className="min-w-0 flex-1 truncate text-left text-soft text-sm">
          {row.preview}
        </span>
        {row.sound && row.waitingSince ? (
          <span className="flex shrink-0 items-center gap-1 text-soft text-xs">
            <Bars strength={strengthOf(row.sound.intensity)} />
            <span className="sr-only">{t("row.sounds")}</span> {t(`feeling.${row.sound.feeling}`)}
          </span>
        ) : null}
        {assignee ? (
          <span
            data-tip={assignee.name}
            className={`shrink-0 rounded-full border px-1.5 text-[0.6875rem] leading-4 ${props.isMine ? "border-line text-ink" : "text-soft"}`}
          >
            <span aria-hidden="true">{initialsOf(assignee.name)}</span>
            <span className="sr-only">{t("row.assigned", { name: assignee.name })}</span>
          </span>
        ) : null}
      </span>
      {hasMarks(row) ? <Marks row={row} /> : null}
    </div>
  );
});
