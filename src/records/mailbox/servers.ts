/**
 * The servers of a mailbox, ready to be connected to: settings from its row, secrets unsealed, OAuth tokens renewed. A secret
 * that cannot be unsealed counts as missing, and the person has to enter it again.
 */
import type { MailboxId } from "../../kit/index.ts";
import type { Settings } from "../../platform/config/index.ts";
import type { Desk, Keys } from "../../platform/desk/index.ts";
import {
  GOOGLE,
  type ImapIn,
  type MailLogin,
  microsoft,
  type OauthClient,
  OauthFailure,
  type OauthProvider,
  type SmtpOut,
  tokenKeeper,
} from "../../platform/mail/index.ts";
import type { Kysely, Tables } from "../../platform/storage/index.ts";
import { findSecret, keepSecret, lockSecret, type Mailbox } from "./store.ts";
import type { ServerSettings } from "./tables.ts";

export type SecretName = "imap-password" | "smtp-password" | "oauth-refresh-token";
type Provider = "google" | "microsoft" | "custom";

/** Sealed under a name that holds the mailbox, so that one mailbox's secret cannot be put in another's place. */
const sealName = (id: MailboxId, name: SecretName): string => `mailbox:${id}:${name}`;

/** Keeps a secret, sealed, within a transaction. */
export async function keepSecretIn(
  db: Kysely<Tables>,
  keys: Keys,
  id: MailboxId,
  name: SecretName,
  secret: string,
): Promise<void> {
  await keepSecret(db, id, name, keys.seal(sealName(id, name), secret));
}

export async function readSecret(desk: Desk, id: MailboxId, name: SecretName): Promise<string | undefined> {
  const sealed = await findSecret(desk.database.db, id, name);
  return sealed === undefined ? undefined : desk.keys.unseal(sealName(id, name), sealed);
}

/**
 * Whether a kept secret may be shown to a server: only to the one it was given for. Otherwise whoever may change a mailbox could have its
 * password sent to a server of their own.
 */
export function isSameServer(kept: ServerSettings | null | undefined, wanted: ServerSettings): boolean {
  if (!kept) return false;
  const place = ({ host, port, security, signIn }: ServerSettings) =>
    JSON.stringify([host.toLowerCase(), port, security, Object.entries(signIn).sort()]);
  return place(kept) === place(wanted);
}

/** The person has to sign in at the provider again. */
export async function forgetSignIn(db: Kysely<Tables>, desk: Desk, id: MailboxId): Promise<void> {
  await db
    .deleteFrom("mailbox_secret")
    .where("mailbox_id", "=", id)
    .where("name", "=", "oauth-refresh-token" satisfies SecretName)
    .execute();
  const kept = keepers.get(desk);
  for (const key of kept?.keys() ?? []) if (key.startsWith(`${id}:`)) kept?.delete(key);
}

/** @returns undefined when this installation has no client for that provider. */
export function oauthClientOf(settings: Settings, provider: Provider): OauthClient | undefined {
  const given = {
    google: settings.HEARD_GOOGLE_CLIENT,
    microsoft: settings.HEARD_MICROSOFT_CLIENT,
    custom: settings.HEARD_OAUTH_CLIENT,
  }[provider];
  const endpoints = endpointsOf(settings, provider);
  if (!given || !endpoints) return undefined;
  const colon = given.indexOf(":");
  const clientId = colon < 0 ? given : given.slice(0, colon);
  const clientSecret = colon < 0 ? "" : given.slice(colon + 1);
  return {
    provider: endpoints,
    clientId,
    ...(clientSecret ? { clientSecret } : {}),
    redirectUri: `${settings.HEARD_URL ?? "http://127.0.0.1:3000"}/api/v1/oauth/callback`,
  };
}

function endpointsOf(settings: Settings, provider: Provider): OauthProvider | undefined {
  if (provider === "google") return GOOGLE;
  if (provider === "microsoft") return microsoft();
  const { HEARD_OAUTH_AUTHORIZE_URL: authorizationUrl, HEARD_OAUTH_TOKEN_URL: tokenUrl } = settings;
  return authorizationUrl && tokenUrl ? { authorizationUrl, tokenUrl, scopes: [] } : undefined;
}

