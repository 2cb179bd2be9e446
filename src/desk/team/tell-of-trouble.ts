/**
 * Tells the admins by mail of a mailbox that has not worked for a while, once per trouble, and once when it works again. The
 * mail leaves by another mailbox where there is one. While none can send, the screens say it and this waits.
 */
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { listPeople } from "../../records/account/index.ts";
import {
  nextTroubleToTell,
  noteTold,
  putSystemMail,
  systemMailbox,
  type TroubleToTell,
} from "../../records/mailbox/index.ts";

/** Servers restart and networks falter; what lasts longer needs somebody. */
const PATIENCE_MS = 15 * 60_000;

/** A sweep's portion: one trouble, or the end of one. */
export async function tellOfTrouble(desk: Desk): Promise<"done" | "more"> {
  const now = desk.now();
  const told = await desk.database.inOneGo(async (tx) => {
    const next = await nextTroubleToTell(tx, new Date(now.getTime() - PATIENCE_MS));
    if (!next) return false;
    const carrier = await systemMailbox(tx, next.id);
    if (!carrier || carrier.out_trouble !== null) return false;
    const admins = (await listPeople(tx)).filter(
      ({ role, disabled, invited }) => role === "admin" && !disabled && !invited,
    );
    for (const { email } of admins)
      await putSystemMail(
        tx,
        { to: email, about: next.id, ...wording(next, desk.settings.HEARD_URL) },
        { now, random: desk.random },
      );
    await noteTold(tx, next.id, next.way, next.trouble === null ? null : now);
    await note(tx, { at: now, kind: "mailbox.admins-told", data: { mailboxId: next.id, way: next.way } });
    return true;
  });
  if (!told) return "done";
  desk.poke("send-outbox");
  return "more";
}

function wording(
  { name, address, way, trouble }: TroubleToTell,
  url: string | undefined,
): { readonly subject: string; readonly text: string } {
  const mailbox = `${name} (${address})`;
  if (trouble === null)
    return {
      subject: way === "in" ? `Mail comes in again for ${name}` : `Mail of ${name} leaves again`,
      text:
        way === "in"
          ? `Hello,\n\nmail comes in again for the mailbox ${mailbox}. What had waited at its server is being fetched.\n`
          : `Hello,\n\nmail of the mailbox ${mailbox} leaves again. What had waited is being sent.\n`,
    };
  const where = url ? `\n\nIts settings are here: ${url}/settings/mailboxes` : "";
  return {
    subject: way === "in" ? `No mail comes in for ${name}` : `Mail of ${name} does not leave`,
    text:
      way === "in"
        ? `Hello,\n\nfor a quarter of an hour no mail has come in for the mailbox ${mailbox}:\n\n${trouble}\n\nThe desk keeps trying. Nothing is lost: mail waits at its server.${where}\n`
        : `Hello,\n\nfor a quarter of an hour no mail of the mailbox ${mailbox} has left:\n\n${trouble}\n\nThe desk keeps trying. Nothing is lost: mail waits in the outbox.${where}\n`,
  };
}
