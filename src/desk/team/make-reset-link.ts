/** Makes a link for a new password from the machine itself. Whoever runs commands here owns the desk, so nothing is asked. */
import { type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { findPersonByEmail, giveToken, pathOfToken } from "../../records/account/index.ts";

/** @returns the path, to open on the desk's own address within one hour. Refusals: person-not-found, shut-out. */
export async function makeResetLink(desk: Desk, email: string): Promise<{ readonly path: string } | Refusal> {
  const now = desk.now();
  return desk.database.inOneGo(async (tx) => {
    const person = await findPersonByEmail(tx, email);
    if (!person)
      return refuse("person-not-found", `Nobody here has the address ${email}.`, "heard admin list shows everyone.");
    if (person.disabled)
      return refuse("shut-out", `${person.name} has no access.`, "An admin gives it back in the list of people.");
    const token = await giveToken(tx, { purpose: "reset", personId: person.id, createdBy: null }, now, desk.random);
    await note(tx, { at: now, kind: "person.reset-asked", data: { person: person.id, from: "command line" } });
    return { path: pathOfToken("reset", token) };
  });
}
