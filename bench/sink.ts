/** Where the desk's mail goes while it is measured: an SMTP server on this machine that takes everything and keeps nothing. */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface Sink {
  readonly port: number;
  /** How many mails have come. */
  readonly count: () => number;
  readonly close: () => Promise<void>;
}

export async function openSink(): Promise<Sink> {
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    onData(stream, _session, done) {
      stream.resume();
      stream.on("end", () => {
        count += 1;
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    count: () => count,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
