import { expect, test } from "vitest";
import { filingDesk, letter } from "../../../test/filing-desk.ts";
import { startSmtpSink } from "../../../test/servers/smtp-sink.ts";
import { makeReturnPath } from "../../platform/mail/index.ts";
import { delayOf, whatCameAfter } from "../../records/conversation/index.ts";
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

test("a server that is late and goes on trying is said on the message, and nothing else changes", async () => {
  const { asked, ours } = await answered();
  const before = await desk.conversation(asked);
  const late = bounce({ originalId: ours.mail_id as string, status: "4.2.2", action: "delayed" });
  const came = await desk.arrive(late, { mailFrom: "" });
  expect(came).toMatchObject({ class: "bounce", notes: { bounce: { verdict: "soft", delayed: true } } });

  const message = await desk.message(ours.id);
  expect(message.delivery).toBe("sent");
  expect(delayOf(message, desk.desk.now())).toMatch(
    /^Delayed on its way to ana@customers\.test; the server goes on trying/,
  );
  expect(await desk.conversation(asked)).toEqual({ ...before, message_count: before.message_count + 1 });
  const [address] = await addressesOf(desk.desk.database.db, [before.customer_id]);
  expect(address?.bounce ?? "").not.toContain("Mailbox is full");
  // A reply that was begun before is not held back by it.
  expect(await whatCameAfter(desk.desk.database.db, asked.conversation_id, ours.id, ada.id)).toEqual([]);
});

test("after a delay, silence for as long as servers try means that it has arrived", async () => {
  const { ours } = await answered();
  await desk.arrive(bounce({ originalId: ours.mail_id as string, status: "4.4.1", action: "delayed" }), {
    mailFrom: "",
  });
  const [message, now] = [await desk.message(ours.id), desk.desk.now().getTime()];
  const after = (days: number) => delayOf(message, new Date(now + days * 86_400_000));
  expect([after(4.9), after(5.1)]).toEqual([expect.stringContaining("goes on trying"), undefined]);
});

test("the failure that comes in the end takes the place of the delay, whichever of the two arrives first", async () => {
  for (const order of [
    ["delayed", "failed"],
    ["failed", "delayed"],
  ]) {
    const { asked, ours } = await answered();
    for (const action of order) {
      const status = action === "failed" ? "5.4.7" : "4.4.7";
      await desk.arrive(bounce({ originalId: ours.mail_id as string, status, action }), { mailFrom: "" });
    }
    const message = await desk.message(ours.id);
    expect(message).toMatchObject({ delivery: "bounced", delivery_note: expect.stringContaining("Could not be") });
    expect(delayOf(message, desk.desk.now())).toBeUndefined();
    expect((await desk.conversation(asked)).trouble).toContain("Could not be delivered");
  }
});

test("a mail that came back for a reason that may pass has come back all the same", async () => {
  const { ours } = await answered();
  await desk.arrive(bounce({ originalId: ours.mail_id as string, status: "5.2.2" }), { mailFrom: "" });
  expect(await desk.message(ours.id)).toMatchObject({ delivery: "bounced" });
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
