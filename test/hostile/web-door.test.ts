/** The web door under attack: foreign pages, guessed codes, huge and slow requests, strange paths; and the headers of every answer. */
import { connect } from "node:net";
import { expect, test } from "vitest";
import { startTestDesk, until } from "../running-desk.ts";

const desk = await startTestDesk();
const { hostname, port } = new URL(desk.url);

/** A request byte for byte, as no well-behaved client would send it. @returns the first line of the answer. */
const raw = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
    });
    // Whoever sends on after having been refused is cut off; what was said before that counts.
    socket.on("error", () => resolve(answer));
    socket.on("close", () => resolve(answer));
  });

test("a write from a foreign page is refused, in every way such a page could send it", async () => {
  const note = (headers: Record<string, string>, body = "{}") =>
    fetch(`${desk.url}/api/v1/me`, { method: "PATCH", headers: { cookie: desk.cookie, ...headers }, body });
  const json = { "content-type": "application/json" };
  expect((await note({ ...json, origin: desk.url })).status).toBe(200);
  for (const origin of [
    "https://evil.test",
    "null",
    `${desk.url}.evil.test`,
    "http://localhost:1",
    "file://",
    "garbage",
  ])
    expect((await note({ ...json, origin })).status, origin).toBe(403);
  expect((await note({ ...json, "sec-fetch-site": "cross-site" })).status).toBe(403);
  expect((await note({ ...json, "sec-fetch-site": "same-site" })).status).toBe(403);
  expect((await note(json)).status, "a cookie without saying from where").toBe(403);
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
    expect((await note({ "content-type": type, origin: "https://evil.test" }, "{}")).status, type).toBe(403);
  // Signing a visitor in as somebody else needs no cookie.
  const login = await fetch(`${desk.url}/api/v1/session`, {
    method: "POST",
    headers: { ...json, origin: "https://evil.test" },
    body: JSON.stringify({ email: "ada@desk.test", password: "correct horse battery" }),
  });
  expect(login.status).toBe(403);
  expect(login.headers.getSetCookie()).toEqual([]);
});

test("no foreign page may read an answer, and no answer lets itself be framed, sniffed, or run a script of a stranger", async () => {
  const places = [
    "/",
    "/desk/open",
    "/api/v1/session",
    "/api/v1/setup",
    "/api/v1/nothing",
    "/health",
    "/api/v1/openapi.json",
    "/api/v1/attachments/1",
    "/api/v1/messages/1/source",
    "/assets/nothing.js",
    "/../../etc/passwd",
  ];
  const asset = /\/assets\/[\w.-]+\.js/.exec(await (await fetch(`${desk.url}/`)).text())?.[0] ?? "/";
  for (const place of [...places, asset])
    for (const cookie of ["", desk.cookie]) {
      const { headers } = await fetch(desk.url + place, { headers: { cookie, origin: "https://evil.test" } });
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy, place).toContain("default-src 'none'");
      expect(policy, place).toMatch(/frame-ancestors '(?:none|self)'/);
      expect(policy, place).not.toMatch(/script-src[^;]*(?:unsafe|\*|data:|blob:)/);
      expect(headers.get("x-content-type-options"), place).toBe("nosniff");
      expect(headers.get("x-frame-options"), place).toBe("SAMEORIGIN");
      expect(headers.get("cross-origin-resource-policy"), place).toBe("same-origin");
      expect(headers.get("cross-origin-opener-policy"), place).toBe("same-origin");
      expect(headers.get("referrer-policy"), place).toMatch(/same-origin|no-referrer/);
      expect(headers.get("access-control-allow-origin"), place).toBeNull();
      expect(headers.get("x-powered-by"), place).toBeNull();
    }
  const cut = new AbortController();
  const live = await fetch(`${desk.url}/api/v1/live`, { headers: { cookie: desk.cookie }, signal: cut.signal });
  expect(live.headers.get("x-content-type-options")).toBe("nosniff");
  expect(live.headers.get("content-security-policy")).toContain("default-src 'none'");
  cut.abort();
});

test("cookies are out of reach of scripts and of foreign pages", async () => {
  const entered = await fetch(`${desk.url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: desk.url },
    body: JSON.stringify({ email: "ada@desk.test", password: "correct horse battery" }),
  });
  expect(entered.headers.getSetCookie().length).toBe(2);
  for (const line of entered.headers.getSetCookie()) expect(line).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
  for (const value of ["x", "'", "%00", "a".repeat(5_000), "../../x", '{"$gt":""}'])
    expect((await desk.call("GET", "/api/v1/session", undefined, `heard_session=${value}`)).status).toBe(401);
});

test("strange paths find the web app or nothing, never a file", async () => {
  const paths = [
    "/../package.json",
    "/..%2f..%2fpackage.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/assets/../../../package.json",
    "/assets/..%5c..%5cpackage.json",
    "/....//....//etc/passwd",
    "/.env",
    "/.git/config",
    "/%00",
    "//evil.test/x",
    "/assets/%c0%ae%c0%ae/x",
    "/index.html/..",
    "/desk/%",
    "/api/v1/conversations/%2e%2e",
  ];
  for (const path of paths) {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`);
    expect(answer, path).toMatch(/^HTTP\/1\.1 (?:200|400|401|403|404) /);
    expect(answer, path).not.toMatch(/"dependencies"|root:x:|\[core\]/);
  }
});

