/** Takes somebody into the team who was invited: they choose a name and a password, and are signed in. */
import type { Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import {
  addressDoor,
  changeOwnSettings,
  type Entered,
  findPerson,
  hashPassword,
  isTimeZone,
  knock,
  letIn,
  lockPerson,
  setPasswordHash,
  spentLink,
  takeToken,
  tooManyTries,
  type Visitor,
  voidTokens,
  weaknessOf,
  whoseToken,
} from "../../records/account/index.ts";

export interface Acceptance {
  readonly token: string;
  readonly name: string;
  readonly password: string;
  readonly timeZone: string;
}

/** The link is used up only when all is well. Refusals: spent-link, weak-password, too-many-tries. */
export async function acceptInvitation(desk: Desk, given: Acceptance, visitor: Visitor): Promise<Entered | Refusal> {
  const now = desk.now();
  const { db } = desk.database;
  const tried = await knock(db, addressDoor("link", visitor.address), now);
  if (!tried.letIn) return tooManyTries(tried.until ?? now, now, "Your link stays good meanwhile.");
  const whose = await whoseToken(db, "invite", given.token, now);
  const invited = whose === undefined ? undefined : await findPerson(db, whose);
  if (!invited || invited.disabled) return spentLink("invite");
  const weakness = weaknessOf(given.password, { email: invited.email, name: given.name });
  if (weakness) return weakness;
  const passwordHash = await hashPassword(given.password, desk.random);

  return desk.database.inOneGo(async (tx) => {
    const person = await lockPerson(tx, invited.id);
    if (!person || person.disabled || !person.invited) return spentLink("invite");
    if ((await takeToken(tx, "invite", given.token, now)) !== person.id) return spentLink("invite");
    await voidTokens(tx, person.id);
    await setPasswordHash(tx, person.id, passwordHash);
    await changeOwnSettings(tx, person.id, {
      name: given.name,
      ...(isTimeZone(given.timeZone) ? { timeZone: given.timeZone } : {}),
    });
    await note(tx, { at: now, kind: "person.joined", personId: person.id });
    return letIn(tx, desk, person.id, visitor);
  });
}
