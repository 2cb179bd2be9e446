/**
 * Whether mail to `help+anything@…` arrives is each provider's own choice (RFC 5233). A mailbox learns it from a mail that the desk
 * sends to itself. Until one has come in, answers and bounces are asked for at the plain address, and are recognised by our
 * Message-ID alone.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Desk } from "../../platform/desk/index.ts";
import {
  composeMail,
  makePlusAddress,
  openSubmitter,
  type ParsedMail,
  type Probe,
  probeInboundLoop,
  readTokens,
  type SmtpOut,
} from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import { dismissInboundMail, type InboundMail } from "../../records/conversation/index.ts";
import { changeMailbox, findMailbox, type Mailbox, mailboxesAt } from "../../records/mailbox/index.ts";

/** No conversation has this number, so an address with it was given to nobody but ourselves. */
const NO_CONVERSATION = 0;
const LOOK_EVERY_MS = 250;

/** @returns true when the mail was such a test: it is done with, and becomes no message. */
export async function tookSuffixTest(
  tx: Kysely<Tables>,
  desk: Desk,
  inbound: InboundMail,
  mail: ParsedMail,
): Promise<boolean> {
  if (inbound.via === "import") return false;
  const mark = readTokens(mail, desk.keys.signing).find(
    ({ kind, trusted, conversationId }) => trusted && kind === "plus-address" && conversationId === NO_CONVERSATION,
  );
  if (!mark) return false;
  for (const { id } of await mailboxesAt(tx, [mark.value])) await changeMailbox(tx, id, { suffix_arrives: true });
  await dismissInboundMail(tx, inbound.id);
  return true;
}

/**
 * Sends the test mail and waits until it is here again. What comes in later than `patienceMs` still counts, though nobody waits
 * for it. @returns "ok" also where it has not come: a mailbox works without.
 */
export async function trySuffix(desk: Desk, mailbox: Mailbox, out: SmtpOut, patienceMs: number): Promise<Probe> {
  const { db } = desk.database;
  const { id, address } = mailbox;
  const to = makePlusAddress(address, NO_CONVERSATION, desk.keys.signing);
  const mark = Buffer.from(desk.random(12)).toString("hex");
  const { raw } = await composeMail({
    from: { name: mailbox.name, address },
    to: [{ address: to }],
    subject: "A test of Heard",
    text: "By this mail the desk finds out whether mail to an address like the one above arrives. It can be deleted.",
    messageId: `<test.${mark}@${address.split("@")[1] ?? "localhost"}>`,
    date: desk.now(),
    automatic: "notice",
    seed: mark,
  });
  await changeMailbox(db, id, { suffix_arrives: false });
  const submitter = openSubmitter();
  try {
    const tried = await probeInboundLoop({
      submitter,
      out,
      raw,
      envelope: { mailFrom: address, rcptTo: [to] },
      arrived: async (signal) => {
        while (!(await findMailbox(db, id))?.suffix_arrives) await pause(LOOK_EVERY_MS, undefined, { signal });
      },
      patienceMs,
    });
    if (tried.ok)
      return {
        ok: true,
        detail: "A test mail to an address with a +suffix came in, so answers are asked for at such ones.",
      };
    return tried.code === "not-arrived"
      ? {
          ok: true,
          detail: `A test mail to an address with a +suffix went out and has not come in after ${Math.round(patienceMs / 1000)} seconds. Until it does, answers are asked for at ${address} itself; they find their conversation there too.`,
        }
      : tried;
  } finally {
    await submitter.close();
  }
}
