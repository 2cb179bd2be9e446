/**
 * Signing a mailbox in at its provider: off to the provider with PKCE, and back. What must be kept in between is kept in
 * this process for ten minutes and belongs to the person who began.
 */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type MailboxId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { authorizationUrl, exchangeCode, type OauthClient, OauthFailure } from "../../platform/mail/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { findMailbox, keepSecretIn, oauthClientOf } from "../../records/mailbox/index.ts";
import { refuseCaller } from "./mount.ts";

const PATIENCE_MS = 10 * 60_000;

interface Pending {
  readonly by: number;
  readonly mailboxId: MailboxId;
  readonly client: OauthClient;
  readonly codeVerifier: string;
  readonly until: number;
}

const pending = new Map<string, Pending>();

export async function startOauth(
  desk: Desk,
  by: SignedIn,
  mailboxId: MailboxId,
  provider: "google" | "microsoft" | "custom",
): Promise<{ url: string } | Refusal> {
  const mailbox = await findMailbox(desk.database.db, mailboxId);
  if (!mailbox) return refuse("mailbox-not-found", "This mailbox is not here any more.", "");
  const client = oauthClientOf(desk.settings, provider);
  if (!client)
    return refuse(
      "no-oauth-client",
      "This desk is not registered with that provider yet.",
      "Set its OAuth client in the environment: `heard config describe` says how.",
    );
  const now = desk.now().getTime();
  for (const [state, { until }] of pending) if (until < now) pending.delete(state);
  const { url, state, codeVerifier } = authorizationUrl(client, desk.random, mailbox.address);
  pending.set(state, { by: by.id, mailboxId, client, codeVerifier, until: now + PATIENCE_MS });
  return { url };
}

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
      const { state = "", code, error } = request.query;
      const begun = pending.get(state);
      pending.delete(state);
      const back = (said: string) => reply.redirect(`/settings/mailboxes?${new URLSearchParams({ said })}`);
      if (!begun || begun.by !== by.id || begun.until < desk.now().getTime())
        return back("This sign-in was not begun here, or took too long. Begin again.");
      if (error || !code) return back("The provider did not agree. Begin again, and allow access to the mail.");
      try {
        const tokens = await exchangeCode(begun.client, code, begun.codeVerifier, desk.now);
        if (tokens.refreshToken === undefined)
          return back(
            "The provider gave no lasting permission. Remove Heard from the account's connected apps and begin again.",
          );
        const { refreshToken } = tokens;
        await desk.database.inOneGo(async (tx) => {
          await keepSecretIn(tx, desk.keys, begun.mailboxId, "oauth-refresh-token", refreshToken);
          await note(tx, {
            at: desk.now(),
            kind: "mailbox.connected",
            personId: by.id,
            data: { mailboxId: begun.mailboxId },
          });
        });
        return back("");
      } catch (failure) {
        if (failure instanceof OauthFailure) return back(`${failure.sentence} ${failure.wayOut}`);
        throw failure;
      }
    },
  );
}
