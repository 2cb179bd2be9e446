/**
 * Recognises mail that reports a failed delivery and reads it: the standard parts first (RFC 3464, RFC 5965), then the
 * headers, then the words that mail servers use. It gives one reading per mail, the first address that failed deciding.
 * It does not touch the original message and does not decide what the desk does about it.
 */
import { readMessageIds } from "./addresses.ts";
import { delayIn } from "./bounce-delay.ts";
import { evidenceOf, mayBeReport } from "./bounce-evidence.ts";
import { reasonOf } from "./bounce-reason.ts";
import { failedRecipients } from "./bounce-recipients.ts";
import { type BounceInput, type BounceReport, readBounceReport } from "./bounce-report.ts";
import { headerValue } from "./headers.ts";
import type { Bounce } from "./parsed-mail.ts";

const HARD = new Set(["userunknown", "hostunknown", "hasmoved", "notaccept"]);
const UNDECIDED = new Set(["onhold", "undefined"]);

/** Undefined where the mail reports no failed delivery: an out-of-office answer or a delivery receipt is none. */
export function readBounce(mail: BounceInput): Bounce | undefined {
  if (!mayBeReport(mail)) return undefined;
  const whole = readBounceReport(mail);
  if (!evidenceOf(mail, whole)) return undefined;
  const { decided: report, isDelay, retryUntil } = delayIn(whole, mail.subject);
  const recipients = failedRecipients(mail, report);
  if (recipients.length === 0 && !report.isStandard) return undefined;
  const { reason, status, diagnostic } = reasonOf(report, recipients[0] ?? "");
  const originalMessageId = originalId(mail, report);
  return {
    verdict: verdictOf(reason, status),
    status,
    reason,
    recipients,
    diagnostic,
    ...(isDelay ? { delayed: { until: retryUntil ?? null } } : {}),
    ...(originalMessageId ? { originalMessageId } : {}),
  };
}

function verdictOf(reason: string, status: string): Bounce["verdict"] {
  if (UNDECIDED.has(reason)) return "undecided";
  if (!HARD.has(reason)) return "soft";
  return status.startsWith("4") && reason !== "hostunknown" && reason !== "userunknown" ? "soft" : "hard";
}

function originalId(mail: BounceInput, report: BounceReport): string | undefined {
  const own = readMessageIds(headerValue(mail.headers, "message-id"))[0];
  const fromOriginal = readMessageIds(headerValue(report.originalHeaders, "message-id"))[0];
  if (fromOriginal) return fromOriginal;
  const loose = /^[ \t>]{0,8}message-id\s{0,3}:\s{0,10}(<[^<>\s]{3,900}>)/im.exec(report.everything)?.[1];
  const named = readMessageIds(loose)[0];
  if (named && named !== own) return named;
  return [
    ...readMessageIds(headerValue(mail.headers, "in-reply-to")),
    ...readMessageIds(headerValue(mail.headers, "references")),
  ][0];
}
