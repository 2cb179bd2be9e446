/** One mail to a server, on a connection of its own: for tests of both ends. */
import {
  type Envelope,
  openSubmitter,
  type SmtpOut,
  type SmtpPatience,
  type SubmitResult,
} from "../../src/platform/mail/index.ts";

export async function submit(
  out: SmtpOut,
  raw: Uint8Array,
  envelope: Envelope,
  patience: Partial<SmtpPatience> = {},
): Promise<SubmitResult> {
  const submitter = openSubmitter({ patience });
  try {
    return await submitter.submit(out, raw, envelope);
  } finally {
    await submitter.close();
  }
}
