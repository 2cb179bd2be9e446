/** Tells a report of delay from one of failure: the server still tries, and nobody has to do anything yet (RFC 3464 §2.3.3). */
import type { BounceReport, StatusBlock } from "./bounce-report.ts";

/** Notices of servers that send no fields: Exim, Postfix, Google, Microsoft. */
const SUBJECT =
  /^\s*(?:warning: (?:message \S{1,60} delayed|could not send)|delayed mail\b|delivery (?:status notification )?\(?delay|delivery delayed)/i;

const isDelayed = (block: StatusBlock): boolean => /^\s*delayed\b/i.test(block.get("action") ?? "");

export interface Delay {
  /** What the report says of those who will not get it, if it says that of anybody. */
  readonly decided: BounceReport;
  /** Nobody has been given up. */
  readonly isDelay: boolean;
  /** Until when the server tries, where it says so. */
  readonly retryUntil: Date | undefined;
}

export function delayIn(report: BounceReport, subject: string): Delay {
  const given = report.failed.filter((block) => !isDelayed(block));
  const hasFields = report.failed.some((block) => block.has("action"));
  const isDelay = !report.isFeedback && (hasFields ? given.length === 0 : SUBJECT.test(subject));
  const until = new Date(report.failed.map((block) => block.get("will-retry-until")).find(Boolean) ?? "");
  return {
    decided: isDelay ? report : { ...report, failed: given },
    isDelay,
    retryUntil: isDelay && !Number.isNaN(until.getTime()) ? until : undefined,
  };
}
