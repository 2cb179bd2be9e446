/** Changes what somebody may do: their role, their mailboxes, whether they have access at all. For admins only. */
import { type MailboxId, type PersonId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import {
  closeAllSessions,
  lockAdmins,
  lockPerson,
  type PersonLine,
  type Role,
  type SignedIn,
  setDisabledAt,
  setRole,
  voidTokens,
} from "../../records/account/index.ts";
import { lockMailboxes, setMailboxesOf } from "../../records/mailbox/index.ts";
import { leavesUnseen } from "../shared/leaves-unseen.ts";

export interface PersonChange {
  readonly role?: Role | undefined;
  /** True ends the access and every session at once. */
  readonly disabled?: boolean | undefined;
  readonly mailboxIds?: readonly MailboxId[] | undefined;
}

/** Refusals: not-allowed, person-not-found, last-admin, nobody-sees-it. */
export async function changePerson(
  desk: Desk,
  by: SignedIn,
  id: PersonId,
  change: PersonChange,
): Promise<PersonLine | Refusal> {
  const now = desk.now();
  return desk.database.inOneGo(async (tx) => {
    if (change.disabled || change.mailboxIds) await lockMailboxes(tx);
    const admins = await lockAdmins(tx);
    // Asked again under the lock: two admins who demote each other at the same moment do not both succeed.
    if (!admins.includes(by.id))
      return refuse("not-allowed", "Only an admin changes what people may do.", "Ask an admin of this desk.");
    const person = await lockPerson(tx, id);
    if (!person) return refuse("person-not-found", "There is no such person.", "Look at the list of people again.");
    const role = change.role ?? person.role;
    const disabled = change.disabled ?? person.disabled;
    if (admins.length === 1 && admins[0] === id && (role !== "admin" || disabled))
      return refuse(
        "last-admin",
        `${person.name} is the only admin of this desk.`,
        "Make somebody else an admin first.",
      );
    const keeps = disabled ? [] : change.mailboxIds;
    const unseen = person.disabled || !keeps ? undefined : await leavesUnseen(tx, person, keeps);
    if (unseen) return unseen;

    const log = (kind: string, data: Record<string, unknown> = {}) =>
      note(tx, { at: now, kind, personId: by.id, data: { person: id, ...data } });
    if (role !== person.role) {
      await setRole(tx, id, role);
      await log("person.role-changed", { from: person.role, to: role });
    }
    if (disabled && !person.disabled) {
      await setDisabledAt(tx, id, now);
      await voidTokens(tx, id);
      await log("person.disabled", { sessionsEnded: await closeAllSessions(tx, id) });
    }
    if (!disabled && person.disabled) {
      await setDisabledAt(tx, id, null);
      await log("person.enabled");
    }
    if (change.mailboxIds) {
      await setMailboxesOf(tx, id, change.mailboxIds);
      await log("person.mailboxes-changed", { mailboxes: change.mailboxIds });
    }
    return { id, name: person.name, email: person.email, role, disabled, invited: person.invited };
  });
}
