/** How mail leaves the desk: what the outbox needs from the outside, and nothing of how it is done. */
import type { Envelope, SubmitResult } from "../../platform/mail/index.ts";
import type { Mailbox } from "../../records/mailbox/index.ts";

/** Both resolve, whatever happens. */
export interface WaysOut {
  /** Through the SMTP server of the mailbox. */
  readonly submit: (mailbox: Mailbox, raw: Uint8Array, envelope: Envelope) => Promise<SubmitResult>;
  /** To the sample customers, inside this process. Nothing that goes here leaves the machine. */
  readonly sink: (raw: Uint8Array, envelope: Envelope) => Promise<void>;
}
