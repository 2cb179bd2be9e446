/** What a mail says, looked at where it arrives: the mailbox's signature below it, and the history below that, or not. */
import { expect, test } from "vitest";
import { filingDesk, letter } from "../../../test/filing-desk.ts";
import { startSmtpSink } from "../../../test/servers/smtp-sink.ts";
import type { MailboxId } from "../../kit/index.ts";
import { parseMail } from "../../platform/mail/index.ts";
import { changeMailbox } from "../../records/mailbox/index.ts";
import { changeMySettings } from "../team/index.ts";

const sink = await startSmtpSink();
const desk = await filingDesk();
const { db } = desk.desk.database;
const help = await desk.mailbox({ address: "help@shop.test", smtpPort: sink.port });
const billing = await desk.mailbox({ address: "billing@shop.test", smtpPort: sink.port });
const ada = await desk.person("Ada", "admin");
const sign = (id: MailboxId, signature_html: string) => changeMailbox(db, id, { signature_html });
await sign(help, "<p>The <b>Lantern</b> people</p>");
await sign(billing, "<p>The Ledger &amp; Coin people</p>");

const QUESTION = "My lamp has a crack, order 4711.";
/** A customer asks, Ada answers. @returns the mail as it came to the customer, whole and as people read it. */
async function answered(to: string, reply: { quotesHistory?: boolean } = {}) {
  const asked = await desk.arrive(letter({ to, body: QUESTION }), { rcptTo: [to] });
  const before = sink.mails.length;
  await desk.answer(ada, asked.conversation_id, { html: "<p>A new one leaves today.</p>", ...reply });
  await desk.send();
  const [mail] = (await sink.until(before + 1)).slice(before);
  const parsed = await parseMail(mail?.raw as Buffer);
  return { text: parsed.text, html: parsed.html ?? "" };
}

test("each mailbox signs in its own name, below the words, in both parts of the mail", async () => {
  const [fromHelp, fromBilling] = [await answered("help@shop.test"), await answered("billing@shop.test")];
  expect(fromHelp.text).toMatch(/A new one leaves today\.\s+-- \nThe Lantern people/);
  expect(fromHelp.html).toContain("The <b>Lantern</b> people");
  expect(fromBilling.text).toMatch(/A new one leaves today\.\s+-- \nThe Ledger & Coin people/);
  expect(fromBilling.text).not.toContain("Lantern");
});

test("where the mailbox has no signature, the person's own stands below the words", async () => {
  await sign(help, "");
  await changeMySettings(desk.desk, ada, { signatureHtml: "<p>Ada, at your service</p>" });
  expect((await answered("help@shop.test")).text).toMatch(/leaves today\.\s+-- \nAda, at your service/);
});

test("what the customer wrote is quoted below, unless the writer took it out of this mail", async () => {
  const quoted = await answered("help@shop.test");
  expect(quoted.text).toContain(`> ${QUESTION}`);
  expect(quoted.html).toContain(QUESTION);
  const alone = await answered("help@shop.test", { quotesHistory: false });
  expect(alone.text).toContain("A new one leaves today.");
  expect(alone.text + alone.html).not.toContain(QUESTION);
});

test("a mailbox that quotes nothing quotes nothing, whatever the writer left ticked", async () => {
  await changeMailbox(db, help, { quotes_history: false });
  const alone = await answered("help@shop.test", { quotesHistory: true });
  expect(alone.text).toContain("A new one leaves today.");
  expect(alone.text + alone.html).not.toContain(QUESTION);
});
