/**
 * The guide beside a conversation: the six steps, each with its evidence and at most one button, which writes into the letter. It
 * fills itself in, from what was said and from what the letter being written does; nothing in it is a form.
 */
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import type { Guide as Derived, Evidence, StepState, StepView } from "../../../method/steps/index.ts";
import type { ConversationWhole } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { IconButton } from "../look/icon-button.tsx";
import { type DotFill, type Step, StepDot } from "../look/step-dot.tsx";
import { When } from "../look/when.tsx";
import { wishMove } from "../promise/move-wish.ts";
import { isOwed } from "../promise/move-words.ts";
import { OwedHere } from "../promise/owed-here.tsx";
import { CustomerCard } from "./customer-card.tsx";
import { FactList } from "./fact-list.tsx";
import { beginWith, useDraftedSteps } from "./guide-and-draft.ts";
import { NextUpdate } from "./next-update.tsx";
import { useGuide } from "./use-guide.ts";

const FILLS: Readonly<Record<StepState, DotFill>> = { done: "full", begun: "outline", open: "outline", spare: "faint" };

interface LineProps {
  readonly view: StepView;
  readonly isDrafted: boolean;
  readonly next: Derived["next"];
  readonly whole: ConversationWhole;
  readonly children?: ReactNode;
}

function StepLine({ view, isDrafted, next, whole, children }: LineProps): ReactNode {
  const { step, state } = view;
  const isNext = next?.step === step && !isDrafted;
  const fill = isDrafted && state !== "done" ? "outline" : FILLS[state];
  return (
    <li
      className="relative grid grid-cols-[1.25rem_1fr] gap-x-2.5 pb-4 last:pb-0"
      aria-current={isNext ? "step" : undefined}
    >
      <span className="pt-1">
        <StepDot step={step} fill={fill} size={13} />
      </span>
      <div className="min-w-0">
        <h2 className={isNext || state === "done" || isDrafted ? "font-medium" : "text-soft"}>
          {t(`step.${step}`)}
          <span className="sr-only"> ({t(`guide.state.${state}`)})</span>
        </h2>
        <Said view={view} />
        {isDrafted ? <p className="text-accent text-sm">{t("guide.drafted")}</p> : null}
        {isNext && next ? <NextLine next={next} whole={whole} /> : null}
        {children}
      </div>
    </li>
  );
}

/** What a step rests on, in one line; the letter that carries it is one click away. */
function Said({ view: { step, state, evidence } }: { view: StepView }): ReactNode {
  const of = (kind: Evidence["of"]): readonly Evidence[] => evidence.filter((one) => one.of === kind);
  const theirs = of("theirs");
  const ours = of("ours").at(-1);
  const facts = of("fact");
  if (step === "listen") {
    const last = theirs.at(-1);
    if (!last) return <p className="text-soft text-sm">{t("guide.nothing-heard")}</p>;
    const words = t(state === "open" ? "guide.unread" : "guide.heard", { count: theirs.length });
    return <Letter words={words} evidence={last} />;
  }
  if (step === "confirm" && state === "begun")
    return <p className="text-soft text-sm">{t("guide.read-back", { count: facts.length })}</p>;
  if (step === "confirm" && state === "done" && facts.length > 0)
    return <p className="text-soft text-sm">{t("guide.confirmed", { count: facts.length })}</p>;
  if (ours) return <Letter words={t(`guide.took.${step}`)} evidence={ours} />;
  return state === "spare" && step !== "provide" ? (
    <p className="text-faint text-sm">{t(`step.${step}.hint`)}</p>
  ) : null;
}

function Letter({ words, evidence: { id, at } }: { words: string; evidence: Evidence }): ReactNode {
  return (
    <p className="text-soft text-sm">
      <button
        type="button"
        className="min-h-6 rounded-sm text-left decoration-dotted underline-offset-4 hover:text-ink hover:underline"
        onClick={() => document.getElementById(`message-${id}`)?.scrollIntoView({ block: "start" })}
      >
        {words}
      </button>{" "}
      <When at={new Date(at).toISOString()} />
    </p>
  );
}

/** Why this is the next right thing, and the button that begins it. */
function NextLine({ next, whole }: { next: NonNullable<Derived["next"]>; whole: ConversationWhole }): ReactNode {
  const conversationId = whole.conversation.id;
  // Owning up to a promise of the ledger is saying by when it will be kept instead.
  const broken = next.act === "own-up" ? whole.promises.find((one) => one.id === next.about && isOwed(one)) : undefined;
  if (next.act === "keep-promise" || next.act === "read") return null;
  return (
    <div className="mt-1">
      <p className="text-sm">{t(`guide.why.${next.act}`)}</p>
      <button
        type="button"
        className="btn btn-small btn-quiet mt-1 -ml-2 !text-accent"
        onClick={() => (broken ? wishMove(conversationId, broken.id) : beginWith(conversationId, next.step))}
      >
        {t(`guide.act.${next.act}`)}
      </button>
    </div>
  );
}

interface GuideProps {
  readonly whole: ConversationWhole;
  readonly onBack: () => void;
  readonly className: string;
}

export function Guide({ whole, onBack, className }: GuideProps): ReactNode {
  const { conversation: row, facts } = whole;
  const guide = useGuide(whole);
  const drafted = useDraftedSteps(row.id);
  const inside: Partial<Record<Step, ReactNode>> = {
    listen: <FactList conversationId={row.id} facts={facts} />,
    provide: (
      <>
        <OwedHere whole={whole} />
        <NextUpdate row={row} />
      </>
    ),
    check:
      row.status === "resolved" && row.ending ? (
        <p className="text-soft text-sm">{t(`ending.${row.ending}.long`)}</p>
      ) : null,
  };
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
        {guide.steps.map((view) => (
          <StepLine key={view.step} view={view} isDrafted={drafted.includes(view.step)} next={guide.next} whole={whole}>
            {inside[view.step]}
          </StepLine>
        ))}
      </ol>
      <hr className="mx-auto my-4 max-w-md" />
      <CustomerCard key={row.id} customerId={row.customer.id} conversationId={row.id} />
    </aside>
  );
}
