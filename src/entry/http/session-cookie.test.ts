import fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FreshDesk, freshDesk } from "../../../test/fresh-desk.ts";
import { createFirstPerson, newSetupCode } from "../../desk/team/index.ts";
import { isRefusal } from "../../kit/index.ts";
import type { Desk } from "../../platform/desk/index.ts";
import {
  dropSessionCookie,
  giveDeviceCookie,
  giveSessionCookie,
  guardRequests,
  visitorOf,
  whoCalls,
} from "./session-cookie.ts";

let fresh: FreshDesk;
let cookieValue: string;
const apps: FastifyInstance[] = [];
beforeAll(async () => {
  fresh = await freshDesk();
  const code = await newSetupCode(fresh.desk);
  const entered = await createFirstPerson(
    fresh.desk,
    { code, name: "Ana", email: "ana@shop.example", password: "three old lighthouses", timeZone: "UTC" },
    { userAgent: "", address: "192.0.2.1", sessionCookie: undefined, deviceCookie: undefined },
  );
  if (isRefusal(entered)) throw new Error(entered.sentence);
  cookieValue = entered.cookieValue;
});
afterAll(async () => {
  for (const app of apps) await app.close();
});

/** A small app that says who calls, and gives and takes cookies. */
async function appFor(desk: Desk): Promise<FastifyInstance> {
  const app = fastify();
  apps.push(app);
  await guardRequests(app, desk.settings);
  app.get("/who", async (request) => ({ name: (await whoCalls(desk)(request))?.name ?? null }));
  app.get("/visitor", async (request) => ({ ...visitorOf(desk, request) }));
  app.post("/write", async () => ({ written: true }));
  app.get("/in", async (_request, reply) => {
    giveSessionCookie(desk, reply, cookieValue);
    giveDeviceCookie(desk, reply, "a-device");
    return {};
  });
  app.get("/out", async (_request, reply) => {
    dropSessionCookie(desk, reply);
    return {};
  });
  return app;
}

describe("the session cookie", () => {
  test("is out of reach of scripts and of other sites, and lasts two months", async () => {
    const app = await appFor(fresh.desk);
    const { headers } = await app.inject("/in");
    const [session = "", device = ""] = headers["set-cookie"] as string[];
    expect(session).toBe(`heard_session=${cookieValue}; Max-Age=5184000; Path=/; HttpOnly; SameSite=Lax`);
    expect(device).toMatch(/^heard_device=a-device; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await app.inject("/out")).headers["set-cookie"]).toMatch(/^heard_session=; Max-Age=0;/);
  });

  test("is tied to this host and to TLS when the desk is reached by https", async () => {
    const app = await appFor(fresh.withSettings({ HEARD_URL: "https://desk.shop.example" }));
    const lines = (await app.inject("/in")).headers["set-cookie"] as string[];
    for (const line of lines)
      expect(line).toMatch(/^__Host-heard_\w+=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const plain = await app.inject({ url: "/who", headers: { cookie: `heard_session=${cookieValue}` } });
    expect(plain.json()).toEqual({ name: null });
  });

  test("says who calls; without it, or with another, it is nobody", async () => {
    const app = await appFor(fresh.desk);
    const who = async (cookie: string) => (await app.inject({ url: "/who", headers: { cookie } })).json();
    expect(await who(`other=1; heard_session=${cookieValue}`)).toEqual({ name: "Ana" });
    for (const cookie of [
      "",
      "heard_session=",
      `heard_session=${cookieValue.slice(1)}A`,
      `heard_sessio=${cookieValue}`,
      "heard_session=%",
    ])
      expect(await who(cookie)).toEqual({ name: null });
  });
});

describe("a write", () => {
  const own = "http://desk.shop.example:3000";
  const cookie = "heard_session=x";
  const host = "desk.shop.example:3000";

  test.each([
    ["from our own page", { host, cookie, origin: own }, 200],
    ["from our own page, as modern browsers say it", { host, cookie, "sec-fetch-site": "same-origin" }, 200],
    ["from our own page behind a proxy that ends TLS", { host, cookie, origin: "https://desk.shop.example:3000" }, 200],
    ["from a program without cookies", { host }, 200],
    ["from a program that has our cookie and says nothing of itself", { host, cookie }, 403],
    ["from another site", { host, cookie, origin: "https://evil.example", "sec-fetch-site": "cross-site" }, 403],
    ["from another site, without our cookie, to sign a victim in", { host, origin: "https://evil.example" }, 403],
    [
      "from a sibling subdomain",
      { host, cookie, origin: "https://blog.shop.example", "sec-fetch-site": "same-site" },
      403,
    ],
    ["from another port of the same host", { host, cookie, origin: "http://desk.shop.example:8080" }, 403],
    ["from a sandboxed frame", { host, cookie, origin: "null" }, 403],
    ["that a person is said to have typed", { host, cookie, "sec-fetch-site": "none" }, 403],
    ["with an origin that is no address", { host, cookie, origin: "desk" }, 403],
  ])("%s", async (_from, headers, status) => {
    const app = await appFor(fresh.desk);
    const answer = await app.inject({ method: "POST", url: "/write", headers });
    expect(answer.statusCode).toBe(status);
    if (status === 403)
      expect(answer.json()).toMatchObject({ refused: "foreign-page", wayOut: expect.stringContaining("HEARD_URL") });
  });

  test("is also taken from HEARD_URL, whatever host the proxy passes on", async () => {
    const app = await appFor(fresh.withSettings({ HEARD_URL: "https://desk.shop.example" }));
    const write = async (origin: string) =>
      (await app.inject({ method: "POST", url: "/write", headers: { host: "127.0.0.1:3000", origin } })).statusCode;
    expect(await write("https://desk.shop.example")).toBe(200);
    expect(await write("http://desk.shop.example")).toBe(403);
  });

  test("is what is guarded: reading needs no word of where it comes from", async () => {
    const app = await appFor(fresh.desk);
    const read = await app.inject({ url: "/who", headers: { origin: "https://evil.example", cookie } });
    expect(read.statusCode).toBe(200);
  });
});
