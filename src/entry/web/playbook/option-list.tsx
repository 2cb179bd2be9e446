/** The options of a playbook: what is said, up to where one decides alone, what has to be known, and by when it happens. */
import type { ReactNode } from "react";
import type { Playbook } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { Said } from "./said.tsx";
import { sayLimit, saySpan } from "./say-playbook.ts";

function Term({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div className="grid gap-x-3 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="text-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function OptionList({ options }: Pick<Playbook, "options">): ReactNode {
  return (
    <ol className="flex flex-col gap-6">
      {options.map(({ id, title, recommended, when, offer, commits, limit, needs, promise, checkAfter }) => (
        <li key={id} className={`border-l-2 pl-4 ${recommended ? "border-accent" : "border-hair"}`}>
          <p className="flex flex-wrap items-baseline gap-x-2 font-medium">
            {title}
            {recommended ? <span className="text-accent text-sm">{t("playbook.recommended")}</span> : null}
          </p>
          <p className="max-w-[var(--measure)] text-soft">
            <span className="font-medium">{t("playbook.option-when")}</span> {when}
          </p>
          <p className="my-2 max-w-[var(--measure)] font-serif text-[1.0625rem] leading-[1.6]">
            <Said words={offer} />
          </p>
          <dl className="flex flex-col gap-1">
            <Term name={t("playbook.option-limit")}>
              {sayLimit(limit)}
              {commits ? `, ${t(`commitment.${commits.kind}`)}` : null}
            </Term>
            {needs.length > 0 ? (
              <Term name={t("playbook.option-needs")}>{needs.map((kind) => t(`kind.${kind}`)).join(", ")}</Term>
            ) : null}
            {promise ? (
              <Term name={t("playbook.option-promise")}>
                {t("playbook.within", { what: promise.what.replace(/\.$/, ""), span: saySpan(promise.within) })}
              </Term>
            ) : null}
            {checkAfter ? (
              <Term name={t("playbook.option-check")}>{t("playbook.after", { span: saySpan(checkAfter) })}</Term>
            ) : null}
          </dl>
        </li>
      ))}
    </ol>
  );
}
