/** Takes somebody into the team who was invited: they choose a name and a password, and are signed in. */
import type { Refusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { changeOwnSettings, type Entered, isTimeZone, letIn, type Visitor } from "../../records/account/index.ts";
import { byLink } from "../shared/by-link.ts";

export interface Acceptance {
  readonly token: string;
  readonly name: string;
  readonly password: string;
  readonly timeZone: string;
}

/** Refusals: those of `byLink`. */
export async function acceptInvitation(desk: Desk, given: Acceptance, visitor: Visitor): Promise<Entered | Refusal> {
  return byLink(desk, "invite", given, visitor, async (tx, { id }) => {
    await changeOwnSettings(tx, id, {
      name: given.name,
      ...(isTimeZone(given.timeZone) ? { timeZone: given.timeZone } : {}),
    });
    await note(tx, { at: desk.now(), kind: "person.joined", personId: id });
    return letIn(tx, desk, id, visitor);
  });
}
