/**
 * Tries the way out of a mailbox as a real mail would go, and stops before the mail itself: nothing is sent. Sending a real
 * test mail is `submit`.
 */
import { isSendableAddress } from "./mail-address.ts";
import { connectSmtp, type SmtpOut, type SmtpPatience, talkSmtp, USUAL_PATIENCE } from "./smtp-out.ts";
import { notAnAddress, type SmtpError, smtpTrouble } from "./smtp-trouble.ts";
import { failed, type Probe } from "./trouble.ts";

export interface SmtpProbe {
  readonly from: string;
  /** Somebody outside the server's own domains, best the person's own other address: shows whether mail is passed on. */
  readonly to: string;
  /** The largest mail that the desk may want to send, in bytes. */
  readonly largestMail?: number;
}

// Somebody watches the screen while this runs.
const PROBE_PATIENCE: SmtpPatience = { ...USUAL_PATIENCE, connectMs: 15_000, answerMs: 20_000 };

/** Never rejects. */
export async function probeSmtpOut(
  out: SmtpOut,
  { from, to, largestMail }: SmtpProbe,
  patience: Partial<SmtpPatience> = {},
): Promise<Probe> {
  if (![from, to].every(isSendableAddress)) return failed(notAnAddress());
  try {
    const connection = await connectSmtp(out, { ...PROBE_PATIENCE, ...patience });
    try {
      let largest: number | false = false;
      await talkSmtp(connection, async ({ sendCommand, maxAllowedSize }) => {
        largest = maxAllowedSize;
        const ask = async (command: string, line: string): Promise<void> => {
          const { status, response } = await sendCommand(line);
          if (status >= 200 && status < 300) return;
          const refusal: SmtpError = { message: response, command, response, responseCode: status };
          throw Object.assign(new Error(response), { refusal });
        };
        const size = largestMail !== undefined && maxAllowedSize !== false ? ` SIZE=${largestMail}` : "";
        await ask("MAIL FROM", `MAIL FROM:<${from}>${size}`);
        await ask("RCPT TO", `RCPT TO:<${to}>`);
        await sendCommand("RSET");
      });
      const encrypted = connection.secure ? "encrypted" : "not encrypted";
      const signedIn = out.login === undefined ? "without signing in" : `signed in as ${out.login.user}`;
      const size = largest === false ? "" : `, takes mails up to ${Math.floor(largest / 1_000_000)} MB`;
      return { ok: true, detail: `${out.host} takes mail from ${from}: ${encrypted}, ${signedIn}${size}.` };
    } finally {
      connection.quit();
    }
  } catch (error) {
    return failed(smtpTrouble((error as { refusal?: SmtpError }).refusal ?? error, out));
  }
}
