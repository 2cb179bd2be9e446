import { beforeAll, describe, expect, test } from "vitest";
import { startTestDesk, type TestDesk } from "../../../test/running-desk.ts";

const PASSWORD = "a quiet reading room";
let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape are looked into, and a wrong one fails by itself.
  readonly body: any;
  /** What the browser would carry from now on. */
  readonly cookie: string;
  readonly setCookies: readonly string[];
}

/** A browser with cookies of its own. */
async function browse(method: string, path: string, body?: unknown, cookie = ""): Promise<Answer> {
  const response = await fetch(desk.url + path, {
    method,
    headers: { origin: desk.url, cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const setCookies = response.headers.getSetCookie();
  const jar = new Map(
    cookie
      .split("; ")
      .filter(Boolean)
      .map((pair) => pair.split("=") as [string, string]),
  );
  for (const line of setCookies) {
    const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
    if (value) jar.set(name, value);
    else jar.delete(name);
  }
  const carried = [...jar].map((pair) => pair.join("=")).join("; ");
  return { status: response.status, body: await response.json(), cookie: carried, setCookies };
}

const signIn = (email: string, password: string, cookie = "") =>
  browse("POST", "/api/v1/session", { email, password }, cookie);

async function joined(email: string, role: "agent" | "lead" | "admin"): Promise<{ id: number; cookie: string }> {
  const { body } = await browse("POST", "/api/v1/people", { email, name: email.split("@")[0], role }, desk.cookie);
  const token = new URL(body.link).searchParams.get("token");
  const come = { token, name: "New Here", password: PASSWORD, timeZone: "Europe/Lisbon" };
  const { status, cookie } = await browse("POST", "/api/v1/invitations/accept", come);
  expect(status).toBe(200);
  return { id: body.person.id, cookie };
}

describe("people of a running desk", () => {
  test("sign in, are known, and sign out, and the cookie is then worth nothing", async () => {
    const entered = await signIn("ada@desk.test", "correct horse battery");
    expect(entered.status).toBe(200);
    expect(entered.body).toMatchObject({ email: "ada@desk.test", role: "admin", undoSeconds: 0 });
    expect(entered.setCookies.map((line) => line.split("=")[0])).toEqual(["heard_session", "heard_device"]);
    expect((await browse("GET", "/api/v1/session", undefined, entered.cookie)).body.email).toBe("ada@desk.test");
    const left = await browse("DELETE", "/api/v1/session", undefined, entered.cookie);
    expect(left.cookie).toMatch(/^heard_device=/);
    expect((await browse("GET", "/api/v1/session", undefined, entered.cookie)).status).toBe(401);
  });

  test("are refused with 401 for a wrong password, and 429 once they guess", async () => {
    const answers: number[] = [];
    for (let tries = 0; tries < 6; tries += 1)
      answers.push((await signIn("nobody@desk.test", "wrong wrong wrong")).status);
    expect(answers).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test("are invited with a link on the address the admin is looking at, and come in with it once", async () => {
    const { body } = await browse(
      "POST",
      "/api/v1/people",
      { email: "ben@desk.test", name: "Ben", role: "agent" },
      desk.cookie,
    );
    expect(body.link).toMatch(new RegExp(`^${desk.url}/invite\\?token=[\\w-]{43}$`));
    const token = new URL(body.link).searchParams.get("token");
    const come = { token, name: "Ben B.", password: PASSWORD, timeZone: "Europe/Lisbon" };
    expect((await browse("POST", "/api/v1/invitations/accept", { ...come, password: "aaaaaaaaaaaa" })).status).toBe(
      409,
    );
    const entered = await browse("POST", "/api/v1/invitations/accept", come);
    expect(entered.body).toMatchObject({ name: "Ben B.", role: "agent", timeZone: "Europe/Lisbon" });
    expect((await browse("POST", "/api/v1/invitations/accept", come)).body.refused).toBe("spent-link");
    const { items } = (await browse("GET", "/api/v1/people", undefined, entered.cookie)).body;
    expect(items.map((person: { email: string; invited: boolean }) => [person.email, person.invited])).toContainEqual([
      "ben@desk.test",
      false,
    ]);
  });

  test("lose their sessions the moment an admin takes their access away", async () => {
    const cleo = await joined("cleo@desk.test", "lead");
    expect((await browse("GET", "/api/v1/log", undefined, cleo.cookie)).status).toBe(200);
    const changed = await browse("PATCH", `/api/v1/people/${cleo.id}`, { role: "agent" }, desk.cookie);
    expect(changed.body).toMatchObject({ role: "agent", disabled: false });
    expect((await browse("GET", "/api/v1/log", undefined, cleo.cookie)).status).toBe(403);
    await browse("PATCH", `/api/v1/people/${cleo.id}`, { disabled: true }, desk.cookie);
    expect((await browse("GET", "/api/v1/session", undefined, cleo.cookie)).status).toBe(401);
    expect((await signIn("cleo@desk.test", PASSWORD)).status).toBe(401);
  });

  test("see their sessions, end the others, and go on under a new cookie after a new password", async () => {
    const here = await joined("dan@desk.test", "agent");
    const elsewhere = await signIn("dan@desk.test", PASSWORD);
    const { items } = (await browse("GET", "/api/v1/sessions", undefined, here.cookie)).body;
    expect(items.map((session: { current: boolean }) => session.current).sort()).toEqual([false, true]);
    const other = items.find((session: { current: boolean }) => !session.current);
    expect((await browse("DELETE", `/api/v1/sessions/${other.id}`, undefined, here.cookie)).status).toBe(200);
    expect((await browse("DELETE", `/api/v1/sessions/${other.id}`, undefined, here.cookie)).status).toBe(404);
    expect((await browse("GET", "/api/v1/session", undefined, elsewhere.cookie)).status).toBe(401);

    const change = { current: PASSWORD, password: "another quiet room" };
    const changed = await browse("POST", "/api/v1/me/password", change, here.cookie);
    expect(changed.status).toBe(200);
    expect((await browse("GET", "/api/v1/session", undefined, here.cookie)).status).toBe(401);
    expect((await browse("GET", "/api/v1/session", undefined, changed.cookie)).status).toBe(200);
  });

  test("have names that fit on a line of a list, however they are given", async () => {
    const { cookie } = await joined("max@desk.test", "agent");
    const long = { name: "M".repeat(201) };
    expect((await browse("PATCH", "/api/v1/me", long, cookie)).status).toBe(422);
    const invited = { ...long, email: "long@desk.test", role: "agent" };
    expect((await browse("POST", "/api/v1/people", invited, desk.cookie)).status).toBe(422);
  });

  test("change their own settings and nothing else about themselves", async () => {
    const { cookie } = await joined("eve@desk.test", "agent");
    const wish = {
      name: "Eve E.",
      timeZone: "Asia/Tokyo",
      preferences: { theme: "dark" },
      role: "admin",
      email: "root@desk.test",
    };
    const changed = await browse("PATCH", "/api/v1/me", wish, cookie);
    expect(changed.body).toMatchObject({
      name: "Eve E.",
      role: "agent",
      email: "eve@desk.test",
      preferences: { theme: "dark" },
    });
    expect(
      (await browse("PATCH", "/api/v1/me", { preferences: { dense: true, theme: null } }, cookie)).body.preferences,
    ).toEqual({ dense: true });
    const signature = { signatureHtml: "<b>Eve</b><script>alert(1)</script><img src=x onerror=alert(1)>" };
    const signed = (await browse("PATCH", "/api/v1/me", signature, cookie)).body.signatureHtml;
    expect(signed).toContain("<b>Eve</b>");
    expect(signed).not.toMatch(/script|onerror/);
    expect((await browse("PATCH", "/api/v1/me", { timeZone: "Mars/Olympus" }, cookie)).status).toBe(409);
  });

  test("get the same answer about a forgotten password whether they are known or not", async () => {
    const known = await browse("POST", "/api/v1/password/forgot", { email: "ada@desk.test" });
    const unknown = await browse("POST", "/api/v1/password/forgot", { email: "nobody@desk.test" });
    expect(known).toEqual(unknown);
    expect(known.body.sentence).toContain("heard admin reset EMAIL");
  });

  test("find what they did in the log, newest first, a page at a time, and never a secret", async () => {
    const all = (await browse("GET", "/api/v1/log?limit=200", undefined, desk.cookie)).body.items as {
      id: number;
      kind: string;
      personName: string;
    }[];
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted((a, b) => b - a));
    expect(all.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["person.created", "person.invited", "person.joined", "session.ended", "person.disabled"]),
    );
    const page = (await browse("GET", `/api/v1/log?limit=2&before=${all[1]?.id}`, undefined, desk.cookie)).body.items;
    expect(page.map((line: { id: number }) => line.id)).toEqual(all.slice(2, 4).map(({ id }) => id));
    const invitations = (await browse("GET", "/api/v1/log?kind=person.invited", undefined, desk.cookie)).body.items;
    expect(new Set(invitations.map((line: { kind: string }) => line.kind))).toEqual(new Set(["person.invited"]));
    expect(JSON.stringify(all)).not.toMatch(/token|argon2|quiet/);
  });

  test("cannot be created first a second time", async () => {
    const again = { code: "AAA-AAA-AAA", name: "Mallory", email: "mal@desk.test", password: PASSWORD, timeZone: "UTC" };
    expect((await browse("POST", "/api/v1/setup/first-person", again)).body.refused).toBe("already-set-up");
    expect((await browse("GET", "/api/v1/setup")).body).toMatchObject({ needsFirstPerson: false, canReset: false });
  });
});
