/** Letting somebody in: a fresh session, a cookie for the device, and who they are. Whether they may come in is decided before. */
import type { PersonId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { Tables, Transaction } from "../../platform/storage/index.ts";
import { deviceCookieFor } from "./known-device.ts";
import { getProfile, type Profile } from "./person.ts";
import { closeSessionOf, type Device, openSession } from "./session.ts";

/** A browser at the door: where it is, and the cookies it carries from earlier. */
export interface Visitor extends Device {
  readonly sessionCookie: string | undefined;
  readonly deviceCookie: string | undefined;
}

/** Both values go into cookies and nowhere else. */
export interface Entered {
  readonly profile: Profile;
  readonly cookieValue: string;
  readonly deviceCookie: string;
}

/** The session that the browser carried before ends: a value that somebody planted there must not become good. */
export async function letIn(
  tx: Transaction<Tables>,
  desk: Pick<Desk, "keys" | "now" | "random">,
  personId: PersonId,
  visitor: Visitor,
): Promise<Entered> {
  const now = desk.now();
  if (visitor.sessionCookie !== undefined) await closeSessionOf(tx, visitor.sessionCookie);
  const { cookieValue } = await openSession(tx, personId, visitor, now, desk.random);
  return {
    profile: await getProfile(tx, personId),
    cookieValue,
    deviceCookie: deviceCookieFor(desk.keys.signing, personId, now, desk.random),
  };
}
