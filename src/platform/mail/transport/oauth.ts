/**
 * Gets permission to read and send a mailbox's mail without its password: authorization code with PKCE (RFC 6749 §4.1,
 * RFC 7636) and refreshing (§6). Keeps nothing: tokens go to the caller, and a rotated refresh token is saved before the
 * access token that came with it is used, because the old one may be void already.
 */
import { createHash } from "node:crypto";
import type { Clock, RandomBytes } from "../../../kit/index.ts";
import type { OauthProvider } from "./oauth-providers.ts";
import { networkTrouble, oneLine } from "./trouble.ts";

/** How this installation is known to the provider. */
export interface OauthClient {
  readonly provider: OauthProvider;
  readonly clientId: string;
  /** Left out for public clients, which have PKCE alone. */
  readonly clientSecret?: string;
  /** The page of ours that the provider sends the browser back to; must be registered there. */
  readonly redirectUri: string;
}

export interface Tokens {
  readonly accessToken: string;
  readonly expiresAt: Date;
  /** Given on the first exchange, and whenever the provider rotates it. */
  readonly refreshToken?: string;
}

/** Raised when a provider gives no token. `sentence` is for people, `again` says whether waiting can help. */
export class OauthFailure extends Error {
  override readonly name = "OauthFailure";
  /** RFC 6749 §5.2 codes, or "unreachable" and "unreadable". */
  readonly code: string;
  readonly sentence: string;
  readonly wayOut: string;
  /** "later": the provider is in trouble. "person": somebody has to connect the mailbox again or correct the settings. */
  readonly needs: "later" | "person";
  constructor(code: string, sentence: string, wayOut: string, needs: "later" | "person", cause?: unknown) {
    super(sentence, { cause });
    this.code = code;
    this.sentence = sentence;
    this.wayOut = wayOut;
    this.needs = needs;
  }
}

// A token that runs out in the next minute may have run out when the server looks at it.
const EARLY_MS = 60_000;
const ANSWER_WITHIN_MS = 30_000;
const LONGEST_ANSWER = 100_000;

/** A secret that proves that who brings the code is who asked for it (RFC 7636 §4.1). */
export const newCodeVerifier = (randomBytes: RandomBytes): string => Buffer.from(randomBytes(32)).toString("base64url");

export interface AskToAllow {
  /** Must come back unchanged; ties the answer to this browser's session. Everybody on the way can read it. */
  readonly state: string;
  /** Is not in the address: only its hash is. */
  readonly codeVerifier: string;
  /** The mailbox's address, so that the right account is offered. */
  readonly loginHint?: string;
}

