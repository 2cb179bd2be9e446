/** The routes about organisations: call one verb, translate back. Decides nothing. */
import { changeOrganisation, findOrganisation, findOrganisations, mergeOrganisations } from "../../desk/team/index.ts";
import { isRefusal, type OrganisationId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { conversationsOfCustomers } from "../../records/conversation/index.ts";
import type * as wire from "../contract/index.ts";
import type { Handlers } from "./mount.ts";
import { presentRow } from "./present.ts";
import { presentCustomers, presentOrganisation } from "./present-customers.ts";
import { whoLooks } from "./who-looks.ts";

/** The newest that are shown on the page; older ones are found by searching. */
const CONVERSATIONS_SHOWN = 100;

const NOT_HERE = refuse(
  "organisation-not-found",
  "This organisation is not here.",
  "It may have been joined with another one. Look at one of its people.",
);

/** After a change: the organisation as it is now. */
async function organisationAfter(
  desk: Desk,
  by: SignedIn,
  id: OrganisationId,
  refusal: Refusal | undefined,
): Promise<wire.Organisation | Refusal> {
  if (isRefusal(refusal)) return refusal;
  const found = await findOrganisation(desk, by, id);
  return found ? presentOrganisation(found.organisation) : NOT_HERE;
}

export const organisationHandlers: Handlers<keyof wire.OrganisationRoutes> = {
  async "GET /api/v1/organisations"({ desk, by, query }) {
    return { items: (await findOrganisations(desk, by, query.q, query.limit)).map(presentOrganisation) };
  },
  async "GET /api/v1/organisations/:id"({ desk, by, params }) {
    const found = await findOrganisation(desk, by, params.id as OrganisationId);
    if (!found) return NOT_HERE;
    const who = await whoLooks(desk, by);
    const ids = found.people.map((customer) => customer.id);
    const [people, conversations] = await Promise.all([
      presentCustomers(desk, who, found.people),
      conversationsOfCustomers(desk.database.db, who, ids, CONVERSATIONS_SHOWN),
    ]);
    return {
      organisation: presentOrganisation(found.organisation),
      people,
      conversations: conversations.map(presentRow),
    };
  },
  async "PATCH /api/v1/organisations/:id"({ desk, by, params, body }) {
    const id = params.id as OrganisationId;
    return organisationAfter(desk, by, id, await changeOrganisation(desk, by, id, body));
  },
  async "POST /api/v1/organisations/:id/merge"({ desk, by, params, body }) {
    const [id, other] = [params.id as OrganisationId, body.otherId as OrganisationId];
    return organisationAfter(desk, by, id, await mergeOrganisations(desk, by, id, other));
  },
};
