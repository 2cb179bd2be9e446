import { expect, test } from "vitest";
import { parseMail } from "./parse-mail.ts";

/** RFC 3464, with one block for each recipient. */
const report = (blocks: readonly string[][], subject = "Undelivered Mail") =>
  parseMail(
    Buffer.from(
      [
        "From: MAILER-DAEMON@mx.example",
        "To: help@lanterns.example",
        `Subject: ${subject}`,
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        "",
        "--b",
        "Content-Type: text/plain",
        "",
        "Your mail could not be delivered yet.",
        "--b",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.example",
        ...blocks.flatMap((block) => ["", ...block]),
        "",
        "--b--",
        "",
      ].join("\r\n"),
    ),
  );
const about = (who: string, action: string, ...more: string[]) => [
  `Final-Recipient: rfc822; ${who}@wick.example`,
  `Action: ${action}`,
  `Status: ${action === "delayed" ? "4.4.1" : "5.1.1"}`,
  ...more,
];

test("a report of delay says until when the server tries, where it knows", async () => {
  const until = "Will-Retry-Until: Fri, 27 Nov 2026 08:00:00 +0100";
  expect((await report([about("ana", "delayed", until)])).bounce?.delayed).toEqual({
    until: new Date("2026-11-27T07:00:00Z"),
  });
  expect((await report([about("ana", "Delayed")])).bounce?.delayed).toEqual({ until: null });
});

test("of one that is late and one that failed, the report is about the one that failed", async () => {
  const { bounce } = await report([about("ana", "delayed"), about("bo", "failed")]);
  expect(bounce).toMatchObject({ recipients: ["bo@wick.example"], verdict: "hard", status: "5.1.1" });
  expect(bounce?.delayed).toBeUndefined();
});

test("a server without such fields says it in the subject", async () => {
  const plain = (subject: string) =>
    parseMail(
      Buffer.from(
        `From: Mail Delivery System <Mailer-Daemon@mx.example>\r\nTo: help@lanterns.example\r\nSubject: ${subject}\r\nAuto-Submitted: auto-replied\r\n\r\nThe message has not been delivered to all of its recipients.\r\n\r\n  ana@wick.example\r\n    delivery to host was deferred: 451 4.7.1 Please try again later\r\n`,
      ),
    );
  expect((await plain("Warning: message 1kXyz-0002 delayed 24 hours")).bounce?.delayed).toBeDefined();
  const failed = (await plain("Mail delivery failed: returning message to sender")).bounce;
  expect(failed).toBeDefined();
  expect(failed?.delayed).toBeUndefined();
});
