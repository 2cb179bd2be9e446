/** Bytes as people say them: "312 kB", "4.1 MB". */
import { locale } from "../i18n.ts";

export function saySize(bytes: number): string {
  const [value, unit] =
    bytes < 1_000 ? [bytes, "byte"] : bytes < 1_000_000 ? [bytes / 1_000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit: unit as string,
    maximumFractionDigits: (value as number) < 10 && unit === "megabyte" ? 1 : 0,
  }).format(value as number);
}
