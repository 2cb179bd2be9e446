/** Where a mailbox's provider sends the browser back to: a page of its own, not a route of the contract. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { finishProviderSignIn } from "../../desk/team/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { refuseCaller } from "./mount.ts";

export function serveOauthCallback(
  app: FastifyInstance,
  desk: Desk,
  whoCalls: (request: FastifyRequest) => Promise<SignedIn | undefined>,
): void {
  app.get<{ Querystring: { state?: string; code?: string; error?: string } }>(
    "/api/v1/oauth/callback",
    async (request, reply) => {
      const by = await whoCalls(request);
      if (by?.role !== "admin") return refuseCaller(reply, by);
      const { state, code, error } = request.query;
      const refused = await finishProviderSignIn(desk, by, {
        state: typeof state === "string" ? state : "",
        code: typeof code === "string" && code !== "" && !error ? code : undefined,
      });
      // The code alone: what stands in an address anybody can write there, and the desk must not say it in its own voice.
      return reply.redirect(`/settings/mailboxes?${new URLSearchParams({ provider: refused?.refused ?? "agreed" })}`);
    },
  );
}
