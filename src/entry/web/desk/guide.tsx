/**
 * The guide beside a conversation: the six steps, and under them only what is true today: what was heard, the facts noted by
 * hand, the next word that was promised. A step that nothing is known about shows its reminder and claims nothing.
 */
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import type { ConversationWhole } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { IconButton } from "../look/icon-button.tsx";
import { type DotFill, type Step, StepDot } from "../look/step-dot.tsx";
import { When } from "../look/when.tsx";
import { nameOf } from "../viewer.ts";
import { CustomerCard } from "./customer-card.tsx";
import { FactList } from "./fact-list.tsx";
import { NextUpdate } from "./next-update.tsx";

function StepLine({ step, fill, children }: { step: Step; fill: DotFill; children: ReactNode }): ReactNode {
  return (
    <li className="relative grid grid-cols-[1.25rem_1fr] gap-x-2.5 pb-4 last:pb-0">
      <span className="pt-1">
        <StepDot step={step} fill={fill} size={13} />
      </span>
      <div className="min-w-0">
        <h2 className={fill === "faint" ? "text-soft" : "font-medium"}>{t(`step.${step}`)}</h2>
        {children}
      </div>
    </li>
  );
}

function Hint({ step }: { step: Step }): ReactNode {
  return <p className="text-faint text-sm">{t(`step.${step}.hint`)}</p>;
}

export function Guide({
  whole,
  onBack,
  className,
}: {
  whole: ConversationWhole;
  onBack: () => void;
  className: string;
}): ReactNode {
  const { conversation: row, messages, facts } = whole;
  const theirs = messages.filter((one) => one.kind === "inbound" && one.class !== "bounce");
  // What waits, was held back or failed has answered nobody yet.
  const answers = messages.filter(
    (one) => one.kind === "outbound" && !one.isAutomatic && (one.delivery === "sent" || one.delivery === "delayed"),
  );
  const lastHeard = theirs.at(-1);
  const firstAnswer = answers[0];
  const settled = facts.some((one) => one.state !== "heard");
  const isResolved = row.status === "resolved" && row.ending !== null;
  return (
    <aside
      aria-label={t("guide.label")}
      className={`min-h-0 shrink-0 overflow-y-auto border-l bg-paper px-5 py-4 wide:w-74 print-hidden ${className}`}
    >
      <div className="mb-4 flex items-center gap-2 wide:hidden">
        <IconButton icon={ArrowLeft} label={t("guide.back")} onPress={onBack} className="-ml-2" />
        <h1 className="title text-lg">{t("guide.label")}</h1>
      </div>
      <ol className="mx-auto max-w-md">
        <StepLine step="listen" fill={lastHeard ? (row.unread ? "outline" : "full") : "faint"}>
          {lastHeard ? (
            <p className="text-soft text-sm">
              {t("guide.heard", { count: theirs.length })} <When at={lastHeard.at} />
            </p>
          ) : (
            <p className="text-soft text-sm">{t("guide.nothing-heard")}</p>
          )}
          <FactList conversationId={row.id} facts={facts} />
        </StepLine>
        <StepLine step="acknowledge" fill={firstAnswer ? "outline" : "faint"}>
          {firstAnswer ? (
            <p className="text-soft text-sm">
              {t("guide.answered", { name: nameOf(firstAnswer.personId) })}{" "}
              <When at={firstAnswer.sentAt ?? firstAnswer.at} />
            </p>
          ) : (
            <Hint step="acknowledge" />
          )}
        </StepLine>
        <StepLine step="question" fill="faint">
          <Hint step="question" />
        </StepLine>
        <StepLine step="confirm" fill={settled ? "full" : "faint"}>
          {settled ? (
            <p className="text-soft text-sm">
              {t("guide.confirmed", { count: facts.filter((one) => one.state !== "heard").length })}
            </p>
          ) : (
            <Hint step="confirm" />
          )}
        </StepLine>
        <StepLine step="provide" fill={row.nextUpdateDueAt ? "full" : "faint"}>
          <NextUpdate row={row} />
        </StepLine>
        <StepLine step="check" fill={isResolved ? (row.ending === "confirmed" ? "full" : "outline") : "faint"}>
          {isResolved && row.ending ? (
            <p className="text-soft text-sm">{t(`ending.${row.ending}.long`)}</p>
          ) : (
            <Hint step="check" />
          )}
        </StepLine>
      </ol>
      <hr className="mx-auto my-4 max-w-md" />
      <CustomerCard key={row.id} customerId={row.customer.id} conversationId={row.id} />
    </aside>
  );
}
