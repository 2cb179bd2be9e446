/**
 * Reads what the team's own mail server found out about the sender (RFC 8601). Anybody can write an
 * Authentication-Results header, so only those that carry the name of one of our servers count; all others are ignored.
 * It checks no signature itself.
 */
import { headerValues } from "./headers.ts";
import type { MailHeader } from "./parsed-mail.ts";

export type AuthenticationResult =
  | "pass"
  | "fail"
  | "softfail"
  | "neutral"
  | "none"
  | "temperror"
  | "permerror"
  | "policy"
  | "unknown";

export interface Authentication {
  /** The server whose word this is; undefined where none of ours spoke. */
  readonly server?: string;
  readonly spf: AuthenticationResult;
  readonly dkim: AuthenticationResult;
  readonly dmarc: AuthenticationResult;
  /** True where our server says that the sender is not who he claims to be. */
  readonly failed: boolean;
  readonly why: readonly string[];
}

const RESULTS = new Set(["pass", "fail", "softfail", "neutral", "none", "temperror", "permerror", "policy"]);
const METHOD = /^\s*(spf|dkim|dmarc)\s{0,5}(?:\/\s{0,5}\d{1,3}\s{0,5})?=\s{0,5}([a-z]{2,12})/i;

/** @param ownServerNames authserv-ids of the team's servers, compared whole and without case. */
export function readAuthentication(headers: readonly MailHeader[], ownServerNames: readonly string[]): Authentication {
  const own = new Set(ownServerNames.map((name) => name.trim().toLowerCase()).filter((name) => name !== ""));
  const best: Record<"spf" | "dkim" | "dmarc", AuthenticationResult> = {
    spf: "unknown",
    dkim: "unknown",
    dmarc: "unknown",
  };
  const why: string[] = [];
  let server: string | undefined;
  let ignored = 0;
  for (const value of headerValues(headers, "authentication-results").slice(0, 50)) {
    const [head = "", ...clauses] = withoutComments(value.slice(0, 8000)).split(";");
    const name = (head.trim().split(/\s+/)[0] ?? "").replace(/^"|"$/g, "").toLowerCase();
    if (!own.has(name)) {
      ignored++;
      continue;
    }
    server ??= name;
    for (const clause of clauses) {
      const match = METHOD.exec(clause);
      if (!match) continue;
      const method = (match[1] as string).toLowerCase() as "spf" | "dkim" | "dmarc";
      const result = asResult(match[2] as string);
      // One good signature is enough (RFC 8601 §2.7.1); the topmost header decides otherwise.
      if (best[method] === "unknown" || (method === "dkim" && result === "pass")) best[method] = result;
    }
  }
  if (ignored > 0) why.push(`${ignored} Authentication-Results of other servers were ignored.`);
  if (!server) why.push("None of the team's own servers said anything about the sender.");
  for (const method of ["spf", "dkim", "dmarc"] as const)
    if (best[method] !== "unknown") why.push(`${server}: ${method} ${best[method]}.`);
  const failed = best.dmarc === "fail" || (best.dmarc !== "pass" && best.spf === "fail" && best.dkim !== "pass");
  return { ...(server ? { server } : {}), ...best, failed, why };
}

function asResult(word: string): AuthenticationResult {
  const lower = word.toLowerCase();
  if (lower === "hardfail") return "fail";
  return RESULTS.has(lower) ? (lower as AuthenticationResult) : "unknown";
}

/** Comments in brackets may be nested and may hold semicolons; quoted strings may hold brackets. */
function withoutComments(value: string): string {
  let out = "";
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < value.length; i++) {
    const c = value[i] as string;
    if (c === "\\") i++;
    else if (c === '"' && depth === 0) quoted = !quoted;
    else if (c === "(" && !quoted) depth++;
    else if (c === ")" && !quoted && depth > 0) depth--;
    else if (depth === 0) out += quoted && c === ";" ? " " : c;
  }
  return out;
}
