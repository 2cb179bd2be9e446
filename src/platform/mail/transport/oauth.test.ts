import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type OauthServer, startOauthServer } from "../../../../test/servers/oauth.ts";
import {
  authorizationUrl,
  exchangeCode,
  newCodeVerifier,
  type OauthClient,
  type OauthFailure,
  refreshAccessToken,
  tokenKeeper,
} from "./oauth.ts";
import { GOOGLE, microsoft } from "./oauth-providers.ts";

let server: OauthServer;
let client: OauthClient;
const now = () => new Date("2026-11-22T08:00:00Z");
const user = "help@lumen.example";
beforeEach(async () => {
  server = await startOauthServer();
  client = {
    provider: { authorizationUrl: server.authorizationUrl, tokenUrl: server.tokenUrl, scopes: ["mail"] },
    clientId: server.clientId,
    clientSecret: server.clientSecret,
    redirectUri: "http://localhost:3000/mailboxes/connected",
  };
});
afterEach(() => server.close());

const failureOf = (tokens: Promise<unknown>): Promise<OauthFailure> =>
  tokens.then(
    () => Promise.reject(new Error("there was no failure")),
    (failure) => failure,
  );

describe("connecting a mailbox at its provider", () => {
  test("brings tokens when the person says yes, proved by the code verifier", async () => {
    const codeVerifier = newCodeVerifier(randomBytes);
    const url = authorizationUrl(client, { state: "as given", codeVerifier, loginHint: user });
    const back = await server.consent(url, user);
    expect(back.origin + back.pathname).toBe(client.redirectUri);
    expect(back.searchParams.get("state")).toBe("as given");
    expect(new URL(url).searchParams.get("login_hint")).toBe(user);
    const tokens = await exchangeCode(client, back.searchParams.get("code") ?? "", codeVerifier, now);
    expect(tokens.expiresAt).toEqual(new Date("2026-11-22T09:00:00Z"));
    expect(tokens.refreshToken).toBeTypeOf("string");
  });

  test("fails with a plain sentence when the code was stolen: the thief lacks the verifier", async () => {
    const url = authorizationUrl(client, { state: "s", codeVerifier: newCodeVerifier(randomBytes) });
    const back = await server.consent(url, user);
    const failure = await failureOf(exchangeCode(client, back.searchParams.get("code") ?? "", "guessed", now));
    expect(failure).toMatchObject({
      code: "invalid_grant",
      needs: "person",
      sentence: "The provider no longer lets us into this mailbox.",
    });
  });

  test("never uses the same verifier twice, and never shows it", () => {
    const [one, other] = [newCodeVerifier(randomBytes), newCodeVerifier(randomBytes)];
    expect(one).not.toBe(other);
    expect(one.length).toBeGreaterThanOrEqual(43);
    expect(authorizationUrl(client, { state: "s", codeVerifier: one })).not.toContain(one);
  });

  test("asks Google and Microsoft for what mail needs, a lasting permission included", () => {
    const at = (provider: OauthClient["provider"]) =>
      new URL(authorizationUrl({ ...client, provider }, { state: "s", codeVerifier: "v" }));
    expect(at(GOOGLE).searchParams.get("access_type")).toBe("offline");
    expect(at(GOOGLE).searchParams.get("scope")).toBe("https://mail.google.com/");
    expect(at(microsoft("lumen.example")).pathname).toBe("/lumen.example/oauth2/v2.0/authorize");
    expect(at(microsoft()).searchParams.get("scope")).toContain("offline_access");
  });
});

