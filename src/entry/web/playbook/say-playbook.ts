/** A playbook's times, limits and variables in words. */
import type { PlaybookLimit, TimeSpan } from "../../../method/playbook/index.ts";
import { FACT_KINDS } from "../../../method/reading/index.ts";
import { locale, t } from "../i18n.ts";

export const saySpan = ({ count, unit }: TimeSpan): string => t(`playbook.${unit}`, { count });

/** "60.00 EUR" as €60.00; a share as 25 %. */
export function saySum(amount: string, currency: string): string {
  if (currency === "%") return `${amount} %`;
  try {
    return new Intl.NumberFormat(locale, { style: "currency", currency }).format(Number(amount));
  } catch {
    return `${amount} ${currency}`;
  }
}

export function sayLimit({ amount, currency, count }: PlaybookLimit): string {
  if (amount !== undefined && currency !== undefined) return saySum(amount, currency);
  return count === undefined ? t("playbook.nothing-given") : t("playbook.times", { count });
}

/** "fact.error_code" as "error code". */
export function sayVariable(name: string): string {
  if (name === "customer.first_name" || name === "agent.first_name") return t(`variable.${name}`);
  const kind = FACT_KINDS.find((one) => name === `fact.${one.replaceAll("-", "_")}`);
  return kind ? t(`kind.${kind}`).toLowerCase() : name;
}
