/**
 * What a message of ours gives its word for, said quietly below it: what is promised by when, and what is given away (METHOD
 * close.through, solve.limits). The reason at a gate is shown to its writer alone; the server tells it to nobody else.
 */
import type { ReactNode } from "react";
import type { Message } from "../../contract/index.ts";
import { t } from "../i18n.ts";
import { Day, When } from "../look/when.tsx";

type Commitment = Message["commitments"][number];

const KINDS = {
  refund: "given.refund",
  credit: "given.credit",
  replacement: "given.replacement",
  discount: "given.discount",
  "free-period": "given.free-period",
  exception: "given.exception",
} as const satisfies Record<Commitment["kind"], string>;

function sumOf({ kind, amount, currency }: Commitment): string {
  if (amount === null) return "";
  if (kind === "free-period") return t("given.months", { count: Number(amount) });
  return currency === "%" ? `${amount} %` : [amount, currency].filter(Boolean).join(" ");
}

export function GivenWords({ message }: { message: Message }): ReactNode {
  const dated = message.promises.filter(({ due }) => due !== null);
  if (dated.length + message.commitments.length + message.reasons.length === 0) return null;
  return (
    <ul aria-label={t("given.label")} className="mt-3 flex flex-col gap-0.5 text-sm text-soft">
      {dated.map(({ start, what, due, isDay }) => (
        <li key={`promise ${start}`}>
          {t("given.promise")} <span className="font-serif">“{what}”</span>, {t("given.by")}{" "}
          {isDay ? <Day at={due ?? ""} /> : <When at={due ?? ""} />}
        </li>
      ))}
      {message.commitments.map((one) => (
        <li key={`${one.kind} ${one.start}`} data-tip={one.words}>
          {t("given.gives")} {t(KINDS[one.kind])} <span className="tabular-nums">{sumOf(one)}</span>
        </li>
      ))}
      {message.reasons.map(({ rule, reason }) => (
        <li key={rule}>{t("given.reason", { reason })}</li>
      ))}
    </ul>
  );
}
