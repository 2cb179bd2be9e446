/** One's own coach: whether it reads along, and the hints one does not want to see any more. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { keepMuted, mutedRules, wantsCoach } from "../coach/muted.ts";
import { askForRules } from "../coach/talk-to-coach.ts";
import { t } from "../i18n.ts";
import { Tick } from "../look/field.tsx";
import { tellProblem } from "../look/toasts.tsx";
import { useMe } from "../viewer.ts";
import { Section } from "./page-parts.tsx";

export function CoachSection({ onWanted }: { onWanted: (isWanted: boolean) => void }): ReactNode {
  const me = useMe();
  const muted = mutedRules(me);
  const rules = useQuery({
    queryKey: ["coach-rules"],
    queryFn: askForRules,
    enabled: muted.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  return (
    <Section title={t("coach.settings")} lead={t("coach.settings-lead")}>
      <div className="flex flex-col gap-4">
        <Tick label={t("coach.wanted")} hint={t("coach.wanted-hint")} checked={wantsCoach(me)} onChange={onWanted} />
        <div>
          <h3 className="eyebrow mb-1">{t("coach.muted-list")}</h3>
          {muted.length === 0 ? <p className="text-soft">{t("coach.muted-none")}</p> : null}
          <ul>
            {muted.map((rule) => (
              <li key={rule} className="flex items-center justify-between gap-4 border-b py-1.5">
                <span>{rules?.find(({ id }) => id === rule)?.see ?? rule}</span>
                <button
                  type="button"
                  className="btn btn-small btn-plain"
                  onClick={() => void keepMuted(muted.filter((one) => one !== rule)).catch(tellProblem)}
                >
                  {t("coach.unmute")}
                </button>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </Section>
  );
}