describe("renewing the permission", () => {
  test("saves the new refresh token before the access token is handed out", async () => {
    const { refreshToken } = server.grant(user);
    const saved: string[] = [];
    const tokens = await refreshAccessToken(client, refreshToken, async (next) => saved.push(next), now);
    expect(saved).toEqual([tokens.refreshToken]);
    expect(saved[0]).not.toBe(refreshToken);
    const later = await refreshAccessToken(client, saved[0] ?? "", async (next) => saved.push(next), now);
    expect(later.accessToken).not.toBe(tokens.accessToken);
  });

  test("hands out nothing when the new refresh token could not be saved", async () => {
    const { refreshToken } = server.grant(user);
    const full = new Error("disk full");
    await expect(refreshAccessToken(client, refreshToken, () => Promise.reject(full), now)).rejects.toBe(full);
  });

  test.each([
    ["invalid_client", "The provider does not know this installation.", "person"],
    ["invalid_scope", "The provider does not give the permissions that mail needs.", "person"],
    ["unauthorized_client", "The provider does not let this installation ask for mail.", "person"],
    ["slow_down", "The provider gives us no permission just now (slow_down).", "person"],
  ] as const)("says in words what %s means", async (error, sentence, needs) => {
    server.answerNext({
      status: 400,
      body: JSON.stringify({ error, error_description: "AADSTS1: technical\r\nwords" }),
    });
    expect(await failureOf(refreshAccessToken(client, "x", async () => {}, now))).toMatchObject({
      code: error,
      sentence,
      needs,
    });
  });

  test("says that permission was taken back when it was, and that somebody has to connect again", async () => {
    const { refreshToken } = server.grant(user);
    server.revoke(user);
    const failure = await failureOf(refreshAccessToken(client, refreshToken, async () => {}, now));
    expect(failure).toMatchObject({ code: "invalid_grant", needs: "person" });
    expect(failure.wayOut).toContain("Connect the mailbox again");
  });

  test("waits when the provider itself is in trouble or not there", async () => {
    server.answerNext({ status: 503, body: "<html>down</html>" });
    expect(await failureOf(refreshAccessToken(client, "x", async () => {}, now))).toMatchObject({
      code: "unreadable",
      needs: "later",
    });
    server.answerNext({ status: 500, body: '{"error":"server_error"}' });
    expect(await failureOf(refreshAccessToken(client, "x", async () => {}, now))).toMatchObject({
      code: "server_error",
      needs: "later",
    });
    await server.close();
    const failure = await failureOf(refreshAccessToken(client, "x", async () => {}, now));
    expect(failure).toMatchObject({ code: "unreachable", needs: "later" });
    expect(failure.sentence).toMatch(/^Nothing answers at 127\.0\.0\.1, port \d+\.$/);
  });

  test.each(['{"access_token":', "[]", "null", '{"token_type":"Bearer"}', `{"access_token":"${"x".repeat(200_000)}"}`])(
    "does not take an answer that makes no sense for a token: %#",
    async (body) => {
      server.answerNext({ status: 200, body });
      expect(await failureOf(refreshAccessToken(client, "x", async () => {}, now))).toMatchObject({
        code: "unreadable",
      });
    },
  );
});

describe("the keeper of a mailbox's token", () => {
  test("renews only when the token runs out or is refused, and once for all who ask together", async () => {
    let stored = server.grant(user).refreshToken;
    let minutes = 0;
    const token = tokenKeeper({
      client,
      withRefreshToken: (renew) =>
        renew(stored, async (next) => {
          stored = next;
        }),
      now: () => new Date(Date.UTC(2026, 10, 22, 8, minutes)),
    });
    const all = await Promise.all([token(), token(), token()]);
    expect(new Set(all).size).toBe(1);
    expect(server.asked).toHaveLength(1);
    expect(await token("some older token")).toBe(all[0]);
    minutes = 58;
    expect(await token()).toBe(all[0]);
    minutes = 59;
    const second = await token();
    expect(second).not.toBe(all[0]);
    expect(await token(second)).not.toBe(second);
    expect(server.asked).toHaveLength(3);
  });

  test("tries again after a failure instead of remembering it", async () => {
    const { refreshToken } = server.grant(user);
    let stored = refreshToken;
    const token = tokenKeeper({
      client,
      withRefreshToken: (renew) =>
        renew(stored, async (next) => {
          stored = next;
        }),
      now,
    });
    server.answerNext({ status: 503, body: "" });
    expect(await failureOf(token())).toMatchObject({ needs: "later" });
    expect(await token()).toBeTypeOf("string");
  });
});
