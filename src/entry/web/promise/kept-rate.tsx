/** How much of what fell due was kept or moved with notice; how it is reckoned, n and the interval on hover and on focus. */
import type { ReactNode } from "react";
import type { KeptRate as Rate } from "../../contract/index.ts";
import { t } from "../i18n.ts";

const inPercent = (share: number): number => Math.round(share * 100);

export function KeptRate({ rate }: { rate: Rate }): ReactNode {
  if (rate.share === null) return <p className="text-soft text-sm">{t("promises.rate-none")}</p>;
  const percent = inPercent(rate.share);
  const { kept, moved, broken, withdrawn, of: count } = rate;
  const [low, high] = [inPercent(rate.low), inPercent(rate.high)];
  const how = t("promises.rate-how", { kept, moved, broken, withdrawn, percent, count, low, high });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: how it is reckoned is told on focus, too
    <p tabIndex={0} data-tip={how} className="rounded-sm text-sm">
      <span className="font-medium tabular-nums">{t("promises.rate", { percent })}</span>{" "}
      <span className="text-soft tabular-nums">{t("promises.rate-of", { count })}</span>
      <span className="sr-only"> {how}</span>
    </p>
  );
}
