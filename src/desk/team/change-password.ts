/** Changes one's own password. The other sessions end, and the one at work goes on under a new cookie. */
import { type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import {
  checkPassword,
  closeAllSessions,
  findPerson,
  forgetTries,
  hashPassword,
  knock,
  lockPerson,
  ownPasswordDoor,
  renewSession,
  type SignedIn,
  setPasswordHash,
  tooManyTries,
  voidTokens,
  weaknessOf,
} from "../../records/account/index.ts";

/** @returns the new cookie's value. Refusals: not-your-password, weak-password, too-many-tries. */
export async function changePassword(
  desk: Desk,
  by: SignedIn,
  given: { readonly current: string; readonly password: string },
): Promise<{ readonly cookieValue: string } | Refusal> {
  const now = desk.now();
  const { db } = desk.database;
  const door = ownPasswordDoor(by.id);
  const tried = await knock(db, door, now);
  if (!tried.letIn)
    return tooManyTries(tried.until ?? now, now, "If you forgot it, ask for a link on the sign-in page.");
  const before = (await findPerson(db, by.id))?.passwordHash ?? null;
  if (!(await checkPassword(before, given.current)).right) return notYours();
  const weakness = weaknessOf(given.password, by);
  if (weakness) return weakness;
  const passwordHash = await hashPassword(given.password, desk.random);

  return desk.database.inOneGo(async (tx) => {
    const person = await lockPerson(tx, by.id);
    if (!person || person.disabled || person.passwordHash !== before) return notYours();
    await setPasswordHash(tx, by.id, passwordHash);
    await voidTokens(tx, by.id);
    const ended = await closeAllSessions(tx, by.id, { sessionId: by.sessionId });
    await forgetTries(tx, door);
    await note(tx, { at: now, kind: "person.password-changed", personId: by.id, data: { sessionsEnded: ended } });
    return renewSession(tx, by.sessionId, desk.random);
  });
}

/** Not "wrong-password": that would look like being signed out. */
const notYours = (): Refusal =>
  refuse("not-your-password", "This is not your present password.", "Type the one you signed in with.");
