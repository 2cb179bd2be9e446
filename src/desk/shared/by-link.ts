/** What coming in by a mailed link begins with: a stranger may not guess, the link is still good, the new password is a strong one. */
import type { Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { Tables, Transaction } from "../../platform/storage/index.ts";
import {
  addressDoor,
  findPerson,
  hashPassword,
  knock,
  lockPerson,
  type PersonLine,
  setPasswordHash,
  spentLink,
  type TokenPurpose,
  takeToken,
  tooManyTries,
  type Visitor,
  voidTokens,
  weaknessOf,
  whoseToken,
} from "../../records/account/index.ts";

interface Given {
  readonly token: string;
  readonly password: string;
  /** As they call themselves from now on; it must not be their password. */
  readonly name?: string;
}

const MEANWHILE: Readonly<Record<TokenPurpose, string>> = {
  invite: "Your link stays good meanwhile.",
  reset: "Your link stays good meanwhile, up to its hour.",
};

/**
 * The link is used up only when all is well; then the password is set, every other open link of theirs is void, and `work` is
 * done in the same transaction. Refusals: spent-link, weak-password, too-many-tries.
 */
export async function byLink<T>(
  desk: Desk,
  purpose: TokenPurpose,
  given: Given,
  visitor: Visitor,
  work: (tx: Transaction<Tables>, person: PersonLine) => Promise<T>,
): Promise<T | Refusal> {
  const now = desk.now();
  const { db } = desk.database;
  const tried = await knock(db, addressDoor("link", visitor.address), now);
  if (!tried.letIn) return tooManyTries(tried.until ?? now, now, MEANWHILE[purpose]);
  const whose = await whoseToken(db, purpose, given.token, now);
  const found = whose === undefined ? undefined : await findPerson(db, whose);
  if (!found || found.disabled) return spentLink(purpose);
  const weakness = weaknessOf(given.password, { email: found.email, name: given.name ?? found.name });
  if (weakness) return weakness;
  const passwordHash = await hashPassword(given.password, desk.random);

  return desk.database.inOneGo(async (tx) => {
    const person = await lockPerson(tx, found.id);
    if (!person || person.disabled || (purpose === "invite" && !person.invited)) return spentLink(purpose);
    if ((await takeToken(tx, purpose, given.token, now)) !== person.id) return spentLink(purpose);
    await voidTokens(tx, person.id);
    await setPasswordHash(tx, person.id, passwordHash);
    return work(tx, person);
  });
}
