/**
 * Decides whether a mail reports a failed delivery at all. A report needs the look of a machine (sender, empty return
 * path, report structure) and the words or fields of a failure; a person who forwards a bounce is no bounce.
 */
import type { BounceInput, BounceReport } from "./bounce-report.ts";
import { headerValue } from "./headers.ts";

const DAEMON =
  /mailer[-_. ]?daemon|post[-_. ]?master|mail ?delivery ?(?:sub)?system|mail ?administrator|mdaemon|mail ?system|delivery ?notification|mailer@|bounces?@|undeliver|mail.?delivery|system ?administrator|internet ?mail ?delivery|system ?attendant|mail ?router|exchange.{0,20}(?:server|administrator)/i;
/** Senders that write all kinds of mail, reports among them. */
const MACHINE =
  /no-?reply@|bounce|symantec.{0,20}security|microsoft ?outlook|amazonses|virus|filter|gateway|mailscan|smtp|server|daemon/i;
const SUBJECT =
  /^\s*(?:(?:re|\*+\S{1,20}\*+|\[[^\]]{1,30}\])\s?:?\s*)?(?:undeliver(?:ed|able)|(?:e-?mail |mail |message )?delivery (?:has )?(?:status|failure|failed|problem|report|error|notification|delay(?:ed)?|unsuccessful|incomplete)|delivery-(?:status|failure)|failure (?:notice|delivery)|there was an error sending|did not reach|fail(?:ed|ure) (?:to deliver|mail|notice|delivery)|mail (?:delivery|failure|system error|could not|error|not delivered)|mail could not be delivered|returned (?:mail|e-?mail|message|to sender)|(?:mail|message|e-?mail) (?:not |could not be |un)?deliver|non-?deliver|nondeliverable|could not send|unable to deliver|warning: (?:could not send|message|e-?mail)|rejected (?:mail|message)|(?:your )?(?:message|mail|e-?mail)\b.{0,60}(?:could ?n[o']t be delivered|not delivered|rejected|blocked|bounced|returned|failed)|bounce[d]?\b|email bounce|unzustellbar|zustellung|nicht zustellbar|mail ?konnte|notification d'échec|échec|non remis|retour de courrier|courrier|message d'erreur|no se (?:ha )?p(?:udo|odido)|notificaci[oó]n de|mancata consegna|onbestelbaar|недоставлен|не доставлено|сообщение не доставлено|配信|送信|送達|.{0,12}エラー|退信|系统退信|無法傳送|delayed mail|considered unsolicited|user (?:unknown|mailbox)|mailbox (?:full|is full)|over quota|quota|invalid (?:recipient|address)|unknown (?:user|recipient)|no such user|complaint|abuse report|email feedback report|a message that you sent|postmaster notify|nonremise|報告|sorry)/i;
const WORDS =
  /could ?n[o']t be delivered|(?:was|were|is|been) (?:un|not )(?:able to )?(?:be )?deliver|undeliver|unable to (?:be )?deliver|deliver(?:y|ing) (?:to|of|has|for|failed|failure|attempt|status|your)|did not reach|exceeds allowed|lookup failure|not (?:be |been )?(?:delivered|deliverable|sent to)|permanent (?:fatal )?error|fatal error|failed (?:address|recipient|permanently|delivery|to deliver)|returned (?:to|mail|message|unprocessed)|rejected|bounce|user unknown|unknown (?:user|recipient|address|local)|no such (?:user|recipient|address|mailbox|host)|mailbox (?:is )?(?:full|unavailable|not found|disabled|over)|quota|does(?: not|n't) exist|invalid (?:recipient|address|mailbox|user)|address(?:es)? (?:had|failed|rejected|not|unknown)|recipient(?:s)? (?:not|unknown|rejected|failed|could|address)|host (?:unknown|not found)|(?:4|5)\d\d[ -](?:#?[45]\.\d{1,3}\.\d{1,3}|\S)|[45]\.\d{1,2}\.\d{1,3}|(?:message|mail) (?:delayed|blocked|discarded|was not)|will (?:continue|keep) (?:to )?(?:try|trying|retr)|not accept|unzustellbar|nicht zugestellt|nicht (?:erreich|gefunden)|n'(?:a|est) pas|non (?:distribu|remis)|no (?:se )?(?:ha )?(?:pudo|podido) |не (?:был[оа]? )?(?:доставлен|удалось|может|существует)|недостав|配信|送信でき|送達|存在|見つかり|unrouteable|giving up|deferred|timed out|connection refused/i;

const REPORT_PART = /^(?:message\/(?:(?:global-)?delivery-status|feedback-report)|multipart\/report)/;

/** A first look at sender and structure only, so that the letters of people are not searched for failures. */
export function mayBeReport(mail: BounceInput): boolean {
  const value = (name: string) => headerValue(mail.headers, name) ?? "";
  if (value("x-failed-recipients") !== "" || /^\s*complaint about message/i.test(mail.subject)) return true;
  return machinePoints(mail) > 0 || mail.parts.some(({ type }) => REPORT_PART.test(type));
}

function machinePoints(mail: BounceInput): number {
  const value = (name: string) => headerValue(mail.headers, name) ?? "";
  const sender = `${mail.from?.name ?? ""} ${mail.from?.address ?? ""} ${value("from")}`;
  const returnPath = headerValue(mail.headers, "return-path");
  const points = [
    DAEMON.test(sender) ? 2 : MACHINE.test(sender) ? 1 : 0,
    returnPath !== undefined && /^<?\s*>?$|mailer-daemon/i.test(returnPath.trim()) ? 1 : 0,
    /multipart\/report/i.test(value("content-type")) ? 2 : 0,
    /^\s*auto-/i.test(value("auto-submitted")) ? 1 : 0,
  ];
  return points.reduce((sum, point) => sum + point, 0);
}

/** True where the mail is a report of a failure, or of a complaint by feedback loop. */
export function evidenceOf(mail: BounceInput, report: BounceReport): boolean {
  if (report.isFeedback) return true;
  if (report.isStandard) return true;
  if (report.reached.length > 0 && report.failed.length === 0) return false;
  const value = (name: string) => headerValue(mail.headers, name) ?? "";
  if (value("x-failed-recipients") !== "") return true;
  if (/disposition-notification/i.test(value("content-type"))) return false;
  const machine = machinePoints(mail);
  if (machine === 0) return false;
  const words = report.words.slice(0, 20_000);
  const failure = [
    SUBJECT.test(mail.subject) ? 2 : 0,
    WORDS.test(words) ? 2 : 0,
    report.failed.length > 0 ? 3 : 0,
    report.originalHeaders.length > 2 ? 1 : 0,
    /^[ \t>]{0,10}(?:#?[45]\d\d[ -]|[^\n]{0,200}[ (:#][45]\.\d{1,2}\.\d{1,3})/m.test(words) ? 1 : 0,
  ].reduce((sum, point) => sum + point, 0);
  return failure >= 2 && machine + failure >= 5;
}
