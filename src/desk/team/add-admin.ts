/** Adds an admin from the machine itself, for a desk whose admins are all gone. Whoever runs commands here owns the desk. */
import { type Refusal, refuse } from "../../kit/index.ts";
import { type Desk, dropSetupCode } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { isSendableAddress } from "../../platform/mail/index.ts";
import { addPerson, findPersonByEmail, giveToken, pathOfToken } from "../../records/account/index.ts";

/** @returns the path of an invitation, to open on the desk's own address. Refusals: already-here, not-an-address. */
export async function addAdmin(
  desk: Desk,
  given: { readonly email: string; readonly name: string },
): Promise<{ readonly path: string } | Refusal> {
  const now = desk.now();
  if (!isSendableAddress(given.email.trim()))
    return refuse(
      "not-an-address",
      `${given.email} is not an address that mail can be sent to.`,
      "Check the spelling.",
    );
  return desk.database.inOneGo(async (tx) => {
    const added = await addPerson(tx, { ...given, role: "admin", passwordHash: null, timeZone: "UTC" }, now);
    if (!added) {
      const there = await findPersonByEmail(tx, given.email);
      return refuse(
        "already-here",
        `${given.email} is here already${there?.disabled ? ", without access" : `, as ${there?.role ?? "somebody"}`}.`,
        `A new password: heard admin reset ${given.email}`,
      );
    }
    await dropSetupCode(tx);
    const token = await giveToken(tx, { purpose: "invite", personId: added.id, createdBy: null }, now, desk.random);
    await note(tx, {
      at: now,
      kind: "person.invited",
      data: { person: added.id, role: "admin", from: "command line" },
    });
    return { path: pathOfToken("invite", token) };
  });
}
