/** Choosing a moment ahead: presets in words, or one's own day and time, in the viewer's time zone. */
import { type ReactNode, useState } from "react";
import { locale, t } from "../i18n.ts";
import { Pick } from "../look/pick.tsx";
import { useNow } from "../look/when.tsx";
import { laterPresets } from "../time/later.ts";
import { sayWhen } from "../time/say-when.ts";
import { momentOf, wallTimeOf } from "../time/zone.ts";
import { useZone } from "../viewer.ts";

interface LaterPickProps {
  readonly label: string;
  readonly note?: string;
  readonly onPick: (at: Date) => void;
  readonly onClose: () => void;
}

const two = (value: number): string => String(value).padStart(2, "0");

export function LaterPick({ label, note, onPick, onClose }: LaterPickProps): ReactNode {
  const zone = useZone();
  const now = useNow();
  const tomorrow = wallTimeOf(new Date(now.getTime() + 86_400_000), zone);
  const [own, setOwn] = useState(`${tomorrow.year}-${two(tomorrow.month)}-${two(tomorrow.day)}T09:00`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = own.split(/\D/).map(Number);
  const ownMoment = own ? momentOf({ year, month, day, hour, minute }, zone) : null;
  const isAhead = ownMoment !== null && ownMoment > now;
  return (
    <Pick
      label={label}
      items={laterPresets(now, zone).map((later) => ({
        key: later.key,
        title: t(`later.${later.key}`),
        detail: sayWhen(later.at, now, zone, locale),
        onPick: () => onPick(later.at),
      }))}
      onClose={onClose}
      footer={
        <form
          className="flex flex-wrap items-center gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (!ownMoment || !isAhead) return;
            onClose();
            setTimeout(() => onPick(ownMoment), 0);
          }}
        >
          <label className="flex items-center gap-2">
            <span className="text-soft">{t("later.own")}</span>
            <input
              type="datetime-local"
              className="field !w-auto"
              value={own}
              onChange={(event) => setOwn(event.target.value)}
            />
          </label>
          <button type="submit" className="btn btn-plain" disabled={!isAhead}>
            {t("later.choose")}
          </button>
          <p className="w-full text-soft text-sm">{isAhead || !own ? (note ?? zone) : t("later.past")}</p>
        </form>
      }
    />
  );
}
