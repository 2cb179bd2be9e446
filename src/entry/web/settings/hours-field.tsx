/** When people are there, day by day; a day may have a break, or be closed. */
import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import type { Hours } from "../../contract/index.ts";
import { locale, t } from "../i18n.ts";
import { IconButton } from "../look/icon-button.tsx";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
type Day = (typeof DAYS)[number];

/** 5 January 1970 was a Monday. */
const dayName = (index: number): string =>
  new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(new Date(Date.UTC(1970, 0, 5 + index)));

export function HoursField({ value, onChange }: { value: Hours; onChange: (hours: Hours) => void }): ReactNode {
  const set = (day: Day, spans: [string, string][]): void => onChange({ ...value, [day]: spans });
  return (
    <table className="w-full">
      <caption className="sr-only">{t("mailbox.hours")}</caption>
      <tbody>
        {DAYS.map((day, index) => {
          const spans = value[day] ?? [];
          const name = dayName(index);
          return (
            <tr key={day} className="border-t first:border-t-0 max-sm:block max-sm:py-1">
              <th
                scope="row"
                className="w-28 py-2 pr-3 text-left align-top font-normal leading-8 max-sm:block max-sm:pb-0"
              >
                {name}
              </th>
              <td className="py-1.5 max-sm:block max-sm:pt-0">
                <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
                  {spans.length === 0 ? <span className="text-soft leading-8">{t("mailbox.closed")}</span> : null}
                  {spans.map(([from, to], at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a span has no name but its place
                    <span key={at} className="flex items-center gap-1.5">
                      <input
                        type="time"
                        required
                        className="field !min-h-8 !w-32 !py-0.5"
                        aria-label={t("mailbox.from", { day: name })}
                        value={from}
                        onChange={(event) =>
                          set(
                            day,
                            spans.map((span, i) => (i === at ? [event.target.value, span[1]] : span)),
                          )
                        }
                      />
                      –
                      <input
                        type="time"
                        required
                        className="field !min-h-8 !w-32 !py-0.5"
                        aria-label={t("mailbox.until", { day: name })}
                        value={to}
                        onChange={(event) =>
                          set(
                            day,
                            spans.map((span, i) => (i === at ? [span[0], event.target.value] : span)),
                          )
                        }
                      />
                      <IconButton
                        icon={X}
                        label={t("mailbox.remove-span", { day: name })}
                        className="!h-7 !w-7"
                        onPress={() =>
                          set(
                            day,
                            spans.filter((_, i) => i !== at),
                          )
                        }
                      />
                    </span>
                  ))}
                  <IconButton
                    icon={Plus}
                    label={t("mailbox.add-span", { day: name })}
                    className="!h-7 !w-7"
                    onPress={() => set(day, [...spans, spans.length === 0 ? ["09:00", "17:00"] : ["18:00", "20:00"]])}
                  />
                </div>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
