/**
 * Reads what an SMTP server refuses and says it in words. Enhanced status codes (RFC 3463) come first,
 * the server's prose only where the code leaves the cause open.
 */
import { LoginNotOffered, type SmtpOut, TokenNotHad } from "./smtp-out.ts";
import { networkTrouble, oneLine, type Trouble, type TroubleCode } from "./trouble.ts";

/** The parts of a nodemailer error that we read. */
export interface SmtpError {
  readonly message: string;
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

const WORDS: Record<
  "relay" | "from-refused" | "recipient" | "size" | "busy" | "blocked" | "refused" | "login" | "address",
  (host: string) => Pick<Trouble, "sentence" | "wayOut">
> = {
  relay: (host) => ({
    sentence: `${host} does not pass mail on for us to other domains.`,
    wayOut: "Sign in with the name and password of the mailbox, or ask the server's keeper to allow this machine.",
  }),
  "from-refused": (host) => ({
    sentence: `${host} does not let this account send from the mailbox's address.`,
    wayOut: "Use the account that owns the address, or let the provider add the address as a sender of this account.",
  }),
  recipient: (host) => ({
    sentence: `${host} says that this address does not take mail.`,
    wayOut: "Check the spelling of the address, or ask the customer for another way to write.",
  }),
  size: (host) => ({
    sentence: `The mail is larger than ${host} allows.`,
    wayOut: "Send smaller attachments, or a link to them.",
  }),
  busy: (host) => ({
    sentence: `${host} asks us to try again later.`,
    wayOut: "Nothing to do: we try again by ourselves.",
  }),
  blocked: (host) => ({
    sentence: `${host} takes this mail, or this server, for spam.`,
    wayOut: "Check SPF, DKIM and the reputation of the sending domain, then send again.",
  }),
  refused: (host) => ({
    sentence: `${host} refused the mail.`,
    wayOut: "The server's own words say why. Change the mail or ask whoever runs that server.",
  }),
  login: (host) => ({
    sentence: `${host} did not accept the sign-in.`,
    wayOut: "Check user name and password. Many providers want an app password instead of the usual one.",
  }),
  address: () => ({
    sentence: "One of the addresses is not a mail address.",
    wayOut: "Correct the address and send again.",
  }),
};

/** The trouble with an address that cannot stand in an SMTP command. */
export function notAnAddress(): Trouble {
  return { code: "address", ...WORDS.address("") };
}

/** "5.7.1" out of "550 5.7.1 …", or an empty string. */
function enhanced(response: string): string {
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? "";
}

function refusalCode({ command = "", response = "", responseCode = 0 }: SmtpError): keyof typeof WORDS {
  const status = enhanced(response);
  const detail = status.slice(2);
  if (responseCode === 552 || detail === "3.4" || detail === "2.3") return "size";
  if (/relay|not permitted to relay|authentication (?:is )?required|must authenticate/i.test(response)) return "relay";
  if (responseCode === 530) return "relay";
  if (/spam|blocked|blacklist|block ?list|reputation|spamhaus|unsolicited/i.test(response)) return "blocked";
  if (responseCode < 500 || responseCode === 503) return "busy";
  if (command === "MAIL FROM") return "from-refused";
  if (/sender|send as|sendas|not owned by/i.test(response) && command !== "DATA") return "from-refused";
  if (/sendas|send as|sender address rejected|not allowed to send/i.test(response)) return "from-refused";
  if (command === "RCPT TO") return "recipient";
  return "refused";
}

/** Whose refusal it was: 5xx to a mail's own commands will not change by waiting (RFC 5321 §4.2.1). */
export function isFinal(error: SmtpError): boolean {
  const { code, command, responseCode = 0 } = error;
  if (command === "API" && code === "EENVELOPE") return true;
  if (code === "EMESSAGE" && responseCode === 0 && command === "MAIL FROM") return true;
  const aboutTheMail = command === "MAIL FROM" || command === "RCPT TO" || command === "DATA";
  // 503 says that the session was out of step; 530 that we must sign in: both are about us, not about the mail.
  return aboutTheMail && responseCode >= 500 && responseCode !== 503 && responseCode !== 530;
}

/** The trouble behind an error of the SMTP client. Never throws; an error it does not know becomes "protocol". */
export function smtpTrouble(error: unknown, out: SmtpOut): Trouble {
  const { host } = out;
  const seen = error as SmtpError;
  const response = seen.response ?? "";
  const said = response === "" ? {} : { said: oneLine(response) };
  const known = (code: keyof typeof WORDS): Trouble => ({ code: code as TroubleCode, ...WORDS[code](host), ...said });
  if (error instanceof LoginNotOffered) {
    return {
      code: "login-not-offered",
      sentence: `${host}, port ${out.port}, offers no sign-in on this connection.`,
      wayOut: "Try STARTTLS on port 587 or TLS on port 465: most servers take passwords only over encryption.",
    };
  }
  const tokenError = error instanceof TokenNotHad ? error : (error as { cause?: unknown })?.cause;
  if (tokenError instanceof TokenNotHad) {
    const reason = (tokenError.cause as { sentence?: string } | undefined)?.sentence;
    return {
      code: "token",
      sentence: reason ?? `We could not get permission to sign in to ${host}.`,
      wayOut: "Connect the mailbox again with its provider.",
    };
  }
  const network = networkTrouble(error, out);
  if (network?.code.startsWith("tls-")) return network;
  if (seen.command === "STARTTLS" || (seen.command === "EHLO" && /STARTTLS/.test(seen.message))) {
    return {
      code: "no-starttls",
      sentence: `${host}, port ${out.port}, does not offer STARTTLS.`,
      wayOut: "Use TLS on port 465, or no encryption if the server is on this very machine.",
      ...said,
    };
  }
  if (seen.code === "EAUTH" || seen.command?.startsWith("AUTH")) {
    return (seen.responseCode ?? 0) < 500 && seen.responseCode ? known("busy") : known("login");
  }
  if (seen.command === "API" && seen.code === "EENVELOPE") return known("address");
  if (seen.code === "EMESSAGE" && !seen.responseCode && seen.command === "MAIL FROM") return known("size");
  if (seen.responseCode !== undefined && seen.command !== "CONN" && seen.command !== "EHLO")
    return known(refusalCode(seen));
  if (seen.responseCode !== undefined) return known(seen.responseCode < 500 ? "busy" : "blocked");
  if (network !== undefined) return network;
  return {
    code: "protocol",
    sentence: `${host}, port ${out.port}, does not speak SMTP as we understand it.`,
    wayOut: "Check that this is the port for sending mail.",
    said: oneLine(seen.message),
  };
}
