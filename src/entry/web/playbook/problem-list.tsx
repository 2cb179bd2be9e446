/** What is wrong with a playbook that is being written, each with its line. Says how many there are to screen readers. */
import type { ReactNode } from "react";
import type { LookedPlaybook } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { sayInForm } from "./say-in-form.ts";

interface ProblemListProps {
  readonly problems: LookedPlaybook["problems"];
  /** Goes to a line; left out in the form, where there are no lines to be seen, and what it is about is called as in the form. */
  readonly onLine?: ((line: number) => void) | undefined;
}

export function ProblemList({ problems, onLine }: ProblemListProps): ReactNode {
  return (
    <div>
      <p role="status" className={problems.length > 0 ? "font-medium" : "text-soft"}>
        {problems.length > 0 ? t("edit-playbook.problems", { count: problems.length }) : t("edit-playbook.no-problems")}
      </p>
      <ul className="mt-1 flex flex-col gap-1">
        {problems.map(({ line, sentence, about }) => (
          <li key={`${line} ${sentence}`} className="flex items-baseline gap-2 [overflow-wrap:anywhere]">
            {line !== null && onLine ? (
              <button type="button" className="btn btn-small btn-plain shrink-0" onClick={() => onLine(line)}>
                {t("edit-playbook.line", { number: line })}
              </button>
            ) : null}
            <span>{onLine ? sentence : sayInForm({ sentence, about })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
