/** Sends an admin to a mailbox's provider, to allow the desk into the mailbox: authorization code with PKCE. Keeps nothing. */
import { type MailboxId, type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { authorizationUrl, newCodeVerifier } from "../../platform/mail/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { findMailbox, oauthClientOf } from "../../records/mailbox/index.ts";
import { type Provider, sealSignIn } from "../shared/provider-sign-in.ts";

/** @returns the address to send the browser to. Refusals: mailbox-not-found, no-oauth-client. */
export async function beginProviderSignIn(
  desk: Desk,
  by: SignedIn,
  mailboxId: MailboxId,
  provider: Provider,
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
  const codeVerifier = newCodeVerifier(desk.random);
  const state = sealSignIn(desk, by, { mailboxId, provider, codeVerifier });
  return { url: authorizationUrl(client, { state, codeVerifier, loginHint: mailbox.address }) };
}
