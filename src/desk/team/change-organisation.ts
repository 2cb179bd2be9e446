/** Changes what the team knows about an organisation: its name, its notes, and the domain its people write from. */
import { type OrganisationId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import {
  findOrganisationBy,
  isPublicMail,
  changeOrganisation as keepOrganisation,
  lockOrganisations,
  takeInByDomain,
} from "../../records/customer/index.ts";
import { NOT_FREE, seesOrganisations } from "../shared/seen-organisation.ts";

export interface OrganisationChange {
  readonly name?: string | undefined;
  readonly notes?: string | undefined;
  /** "mill.example" or "@mill.example"; null or empty for none. */
  readonly domain?: string | null | undefined;
}

const DOMAIN = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;

/** Refusals: organisation-not-found, name-missing, name-taken, bad-domain, too-wide, domain-taken, organisation-not-free. */
export async function changeOrganisation(
  desk: Desk,
  by: SignedIn,
  id: OrganisationId,
  change: OrganisationChange,
): Promise<Refusal | undefined> {
  const name = change.name?.trim();
  const domain =
    change.domain?.trim().toLowerCase().replace(/^@/, "") || (change.domain === undefined ? undefined : null);
  if (name === "") return refuse("name-missing", "An organisation needs a name.", "Enter one.");
  if (domain && !(DOMAIN.test(domain) && domain.includes(".")))
    return refuse("bad-domain", `“${change.domain}” is not a domain.`, "Enter one like mill.example.");
  if (domain && isPublicMail(domain))
    return refuse(
      "too-wide",
      `Anybody can have an address at ${domain}.`,
      "Leave it empty, or enter the domain that only they use.",
    );
  return desk.database.inOneGo(async (tx) => {
    if (!(await lockOrganisations(tx, [id])).has(id) || !(await seesOrganisations(tx, by, id)))
      return refuse(
        "organisation-not-found",
        "This organisation is not here.",
        "It may have been joined with another one.",
      );
    const namesake = name === undefined ? undefined : await findOrganisationBy(tx, "name", name);
    const owner = domain ? await findOrganisationBy(tx, "domain", domain) : undefined;
    for (const other of [namesake, owner])
      if (other && other.id !== id && !(await seesOrganisations(tx, by, other.id))) return NOT_FREE;
    if (namesake && namesake.id !== id)
      return refuse(
        "name-taken",
        `There is an organisation called ${namesake.name} already.`,
        "Join the two, or choose another name.",
      );
    if (owner && owner.id !== id)
      return refuse(
        "domain-taken",
        `${domain} belongs to another organisation.`,
        "Join the two, or take it from the other one first.",
      );
    await keepOrganisation(tx, id, { name, notes: change.notes, domain });
    if (domain) await takeInByDomain(tx, id, domain);
    const changed = Object.entries({ name, notes: change.notes, domain }).flatMap(([key, value]) =>
      value === undefined ? [] : [key],
    );
    await note(tx, {
      at: desk.now(),
      kind: "organisation.changed",
      personId: by.id,
      data: { organisationId: id, changed },
    });
    return undefined;
  });
}
