/**
 * Takes a mailbox away. Nothing that anybody wrote goes with it: its conversations and snippets move to another mailbox, whose
 * people then see them. What it still has to send must leave, or be taken back, first, and what came for it must be filed. Whoever
 * shows a mail in it at this very moment is waited for, or comes too late: no conversation is ever left in a mailbox that is gone.
 */
import { type MailboxId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { assigneesIn, countInMailbox, countUnfiledFor, giveMailboxTo } from "../../records/conversation/index.ts";
import {
  aliasesAndPeople,
  countSnippetsOf,
  countUnsent,
  giveSnippetsTo,
  holdMailbox,
  lockMailbox,
  removeMailbox as removeOne,
  visibleMailboxIds,
} from "../../records/mailbox/index.ts";

/** @param to where its conversations go. Refusals: mailbox-not-found, sample-stays, same, in-use, sample-mix, mail-waiting. */
export async function removeMailbox(
  desk: Desk,
  by: SignedIn,
  id: MailboxId,
  to: MailboxId | undefined,
): Promise<Refusal | undefined> {
  const refused = await desk.database.inOneGo(async (tx): Promise<Refusal | undefined> => {
    const mailbox = await lockMailbox(tx, id);
    if (!mailbox) return refuse("mailbox-not-found", "This mailbox is not here any more.", "Look at the list again.");
    if (mailbox.is_sample)
      return refuse("sample-stays", "This is a sample mailbox.", "Remove the samples, all at once, in the settings.");
    if (to === id) return refuse("same", "Its conversations cannot stay in it.", "Choose another mailbox for them.");
    const target = to === undefined ? undefined : await holdMailbox(tx, to);
    if (to !== undefined && !target)
      return refuse("mailbox-not-found", "The mailbox for its conversations is not here.", "Choose another one.");
    if (target?.is_sample)
      return refuse("sample-mix", "Real conversations do not go to a sample mailbox.", "Choose another one.");
    const conversations = await countInMailbox(tx, id);
    if (conversations > 0 && !target)
      return refuse(
        "in-use",
        conversations === 1 ? "A conversation is in it." : `${conversations} conversations are in it.`,
        "Choose the mailbox that takes them over.",
      );
    if (!target && (await countSnippetsOf(tx, id)) > 0)
      return refuse(
        "in-use",
        "Snippets belong to it.",
        "Choose the mailbox that takes them over, or remove them first.",
      );
    const { aliases } = await aliasesAndPeople(tx, id);
    const addresses = [mailbox.address, ...aliases].map((address) => address.toLowerCase());
    if ((await countUnfiledFor(tx, id, addresses)) > 0)
      return refuse(
        "mail-waiting",
        "Mail that came for it is just being put into conversations.",
        "Try again in a moment.",
      );
    const unsent = await countUnsent(tx, id);
    if (unsent > 0)
      return refuse(
        "mail-waiting",
        unsent === 1 ? "A mail has still to leave through it." : `${unsent} mails have still to leave through it.`,
        "Wait until they have left, or take them back. What is planned for later stands in its conversation.",
      );
    if (target) {
      const gone = [];
      for (const person of await assigneesIn(tx, id))
        if (!(await visibleMailboxIds(tx, person)).includes(target.id)) gone.push(person);
      await giveMailboxTo(tx, id, target.id, gone);
      await giveSnippetsTo(tx, id, target.id);
    }
    await removeOne(tx, id);
    await note(tx, {
      at: desk.now(),
      kind: "mailbox.removed",
      personId: by.id,
      data: { name: mailbox.name, ...(target ? { to: target.id } : {}) },
    });
    return undefined;
  });
  return refused;
}
