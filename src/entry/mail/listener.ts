/** The SMTP door: who is ours is asked of the mailboxes, and a mail is taken only once it is stored. */
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { receiveMail } from "../../desk/listen/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import {
  type Certificate,
  type SmtpListener,
  selfSignedCertificate,
  startSmtpListener,
} from "../../platform/mail/index.ts";
import { mailboxesAt } from "../../records/mailbox/index.ts";
import type { Log } from "../log.ts";
import { keptOnce } from "./kept-once.ts";

const USUAL_PORT = 2525;

export async function openMailDoor(desk: Desk, log: Log): Promise<SmtpListener> {
  const { settings } = desk;
  const name = settings.HEARD_SMTP_NAME ?? hostname();
  return startSmtpListener({
    hostname: name,
    host: settings.HEARD_SMTP_HOST,
    port: settings.HEARD_SMTP_PORT ?? USUAL_PORT,
    whenBusy: settings.HEARD_SMTP_PORT === undefined ? "move-up" : "give-up",
    largestMail: settings.HEARD_MAX_MAIL_MB * 1024 * 1024,
    certificate: certificateFor(desk, name),
    accepts: async (recipient) => ((await mailboxesAt(desk.database.db, [recipient])).length > 0 ? "yes" : "unknown"),
    store: (mail) =>
      receiveMail(desk, {
        raw: mail.raw,
        via: "smtp",
        mailboxId: null,
        mailFrom: mail.mailFrom,
        rcptTo: mail.rcptTo,
        remoteAddress: mail.remoteAddress,
      }),
    onTrouble: (error) => log.warn({ error }, "smtp.asked-to-come-back"),
  });
}

/** The team's own certificate, or one made for this installation and kept: other mail servers do not check names here. */
function certificateFor(desk: Desk, name: string): Certificate {
  const { HEARD_SMTP_TLS_CERT: certificate, HEARD_SMTP_TLS_KEY: key, HEARD_HOME } = desk.settings;
  if (certificate && key)
    return { certificatePem: readFileSync(certificate, "utf8"), privateKeyPem: readFileSync(key, "utf8") };
  return keptOnce(join(HEARD_HOME, "smtp-certificate.json"), () =>
    selfSignedCertificate({ hostname: name, now: desk.now() }),
  );
}
