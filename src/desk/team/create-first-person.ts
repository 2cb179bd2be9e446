/** Creates the first person of a new desk, who is its admin. Who can read the terminal's code owns the machine. */
import { type Refusal, refuse } from "../../kit/index.ts";
import { type Desk, dropSetupCode, isSetupCode } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { isSendableAddress } from "../../platform/mail/index.ts";
import {
  addPerson,
  addressDoor,
  type Entered,
  hashPassword,
  isAnybodyHere,
  isTimeZone,
  knock,
  letIn,
  tooManyTries,
  type Visitor,
  weaknessOf,
} from "../../records/account/index.ts";

export interface FirstPerson {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly timeZone: string;
}

/** Two at once: one is created. Refusals: not-an-address, too-many-tries, weak-password, already-set-up, wrong-code. */
export async function createFirstPerson(desk: Desk, given: FirstPerson, visitor: Visitor): Promise<Entered | Refusal> {
  const now = desk.now();
  const { db } = desk.database;
  if (await isAnybodyHere(db)) return alreadySetUp();
  const tried = await knock(db, addressDoor("set-up", visitor.address), now);
  if (!tried.letIn)
    return tooManyTries(tried.until ?? now, now, "The code stands in the terminal in which Heard was started.");
  if (!isSendableAddress(given.email.trim()))
    return refuse(
      "not-an-address",
      `${given.email} is not an address that mail can be sent to.`,
      "Check the spelling.",
    );
  const weakness = weaknessOf(given.password, given);
  if (weakness) return weakness;
  const passwordHash = await hashPassword(given.password, desk.random);
  const timeZone = isTimeZone(given.timeZone) ? given.timeZone : "UTC";

  return desk.database.inOneGo(async (tx) => {
    // Comparing the code locks it, so that whoever comes second sees the first person.
    const isRight = await isSetupCode(tx, given.code);
    if (await isAnybodyHere(tx)) return alreadySetUp();
    if (!isRight) return wrongCode();
    const person = await addPerson(tx, { ...given, role: "admin", passwordHash, timeZone }, now);
    if (!person) return alreadySetUp();
    await dropSetupCode(tx);
    await note(tx, {
      at: now,
      kind: "person.created",
      personId: person.id,
      data: { person: person.id, role: "admin" },
    });
    return letIn(tx, desk, person.id, visitor);
  });
}

const alreadySetUp = (): Refusal =>
  refuse("already-set-up", "This desk has its first person already.", "Sign in, or ask an admin to invite you.");

const wrongCode = (): Refusal =>
  refuse(
    "wrong-code",
    "This is not the code that the terminal printed.",
    "Look in the terminal in which Heard was started; each start prints a new code.",
  );
