/** Sets a new password with a link that works once. Ends every session: whoever had the old password is out. */
import type { Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import {
  accountDoor,
  closeAllSessions,
  deviceCookieFor,
  forgetTries,
  type Visitor,
} from "../../records/account/index.ts";
import { byLink } from "../shared/by-link.ts";

/**
 * @returns a cookie by which this device is known from now on, so that a stranger's guesses do not keep its owner waiting.
 * Refusals: those of `byLink`.
 */
export async function resetPassword(
  desk: Desk,
  given: { readonly token: string; readonly password: string },
  visitor: Visitor,
): Promise<{ readonly deviceCookie: string } | Refusal> {
  return byLink(desk, "reset", given, visitor, async (tx, { id, email }) => {
    const now = desk.now();
    const ended = await closeAllSessions(tx, id);
    await forgetTries(tx, accountDoor(email));
    await note(tx, { at: now, kind: "person.password-reset", personId: id, data: { sessionsEnded: ended } });
    return { deviceCookie: deviceCookieFor(desk.keys.signing, id, now, desk.random) };
  });
}
