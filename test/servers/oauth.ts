/**
 * A real OAuth 2.0 server for tests, on a port of its own: authorization page, token and introspection end points
 * (RFC 6749, 7636, 7662). It checks what a strict provider checks, rotates refresh tokens, and can be told to misbehave.
 */
import { createHash, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";

export interface OauthServer {
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly introspectionUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the token end point was asked, in order. */
  readonly asked: readonly URLSearchParams[];
  /** Plays the person who says yes in the browser: the address that the browser is sent back to. */
  consent(authorizationUrl: string, user: string): Promise<URL>;
  /** A pair of tokens as if consent had been given. */
  grant(user: string): { accessToken: string; refreshToken: string };
  /** The person (or the provider) takes everything back. */
  revoke(user: string): void;
  /** Access tokens stop working; refresh tokens still do. */
  expireAccessTokens(): void;
  /** The next answers of the token end point, whatever is asked. */
  answerNext(...answers: { readonly status: number; readonly body: string }[]): void;
  close(): Promise<void>;
}

interface Code {
  readonly user: string;
  readonly challenge: string;
  readonly redirectUri: string;
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return new URLSearchParams(text);
}

export async function startOauthServer(): Promise<OauthServer> {
  const clientId = "heard-tests";
  const clientSecret = "not a secret";
  const codes = new Map<string, Code>();
  const accessTokens = new Map<string, string>();
  const refreshTokens = new Map<string, string>();
  const asked: URLSearchParams[] = [];
  const prepared: { readonly status: number; readonly body: string }[] = [];
  const fresh = (): string => randomBytes(18).toString("base64url");

  const grant = (user: string) => {
    const pair = { accessToken: fresh(), refreshToken: fresh() };
    accessTokens.set(pair.accessToken, user);
    refreshTokens.set(pair.refreshToken, user);
    return pair;
  };
  const tokensFor = (user: string) => {
    const { accessToken, refreshToken } = grant(user);
    const body = { access_token: accessToken, token_type: "Bearer", expires_in: 3600, refresh_token: refreshToken };
    return { status: 200, body: JSON.stringify(body) };
  };
  const refusal = (error: string, words: string) => ({
    status: 400,
    body: JSON.stringify({ error, error_description: words }),
  });

  const answerToken = (form: URLSearchParams): { status: number; body: string } => {
    if (form.get("client_id") !== clientId || form.get("client_secret") !== clientSecret)
      return refusal("invalid_client", "unknown client");
    if (form.get("grant_type") === "authorization_code") {
      const code = codes.get(form.get("code") ?? "");
      codes.delete(form.get("code") ?? "");
      const verifier = form.get("code_verifier") ?? "";
      const challenge = createHash("sha256").update(verifier).digest("base64url");
      if (code === undefined || code.redirectUri !== form.get("redirect_uri"))
        return refusal("invalid_grant", "code unknown or used");
      if (code.challenge !== challenge) return refusal("invalid_grant", "code verifier does not match");
      return tokensFor(code.user);
    }
    if (form.get("grant_type") === "refresh_token") {
      const token = form.get("refresh_token") ?? "";
      const user = refreshTokens.get(token);
      // Rotation: a refresh token works once, as with the providers that lose people their mailboxes.
      refreshTokens.delete(token);
      return user === undefined ? refusal("invalid_grant", "token expired or revoked") : tokensFor(user);
    }
    return refusal("unsupported_grant_type", "no");
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    const send = ({ status, body }: { status: number; body: string }): void => {
      response.writeHead(status, { "content-type": "application/json" }).end(body);
    };
    const route = async (): Promise<void> => {
      const form = await bodyOf(request);
      if (url.pathname === "/token") {
        asked.push(form);
        return send(prepared.shift() ?? answerToken(form));
      }
      if (url.pathname === "/introspect") {
        const user = accessTokens.get(form.get("token") ?? "");
        return send({
          status: 200,
          body: JSON.stringify(user === undefined ? { active: false } : { active: true, username: user }),
        });
      }
      response.writeHead(404).end();
    };
    route().catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  const base = `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : 0}`;
  return {
    authorizationUrl: `${base}/authorize`,
    tokenUrl: `${base}/token`,
    introspectionUrl: `${base}/introspect`,
    clientId,
    clientSecret,
    asked,
    async consent(address, user) {
      const { searchParams: ask } = new URL(address);
      const wanted = { client_id: clientId, response_type: "code", code_challenge_method: "S256" };
      for (const [name, value] of Object.entries(wanted))
        if (ask.get(name) !== value) throw new Error(`${name} is ${ask.get(name)}`);
      const code = fresh();
      const redirectUri = ask.get("redirect_uri") ?? "";
      codes.set(code, { user, challenge: ask.get("code_challenge") ?? "", redirectUri });
      const back = new URL(redirectUri);
      back.searchParams.set("code", code);
      back.searchParams.set("state", ask.get("state") ?? "");
      return back;
    },
    grant,
    revoke(user) {
      for (const tokens of [accessTokens, refreshTokens])
        for (const [token, owner] of tokens) if (owner === user) tokens.delete(token);
    },
    expireAccessTokens: () => accessTokens.clear(),
    answerNext: (...answers) => void prepared.push(...answers),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
