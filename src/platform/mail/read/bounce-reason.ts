/**
 * Says why a mail was not delivered, in Sisimai's vocabulary, from the sentence of the other server, its status code and,
 * last, the words of the report. The order matters: what names the cause most exactly is asked first.
 */
import { REASON_PATTERNS } from "./bounce-patterns.ts";
import type { BounceReport, StatusBlock } from "./bounce-report.ts";

export interface BounceReason {
  readonly reason: string;
  /** RFC 3463, "" where none was found. */
  readonly status: string;
  readonly diagnostic: string;
}

const MAX_DIAGNOSTIC = 1000;
const STATUS = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/g;
/** A line that begins with somebody's address is about that one. */
const OTHER_ADDRESS = /^\s{0,8}["<]{0,2}[^\s<>@"]{1,100}@[^\s<>@"]{2,100}[">]{0,2}\s{0,3}(?::|\.\.\.)/;
const REPLY_LINE = /(?:^|[\s:(<"'#])(?:[45]\d\d[ -]|#?[45]\.\d{1,3}\.\d{1,3})/;

/** Status codes that name a cause on their own (RFC 3463 §3, RFC 5248, RFC 7372). */
const BY_STATUS: Readonly<Record<string, string>> = {
  "1.1": "userunknown",
  "1.2": "hostunknown",
  "1.3": "userunknown",
  "1.4": "filtered",
  "1.6": "hasmoved",
  "1.7": "rejected",
  "1.8": "rejected",
  "1.9": "userunknown",
  "1.10": "notaccept",
  "2.0": "filtered",
  "2.1": "suspend",
  "2.2": "mailboxfull",
  "2.3": "exceedlimit",
  "2.4": "filtered",
  "3.0": "systemerror",
  "3.1": "systemfull",
  "3.2": "notaccept",
  "3.3": "systemerror",
  "3.4": "mesgtoobig",
  "3.5": "systemerror",
  "4.0": "networkerror",
  "4.1": "expired",
  "4.2": "networkerror",
  "4.3": "systemerror",
  "4.4": "hostunknown",
  "4.5": "expired",
  "4.6": "networkerror",
  "4.7": "expired",
  "5.0": "mailererror",
  "5.2": "syntaxerror",
  "5.3": "toomanyconn",
  "5.4": "systemerror",
  "6.0": "contenterror",
  "6.1": "contenterror",
  "6.2": "contenterror",
  "6.3": "contenterror",
  "6.6": "contenterror",
  "6.7": "notcompliantrfc",
  "7.0": "securityerror",
  "7.2": "filtered",
  "7.8": "securityerror",
  "7.9": "securityerror",
  "7.20": "authfailure",
  "7.21": "authfailure",
  "7.22": "authfailure",
  "7.23": "authfailure",
  "7.24": "authfailure",
  "7.25": "requireptr",
  "7.26": "authfailure",
  "7.27": "notaccept",
  "7.28": "speeding",
  "7.29": "authfailure",
  "7.30": "securityerror",
};

export function reasonOf(report: BounceReport, recipient: string): BounceReason {
  if (report.isFeedback) return { reason: "feedback", status: "", diagnostic: excerpt(report.words) };
  const block = report.failed.find((candidate) => names(candidate, recipient)) ?? report.failed[0];
  const said =
    block?.get("diagnostic-code")?.replace(/^\s*(?:smtp|x-[\w-]{1,30}|dns|unix|permanent|system)\s*;\s*/i, "") ?? "";
  const spoken = sentencesOf(report.words, recipient);
  const fields = [block?.get("status") ?? "", said];
  const status = statusOf(fields[0] ?? "", said, spoken);
  const action = block?.get("action")?.toLowerCase() ?? "";
  const diagnostic = excerpt(said || spoken || report.words);
  const byWords = matchReason(said) ?? matchReason(spoken);
  const specific = byWords ?? BY_STATUS[status.slice(2)];
  if (specific) return { reason: refined(specific, status, `${said} ${spoken}`, report), status, diagnostic };
  const loose = matchReason(report.words.slice(0, 20_000));
  if (loose) return { reason: loose, status, diagnostic };
  if (/delayed/.test(action) || status.startsWith("4")) return { reason: "expired", status, diagnostic };
  return { reason: byReply(said || spoken), status, diagnostic };
}

/** A name that could not be looked up this time is the network; "user unknown" after the whole mail was sent is a filter. */
function refined(reason: string, status: string, sentence: string, report: BounceReport): string {
  const words = report.words;
  if (reason === "hostunknown" && (status.startsWith("4") || /try again|temporar|soft error/i.test(sentence)))
    return "networkerror";
  if (reason === "filtered" && /unknown user/i.test(sentence) && /rcpt/i.test(sentence)) return "userunknown";
  if (reason !== "userunknown") return reason;
  // Amazon's inbound service took the mail and then applied a rule that the recipient had set up.
  if (/reporting-mta:[^\n]{0,40}inbound-smtp\.[\w-]{1,30}\.amazonaws\.com/i.test(report.everything)) return "filtered";
  const afterData = /end of data|after data|in reply to (?:the )?(?:end of )?data|reply to data/i.test(
    `${sentence} ${words.slice(0, 20_000)}`,
  );
  const afterRcpt = /rcpt/i.test(sentence) || /rcpt to command/i.test(words.slice(0, 20_000));
  if (afterData && !afterRcpt) return "filtered";
  return status === "5.2.0" && !afterRcpt ? "filtered" : reason;
}

function byReply(text: string): string {
  if (/(?:^|\s)550[ -]/.test(text)) return "rejected";
  return text === "" ? "undefined" : "onhold";
}

function names(block: StatusBlock, recipient: string): boolean {
  return (
    recipient !== "" &&
    ["final-recipient", "original-recipient", "x-actual-recipient"].some((name) =>
      (block.get(name) ?? "").toLowerCase().includes(recipient.toLowerCase()),
    )
  );
}

function matchReason(text: string): string | undefined {
  if (text === "") return undefined;
  const flat = text.replace(/[\s\u00a0]+/g, " ").slice(0, 20_000);
  return REASON_PATTERNS.find(([, pattern]) => pattern.test(flat))?.[0];
}

/** The exact code where several stand: "5.1.1" in the sentence says more than "5.0.0" in the field. */
function statusOf(field: string, said: string, spoken: string): string {
  const codes = [field, said, spoken].flatMap((text) =>
    [...text.slice(0, 5000).matchAll(STATUS)].map((match) => match[1] as string),
  );
  const exact = codes.find((code) => !/^[245]\.0\.0$/.test(code));
  if (exact) return exact;
  if (codes[0]) return codes[0];
  const reply = /(?:^|[\s:(<"'#>])([45])\d\d[ -]/.exec(`${said} ${spoken}`)?.[1];
  return reply ? `${reply}.0.0` : "";
}

/** The lines of the report that carry a code or stand by the address. */
function sentencesOf(words: string, recipient: string): string {
  const lines = words.slice(0, 50_000).split("\n");
  const picked: string[] = [];
  let foreign = false;
  const named = recipient !== "" && words.toLowerCase().includes(recipient.toLowerCase());
  for (let i = 0; i < lines.length && picked.length < 40; i++) {
    const line = lines[i] as string;
    const near = recipient !== "" && line.toLowerCase().includes(recipient.toLowerCase());
    if (near) foreign = false;
    else if (named && OTHER_ADDRESS.test(line)) foreign = true;
    if (foreign || (!near && !REPLY_LINE.test(line))) continue;
    picked.push(line.trim());
    for (let n = i + 1; n <= i + 3 && n < lines.length; n++) {
      const next = (lines[n] as string).trim();
      if (next === "" || (OTHER_ADDRESS.test(next) && !next.toLowerCase().includes(recipient.toLowerCase()))) break;
      picked.push(next);
    }
  }
  return [...new Set(picked)].join(" ");
}

function excerpt(text: string): string {
  return text
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .slice(0, MAX_DIAGNOSTIC);
}
