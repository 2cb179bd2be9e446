/** Signing a mailbox in at its provider, and renewing what it gave, in more processes than one; against a real token server. */
import { afterAll, beforeEach, expect, test } from "vitest";
import { freshDesk } from "../../../test/fresh-desk.ts";
import { startOauthServer } from "../../../test/servers/oauth.ts";
import { isRefusal, type MailboxId } from "../../kit/index.ts";
import { type Desk, openKeys } from "../../platform/desk/index.ts";
import { addPerson, type SignedIn, whoHas } from "../../records/account/index.ts";
import { openSession } from "../../records/account/session.ts";
import { addMailbox, imapInOf, OFFICE_WEEK, readSecret } from "../../records/mailbox/index.ts";
import { beginProviderSignIn } from "./begin-provider-sign-in.ts";
import { finishProviderSignIn } from "./finish-provider-sign-in.ts";

const provider = await startOauthServer();
afterAll(() => provider.close());
const fresh = await freshDesk({
  HEARD_OAUTH_CLIENT: `${provider.clientId}:${provider.clientSecret}`,
  HEARD_OAUTH_AUTHORIZE_URL: provider.authorizationUrl,
  HEARD_OAUTH_TOKEN_URL: provider.tokenUrl,
});
const { db } = fresh.desk.database;

/** Another process of the same desk: it shares the database, the settings and the key, and no memory. */
async function otherProcess(): Promise<Desk> {
  const { database, settings, now, random } = fresh.desk;
  return { ...fresh.desk, keys: await openKeys(database.db, settings, now, random) };
}
async function session(person: SignedIn["id"]): Promise<SignedIn> {
  const { cookieValue } = await openSession(
    db,
    person,
    { userAgent: "", address: "" },
    fresh.desk.now(),
    fresh.desk.random,
  );
  return (await whoHas(db, cookieValue, fresh.desk.now())) as SignedIn;
}
async function admin(name: string): Promise<SignedIn["id"]> {
  const person = { email: `${name}@shop.test`, name, role: "admin", passwordHash: null, timeZone: "UTC" } as const;
  return ((await addPerson(db, person, fresh.desk.now())) as { id: SignedIn["id"] }).id;
}
const [adaId, boId] = [await admin("ada"), await admin("bo")];
const imap = {
  host: "imap.shop.test",
  port: 993,
  security: "tls",
  signIn: { kind: "oauth", user: "help@shop.test", provider: "custom" },
} as const;
let boxes = 0;
let mailbox: MailboxId;
beforeEach(async () => {
  boxes += 1;
  mailbox = await addMailbox(db, {
    name: "Help",
    address: `help${boxes}@shop.test`,
    hours: OFFICE_WEEK,
    way_in: "imap",
    imap,
    way_out: "smtp",
    smtp: null,
    in_trouble: null,
    in_trouble_since: null,
    in_seen_at: null,
    out_trouble: null,
    out_trouble_since: null,
    created_at: fresh.desk.now(),
  });
});

/** Begins, and says yes at the provider. @returns what the browser brings back. */
async function agree(by: SignedIn): Promise<{ state: string; code: string }> {
  const begun = await beginProviderSignIn(await otherProcess(), by, mailbox, "custom");
  if (isRefusal(begun)) throw new Error(begun.sentence);
  const { searchParams } = await provider.consent(begun.url, "help@shop.test");
  return { state: searchParams.get("state") ?? "", code: searchParams.get("code") ?? "" };
}
const kept = () => readSecret(fresh.desk, mailbox, "oauth-refresh-token");

test("a sign-in that was begun in one process is finished in another one", async () => {
  const ada = await session(adaId);
  const back = await agree(ada);
  expect(await finishProviderSignIn(await otherProcess(), ada, back)).toBeUndefined();
  expect(await kept()).toBeTypeOf("string");
});

test("a sign-in is good only for the session that began it, for ten minutes, and as it was written", async () => {
  const ada = await session(adaId);
  const back = await agree(ada);
  const torn = `${back.state.slice(0, -2)}${back.state.endsWith("AA") ? "BB" : "AA"}`;
  for (const [by, state] of [
    [await session(boId), back.state],
    [await session(adaId), back.state],
    [ada, torn],
    [ada, ""],
    [ada, "made up"],
  ] as const)
    expect(await finishProviderSignIn(fresh.desk, by, { ...back, state })).toMatchObject({ refused: "not-begun" });
  fresh.wait(10 * 60_000);
  expect(await finishProviderSignIn(fresh.desk, ada, back)).toMatchObject({ refused: "not-begun" });
  expect(await kept()).toBeUndefined();
});

test("what travels with the browser shows nobody the verifier, the mailbox or the session", async () => {
  const ada = await session(adaId);
  const { state } = await agree(ada);
  const seen = Buffer.from(state, "base64url").toString("latin1");
  expect(seen).not.toMatch(/codeVerifier|mailboxId|custom/);
});

test("a no at the provider, a code used twice and a mailbox that is gone are said in words, and nothing is kept", async () => {
  const ada = await session(adaId);
  const back = await agree(ada);
  expect(await finishProviderSignIn(fresh.desk, ada, { ...back, code: undefined })).toMatchObject({
    refused: "not-agreed",
  });
  expect(await finishProviderSignIn(fresh.desk, ada, back)).toBeUndefined();
  expect(await finishProviderSignIn(fresh.desk, ada, back)).toMatchObject({ refused: "invalid_grant" });
  const again = await agree(ada);
  await db.deleteFrom("mailbox").where("id", "=", mailbox).execute();
  expect(await finishProviderSignIn(fresh.desk, ada, again)).toMatchObject({ refused: "mailbox-not-found" });
});

test("two processes that renew at once both get in, and the token that is kept is the one that still works", async () => {
  const ada = await session(adaId);
  await finishProviderSignIn(fresh.desk, ada, await agree(ada));
  const tokenOf = async (desk: Desk) => {
    const login = (await imapInOf(desk, { id: mailbox, imap }))?.login;
    if (login?.kind !== "oauth2") throw new Error("This mailbox signs in otherwise.");
    return login.accessToken();
  };
  const processes = await Promise.all(Array.from({ length: 6 }, otherProcess));
  // The provider takes each refresh token once, and refuses whoever comes with one that was used.
  const tokens = await Promise.all(processes.map(tokenOf));
  expect(new Set(tokens).size).toBe(6);
  expect(await tokenOf(await otherProcess())).toBeTypeOf("string");
});

test("a renewal that fails leaves the token as it was, and holds nobody up", async () => {
  const ada = await session(adaId);
  await finishProviderSignIn(fresh.desk, ada, await agree(ada));
  const before = await kept();
  const [one, other] = [await otherProcess(), await otherProcess()];
  provider.answerNext({ status: 503, body: "{}" });
  const ask = async (desk: Desk) => {
    const login = (await imapInOf(desk, { id: mailbox, imap }))?.login;
    return login?.kind === "oauth2" ? login.accessToken() : "";
  };
  await expect(ask(one)).rejects.toMatchObject({ needs: "later" });
  expect(await kept()).toBe(before);
  expect(await ask(other)).not.toBe("");
});