/** The address to send the browser to. */
export function authorizationUrl(client: OauthClient, { state, codeVerifier, loginHint }: AskToAllow): string {
  const url = new URL(client.provider.authorizationUrl);
  const parameters = {
    response_type: "code",
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    scope: client.provider.scopes.join(" "),
    state,
    code_challenge: createHash("sha256").update(codeVerifier).digest("base64url"),
    code_challenge_method: "S256",
    ...(loginHint === undefined ? {} : { login_hint: loginHint }),
    ...client.provider.extraParameters,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** Turns the code that the browser brought back into tokens. @throws OauthFailure */
export function exchangeCode(client: OauthClient, code: string, codeVerifier: string, now: Clock): Promise<Tokens> {
  const form = {
    grant_type: "authorization_code",
    code,
    redirect_uri: client.redirectUri,
    code_verifier: codeVerifier,
  };
  return askForTokens(client, form, now);
}

/**
 * A new access token for a refresh token. When the provider sends a new refresh token along, `saveRefreshToken` is awaited
 * before anything is returned; if it cannot be saved, the access token is not used either.
 * @throws OauthFailure
 */
export async function refreshAccessToken(
  client: OauthClient,
  refreshToken: string,
  saveRefreshToken: (next: string) => Promise<unknown>,
  now: Clock,
): Promise<Tokens> {
  const tokens = await askForTokens(client, { grant_type: "refresh_token", refresh_token: refreshToken }, now);
  if (tokens.refreshToken !== undefined && tokens.refreshToken !== refreshToken)
    await saveRefreshToken(tokens.refreshToken);
  return tokens;
}

export interface TokenKeeperOptions {
  readonly client: OauthClient;
  /**
   * Hands over the refresh token as it is stored now, and lets nobody else renew it meanwhile, in whatever process: of two who do,
   * one would keep a token that is void already. What is given to `save` is kept when this resolves.
   */
  readonly withRefreshToken: (
    renew: (refreshToken: string, save: (next: string) => Promise<unknown>) => Promise<Tokens>,
  ) => Promise<Tokens>;
  readonly now: Clock;
}

/**
 * The `accessToken` callback of a mailbox: keeps an access token until it runs out or a server refuses it, and renews it once
 * however many connections ask at the same time.
 */
export function tokenKeeper({ client, withRefreshToken, now }: TokenKeeperOptions) {
  let kept: Tokens | undefined;
  let renewing: Promise<Tokens> | undefined;
  const renew = (): Promise<Tokens> =>
    withRefreshToken((refreshToken, save) => refreshAccessToken(client, refreshToken, save, now));
  return async (refusedToken?: string): Promise<string> => {
    const isFresh = kept !== undefined && kept.expiresAt.getTime() - EARLY_MS > now().getTime();
    if (kept !== undefined && isFresh && kept.accessToken !== refusedToken) return kept.accessToken;
    renewing ??= renew().finally(() => {
      renewing = undefined;
    });
    kept = await renewing;
    return kept.accessToken;
  };
}

async function askForTokens(client: OauthClient, form: Record<string, string>, now: Clock): Promise<Tokens> {
  const { tokenUrl } = client.provider;
  const body = new URLSearchParams({ ...form, client_id: client.clientId });
  if (client.clientSecret !== undefined) body.set("client_secret", client.clientSecret);
  let response: Response;
  let text: string;
  try {
    response = await fetch(tokenUrl, {
      method: "POST",
      body,
      // A kept connection that has died would lose the answer, and with it a refresh token that works only once.
      headers: { accept: "application/json", connection: "close" },
      redirect: "error",
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    text = await response.text();
  } catch (cause) {
    const { hostname, port, protocol } = new URL(tokenUrl);
    const address = { host: hostname, port: Number(port) || (protocol === "http:" ? 80 : 443) };
    const why = networkTrouble(cause, address)?.sentence ?? `${hostname} did not answer.`;
    throw new OauthFailure("unreachable", why, "We try again by ourselves.", "later", cause);
  }
  const answer = text.length > LONGEST_ANSWER ? undefined : readAnswer(text);
  if (answer === undefined || (response.ok && typeof answer["access_token"] !== "string")) {
    const sentence = `The provider's answer makes no sense to us (${response.status}).`;
    throw new OauthFailure(
      "unreadable",
      sentence,
      "Check the token address in the settings.",
      response.status >= 500 ? "later" : "person",
    );
  }
  if (!response.ok) throw refused(answer, response.status);
  const seconds = Number(answer["expires_in"]);
  const refreshToken = answer["refresh_token"];
  return {
    accessToken: String(answer["access_token"]),
    expiresAt: new Date(now().getTime() + (Number.isFinite(seconds) && seconds > 0 ? seconds : 3600) * 1000),
    ...(typeof refreshToken === "string" && refreshToken !== "" ? { refreshToken } : {}),
  };
}

function readAnswer(text: string): Record<string, unknown> | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === "object" && answer !== null ? (answer as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const REFUSALS: Readonly<Record<string, readonly [sentence: string, wayOut: string]>> = {
  invalid_grant: [
    "The provider no longer lets us into this mailbox.",
    "Connect the mailbox again: permission ran out or was taken back.",
  ],
  invalid_client: [
    "The provider does not know this installation.",
    "Check client id and client secret in the settings.",
  ],
  unauthorized_client: [
    "The provider does not let this installation ask for mail.",
    "Allow IMAP and SMTP for it in the provider's console.",
  ],
  invalid_scope: [
    "The provider does not give the permissions that mail needs.",
    "Allow IMAP and SMTP for this installation in the provider's console.",
  ],
  invalid_request: [
    "The provider did not understand what we asked.",
    "Check the addresses and the redirect address in the settings.",
  ],
  unsupported_grant_type: [
    "The provider does not renew permissions in the usual way.",
    "Ask the provider whether OAuth 2 refresh tokens are switched on.",
  ],
};

function refused(answer: Record<string, unknown>, status: number): OauthFailure {
  const code = oneLine(answer["error"] ?? `status ${status}`);
  const words = REFUSALS[code];
  const said = oneLine(answer["error_description"] ?? "");
  if (words !== undefined)
    return new OauthFailure(
      code,
      words[0],
      said === "" ? words[1] : `${words[1]} The provider says: ${said}`,
      "person",
    );
  const sentence = `The provider gives us no permission just now (${code}).`;
  return new OauthFailure(
    code,
    sentence,
    "We try again by ourselves.",
    status >= 500 || status === 429 ? "later" : "person",
  );
}
