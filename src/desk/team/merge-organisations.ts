/** Two organisations are the same one: the people, notes and domain of the other go to the first. */
import { type OrganisationId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { mergeOrganisations as joinOrganisations, lockOrganisations } from "../../records/customer/index.ts";
import { seesOrganisations } from "../shared/seen-organisation.ts";

/** Refusals: same, organisation-not-found. */
export async function mergeOrganisations(
  desk: Desk,
  by: SignedIn,
  id: OrganisationId,
  otherId: OrganisationId,
): Promise<Refusal | undefined> {
  if (id === otherId) return refuse("same", "An organisation cannot be joined with itself.", "Choose another one.");
  return desk.database.inOneGo(async (tx) => {
    const locked = await lockOrganisations(tx, [id, otherId]);
    const [into, from] = [locked.get(id), locked.get(otherId)];
    if (!into || !from || !(await seesOrganisations(tx, by, id, otherId)))
      return refuse("organisation-not-found", "One of the two is not here.", "They may have been joined already.");
    await joinOrganisations(tx, into, from);
    await note(tx, {
      at: desk.now(),
      kind: "organisation.merged",
      personId: by.id,
      data: { organisationId: id, from: otherId },
    });
    return undefined;
  });
}
