/**
 * What a sign-in at a mailbox's provider has to remember until the browser is back. It travels with the browser, sealed with the
 * installation's key: any process can open it, after a restart too, and nobody else can read or write it.
 */
import type { MailboxId } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import type { SignedIn } from "../../records/account/index.ts";

const PATIENCE_MS = 10 * 60_000;
const NAME = "sign-in-at-provider";

export type Provider = "google" | "microsoft" | "custom";

export interface BegunSignIn {
  readonly mailboxId: MailboxId;
  readonly provider: Provider;
  /** RFC 7636: only who holds it can use the code that the provider sends along. */
  readonly codeVerifier: string;
}

interface Sealed extends BegunSignIn {
  readonly sessionId: number;
  readonly until: number;
}

/** @returns the OAuth state. It is good for this person's session only, and for ten minutes. */
export function sealSignIn(desk: Desk, by: SignedIn, begun: BegunSignIn): string {
  const sealed: Sealed = { ...begun, sessionId: by.sessionId, until: desk.now().getTime() + PATIENCE_MS };
  return desk.keys.seal(NAME, JSON.stringify(sealed)).toString("base64url");
}

/** @returns undefined when it was not begun here, in this session, in the last ten minutes. */
export function openSignIn(desk: Desk, by: SignedIn, state: string): BegunSignIn | undefined {
  const text = desk.keys.unseal(NAME, Buffer.from(state, "base64url"));
  if (text === undefined) return undefined;
  const { sessionId, until, ...begun } = JSON.parse(text) as Sealed;
  return sessionId === by.sessionId && desk.now().getTime() < until ? begun : undefined;
}
