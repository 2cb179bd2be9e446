/** Builds a delivery report (RFC 3464) as a customer's mail server sends it when a mailbox is full or gone. */
import MimeNode from "nodemailer/lib/mime-node";

export interface BounceParts {
  readonly messageId: string;
  readonly subject: string;
  readonly date: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly bounced: { readonly address: string; readonly status: string; readonly diagnostic: string };
  /** Message-ID of the mail that could not be delivered; invented when the desk never sent one. */
  readonly original: string | undefined;
}

/** A multipart/report with its three parts: words for people, fields for machines, the headers of the lost mail. */
export async function composeBounce(parts: BounceParts): Promise<Buffer> {
  const domain = parts.bounced.address.slice(parts.bounced.address.lastIndexOf("@") + 1);
  const report = new MimeNode("multipart/report; report-type=delivery-status");
  report.setHeader({
    From: `Mail Delivery System <mailer-daemon@${domain}>`,
    To: parts.to.join(", "),
    Subject: parts.subject,
    Date: parts.date,
    "Message-ID": parts.messageId,
    "Auto-Submitted": "auto-replied",
    ...(parts.original === undefined ? {} : { "In-Reply-To": parts.original, References: parts.original }),
  });
  report.createChild("text/plain; charset=utf-8").setContent(parts.text);
  report
    .createChild("message/delivery-status")
    .setContent(
      [
        `Reporting-MTA: dns; mx1.${domain}`,
        `Arrival-Date: ${parts.date}`,
        "",
        `Final-Recipient: rfc822; ${parts.bounced.address}`,
        "Action: failed",
        `Status: ${parts.bounced.status}`,
        `Diagnostic-Code: smtp; ${parts.bounced.diagnostic}`,
        "",
      ].join("\r\n"),
    );
  report
    .createChild("text/rfc822-headers")
    .setContent(
      [
        `From: ${parts.to[0] ?? ""}`,
        `To: ${parts.bounced.address}`,
        `Message-ID: ${parts.original ?? `<undelivered.${parts.messageId.slice(1, 12)}@${domain}>`}`,
        "",
      ].join("\r\n"),
    );
  return report.build();
}
