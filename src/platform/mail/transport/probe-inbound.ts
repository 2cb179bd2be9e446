/**
 * Tries the way in from the other side. `probeListener` knocks at our own SMTP door as a stranger's server would;
 * `probeInboundLoop` sends a real mail out and waits for it to come back in.
 */
import type { Envelope } from "./deliver-once.ts";
import { isSendableAddress } from "./mail-address.ts";
import { connectSmtp, type SmtpOut, type SmtpPatience, talkSmtp, USUAL_PATIENCE } from "./smtp-out.ts";
import { notAnAddress, smtpTrouble } from "./smtp-trouble.ts";
import type { Submitter } from "./submit.ts";
import { failed, oneLine, type Probe, type ServerAddress } from "./trouble.ts";

/**
 * Is our listener there, does it take mail for `recipient`, and does it refuse to pass on mail for strangers? Sends nothing;
 * never rejects. The listener's certificate is its own and is not checked, as other mail servers do not check it either.
 */
export async function probeListener(
  door: ServerAddress,
  recipient: string,
  patience: Partial<SmtpPatience> = {},
): Promise<Probe> {
  if (!isSendableAddress(recipient)) return failed(notAnAddress());
  const out: SmtpOut = { ...door, security: "none" };
  const stranger = "nobody@heard-relay-test.invalid";
  try {
    const connection = await connectSmtp(out, { ...USUAL_PATIENCE, connectMs: 10_000, answerMs: 10_000, ...patience });
    try {
      const said = { ours: "", strangers: "" };
      await talkSmtp(connection, async ({ sendCommand }) => {
        await sendCommand("MAIL FROM:<>");
        said.ours = (await sendCommand(`RCPT TO:<${recipient}>`)).response;
        said.strangers = (await sendCommand(`RCPT TO:<${stranger}>`)).response;
        await sendCommand("RSET");
      });
      if (!said.ours.startsWith("2")) {
        return failed({
          code: "recipient",
          sentence: `The mail door at ${door.host}, port ${door.port}, takes no mail for ${recipient}.`,
          wayOut:
            "If this is Heard's door, check the address of the mailbox. If another mail server answers here, let it pass mail on to Heard.",
          said: oneLine(said.ours),
        });
      }
      if (said.strangers.startsWith("2")) {
        return failed({
          code: "relay",
          sentence: `The mail server at ${door.host}, port ${door.port}, passes on mail for anybody.`,
          wayOut: "That is not Heard's own door. Close this server to strangers before spammers find it.",
          said: oneLine(said.strangers),
        });
      }
      return {
        ok: true,
        detail: `The mail door at ${door.host}, port ${door.port}, takes mail for ${recipient} and for nobody else.`,
      };
    } finally {
      connection.quit();
    }
  } catch (error) {
    return failed(smtpTrouble(error, out));
  }
}

export interface InboundLoop {
  readonly submitter: Pick<Submitter, "submit">;
  readonly out: SmtpOut;
  /** A composed mail to the mailbox's own address. */
  readonly raw: Uint8Array;
  readonly envelope: Envelope;
  /** Resolves when that mail has been stored by the way in. Given up on after `patienceMs`. */
  readonly arrived: (signal: AbortSignal) => Promise<unknown>;
  readonly patienceMs: number;
}

/** Sends a real mail; never rejects. */
export async function probeInboundLoop({
  submitter,
  out,
  raw,
  envelope,
  arrived,
  patienceMs,
}: InboundLoop): Promise<Probe> {
  const gaveUp = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), patienceMs);
  });
  try {
    // Waiting begins before sending: the mail may be back before the server has said yes.
    const waiting = arrived(gaveUp.signal).then(
      () => "here" as const,
      () => "late" as const,
    );
    const result = await submitter.submit(out, raw, envelope);
    if (result.outcome !== "sent") {
      const said = result.said === undefined ? {} : { said: result.said };
      return failed({ code: result.code, sentence: result.why, wayOut: result.wayOut, ...said });
    }
    if ((await Promise.race([waiting, tooLate])) === "here") {
      return { ok: true, detail: `A test mail to ${envelope.rcptTo[0]} went out and came back in.` };
    }
    return failed({
      code: "not-arrived",
      sentence: `A test mail to ${envelope.rcptTo[0]} went out, but it has not come in yet.`,
      wayOut:
        "Look for it in the mailbox and its spam folder. If it is there, check the way in; if not, check where the address's mail is delivered (its MX record).",
      said: oneLine(result.response),
    });
  } finally {
    clearTimeout(timer);
    gaveUp.abort();
  }
}
