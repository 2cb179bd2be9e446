/**
 * Puts what goes wrong between us and another mail server into words: one code, one sentence, one way out.
 * Knows sockets, names and certificates; what SMTP and IMAP servers say is read in smtp-trouble.ts and imap-trouble.ts.
 */

export type TroubleCode =
  | "dns"
  | "connect"
  | "timeout"
  | "closed"
  | "tls"
  | "tls-expired"
  | "tls-untrusted"
  | "tls-name"
  | "no-starttls"
  | "login"
  | "login-not-offered"
  | "token"
  | "folder"
  | "relay"
  | "from-refused"
  | "recipient"
  | "size"
  | "busy"
  | "blocked"
  | "refused"
  | "address"
  | "not-arrived"
  | "protocol";

/** What is wrong, for a person. `said` holds the other server's own words, on one line, when it said any. */
export interface Trouble {
  readonly code: TroubleCode;
  readonly sentence: string;
  readonly wayOut: string;
  readonly said?: string;
}

/** The outcome of a live test (settings screen, `heard doctor`). */
export type Probe = { readonly ok: true; readonly detail: string } | ({ readonly ok: false } & Trouble);

export interface ServerAddress {
  readonly host: string;
  readonly port: number;
}

const NAME_NOT_FOUND = new Set(["ENOTFOUND", "EAI_AGAIN", "EAI_NODATA", "EAI_NONAME", "EDNS", "ENODATA", "ESERVFAIL"]);
const NOBODY_THERE = new Set(["ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "EADDRNOTAVAIL", "ENETDOWN"]);
const TOO_SLOW = new Set([
  "ETIMEDOUT",
  "ETIMEOUT",
  "CONNECT_TIMEOUT",
  "GREETING_TIMEOUT",
  "UPGRADE_TIMEOUT",
  "TimeoutError",
  "UND_ERR_CONNECT_TIMEOUT",
]);
const HUNG_UP = new Set([
  "ECONNRESET",
  "EPIPE",
  "ECONNECTION",
  "NoConnection",
  "EConnectionClosed",
  "ECONNABORTED",
  "UND_ERR_SOCKET",
]);
const NOT_TRUSTED = new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "CERT_UNTRUSTED",
]);

/** The system's own code of an error, however the mail libraries have wrapped it. */
function codesOf(error: unknown): string[] {
  const found: string[] = [];
  let at: unknown = error;
  for (let depth = 0; depth < 4 && typeof at === "object" && at !== null; depth++) {
    const { originalCode, code, timeoutType, name, cause } = at as Record<string, unknown>;
    for (const each of [originalCode, code, timeoutType, name]) if (typeof each === "string") found.push(each);
    at = cause;
  }
  return found;
}

/** One line of plain text, at most 300 characters: server words go to screens and logs and must not break either. */
export function oneLine(words: unknown): string {
  const flat = String(words ?? "")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
    .replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ")
    .trim();
  return flat.length > 300 ? `${flat.slice(0, 299)}…` : flat;
}

/** Sockets, names and certificates. Returns undefined when the error is about none of them. */
export function networkTrouble(error: unknown, { host, port }: ServerAddress): Trouble | undefined {
  const codes = codesOf(error);
  const has = (set: ReadonlySet<string>) => codes.some((code) => set.has(code));
  const message = error instanceof Error ? error.message : "";
  if (codes.includes("CERT_HAS_EXPIRED")) {
    return {
      code: "tls-expired",
      sentence: `The certificate of ${host} has expired.`,
      wayOut: "Ask whoever runs that server to renew it. Until then we do not send passwords there.",
    };
  }
  if (has(NOT_TRUSTED)) {
    return {
      code: "tls-untrusted",
      sentence: `${host} shows a certificate that nobody we trust has signed.`,
      wayOut: "If the server is your own, paste its certificate into the settings of this mailbox.",
    };
  }
  if (codes.includes("ERR_TLS_CERT_ALTNAME_INVALID")) {
    return {
      code: "tls-name",
      sentence: `The certificate of that server is made out to another name than ${host}.`,
      wayOut: "Use the name that your provider gives for the server, often in its help pages.",
    };
  }
  if (has(NAME_NOT_FOUND)) {
    return {
      code: "dns",
      sentence: `We cannot find a server called ${host}.`,
      wayOut: "Check the spelling of the server name. If it is right, check the DNS of this machine.",
    };
  }
  if (has(NOBODY_THERE)) {
    return {
      code: "connect",
      sentence: `Nothing answers at ${host}, port ${port}.`,
      wayOut: "Check the port number, and whether a firewall stands between this machine and that server.",
    };
  }
  if (has(TOO_SLOW)) {
    return {
      code: "timeout",
      sentence: `${host}, port ${port}, did not answer in time.`,
      wayOut: "Check the port and the kind of encryption; a firewall that swallows connections looks the same.",
    };
  }
  if (
    codes.some(
      (code) => code === "EPROTO" || code === "ETLS" || code.startsWith("ERR_SSL_") || code.startsWith("ERR_TLS_"),
    ) ||
    /SSL|TLS/.test(message)
  ) {
    return {
      code: "tls",
      sentence: `We could not agree on encryption with ${host}, port ${port}.`,
      wayOut: "Try the other kind of encryption: TLS usually goes with port 465 or 993, STARTTLS with 587 or 143.",
      said: oneLine(message),
    };
  }
  if (has(HUNG_UP)) {
    return {
      code: "closed",
      sentence: `${host}, port ${port}, hung up in the middle of the conversation.`,
      wayOut: "Try again in a minute. If it stays so, check the port and the kind of encryption.",
    };
  }
  return undefined;
}

/** `{ok: false}` and the trouble, as a probe answers it. */
export function failed(trouble: Trouble): Probe {
  return { ok: false, ...trouble };
}
