/** By when a promise is due: a day as a day, a time as a time; overdue is said in words. */
import type { ReactNode } from "react";
import { t } from "../i18n.ts";
import { Day, useNow, When } from "../look/when.tsx";

interface DueProps {
  readonly due: string | null;
  readonly isDay: boolean;
  readonly focusable?: boolean;
}

export function Due({ due, isDay, focusable = true }: DueProps): ReactNode {
  const now = useNow();
  if (due === null) return <span className="text-faint">{t("promises.bucket.no-day")}</span>;
  const isLate = new Date(due) < now;
  return (
    <span className={isLate ? "font-medium text-trouble" : "text-soft"}>
      {t(isLate ? "promises.was-due" : "promises.by")}{" "}
      {isDay ? <Day at={due} /> : <When at={due} focusable={focusable} />}
    </span>
  );
}