/** A renewal holds a connection to the database while the provider thinks: most of them stay free for everybody else. */
const RENEWALS_AT_ONCE = 3;
let renewing = 0;
const waiting: Array<() => void> = [];

async function inTurn<T>(renew: () => Promise<T>): Promise<T> {
  if (renewing >= RENEWALS_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else renewing += 1;
  try {
    return await renew();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else renewing -= 1;
  }
}

/**
 * The stored token stays locked while it is renewed: another process that wants to renew it waits, and then reads the new one. Not
 * `inOneGo`: the provider is asked once, whatever becomes of the transaction.
 */
const withStoredToken = <T>(
  desk: Desk,
  id: MailboxId,
  renew: (refreshToken: string, save: (next: string) => Promise<void>) => Promise<T>,
): Promise<T> =>
  desk.database.db.transaction().execute(async (tx) => {
    const name: SecretName = "oauth-refresh-token";
    const sealed = await lockSecret(tx, id, name);
    const token = sealed === undefined ? undefined : desk.keys.unseal(sealName(id, name), sealed);
    if (token === undefined)
      throw new OauthFailure(
        "invalid_grant",
        "This mailbox is not connected to its provider.",
        "Sign in at the provider again, in the mailbox's settings.",
        "person",
      );
    return renew(token, (next) => keepSecretIn(tx, desk.keys, id, name, next));
  });

const keepers = new WeakMap<Desk, Map<string, (refused?: string) => Promise<string>>>();

/** One keeper per mailbox and process, so that a token is renewed once however many connections ask. */
function accessTokenOf(desk: Desk, id: MailboxId, provider: Provider): (refused?: string) => Promise<string> {
  const kept = keepers.get(desk) ?? new Map<string, (refused?: string) => Promise<string>>();
  keepers.set(desk, kept);
  const key = `${id}:${provider}`;
  const known = kept.get(key);
  if (known) return known;
  const client = oauthClientOf(desk.settings, provider);
  const keeper = client
    ? tokenKeeper({
        client,
        now: desk.now,
        withRefreshToken: (renew) => inTurn(() => withStoredToken(desk, id, renew)),
      })
    : () =>
        Promise.reject(
          new OauthFailure(
            "invalid_client",
            "This installation has no OAuth client for that provider.",
            "Set its client in the environment: `heard config describe` says how.",
            "person",
          ),
        );
  kept.set(key, keeper);
  return keeper;
}

async function loginOf(
  desk: Desk,
  id: MailboxId,
  { signIn }: ServerSettings,
  secret: SecretName,
  typed?: string | null,
): Promise<MailLogin | undefined> {
  if (signIn.kind === "none") return undefined;
  if (signIn.kind === "oauth")
    return { kind: "oauth2", user: signIn.user, accessToken: accessTokenOf(desk, id, signIn.provider) };
  return { kind: "password", user: signIn.user, password: typed ?? (await readSecret(desk, id, secret)) ?? "" };
}

/** @param typed a password that is being tried and not kept yet. */
export async function smtpOutOf(
  desk: Desk,
  mailbox: Pick<Mailbox, "id" | "smtp">,
  typed?: string | null,
): Promise<SmtpOut | undefined> {
  if (!mailbox.smtp) return undefined;
  const { host, port, security } = mailbox.smtp;
  const login = await loginOf(desk, mailbox.id, mailbox.smtp, "smtp-password", typed);
  return { host, port, security, ...(login ? { login } : {}) };
}

export async function imapInOf(
  desk: Desk,
  mailbox: Pick<Mailbox, "id" | "imap">,
  typed?: string | null,
): Promise<ImapIn | undefined> {
  if (!mailbox.imap) return undefined;
  const { host, port, security } = mailbox.imap;
  const login = await loginOf(desk, mailbox.id, mailbox.imap, "imap-password", typed);
  return login ? { host, port, security, login } : undefined;
}