test("what is too large, nested too deep, or not what it says, is refused and the desk goes on", async () => {
  const send = (body: string | Buffer, type = "application/json", path = "/api/v1/session") =>
    fetch(desk.url + path, {
      method: "POST",
      headers: { "content-type": type, origin: desk.url, cookie: desk.cookie },
      body: new Uint8Array(Buffer.from(body)),
    });
  expect((await send(`{"email":"${"a".repeat(5_000_000)}"}`)).status).toBe(413);
  expect((await send(`${"[".repeat(200_000)}${"]".repeat(200_000)}`)).status).toBe(422);
  expect((await send(`{"__proto__":{"role":"admin"},"email":"a","password":"b"}`)).status).toBe(400);
  expect(
    (await send(`{"constructor":{"prototype":{"role":"admin"}},"email":"a","password":"b"}`)).status,
  ).toBeGreaterThanOrEqual(400);
  expect((await send("{")).status).toBe(400);
  expect((await send("email=a", "application/x-www-form-urlencoded")).status).toBe(415);
  expect((await send("<x/>", "application/xml")).status).toBe(415);
  expect((await send(`{"email":"\\u0000","password":"\\ud800"}`)).status).toBe(401);
  const deep = `${'{"a":'.repeat(60_000)}1${"}".repeat(60_000)}`;
  expect((await desk.call("PATCH", "/api/v1/me", { name: "A\0da\ud800", preferences: { "a\0": "b\0" } })).status).toBe(
    200,
  );
  const nested = await fetch(`${desk.url}/api/v1/me`, {
    method: "PATCH",
    headers: { "content-type": "application/json", origin: desk.url, cookie: desk.cookie },
    body: `{"preferences":${deep}}`,
  });
  expect(nested.status).toBe(422);
  for (const id of ["0", "-1", "1e3", "99999999999999999999", "1;DROP TABLE person", "%27", "NaN", "null"])
    expect((await desk.call("GET", `/api/v1/conversations/${id}`)).status, id).toBeLessThan(500);
  for (const query of [
    "cursor=x_y",
    "cursor=9999-99-99_1",
    "cursor=2026-01-01_99999999999999999999",
    "limit=1e9",
    "view=admin",
    "tag=%00",
    "mailboxId=1%20OR%201",
    "view=open&view=open",
  ])
    expect((await desk.call("GET", `/api/v1/conversations?${query}`)).status, query).toBeLessThan(500);
  for (const q of [
    "%00",
    "'; DROP TABLE message; --",
    "(((((",
    '"',
    "from:",
    "a".repeat(499),
    "* & | ! :*",
    "\u{10ffff}",
  ])
    expect(
      (await desk.call("GET", `/api/v1/search?q=${q.startsWith("%") ? q : encodeURIComponent(q)}`)).status,
      q,
    ).toBe(200);
  expect((await raw(`GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${"a".repeat(200_000)}\r\n\r\n`)).slice(0, 12)).toBe(
    "HTTP/1.1 431",
  );
  expect((await fetch(`${desk.url}/health`)).status).toBe(200);
});

test("two hundred requests that never end keep nobody else waiting", async () => {
  const sockets = Array.from({ length: 200 }, (_, index) => {
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined);
    socket.write(
      index % 2
        ? "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
        : "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ",
    );
    return socket;
  });
  expect((await desk.call("GET", "/api/v1/counts")).status).toBe(200);
  expect((await fetch(`${desk.url}/`)).status).toBe(200);
  for (const socket of sockets) socket.destroy();
});

test("guessing a password, a set-up code, or a link is slowed down before it can succeed", async () => {
  const guess = (path: string, body: unknown) => desk.call("POST", path, body, "");
  const statuses: number[] = [];
  for (let tries = 0; tries < 8; tries += 1)
    statuses.push((await guess("/api/v1/session", { email: "ada@desk.test", password: `guess ${tries}` })).status);
  expect(statuses.at(-1)).toBe(429);
  // Whoever has signed in on a device before is not locked out by strangers' guesses; a stranger is, even with the right word.
  expect((await guess("/api/v1/session", { email: "ada@desk.test", password: "correct horse battery" })).status).toBe(
    429,
  );
  const links: number[] = [];
  for (let tries = 0; tries < 3; tries += 1)
    links.push(
      (await guess("/api/v1/password/reset", { token: "x".repeat(43), password: "long enough words" })).status,
    );
  expect(links.every((status) => status === 409 || status === 429)).toBe(true);
});

test("a host that is not ours gets nothing that it could hand on", async () => {
  const body = JSON.stringify({ email: "ada@desk.test" });
  const answer = await raw(
    `POST /api/v1/password/forgot HTTP/1.1\r\nHost: evil.test\r\nOrigin: http://evil.test\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
  expect(answer).not.toContain("token=");
  await until(async () => (await fetch(`${desk.url}/health`)).ok);
});
