/** The browser is back from a mailbox's provider: its code is exchanged for a lasting permission, which is kept sealed. */
import { type Refusal, refuse } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import { note } from "../../platform/events/index.ts";
import { exchangeCode, OauthFailure, type Tokens } from "../../platform/mail/index.ts";
import type { SignedIn } from "../../records/account/index.ts";
import { findMailbox, keepSecretIn, oauthClientOf } from "../../records/mailbox/index.ts";
import { openSignIn } from "../shared/provider-sign-in.ts";

export interface BroughtBack {
  readonly state: string;
  /** undefined when the provider, or the person there, did not agree. */
  readonly code: string | undefined;
}

const NOT_BEGUN = refuse("not-begun", "This sign-in was not begun here, or took too long.", "Begin again.");
const NOT_AGREED = refuse("not-agreed", "The provider did not agree.", "Begin again, and allow access to the mail.");
const NOT_LASTING = refuse(
  "not-lasting",
  "The provider gave no lasting permission.",
  "Remove Heard from the account's connected apps and begin again.",
);
const NOT_HERE = refuse("mailbox-not-found", "This mailbox is not here any more.", "");

/** Refusals: not-begun, not-agreed, not-lasting, mailbox-not-found, and what the provider says, by its code. */
export async function finishProviderSignIn(
  desk: Desk,
  by: SignedIn,
  { state, code }: BroughtBack,
): Promise<Refusal | undefined> {
  const begun = openSignIn(desk, by, state);
  const client = begun && oauthClientOf(desk.settings, begun.provider);
  if (!begun || !client) return NOT_BEGUN;
  if (code === undefined) return NOT_AGREED;
  let tokens: Tokens;
  try {
    tokens = await exchangeCode(client, code, begun.codeVerifier, desk.now);
  } catch (failure) {
    if (failure instanceof OauthFailure) return refuse(failure.code, failure.sentence, failure.wayOut);
    throw failure;
  }
  const { refreshToken } = tokens;
  if (refreshToken === undefined) return NOT_LASTING;
  const { mailboxId } = begun;
  return desk.database.inOneGo(async (tx) => {
    if (!(await findMailbox(tx, mailboxId))) return NOT_HERE;
    await keepSecretIn(tx, desk.keys, mailboxId, "oauth-refresh-token", refreshToken);
    await note(tx, { at: desk.now(), kind: "mailbox.connected", personId: by.id, data: { mailboxId } });
    return undefined;
  });
}
