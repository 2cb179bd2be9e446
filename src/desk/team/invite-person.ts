/**
 * Invites somebody to the team. The link works once, for seven days; it is mailed where the desk can send links, and always
 * handed back so that the admin can pass it on.
 */
import { isRefusal, type MailboxId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { isSendableAddress } from "../../platform/mail/index.ts";
import {
  addPerson,
  findPersonByEmail,
  giveToken,
  type PersonLine,
  pathOfToken,
  type Role,
  type SignedIn,
  setRole,
} from "../../records/account/index.ts";
import { lockMailboxes, putSystemMail, setMailboxesOf } from "../../records/mailbox/index.ts";
import { leavesUnseen } from "../shared/leaves-unseen.ts";

export interface Invitation {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly mailboxIds: readonly MailboxId[];
}

export interface Invited {
  readonly person: PersonLine;
  /** To open on the desk's own address: `/invite?token=…`. */
  readonly path: string;
  readonly mailed: boolean;
}

/** Somebody who was invited and has not come yet is invited again; the earlier link is void. Refusals: already-here, shut-out, not-an-address, nobody-sees-it. */
export async function invitePerson(desk: Desk, by: SignedIn, invitation: Invitation): Promise<Invited | Refusal> {
  const now = desk.now();
  const { role, mailboxIds } = invitation;
  if (!isSendableAddress(invitation.email.trim()))
    return refuse(
      "not-an-address",
      `${invitation.email} is not an address that mail can be sent to.`,
      "Check the spelling.",
    );
  const invited = await desk.database.inOneGo(async (tx): Promise<Invited | Refusal> => {
    await lockMailboxes(tx);
    const person =
      (await addPerson(tx, { ...invitation, passwordHash: null, timeZone: by.timeZone }, now)) ??
      (await findPersonByEmail(tx, invitation.email));
    if (!person) throw new Error("The person was neither added nor found.");
    if (person.disabled)
      return refuse(
        "shut-out",
        `${person.name} was here before and has no access now.`,
        "Give the access back in the list of people.",
      );
    if (!person.invited)
      return refuse("already-here", `${person.name} works here already.`, "Change the role in the list of people.");
    const unseen = await leavesUnseen(tx, person, mailboxIds);
    if (unseen) return unseen;
    if (person.role !== role) await setRole(tx, person.id, role);
    await setMailboxesOf(tx, person.id, mailboxIds);
    const token = await giveToken(tx, { purpose: "invite", personId: person.id, createdBy: by.id }, now, desk.random);
    const path = pathOfToken("invite", token);
    const url = desk.settings.HEARD_URL;
    const mailed =
      url !== undefined &&
      (await putSystemMail(tx, invitationMail(invitation, by.name, `${url}${path}`), { now, random: desk.random }));
    await note(tx, { at: now, kind: "person.invited", personId: by.id, data: { person: person.id, role, mailed } });
    return { person: { ...lineOf(person), role }, path, mailed };
  });
  if (!isRefusal(invited) && invited.mailed) desk.poke("send-outbox");
  return invited;
}

const lineOf = ({ id, name, email, role, disabled, invited }: PersonLine): PersonLine => ({
  id,
  name,
  email,
  role,
  disabled,
  invited,
});

function invitationMail(invitation: Invitation, inviter: string, link: string): Parameters<typeof putSystemMail>[1] {
  return {
    to: invitation.email,
    subject: `${inviter} invites you to the support desk`,
    text: `Hello ${invitation.name},

${inviter} invites you to work at the support desk.

Open this link within seven days and choose a password. It works once:

${link}

If you do not know what this is about, please just ignore this mail.
`,
  };
}
