import { expect, test } from "vitest";
import { filingDesk, letter } from "../../../test/filing-desk.ts";
import { startSmtpSink } from "../../../test/servers/smtp-sink.ts";
import { makeReturnPath } from "../../platform/mail/index.ts";
import { addressesOf } from "../../records/customer/index.ts";
import { changeStatus } from "../team/index.ts";

const sink = await startSmtpSink();
const desk = await filingDesk();
const ada = await desk.person("Ada");
await desk.mailbox({ address: "help@shop.test", smtpPort: sink.port, acknowledges: true });

/** RFC 3464, as Postfix writes it. */
function bounce(of: { to?: string; originalId?: string; status?: string; action?: string; who?: string }): string {
  const { to = "help@shop.test", originalId, status = "5.1.1", action = "failed", who = "ana@customers.test" } = of;
  const said = action === "failed" ? `550 ${status} No such user` : `452 ${status} Mailbox is full`;
  return [
    "From: MAILER-DAEMON@mx.customers.test (Mail Delivery System)",
    `To: ${to}`,
    "Subject: Undelivered Mail Returned to Sender",
    `Message-ID: <bounce-${Math.abs(status.length * 31 + (originalId ?? to).length)}-${status}@mx.customers.test>`,
    "Date: Mon, 23 Nov 2026 09:10:00 +0000",
    "Auto-Submitted: auto-replied",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    `<${who}>: host mx.customers.test said: ${said}`,
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.customers.test",
    "",
    `Final-Recipient: rfc822; ${who}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${said}`,
    "",
    "--b",
    "Content-Type: text/rfc822-headers",
    "",
    ...(originalId ? [`Message-ID: <${originalId}>`] : []),
    "Subject: Re: The lamp arrived broken",
    "",
    "--b--",
    "",
  ].join("\r\n");
}

async function answered() {
  const asked = await desk.arrive(letter());
  const ours = await desk.answer(ada, asked.conversation_id);
  await desk.send();
  expect((await desk.message(ours.id)).delivery).toBe("sent");
  return { asked, ours };
}

test("a bounce that names only our signed return path finds its message, and marks message, address and conversation", async () => {
  const { asked, ours } = await answered();
  const path = makeReturnPath("help@shop.test", ours.id, desk.desk.keys.signing);
  const came = await desk.arrive(bounce({ to: path }), { rcptTo: [path], mailFrom: "" });
  expect(came).toMatchObject({ conversation_id: asked.conversation_id, class: "bounce", acknowledgement: null });
  expect(came.notes.bounce).toMatchObject({ verdict: "hard", status: "5.1.1" });
  expect(await desk.message(ours.id)).toMatchObject({
    delivery: "bounced",
    delivery_note: expect.stringContaining("ana@customers.test"),
  });
  expect(await desk.conversation(asked)).toMatchObject({
    status: "open",
    trouble: expect.stringContaining("No such user"),
  });
  const [address] = await addressesOf(desk.desk.database.db, [(await desk.conversation(asked)).customer_id]);
  expect(address?.bounce).toContain("No such user");
});

test("a bounce that carries the original's headers finds it by its Message-ID", async () => {
  const { asked, ours } = await answered();
  const came = await desk.arrive(bounce({ originalId: ours.mail_id as string }), { mailFrom: "" });
  expect(came.conversation_id).toBe(asked.conversation_id);
  expect((await desk.message(ours.id)).delivery).toBe("bounced");
});

test("a bounce for now says so, and is soft", async () => {
  const { ours } = await answered();
  const came = await desk.arrive(bounce({ originalId: ours.mail_id as string, status: "4.2.2", action: "delayed" }), {
    mailFrom: "",
  });
  expect(came.notes.bounce?.verdict).toBe("soft");
  expect((await desk.message(ours.id)).delivery_note).toContain("for now");
});

test("a bounce about a mail that is not ours is shown like any other, as a bounce, and no machine answers it", async () => {
  const came = await desk.arrive(bounce({ originalId: "stranger@elsewhere.test", who: "x@elsewhere.test" }), {
    mailFrom: "",
  });
  expect(came).toMatchObject({ class: "bounce", acknowledgement: null });
  expect((await desk.conversation(came)).status).toBe("open");
});

test("the same bounce twice is one message", async () => {
  const { ours } = await answered();
  const raw = bounce({ originalId: ours.mail_id as string, status: "5.4.4" });
  expect((await desk.arrive(raw, { mailFrom: "" })).id).toBe((await desk.arrive(raw, { mailFrom: "" })).id);
});

test("a bounce brings nothing back out of the trash", async () => {
  const { asked, ours } = await answered();
  await changeStatus(desk.desk, ada, asked.conversation_id, { status: "trash", reason: "", blockSender: false });
  await desk.arrive(bounce({ originalId: ours.mail_id as string, status: "5.2.1" }), { mailFrom: "" });
  expect((await desk.conversation(asked)).status).toBe("trash");
});
