/** Sets a new password with a link that works once. Ends every session: whoever had the old password is out. */
import type { Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import {
  accountDoor,
  addressDoor,
  closeAllSessions,
  deviceCookieFor,
  findPerson,
  forgetTries,
  hashPassword,
  knock,
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

/**
 * @returns a cookie by which this device is known from now on, so that a stranger's guesses do not keep its owner waiting.
 * Refusals: spent-link, weak-password, too-many-tries.
 */
export async function resetPassword(
  desk: Desk,
  given: { readonly token: string; readonly password: string },
  visitor: Visitor,
): Promise<{ readonly deviceCookie: string } | Refusal> {
  const now = desk.now();
  const { db } = desk.database;
  const tried = await knock(db, addressDoor("link", visitor.address), now);
  if (!tried.letIn) return tooManyTries(tried.until ?? now, now, "Your link stays good meanwhile, up to its hour.");
  const whose = await whoseToken(db, "reset", given.token, now);
  const found = whose === undefined ? undefined : await findPerson(db, whose);
  if (!found || found.disabled) return spentLink("reset");
  const weakness = weaknessOf(given.password, found);
  if (weakness) return weakness;
  const passwordHash = await hashPassword(given.password, desk.random);

  return desk.database.inOneGo(async (tx) => {
    const person = await lockPerson(tx, found.id);
    if (!person || person.disabled) return spentLink("reset");
    if ((await takeToken(tx, "reset", given.token, now)) !== person.id) return spentLink("reset");
    await voidTokens(tx, person.id);
    await setPasswordHash(tx, person.id, passwordHash);
    const ended = await closeAllSessions(tx, person.id);
    await forgetTries(tx, accountDoor(person.email));
    await note(tx, { at: now, kind: "person.password-reset", personId: person.id, data: { sessionsEnded: ended } });
    return { deviceCookie: deviceCookieFor(desk.keys.signing, person.id, now, desk.random) };
  });
}
