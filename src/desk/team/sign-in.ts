/**
 * Signs a person in. Somebody unknown, shut out or invited costs the same work and hears the same words as a wrong password.
 * Guessing is slowed per account and per network; a device that signed in before is not slowed by strangers.
 */
import { type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import {
  accountDoor,
  addressDoor,
  checkPassword,
  deviceDoor,
  type Entered,
  findPersonByEmail,
  forgetTries,
  hashPassword,
  knock,
  letIn,
  lockPerson,
  type PersonWithSecret,
  readDeviceCookie,
  setPasswordHash,
  takeTryBack,
  tooManyTries,
  type Visitor,
} from "../../records/account/index.ts";

/** Refusals: wrong-password, too-many-tries. */
export async function signIn(
  desk: Desk,
  given: { readonly email: string; readonly password: string },
  visitor: Visitor,
): Promise<Entered | Refusal> {
  const now = desk.now();
  const { db } = desk.database;
  const found = await findPersonByEmail(db, given.email);
  const doors = await openDoors(desk, given.email, found, visitor);
  if ("refused" in doors) return doors;

  const passwordHash = found && !found.disabled ? found.passwordHash : null;
  const verdict = await checkPassword(passwordHash, given.password);
  if (!found || !verdict.right) return wrongPassword();
  const fresh = verdict.outdated ? await hashPassword(given.password, desk.random) : undefined;

  const entered = await desk.database.inOneGo(async (tx) => {
    const person = await lockPerson(tx, found.id);
    // The password was changed, or the person shut out, while we were looking at it.
    if (!person || person.disabled || person.passwordHash !== passwordHash) return wrongPassword();
    if (fresh !== undefined) await setPasswordHash(tx, person.id, fresh);
    await note(tx, { at: now, kind: "person.signed-in", personId: person.id });
    return letIn(tx, desk, person.id, visitor);
  });
  if ("refused" in entered) return entered;
  await doors.wasRight();
  return entered;
}

/** Counts this try at every door it has to pass. */
async function openDoors(
  desk: Desk,
  email: string,
  found: PersonWithSecret | undefined,
  visitor: Visitor,
): Promise<Refusal | { wasRight(): Promise<void> }> {
  const now = desk.now();
  const { db } = desk.database;
  const known = readDeviceCookie(desk.keys.signing, visitor.deviceCookie ?? "", now);
  if (found && known?.personId === found.id) {
    const own = deviceDoor(known.device);
    // A device that guesses too often is treated like any other.
    if ((await knock(db, own, now)).letIn) return { wasRight: () => forgetTries(db, own) };
  }
  const network = addressDoor("sign-in", visitor.address);
  const account = accountDoor(email);
  const atNetwork = await knock(db, network, now);
  if (!atNetwork.letIn) return tooManyTries(atNetwork.until ?? now, now, WAY_OUT);
  const atAccount = await knock(db, account, now);
  if (!atAccount.letIn) return tooManyTries(atAccount.until ?? now, now, WAY_OUT);
  if (atAccount.justClosed) await note(db, { at: now, kind: "sign-in.slowed", data: { person: found?.id ?? null } });
  return {
    wasRight: async () => {
      await forgetTries(db, account);
      await takeTryBack(db, network);
    },
  };
}

const WAY_OUT = "A new password by mail, or by an admin, lets you in at once.";

const wrongPassword = (): Refusal =>
  refuse(
    "wrong-password",
    "This address and this password do not belong together.",
    "Try again, or choose a new password with “Forgot my password”.",
  );
