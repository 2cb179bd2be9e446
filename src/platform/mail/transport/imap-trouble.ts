/** Reads what an IMAP server refuses (RFC 3501, response codes of RFC 5530) and says it in words. */
import type { ImapFlowError } from "imapflow";
import type { ImapIn } from "./imap-in.ts";
import { TokenNotHad } from "./smtp-out.ts";
import { networkTrouble, oneLine, type Trouble } from "./trouble.ts";

const COME_BACK_LATER = new Set(["UNAVAILABLE", "INUSE", "LIMIT", "SERVERBUG", "THROTTLED"]);

/** The trouble behind an error of the IMAP client. Never throws. */
export function imapTrouble(error: unknown, from: ImapIn, folder: string): Trouble {
  const { host, port } = from;
  const seen = error as ImapFlowError;
  const words = seen.responseText ?? (typeof seen.response === "string" ? seen.response : "");
  const said = words === "" ? {} : { said: oneLine(words) };
  if (error instanceof TokenNotHad) {
    const reason = (error.cause as { sentence?: string } | undefined)?.sentence;
    return {
      code: "token",
      sentence: reason ?? `We could not get permission to sign in to ${host}.`,
      wayOut: "Connect the mailbox again with its provider.",
    };
  }
  const network = networkTrouble(error, from);
  if (network?.code.startsWith("tls-")) return network;
  if (/does not support STARTTLS/.test(seen.message)) {
    return {
      code: "no-starttls",
      sentence: `${host}, port ${port}, does not offer STARTTLS.`,
      wayOut: "Use TLS on port 993, or no encryption if the server is on this very machine.",
    };
  }
  if (COME_BACK_LATER.has(seen.serverResponseCode ?? "") || seen.code === "ETHROTTLE") {
    return {
      code: "busy",
      sentence: `${host} asks us to try again later.`,
      wayOut: "Nothing to do: we try again by ourselves. If it stays so, close other programs that read this mailbox.",
      ...said,
    };
  }
  if (/Unsupported authentication mechanism/.test(seen.message) || seen.serverResponseCode === "PRIVACYREQUIRED") {
    return {
      code: "login-not-offered",
      sentence: `${host}, port ${port}, does not offer this way of signing in.`,
      wayOut:
        "Try TLS on port 993: most servers take passwords only over encryption. Some want OAuth instead of a password.",
      ...said,
    };
  }
  if (seen.authenticationFailed === true) {
    return {
      code: "login",
      sentence: `${host} did not accept the sign-in.`,
      wayOut:
        from.login.kind === "password"
          ? "Check user name and password. Many providers want an app password, and IMAP switched on in their settings."
          : "Connect the mailbox again with its provider.",
      ...said,
    };
  }
  if (seen.mailboxMissing === true || /\b(?:SELECT|EXAMINE)\b/.test(seen.executedCommand ?? "")) {
    return {
      code: "folder",
      sentence: `There is no folder called ${folder} in this mailbox.`,
      wayOut: "Choose one of the folders that the mailbox has. INBOX is always there.",
      ...said,
    };
  }
  if (network !== undefined) return network;
  return {
    code: "protocol",
    sentence: `${host}, port ${port}, does not speak IMAP as we understand it.`,
    wayOut: "Check that this is the port for reading mail.",
    said: oneLine(words || seen.message),
  };
}
