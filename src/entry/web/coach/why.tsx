/** Why the coach says so: the reason in one sentence, the principle in its own words, and each source with how far to trust it. */
import type { ReactNode } from "react";
import { SOURCES } from "../../../method/sources/index.ts";
import { t } from "../i18n.ts";
import { principleWords } from "../words/en-principles.ts";
import type { Hint } from "./look-at-draft.ts";

export default function Why({ hint }: { hint: Hint }): ReactNode {
  return (
    <div className="coach-why">
      <p>{hint.why}</p>
      <p className="text-soft">
        {principleWords[hint.principle]}. <code className="coach-id">{hint.principle}</code>
      </p>
      <ul className="text-soft">
        {hint.sources
          .map((key) => SOURCES[key])
          .map(({ title, where, grade, shows }) => (
            <li key={title}>
              {shows} <cite>{title}</cite>, {where}. {t(`coach.grade.${grade}`)}
            </li>
          ))}
      </ul>
    </div>
  );
}
