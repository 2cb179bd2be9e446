/** Hands a raw mail to a mail server, as any customer's provider would. No queue: the caller tries again. */
import { createTransport } from "nodemailer";
import { Unavailable } from "../../kit/index.ts";

export interface SmtpAddress {
  readonly host: string;
  readonly port: number;
}

/**
 * Sends through the desk's own SMTP listener, the real way in. Samples never leave the machine, so a self-made certificate
 * there is accepted. Resolves with what the server said when it took the mail.
 * @throws Unavailable when the server cannot be reached or does not take the mail now.
 */
export async function sendThroughSmtp(
  raw: Buffer,
  envelope: { readonly from: string; readonly to: readonly string[] },
  { host, port }: SmtpAddress,
): Promise<string> {
  const transport = createTransport({
    host,
    port,
    secure: false,
    tls: { rejectUnauthorized: false },
    connectionTimeout: 10_000,
  });
  try {
    const sent = await transport.sendMail({ envelope: { from: envelope.from, to: [...envelope.to] }, raw });
    return sent.response;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Unavailable(
      "sample-mail",
      `The desk's mail listener at ${host}:${port} did not take a sample mail: ${said}`,
      error,
    );
  } finally {
    transport.close();
  }
}
